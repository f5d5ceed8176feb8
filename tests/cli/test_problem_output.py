"""Problems as a result: the names of files are short, and forge no line."""

from pathlib import Path, PureWindowsPath

import pytest
from support.command import Run, problem_lines, shell
from support.shipped import REFERENTIAL, ROOT

from cpe_label.cli.problem_output import portable, with_slashes
from cpe_label.problems.formats import FORMATS, write
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport

GRANTED = ROOT / "examples" / "granted.yaml"


def test_no_name_of_a_file_can_forge_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x\n::error file=a::y.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    for form in ("text", "github"):
        done = run("check", "x\n::error file=a::y.yaml", "--format", form)
        assert not [
            line for line in done.stdout.split("\n") if line.startswith("::error file=a::y")
        ]


def test_a_shared_referential_has_one_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs").mkdir()
    text = REFERENTIAL.read_text("utf-8").replace("required: 50%", "required: 500%")
    (tmp_path / "refs" / "b.yaml").write_text(text, "utf-8")
    done = run("check", "refs", GRANTED, "-r", tmp_path / "refs")
    assert [line.split(": ")[0] for line in problem_lines(done.stdout)] == ["refs/b.yaml:50:52"]


def test_a_short_name_names_the_same_file(run: Run, tmp_path: Path) -> None:
    """Past a link `..` leads elsewhere: `real/deep/../x.yaml` is not `real/x.yaml`."""
    (tmp_path / "other" / "folder").mkdir(parents=True)
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "deep").symlink_to(tmp_path / "other" / "folder")
    (tmp_path / "other" / "x.yaml").write_text("a: 1\n", "utf-8")
    for name, shown in (
        ("real/deep/../x.yaml", "real/deep/../x.yaml"),
        ("real/../other/x.yaml", "other/x.yaml"),
        (".//other/x.yaml", "other/x.yaml"),
        (tmp_path / "other" / "x.yaml", "other/x.yaml"),
    ):
        assert run("check", name).stdout.startswith(f"{shown}:1:1: Y021")


def test_a_current_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for command, code in (
        ('check "$GRANTED" nowhere', 2),
        ('check "$GRANTED"', 0),
        ('verify "$RECORD" "$GRANTED"', 0),
        (f'report "$GRANTED" -o {tmp_path / "r.html"}', 0),
    ):
        record = str(ROOT / "tests" / "golden" / "granted.json")
        done = shell(f"mkdir {gone}; cd {gone}; rmdir {gone}; $CPE {command}", RECORD=record)
        assert done.returncode == code
        assert "F007" not in done.stderr
        assert done.stdout == ("nowhere: F001 no such file\n" if code else "")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_programs_read_slashes_whatever_the_system(form: str) -> None:
    """`os.sep` is a backslash on Windows, and GitHub and GitLab look for the path in the change."""
    name = str(PureWindowsPath("audits", "2026", "a.yaml"))
    pair = (name, str(PureWindowsPath("audits", "b.yaml")))
    found = problem("F011", name="x@1", files=pair).in_file(name, 1, 1)
    sound = str(PureWindowsPath("audits", "c.yaml"))
    report = portable(CheckReport([name, sound], [found]), "\\")
    written = write(form, report, "en")
    assert "audits/2026/a.yaml" in written
    assert "audits/b.yaml" in written
    assert "audits\\" not in written
    assert "%5C" not in written


def test_a_backslash_in_a_name_stays_where_it_is_no_separator(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\\b.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    assert "a%5Cb.yaml" in run("check", "a\\b.yaml", "--format", "sarif").stdout
    assert with_slashes("a\\b", "/") == "a\\b"
    assert with_slashes(r"C:\x\y.yaml", "\\") == "C:/x/y.yaml"


def test_every_machine_format_goes_through_the_same_slashes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a;b.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    monkeypatch.setattr("cpe_label.cli.problem_output.with_slashes", lambda name, _: "shown")
    monkeypatch.setattr(portable, "__defaults__", (";",))
    for form in FORMATS:
        shown = "shown" in run("check", "a;b.yaml", "--format", form).stdout
        assert shown is (form != "text")
