"""Several files written together: all that is new, or all that was. One file changed in place."""

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from support.system_calls import AROUND, at, failing, in_a_child, never
from support.written import MINIMAL

from cpe_label import DataError
from cpe_label.edit import open_audit
from cpe_label.writing.together import Write, write_together

OLD, NEW = b"old\n", b"new\n"


def prepared(folder: Path) -> list[Write]:
    """Two files to change, and one to make in a folder that is not there."""
    for name in ("a", "b"):
        (folder / name).write_bytes(OLD)
    for made in (folder / "out" / "made", folder / "out"):
        if made.exists():
            made.unlink() if made.is_file() else made.rmdir()
    changes = [Write(folder / name, NEW, OLD) for name in ("a", "b")]
    return [*changes, Write(folder / "out" / "made", NEW)]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def contents_after(last_call: str, folder: Path) -> dict[str, bytes]:
    """The contents, but for what could not be removed, whose name says what it is."""
    left = [path for path in folder.rglob("*") if path.name.endswith(".unfinished")]
    assert not left or last_call == "unlink"
    for path in left:
        path.unlink()
    return contents(folder)


BEFORE = {"a": OLD, "b": OLD}
AFTER = {"a": NEW, "b": NEW, "out/made": NEW}


def number_of_calls(folder: Path, events: tuple[str, ...] = AROUND) -> int:
    writes = prepared(folder)
    with at(-1, never, events) as seen:
        write_together(writes)
    assert contents(folder) == AFTER
    return len(seen)


@pytest.mark.parametrize("code", ["ENOSPC", "EACCES"])
def test_an_error_at_any_call_leaves_all_or_nothing(tmp_path: Path, code: str) -> None:
    found = []
    for number in range(number_of_calls(tmp_path, ("c_call",))):
        writes, reported = prepared(tmp_path), ""
        with at(number, failing(getattr(errno, code))) as seen:
            try:
                write_together(writes)
            except DataError as error:
                reported = error.problems[0].code
        found.append(contents_after(seen[-1], tmp_path))
        assert found[-1] == (BEFORE if reported else AFTER), (number, seen[-1], reported)
        assert (tmp_path / "out").exists() == (not reported)
    assert BEFORE in found
    assert AFTER in found


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_so_does_an_interruption(tmp_path: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    for number in range(0, number_of_calls(tmp_path), 2):
        writes = prepared(tmp_path)
        with pytest.raises(KeyboardInterrupt), at(number, interrupt, AROUND) as seen:
            write_together(writes)
        assert contents_after(seen[-1], tmp_path) in (BEFORE, AFTER), (number, seen[-1])


def test_a_kill_leaves_each_file_whole(tmp_path: Path) -> None:
    for number in range(0, number_of_calls(tmp_path), 5):
        writes = prepared(tmp_path)

        def killed(number: int = number, writes: list[Write] = writes) -> None:
            with at(number, lambda: os.kill(os.getpid(), signal.SIGKILL), AROUND):
                write_together(writes)

        assert in_a_child(killed) == -signal.SIGKILL
        assert contents_after("unlink", tmp_path).items() <= {*BEFORE.items(), *AFTER.items()}


def refused(*writes: Write) -> list[str]:
    """The codes of the problems."""
    with pytest.raises(DataError) as caught:
        write_together(writes)
    return [str(one.arguments.get("reason", one.code)) for one in caught.value.problems]


def test_every_problem_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    a, _, made = prepared(tmp_path)
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "other").hardlink_to(tmp_path / "b")
    before = contents(tmp_path)
    wrong = (
        Write(tmp_path / "a", NEW, b"before"),
        Write(tmp_path / "b", NEW, OLD),
        Write(tmp_path / "none", NEW, OLD),
        Write(tmp_path / "file", NEW),
        Write(tmp_path / "file" / "x", NEW),
        Write(tmp_path, NEW),
    )
    found = ["F034", "F036", "F001", "F006", "EEXIST", "F002"]
    assert sorted(refused(a, *wrong, made)) == sorted(found)
    assert contents(tmp_path) == before
    assert not (tmp_path / "out").exists()
    write_together([Write(tmp_path / "file", NEW, replaceable=lambda old: old == OLD)])
    assert (tmp_path / "file").read_bytes() == NEW


@pytest.mark.parametrize("change", [False, True], ids=["made", "changed"])
def test_a_file_that_takes_the_place_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, change: bool
) -> None:
    a, *_ = prepared(tmp_path)
    made = Write(tmp_path / "b", NEW, OLD) if change else Write(tmp_path / "c", NEW)
    real: Callable[..., None] = os.replace

    def others(source: Path, target: Path) -> None:
        if target.name == "a":
            made.path.write_bytes(b"theirs, longer")
        real(source, target)

    monkeypatch.setattr(os, "replace", others)
    assert refused(a, made) == ["F034" if change else "F006"]
    assert made.path.read_bytes() == b"theirs, longer"
    assert a.path.read_bytes() == OLD


# ── A file that is changed in place ──────────────────────────────────────────────────────────────


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(MINIMAL, "utf-8")
    return path


def test_a_symbolic_link_is_followed(audit: Path) -> None:
    link = audit.with_name("link.yaml")
    link.symlink_to(audit.name)
    file = open_audit(link).finding("A", status="met")
    file.save()
    assert link.is_symlink()
    assert audit.read_text("utf-8") == file.text


def test_a_file_with_two_names_is_left_alone(audit: Path) -> None:
    """The other name would keep the old content: one audit would become two."""
    audit.with_name("b.yaml").hardlink_to(audit)
    with pytest.raises(DataError, match="F036"):
        open_audit(audit).finding("A", status="met").save()
    assert audit.read_text("utf-8") == MINIMAL
    assert audit.stat().st_nlink == 2


def test_a_read_only_file_is_left_alone(audit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is for all but root."""
    real = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path) == audit and flags & os.O_WRONLY:
            raise PermissionError(errno.EACCES, "")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DataError, match="F007"):
        open_audit(audit).finding("A", status="met").save()
    assert audit.read_text("utf-8") == MINIMAL
    assert list(audit.parent.iterdir()) == [audit]


def test_rights_and_owner_stay(audit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit.chmod(0o640)
    owner, given = (4321, 1234), []
    real = os.stat

    def of_somebody(path: Path, **more: bool) -> os.stat_result:
        found = real(path, **more)
        if Path(path) != audit:
            return found
        return os.stat_result((*found[:4], *owner, *found[6:]), {"st_mtime_ns": found.st_mtime_ns})

    def give(_: int, user: int, group: int) -> None:
        given.append((user, group))
        if user != -1:
            raise PermissionError

    monkeypatch.setattr(os, "fchown", give)
    open_audit(audit).finding("A", status="met").save()
    assert given == []
    monkeypatch.setattr(os, "stat", of_somebody)
    open_audit(audit).finding("A", status="not_met").save()
    # Who may not give a file away may still keep its group.
    assert given == [(4321, 1234), (-1, 1234)]
    assert stat.S_IMODE(audit.stat().st_mode) == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_root_changes_a_file_that_stays_its_owners(audit: Path) -> None:
    os.chown(audit, 65534, 65534)
    open_audit(audit).finding("A", status="met").save()
    assert (audit.stat().st_uid, audit.stat().st_gid) == (65534, 65534)
