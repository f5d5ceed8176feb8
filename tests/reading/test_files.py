"""The bytes of a file: line ends, byte order marks, encodings, limits."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.shipped import EXAMPLES, REFERENTIAL
from support.written import MINIMAL

from cpe_label import parse_audit
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_document, read_plain
from cpe_label.reading.files import (
    FORBIDDEN,
    MOST_BYTES,
    MOST_BYTES_OF_REFERENTIAL,
    forbidden_character,
    lines_from,
    wide_encoding,
)


def test_lines_of_an_old_mac_are_counted() -> None:
    for name, text in (("a.yaml", f"{MINIMAL}bogus: x\n"), ("a.json", '{\n"a":\n1}\n')):
        document = read_document(text.replace("\n", "\r"), name)
        assert document.problems[0].line == read_document(text, name).problems[0].line


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    content = EXAMPLES[0].read_bytes()
    expected = parse_audit(content)
    for variant in (
        content.replace(b"\n", b"\r\n"),
        content.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + content,
        b"%YAML 1.2\n---\n" + content,
    ):
        assert parse_audit(variant) == expected


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


def rich_referential(criteria: int) -> dict[str, Any]:
    """The shipped referential with many criteria, each with long texts."""
    data = read_plain(Source("a.yaml", REFERENTIAL.read_text("utf-8"))).data
    first = data["sections"][0]
    one = {**first["criteria"][0], "guidance": "Vérifier sur pièces, à l’oral, en équipe. " * 30}
    many = [{**one, "id": f"X-{number}"} for number in range(criteria)]
    return {**data, "sections": [{**first, "criteria": many}]}


@pytest.mark.parametrize("indent", [None, 1])
def test_a_referential_of_500_criteria_with_long_texts_is_read(indent: int | None) -> None:
    text = json.dumps(rich_referential(500), ensure_ascii=False, indent=indent)
    assert MOST_BYTES < len(text.encode()) < MOST_BYTES_OF_REFERENTIAL
    for name in ("a.json", "a.yaml"):
        document = read_document(text.encode(), name)
        assert document.kind == "referential"
        assert not {one.code for one in document.problems} & {"F005", "Y011", "Y012"}


def test_an_audit_of_500_criteria_is_read() -> None:
    data = read_plain(Source("a.yaml", EXAMPLES[0].read_text("utf-8"))).data
    finding = {"status": "met", "evidence": ["Vu sur pièces le jour même. " * 4] * 4}
    data = {**data, "findings": {f"X-{number}": finding for number in range(500)}}
    text = json.dumps(data, ensure_ascii=False)
    assert read_document(text, "a.json").is_sound


@pytest.mark.parametrize(
    ("start", "most"),
    [
        ("format: cpe-label/referential/1\n", MOST_BYTES_OF_REFERENTIAL),
        ("format: cpe-label/audit/1\n", MOST_BYTES),
        (f"{'#' * 5_000}\nformat: cpe-label/referential/1\n", MOST_BYTES),
    ],
)
def test_a_file_is_measured_by_what_it_says_it_is(start: str, most: int) -> None:
    for size, refused in ((most, False), (most + 1, True)):
        content = start.encode() + b"#" * (size - len(start))
        codes = [one.code for one in read_document(content, "a.yaml").problems]
        assert (codes == ["F005"]) == refused


def test_the_lines_of_a_stream_take_bounded_memory() -> None:
    long = b"x" * (5 * MOST_BYTES_OF_REFERENTIAL)
    lines = [*lines_from(io.BytesIO(b"a\n" + long + b"\nb\n" + long))]
    assert [line[:1] for line in lines] == [b"a", b"x", b"b", b"x"]
    assert max(map(len, lines)) <= MOST_BYTES_OF_REFERENTIAL + 2


# ── Encodings ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a"])
def test_utf_16_and_utf_32_are_named(encoding: str, name: str) -> None:
    (found,) = read_document(MINIMAL.encode(encoding), name).problems
    assert (found.code, found.line, found.column) == ("Y001", 1, 1)
    assert f"mais {encoding[:6].upper()}" in found.message("fr")
    assert f"but {encoding[:6].upper()}" in found.message("en")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_text_in_utf_8_is_taken_for_another_encoding(text: str) -> None:
    assert wide_encoding(text.encode()) is None


@given(st.text())
def test_every_forbidden_character_is_found(text: str) -> None:
    found = FORBIDDEN.search(text)
    trouble = forbidden_character(Source("a", text))
    assert (trouble is None) == (found is None)
