"""The word, the shape and the tone of each state, once for all formats."""

from dataclasses import dataclass
from typing import Final, Literal

from .phrase import Phrase

Tone = Literal["good", "bad", "open", "quiet"]


@dataclass(frozen=True, slots=True)
class Colours:
    """A tone on paper (as dark ink, and as a pale ground for it) and on a terminal (ANSI)."""

    ink: str
    ground: str
    ansi: str


PAPER: Final = {
    "ink": "#1d2730",
    "soft": "#4b5763",
    "rule": "#d9dee3",
    "track": "#e4e8eb",
    "ground": "#f6f7f8",
    "accent": "#17545c",
}
"""The colours of a page that stand for no state: texts, lines, the empty part of a gauge."""

TONES: Final[dict[Tone, Colours]] = {
    "good": Colours("#1f6a45", "#e8f3ec", "32"),
    "bad": Colours("#a1331f", "#fbece8", "31"),
    "open": Colours("#7d5200", "#fdf3dc", "33"),
    "quiet": Colours("#55606b", "#f0f2f4", "2"),
}


@dataclass(frozen=True, slots=True)
class StateStyle(Phrase):
    """A state: its word, the shape before it, its tone."""

    icon: str
    tone: Tone


STATUSES: Final[dict[str, StateStyle]] = {
    "met": StateStyle("met", "satisfait", "✓", "good"),
    "not_met": StateStyle("not met", "non satisfait", "✗", "bad"),
    "not_applicable": StateStyle("not applicable", "sans objet", "–", "quiet"),
    "unassessed": StateStyle("to assess", "à évaluer", "?", "open"),
}

VERDICTS: Final[dict[str, StateStyle]] = {
    "pass": StateStyle("reached", "atteint", "✓", "good"),
    "fail": StateStyle("not reached", "non atteint", "✗", "bad"),
    "undecided": StateStyle("still open", "en suspens", "?", "open"),
}

# The verdict on a whole audit: a level is reached, the conditions of a label are met.
CONDITIONS: Final[dict[str, StateStyle]] = {
    "pass": StateStyle("conditions met", "conditions remplies", "✓", "good"),
    "fail": StateStyle("conditions not met", "conditions non remplies", "✗", "bad"),
    "undecided": StateStyle("still open", "en suspens", "?", "open"),
}

STANDINGS: Final[dict[str, StateStyle]] = {
    "labelled": StateStyle("Label granted", "Label accordé", "✓", "good"),
    "labellable": StateStyle("Eligible for the label", "Labellisable", "✓", "good"),
    "secured": StateStyle(
        "Conditions already secured, assessment to finish",
        "Conditions déjà acquises, évaluation à terminer",
        "✓",
        "open",
    ),
    "not_labellable": StateStyle(
        "Not eligible for the label at this stage", "Non labellisable à ce stade", "✗", "bad"
    ),
    "unfinished": StateStyle("Assessment in progress", "Évaluation en cours", "?", "open"),
    "refused": StateStyle(
        "Label not granted at this stage", "Label non accordé à ce stade", "✗", "bad"
    ),
    "adjourned": StateStyle("Decision adjourned", "Décision ajournée", "?", "open"),
    "self_pass": StateStyle(
        "Conditions met, by self-assessment",
        "Conditions remplies, selon l'autodiagnostic",
        "✓",
        "good",
    ),
    "self_fail": StateStyle(
        "Conditions not met yet, by self-assessment",
        "Conditions pas encore remplies, selon l'autodiagnostic",
        "✗",
        "bad",
    ),
}

# The state of a granted label on the day of the report, which stands first in it.
STATES: Final[dict[str, StateStyle]] = {
    "none": StateStyle(
        "Label granted, not begun yet", "Label accordé, pas encore commencé", "✓", "good"
    ),
    "withdrawn": StateStyle("Label withdrawn", "Label retiré", "✗", "bad"),
    "expired": StateStyle("Label expired", "Label échu", "✗", "bad"),
    "suspended": StateStyle("Label suspended", "Label suspendu", "✗", "open"),
    "expiring": StateStyle(
        "Label granted, near its end", "Label accordé, proche de son terme", "✓", "open"
    ),
    "valid": StateStyle("Label granted", "Label accordé", "✓", "good"),
}

OUTCOMES: Final[dict[str, StateStyle]] = {
    "granted": StateStyle("label granted", "label accordé", "✓", "good"),
    "refused": StateStyle("label not granted", "label non accordé", "✗", "bad"),
    "adjourned": StateStyle("decision adjourned", "décision ajournée", "?", "open"),
}

EVENTS: Final[dict[str, StateStyle]] = {
    "suspended": StateStyle("label suspended", "label suspendu", "✗", "open"),
    "reinstated": StateStyle("label reinstated", "label rétabli", "✓", "good"),
    "withdrawn": StateStyle("label withdrawn", "label retiré", "✗", "bad"),
}
