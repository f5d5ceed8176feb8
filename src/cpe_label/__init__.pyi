# Generated from the table in __init__.py by tests/regenerate.py: do not edit.
"""Apply the rules of a peer label to audits: load, check, evaluate, render."""

from ._frozen import FrozenMap as FrozenMap
from .model.audit import Action as Action
from .model.audit import Audit as Audit
from .model.audit import AuditedOn as AuditedOn
from .model.audit import AuditKind as AuditKind
from .model.audit import Auditor as Auditor
from .model.audit import Decision as Decision
from .model.audit import Event as Event
from .model.audit import EventKind as EventKind
from .model.audit import Finding as Finding
from .model.audit import Organisation as Organisation
from .model.audit import Outcome as Outcome
from .model.audit import PreviousLabel as PreviousLabel
from .model.audit import PreviousState as PreviousState
from .model.audit import ReferentialName as ReferentialName
from .model.audit import Status as Status
from .model.members import Member as Member
from .model.members import Members as Members
from .model.referential import Citation as Citation
from .model.referential import Criterion as Criterion
from .model.referential import InForce as InForce
from .model.referential import Level as Level
from .model.referential import ReferenceDocument as ReferenceDocument
from .model.referential import Referential as Referential
from .model.referential import Section as Section
from .model.referential import Validity as Validity
from .model.share import Share as Share
from .problems.catalogue import Severity as Severity
from .problems.cell import Cell as Cell
from .problems.exceptions import AuditError as AuditError
from .problems.exceptions import CpeLabelError as CpeLabelError
from .problems.exceptions import DataError as DataError
from .problems.exceptions import MembersError as MembersError
from .problems.exceptions import MissingExtraError as MissingExtraError
from .problems.exceptions import ReferentialError as ReferentialError
from .problems.exceptions import UnknownFormatError as UnknownFormatError
from .problems.fix import Edit as Edit
from .problems.fix import Fix as Fix
from .problems.positions import Places as Places
from .problems.problem import Argument as Argument
from .problems.problem import Problem as Problem
from .problems.source import Source as Source
from .reading.comparing import compare as compare
from .reading.document import Document as Document
from .reading.lines import evaluate_lines as evaluate_lines
from .reading.loading import load_audit as load_audit
from .reading.loading import load_referential as load_referential
from .reading.loading import parse_audit as parse_audit
from .reading.loading import parse_referential as parse_referential
from .reading.members import load_members as load_members
from .reading.networks import network as network
from .reading.record import load_record as load_record
from .reading.record import parse_record as parse_record
from .reading.referentials import Place as Place
from .reading.referentials import Referentials as Referentials
from .reading.referentials import assess as assess
from .reading.referentials import check as check
from .reading.referentials import evaluate as evaluate
from .reading.referentials import load_referentials as load_referentials
from .record.evaluation import Recorded as Recorded
from .record.verify import Verification as Verification
from .record.verify import verify as verify
from .reports.kinds import ReportKind as ReportKind
from .reports.render import NoCertificateError as NoCertificateError
from .reports.render import render as render
from .rules.changes import ChangeKind as ChangeKind
from .rules.changes import CriterionChange as CriterionChange
from .rules.changes import FrameChange as FrameChange
from .rules.comparison import ReferentialComparison as ReferentialComparison
from .rules.engine import Assessment as Assessment
from .rules.evaluation import Evaluation as Evaluation
from .rules.evaluation import Inequality as Inequality
from .rules.evaluation import LevelResult as LevelResult
from .rules.evaluation import Part as Part
from .rules.evaluation import Period as Period
from .rules.evaluation import Reason as Reason
from .rules.evaluation import SectionResult as SectionResult
from .rules.evaluation import Standing as Standing
from .rules.evaluation import State as State
from .rules.evaluation import Tally as Tally
from .rules.evaluation import Verdict as Verdict
from .rules.network import AgendaItem as AgendaItem
from .rules.network import AgendaKind as AgendaKind
from .rules.network import Counts as Counts
from .rules.network import CriterionOnDay as CriterionOnDay
from .rules.network import EndedBy as EndedBy
from .rules.network import FileProblems as FileProblems
from .rules.network import Files as Files
from .rules.network import GoodPractice as GoodPractice
from .rules.network import LatestFile as LatestFile
from .rules.network import Network as Network
from .rules.network import OrganisationOnDay as OrganisationOnDay
from .rules.network import OrganisationProgress as OrganisationProgress
from .rules.network import Recommendation as Recommendation
from .rules.network import SectionAnswers as SectionAnswers
from .rules.network import Stage as Stage
from .rules.network import Term as Term
from .rules.network import Year as Year
from .rules.progress import Progress as Progress
from .rules.progress import ProgressKind as ProgressKind
from .rules.progress import Step as Step
from .rules.validity import LabelStatus as LabelStatus
from .rules.validity import label_period as label_period
from .rules.validity import state_on as state_on
from .text.paths import DataPath as DataPath
from .text.serialization import to_json as to_json
from .text.typography import Language as Language
from .writing.dump import to_yaml as to_yaml
from .writing.edit import AuditFile as AuditFile
from .writing.edit import open_audit as open_audit

__version__: str

__all__ = [
    "Action",
    "AgendaItem",
    "AgendaKind",
    "Argument",
    "Assessment",
    "Audit",
    "AuditError",
    "AuditFile",
    "AuditKind",
    "AuditedOn",
    "Auditor",
    "Cell",
    "ChangeKind",
    "Citation",
    "Counts",
    "CpeLabelError",
    "Criterion",
    "CriterionChange",
    "CriterionOnDay",
    "DataError",
    "DataPath",
    "Decision",
    "Document",
    "Edit",
    "EndedBy",
    "Evaluation",
    "Event",
    "EventKind",
    "FileProblems",
    "Files",
    "Finding",
    "Fix",
    "FrameChange",
    "FrozenMap",
    "GoodPractice",
    "InForce",
    "Inequality",
    "LabelStatus",
    "Language",
    "LatestFile",
    "Level",
    "LevelResult",
    "Member",
    "Members",
    "MembersError",
    "MissingExtraError",
    "Network",
    "NoCertificateError",
    "Organisation",
    "OrganisationOnDay",
    "OrganisationProgress",
    "Outcome",
    "Part",
    "Period",
    "Place",
    "Places",
    "PreviousLabel",
    "PreviousState",
    "Problem",
    "Progress",
    "ProgressKind",
    "Reason",
    "Recommendation",
    "Recorded",
    "ReferenceDocument",
    "Referential",
    "ReferentialComparison",
    "ReferentialError",
    "ReferentialName",
    "Referentials",
    "ReportKind",
    "Section",
    "SectionAnswers",
    "SectionResult",
    "Severity",
    "Share",
    "Source",
    "Stage",
    "Standing",
    "State",
    "Status",
    "Step",
    "Tally",
    "Term",
    "UnknownFormatError",
    "Validity",
    "Verdict",
    "Verification",
    "Year",
    "__version__",
    "assess",
    "check",
    "compare",
    "evaluate",
    "evaluate_lines",
    "label_period",
    "load_audit",
    "load_members",
    "load_record",
    "load_referential",
    "load_referentials",
    "network",
    "open_audit",
    "parse_audit",
    "parse_record",
    "parse_referential",
    "render",
    "state_on",
    "to_json",
    "to_yaml",
    "verify",
]
