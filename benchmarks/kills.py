"""Stop `cpe-label report` at each system call of its writing, and look at what is left.

    python benchmarks/kills.py [--only kills|errors|space]

The command runs under `strace`, first to list its system calls from the first that names the target
to the end of the process, then once for each of them, where it is killed as it enters the call, or
where the call fails. Each is done twice: the target is not there, or holds an old file. Then it
writes on a file system of 64 and 128 KiB, mounted in a name space of its own (`unshare -rm`).

The target must be absent, old or new, never torn; after an error nothing may stand beside it, and
the exit code is not 0 if and only if nothing was written. Needs Linux, `strace` and `unshare`.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
OLD = b"old\n"
TARGET = "report.html"
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES")
# What a writing asks of the file system; the others are memory, signals and clocks.
OF_FILES = re.compile(
    r"open|creat|write|sync|close|stat|access|chmod|chown|rename|unlink|link|seek"
)
ENVIRON = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}

CALL = re.compile(r"^[0-9]+ +([a-z0-9_]+)\((.*)$", re.MULTILINE)

Point = tuple[str, int]  # a system call by its name, and which one of that name


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cpe_label", "report", *arguments, "--on=2026-11-23"]


REPORT = command(str(EXAMPLES / "granted.yaml"), "-o", TARGET, "--force")


def run(words: list[str], folder: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(words, cwd=folder, env=ENVIRON, capture_output=True, check=False)


def emptied(folder: Path, before: bytes | None) -> Path:
    for path in folder.iterdir():
        path.unlink()
    if before is not None:
        (folder / TARGET).write_bytes(before)
    return folder / TARGET


def points(folder: Path, log: Path) -> tuple[list[Point], int]:
    """Each system call from the first that names the target, and how many are of the writing."""
    run(["strace", "-f", "-qq", "-o", str(log), *REPORT], folder)
    counts: Counter[str] = Counter()
    found: list[Point] = []
    writing = 0
    for name, rest in re.findall(
        r"^[0-9]+ +([a-z0-9_]+)\((.*)$", log.read_text("utf-8"), re.MULTILINE
    ):
        counts[name] += 1
        if found or (TARGET in rest and name != "execve"):
            found.append((name, counts[name]))
            if name == "write" and rest.startswith("2,") and not writing:
                writing = len(found) - 1  # it says that it has written
    return found, writing


def stopped(point: Point, how: str, folder: Path) -> int:
    """The exit code of the command when something happens at a point."""
    name, number = point
    inject = f"inject={name}:{how}:when={number}"
    return run(["strace", "-f", "-qq", "-o", os.devnull, "-e", inject, *REPORT], folder).returncode


def outcome(target: Path, before: bytes | None, new: bytes) -> str:
    content = target.read_bytes() if target.exists() else None
    return "new" if content == new else "old" if content == before else "TORN"


def states(folder: Path, log: Path) -> Iterator[tuple[bytes | None, bytes, list[Point], int]]:
    for before in (None, OLD):
        target = emptied(folder, before)
        found, writing = points(folder, log)
        yield before, target.read_bytes(), found, writing


def kills(folder: Path, log: Path) -> bool:
    counts: Counter[str] = Counter()
    for before, new, found, _ in states(folder, log):
        for point in found:
            target = emptied(folder, before)
            code = stopped(point, "signal=KILL", folder)
            counts["killed" if code in (-9, 137) else "ended before"] += 1
            counts[outcome(target, before, new)] += 1
            counts["left beside"] += len({*folder.iterdir()} - {target})
    print("kills:", ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return not counts["TORN"] and counts["old"] > 0 and counts["new"] > 0


def errors(folder: Path, log: Path) -> bool:
    counts: Counter[str] = Counter()
    for before, new, found, writing in states(folder, log):
        for point in [one for one in found[:writing] if OF_FILES.search(one[0])]:
            for error in ERRORS:
                target = emptied(folder, before)
                code = stopped(point, f"error={error}", folder)
                what = outcome(target, before, new)
                counts[what] += 1
                counts["LEFT BESIDE"] += len({*folder.iterdir()} - {target})
                if (code == 0) != (what == "new"):
                    counts["WRONG EXIT CODE"] += 1
                    print("  ", point, error, what, code)
    print("errors:", ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    wrong = counts["TORN"] + counts["LEFT BESIDE"] + counts["WRONG EXIT CODE"]
    return not wrong and counts["old"] > 0


def space(folder: Path) -> bool:
    """Both sizes, each in a name space of its own, where this very file looks at what is left."""
    mount = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
    inside = [sys.executable, __file__, "--inside", str(folder)]
    results = [
        run(["unshare", "-rm", "sh", "-c", mount, "sh", f"{size}k", str(folder), *inside], ROOT)
        for size in (64, 128)
    ]
    for done in results:
        print(done.stdout.decode() or done.stderr.decode(), end="")
    return not any(done.returncode for done in results)


def inside(folder: Path) -> bool:
    """On a small file system: a report that has no room, or those of a folder, some with none."""
    size = os.statvfs(folder).f_blocks * os.statvfs(folder).f_frsize // 1024
    well, result = one_report(folder) if size == 64 else a_folder(folder)
    print(f"space, {size} KiB: {result}, exit 2: {well}")
    return well


def one_report(folder: Path) -> tuple[bool, str]:
    well = True
    for before in (None, OLD):
        target = emptied(folder, before)
        done = run(REPORT, folder)
        kept = outcome(target, before, b"") == "old"
        alone = [*folder.iterdir()] == [target] * (before is not None)
        well = well and kept and alone and done.returncode == 2 and b"no space left" in done.stderr
    return well, "what was there is kept, and nothing beside it"


def a_folder(folder: Path) -> tuple[bool, str]:
    done = run(command(str(EXAMPLES), "-o", "."), folder)
    written = [path.read_bytes() for path in folder.iterdir()]
    refused = len(re.findall(rb"^.*: F007 .* no space left$", done.stderr, re.MULTILINE))
    whole = all(content.endswith(b"</html>\n") for content in written)
    well = whole and len(written) + refused == 5 and 0 < refused < 5 and done.returncode == 2
    return well, f"of 5 reports {len(written)} written whole, {refused} refused"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("kills", "errors", "space"))
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        sys.exit(not inside(given.inside))
    with tempfile.TemporaryDirectory() as scratch:
        folder, log = Path(scratch) / "here", Path(scratch) / "log"
        folder.mkdir()
        tests = {
            "kills": lambda: kills(folder, log),
            "errors": lambda: errors(folder, log),
            "space": lambda: space(folder),
        }
        results = [test() for name, test in tests.items() if given.only in (None, name)]
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
