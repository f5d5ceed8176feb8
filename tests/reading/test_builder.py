"""From events to plain data: repeated keys, limits, comments inside texts."""

import pytest
from support.written import MINIMAL

from cpe_label import (
    AuditError,
    parse_audit,
)
from cpe_label.reading.document import read_document


def test_too_many_problems_are_cut_and_reported() -> None:
    findings = "".join(f" K{n}: {{x: y}}\n" for n in range(3000))
    for name, text in (
        ("a.yaml", f"{MINIMAL}findings:\n{findings}"),
        ("b.json", "{" + ",".join(['"k": 1'] * 3000) + "}"),
    ):
        problems = read_document(text, name).problems
        assert len(problems) == 1001
        (more,) = (found for found in problems if found.code == "Y015")
        assert more.place == problems[-1].place
        assert "over 1000 problems; the others are not told" in more.text()


def test_a_repeated_key_is_reported_whatever_its_value_and_wherever_reading_stops() -> None:
    start = "format: cpe-label/audit/1\na: *x\na: 1\nb:\nb: {c: [1], c: }\n"
    for rest, last in {
        "": [],
        "<<: 1\n<<: 2\n": [(6, "Y008"), (7, "Y008"), (7, "Y009")],
        "a: !!set [1]\n": [(6, "Y009"), (6, "Y007")],
        f"d: {'[' * 40}\n": [(6, "Y010")],
        f"d: [{'1, ' * 20_000}]\n": [(6, "Y011")],
    }.items():
        with pytest.raises(AuditError) as caught:
            parse_audit(start + rest, source="a.yaml")
        places = [(p.line, p.code) for p in caught.value.problems]
        assert places == [(2, "Y006"), (3, "Y009"), (5, "Y009"), (5, "Y009"), *last]


def test_a_text_that_is_only_a_comment_is_reported() -> None:
    document = read_document(f"{MINIMAL}opinion: #1 prioritaire\nresponse: # à écrire\n", "a.yaml")
    assert [(p.code, p.line, p.column) for p in document.problems] == [("Y037", 6, 10)]
