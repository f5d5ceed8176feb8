"""Apply the rules of a peer label to audits: load, check, evaluate, render.

    from cpe_label import evaluate, load_audit, render

    evaluation = evaluate(load_audit("audit.yaml"))
    print(evaluation.verdict, render(evaluation, "markdown"))

`docs/api.md` describes each name. Type checkers read `__init__.pyi`, which is generated from the
table below.
"""

from importlib import import_module
from typing import Final

from ._version import __version__ as __version__

_PUBLIC: Final = {
    "_frozen": "FrozenMap",
    "model.audit": (
        "Action Audit AuditKind AuditedOn Auditor Decision Event EventKind Finding Organisation "
        "Outcome PreviousLabel PreviousState ReferentialName Status"
    ),
    "model.members": "Member Members",
    "model.referential": (
        "Citation Criterion InForce Level ReferenceDocument Referential Section Validity"
    ),
    "model.share": "Share",
    "problems.catalogue": "Severity",
    "problems.cell": "Cell",
    "problems.exceptions": (
        "AuditError CpeLabelError DataError MembersError MissingExtraError ReferentialError "
        "UnknownFormatError"
    ),
    "problems.fix": "Edit Fix",
    "problems.positions": "Places",
    "problems.problem": "Argument Problem",
    "problems.source": "Source",
    "reading.comparing": "compare",
    "reading.document": "Document",
    "reading.lines": "evaluate_lines",
    "reading.loading": "load_audit load_referential parse_audit parse_referential",
    "reading.members": "load_members",
    "reading.networks": "network",
    "reading.record": "load_record parse_record",
    "reading.referentials": "Place Referentials assess check evaluate load_referentials",
    "record.evaluation": "Recorded",
    "record.verify": "Verification verify",
    "reports.kinds": "ReportKind",
    "reports.render": "NoCertificateError render",
    "rules.changes": "ChangeKind CriterionChange FrameChange",
    "rules.comparison": "ReferentialComparison",
    "rules.engine": "Assessment",
    "rules.evaluation": (
        "Evaluation Inequality LevelResult Part Period Reason SectionResult Standing State Tally "
        "Verdict"
    ),
    "rules.network": (
        "AgendaItem AgendaKind Counts CriterionOnDay EndedBy FileProblems Files GoodPractice "
        "LatestFile Network OrganisationOnDay OrganisationProgress Recommendation SectionAnswers "
        "Stage Term Year"
    ),
    "rules.progress": "Progress ProgressKind Step",
    "rules.validity": "LabelStatus label_period state_on",
    "text.paths": "DataPath",
    "text.serialization": "to_json",
    "text.typography": "Language",
    "writing.dump": "to_yaml",
    "writing.edit": "AuditFile open_audit",
}
"""The public names, by their module. It is imported when one of its names is first used."""

_HOMES: Final = {name: home for home, names in _PUBLIC.items() for name in names.split()}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = sorted(("__version__", *_HOMES))  # noqa: PLE0605  the table has the names
