"""The documentation is true: its commands and its code run, its rules and its paths exist."""

import ast
import contextlib
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
import yaml
from support.command import Run
from support.rooms import ROOMS
from support.shipped import CODE, ROOT

import cpe_label
from cpe_label import cli
from cpe_label.cli.exit_codes import Exit
from cpe_label.messages import states
from cpe_label.messages.network import LABELS, STAGES
from cpe_label.messages.rules import CLAUSES
from cpe_label.model.fields import LONGEST_ID, MOST
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.problem import MOST_PROBLEMS
from cpe_label.reading.builder import DEEPEST, LONGEST_TEXT
from cpe_label.reading.files import (
    MOST_BYTES,
    MOST_BYTES_OF_REFERENTIAL,
    MOST_BYTES_OF_SPREADSHEET,
    MOST_VALUES,
    MOST_VALUES_OF_REFERENTIAL,
)
from cpe_label.reading.spreadsheet.cells import LONGEST as LONGEST_CELL
from cpe_label.reading.spreadsheet.container import MOST_BYTES_UNPACKED
from cpe_label.reading.spreadsheet.markup import MOST_COLUMNS, MOST_ROWS
from cpe_label.record.schema import schema

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
README = (ROOT / "README.md").read_text("utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text("utf-8")
SCHEMA = schema("referential")


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
    shown = [pair for block in blocks(README, "console") for pair in commands(block)]
    assert len(shown) == 7
    for command, output in shown:
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
    assert printed_by(code) == expected
    assert len([line for line in code.splitlines() if line]) == 3


def test_the_readme_counts_right(label_cpe: cpe_label.Referential) -> None:
    assert f"{len(label_cpe.criteria)} criteria" in README


# ── Pages that are run ───────────────────────────────────────────────────────────────────────────


def printed_by(code: str) -> str:
    """What a piece of Python prints, in this process."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "a page", "exec"), {})
    return printed.getvalue()


def assert_it_prints(command: str, output: str, folder: Path) -> None:
    """Hold a command of a page to the output that the page prints, up to its « … »."""
    plain = command.startswith("cpe-label ") and not set("|&;<>$`*?~") & set(command)
    answer = answer_here if plain else answer_of_the_shell
    printed = answer(command, folder).replace("\u00a0", " ").replace("\u202f", " ")
    expected, cut, _ = output.partition("…\n")
    assert printed.startswith(expected) if cut else printed == expected


def answer_of_the_shell(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    ).stdout


def answer_here(command: str, folder: Path) -> str:
    """What our program alone answers, in this process: no shell has anything to do."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with (
        mock.patch.dict(os.environ, {"LC_ALL": "C.UTF-8", "COLUMNS": "80"}),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(stream),
        contextlib.redirect_stderr(stream),
        contextlib.suppress(SystemExit),
    ):
        cli.main(shlex.split(command, comments=True)[1:])
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined, no-any-return]


def test_the_page_on_records_runs_as_it_is_printed(tmp_path: Path) -> None:
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    shown = [pair for block in blocks(page, "console") for pair in commands(block)]
    assert len(shown) == 12
    for command, output in shown:
        assert_it_prints(command, output, tmp_path)
    (code,), (printed,) = blocks(page, "python"), blocks(page, "text")
    with contextlib.chdir(tmp_path):
        assert printed_by(code) == printed


def test_the_page_on_networks_runs_as_it_is_printed(tmp_path: Path) -> None:
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = (ROOT / "docs" / "network.md").read_text("utf-8")
    shown = [pair for block in blocks(page, "console") for pair in commands(block)]
    assert len(shown) == 1
    for command, output in shown:
        assert_it_prints(command, output, tmp_path)
    (code,), (printed,) = blocks(page, "python"), blocks(page, "text")
    (members,) = blocks(page, "yaml")
    with contextlib.chdir(tmp_path):
        assert printed_by(code) == printed
        Path("members.yaml").write_text(members, "utf-8")
        assert len(cpe_label.load_members("members.yaml").members) == 2


def test_the_page_on_the_form_runs_as_it_is_printed(tmp_path: Path) -> None:
    """With what the page of an audit saves, in place of the example that it is."""
    page = (ROOT / "docs" / "page-hors-ligne.md").read_text("utf-8")
    audit = cpe_label.load_audit(ROOT / "examples" / "granted.yaml")
    saved = audit.model_copy(update={"decision": None}).to_json()
    (tmp_path / "audit-cooperative-exemple-2026-10-12.json").write_text(saved, "utf-8")
    shown = [pair for block in blocks(page, "console") for pair in commands(block)]
    assert len(shown) == 6
    for command, output in shown:
        assert_it_prints(command, output, tmp_path)


def test_the_page_on_changes_runs_as_it_is_printed(tmp_path: Path) -> None:
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = (ROOT / "docs" / "change.md").read_text("utf-8")
    shown = [pair for block in blocks(page, "console") for pair in commands(block)]
    assert len(shown) == 11
    for command, output in shown:
        assert_it_prints(command, output, tmp_path)


@pytest.mark.parametrize("name", ["session.md", "session.fr.md"])
def test_the_page_on_a_session_runs_as_it_is_printed(name: str, tmp_path: Path) -> None:
    """Each table of the page is saved under the name before it, each command run, in order."""
    for folder in ("examples", "referentials"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = (ROOT / "docs" / name).read_text("utf-8")
    ran = 0
    for prose, language, content in re.findall(
        r"(.*?)^```(csv|console)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE
    ):
        if language == "csv":
            (tmp_path / re.findall(r"`(\w+\.csv)`", prose)[-1]).write_text(content, "utf-8")
            continue
        for command, output in commands(content):
            assert_it_prints(command, output, tmp_path)
            ran += 1
    assert ran == 7


def test_the_tutorial_runs_as_it_is_printed(tmp_path: Path) -> None:
    """Each file of the page is saved under the name before it, each command run, in order."""
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    files = ran = 0
    saved = ""
    for prose, language, content in re.findall(
        r"(.*?)^```(\w+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE
    ):
        if language == "yaml":
            saved = re.findall(r"as `(\w+\.yaml)`:\n\n$", prose)[0]
            (tmp_path / saved).write_text(content, "utf-8")
            files += 1
        elif language == "console":
            for command, output in commands(content):
                assert_it_prints(command, output, tmp_path)
                ran += 1
    assert (files, ran) == (3, 9)
    with contextlib.chdir(tmp_path):
        for code, expected in zip(blocks(page, "python"), blocks(page, "text"), strict=True):
            assert printed_by(code) == expected


def test_the_page_on_changing_a_file_runs_as_it_is_printed(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "edit.md").read_text("utf-8")
    before, after = blocks(page, "yaml")
    change, *others = blocks(page, "python")
    path = tmp_path / "audit.yaml"
    path.write_text(before, "utf-8")
    with contextlib.chdir(tmp_path):
        assert printed_by(change) == ""
        assert path.read_text("utf-8") == after
        for code, expected in zip(others, blocks(page, "text"), strict=True):
            assert printed_by(code) == expected
    assert path.read_text("utf-8") == after


def test_the_blank_audit_of_the_tutorial_has_the_criteria_of_its_referential(
    run: Run, tmp_path: Path
) -> None:
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    referential, audit, decided = blocks(page, "yaml")
    criteria = set(re.findall(r"[A-Z]{3}-[0-9]{2}", referential))
    assert set(re.findall(r"[A-Z]{3}-[0-9]{2}", audit)) == criteria
    assert set(re.findall(r"[A-Z]{3}-[0-9]{2}", decided)) == criteria


# ── What pages promise ───────────────────────────────────────────────────────────────────────────

LIMITS = {
    "the size of a file, or of a line of `.jsonl`": (MOST_BYTES, "F005"),
    "the size of a referential": (MOST_BYTES_OF_REFERENTIAL, "F005"),
    "levels of nesting": (DEEPEST, "Y010"),
    "values in a file": (MOST_VALUES, "Y011"),
    "values in a referential": (MOST_VALUES_OF_REFERENTIAL, "Y011"),
    "rows of a table in CSV": (MOST_VALUES, "Y011"),
    "the length of a text": (LONGEST_TEXT, "Y012"),
    "the length of an identifier": (LONGEST_ID, "A004 R004"),
    "a whole number": (MOST, "R009"),
    "the size of a workbook": (MOST_BYTES_OF_SPREADSHEET, "F005"),
    "a workbook once unpacked": (MOST_BYTES_UNPACKED, "X003"),
    "rows of a sheet": (MOST_ROWS, "X003"),
    "columns of a sheet": (MOST_COLUMNS, "X003"),
    "the length of a text in a cell": (LONGEST_CELL, "X003 X019"),
    "problems of one severity that are reported of one file": (MOST_PROBLEMS, "Y015"),
    "levels of a referential": (SCHEMA["properties"]["levels"]["maxItems"], "R020"),
    "sections of a referential": (SCHEMA["properties"]["sections"]["maxItems"], "R020"),
}


def test_the_page_on_security_has_the_limits_of_the_code() -> None:
    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    section = page.partition("## Limits")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([0-9][0-9 ]*)[a-z ]*\| ([^|]+) \|$", section, re.MULTILINE)
    printed = {
        what: (int(number.replace(" ", "")), " ".join(re.findall(rf"\[({CODE})\]", codes)))
        for what, number, codes in rows
    }
    assert printed == LIMITS


def test_every_limit_stops_where_the_page_says(tmp_path: Path, run: Run) -> None:
    """Each limit that a text can reach is exceeded by one, and its code is reported."""
    known = "format: cpe-label/audit/1\n"
    beyond = {
        "F005": "#" * (MOST_BYTES + 1),
        "Y010": f"{known}opinion: {'[' * DEEPEST}{']' * DEEPEST}\n",
        "Y011": f"{known}opinion: [{'a,' * MOST_VALUES}]\n",
        "Y012": f"{known}opinion: {'a' * (LONGEST_TEXT + 1)}\n",
        "A004": f"{known}organisation: {{id: {'a' * (LONGEST_ID + 1)}, name: a}}\n",
    }
    for code, text in beyond.items():
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        assert f" {code} " in run("check", "a.yaml").stdout


def test_the_changelog_starts_with_the_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == cpe_label.__version__


def test_the_page_of_pages_names_every_page() -> None:
    text = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= set(re.findall(r"\]\(([\w.-]+)\)", text))
    assert "](docs/README.md)" in README


@pytest.mark.parametrize("name", ["api.md", "cli.md", "files.md"])
def test_a_generated_page_says_so_in_its_first_line(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    assert text.splitlines()[0] == "<!-- Generated by tests/regenerate.py: do not edit. -->"


def test_the_page_of_names_has_every_name_and_no_type_without_a_name() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert sorted(re.findall(r"^### `(\w+)`$", page, re.MULTILINE)) == sorted(cpe_label.__all__)
    known = {*cpe_label.__all__, *KNOWN_TYPES}
    code = "".join(blocks(page, "python"))
    types = re.findall(r"^\| `\w+` \| `(.*?)` \|", page, re.MULTILINE)
    named = set(re.findall(r"\b[A-Z]\w+", re.sub(r'".*?"', "", code + "\n".join(types))))
    assert named - known == set()


KNOWN_TYPES = {
    *("Any", "Exception", "ItemsView", "Iterable", "Literal", "Mapping", "None", "Path"),
    *("PathLike", "Self", "Sequence", "StrEnum", "False", "True"),
}


def commands_of(help_text: str) -> list[str]:
    section = help_text.partition("commands:\n")[2].partition("\n\n")[0]
    return re.findall(r"^ {4}([a-z]+) ", section, re.MULTILINE)


def test_the_page_of_commands_has_every_argument_in_words_that_help_has(run: Run) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert re.findall(r"^## ([a-z]+)$", page, re.MULTILINE) == commands_of(run("--help").stdout)
    for name, about in re.findall(
        r"^## ([a-z]+)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE
    ):
        shown = " ".join(run(name, "--help", COLUMNS="200").stdout.split())
        rows = re.findall(r"^\| `(.+?)` \| .* \| (.+?) \|$", about, re.MULTILINE)
        assert len(rows) >= 3
        for argument, words in rows:
            assert words in shown, (name, argument)
            assert argument.split()[0].rstrip(",") in shown


def test_the_page_of_commands_has_the_exit_codes() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    printed = {int(code) for code in re.findall(r"^\| ([0-9]+) \|", page, re.MULTILINE)}
    assert printed == {*map(int, Exit), 130}


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────


def rule(clause: str) -> str:
    found = re.search(rf"^## {clause}\n(.*?)(?=^## |\Z)", RULES, re.DOTALL | re.MULTILINE)
    assert found, clause
    return found[1]


@functools.cache
def laws() -> list[ast.ClassDef]:
    """Every class of tests that tries the rules."""
    modules = [ast.parse(one.read_text("utf-8")) for one in (ROOT / "tests" / "rules").glob("*.py")]
    return [node for module in modules for node in module.body if isinstance(node, ast.ClassDef)]


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

    (law,) = [law for law in laws() if law.name == f"TestRC{number}"]
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
    words = (states.STATUSES, states.VERDICTS, states.STANDINGS, states.OUTCOMES, LABELS, STAGES)
    for table in words:
        for style in table.values():
            assert style.fr in text, style.fr
