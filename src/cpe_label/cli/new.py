"""`cpe-label new`: an audit to fill in."""

from argparse import Namespace
from pathlib import Path

from ..exchange.form import blank_audit
from ..loading import Shelf, load_referential
from ..rendering import spoken
from .door import Door
from .exits import Exit
from .files import write_file


def run(arguments: Namespace, door: Door) -> Exit:
    """Write a blank audit of a referential, named by its file or by its identifier."""
    wanted = arguments.referential
    is_file = Path(wanted).exists() or Path(wanted).suffix in (".yaml", ".yml", ".json")
    referential = load_referential(wanted) if is_file else Shelf(arguments.places).named(wanted)
    text = blank_audit(referential, arguments.lang or spoken(referential))
    if arguments.output is None:
        door.result(text)
    else:
        read = [Path(wanted)] if is_file else []
        write_file(Path(arguments.output), text, force=arguments.force, read=read)
        door.talk("written", file=arguments.output)
    return Exit.DONE
