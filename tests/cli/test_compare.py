"""`cpe-label compare`: two referentials, or two audits."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.command import Done, Run
from support.comparing import CHANGE, FIRST_AUDIT, NEXT, SECOND_AUDIT
from support.shipped import REFERENTIAL, ROOT

OLD = REFERENTIAL
KNOWN = ("-r", REFERENTIAL, "-r", CHANGE)
TEXT = OLD.read_text("utf-8")


def edited(folder: Path, name: str, source: Path, *edits: tuple[str, str]) -> Path:
    text = source.read_text("utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def data_of(done: Done) -> Any:
    assert done.returncode == 0
    return json.loads(done.stdout)


# ── Two referentials ─────────────────────────────────────────────────────────────────────────────


def test_the_json_of_two_referentials(run: Run) -> None:
    data = data_of(run("compare", OLD, NEXT, "--format", "json"))
    assert list(data) == ["format", "old", "new", "frame", "criteria", "simulation"]
    assert data["format"] == "cpe-label/comparison/1"
    assert (data["old"]["version"], data["new"]["version"]) == ("2019.1", "2027.1")
    assert data["simulation"] is None
    assert data["frame"][1] == {
        "field": "in_force.from",
        "substance": True,
        "old": "2019-05-23",
        "new": "2027-01-01",
    }
    assert [(one["id"], one["change"], one["substance"]) for one in data["criteria"]] == [
        ("COO-06", "requirement", True),
        ("COO-11", "level_raised", True),
        ("MET-12", "requirement", False),
        ("MET-12", "guidance", False),
        ("RES-06", "added", True),
        ("TER-12", "retired", True),
    ]


def test_what_it_would_do(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    edited(folder, "a.yaml", FIRST_AUDIT)
    edited(
        folder,
        "b.yaml",
        FIRST_AUDIT,
        ("id: exemple-001", "id: exemple-002"),
        ('"2019.1"', '"2017.1"'),
    )
    edited(
        folder,
        "c.yaml",
        FIRST_AUDIT,
        ("id: exemple-001", "id: exemple-003"),
        ("PRE-01:", "PRE-99:"),
    )
    (folder / "r.yaml").write_text(TEXT, "utf-8")
    done = run("compare", OLD, NEXT, "--audits", folder, "--format", "json")
    found = data_of(done)["simulation"]
    assert found["organisations"] == [
        {
            "id": "exemple-001",
            "name": "Coopérative Exemple",
            "audit_on": "2026-10-12",
            "old": "pass",
            "new": "fail",
            "outcome": "would_lose",
            "criteria": ["COO-11"],
        }
    ]
    assert found["totals"] == {
        **dict.fromkeys(("keeps", "would_lose", "would_gain", "open", "stays_without"), 0),
        "would_lose": 1,
    }
    assert [(one.get("field") or one["id"], one["would_lose"]) for one in found["single"]] == [
        *(("in_force.from", 0), ("levels.recommended.required", 0)),
        *(("COO-06", 0), ("COO-11", 1), ("RES-06", 0), ("TER-12", 0)),
    ]
    assert found["left_out"] == [
        {"source": "audits/b.yaml", "codes": ["A054"]},
        {"source": "audits/c.yaml", "codes": ["A013"]},
    ]
    assert [line.split(": ")[1].split()[0] for line in done.stderr.splitlines()] == ["A054", "A013"]


def test_a_committee_may_say_same(run: Run) -> None:
    assert "COO-06" in run("compare", OLD, NEXT).stdout.partition("mots seulement")[0]
    done = run("compare", OLD, NEXT, "--same", "COO-06", "--same", "MET-12", "COO-01")
    assert "COO-06" not in done.stdout.partition("mots seulement")[0]
    done = run("compare", OLD, NEXT, "--same", "TER-12")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--same: « TER-12 » is not a criterion of both referentials\n"


def test_exit_code_is_about_substance(run: Run, tmp_path: Path) -> None:
    words = (
        edited(tmp_path, "w.yaml", OLD, ("Une seule", "une seule"), ("2019.1", "2019.2"))
        if "Une seule" in TEXT
        else edited(tmp_path, "w.yaml", OLD, ("title: Préalable", "title: Avant"))
    )
    assert run("compare", OLD, NEXT).returncode == 0
    assert run("compare", OLD, NEXT, "--exit-code").returncode == 1
    assert run("compare", OLD, words, "--exit-code").returncode == 0


@pytest.mark.parametrize(
    ("name", "start"), [("c.html", "<!DOCTYPE"), ("c.md", "# "), ("c.json", "{")]
)
def test_the_format_follows_the_ending(run: Run, tmp_path: Path, name: str, start: str) -> None:
    done = run("compare", OLD, NEXT, "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert run("compare", OLD, NEXT, "-o", name).returncode == 2  # without --force
    assert run("compare", OLD, NEXT, "-o", name, "--force").returncode == 0


def test_every_format_has_the_same_changes(run: Run) -> None:
    for form in ("text", "html", "markdown"):
        shown = run("compare", OLD, NEXT, "--audits", FIRST_AUDIT, "--format", form).stdout
        shown = re.sub(r"\s+", " ", shown.replace("\\", ""))
        for words in (
            "COO-06",
            "[ajouté : au moins une fois par an]",
            "TER-12",
            "ne remplirait plus les conditions",
        ):
            assert words in shown, (form, words)


def test_a_known_referential_may_be_named(run: Run) -> None:
    done = run("compare", "label-cpe@2019.1", NEXT, "--exit-code")
    assert (done.returncode, done.stderr) == (1, "")
    assert run("compare", "label-cpe@2018.1", NEXT).stderr.startswith("F008")


def test_the_committee_reads_what_would_be_lost_before_the_words(run: Run) -> None:
    text = run("compare", OLD, NEXT, "--audits", FIRST_AUDIT).stdout
    order = ["Ce qui change sur le fond", "Ce que cela changerait", "Ce qui change dans les mots"]
    places = [text.index(title) for title in order]
    assert places == sorted(places)
    totals, who = text.index("ne remplirait plus les conditions – 1"), text.index("Qui")
    assert totals < who < text.index("Chaque changement de fond")


# ── Two audits ───────────────────────────────────────────────────────────────────────────────────


def test_two_audits(run: Run) -> None:
    data = data_of(run("compare", FIRST_AUDIT, SECOND_AUDIT, *KNOWN, "--format", "json"))
    assert data["old"]["kind"] == data["new"]["kind"] == "audit"
    assert (data["old"]["from"], data["new"]["to"]) == ("2026-10-12", "2029-09-11")
    names = {kind: [one["id"] for one in found] for kind, found in list(data.items())[3:]}
    assert (names["gained"], names["lost"]) == (["COO-11", "TER-08"], ["INN-01"])
    assert (names["new_criteria"], names["retired"], names["reworded"]) == (
        ["RES-06"],
        ["TER-12"],
        ["COO-06"],
    )
    assert names["now_applicable"] == ["RES-01"]
    (lost,) = data["lost"]
    assert (lost["old"]["status"], lost["new"]["status"]) == ("met", "not_met")
    assert "frame" not in data


def test_a_self_assessment_and_the_audit(run: Run) -> None:
    done = run("compare", ROOT / "examples" / "self-assessment.yaml", FIRST_AUDIT, "--lang", "en")
    assert "Then: self-assessment, 2 to 6 March 2026" in done.stdout.replace("\u00a0", " ")
    assert (done.returncode, done.stderr) == (0, "")


# ── What cannot be compared ──────────────────────────────────────────────────────────────────────


def refused(done: Done, line: str) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(line), done.stderr


def test_one_file_given_twice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(OLD)
    refused(run("compare", OLD, "link.yaml"), "link.yaml: F031")


def test_a_referential_and_an_audit(run: Run) -> None:
    refused(run("compare", OLD, FIRST_AUDIT), f"{FIRST_AUDIT}:1:1: F032 this is an audit")
    refused(run("compare", FIRST_AUDIT, OLD), f"{OLD}:1:1: F032 this is a referential")


def test_the_older_one_given_second(run: Run) -> None:
    refused(run("compare", NEXT, OLD), f"{OLD}:44:18: R031 this one comes first")
    refused(run("compare", SECOND_AUDIT, FIRST_AUDIT, *KNOWN), f"{FIRST_AUDIT}:11:20: A053")


def test_two_labels(run: Run, tmp_path: Path) -> None:
    edited(tmp_path, "r.yaml", NEXT, ("id: label-cpe\n", "id: autre\n"))
    refused(run("compare", OLD, "r.yaml"), "r.yaml:6:5: R030 this is « autre »")
    edited(tmp_path, "a.yaml", SECOND_AUDIT, ("{id: label-cpe,", "{id: autre,"))
    refused(run("compare", FIRST_AUDIT, "a.yaml"), "a.yaml:7:19: A052")


def test_an_audit_of_another_organisation(run: Run, tmp_path: Path) -> None:
    edited(tmp_path, "a.yaml", SECOND_AUDIT, ("exemple-001", "exemple-002"))
    refused(run("compare", FIRST_AUDIT, "a.yaml", *KNOWN), "a.yaml:8:20: A051")


def test_a_folder_in_which_no_audit_fits(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    edited(tmp_path / "none", "a.yaml", SECOND_AUDIT)
    done = run("compare", OLD, NEXT, "--audits", "none", "-o", "c.html")
    refused(
        done,
        "none: F033 of no organisation here is the latest audit, without a doubt, one under "
        "label-cpe@2019.1",
    )
    assert "none/a.yaml:7:39: A054 " in done.stderr
    assert not (tmp_path / "c.html").exists()
    refused(run("compare", OLD, NEXT, "--audits", "nowhere"), "nowhere: F001")
    refused(run("compare", OLD, NEXT, "--audits", ""), "F001")


def test_an_audit_that_has_errors(run: Run, tmp_path: Path) -> None:
    edited(tmp_path, "a.yaml", SECOND_AUDIT, ("PRE-01:", "PRE-99:"))
    refused(run("compare", FIRST_AUDIT, "a.yaml", *KNOWN), "a.yaml:")


def test_options_of_referentials_are_refused_for_audits(run: Run) -> None:
    done = run("compare", FIRST_AUDIT, SECOND_AUDIT, *KNOWN, "--audits", ROOT / "examples")
    assert done.stderr == "--audits is for two referentials, and these are two audits\n"
    assert done.returncode == 2
    done = run("compare", FIRST_AUDIT, SECOND_AUDIT, *KNOWN, "-o", "c.doc")
    assert done.returncode == 2


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\x80\x81", b"format: ["],
    ids=["absent", "empty", "binary", "broken"],
)
def test_the_later_audit_is_the_one_that_is_blamed(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "now.yaml").write_bytes(content)
    done = run("compare", FIRST_AUDIT, "now.yaml")
    assert done.returncode == 2
    assert re.match(r"now\.yaml(:\d+:\d+)?: [FY]\d+ ", done.stderr), done.stderr
