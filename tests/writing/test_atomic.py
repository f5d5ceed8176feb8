"""Writing files: whatever happens, and whenever, a file holds what it held or all that is new.

What happens is put at each call of the system in turn, where the interpreter reports it, so that
no call is forgotten. `benchmarks/kills.py` does the same from outside, at each system call.
"""

import errno
import os
import signal
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from support.command import Run
from support.shipped import ROOT
from support.system_calls import AROUND, INSTEAD, at, failing, in_a_child, never

import cpe_label.cli.commands.new as command
from cpe_label import DataError
from cpe_label.writing.atomic import write_file

GRANTED = ROOT / "examples" / "granted.yaml"
OLD, NEW = b"old\n", b"new\n" * 20_000


def calls(target: Path, events: tuple[str, ...] = INSTEAD) -> list[str]:
    """Each call of the system that a writing makes, in order."""
    with at(-1, never, events) as seen:
        write_file(target, NEW, force=True)
    target.unlink()
    return seen


@pytest.fixture(params=[None, OLD], ids=["new", "over"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> bytes | None:
    return request.param  # type: ignore[no-any-return]


def prepared(folder: Path, before: bytes | None) -> Path:
    target = folder / "r.html"
    target.unlink(missing_ok=True)
    if before is not None:
        target.write_bytes(before)
    return target


def content(target: Path) -> bytes | None:
    return target.read_bytes() if target.exists() else None


def numbers_of_calls(
    folder: Path, before: bytes | None, events: tuple[str, ...] = INSTEAD
) -> range:
    seen = calls(prepared(folder, before), events)
    assert {"stat", "open", "write", "flush", "fsync", "__exit__", "replace"} <= set(seen)
    return range(len(seen))


# ── Errors, interruptions and kills ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES"])
def test_an_error_is_reported_if_and_only_if_nothing_was_written(
    tmp_path: Path, before: bytes | None, code: str
) -> None:
    found = set()
    for number in numbers_of_calls(tmp_path, before):
        target = prepared(tmp_path, before)
        reported = ""
        with at(number, failing(getattr(errno, code))) as seen:
            try:
                write_file(target, NEW, force=True)
            except DataError as error:
                reported = error.problems[0].arguments["reason"]
        found.add(content(target))
        assert content(target) == (before if reported else NEW), seen[-1]
        assert reported in ("", code)
        assert list(tmp_path.iterdir()) == [target] * target.exists(), seen[-1]
    assert found == {before, NEW}


# The interpreter may be interrupted between the opening of a file and the naming of it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_leaves_nothing_behind(tmp_path: Path, before: bytes | None) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    for number in numbers_of_calls(tmp_path, before, AROUND):
        target = prepared(tmp_path, before)
        with pytest.raises(KeyboardInterrupt), at(number, interrupt, AROUND) as seen:
            write_file(target, NEW, force=True)
        assert content(target) in (before, NEW), seen[-1]
        assert list(tmp_path.iterdir()) == [target] * target.exists(), seen[-1]


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, before: bytes | None) -> None:
    """Before and after each call. What stands beside it then has a name that says what it is."""
    found = []
    for number in numbers_of_calls(tmp_path, before, AROUND):
        target = prepared(tmp_path, before)
        killed = in_a_child(lambda: write_killed(target, number))  # noqa: B023
        assert killed == -signal.SIGKILL
        found.append(content(target))
        assert found[-1] in (before, NEW)
        for beside in set(tmp_path.iterdir()) - {target}:
            assert beside.name.startswith(".r.html.")
            assert beside.name.endswith(".unfinished")
            beside.unlink()
    turn = found.index(NEW)
    assert found == [before] * turn + [NEW] * (len(found) - turn)


def write_killed(target: Path, number: int) -> None:
    with at(number, lambda: os.kill(os.getpid(), signal.SIGKILL), AROUND):
        write_file(target, NEW, force=True)


def test_the_command_answers_2_if_and_only_if_nothing_was_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, target = -1, tmp_path / "a.yaml"

    def write(*arguments: Any, **more: Any) -> None:
        with at(number, failing(errno.ENOSPC)):
            write_file(*arguments, **more)

    monkeypatch.setattr(command, "write_file", write)
    for number in numbers_of_calls(tmp_path, None):  # noqa: B007
        done = run("new", "label-cpe", "-o", "a.yaml")
        assert done.returncode == (0 if target.exists() else 2)
        sentence = (
            "written" if target.exists() else "F007 this file cannot be written: no space left"
        )
        assert sentence in done.stderr
        target.unlink(missing_ok=True)


def test_the_name_is_asked_to_last(tmp_path: Path) -> None:
    """The content first, then the name, then the folder that holds the name."""
    made = calls(tmp_path / "r.html")
    last = made[made.index("write") :]
    assert [one for one in last if one in ("write", "flush", "fsync", "replace", "open")] == [
        *("write", "flush", "fsync", "replace", "open", "fsync")
    ]


# ── What may be written, and where ───────────────────────────────────────────────────────────────


def refused(path: Path, *, force: bool = True) -> str:
    """The code of the problem, or what the system refused."""
    with pytest.raises(DataError) as caught:
        write_file(path, NEW, force=force)
    (problem,) = caught.value.problems
    return str(problem.arguments.get("reason", problem.code))


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "astray").symlink_to("nowhere/r.html")
    for name, reason in (
        ("file/r.html", "ENOTDIR"),
        ("nowhere/r.html", "ENOENT"),
        ("astray", "ENOENT"),
        ("loop", "ELOOP"),
        ("loop/r.html", "ELOOP"),
        ("x" * 300, "ENAMETOOLONG"),
        ("", "F002"),
    ):
        assert refused(tmp_path / name) == reason
    assert refused(Path("/dev/full")) == "ENOSPC"
    assert {path.name for path in tmp_path.iterdir()} == {"file", "loop", "astray"}


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "𝒙" * 63])
def test_a_name_as_long_as_names_may_be(tmp_path: Path, name: str) -> None:
    write_file(tmp_path / name, NEW, force=False)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("folder/c")
    (tmp_path / "folder").mkdir()
    for before in (None, OLD):
        prepared(tmp_path, before)
        write_file(tmp_path / "a", NEW, force=True)
        assert (tmp_path / "folder" / "c").read_bytes() == NEW
        assert (tmp_path / "a").is_symlink()
        assert (tmp_path / "b").is_symlink()
    assert refused(tmp_path / "a", force=False) == "F006"


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077, 0o000])
def test_a_new_file_follows_the_umask_and_an_old_one_keeps_its_rights(
    tmp_path: Path, umask: int
) -> None:
    old = tmp_path / "old"
    old.write_bytes(OLD)
    was = os.umask(umask)
    try:
        for mode in (0o600, 0o640, 0o666):
            old.chmod(mode)
            write_file(old, NEW, force=True)
            assert stat.S_IMODE(old.stat().st_mode) == mode
        write_file(tmp_path / "new", NEW, force=False)
    finally:
        os.umask(was)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~umask


@contextmanager
def as_nobody() -> Iterator[Path]:
    """A folder of somebody who is not root, while one is that somebody."""
    with tempfile.TemporaryDirectory() as name:
        was = os.geteuid()
        if was == 0:
            os.chown(name, 65534, -1)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            Path(name).chmod(0o700)
            os.seteuid(was)


def test_a_read_only_file_is_not_written_over_even_by_force() -> None:
    with as_nobody() as folder:
        target = folder / "r.html"
        target.write_bytes(OLD)
        target.chmod(0o444)
        assert refused(target) == "EACCES"
        assert target.read_bytes() == OLD
        assert list(folder.iterdir()) == [target]


def test_a_read_only_folder_is_left_alone() -> None:
    with as_nobody() as folder:
        target = folder / "r.html"
        target.write_bytes(OLD)
        folder.chmod(0o555)
        assert refused(target) == "EACCES"
        assert refused(folder / "new.html") == "EACCES"
        assert target.read_bytes() == OLD
        assert list(folder.iterdir()) == [target]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    child = os.fork()
    if child == 0:
        with open(tmp_path / "pipe", "rb") as pipe:
            os._exit(0 if pipe.read() == NEW else 1)
    write_file(tmp_path / "pipe", NEW, force=False)
    assert os.waitpid(child, 0)[1] == 0
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


# ── A folder of reports ──────────────────────────────────────────────────────────────────────────


def test_a_report_that_cannot_be_written_stops_no_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "audits").mkdir()
    for name in "abc":
        (tmp_path / "audits" / f"{name}.yaml").write_bytes(GRANTED.read_bytes())
    real, written = os.fsync, []

    def fsync(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            written.append(handle)
            if len(written) == 2:
                raise OSError(errno.ENOSPC, "")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    done = run("report", "audits", "-o", "reports")
    assert done.returncode == 2
    assert "reports/b.html: F007 this file cannot be written: no space left" in done.stderr
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["a.html", "c.html"]
    assert run("report", "audits", "-o", "reports", "--force").returncode == 0
    whole = {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()}
    assert set(whole) == {"a.html", "b.html", "c.html"}
    assert len(set(whole.values())) == 1


def test_two_that_write_one_new_file_do_not_overwrite_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other file comes when this one has looked, and is about to give its own the name."""
    target, link = tmp_path / "a.html", os.link

    def other_first(source: Path, name: Path) -> None:
        target.write_bytes(b"theirs")
        link(source, name)

    monkeypatch.setattr(os, "link", other_first)
    with pytest.raises(DataError) as caught:
        write_file(target, b"ours", force=False)
    assert [one.code for one in caught.value.problems] == ["F006"]
    assert target.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_only_what_is_replaceable_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"earlier")
    write_file(target, b"later", force=False, replaceable=lambda old: old == b"earlier")
    assert target.read_bytes() == b"later"
    with pytest.raises(DataError):
        write_file(target, b"again", force=False, replaceable=lambda old: old == b"earlier")
    assert target.read_bytes() == b"later"
