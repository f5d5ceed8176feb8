"""Apply the rules of a peer label to audits: load, check, evaluate, render.

from cpe_label import evaluate, find_referential, load_audit, load_referentials, render

audit = load_audit("audit.yaml")
evaluation = evaluate(find_referential(audit), audit, versions=load_referentials())
print(evaluation.verdict, render(evaluation, "markdown"))
"""

from importlib import import_module

from .version import __version__

TYPE_CHECKING = False  # as type checkers know it; the module that has it is slow to import
if TYPE_CHECKING:
    from .audit import Audit, Decision, Event, Finding
    from .checks import check
    from .errors import (
        AuditError,
        CpeLabelError,
        DataError,
        MissingExtraError,
        Problem,
        ReferentialError,
        UnknownFormatError,
    )
    from .evaluating import evaluate
    from .evaluation import Evaluation, LevelResult, Period, Standing, Verdict
    from .exchange.saving import to_json, to_yaml
    from .loading import (
        find_referential,
        load_audit,
        load_referential,
        load_referentials,
        parse_audit,
        parse_referential,
    )
    from .loading.records import load_record, parse_record
    from .record import Recorded
    from .referential import Criterion, Level, Referential, Validity
    from .rendering import NoCertificateError, render
    from .validity import label_period, state_on
    from .verifying import verify

# Each name and the module it lives in, imported when first asked for: `--version` needs none.
_HOMES = {
    "Audit": "audit",
    "AuditError": "errors",
    "CpeLabelError": "errors",
    "Criterion": "referential",
    "DataError": "errors",
    "Decision": "audit",
    "Evaluation": "evaluation",
    "Event": "audit",
    "Finding": "audit",
    "Level": "referential",
    "LevelResult": "evaluation",
    "MissingExtraError": "errors",
    "NoCertificateError": "rendering",
    "Period": "evaluation",
    "Problem": "errors",
    "Recorded": "record",
    "Referential": "referential",
    "ReferentialError": "errors",
    "Standing": "evaluation",
    "UnknownFormatError": "errors",
    "Validity": "referential",
    "Verdict": "evaluation",
    "check": "checks",
    "evaluate": "evaluating",
    "find_referential": "loading",
    "label_period": "validity",
    "load_audit": "loading",
    "load_record": "loading.records",
    "load_referential": "loading",
    "load_referentials": "loading",
    "parse_audit": "loading",
    "parse_record": "loading.records",
    "parse_referential": "loading",
    "render": "rendering",
    "state_on": "validity",
    "to_json": "exchange.saving",
    "to_yaml": "exchange.saving",
    "verify": "verifying",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = [
    "Audit",
    "AuditError",
    "CpeLabelError",
    "Criterion",
    "DataError",
    "Decision",
    "Evaluation",
    "Event",
    "Finding",
    "Level",
    "LevelResult",
    "MissingExtraError",
    "NoCertificateError",
    "Period",
    "Problem",
    "Recorded",
    "Referential",
    "ReferentialError",
    "Standing",
    "UnknownFormatError",
    "Validity",
    "Verdict",
    "__version__",
    "check",
    "evaluate",
    "find_referential",
    "label_period",
    "load_audit",
    "load_record",
    "load_referential",
    "load_referentials",
    "parse_audit",
    "parse_record",
    "parse_referential",
    "render",
    "state_on",
    "to_json",
    "to_yaml",
    "verify",
]
