"""Several processes write what one does; whatever ends them is one sentence."""

import json
import multiprocessing
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.command import Run, shell
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import load_referentials
from cpe_label.cli import processes
from cpe_label.cli.evaluating import Asked, Evaluator
from cpe_label.cli.evaluation_formats import Request
from cpe_label.cli.exit_codes import ProcessEndedError
from cpe_label.cli.processes import in_order
from cpe_label.reading.discovery import Unread

GRANTED = ROOT / "examples" / "granted.yaml"
LINES = [
    json.dumps(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), ensure_ascii=False)
    for path in EXAMPLES
]
ON = ("--on", "2027-01-01")


def command(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with the streams that processes inherit."""
    return subprocess.run(
        [sys.executable, "-m", "cpe_label", *map(str, words)],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def audits(tmp_path: Path) -> Path:
    """Good and bad lines in every position, a file that is not ours, a folder without audits."""
    folder = tmp_path / "audits"
    (folder / "none").mkdir(parents=True)
    lines = ["{}", "", *LINES, "{", *(LINES[0] for _ in range(32)), "x", ""]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "b.yaml").write_text(GRANTED.read_text("utf-8"), "utf-8")
    (folder / "c.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    (folder / "d.json").write_text('{"name": "other"}', "utf-8")
    (folder / REFERENTIAL.name).write_text(REFERENTIAL.read_text("utf-8"), "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["jsonl", "csv", "table", "text"])
def test_several_processes_write_the_same_bytes(audits: Path, form: str) -> None:
    words = ("evaluate", "audits", "audits/none", "audits/a.jsonl", "nowhere.yaml", *ON)
    one, two = (command(*words, "--format", form, "--jobs", n, folder=audits) for n in (1, 2))
    assert one.returncode == two.returncode == 2
    assert (two.stdout, two.stderr) == (one.stdout, one.stderr)
    assert len(one.stdout.splitlines()) > 80


def test_reports_of_a_folder_are_the_same(audits: Path) -> None:
    said, files = [], []
    for jobs in (1, 2):
        words = ("report", "audits", "-o", "reports", "--format", "json", *ON, "--jobs", jobs)
        said.append(command(*words, folder=audits).stderr)
        paths = sorted((audits / "reports").rglob("*.json"))
        files.append([(path.name, path.read_bytes()) for path in paths])
        shutil.rmtree(audits / "reports")
    assert said[0] == said[1]
    assert "38 reports written in reports, " in said[0]
    assert files[0] == files[1]
    assert len(files[0]) == 38


def test_no_more_than_a_number_of_processes(run: Run) -> None:
    done = run("evaluate", GRANTED, "--jobs", "many")
    assert done.returncode == 2
    assert "is not a number from 0" in done.stderr
    assert run("evaluate", GRANTED, "--jobs", "0").returncode == 0


def test_processes_may_be_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As some systems start them: what they are given is pickled."""
    monkeypatch.setattr(processes, "get_context", lambda: multiprocessing.get_context("spawn"))
    assert list(in_order(abs, [-1, -2, -3], 2)) == [1, 2, 3]


def test_what_processes_are_given_can_be_pickled() -> None:
    request = Request("csv", None, date(2027, 1, 1), None, "en", several=True, in_colour=False)
    evaluator = Evaluator(request, load_referentials())
    asked = [Asked(Unread("a.jsonl", line, 3), "a.jsonl") for line in (LINES[0], "{")]
    answers = evaluator(asked)
    assert pickle.loads(pickle.dumps(answers)) == answers
    assert pickle.loads(pickle.dumps(evaluator))(pickle.loads(pickle.dumps(asked))) == answers


# ── What ends them ───────────────────────────────────────────────────────────────────────────────


def doubled(piece: int) -> int:
    if piece == 4:
        raise ValueError("four")
    return 2 * piece


def test_fewer_do_the_work_where_the_system_gives_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where too few files may be open."""
    start = processes._Process
    started: list[Any] = []

    def scarce(work: Any) -> Any:
        if len(started) == most:
            raise OSError(24, "Too many open files")
        started.append(start(work))
        return started[-1]

    monkeypatch.setattr(processes, "_Process", scarce)
    most = 2
    assert list(in_order(abs, range(-9, 0), 5)) == [*range(9, 0, -1)]
    assert len(started) == 2
    most = len(started)
    with pytest.raises(ProcessEndedError):
        list(in_order(abs, [-1], 5))


def killed(piece: int) -> int:
    if piece == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


class UnportableError(Exception):
    """An exception that cannot be pickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(one, two, lambda: None)


def failing(piece: int) -> int:
    raise UnportableError(1, 2)


def test_results_come_in_the_order_of_the_pieces() -> None:
    asked: list[int] = []

    def pieces() -> Iterator[int]:
        for number in (1, 2, 3, 5, 6, 7, 8, 9):
            asked.append(number)
            yield number

    found = in_order(doubled, pieces(), 3)
    assert next(found) == 2
    assert asked == [1, 2, 3, 5]  # no more than there are processes, and the one that is given now
    assert list(found) == [4, 6, 10, 12, 14, 16, 18]
    assert list(in_order(doubled, [], 2)) == []


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="four"):
        list(in_order(doubled, range(9), 2))
    with pytest.raises(RuntimeError, match="UnportableError"):
        list(in_order(failing, [1], 1))


def test_a_process_that_is_killed_is_reported() -> None:
    with pytest.raises(ProcessEndedError):
        list(in_order(killed, range(9), 2))


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(one) for one in found.split()]


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A command with two processes, whose standard input never ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "cpe_label", "evaluate", "-", "--jobs", "2", "--format", "jsonl"],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        process.stdin.write("{}\n" * 2500)
        process.stdin.flush()
        while len(children(process.pid)) < 2:  # it may not know of the second one yet
            pass
        yield process
        process.kill()


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="it reads /proc")


@needs_proc
@pytest.mark.parametrize(
    ("sent", "code", "says"),
    [(signal.SIGINT, 130, "Interrupted."), (signal.SIGTERM, 143, ""), (signal.SIGKILL, -9, "")],
)
def test_no_process_is_left_behind(
    waiting: subprocess.Popen[str], sent: signal.Signals, code: int, says: str
) -> None:
    left = children(waiting.pid)
    waiting.send_signal(sent)
    _, said = waiting.communicate()
    assert (waiting.returncode, said.strip()) == (code, says)
    for _ in range(500):
        if not any(Path(f"/proc/{pid}").exists() for pid in left):
            break
        time.sleep(0.01)
    assert [pid for pid in left if Path(f"/proc/{pid}").exists()] == []


@needs_proc
def test_a_killed_process_is_one_sentence(waiting: subprocess.Popen[str]) -> None:
    os.kill(children(waiting.pid)[0], signal.SIGKILL)
    _, said = waiting.communicate("{}\n" * 5000)
    assert waiting.returncode == 2
    assert said.startswith("A process that worked on the audits was ended from outside")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_leaves_ends_it_soon(tmp_path: Path, jobs: int) -> None:
    """Of an input without end, no more is read."""
    line = tmp_path / "line"
    line.write_text(LINES[0] + "\n", "utf-8")
    cat = f"while cat {line}; do :; done 2>/dev/null"
    done = shell(f"({cat}) | $CPE evaluate - --format jsonl --jobs {jobs} | head -n 1")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_output_that_is_full_is_reported(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.jsonl").write_text((LINES[0] + "\n") * 3, "utf-8")
    for form in ("csv", "jsonl"):
        done = shell(f"$CPE evaluate {tmp_path}/a.jsonl --format {form} --jobs {jobs} > /dev/full")
        assert done.returncode == 2
        assert done.stderr == "<stdout>: F007 this file cannot be written: no space left\n"
