"""The audits of a folder to which a changed referential is applied, and those listed apart."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..problems.problem import Problem, is_error, problem, sorted_problems
from ..reading.discovery import documents_under
from ..reading.document import BESIDE_AUDITS, Document
from ..record.comparison import LeftOut
from ..rules.comparison import ReferentialComparison
from ..rules.pairing import check_simulated
from ..rules.simulation import Simulation, simulate
from ..text.display import visible
from .console import Console
from .inputs import documents_named
from .problem_output import relative


def simulated_in(
    folder: str | None, found: ReferentialComparison, same: Sequence[str], console: Console
) -> tuple[Simulation | None, list[LeftOut]]:
    """What the changes would do to the audits of a folder, and the files that are not counted.

    Raises DataError if nothing is left to count.
    """
    if folder is None:
        return None, []
    audits: list[Audit] = []
    troubles: list[Problem] = []
    for document in _documents(folder):
        wrong = _troubles(document, found.old)
        troubles += wrong
        if isinstance(document.value, Audit) and not any(map(is_error, wrong)):
            audits.append(document.value)
    simulation = simulate(found, audits, same)
    troubles += [
        problem("A055", ("audited_on", "from")).located(one.source) for one in simulation.ambiguous
    ]
    troubles = [
        replace(one, file=one.file and relative(one.file)) for one in sorted_problems(troubles)
    ]
    if not simulation.organisations:
        nobody = problem("F033", name=found.old.name).in_file(folder)
        raise DataError([nobody, *troubles])
    console.report_problems(troubles)
    codes: dict[str, list[str]] = {}
    for one in troubles:
        codes.setdefault(visible(one.file or ""), []).append(one.code)
    return simulation, [(file, tuple(dict.fromkeys(each))) for file, each in codes.items()]


def _documents(folder: str) -> Iterator[Document]:
    return documents_under(folder, []) if os.path.isdir(folder) else documents_named(folder)


def _troubles(document: Document, old: Referential) -> list[Problem]:
    """Why a file of the folder is not counted; nothing for what is no audit."""
    if document.kind in BESIDE_AUDITS:
        return []
    found = [one for one in document.problems if is_error(one)]
    if not found and isinstance(document.value, Audit) and document.value.kind == "audit":
        found += check_simulated(document.value, old)
    return found
