"""Read every hostile workbook, each in a process of its own, and print its time and memory.

    python benchmarks/spreadsheets.py [--only TEXT]

The processes are forked from one that has imported everything: what is measured is the read alone,
its processor time, and by how much the peak of memory rose. Needs `os.fork`. It fails beyond 2 s or
300 MB.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.hostile_workbooks import ODS, XLSX, ods  # noqa: E402
from support.workbooks import granted, read  # noqa: E402

LONGEST = 2.0  # seconds
MOST = 300.0  # MB


def workbooks() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "a sound audit.xlsx", granted
    for name, (make, _) in XLSX.items():
        yield f"{name}.xlsx", make
    for name in ODS:
        yield f"{name}.ods", lambda name=name: ods(name)


def measured(name: str, make: Callable[[], bytes]) -> tuple[float, float, str]:
    """Seconds, megabytes and codes of one read; a process that dies has no codes."""
    there, here = os.pipe()
    if (child := os.fork()) == 0:
        content = make()
        before = peak()
        start = time.process_time()
        codes = ",".join(dict.fromkeys(one.code for one in read(content, name).problems))
        spent = time.process_time() - start
        # What it took to make the file may be more than to read it; then the peak says nothing.
        os.write(here, f"{spent} {max(peak() - before, 0)} {codes or 'read'}".encode())
        os._exit(0)
    os.close(here)
    with open(there) as pipe:
        found = pipe.read().split(" ", 2)
    os.waitpid(child, 0)
    if len(found) < 3:
        return 99.0, 999.0, "died"
    return float(found[0]), float(found[1]), found[2]


def peak() -> float:
    """The most memory that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", metavar="TEXT")
    only = parser.parse_args().only
    read(granted())  # what is imported once
    worst = [0.0, 0.0]
    for name, make in workbooks():
        if only in name:
            seconds, megabytes, codes = measured(name, make)
            worst = [max(worst[0], seconds), max(worst[1], megabytes)]
            print(f"{seconds:6.2f} s {megabytes:6.0f} MB  {codes:6} {name}")
    print(f"{worst[0]:6.2f} s {worst[1]:6.0f} MB  at the most")
    return int(worst[0] > LONGEST or worst[1] > MOST)


if __name__ == "__main__":
    sys.exit(main())
