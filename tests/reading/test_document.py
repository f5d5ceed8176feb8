"""A file as a document: every problem has its place, and only DataError is raised."""

import pickle
import re
from pathlib import Path

import pytest
import regenerate
from hypothesis import given
from hypothesis import strategies as st
from support.shipped import EXAMPLES, REFERENTIAL, ROOT
from support.written import MINIMAL

from cpe_label import (
    Audit,
    AuditError,
    DataError,
    ReferentialError,
    UnknownFormatError,
    check,
    load_audit,
    load_referential,
    parse_audit,
    parse_record,
    parse_referential,
)
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.reading.document import read_document, value_of


@pytest.mark.parametrize("path", regenerate.invalid_files(), ids=lambda path: path.name)
def test_invalid_file_gives_exactly_these_lines(path: Path) -> None:
    expected = path.with_name(path.name + ".txt").read_text("utf-8")
    code = path.name.split("-")[0]
    assert re.search(rf"{re.escape(path.name)}:[0-9]+:[0-9]+: {code} ", expected)
    assert regenerate.lines_of(path) == expected


def test_every_problem_of_content_has_a_broken_file() -> None:
    shown = {path.name.split("-")[0] for path in regenerate.invalid_files()}
    # Too many values, too long a text: no small file. The others: two files disagree, each of them
    # sound. All are tested below or with the commands that compare files.
    large = {"Y011", "Y012", "Y015", "R020"}
    pairs = {"Y022", "A031", "R019", "R022", "R023", "E007", "E008"}
    compared = {*(f"R{number:03}" for number in range(24, 32)), *(f"A05{n}" for n in range(1, 6))}
    networks = {code for code in CATALOGUE if code >= "N013" and code[0] == "N"}
    elsewhere = large | pairs | compared | networks
    assert {code for code in CATALOGUE if code[0] not in "FTSX"} - shown == elsewhere


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_sound(path: Path) -> None:
    audit = load_audit(path)
    assert check(audit) == ()


HOSTILE = {
    "a Word file": (b"PK\x03\x04\x14\x00\x06\x00", "F019"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1", "F019"),
    "a PDF": (b"%PDF-1.7\n", "F019"),
    "a page": (b'\xef\xbb\xbf\n<!DOCTYPE html>\n<html lang="fr">', "F038"),
    "a page of another kind": (b"<HTML>", "F038"),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00", "Y001"),
    "Latin-1": ("organisation: Coopérative".encode("latin-1"), "Y001"),
    "UTF-16": (MINIMAL.encode("utf-16"), "Y001"),
    "a NUL": (b"format: \x00", "Y002"),
    "an escape": (b"format: \x1b[31m", "Y002"),
    "100 000 open brackets": (b"[" * 100_000, "Y014"),
    "deep in a value": (b"a: " + b"[" * 100_000, "Y010"),
    "deep mappings": (b"a: " + b"{a: " * 100_000, "Y010"),
    "deep JSON": (b'{"a": ' + b"[" * 100_000, "Y010"),
    "too many values": (b"a: [" + b"1," * 30_000 + b"]", "Y011"),
    "too long a text": (b"a: " + b"x" * 200_000, "Y012"),
    "nothing": (b"", "Y003"),
    "only a document mark": (b"---\n", "Y003"),
    "an alias bomb": (
        b"a0: &a0 [x,x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (i, i, b"*a%d," % (i - 1) * 9) for i in range(1, 9)),
        "Y006",
    ),
    "a python object": (b"a: !!python/object/apply:os.system [id]", "Y007"),
    "a lone surrogate": (b'{"a": "\\ud800"}', "Y002"),
    "a huge code point": (b'a: "\\UFFFFFFFF"', "Y035"),
}


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_content_gives_a_problem_with_a_place(content: bytes, code: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_audit(content, source="hostile")
    first = caught.value.problems[0]
    assert first.code == code
    assert first.file == "hostile"
    assert first.line is not None
    assert first.column is not None


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_no_content_raises_anything_else(content: bytes | str) -> None:
    for source in ("a.yaml", "a.json"):
        with pytest.raises(DataError):
            parse_audit(content, source=source)


@given(st.text("{}[]:,\"'-&*!|>%@`#? \n\tabc0\\u", max_size=60))
def test_no_mark_of_syntax_raises_anything_else(text: str) -> None:
    for source in ("a.yaml", "a.json"):
        with pytest.raises(DataError):
            parse_audit(text, source=source)


def test_an_error_can_be_pickled() -> None:
    with pytest.raises(AuditError) as caught:
        parse_audit(MINIMAL.replace("kind: audit", "kind: adit"), source="a.yaml")
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_each_error_has_its_class() -> None:
    with pytest.raises(ReferentialError, match="R003"):
        parse_referential("format: cpe-label/referential/1\nid: {}\n")
    with pytest.raises(AuditError, match="A002"):
        parse_audit("format: cpe-label/audit/1\n")
    with pytest.raises(UnknownFormatError, match="Y020"):
        parse_audit("format: cpe-label/audit/9\n")
    with pytest.raises(UnknownFormatError, match="Y021"):
        parse_audit("kind: audit\n")
    with pytest.raises(AuditError, match="this file is a referential; an audit was expected"):
        load_audit(REFERENTIAL)
    with pytest.raises(ReferentialError, match="this file is an audit; a referential was expected"):
        load_referential(EXAMPLES[0])
    with pytest.raises(AuditError, match="F001"):
        load_audit(ROOT / "nowhere.yaml")


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
def test_a_format_that_is_not_a_text_is_reported_as_missing(written: str) -> None:
    for read in (parse_audit, parse_record):
        with pytest.raises(UnknownFormatError, match="Y021") as caught:
            read(f"format: {written}\n")
        assert caught.value.problems[0].line == 1


def test_what_leaves_a_file_readable_hides_nothing_else() -> None:
    document = read_document(
        f"{MINIMAL}response: !!str x\nfindings:\n  A: {{status: oui}}\n  A: {{evidnce: [x]}}\n",
        "a.yaml",
    )
    assert [(p.code, p.line) for p in document.problems] == [
        ("Y007", 6),
        ("Y009", 9),
        ("A001", 9),
    ]
    assert not document.is_sound
    for first, second, left in (("y", "x", "x"), ("", "x", "x"), ("y", "", None), ("", "", None)):
        document = read_document(f"{MINIMAL}response: {first}\nresponse: {second}\n", "a.yaml")
        assert isinstance(document.value, Audit)
        assert document.value.response == left
        assert [p.code for p in document.problems] == ["Y009"]
        assert not document.is_sound
    document = read_document(f"{MINIMAL}reponse:\nreponse:\n", "a.yaml")
    assert [(p.code, p.line) for p in document.problems] == [("A001", 7), ("Y009", 7)]
    with pytest.raises(AuditError):
        value_of(document, Audit)
