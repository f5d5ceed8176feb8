"""From arguments to an exit code: faults, interruptions, the version."""

import subprocess
import sys
from functools import partial

import pytest
from support.command import Run
from support.shipped import ROOT

import cpe_label
from cpe_label import cli

GRANTED = ROOT / "examples" / "granted.yaml"


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"cpe-label {cpe_label.__version__}\n"


def test_an_unexpected_failure_is_our_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not reported as a fault of standard output."""
    import cpe_label.cli.commands.evaluate as command

    def fail(*arguments: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(command, "run", fail)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 70
    assert "This is a fault of cpe_label" in capsys.readouterr().err


def test_our_own_fault_is_one_line_and_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import cpe_label.cli.commands.evaluate as command

    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(command, "run", fail)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 70
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "This is a fault of cpe_label" in shown.err
    assert shown.err.count("\n") == 1
    monkeypatch.setenv("CPE_LABEL_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["evaluate", str(GRANTED)])


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import cpe_label.cli.commands.evaluate as command

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", interrupt)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"


def test_interrupted_before_a_message_is_possible() -> None:
    """Ctrl-C while modules are imported: no traceback."""
    code = (
        "import sys\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'cpe_label.cli.dispatch': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "from cpe_label.cli import main\n"
        "sys.exit(main(['check', 'x']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_program_that_calls_main_keeps_its_garbage_collected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the process of the command decides what is collected, and when."""
    done: list[str] = []
    for name in ("disable", "freeze", "enable"):
        monkeypatch.setattr(f"gc.{name}", partial(done.append, name))
    monkeypatch.setattr(
        "cpe_label.cli.commands.check.run", lambda *_: done.append("the command") or 0
    )
    assert cli.main(["check", str(GRANTED)]) == 0
    assert done == ["the command"]
    done.clear()
    monkeypatch.setattr(sys, "argv", ["cpe-label", "check", str(GRANTED)])
    monkeypatch.setattr("signal.signal", lambda *_: None)  # this process ends as it did before
    assert cli.main() == 0
    assert done == ["disable", "freeze", "enable", "the command", "freeze"]
