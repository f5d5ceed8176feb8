"""Compare what many audits cost in two states of the program.

    python benchmarks/states.py --before REV [--audits N] [--rounds N]

`cpe-label evaluate audits.jsonl --format jsonl` under the shipped referential, as this checkout has
it and as it was at REV, which is checked out for the time of the run. The audits are copies of
`examples/granted.yaml`, each a line of JSON. The two take turns, each run a process of its own; the
medians of processor time are compared, because what else runs on the machine would lengthen either
by chance. The last line says whether both wrote the same bytes. Times are printed, never asserted.
"""

import argparse
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
GRANTED = ROOT / "examples" / "granted.yaml"


@contextmanager
def checked_out(revision: str, folder: Path) -> Iterator[Path]:
    """A checkout of another state, taken away at the end."""
    there = folder / "before"
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(there), revision], check=True)
    try:
        yield there
    finally:
        subprocess.run([*git, "remove", "--force", str(there)], check=True)


def audits(path: Path, count: int) -> None:
    """A file of audits, one in each line."""
    data = yaml.load(GRANTED.read_text("utf-8"), Loader=yaml.BaseLoader)
    path.write_text(f"{json.dumps(data, ensure_ascii=False)}\n" * count, "utf-8")


def run(checkout: Path, path: Path) -> tuple[float, str]:
    """The processor time of one run, in seconds, and the fingerprint of what it wrote."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "cpe_label", "evaluate", str(path), "--format", "jsonl"],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(checkout / "src"), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, hashlib.sha256(done.stdout).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", required=True, metavar="REV", help="the state to compare with")
    parser.add_argument("--audits", type=int, default=300, metavar="N")
    parser.add_argument("--rounds", type=int, default=9, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "audits.jsonl")
        audits(path, arguments.audits)
        with checked_out(arguments.before, Path(name)) as earlier:
            runs = [(run(earlier, path), run(ROOT, path)) for _ in range(arguments.rounds)]
    before, after = ([taken for taken, _ in side] for side in zip(*runs, strict=True))
    write_problems("before", before)
    write_problems("after", after)
    print(f"ratio {statistics.median(after) / statistics.median(before):.2f}")
    written = {digest for both in runs for _, digest in both}
    print(f"same bytes: {'yes' if len(written) == 1 else 'NO'}")


def write_problems(what: str, times: list[float]) -> None:
    least, middle, most = min(times), statistics.median(times), max(times)
    print(f"{what:<7} {middle:.2f} s  ({least:.2f} to {most:.2f}, {len(times)} runs)")


if __name__ == "__main__":
    main()
