"""What the pages on CI and the hook of pre-commit run, as written, on a repository of one's own."""

import re
from pathlib import Path

import pytest
import yaml
from support.command import shell
from support.files import GRANTED
from support.shipped import REFERENTIAL, ROOT

HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A referential of one's own, an audit of it and one of the shipped one, and other files."""
    for name, text in {
        "referentials/own.yaml": REFERENTIAL.read_text("utf-8").replace(
            "id: label-cpe\n", "id: x\n"
        ),
        "audits/own.yaml": GRANTED.read_text("utf-8").replace("id: label-cpe,", "id: x,"),
        "audits/cpe.yaml": GRANTED.read_text("utf-8"),
        "audits/readme.md": "# Our audits\n",
        "audits/record.json": '{"format": "cpe-label/evaluation/1"}',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def broken(own: Path) -> None:
    path = own / "audits" / "own.yaml"
    path.write_text(path.read_text("utf-8").replace("status: met", "status: yes", 1), "utf-8")


def blocks(page: str) -> list[str]:
    """The pieces of YAML in a page."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def github_lines() -> list[str]:
    job, *more = map(yaml.safe_load, blocks("ci-github.md"))
    steps = [*job["jobs"]["check"]["steps"], *(step for steps in more for step in steps)]
    return [step["run"] for step in steps if step.get("run", "").startswith("cpe-label")]


def gitlab_lines() -> str:
    (job,) = map(yaml.safe_load, blocks("ci-gitlab.md"))
    lines = [
        line for line in job["cpe-label"]["script"] if "venv" not in line and "pip" not in line
    ]
    return "\n".join(lines).replace(".cpe-label/bin/", "")


def ran(own: Path, line: str) -> int:
    return shell(f"cd {own}; set -e; {line.replace('cpe-label ', '$CPE ')}").returncode


def test_the_lines_of_the_github_page(own: Path) -> None:
    lines = github_lines()
    assert [re.findall("--format ([a-z]+)", line) for line in lines] == [["github"], ["sarif"]]
    assert [ran(own, line) for line in lines] == [0, 0]
    broken(own)
    assert [ran(own, line) for line in lines] == [1, 1]
    assert "A007" in (own / "cpe-label.sarif").read_text("utf-8")


def test_the_lines_of_the_gitlab_page(own: Path) -> None:
    assert ran(own, gitlab_lines()) == 0
    assert (own / "quality.json").read_text("utf-8") == "[]\n"
    broken(own)
    assert ran(own, gitlab_lines()) == 1
    for report in ("quality.json", "problems.xml"):
        assert "A007" in (own / report).read_text("utf-8")


def hook_run(own: Path, *files: str) -> int:
    """What pre-commit runs: the entry of the hook, the arguments of the page, and files."""
    (config,) = (one for one in blocks("editors.md") if "repos:" in one)
    (hook,) = yaml.safe_load(config)["repos"][0]["hooks"]
    assert hook["id"] == HOOK["id"]
    return ran(own, " ".join([HOOK["entry"], *hook["args"], *files]))


def test_the_hook(own: Path) -> None:
    """A change to an audit alone is judged by the referential that did not change."""
    files = sorted(str(one.relative_to(own)) for one in own.rglob("*") if one.is_file())
    assert all(re.search(HOOK["files"], file) for file in files)
    assert hook_run(own, *files) == 0
    assert hook_run(own, "audits/own.yaml") == 0
    assert hook_run(own, "audits/readme.md") == 0
    broken(own)
    assert hook_run(own, *files) == 1
    assert hook_run(own, "audits/own.yaml", "audits/readme.md") == 1
    assert HOOK["require_serial"]
