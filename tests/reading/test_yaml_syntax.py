"""YAML: every scalar is the text that was written, and every character is kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.written import MINIMAL

from cpe_label import (
    AuditError,
    parse_audit,
)

YAML_SURPRISES = [
    *("1.10", "010", "0x1F", "0b11", "1_000", "1e3", ".inf", ".nan", "12:30", "12:30:45"),
    *("no", "NO", "off", "yes", "on", "oui", "true", "Nul", "nil", "2026-10-12", "2026-02-30"),
    *("=", "y", "n", "0o14", "1,5", "<", "-.inf", "0.", "+1", "2024-01-15T10:00:00Z"),
]


@pytest.mark.parametrize("written", YAML_SURPRISES)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    audit = parse_audit(f"{MINIMAL}opinion: {written}\n")
    assert audit.opinion == written


@pytest.mark.parametrize("written", ["", "null", "~", '""', "''"])
def test_nothing_is_nothing(written: str) -> None:
    assert parse_audit(f"{MINIMAL}opinion: {written}\n") == parse_audit(MINIMAL)


@pytest.mark.parametrize("written", ['"null"', "'~'", '"Null"', "'NULL'", "|-\n  null"])
def test_between_quotes_it_is_a_word(written: str) -> None:
    audit = parse_audit(f"{MINIMAL}opinion: {written}\n")
    assert audit.opinion in ("null", "~", "Null", "NULL")


@pytest.mark.parametrize("written", ["Null", "NULL"])
def test_what_some_programs_read_as_nothing_is_asked(written: str) -> None:
    with pytest.raises(AuditError) as caught:
        parse_audit(f"{MINIMAL}opinion: {written}\n")
    assert [one.code for one in caught.value.problems] == ["Y049"]


def test_version_1_10_is_not_1_1() -> None:
    audit = parse_audit(MINIMAL.replace('"2019.1"', "1.10"))
    assert audit.referential.version == "1.10"


@given(st.text(st.sampled_from("\u2028\u200b\ue000é\u0301\x85\n\t\r x"), min_size=1))
def test_unusual_characters_of_prose_are_kept(text: str) -> None:
    audit = parse_audit(f"{MINIMAL}opinion: {json.dumps(f'x{text}x')}\n", source="a.yaml")
    assert audit.opinion == f"x{text}x"


@pytest.mark.parametrize("strange", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"', ">-\n  {}", "|-\n  {}"])
def test_what_yaml_takes_for_a_line_break_and_editors_do_not(strange: str, style: str) -> None:
    """It stays in the text as it was written, ends no comment, and counts as no line."""
    text = f"# note{strange}opinion: x\n{MINIMAL}opinion: {style.format(f'un{strange}deux')}\n"
    assert parse_audit(text, source="a.yaml").opinion == f"un{strange}deux"
    with pytest.raises(AuditError) as caught:
        parse_audit(f"{text}bogus: x\n", source="a.yaml")
    assert caught.value.problems[0].line == text.count("\n") + 1


@pytest.mark.parametrize("written", ["\ue000", '"\\ue000"', '"\\U0000E000"'])
def test_what_stands_in_for_a_line_break_is_never_taken_for_one(written: str) -> None:
    audit = parse_audit(f"{MINIMAL}response: a\u2028b\nopinion: {written}\n")
    assert (audit.response, audit.opinion) == ("a\u2028b", "\ue000")
