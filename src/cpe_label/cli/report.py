"""`cpe-label report`: the report of one audit."""

from argparse import Namespace
from pathlib import Path

from ..evaluating import evaluate
from ..loading import Shelf, load_audit
from ..rendering import FORMATS, language_of, render
from ..wording import say
from ..wording.looks import STANDINGS
from .door import Door, today
from .exits import Exit
from .files import write_file


def run(arguments: Namespace, door: Door) -> Exit:
    """Write the report to its file, or to standard output."""
    form = arguments.format or _format_of(arguments.output)
    if form not in FORMATS:
        key = "unknown_format" if form else "unknown_ending"
        door.talk(key, value=form or arguments.output, known=tuple(FORMATS))
        return Exit.UNUSABLE
    audit = load_audit(arguments.audit)
    shelf = Shelf(arguments.places)
    evaluation = evaluate(shelf.of(audit), audit, versions=shelf.referentials())
    language = arguments.lang or language_of(evaluation)
    text = render(evaluation, form, language, arguments.on or today())
    if arguments.output is None:
        door.result(text)
        return Exit.DONE
    read = [Path(arguments.audit), *shelf.files()]
    write_file(Path(arguments.output), text, force=arguments.force, read=read)
    standing = say(STANDINGS[evaluation.standing.value], door.language)
    door.talk("written_report", file=arguments.output, standing=standing)
    return Exit.DONE


def _format_of(output: str | None) -> str | None:
    if output is None:
        return "html"
    suffix = Path(output).suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)
