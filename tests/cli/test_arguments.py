"""Arguments: help and mistakes of usage, in the language of the reader."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from support.command import Run
from support.shipped import ROOT

from cpe_label.cli import console
from cpe_label.cli.arguments import parser
from cpe_label.cli.usage import UsageExit
from cpe_label.reports import formats

GRANTED = ROOT / "examples" / "granted.yaml"


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        ([], "missing: COMMAND", "il manque\u202f: COMMAND"),
        (["evaluate"], "missing: AUDIT", "il manque\u202f: AUDIT"),
        (["frob"], "« frob » is not known", "«\u202ffrob\u202f» n’est pas connu"),
        (["check", "a", "--nope"], "not understood: --nope", "non compris\u202f: --nope"),
        (["report", "a", "-o"], "-o/--output: a value is missing", "il manque une valeur"),
        (["report", "a", "--force=x"], "--force: takes no value", "ne prend pas de valeur"),
        (["report", "a", "--format", "docx"], "« docx » is not known", "n’est pas connu"),
        (["evaluate", "a", "--on", "2026-2-3"], "expected YYYY-MM-DD", "AAAA-MM-JJ"),
        (["decide", "a", "--on", "20/11/2026"], "mean « 2026-11-20 »?", "dire «\u202f2026-11-20"),
        (["decide", "a", "--on", "nov 2026"], "write « 2026-11-30 »", "écrivez «\u202f2026-11-30"),
        (["evaluate", "a", "--on", "2026-02-30"], "is not a date", "n’est pas une date"),
    ],
)
def test_bad_usage_is_reported_in_the_language_of_the_reader(
    run: Run, arguments: list[str], english: str, french: str
) -> None:
    for language, words in (("en_GB.UTF-8", english), ("fr_FR.UTF-8", french)):
        done = run(*arguments, LC_ALL=language)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "cpe-label {0}: missing: {1}\nsee cpe-label {0} --help\n"),
        ("fr", "cpe-label {0}: il manque\u202f: {1}\nvoir cpe-label {0} --help\n"),
    ],
)
@pytest.mark.parametrize(("command", "what"), [("check", "FILE"), ("verify", "RECORD, AUDIT")])
def test_missing_arguments_are_reported_in_one_way(
    run: Run, language: str, expected: str, command: str, what: str
) -> None:
    done = run(command, "--lang", language)
    assert (done.returncode, done.stderr) == (2, expected.format(command, what))


def test_a_mistake_names_the_help_of_its_command(run: Run) -> None:
    for command in (("report", "x"), ("check", "x"), ("schema", "audit")):
        done = run(*command, "--blah")
        assert done.stderr.endswith(f"\nsee cpe-label {command[0]} --help\n")
    assert run("--blah", "schema", "audit").stderr.endswith("\nsee cpe-label --help\n")


def test_help_explains_the_exit_code_of_evaluate(run: Run) -> None:
    for language, words in (("en", "about the conditions alone"), ("fr", "les seules conditions")):
        assert words in " ".join(run("--help", "--lang", language).stdout.split())


def test_no_command_changes_what_it_was_asked(tmp_path: Path) -> None:

    for command in (
        ("report", str(GRANTED), "-o", str(tmp_path / "r.html")),
        ("evaluate", str(GRANTED)),
    ):
        given = parser("en").parse_args(command)
        before = dict(vars(given))
        import_module(f"cpe_label.cli.commands.{command[0]}").run(given, console.open_console("en"))
        assert vars(given) == before


def test_help_speaks_both_languages_and_shows_examples(run: Run) -> None:
    for command in ("", "check", "evaluate", "report", "new", "schema"):
        for language, word in (("en", "examples:"), ("fr", "exemples\u202f:")):
            done = run(*filter(None, [command]), "--help", LC_ALL=f"{language}.UTF-8")
            assert done.returncode == 0
            assert f"{word}\n  cpe-label" in done.stdout
            assert "usage: usage" not in done.stdout


def test_lang_overrides_the_locale_and_the_referential(run: Run) -> None:
    done = run("evaluate", GRANTED, "--lang=en", LC_ALL="fr_FR.UTF-8")
    assert "✓ Label granted" in done.stdout
    assert "nexiste" not in run("check", "nowhere.yaml", "--lang", "fr").stdout
    assert "F001 ce fichier n’existe pas" in run("check", "nowhere.yaml", "--lang", "fr").stdout


def test_lang_stands_before_the_command_or_after_it(run: Run) -> None:
    french = run("evaluate", GRANTED, "--lang", "fr", "--on", "2026-11-23")
    english = run("evaluate", GRANTED, "--lang", "en", "--on", "2026-11-23")
    assert "Label granted" in english.stdout
    for before in (("--lang", "en"), ("--lang=en",)):
        assert run(*before, "evaluate", GRANTED, "--on", "2026-11-23") == english
        done = run(*before, "evaluate", GRANTED, "--lang", "fr", "--on", "2026-11-23")
        assert done == french
    assert "il manque" in run("--lang", "fr", "evaluate").stderr
    assert "missing" in run("--lang", "fr", "evaluate", "--lang", "en").stderr


@pytest.mark.parametrize(
    ("module", "table", "command"),
    [
        ("problems.formats", "FORMATS", ("check", "a", "--format=new")),
        ("problems.formats", "FORMATS", ("verify", "r", "a", "--format=new")),
        ("cli.evaluation_formats", "FORMATS", ("evaluate", "a", "--format=new")),
        ("reports.kinds", "KINDS", ("report", "a", "--kind=new")),
        ("record.schema", "KINDS", ("schema", "new")),
    ],
)
def test_a_row_in_a_table_is_a_name_that_is_accepted(
    run: Run, monkeypatch: pytest.MonkeyPatch, module: str, table: str, command: tuple[str, ...]
) -> None:
    home = import_module(f"cpe_label.{module}")
    with pytest.raises(UsageExit, match="2"):
        parser("en").parse_args(command)
    monkeypatch.setattr(home, table, (*getattr(home, table), "new"))
    assert "new" in vars(parser("en").parse_args(command)).values()


def test_the_help_of_report_lists_every_format(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, "new": formats.FORMATS["json"]})
    assert "pdf or new" in " ".join(run("report", "--help").stdout.split())


def test_a_command_imports_only_its_own_tables() -> None:
    code = (
        "import sys\n"
        "from cpe_label.cli.arguments import parser\n"
        "parser('en').parse_args(['check', 'a'])\n"
        "print(*sorted({'cpe_label.reports', 'cpe_label.record', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "")
