"""`check` on a repository of one's own: its referential and its audits among the files."""

import io
import json
import sys
from itertools import permutations
from pathlib import Path

import pytest
from support.command import Run, problem_lines
from support.files import GRANTED
from support.shipped import REFERENTIAL

from cpe_label.reading import document

OWN = REFERENTIAL.read_text("utf-8").replace("id: label-cpe\n", "id: label-x\n")
AUDIT = GRANTED.read_text("utf-8").replace("id: label-cpe,", "id: label-x,")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of an own referential, one of audits of it and of the shipped one."""
    for name, text in (
        ("referentials/own.yaml", OWN),
        ("audits/own.yaml", AUDIT),
        ("audits/cpe.yaml", GRANTED.read_text("utf-8")),
        ("audits/readme.md", "# Our audits\n"),
        ("audits/record.json", '{"format": "cpe-label/evaluation/1"}'),
        ("audits/.hidden.yaml", "a: ["),
        ("audits/site.yaml", "jobs: {}\n"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert REFERENTIAL.read_text("utf-8") != OWN
    assert GRANTED.read_text("utf-8") != AUDIT
    return tmp_path


def test_a_referential_among_the_files_is_known_in_every_order(run: Run, own: Path) -> None:
    for files in permutations(("referentials/own.yaml", "audits/own.yaml", "audits/cpe.yaml")):
        assert run("check", *files).stderr == "3 files checked, no problem.\n"
    for folders in (("referentials", "audits"), ("audits", "referentials"), (".",)):
        done = run("check", *folders)
        assert (done.returncode, done.stdout) == (0, "")
    assert "A011" in run("check", "audits/own.yaml").stdout


def test_a_referential_on_a_line_or_on_standard_input_is_known(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"format": "cpe-label/audit/1"}) + "\n"
    (own / "all.jsonl").write_text(line + _json(run), "utf-8")
    assert "A011" not in run("check", "audits/own.yaml", "all.jsonl").stdout
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OWN.encode())))
    assert run("check", "audits/own.yaml", "-").stderr == "2 files checked, no problem.\n"


def _json(run: Run) -> str:
    from cpe_label import load_referential

    return json.dumps(json.loads(load_referential("referentials/own.yaml").to_json())) + "\n"


def test_places_are_all_that_is_known(run: Run, own: Path) -> None:
    """`-r` names every referential; `shipped` is one of them."""
    audits = ("audits/own.yaml", "audits/cpe.yaml")
    done = run("check", *audits, "-r", "referentials")
    assert [line.split(":")[0] for line in problem_lines(done.stdout)] == ["audits/cpe.yaml"]
    assert run("check", *audits, "-r", "referentials", "-r", "shipped").returncode == 0
    assert run("check", "referentials", *audits, "-r", "shipped").returncode == 1


def test_a_file_replaces_the_shipped_referential_of_its_version(run: Run, own: Path) -> None:
    """Its criteria are those that are checked: what is being changed is in the files."""
    text = REFERENTIAL.read_text("utf-8").replace("id: COO-02\n", "id: COO-99\n")
    (own / "referentials" / "cpe.yaml").write_text(text, "utf-8")
    done = run("check", "referentials", "audits/cpe.yaml")
    assert "unknown criterion « COO-02 »" in done.stdout
    assert "F011" not in done.stdout


def test_a_broken_referential_hides_only_its_own_audits(run: Run, own: Path) -> None:
    text = OWN.replace("required: 50%", "required: 500%")
    (own / "referentials" / "own.yaml").write_text(text, "utf-8")
    broken = GRANTED.read_text("utf-8").replace("  COO-02:", "  COO-99:")
    (own / "audits" / "cpe.yaml").write_text(broken, "utf-8")
    done = run("check", ".")
    codes = {line.split(" ")[1] for line in problem_lines(done.stdout)}
    assert {"R008", "A013"} <= codes
    assert "A011" not in codes
    assert done.stdout.count("R008") == 1


def test_what_was_fixed_counts_for_the_audits_in_every_order(run: Run, own: Path) -> None:
    """An audit is held against the referential as the fix has left it."""
    slip = OWN.replace("level: mandatory", "level:mandatory", 1)
    assert slip != OWN
    for files in permutations(("referentials/own.yaml", "audits/own.yaml")):
        (own / "referentials" / "own.yaml").write_text(slip, "utf-8")
        done = run("check", "--fix", *files)
        assert "1 slip fixed in referentials/own.yaml." in done.stderr
        assert done.stderr.endswith("2 files checked, no problem.\n")


def test_a_referential_alone_is_read_once_and_no_other_is(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    read = document.read_bytes

    def noted(path: Path) -> bytes:
        opened.append(str(path))
        return read(path)

    monkeypatch.setattr(document, "read_bytes", noted)
    assert run("check", "referentials/own.yaml").returncode == 0
    assert opened == ["referentials/own.yaml"]


def test_others_among_named_files_are_passed_over_if_asked(run: Run, own: Path) -> None:
    files = sorted(str(one.relative_to(own)) for one in own.rglob("*") if one.is_file())
    done = run("check", "--skip-others", *files)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "3 files checked, no problem.\n"
        "4 other files passed over: neither a referential nor an audit.\n"
    )
    assert run("check", "--skip-others", "audits/readme.md").returncode == 0
    assert run("check", *files).returncode == 1
    for meant in ("nowhere.yaml", "empty.yaml", "slip.yaml"):
        (own / "empty.yaml").write_text("")
        (own / "slip.yaml").write_text("format: cpe-label/audit/1\nkind: [\n")
        assert run("check", "--skip-others", meant).returncode in (1, 2)


def test_two_files_of_one_version_are_one_problem_whichever_is_read_first(
    run: Run, tmp_path: Path
) -> None:
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "one.yaml").write_text(text, "utf-8")
    (tmp_path / "two.yaml").write_text(text.replace("required: 50%", "required: 40%"), "utf-8")
    for places in ((), ("-r", "one.yaml", "-r", "two.yaml"), ("-r", "two.yaml", "-r", "one.yaml")):
        done = run("check", "one.yaml", "two.yaml", GRANTED, *places, "--format", "json")
        (found,) = json.loads(done.stdout)["problems"]
        assert found["code"] == "F011"
        assert found["file"] in ("one.yaml", "two.yaml")
        assert sorted(found["arguments"]["files"]) == ["one.yaml", "two.yaml"]
