"""Read every hostile case, each in a process of its own, and print the worst in time and memory.

    python benchmarks/hostile.py [--only TEXT] [--parser c|pure] [--limit SECONDS]

The processes are forked from one that has imported everything: what is measured is the read alone,
its wall time, and the peak of resident memory over that of an empty read. Content over 512 KiB is
read twice, from a file (where it is refused by its size) and given directly (where the limits on
what it holds must stop it). Each is read by libyaml's parser and by PyYAML's own. Needs `os.fork`.
"""

import argparse
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.hostile import CASES, MEGABYTE, Hostile  # noqa: E402

from cpe_label.reading import yaml_syntax as syntax  # noqa: E402
from cpe_label.reading.document import open_document, read_document  # noqa: E402

PARSERS = {"c": getattr(yaml, "CSafeLoader", None), "pure": yaml.SafeLoader}
LONGEST = 1.0  # seconds
MOST = 200.0  # MB


@dataclass(frozen=True)
class Result:
    """What became of one read."""

    name: str
    parser: str
    given: str
    seconds: float = 0.0
    megabytes: float = 0.0
    verdict: str = ""
    traceback: str = ""
    signal: int = 0


def peak() -> float:
    """The most memory that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def child(read: Callable[[], Any], parser: str, out: int) -> None:
    """Read and say what became of it. Nothing leaves this function but through the pipe."""
    found: dict[str, Any] = {}
    syntax._Loader = PARSERS[parser]
    start = time.perf_counter()
    try:
        document = read()
        codes = sorted({problem.code for problem in document.problems})
        found["verdict"] = ",".join(codes) or "read"
    except BaseException:  # noqa: BLE001  this is what we are here to see
        found["traceback"] = traceback.format_exc()
    found["seconds"] = time.perf_counter() - start
    found["megabytes"] = peak()
    os.write(out, json.dumps(found).encode())
    os._exit(0)


def run(case: Hostile, parser: str, given: str, limit: int, folder: Path) -> Result:
    """One case in a process of its own."""
    content = case.content
    path = folder / case.file_name
    if given == "file":
        path.write_bytes(content)
    into, out = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(into)
        signal.alarm(limit)
        if given == "file":
            child(lambda: open_document(path), parser, out)
        child(lambda: read_document(content, case.file_name), parser, out)
    os.close(out)
    with os.fdopen(into, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return Result(case.name, parser, given, limit, 0, "killed", "", os.WTERMSIG(status))
    return Result(case.name, parser, given, **json.loads(said))


def reads(only: str, parsers: list[str]) -> Iterator[tuple[Hostile, str, str]]:
    """Every case, with every parser, and where its content comes from."""
    for case in CASES:
        if only not in case.name:
            continue
        huge = not isinstance(case.recipe, bytes) and len(case.content) > MEGABYTE
        for parser in parsers:
            yield case, parser, "direct"
            if huge:
                yield case, parser, "file"


def table(title: str, results: list[Result]) -> None:
    print(f"\n{title}")
    print(f"{'seconds':>8} {'MB':>7}  {'parser':<6} {'given':<6} case -> verdict")
    for r in results:
        name = f"{r.name} -> {r.verdict or 'TRACEBACK'}"
        print(f"{r.seconds:8.3f} {r.megabytes:7.1f}  {r.parser:<6} {r.given:<6} {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="cases whose name holds this text")
    parser.add_argument("--limit", type=int, default=120, help="seconds before a read is killed")
    there = [name for name, loader in PARSERS.items() if loader is not None]
    parser.add_argument("--parser", choices=there, action="append", help="this parser alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        nothing = Hostile("nothing", "audit.yaml", b"", CASES[0].expect)
        base = run(nothing, "pure", "direct", options.limit, Path(folder)).megabytes
        results = []
        for case, name, given in reads(options.only, options.parser or there):
            found = run(case, name, given, options.limit, Path(folder))
            memory = max(0.0, found.megabytes - base)
            results.append(Result(**{**vars(found), "megabytes": memory}))
            if found.seconds > LONGEST or found.traceback:
                print(f"{found.seconds:8.3f} {name} {given} {case.name}", file=sys.stderr)
    report(results)


def report(results: list[Result]) -> None:
    slow = [r for r in results if r.seconds > LONGEST]
    big = [r for r in results if r.megabytes > MOST]
    broken = [r for r in results if r.traceback]
    killed = [r for r in results if r.signal]
    for r in broken:
        print(f"TRACEBACK {r.parser} {r.given} {r.name}\n{r.traceback}")
    worst = sorted(results, key=lambda r: -r.seconds)
    table("The ten longest", worst[:10])
    if slow[10:]:
        table("The others over 1 s", worst[10 : len(slow)])
    table("The ten largest", sorted(results, key=lambda r: -r.megabytes)[:10])
    for given, parser in sorted({(r.given, r.parser) for r in results}):
        those = [r for r in results if (r.given, r.parser) == (given, parser)]
        longest = max(r.seconds for r in those)
        largest = max(r.megabytes for r in those)
        over = sum(r.seconds > LONGEST for r in those)
        print(
            f"\n{given}, {parser}: {len(those)} reads, longest {longest:.2f} s, "
            f"largest {largest:.0f} MB, over 1 s {over}",
            end="",
        )
    print(
        f"\n\ncases {len({r.name for r in results})}, tracebacks {len(broken)}, "
        f"signals {len(killed)}, over 1 s {len(slow)}, over 200 MB {len(big)}"
    )


if __name__ == "__main__":
    main()
