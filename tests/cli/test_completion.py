"""`cpe-label completion`: what a shell completes."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import Run, shell

from cpe_label.cli.arguments import COMMANDS, SHELLS, parser
from cpe_label.problems import formats
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.record.schema import KINDS
from cpe_label.reports import formats as report_formats
from cpe_label.reports import kinds

ASK = """
source {script}
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
$(complete -p cpe-label | sed 's/.*-F \\([^ ]*\\).*/\\1/')
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def completed(run: Run, tmp_path: Path) -> "Completed":
    script = tmp_path / ".script"
    script.write_text(run("completion", "bash").stdout, "utf-8")
    return Completed(script)


class Completed:
    """What a real bash offers for the last of some words."""

    def __init__(self, script: Path) -> None:
        self._script = script

    def __call__(self, *words: str) -> set[str]:
        quoted = " ".join(f"'{word}'" for word in ("cpe-label", *words))
        done = subprocess.run(
            ["bash", "--norc", "-c", ASK.format(script=self._script, words=quoted)],
            capture_output=True,
            text=True,
            check=True,
        )
        return set(done.stdout.split())


def test_bash_completes_commands_and_options(completed: Completed) -> None:
    assert completed("") >= set(COMMANDS)
    assert completed("ev") == {"evaluate", "event"}
    assert completed("check", "--str") == {"--strict"}
    for name, arguments in COMMANDS.items():
        options = {one for argument in arguments for one in argument.names if one[:1] == "-"}
        assert completed(name, "-") >= options | {"--help"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("check", "--format", ""), set(formats.FORMATS)),
        (("check", "--explain", ""), set(CATALOGUE)),
        (("report", "x.yaml", "--format", ""), set(report_formats.FORMATS)),
        (("report", "x.yaml", "--kind", ""), set(kinds.KINDS)),
        (("report", "--kind", "cert"), {"certificate"}),
        (("schema", ""), set(KINDS)),
        (("completion", ""), set(SHELLS)),
        (("--lang", ""), {"fr", "en"}),
        (("new", "x", "--lang", "f"), {"fr"}),
    ],
)
def test_bash_completes_words(
    completed: Completed, words: tuple[str, ...], expected: set[str]
) -> None:
    assert completed(*words) == expected


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "audits"),
        ("check", "x.yaml", "-r"),
        ("check", "--against"),
        ("evaluate", "--format", "text"),
        ("report",),
        ("report", "x.yaml", "--template"),
        ("report", "x.yaml", "-o"),
        ("new",),
        ("verify", "record.json"),
        ("schema", "audit", "--output"),
    ],
)
def test_bash_completes_files(completed: Completed, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "audits").mkdir()
    (tmp_path / "audit.yaml").write_text("")
    assert completed(*words, "aud") == {"audits", "audit.yaml"}


def test_every_argument_that_names_a_file_completes_files(run: Run) -> None:
    """Only a day, a number, a code, an identifier or a sentence is typed by hand."""
    script = run("completion", "bash").stdout
    by_hand = {"DATE", "ID", "N", "TEXT"}
    for name in COMMANDS:
        prefix = f"_shtab_cpe_label_{name}"
        for argument in COMMANDS[name]:
            metavar = argument.settings.get("metavar")
            if argument.names[0][:1] == "-" and metavar and metavar not in by_hand:
                option = re.sub(r"\W", "_", argument.names[-1])
                assert re.search(f"{prefix}_{option}_(COMPGEN|choices)=", script), (name, option)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", SHELLS)
def test_every_shell_has_a_script_with_everything(run: Run, name: str, language: str) -> None:
    done = run("completion", name, "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n")
    assert done == run("completion", name, "--lang", language)
    for word in ("skip-others", "sarif", "certificate", "markdown", "evaluation", "R012"):
        assert word in done.stdout
    described = {"en": "warnings fail too", "fr": "les avertissements font aussi"}[language]
    assert (described in done.stdout) is (name != "bash")


def test_the_script_changes_no_parser() -> None:
    """What the script is made of is a parser of its own."""
    (found,) = (one for one in parser("en")._actions if isinstance(one, argparse._SubParsersAction))
    assert all(not hasattr(one, "complete") for one in found.choices["check"]._actions)


def test_another_shell_is_refused(run: Run) -> None:
    done = run("completion", "tcsh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "« tcsh » is not known; expected" in done.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "completion in a shell needs an optional part of cpe_label: "),
        (
            "fr",
            "la complétion dans un terminal demande une partie facultative de cpe_label\u202f: ",
        ),
    ],
)
def test_without_the_extra_it_names_what_to_install(
    tmp_path: Path, language: str, words: str
) -> None:
    (tmp_path / "shtab.py").write_text("raise ImportError", "utf-8")
    done = shell(f"$CPE completion bash --lang {language}", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{words}pip install 'cpe_label[completion]'\n"


def test_no_other_command_needs_the_extra() -> None:
    code = (
        "import sys; from cpe_label.cli import main\n"
        "main(['check', '--explain', 'R012']); print('shtab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
