"""Each state has its word, its shape and its tone."""

from collections.abc import Iterable, Mapping
from typing import get_args

import pytest

from cpe_label import EventKind, Outcome, Standing, State, Status, Verdict
from cpe_label.messages import states
from cpe_label.messages.states import StateStyle

STYLES: dict[str, tuple[Mapping[str, StateStyle], Iterable[str]]] = {
    "statuses": (states.STATUSES, (*get_args(Status), "unassessed")),
    "verdicts": (states.VERDICTS, Verdict),
    "conditions": (states.CONDITIONS, Verdict),
    "standings": (states.STANDINGS, Standing),
    "states": (states.STATES, get_args(State)),
    "outcomes": (states.OUTCOMES, get_args(Outcome)),
    "events": (states.EVENTS, get_args(EventKind)),
}


@pytest.mark.parametrize("name", STYLES)
def test_each_state_that_a_value_can_have_has_a_style(name: str) -> None:
    styles, known = STYLES[name]
    assert sorted(styles) == sorted(map(str, known))


@pytest.mark.parametrize("name", STYLES)
def test_a_tone_goes_with_its_shape(name: str) -> None:
    """So that a state is read without colours."""
    shapes = {"good": "✓", "bad": "✗", "quiet": "–"}
    for key, style in STYLES[name][0].items():
        assert style.tone in states.TONES, key
        assert style.icon == shapes.get(style.tone, style.icon), key
        assert style.icon in "✓✗?–", key


@pytest.mark.parametrize("name", STYLES)
def test_two_states_have_two_words(name: str) -> None:
    for language in ("en", "fr"):
        words = [getattr(style, language) for style in STYLES[name][0].values()]
        assert len(set(words)) == len(words)
