"""What many audits cost, beside the bare parse of the same lines and beside other engines.

    python benchmarks/bulk.py [--audits N] [--rounds N] [--jobs] [--memory N]

Audits of 130 criteria, each a line of JSON and none like another, under `register.py`. Processor
time of one core, all of it in one run: in each round every way takes a batch of the same lines in
turn, and the median over the rounds is compared with `pydantic_core.from_json`. The other engines
find the verdict and the counts of the same lines; their answers are checked. Figures are printed,
never asserted.

With `--jobs` the command is timed with one process and with two, in wall time, on a quiet machine;
with `--memory N` its greatest memory is printed for N lines.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from engines import Found, available
from pydantic_core import from_json
from register import lines, referential

from cpe_label import Referential, to_json
from cpe_label.reading.document import read_document
from cpe_label.reading.lines import Lines, outcome_of
from cpe_label.reports.formats.rows import levels_of, row

ON = date(2027, 1, 1)


def ours(known: Referential) -> dict[str, Callable[[bytes], Any]]:
    """What the command does with a line: by counts where that is enough, or as any other file."""
    audits, levels = Lines(known, "a.jsonl"), levels_of([known])

    def csv(line: bytes) -> str:
        evaluation = audits.outcome(line, 1).evaluation
        assert evaluation is not None
        return row("a.jsonl:1", evaluation, levels, ON)

    return {
        "csv": csv,
        "record": lambda line: audits.outcome(line, 1).line(),
        "record, read as any other file": lambda line: outcome_of(
            read_document(line, "a.jsonl"), known
        ).line(),
    }


def answer(known: Referential, line: bytes) -> Found:
    evaluation = Lines(known, "a.jsonl").outcome(line, 1).evaluation
    assert evaluation is not None
    tallies = [level.tally for level in evaluation.levels]
    counts = tuple((len(one.met), one.applicable) for one in tallies)
    return evaluation.verdict.value == "pass", counts


def timed(run: Callable[[bytes], Any], batch: Iterable[bytes]) -> float:
    start = time.process_time()
    for line in batch:
        run(line)
    return time.process_time() - start


def compare(title: str, known: Referential, batch: list[bytes], rounds: int) -> None:
    engines = available(known)
    for name, engine in engines.items():
        assert all(engine(line) == answer(known, line) for line in batch[:50]), name
    ways = {"from_json": from_json, **ours(known), **engines}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, run in ways.items():
            times[name].append(timed(run, batch))
    bare = statistics.median(times["from_json"])
    print(f"{title}: {len(batch)} lines of {sum(map(len, batch)) // len(batch)} bytes")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"  {name:<32}{median / len(batch) * 1e6:7.0f} µs{median / bare:7.2f}")


def command(folder: Path, *words: str) -> tuple[float, float]:
    """The wall time of the command in seconds, and its greatest memory in MB."""
    start = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            [sys.executable, "-m", "cpe_label", "evaluate", "a.jsonl", "-r", "r.json", *words],
            cwd=folder,
            stdout=nowhere,
        )
        _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024


def written(folder: Path, known: Referential, count: int) -> None:
    (folder / "r.json").write_text(to_json(known), "utf-8")
    with open(folder / "a.jsonl", "wb") as file:
        file.writelines(line + b"\n" for line in lines(known, count, decided=False))


def compare_jobs(known: Referential, count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        written(Path(name), known, count)
        for form in ("jsonl", "csv"):
            runs = [
                [command(Path(name), "--format", form, "--jobs", jobs)[0] for jobs in ("1", "2")]
                for _ in range(rounds)
            ]
            one, two = (statistics.median(side) for side in zip(*runs, strict=True))
            print(f"{form}: {one:.2f} s by one process, {two:.2f} s by two, {two / one:.2f}")


def print_memory(known: Referential, count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        written(Path(name), known, count)
        for form in ("jsonl", "csv", "table"):
            for jobs in ("1", "2"):
                seconds, most = command(Path(name), "--format", form, "--jobs", jobs)
                print(f"{count} lines, {form}, --jobs {jobs}: {most:.0f} MB, {seconds:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--audits", type=int, default=300, metavar="N")
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--jobs", action="store_true")
    parser.add_argument("--memory", type=int, metavar="N")
    given = parser.parse_args()
    whole = referential()
    if given.memory:
        print_memory(whole, given.memory)
    elif given.jobs:
        compare_jobs(whole, given.audits, given.rounds)
    else:
        for title, known, decided in (
            ("sound lines", whole, False),
            ("lines with decisions", whole, True),
            ("a level in each section", referential("each_section"), False),
        ):
            compare(title, known, list(lines(known, given.audits, decided=decided)), given.rounds)


if __name__ == "__main__":
    main()
