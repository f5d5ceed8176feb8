"""The word or the identifier that was probably meant."""

import pytest

from cpe_label.text.similarity import near_identifier, near_miss, readings


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *(("COO-O1", "COO-01"), ("COO-1", "COO-01"), ("coo-01", "COO-01"), ("COO_02", "COO-02")),
        *(("COO 02", "COO-02"), ("COO-l0", "COO-10"), ("COO-I6", "COO-16")),
        *(("COO–03", "COO-03"), ("COO—03", "COO-03"), ("COO\u201103", "COO-03")),
        *(
            ("COO\u221203", "COO-03"),
            ("COO-\u00ad03", "COO-03"),
            ("COO03", "COO-03"),
            ("COO\u00a003", "COO-03"),
        ),
        *(("COÔ-03", "COO-03"), ("COO\u0302-03", "COO-03"), ("C00-03", "COO-03")),
        *(("cÒ0–O3", "COO-03"), ("0UT-O7", "out-07"), ("C00-30", ""), ("C11-03", "")),
        *(("COO.10", "COO-10"), ("COO-6", ""), ("COO-99", ""), ("XYZ-01", ""), ("abc", "")),
    ],
)
def test_a_near_identifier_is_the_same_one_written_otherwise(name: str, meant: str) -> None:
    known = readings(["COO-01", "COO-02", "COO-03", "COO-10", "COO-16", "out-07"])
    assert near_identifier(name, known) == meant


def test_nothing_is_near_where_two_are() -> None:
    assert near_identifier("COO_1", readings(["COO-1", "COO-01"])) == ""
    assert near_identifier("COO–03", readings(["COO-03", "C00-03"])) == ""


def test_near_miss() -> None:
    assert near_miss("a100", [f"a{n}" for n in range(200)]) == "a100"
    assert near_miss("a100", [f"a{n}" for n in range(201)]) == ""
    assert near_miss("RECOMENDED", ["mandatory", "recommended"]) == "recommended"
    assert near_miss("xyz", ["mandatory"]) == ""
