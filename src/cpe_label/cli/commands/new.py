"""`cpe-label new`: an audit to fill in."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.exceptions import AuditError
from ...problems.problem import problem
from ...reading.discovery import STANDARD_INPUT
from ...reading.document import value_of
from ...reading.referentials import Referentials
from ...text.typography import Language
from ...writing.atomic import write_file
from ...writing.blank_audit import blank_audit
from ...writing.reminder import Former
from ...writing.spreadsheet.audit import blank_workbook
from ..console import Console
from ..exit_codes import Exit
from ..inputs import document_named, names_a_file, referentials_in, refuse_same_file


def _page(referential: Referential, language: Language, former: Former | None) -> str:
    from ...reports.form import form_page

    return form_page(referential, language, former)


FORMS: Final[dict[str, Callable[[Referential, Language, Former | None], str | bytes]]] = {
    ".xlsx": blank_workbook,
    ".html": _page,
    ".htm": _page,
}
"""What writes an audit to fill in, by the ending of its file; any other ending is YAML."""


def run(arguments: Namespace, console: Console) -> Exit:
    """Write an audit to fill in, for a referential that is given by its file or its identifier."""
    wanted = arguments.referential
    if (arguments.output or "").lower().endswith(".ods"):
        console.status(
            "not_converted_to", value=arguments.output, known=(".yaml", ".xlsx", ".html")
        )
        return Exit.UNUSABLE
    referentials = referentials_in(arguments.places)
    if wanted == arguments.former == "-":
        refuse_same_file(STANDARD_INPUT, STANDARD_INPUT)
    if names_a_file(wanted):
        document = document_named(wanted)
        referential = value_of(document, Referential)
        referentials = Referentials.from_values(referential)
    else:
        referential = referentials.named(wanted)
    former = _former(arguments, referential)
    output = Path(arguments.output or "")
    blank = FORMS.get(output.suffix.lower(), blank_audit)
    content = blank(referential, arguments.lang or referential.report_language, former)
    if arguments.output is None:
        console.result(content)
    else:
        read = [*referentials.files(), *([Path(arguments.former)] if former else [])]
        write_file(output, content, force=arguments.force, read=read)
        console.status("written", file=arguments.output)
    return Exit.DONE


def _former(arguments: Namespace, referential: Referential) -> Former | None:
    """The audit before, with the version that it answers.

    Raises AuditError if it cannot be used, or is of another label.
    """
    if arguments.former is None:
        return None
    audit = value_of(document_named(arguments.former), Audit)
    named = audit.referential
    if named.id != referential.id:
        facts = {"value": named.id, "name": referential.name, "expected": referential.id}
        other = problem("A052", ("referential", "id"), **facts)
        raise AuditError([other.located(audit.source)])
    is_same = named.version == referential.version
    known = Referentials.from_values(referential) if is_same else referentials_in(arguments.places)
    return Former(audit, known.assess(audit).evaluation.referential)
