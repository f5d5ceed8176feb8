"""The group of keys that is written where somebody wrote a text."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from ..messages.terms import terms
from .day_reading import day_meant
from .readings import LONGEST, term_meant


def form_of(model: str, written: str, advice: str) -> dict[str, str]:
    """The keys of a model, with the text that was written instead of them."""
    form = model
    word = term_meant(written, _WORDS_OF_FORMS.get(model, ()), terms().words)
    if model == "Finding" and word:
        form = "status"
    return {
        "advice": "who_and_when" if model == "Action" else advice,
        "form": form,
        "text": _as_scalar(written),
        "day": day_meant(written).get("near", "a_day"),
        "word": word or "…",
    }


_WORDS_OF_FORMS: Final[Mapping[str, Sequence[str]]] = {
    "Finding": ("met", "not_met", "not_applicable"),
    "Decision": ("granted", "refused", "adjourned"),
    "Event": ("suspended", "reinstated", "withdrawn"),
}


def _as_scalar(written: str) -> str:
    """A text as YAML and JSON take it, shortened."""
    shown = " ".join(written.split())
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    return shown if _PLAIN.fullmatch(shown) else json.dumps(shown, ensure_ascii=False)


_PLAIN: Final = re.compile(r"[^\W\d_][\w ().'’-]*")
"""A text that needs no quotes between braces."""
