"""A list of members in YAML, JSON and CSV."""

from pathlib import Path

import pytest

from cpe_label import Members, MembersError, load_members, to_json
from cpe_label.reading.document import Document
from cpe_label.reading.members import open_members
from cpe_label.reading.members_csv import members_in_csv

EXPECTED = Members.build(
    {
        "members": [
            {"id": "001", "name": "Coopérative A", "region": "Région", "since": "2019-05-23"},
            {"id": "002", "name": "Coopérative; B", "until": "2023-12-31"},
        ]
    }
)
FRENCH = (
    "Nom;Identifiant;Région;Depuis;Jusqu'au\n"
    "Coopérative A;001;Région;23/05/2019;\n"
    '"Coopérative; B";002;;;31/12/2023\n'
)
ENGLISH = (
    "id,name,region,since,until\n001,Coopérative A,Région,2019-05-23,\n"
    "002,Coopérative; B,,,2023-12-31\n"
)


def read(content: bytes | str) -> Document:
    return members_in_csv(content.encode() if isinstance(content, str) else content, "members.csv")


def told(content: bytes | str) -> list[str]:
    return [f"{one.code} {one.line}:{one.column}" for one in read(content).problems]


@pytest.mark.parametrize(
    "content",
    [
        FRENCH.encode(),
        FRENCH.encode("utf-8-sig"),
        FRENCH.encode("cp1252"),
        FRENCH.replace("\n", "\r\n").encode(),
        FRENCH.replace("\n", "\n;;;;\n").encode(),
        ENGLISH.encode(),
        ENGLISH.replace(",", "\t").encode(),
        ENGLISH.replace("id,name", "SIREN, NAME ").encode(),
    ],
)
def test_the_same_list_however_it_was_saved(content: bytes) -> None:
    document = read(content)
    assert document.problems == ()
    assert document.value == EXPECTED
    assert document.value is not None
    assert document.value.digest == EXPECTED.digest


def test_the_same_list_in_yaml_and_json(tmp_path: Path) -> None:
    path = tmp_path / "members.json"
    path.write_text(to_json(EXPECTED), "utf-8")
    assert load_members(path) == EXPECTED
    path = tmp_path / "MEMBERS.CSV"
    path.write_text(FRENCH, "utf-8")
    assert load_members(path) == EXPECTED
    path = tmp_path / "members.yaml"
    path.write_text("format: cpe-label/members/1\nmembers:\n- {id: 1.10, name: no}\n", "utf-8")
    (member,) = load_members(path).members
    assert (member.id, member.name) == ("1.10", "no")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["T005 1:1"]),
        ("id;name\n", ["T005 1:1"]),
        ("name\nA\n", ["T001 1:1"]),
        ("id;name;untill\na;A;\n", ["T002 1:9"]),
        ("id;name;phone;note\na;A;1;2\n", ["T010 1:9"]),
        ("id;name\n;A\n", ["T008 2:1"]),
        ("id;name;since\na;A;43608\n", ["T009 2:5"]),
        ("id;name;since\na;A;23/05/19\n", ["T009 2:5"]),
        ("id;name\na b;A\n", ["N004 2:1"]),
        ("id;name\n3,21E+08;A\n", ["N004 2:1"]),
        ("id;name\n123456789;A\n1234567;B\n", ["N013 3:1"]),
        ("id;name\n1234567;A\n12345678;B\n", []),
        ("id;name\n12345678901234;A\n123456789;B\n", []),
        ("id;name;since;until\na;A;2020-01-02;2020-01-01\n", ["N012 2:16"]),
        ("id;name\na;A\nb;B\na;A\n", ["N011 4:1"]),
        ("id;name\na;A;x\n", ["T004 2:5"]),
    ],
)
def test_a_problem_has_its_line_and_its_cell(content: str, expected: list[str]) -> None:
    assert told(content) == expected


def test_every_problem_of_a_list_is_found_in_one_run() -> None:
    found = told("id;name;since\na b;A;\nb;B;45.2\n123456789;C;\n12345678;D;\n")
    assert found == ["N004 2:1", "T009 3:5", "N013 5:1"]


def test_a_list_with_problems_is_no_value(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("id;name\na;A\na;A\n", "utf-8")
    with pytest.raises(MembersError) as refused:
        load_members(path)
    assert [one.code for one in refused.value.problems] == ["N011"]
    assert [one.code for one in open_members(tmp_path / "none.csv").problems] == ["F001"]


def test_a_list_of_members_is_skipped_among_audits(tmp_path: Path) -> None:
    from cpe_label.reading.referentials import Referentials

    (tmp_path / "members.yaml").write_text(
        "format: cpe-label/members/1\nmembers: [{id: a, name: A}]\n", "utf-8"
    )
    assert Referentials([tmp_path]).documents == ()
    (document,) = Referentials([tmp_path / "members.yaml"]).documents
    assert [one.code for one in document.problems] == ["Y022"]
