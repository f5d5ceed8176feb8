"""An audit changed in its file: what changes, what stays, what is refused."""

import difflib
import re
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.files import GRANTED
from support.shipped import EXAMPLES, REFERENTIAL
from support.written import MINIMAL

from cpe_label import (
    AuditError,
    DataError,
    Finding,
    UnknownFormatError,
    load_audit,
    load_referential,
    parse_audit,
    to_json,
)
from cpe_label.edit import AuditFile, open_audit
from cpe_label.writing.blank_audit import blank_audit

FORM = re.sub(
    r"(?m)^(  from|  name|  - name):",
    lambda key: f"{key[0]} {'2026-10-12' if 'from' in key[0] else 'Exemple'}",
    blank_audit(load_referential(REFERENTIAL), "en"),
)
HEAD = MINIMAL
DAY = date(2026, 11, 20)


def opened(text: str) -> AuditFile:
    return AuditFile("a.yaml", text.encode())


def difference(before: str, after: str) -> list[str]:
    """The lines taken out and those added, at each place."""
    old, new = before.splitlines(), after.splitlines()
    found = []
    for _, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] != new[k:m]:
            found += [f"-{line}" for line in old[i:j]] + [f"+{line}" for line in new[k:m]]
    return found


# ── In a form ────────────────────────────────────────────────────────────────────────────────────


def test_a_form_is_filled_in_place_below_its_comments() -> None:
    file = opened(FORM)
    action: dict[str, Any] = {"owner": "Personne A", "due": date(2027, 3, 1)}
    file.finding("COO-02", status="met", evidence=["Vu : PV", "b"], comment=None, action=action)
    start = FORM.index("  COO-02:")
    assert file.text.startswith(FORM[:start])
    assert difference(FORM, file.text) == [
        "-    status:",
        "+    status: met",
        '+      - "Vu : PV"',
        "+      - b",
        "+    action: {owner: Personne A, due: 2027-03-01}",
    ]
    assert file.audit.findings["COO-02"] == Finding.build(
        {"status": "met", "evidence": ["Vu : PV", "b"], "action": action}
    )


def test_what_a_form_has_as_a_comment_is_written_below_it() -> None:
    file = opened(FORM)
    file.decision(outcome="granted", decided_on=DAY).previous(last_day=DAY)
    file.event(event="suspended", on=date(2027, 1, 2)).event(event="withdrawn", on=DAY, reason="x")
    lines = file.text.splitlines()
    for key, _after in (("decision", 1), ("previous", 1), ("events", 3)):
        (at,) = [i for i, line in enumerate(lines) if line.startswith(f"#{key}:")]
        assert lines[at + 1].startswith(f"{key}:")
        assert all(line in lines for line in FORM.splitlines())
    assert lines[-3:] == [
        "events:",
        "  - {event: suspended, on: 2027-01-02}",
        "  - {event: withdrawn, on: 2026-11-20, reason: x}",
    ]


# ── Each kind of change, in each kind of layout ──────────────────────────────────────────────────

Change = Callable[[AuditFile], object]
LAYOUTS: dict[str, tuple[str, Change, str]] = {
    "a comment of a key behind the end of the document": (
        "opinion: x\n...\n#decision: later\n",
        lambda file: file.decision(outcome="granted", decided_on=DAY),
        (
            "opinion: x\ndecision: {outcome: granted, decided_on: 2026-11-20}\n...\n"
            "#decision: later\n"
        ),
    ),
    "a key whose comment stands among the findings": (
        "findings:\n  A: {status: met}\n#decision: here?\n  B: {status: met}\n",
        lambda file: file.decision(outcome="granted", decided_on=DAY),
        (
            "findings:\n  A: {status: met}\n#decision: here?\n  B: {status: met}\n"
            "decision: {outcome: granted, decided_on: 2026-11-20}\n"
        ),
    ),
    "a text above a comment that would become a part of it": (
        "findings:\n  A:\n    comment:\n          # deep\n    status: met\n",
        lambda file: file.finding("A", comment="one\ntwo"),
        'findings:\n  A:\n    comment: "one\\ntwo"\n          # deep\n    status: met\n',
    ),
    "a word, before its comment": (
        "findings:\n  A:\n    status: met   # seen\n    comment: x\n",
        lambda file: file.finding("A", status="not_met"),
        "findings:\n  A:\n    status: not_met   # seen\n    comment: x\n",
    ),
    "a key between others": (
        "findings:\n    A:\n        status: met\n        # why\n        comment: x\n",
        lambda file: file.finding("A", evidence=["w"]),
        (
            "findings:\n    A:\n        status: met\n        evidence:\n          - w\n"
            "        # why\n        comment: x\n"
        ),
    ),
    "a list as the file has others": (
        "auditors:\n- {name: x}\nfindings:\n  A:\n    status: met\n",
        lambda file: file.finding("A", evidence=["w", "q"]),
        (
            "auditors:\n- {name: x}\nfindings:\n  A:\n    status: met\n"
            "    evidence:\n    - w\n    - q\n"
        ),
    ),
    "a finding in brackets beside others": (
        "findings:\n  A-1: {status: met}  # one\n  # three\n  A-3: {status: met}\n",
        lambda file: file.finding("A-2", status="met", evidence=["a, b"]),
        (
            'findings:\n  A-1: {status: met}  # one\n  A-2: {status: met, evidence: ["a, b"]}\n'
            "  # three\n  A-3: {status: met}\n"
        ),
    ),
    "the first finding": (
        "opinion: x\n",
        lambda file: file.finding("A", status="met"),
        "findings:\n  A:\n    status: met\nopinion: x\n",
    ),
    "a key taken out, its comments kept": (
        (
            "findings:\n  A:\n    status: met\n    evidence:  # two\n      # first\n      - a\n"
            "      - b  # second\n    comment: x\n"
        ),
        lambda file: file.finding("A", evidence=None),
        "findings:\n  A:\n    status: met\n    # two\n    # first\n    # second\n    comment: x\n",
    ),
    "the last key of a finding": (
        "findings:\n  A:\n    status: met\n  B: {status: met}\n",
        lambda file: file.finding("A", status=None).finding("B", status=None),
        "findings:\n  A:\n  B: {}\n",
    ),
    "an item in the middle of a list": (
        "findings:\n  A:\n    evidence:\n      - a\n      # of b\n      - b\n      - c  # last\n",
        lambda file: file.finding("A", evidence=["a", "c"]),
        "findings:\n  A:\n    evidence:\n      - a\n      # of b\n      - c  # last\n",
    ),
    "items at the start and in the middle": (
        "findings:\n  A:\n    evidence:\n      - b\n      - d\n",
        lambda file: file.finding("A", evidence=["a", "b", "d"]).finding(
            "A", evidence=["a", "b", "c", "d"]
        ),
        "findings:\n  A:\n    evidence:\n      - a\n      - b\n      - c\n      - d\n",
    ),
    "one text that becomes a list": (
        "findings:\n  A:\n    evidence: a  # seen\n    comment: x\n",
        lambda file: file.finding("A", evidence=["a", "b"]),
        "findings:\n  A:\n    evidence:  # seen\n      - a\n      - b\n    comment: x\n",
    ),
    "a part of an action": (
        "findings:\n  A:\n    action:\n      owner: x  # who\n      due: 2027-01-01\n",
        lambda file: file.finding("A", action={"owner": "x", "due": "2027-02-01"}),
        "findings:\n  A:\n    action:\n      owner: x  # who\n      due: 2027-02-01\n",
    ),
    "a block text": (
        "findings:\n  A:\n    comment: >-  # why\n      a\n      b\n    status: met\n",
        lambda file: file.finding("A", comment="one\ntwo"),
        "findings:\n  A:\n    comment: |-  # why\n      one\n      two\n    status: met\n",
    ),
    "brackets over lines": (
        "findings: {\n  A: {status: met, comment: x},  # one\n  B: {},\n}\n",
        lambda file: file.finding("A", comment=None).finding("B", status="met"),
        "findings: {\n  A: {status: met},  # one\n  B: {status: met},\n}\n",
    ),
    "a decision in the place of another": (
        "decision:\n  outcome: adjourned  # for now\n  decided_on: 2026-10-30\n  reason: x\n# z\n",
        lambda file: file.decision(outcome="granted", decided_on=DAY),
        "decision:\n  outcome: granted  # for now\n  decided_on: 2026-11-20\n# z\n",
    ),
    "a block text at the end, without a line end": (
        "opinion: |\n  x",
        lambda file: file.decision(outcome="granted", decided_on=DAY),
        "opinion: |-\n  x\ndecision: {outcome: granted, decided_on: 2026-11-20}",
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_change_keeps_the_layout(name: str) -> None:
    before, change, after = LAYOUTS[name]
    file = opened(HEAD + before)
    change(file)
    assert file.text == HEAD + after
    again = opened(file.text)
    change(again)
    assert again.text == file.text


def test_line_breaks_stay() -> None:
    for end in ("\r\n", "\r"):
        file = opened(f"{HEAD}opinion: x\n".replace("\n", end))
        file.finding("A", status="met", comment="one\ntwo")
        assert "\n" not in file.text.replace(end, "")
        assert file.audit.findings["A"].comment == "one\ntwo"


# ── What is refused ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda file: file.finding("A", status="Met"), "A007"),
        (lambda file: file.finding("A", colour=None), "A001"),
        (lambda file: file.finding("A", action={"due": "soon"}), "A005"),
        (lambda file: file.finding("A", comment=" "), "A006"),
        (lambda file: file.finding("A", comment="\x07"), "Y002"),
        (lambda file: file.finding("A", comment="a" * 100_001), "Y012"),
        (lambda file: file.finding("A", evidence=["a"] * 20_001), "Y011"),
        (lambda file: file.decision(outcome="yes", decided_on=DAY), "A007"),
        (lambda file: file.event(event="suspended", on="2027"), "A005"),
        (lambda file: file.previous(last_day=None), "A003"),
    ],
)
def test_a_wrong_value_has_the_problems_of_a_file_and_changes_nothing(
    change: Change, code: str
) -> None:
    file = opened(HEAD)
    before = file.audit
    with pytest.raises(AuditError) as raised:
        change(file)
    assert {one.code for one in raised.value.problems} == {code}
    assert (file.text, file.audit) == (HEAD, before)


def test_what_cannot_be_changed_is_not_opened(tmp_path: Path) -> None:
    by_hand = to_json(load_audit(GRANTED)).replace(": ", " : ", 1)
    files = {
        "a.json": (by_hand, "F030"),
        "b.txt": (by_hand, "F030"),
        "two.yaml": (f"{HEAD}---\n{HEAD}", "Y005"),
        "broken.yaml": (f"{HEAD}opinion: ]\n", "Y004"),
        "shape.yaml": (f"{HEAD}colour: red\n", "A001"),
        "other.yaml": (REFERENTIAL.read_text("utf-8"), "Y022"),
    }
    for name, (text, code) in files.items():
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(AuditError) as raised:
            open_audit(tmp_path / name)
        assert code in [one.code for one in raised.value.problems]
    with pytest.raises(AuditError, match="F001"):
        open_audit(tmp_path / "none.yaml")
    (tmp_path / "no.yaml").write_text("a: b\n", "utf-8")
    with pytest.raises(UnknownFormatError):
        open_audit(tmp_path / "no.yaml")


# ── Saving ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    return path


def test_saving_keeps_mark_line_breaks_and_permissions(path: Path) -> None:
    before = path.read_bytes()
    file = open_audit(path).finding("A", status="met", comment="été")
    assert path.read_bytes() == before
    file.save()
    added = "findings:\r\n  A:\r\n    status: met\r\n    comment: été\r\n"
    assert path.read_bytes() == before + added.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load_audit(path) == file.audit == open_audit(path).audit
    file.finding("A", status="not_met").save()
    assert load_audit(path).findings["A"].status == "not_met"
    assert [one.name for one in path.parent.iterdir()] == ["a.yaml"]


def test_a_file_that_changed_since_is_left_alone(path: Path) -> None:
    file = open_audit(path).finding("A", status="met")
    path.write_text(f"{HEAD}opinion: theirs\n", "utf-8")
    with pytest.raises(DataError, match="F034 this file changed"):
        file.save()
    assert path.read_text("utf-8") == f"{HEAD}opinion: theirs\n"
    path.unlink()
    with pytest.raises(DataError, match="F001"):
        file.save()
    assert not path.exists()


def test_nothing_changed_is_nothing_written(path: Path) -> None:
    file = open_audit(str(path))
    path.chmod(0o400)
    file.save()
    assert repr(file) == f"<AuditFile {str(path)!r}>"


# ── The examples ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_finding_of_an_example_can_be_changed_and_changed_back(example: Path) -> None:
    file = open_audit(example)
    text = file.text
    for name, finding in list(file.audit.findings.items())[::9]:
        other = "not_met" if finding.status == "met" else "met"
        changed = difference(text, file.finding(name, status=other).text)
        assert len(changed) == (2 if finding.status else 1)
        file.finding(name, status=finding.status)
        assert file.text == text
    assert file.audit == parse_audit(text, source=str(example)) == load_audit(example)
