"""The colours of a report have contrast, and a page has no other."""

import re

import pytest
from support.page_tree import CSS

from cpe_label.messages.states import PAPER, TONES

WHITE = "#ffffff"

TEXTS = [
    *((PAPER[name], WHITE) for name in ("ink", "soft", "accent")),
    *((tone.ink, ground) for tone in TONES.values() for ground in (WHITE, tone.ground)),
    *((PAPER["ink"], tone.ground) for tone in TONES.values()),
]
"""Each colour of a text, with each ground that it stands on."""

GRAPHICS = [
    *((tone.ink, PAPER["track"]) for tone in TONES.values()),
    *((tone.ink, WHITE) for tone in TONES.values()),
    (PAPER["ink"], WHITE),
]
"""The filled part of a gauge on its track and on the page; the mark of a threshold in its halo."""


@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_texts_have_contrast(ink: str, ground: str) -> None:
    """WCAG 2, 1.4.3: at least 4.5 to 1."""
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), GRAPHICS)
def test_graphics_have_contrast(ink: str, ground: str) -> None:
    """WCAG 2, 1.4.11: at least 3 to 1."""
    assert contrast(ink, ground) >= 3


def test_no_colour_but_those_of_the_palette() -> None:
    assert "--paper: #fff;" in CSS
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*[{,:.>])", CSS))
    assert colours == {"#fff"}


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast("#000000", WHITE) == 21
    assert contrast(WHITE, WHITE) == 1
    assert round(contrast("#777777", WHITE), 2) == 4.48


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
