"""`cpe-label compare`: what changes between two referentials, or two audits."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.exceptions import AuditError, DataError, ReferentialError
from ...problems.problem import problem
from ...reading.document import Document, value_of
from ...reading.referentials import Referentials
from ...record.comparison import audit_comparison, comparison_text, referential_comparison
from ...reports.document import Document as Page
from ...reports.formats import FORMATS as REPORT_FORMATS
from ...reports.kinds import comparison, progress
from ...reports.view.comparison import comparison_view
from ...reports.view.progress import progress_view
from ...rules.comparison import compare_referentials
from ...rules.pairing import check_audits, check_referentials
from ...rules.progress import progress_of
from ...writing.atomic import write_file
from ..console import Console
from ..exit_codes import Exit
from ..inputs import document_named, names_a_file, referentials_in, refuse_same_file
from ..simulated_audits import simulated_in

FORMATS: Final = ("text", "json", "html", "markdown")
"""The names that `--format` takes."""


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the comparison. With `--exit-code`, 1 on a change of substance, else 0."""
    form = arguments.format or _format_of(arguments.output)
    if form is None:
        console.status("unknown_ending", value=arguments.output, known=FORMATS)
        return Exit.UNUSABLE
    known = referentials_in(arguments.places)
    pair = _document(arguments.old, known), _document(arguments.new, known)
    _refuse_what_cannot_be_compared(*pair)
    if "audit" in (pair[0].kind, pair[1].kind):
        return _audits(pair, form, arguments, console, known)
    return _referentials(pair, form, arguments, console)


def _format_of(output: str | None) -> str | None:
    """The format by the ending of the file to write; text without a file."""
    if output is None:
        return "text"
    suffix = Path(output).suffix.lower()
    return next((name for name in FORMATS if suffix in REPORT_FORMATS[name].suffixes), None)


def _document(name: str, known: Referentials) -> Document:
    """A file, or a known referential by its `id` or `id@version`."""
    if names_a_file(name):
        return document_named(name)
    value = known.named(name)
    return Document(value.source.name, (), "referential", value)


def _refuse_what_cannot_be_compared(old: Document, new: Document) -> None:
    refuse_same_file(old.name, new.name)
    if old.kind and new.kind and old.kind != new.kind:
        facts = {"found": new.kind, "expected": old.kind}
        raise DataError([problem("F032", name=old.name, **facts).in_file(new.name, 1, 1)])


# ── Two referentials ─────────────────────────────────────────────────────────────────────────────


def _referentials(
    pair: tuple[Document, Document], form: str, arguments: Namespace, console: Console
) -> Exit:
    old, new = (value_of(document, Referential) for document in pair)
    if refused := check_referentials(old, new):
        raise ReferentialError(refused)
    for name in arguments.same:
        if name not in old.by_id or name not in new.by_id:
            console.status("unknown_same", value=name)
            return Exit.UNUSABLE
    found = compare_referentials(old, new, arguments.same)
    simulated, left_out = simulated_in(arguments.audits, found, arguments.same, console)
    if form == "json":
        content: str | bytes = comparison_text(referential_comparison(found, simulated, left_out))
    else:
        language = arguments.lang or new.report_language
        page = comparison.compose(comparison_view(found, language, simulated, left_out))
        content = _written(page, form)
    _write(content, arguments, console, pair)
    return Exit.NO if arguments.exit_code and found.has_substance else Exit.DONE


# ── Two audits ───────────────────────────────────────────────────────────────────────────────────


def _audits(
    pair: tuple[Document, Document],
    form: str,
    arguments: Namespace,
    console: Console,
    known: Referentials,
) -> Exit:
    for option in ("audits", "same"):
        if getattr(arguments, option):
            console.status("for_referentials", option=f"--{option}")
            return Exit.UNUSABLE
    old, new = (value_of(document, Audit) for document in pair)
    if refused := check_audits(old, new):
        raise AuditError(refused)
    then, now = known.assess(old).evaluation, known.assess(new).evaluation
    if form == "json":
        content: str | bytes = comparison_text(audit_comparison(progress_of(then, now)))
    else:
        language = arguments.lang or now.referential.report_language
        content = _written(progress.compose(progress_view(then, now, language)), form)
    _write(content, arguments, console, pair)
    return Exit.DONE


# ── Output ───────────────────────────────────────────────────────────────────────────────────────


def _written(page: Page, form: str) -> str | bytes:
    write = REPORT_FORMATS[form].write
    return write(page) if write else ""


def _write(
    content: str | bytes, arguments: Namespace, console: Console, read: tuple[Document, ...]
) -> None:
    if arguments.output is None:
        console.result(content)
        return
    files = [Path(one.name) for one in read]
    write_file(Path(arguments.output), content, force=arguments.force, read=files)
    console.status("written", file=arguments.output)
