"""The words of the table of several audits."""

from typing import Final

from .phrase import Phrase

TABLE: Final[dict[str, Phrase]] = {
    "organisation": Phrase("organisation", "organisation"),
    "verdict": Phrase("result", "résultat"),
    "label": Phrase("label on {day}", "label au {day}"),
    "last_day": Phrase("last day", "dernier jour"),
    "not_evaluated": Phrase("not evaluated", "non évalué"),
}
"""The heading of each column, and what stands for the result of a file that has none."""

LABELS: Final[dict[str, Phrase]] = {
    "none": Phrase("not begun", "pas commencé"),
    "withdrawn": Phrase("withdrawn", "retiré"),
    "expired": Phrase("expired", "échu"),
    "suspended": Phrase("suspended", "suspendu"),
    "expiring": Phrase("near its end", "proche du terme"),
    "valid": Phrase("valid", "valide"),
}
"""The state of a granted label on a day, in a word or two."""
