"""The characters that the fonts of a PDF have, and the codes of the others."""

import json
import re

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from support.filling import report_of
from support.pdf import bare, opened, text_of

from cpe_label.reports.formats import glyphs

pytestmark = pytest.mark.slow


def shown_characters() -> list[str]:
    pattern = re.compile(f"[{glyphs.SHOWN}]")
    return [character for character in map(chr, range(0x30000)) if pattern.match(character)]


SHOWN = shown_characters()


def compiled(texts: list[str]) -> None:
    """Set texts as the reports do, or raise for a character without its glyph."""
    source = """#set document(title: "x")
        #set text(font: "Libertinus Serif", lang: "fr")
        #for one in json(bytes(sys.inputs.data)) { par(one) + par(text(weight: 600, one)) }"""
    typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(texts)},
        pdf_standards=["ua-1"],
    )


def test_the_fonts_have_every_character_that_is_shown() -> None:
    assert len(SHOWN) > 3000
    compiled([f"a{character}b" for character in SHOWN])


@given(st.lists(st.text(st.sampled_from(SHOWN), max_size=8), min_size=10, max_size=60))
def test_the_fonts_have_them_side_by_side(texts: list[str]) -> None:
    compiled(texts)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("漢字", "[U+6F22 U+5B57]"),
        ("oui 👍", "oui [U+1F44D]"),
        ("สหกรณ์", "[U+0E2A U+0E2B U+0E01 U+0E23 U+0E13 U+0E4C]"),
        ("مَ", "م[U+064E]"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\x07b", "a[U+0007]b"),
        ("\ud800", "[U+D800]"),
        ("Łódź, Škoda, Ðặng, Ωμέγα, Київ, œuvre, 12 €, → ✓ ☑ ⚠", None),
        ("e\u0301 n\u0303", None),
        ("جمعية التعاون ٢٠٢٦, קואופרטיב, Հայ, ქართ", None),
    ],
)
def test_what_the_fonts_have_not_is_shown_by_its_code(written: str, shown: str | None) -> None:
    assert glyphs.coded(written) == (shown or written)


def test_a_report_says_that_it_shows_codes() -> None:
    note = "Un caractère que les polices de ce PDF n’ont pas"
    with_codes = text_of(opened(report_of("漢字 \U0001f44d\U0001f3fd \u202e", "pdf")))
    assert "[U+6F22U+5B57]" in with_codes
    assert bare(note) in with_codes
    assert bare(note) not in text_of(opened(report_of("texte", "pdf")))
