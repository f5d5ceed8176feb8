"""The documentation is true: its commands and its code run, its rules and its paths exist."""

import ast
import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.command import Run
from support.rooms import ROOMS
from support.shipped import CODE, ROOT

import cpe_label
from cpe_label.messages import states
from cpe_label.messages.rules import CLAUSES
from cpe_label.problems.catalogue import CATALOGUE

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
README = (ROOT / "README.md").read_text("utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(block: str) -> list[tuple[str, str]]:
    """Each command of a console block, and what it is said to print."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


# ── README ───────────────────────────────────────────────────────────────────────────────────────


def test_the_readmes_commands_print_what_it_says(run: Run, tmp_path: Path) -> None:
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    told = [pair for block in blocks(README, "console") for pair in commands(block)]
    assert len(told) == 5
    for command, output in told:
        words = shlex.split(command.split(" && ")[-1], comments=True)
        if words[0].endswith("pytest"):
            continue
        assert words[0].rpartition("/")[2] == "cpe-label"
        done = run(*words[1:])
        printed = (done.stdout + done.stderr).replace("\u00a0", " ").replace("\u202f", " ")
        expected, cut, _ = output.partition("…\n")
        assert printed.startswith(expected) if cut else printed == expected


def test_the_readmes_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = blocks(README, "python")
    (expected,) = blocks(README, "text")
    monkeypatch.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue() == expected
    assert len(code.strip().splitlines()) <= 10


def test_the_readme_counts_right(label_cpe: cpe_label.Referential) -> None:
    assert f"{len(label_cpe.criteria)} criteria" in README


def test_the_page_on_records_runs_as_it_is_printed(tmp_path: Path) -> None:
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
    told = [pair for block in blocks(page, "console") for pair in commands(block)]
    assert len(told) == 4
    for command, output in told:
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=tmp_path,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        expected, cut, _ = output.partition("…\n")
        assert done.stdout.startswith(expected) if cut else done.stdout == expected
    (code,) = blocks(page, "python")
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "record.md", "exec"), {})
    assert printed.getvalue() == ""


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────


def rule(clause: str) -> str:
    found = re.search(rf"^## {clause}\n(.*?)(?=^## |\Z)", RULES, re.DOTALL | re.MULTILINE)
    assert found, clause
    return found[1]


@pytest.mark.parametrize("clause", CLAUSES)
def test_page_code_cases_laws_and_reasons_match(clause: str) -> None:
    """One sentence for each clause, cited where it is decided, tried by cases and by laws."""
    text = rule(clause)
    sentence = " ".join(line[2:] for line in text.splitlines() if line.startswith("> "))
    assert sentence == CLAUSES[clause].en
    for part in ("Ground", "Example", "Not said", "Cases"):
        assert f"**{part}.** " in text

    number = int(clause.removeprefix("RC-"))
    cases = ROOT / "tests" / "cases" / f"rc-{number:02}.yaml"
    assert f"(../{cases.relative_to(ROOT)})" in text
    content = yaml.load(cases.read_text("utf-8"), yaml.BaseLoader)
    assert content["clause"] == clause
    assert len(content["cases"]) >= 3

    laws = [ast.parse(one.read_text("utf-8")) for one in (ROOT / "tests" / "rules").glob("*.py")]
    (law,) = [
        node
        for module in laws
        for node in module.body
        if isinstance(node, ast.ClassDef) and node.name == f"TestRC{number}"
    ]
    assert " ".join((ast.get_docstring(law) or "").split()) == CLAUSES[clause].en
    assert any(isinstance(node, ast.FunctionDef) for node in law.body)

    printed = (ROOT / "tests" / "golden" / "granted.en.md").read_text("utf-8").replace("\\", "")
    assert f"- **{clause}:** {sentence}\n" in printed

    package = ROOT / "src" / "cpe_label"
    core = [*(package / "rules").glob("*.py"), *(package / "model").glob("*.py")]
    cited = [path.name for path in core if re.search(rf"{clause}\b", path.read_text("utf-8"))]
    assert cited, f"no code cites {clause}"


def test_the_page_has_the_clauses_in_order_and_no_other() -> None:
    assert re.findall(r"^## (RC-[0-9]+)$", RULES, re.MULTILINE) == list(CLAUSES)


def test_every_clause_that_the_code_cites_exists() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        for clause in re.findall(r"RC-[0-9]+", path.read_text("utf-8")):
            assert clause in CLAUSES, path


# ── Pages ────────────────────────────────────────────────────────────────────────────────────────


def anchors(text: str) -> list[str]:
    """The anchors that GitHub and GitLab give to the headings of a page."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings]


def test_an_anchor_is_the_heading_as_sites_write_it() -> None:
    text = "# The `run` page: a, b\n```\n# no heading\n```\n## RC-1\n### Été\n"
    assert anchors(text) == ["the-run-page-a-b", "rc-1", "été"]


@pytest.mark.parametrize("name", ["problems.md", "problems.fr.md"])
def test_every_code_is_the_anchor_of_its_page(name: str) -> None:
    found = anchors((ROOT / "docs" / name).read_text("utf-8"))
    assert [code.lower() for code in CATALOGUE if code.lower() not in found] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_path_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    for target, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", text):
        if not target.startswith("https://"):
            found = page.parent / target if target else page
            assert found.exists(), target
            assert not anchor or anchor in anchors(found.read_text("utf-8")), (target, anchor)
    for path in re.findall(r"`((?:src|tests|docs|examples|referentials|\.ci)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_module_and_code_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    package = ROOT / "src" / "cpe_label"
    for name in re.findall(rf"`((?:{'|'.join(ROOMS)})/[\w./-]*)`", text):
        assert (package / name).exists(), name
    for code in re.findall(rf"\b{CODE}\b", text):
        assert code in CATALOGUE, code


def test_the_vocabulary_has_the_words_of_the_reports() -> None:
    text = (ROOT / "docs" / "vocabulary.md").read_text("utf-8").replace("’", "'")
    for table in (states.STATUSES, states.VERDICTS, states.STANDINGS, states.OUTCOMES):
        for style in table.values():
            assert style.fr in text, style.fr
