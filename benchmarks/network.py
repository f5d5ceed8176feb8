"""What a network of many audits costs, in time and in memory, and how both grow.

    python benchmarks/network.py [--audits N …] [--yaml] [--format FORMAT]

`cpe-label network` of 1 000 and of 10 000 audits under the shipped referential, in a process of its
own. The audits are those of `examples/network/`, of as many organisations as it takes: each has its
own identifier, and up to three audits. They stand in one `.jsonl` file, or with `--yaml` each in a
file of its own. Processor time and the peak of resident memory are printed, never asserted.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples" / "network").glob("*.yaml"))
SIZES = (1_000, 10_000)


def audits(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Audits of as many organisations as it takes, each with its name."""
    found = [yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in EXAMPLES]
    for number in range(count):
        turn, which = divmod(number, len(found))
        audit = found[which]
        who = audit["organisation"]
        name = f"{turn:06}{who['id']}".replace("-", "")
        organisation = {**who, "id": name, "name": f"{who['name']} {turn}"}
        yield f"{name}-{audit['audited_on']['from']}", {**audit, "organisation": organisation}


def written(folder: Path, count: int, *, as_yaml: bool) -> list[str]:
    """A folder of audits, and a list of their organisations as members."""
    into = folder / "audits"
    into.mkdir()
    names: dict[str, str] = {}
    with open(folder / "audits.jsonl", "w", encoding="utf-8") as lines:
        for name, audit in audits(count):
            names[audit["organisation"]["id"]] = audit["organisation"]["name"]
            if as_yaml:
                text = yaml.dump(
                    audit, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
                )
                (into / f"{name}.yaml").write_text(text, "utf-8")
            else:
                lines.write(f"{json.dumps(audit, ensure_ascii=False)}\n")
    members = folder / "members.csv"
    rows = (f"{name};{title}\n" for name, title in names.items())
    members.write_text(f"id;name\n{''.join(rows)}", "utf-8")
    there = into if as_yaml else folder / "audits.jsonl"
    return [str(there), "--members", str(members)]


def run(words: list[str], form: str, output: Path) -> tuple[float, int]:
    """Processor time in seconds and peak memory in MB of one run."""
    program = (
        "import resource, sys; from cpe_label.cli import main; code = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"
    )
    arguments = ["network", *words, "--on", "2026-11-23", "--format", form, "-o", str(output)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, int(done.stderr.split()[-1]) // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--audits", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--yaml", action="store_true", help="each audit in a file of its own")
    parser.add_argument("--format", default="json")
    arguments = parser.parse_args()
    for count in arguments.audits:
        with tempfile.TemporaryDirectory() as name:
            words = written(Path(name), count, as_yaml=arguments.yaml)
            taken, peak = run(words, arguments.format, Path(name, "network.out"))
            size = Path(name, "network.out").stat().st_size / 1e6
        each = 1000 * taken / count
        figures = f"{taken:6.1f} s  {each:5.2f} ms each  {peak:>4} MB  {size:.1f} MB out"
        print(f"{count:>7} audits  {figures}")


if __name__ == "__main__":
    main()
