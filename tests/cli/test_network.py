"""`cpe-label network`: a whole network on a day; and `check --members`."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from support.command import Run
from support.files import INVALID
from support.shipped import ROOT

NETWORK = ROOT / "examples" / "network"
MEMBERS = NETWORK / "members.csv"
ON = ("--on", "2026-11-23")
ESSAI = ("-r", INVALID / "shelf")


def record(run: Run, *words: Any, code: int = 0) -> Any:
    done = run("network", *words, *ON, "--format", "json")
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def refused(run: Run, *words: Any) -> str:
    """The one line on standard error of a command that cannot be done."""
    done = run("network", *words)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    return line


# ── The example ──────────────────────────────────────────────────────────────────────────────────


def test_the_example_has_every_label_and_every_stage(run: Run) -> None:
    found = record(run, NETWORK, "--members", MEMBERS)
    counts = found["counts"]
    assert (counts["members"], counts["labelled"]) == (11, 3)
    assert all(count is not None and count > 0 for count in counts.values())
    assert found["files"]["left_out"] == found["files"]["problems"] == []
    assert found["non_members"] == ["exemple-112"]
    assert len(found["progress"]) == 5


def test_the_example_is_sound(run: Run) -> None:
    done = run("check", NETWORK, "--members", MEMBERS)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_key_is_always_there(run: Run) -> None:
    with_members = record(run, NETWORK, "--members", MEMBERS)
    without = record(run, NETWORK)
    assert list(with_members) == list(without)
    assert without["members"] is None
    assert without["counts"]["members"] is None
    assert {year["members"] for year in without["years"]} == {None}
    keys = [list(one) for found in (with_members, without) for one in found["organisations"]]
    assert keys == [keys[0]] * len(keys)


def test_the_public_list_has_the_labelled_alone(run: Run) -> None:
    found = record(run, NETWORK, "--members", MEMBERS, "--public")
    assert list(found) == ["format", "on", "label", "organisations"]
    assert found["format"] == "cpe-label/labelled/1"
    assert [one["id"] for one in found["organisations"]] == [
        "exemple-101",
        "exemple-102",
        "exemple-103",
    ]
    assert found["organisations"][0] == {
        "id": "exemple-101",
        "name": "Coopérative Exemple A",
        "region": "Région Nord (exemple)",
        "first_day": "2026-11-20",
        "last_day": "2029-11-19",
    }


def test_an_earlier_day(run: Run) -> None:
    done = run("network", NETWORK, "--on", "2020-06-12", "--format", "json")
    found = json.loads(done.stdout)
    assert found["files"]["after_day"] == found["files"]["read"] - 1
    (one,) = found["organisations"]
    assert (one["label"], one["first_day"], one["last_day"]) == ("valid", None, "2020-06-30")


def test_the_same_bytes_from_files_in_another_order(run: Run, tmp_path: Path) -> None:
    for path in sorted(NETWORK.glob("*.yaml"), reverse=True):
        shutil.copy(path, tmp_path)
    first, second = (
        run("network", folder, *ON, "--format", "json").stdout for folder in (NETWORK, tmp_path)
    )
    assert first == second


# ── Files that do not count ──────────────────────────────────────────────────────────────────────


def test_a_broken_file_is_left_out_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    shutil.copytree(NETWORK, tmp_path / "audits")
    inside = tmp_path / "audits" / "2026"
    inside.mkdir()
    (inside / "broken.yaml").write_text("format: cpe-label/audit/1\nkind: audit\n", "utf-8")
    done = run("network", tmp_path / "audits", *ON, "--format", "json")
    assert done.returncode == 3
    (out,) = json.loads(done.stdout)["files"]["left_out"]
    assert out["source"] == "2026/broken.yaml"
    assert "A002" in out["codes"]
    assert "broken.yaml:" in done.stderr
    assert "1 file does not count" in done.stderr


@pytest.mark.parametrize("code", ["N023", "N025"])
def test_what_contradicts_is_told_with_its_place(run: Run, code: str) -> None:
    (folder,) = (path for path in (INVALID / "network").glob(f"{code}-*") if path.is_dir())
    done = run("network", folder, *ESSAI, *ON, "--format", "json")
    assert done.returncode == 3
    out = json.loads(done.stdout)["files"]["left_out"]
    assert out == [{"source": name, "codes": [code]} for name in ("a.yaml", "b.yaml")]
    lines = done.stderr.splitlines()
    expected = folder.with_name(f"{folder.name}.txt").read_text("utf-8").splitlines()[::2]
    for line in expected:
        assert any(shown.endswith(line.partition("/")[2]) for shown in lines)


def test_a_file_that_counts_with_an_error_is_no_file_left_out(run: Run) -> None:
    found = record(run, INVALID / "network" / "N021-not-named", *ESSAI)
    assert found["files"]["left_out"] == []
    assert found["files"]["problems"] == [{"source": "b.yaml", "codes": ["N021"]}]


def test_the_lines_of_a_file_are_named(run: Run, tmp_path: Path) -> None:
    audit = {
        "format": "cpe-label/audit/1",
        "referential": {"id": "essai", "version": "1"},
        "organisation": {"id": "a", "name": "A"},
        "kind": "audit",
        "audited_on": {"from": "2020-01-06"},
    }
    other = {**audit, "opinion": "Autre."}
    path = tmp_path / "audits.jsonl"
    lines = [json.dumps(one) for one in (audit, other)]
    path.write_text("\n".join([*lines, "{", json.dumps({**audit, "kind": "self_assessment"})]))
    done = run("network", path, *ESSAI, *ON, "--format", "json")
    files = json.loads(done.stdout)["files"]
    assert [one["source"].rpartition("/")[2] for one in files["left_out"]] == [
        "audits.jsonl:1",
        "audits.jsonl:2",
        "audits.jsonl:3",
    ]
    assert files["read"] == 4


def test_another_label_is_counted_and_no_more(run: Run, tmp_path: Path) -> None:
    shutil.copytree(INVALID / "network" / "N021-not-named", tmp_path / "essai")
    shutil.copy(NETWORK / "exemple-101-2026.yaml", tmp_path)
    both = (tmp_path, "-r", "shipped", *ESSAI)
    found = record(run, *both, "--label", "label-cpe")
    assert (found["label"], found["files"]["other_labels"]) == ("label-cpe", 2)
    assert refused(run, *both, *ON).endswith(
        "N041 these audits are for several labels: essai and label-cpe; name one of them"
    )
    assert "N042 no audit for the label « label-cpr »" in refused(
        run, *both, "--label", "label-cpr"
    )


# ── What cannot be done ──────────────────────────────────────────────────────────────────────────


def test_folders_without_audits(run: Run, tmp_path: Path) -> None:
    assert "F012" in refused(run, tmp_path)
    assert "F001" in refused(run, tmp_path / "nowhere")
    assert "N043" in refused(run, ROOT / "referentials")


def test_lists_of_members_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_bytes(b"")
    assert "T005" in refused(run, NETWORK, "--members", path)
    path.write_bytes("id;nom\n1;Coopérative A\n1;Coopérative A\n".encode("cp1252"))
    assert "N011" in refused(run, NETWORK, "--members", path)
    path.write_text("id;nom;depuis;jusqu'au\n1;A;02/01/2024;01/01/2024\n", "utf-8")
    assert "N012" in refused(run, NETWORK, "--members", path)
    path.write_text("id;nom;depuis\n1;A;45657\n", "utf-8")
    assert "T009" in refused(run, NETWORK, "--members", path)
    assert "Y022" in refused(run, NETWORK, "--members", NETWORK / "exemple-101-2026.yaml")
    assert "N044" in refused(run, NETWORK, "--members", MEMBERS, "--members", path)


def test_the_members_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"format: cpe-label/members/1\nmembers: [{id: exemple-101, name: A}]\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    found = record(run, NETWORK, "--members", "-")
    assert (found["counts"]["members"], len(found["non_members"])) == (1, 10)


def test_a_day_outside_the_calendar(run: Run) -> None:
    done = run("network", NETWORK, "--on", "2026-02-30")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(run: Run, on: str) -> None:
    done = run("network", NETWORK, "--members", MEMBERS, "--on", on, "--format", "json")
    assert done.returncode == 0


def test_a_format_is_chosen_by_the_ending(run: Run, tmp_path: Path) -> None:
    into = tmp_path / "network.json"
    assert run("network", NETWORK, *ON, "-o", into).returncode == 0
    assert json.loads(into.read_text("utf-8"))["format"] == "cpe-label/network/1"
    into.write_text("{}", "utf-8")  # of somebody else
    assert "F006" in refused(run, NETWORK, *ON, "-o", into)
    assert run("network", NETWORK, *ON, "-o", into, "--force").returncode == 0
    assert "no format" in refused(run, NETWORK, "-o", tmp_path / "network.doc")


@pytest.mark.parametrize("form", ["text", "xlsx", "ics"])
def test_the_public_list_has_three_formats(run: Run, form: str) -> None:
    assert "html or csv" in refused(run, NETWORK, "--public", "--format", form)
    assert "html or csv" in refused(run, NETWORK, "--public")


# ── check --members ──────────────────────────────────────────────────────────────────────────────


def test_check_with_members_reads_the_files_together(run: Run) -> None:
    folder = INVALID / "network" / "N034-no-member"
    done = run("check", folder, *ESSAI, "--members", folder / "members.csv", "--format", "json")
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert [(one["code"], one["line"], one["column"]) for one in data["problems"]] == [
        ("N034", 3, 20)
    ]
    alone = run("check", folder, *ESSAI)
    assert (alone.returncode, alone.stdout) == (0, "")


def test_check_reports_a_broken_list_of_members_like_any_file(run: Run) -> None:
    broken = INVALID / "N012-upside-down.yaml"
    done = run("check", NETWORK, "--members", broken)
    assert done.returncode == 1
    assert "N012" in done.stdout
    assert "N034" not in done.stdout
    twice = run("check", NETWORK, "--members", broken, "--members", MEMBERS)
    assert twice.returncode == 2
    assert "N044" in twice.stdout


def test_check_reads_a_list_of_members_by_itself(run: Run) -> None:
    assert run("check", MEMBERS).returncode == 0
    assert run("check", INVALID / "N010-no-member.yaml").returncode == 1
    assert run("evaluate", INVALID / "N010-no-member.yaml").returncode == 2
