"""What a terminal or a log shows: escapes, columns, quotes."""

import pytest

from cpe_label.reports.view.localizer import Localizer
from cpe_label.text.display import columns, quoted, shortened, visible


def test_a_quoted_value_is_short_and_harmless() -> None:
    assert quoted("a\x1b[31m\u202e\nb", "en") == "« a\\u001b[31m\\u202e\\u000ab »"
    assert quoted("x" * 100, "fr") == f"«\u202f{'x' * 59}…\u202f»"
    assert quoted("x" * 60, "en") == f"« {'x' * 60} »"
    assert quoted(12, "en") == "« 12 »"


@pytest.mark.parametrize(
    ("character", "escape"),
    [
        *(("\x00", "\\u0000"), ("\t", "\\u0009"), ("\n", "\\u000a"), ("\x7f", "\\u007f")),
        *(("\x85", "\\u0085"), ("\x9b", "\\u009b"), ("\xad", "\\u00ad"), ("\u061c", "\\u061c")),
        *(("\u180e", "\\u180e"), ("\u200b", "\\u200b"), ("\u200f", "\\u200f")),
        *(("\u2028", "\\u2028"), ("\u202e", "\\u202e"), ("\u2060", "\\u2060")),
        *(("\u2069", "\\u2069"), ("\u206a", "\\u206a"), ("\u206f", "\\u206f")),
        *(("\ud800", "\\ud800"), ("\udfff", "\\udfff"), ("\ufdd0", "\\ufdd0")),
        *(("\ufeff", "\\ufeff"), ("\ufffe", "\\ufffe"), ("\uffff", "\\uffff")),
        *(("\U0001fffe", "\\U0001fffe"), ("\U0010ffff", "\\U0010ffff")),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_acts_or_is_not_seen_is_shown_as_its_escape(character: str, escape: str) -> None:
    assert visible(f"a{character}b") == f"a{escape}b"
    assert visible(escape) == escape


def test_what_is_seen_stays() -> None:
    text = "é e\u0301 漢 ♥\ufe0f « 50\u202f% »\u00a0\u2011 \ufffd \U0001f600 \U0010fffd"
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("漢字", 4),
        ("Ａ", 2),
        ("❤\ufe0f", 1),
        ("\u302a", 0),
        ("a\u20dd", 1),
    ],
)
def test_columns_of_a_terminal(text: str, count: int) -> None:
    assert columns(text) == count


def test_a_report_names_what_acts_and_keeps_what_has_no_width() -> None:
    assert Localizer("en").text("a\u206ab\uffffc") == "a[U+206A]b[U+FFFF]c"
    assert Localizer("en").text("a\u200bb\u00adc") == "a\u200bb\u00adc"


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        *(("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…")),
        *(("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 5, "漢字…")),
        ("e\u0301te\u0301s", 3, "e\u0301t…"),
    ],
)
def test_a_text_is_cut_to_columns(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut
