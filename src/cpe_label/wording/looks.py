"""How each state is told: its word, its shape and its tone, once for every rendering."""

from dataclasses import dataclass
from typing import Final, Literal

from . import Phrase

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
"""The colours of a page that say nothing: its texts, its lines, the empty part of a gauge."""

TONES: Final[dict[Tone, Colours]] = {
    "good": Colours("#1f6a45", "#e8f3ec", "32"),
    "bad": Colours("#a1331f", "#fbece8", "31"),
    "open": Colours("#7d5200", "#fdf3dc", "33"),
    "quiet": Colours("#55606b", "#f0f2f4", "2"),
}


@dataclass(frozen=True, slots=True)
class Look(Phrase):
    """A state: its word, the shape before it, its tone."""

    icon: str
    tone: Tone


STATUSES: Final[dict[str, Look]] = {
    "met": Look("met", "satisfait", "✓", "good"),
    "not_met": Look("not met", "non satisfait", "✗", "bad"),
    "not_applicable": Look("not applicable", "sans objet", "–", "quiet"),
    "unassessed": Look("to assess", "à évaluer", "?", "open"),
}

VERDICTS: Final[dict[str, Look]] = {
    "pass": Look("reached", "atteint", "✓", "good"),
    "fail": Look("not reached", "non atteint", "✗", "bad"),
    "undecided": Look("still open", "en suspens", "?", "open"),
}

STANDINGS: Final[dict[str, Look]] = {
    "labelled": Look("Label granted", "Label accordé", "✓", "good"),
    "labellable": Look("Eligible for the label", "Labellisable", "✓", "good"),
    "secured": Look(
        "Conditions already secured, assessment to finish",
        "Conditions déjà acquises, évaluation à terminer",
        "✓",
        "open",
    ),
    "not_labellable": Look(
        "Not eligible for the label at this stage", "Non labellisable à ce stade", "✗", "bad"
    ),
    "unfinished": Look("Assessment in progress", "Évaluation en cours", "?", "open"),
    "refused": Look("Label not granted at this stage", "Label non accordé à ce stade", "✗", "bad"),
    "adjourned": Look("Decision adjourned", "Décision ajournée", "?", "open"),
    "self_pass": Look(
        "Conditions met, by self-assessment",
        "Conditions remplies, selon l'auto-évaluation",
        "✓",
        "good",
    ),
    "self_fail": Look(
        "Conditions not met yet, by self-assessment",
        "Conditions pas encore remplies, selon l'auto-évaluation",
        "✗",
        "bad",
    ),
}

# What a granted label is on the day of the report: the first thing that it says.
STATES: Final[dict[str, Look]] = {
    "none": Look("Label granted, not begun yet", "Label accordé, pas encore commencé", "✓", "good"),
    "withdrawn": Look("Label withdrawn", "Label retiré", "✗", "bad"),
    "expired": Look("Label expired", "Label échu", "✗", "bad"),
    "suspended": Look("Label suspended", "Label suspendu", "✗", "open"),
    "expiring": Look(
        "Label granted, near its end", "Label accordé, proche de son terme", "✓", "open"
    ),
    "valid": Look("Label granted", "Label accordé", "✓", "good"),
}

OUTCOMES: Final[dict[str, Look]] = {
    "granted": Look("label granted", "label accordé", "✓", "good"),
    "refused": Look("label not granted", "label non accordé", "✗", "bad"),
    "adjourned": Look("decision adjourned", "décision ajournée", "?", "open"),
}

EVENTS: Final[dict[str, Look]] = {
    "suspended": Look("label suspended", "label suspendu", "✗", "open"),
    "reinstated": Look("label reinstated", "label rétabli", "✓", "good"),
    "withdrawn": Look("label withdrawn", "label retiré", "✗", "bad"),
}
