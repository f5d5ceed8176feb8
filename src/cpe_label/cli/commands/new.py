"""`cpe-label new`: an audit to fill in."""

import os
from argparse import Namespace
from pathlib import Path

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.exceptions import AuditError
from ...problems.problem import problem
from ...reading.document import load_referential, open_document, value_of
from ...reading.files import VALUES
from ...reading.referentials import Referentials
from ...writing.atomic import write_file
from ...writing.blank_audit import blank_audit
from ...writing.reminder import Former
from ...writing.spreadsheet.audit import blank_workbook
from ..console import Console
from ..exit_codes import Exit
from ..inputs import referentials_in


def run(arguments: Namespace, console: Console) -> Exit:
    """Write an audit to fill in, for a referential that is given by its file or its identifier."""
    wanted = arguments.referential
    if (arguments.output or "").lower().endswith(".ods"):
        console.status("not_converted_to", value=arguments.output, known=(".yaml", ".xlsx"))
        return Exit.UNUSABLE
    referentials = referentials_in(arguments.places)
    if os.path.exists(wanted) or wanted.endswith(VALUES):
        referentials = Referentials([wanted])
        referential = load_referential(wanted)
    else:
        referential = referentials.named(wanted)
    former = _former(arguments, referential)
    language = arguments.lang or referential.report_language
    output = Path(arguments.output or "")
    blank = blank_workbook if output.suffix.lower() == ".xlsx" else blank_audit
    content = blank(referential, language, former)
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
    audit = value_of(open_document(arguments.former), Audit)
    named = audit.referential
    if named.id != referential.id:
        facts = {"value": named.id, "name": referential.name, "expected": referential.id}
        other = problem("A052", ("referential", "id"), **facts)
        raise AuditError([other.located(audit.source)])
    is_same = named.version == referential.version
    known = Referentials.from_values(referential) if is_same else referentials_in(arguments.places)
    return Former(audit, known.assess(audit).evaluation.referential)
