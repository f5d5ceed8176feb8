"""Streams, colours, progress, and today."""

import io
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from support.command import Run, shell
from support.shipped import ROOT

from cpe_label import load_audit
from cpe_label.cli import console
from cpe_label.problems.problem import problem

GRANTED = ROOT / "examples" / "granted.yaml"


def test_no_error_is_left_out_for_a_warning() -> None:
    err = io.StringIO()
    found = [problem("A019" if at < 40 else "A006", ("x", at)) for at in range(41)]
    console.Console("en", io.StringIO(), err).report_problems(found)
    told = err.getvalue().splitlines()
    assert (len(told), told[-1]) == (21, "… and 21 more; cpe-label check shows them.")
    assert told[-2].startswith("x[40]: A006 ")


def test_no_message_controls_a_terminal(run: Run, tmp_path: Path) -> None:
    ink = "\x1b[31m\u202e\nforged"
    (tmp_path / f"{ink}.json").write_text("{}", "utf-8")
    (tmp_path / "a.yaml").write_bytes(GRANTED.read_bytes())
    for command in (
        ("check", "a", f"--{ink}"),
        ("evaluate", f"{ink}.yaml"),
        ("verify", f"{ink}.json", "a.yaml"),
        ("report", "a.yaml", "-o", f"{ink}.html"),
        ("report", "a.yaml", "-o", f"x.{ink}"),
        ("new", "label-cpe", "-o", f"{ink}.yaml"),
        ("check", "--explain", ink),
    ):
        shown = run(*command).stderr
        assert "forged" in shown
        assert not {"\x1b", "\u202e"} & set(shown)
        assert not [line for line in shown.split("\n") if line.startswith("forged")]


def test_an_encoding_without_a_character_is_no_error() -> None:
    """A pipe gets UTF-8 whatever the locale, so that `new > file` and `--format json` hold."""
    for encoding in ("ascii", "cp1252"):
        done = shell('$CPE evaluate "$GRANTED"', PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Coopérative Exemple" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-15", "cp1252"])
def test_one_file_takes_both_streams(tmp_path: Path, encoding: str) -> None:
    """`> log 2>&1` mixes no encodings: both are UTF-8, whatever the locale."""
    checks = '$CPE check --lang fr "$GRANTED"; $CPE check --lang fr nowhere.yaml'
    command = f"cd {tmp_path}; {{ {checks}; }} > log 2>&1"
    shell(command, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    log = (tmp_path / "log").read_bytes().decode("utf-8")
    assert "1 fichier vérifié, aucun problème." in log  # on standard error
    assert "ce fichier n’existe pas" in log  # on standard output


def test_closed_streams_change_the_exit_code() -> None:
    done = shell('$CPE evaluate "$GRANTED" >&-')
    assert (done.returncode, done.stderr) == (
        2,
        "<stdout>: F007 this file cannot be written: it is closed\n",
    )
    assert shell('$CPE check "$GRANTED" 2>&-').returncode == 0
    assert shell("$CPE evaluate nowhere.yaml 2>&-").returncode == 2


def test_a_reader_that_leaves_is_no_error() -> None:
    done = shell('$CPE report "$GRANTED" | head -c 10')
    assert (len(done.stdout), done.stderr) == (10, "")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--version", 0),
        ("--help", 0),
        ("report --help", 0),
        ('report "$GRANTED"', 0),
        ('evaluate "$REFUSED"', 1),
        ("evaluate " + '"$REFUSED" ' * 30 + '"$GRANTED"', 1),  # more than a pipe takes
        ("check nowhere.yaml --format json", 2),
    ],
)
def test_a_reader_that_leaves_changes_no_answer(command: str, code: int) -> None:
    """The reader has surely gone: it is waited for before anything is written."""
    done = shell(f"{{ sleep 0.1; $CPE {command}; echo $? >&2; }} | true")
    assert done.stderr.splitlines()[-1:] == [str(code)]
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("command", ["--version", "--help", "new --help", 'evaluate "$GRANTED"'])
def test_an_output_that_refuses_everything_is_reported(command: str) -> None:
    for where, reason in (("> /dev/full", "no space left"), (">&-", "it is closed")):
        done = shell(f"$CPE {command} {where}")
        assert (done.returncode, done.stderr) == (
            2,
            f"<stdout>: F007 this file cannot be written: {reason}\n",
        )


@pytest.mark.parametrize(
    ("command", "code"),
    [('check "$GRANTED"', 0), ('evaluate "$REFUSED"', 1), ("evaluate nowhere", 2), ("report", 2)],
)
def test_messages_that_cannot_be_written_change_no_answer(command: str, code: int) -> None:
    assert shell(f"$CPE {command} 2>/dev/full").returncode == code
    assert shell(f"$CPE {command} 2>&-").returncode == code


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], colour: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert console.Console("en", Terminal(), sys.stderr).in_colour is colour  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("environ", "colour"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_a_pipe_has_colour_only_where_it_is_forced(
    run: Run, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    for command in (("check", "nowhere.yaml"), ("evaluate", GRANTED)):
        assert ("\x1b[" in run(*command, **environ).stdout) is colour


def test_today_is_the_readers_own_day() -> None:
    assert abs((console.today() - date.today()).days) <= 1


LINE = json.dumps(json.loads(load_audit(GRANTED).to_json())) + "\n"


class OnATerminal:
    """A command whose standard error is a terminal; its standard output is a pipe."""

    def __init__(self, folder: Path, *command: str) -> None:
        self._terminal, theirs = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cpe_label", *command],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=theirs,
        )
        os.close(theirs)

    def shown(self, until: str | None = None) -> str:
        """What the terminal was given: up to some words, or to the end of the command."""
        found = b""
        with suppress(OSError):  # the end of the other side
            while (until is None or until.encode() not in found) and (
                more := os.read(self._terminal, 1000)
            ):
                found += more
        return found.decode("utf-8")

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def end(self) -> tuple[int, str]:
        """The exit code, and the standard output."""
        out, _ = self._process.communicate()
        os.close(self._terminal)
        return self._process.returncode, out.decode("utf-8")


CLEAR = "\r\x1b[K"


@pytest.mark.parametrize("command", [("check", "."), ("check", "all.jsonl")])
def test_progress_of_a_check_is_one_line_that_is_cleared(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    each = (LINE.replace("exemple-001", f"exemple-00{number}") for number in range(4))
    (tmp_path / "all.jsonl").write_text("".join(each), "utf-8")
    terminal = OnATerminal(tmp_path, *command)
    shown = "".join(f"{CLEAR}{number} documents read…" for number in (2, 3, 4))
    assert terminal.shown() == f"{shown}{CLEAR}1 file checked, no problem.\r\n"
    assert terminal.end() == (0, "")


def test_progress_of_evaluations_is_cleared_before_each_result(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text(LINE * 3, "utf-8")
    terminal = OnATerminal(tmp_path, "evaluate", "all.jsonl", "--format", "jsonl")
    shown = "".join(f"{CLEAR}{number} documents read…{CLEAR}" for number in (2, 3))
    assert terminal.shown() == shown
    code, out = terminal.end()
    assert (code, len(out.splitlines())) == (0, 3)


def test_one_document_shows_no_progress(tmp_path: Path) -> None:
    terminal = OnATerminal(tmp_path, "check", str(GRANTED))
    assert terminal.shown() == "1 file checked, no problem.\r\n"
    assert terminal.end() == (0, "")


@pytest.mark.parametrize("command", ["check", "evaluate"])
def test_no_progress_in_a_pipe(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "all.jsonl").write_text(LINE * 3, "utf-8")
    assert "read" not in run(command, "all.jsonl").stderr


def test_an_interruption_leaves_a_clean_line(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text(LINE * 20_000, "utf-8")
    terminal = OnATerminal(tmp_path, "check", "all.jsonl")
    before = terminal.shown("2 documents read…")
    terminal.interrupt()
    after = terminal.shown()
    assert terminal.end() == (130, "")
    assert (before + after).endswith(f"documents read…{CLEAR}Interrupted.\r\n")


def test_progress_costs_nothing_for_many(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = TerminalText()
    shown = console.Console("en", sys.stdout, terminal)
    assert sum(1 for _ in shown.counted(range(100_000))) == 100_000
    assert terminal.getvalue().count("read…") < 3000
    assert terminal.getvalue().endswith(f"{CLEAR}100000 documents read…{CLEAR}")


def test_the_pace_of_many_is_shown() -> None:
    """From the first second on: how many a second, and how long the others will take."""
    clock = iter([0.0, 0.5, 2.0, 4.0, 200.0, 300.0]).__next__
    pace = console.Pace(1000, clock)
    assert list(pace.taken([10, 30], lambda thing: thing)) == [10, 30]
    assert pace.shown(2) == ("read_so_far", {})
    left = {"rate": 2, "left": "48\u00a0s"}
    assert pace.shown(4) == ("read_with_time_left", left)
    assert pace.shown(8) == ("read_with_time_left", {"rate": 2, "left": "1\u00a0min 36\u00a0s"})
    assert list(pace.taken([2000], lambda thing: thing)) == [2000]
    assert pace.shown(100) == ("read_a_second", {"rate": 0})
    assert console.Pace(0, iter([0.0, 2.0]).__next__).shown(9) == ("read_a_second", {"rate": 4})


class TerminalText(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True
