"""Hold the counting of a line against the usual reading of it, on many lines.

    python benchmarks/lines.py [--lines N] [--seed N]

Each line is evaluated both ways, in every language, with a day and without: records, problems, rows
of the table and of CSV, and the number of warnings must be the same. One line in three is JSON that
was broken; the others are audits that were changed in some places, in four layouts. The lines that
differ are printed; the exit code is 1 if there is one.
"""

import argparse
import sys
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.counted import both, changed_lines
from support.json_readers import mutated_lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    given = parser.parse_args()
    broken = given.lines // 3
    lines = chain(
        mutated_lines(given.seed, broken), changed_lines(given.seed, given.lines - broken)
    )
    differences = counted = 0
    for line in lines:
        found, usual, is_counted = both(line)
        counted += is_counted
        if found != usual:
            differences += 1
            print(line)
    print(f"{given.lines} lines, {counted} of them counted, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
