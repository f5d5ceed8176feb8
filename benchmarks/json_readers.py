"""Compare the two readers of JSON on many broken lines, and time the reading of a sound one.

    python benchmarks/json_readers.py [--lines N] [--seed N] [--before REV]

Each line is read by the scanner and by the reader with places: data, empty keys, problems and every
place must be the same. Lines on which they differ are printed; the exit code is 1 if there is one.

With `--before REV`, `read_document` of a line of JSON is timed in this checkout and in one of REV,
by turns, each run a process of its own: medians of processor time, printed and never asserted.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from states import audits, checked_out  # noqa: E402
from support.json_readers import disagreement, mutated_lines  # noqa: E402

_READ = """
import sys, time
from pathlib import Path
from cpe_label.reading.document import read_document
line = Path(sys.argv[1]).read_bytes().rstrip()
assert read_document(line, "a.jsonl").is_sound
start = time.process_time()
for _ in range(300):
    read_document(line, "a.jsonl")
print((time.process_time() - start) / 300)
"""


def read_once(checkout: Path, path: Path) -> float:
    """The processor time of one reading, in seconds."""
    words = [sys.executable, "-c", _READ, str(path)]
    environ = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    return float(done.stdout)


def compare(revision: str, rounds: int = 9) -> None:
    """Print what a line costs, before and after."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "audits.jsonl")
        audits(path, 1)
        with checked_out(revision, Path(name)) as earlier:
            runs = [(read_once(earlier, path), read_once(ROOT, path)) for _ in range(rounds)]
    before, after = (statistics.median(side) * 1e6 for side in zip(*runs, strict=True))
    print(f"a line: {before:.0f} µs before, {after:.0f} µs after, ratio {after / before:.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    parser.add_argument("--before", metavar="REV", help="the state to compare times with")
    arguments = parser.parse_args()
    differences = 0
    for line in mutated_lines(arguments.seed, arguments.lines):
        if found := disagreement(line):
            differences += 1
            print(found)
    print(f"{arguments.lines} lines, {differences} differences")
    if arguments.before:
        compare(arguments.before)
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
