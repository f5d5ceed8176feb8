"""Hold the engine against the oracle of the tests, on every small audit and on many large ones.

    python benchmarks/oracle.py [--only TEXT]

The oracle (`tests/support/oracle.py`) was written from `docs/rules.md` alone. It completes an audit
in every way and judges by fractions; the engine compares two whole numbers. Each round below gives
audits to both; verdict, completeness, counts and what is still needed must be the same, for the
whole, each level and each of its parts. Ends with 1 if anything differs. The suite tries a slice
of the same rounds. Half an hour; `--only` runs the rounds whose name has TEXT in it.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support import rounds

SHOWN = 5  # disagreements of a round that are printed in full

ROUNDS: dict[str, Callable[[], Iterator[rounds.Trial]]] = {
    "1 to 3 criteria": lambda: rounds.small(rounds.SOUND, (1, 2, 3), fold=False),
    "4 criteria, folded": lambda: rounds.small(rounds.SOUND, (4,), fold=True),
    "5 and 6 criteria, folded": lambda: rounds.small(rounds.FEWER, (5, 6), fold=True),
    "1 to 6 criteria, refused": lambda: rounds.refused(6),
    "counts of 1 to 12": lambda: rounds.counts(12),
    "random, up to 300 in a level": lambda: rounds.near_the_boundary(10_000, 100),
}


def run(name: str, trials: Iterator[rounds.Trial]) -> tuple[int, int]:
    """Try a round; how many audits it had, and on how many the two did not agree."""
    tried = differ = 0
    start = time.monotonic()
    for trial in trials:
        tried += 1
        if difference := rounds.disagreement(trial):
            differ += 1
            if differ <= SHOWN:
                print(difference)
        if tried % 10_000 == 0 and sys.stderr.isatty():
            print(f"\r{name}: {tried:,}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    seconds = time.monotonic() - start
    print(f"{name}: audits {tried:,}, disagreements {differ}, {seconds:.0f} s", flush=True)
    return tried, differ


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="TEXT", help="rounds with this in their name")
    wanted = parser.parse_args().only
    done = [run(name, trials()) for name, trials in ROUNDS.items() if wanted in name]
    tried, differ = map(sum, zip(*done, strict=True)) if done else (0, 0)
    print(f"audits {tried:,}, disagreements {differ}")
    return 1 if differ or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
