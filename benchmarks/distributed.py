"""Hold a cluster to the command, and print what travels in it and what many audits would cost.

    python benchmarks/distributed.py [--audits N] [--files N]

`examples/scale/spark_evaluate.py` evaluates a register under the shipped referential on a local
cluster of Spark with two workers; bad lines stand among the good ones. Its output, its parts one
after another, must be the bytes that `cpe-label evaluate` writes, or the exit code is 1. It needs
`pip install pyspark` and a Java.
"""

import argparse
import gzip
import hashlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from cpe_label import evaluate, evaluate_lines, load_audit, load_referentials

ROOT = Path(__file__).parents[1]
GRANTED = ROOT / "examples" / "granted.yaml"
SPARK = ROOT / "examples" / "scale" / "spark_evaluate.py"
ON_TWO_WORKERS = {
    "PYSPARK_SUBMIT_ARGS": "--master local[2] pyspark-shell",
    "PYSPARK_PYTHON": sys.executable,
}
BAD = (b"{}", b"", b"{", b'{"format": "cpe-label/audit/1", "kind": "x"}', b"\xff", b"null")


def sound_line(number: int = 0) -> bytes:
    data = yaml.load(GRANTED.read_text("utf-8"), Loader=yaml.BaseLoader)
    data["organisation"]["id"] = f"exemple-{number:07}"
    return json.dumps(data, ensure_ascii=False).encode()


def register(folder: Path, audits: int, files: int) -> list[str]:
    """Files of audits, with a bad line after each seven."""
    line, names = sound_line(), [f"audits-{number:03}.jsonl" for number in range(files)]
    for at, name in enumerate(names):
        with open(folder / name, "wb") as file:
            for number in range(at, audits, files):
                file.write(line.replace(b"exemple-0000000", b"exemple-%07d" % number) + b"\n")
                if number % 7 == 0:
                    file.write(BAD[number % len(BAD)] + b"\n")
    return names


def print_weights() -> None:
    """What a record, an evaluation and the referentials weigh when they travel."""
    known = load_referentials()
    evaluation = evaluate(load_audit(GRANTED), known)
    record = evaluate_lines([sound_line()], known)[0].encode()
    for name, weighs in (
        ("an audit, a line", sound_line()),
        ("its record, a line", record),
        ("its evaluation, pickled", pickle.dumps(evaluation)),
        ("the shipped referentials, pickled", pickle.dumps(known)),
    ):
        print(f"{name}: {len(weighs):,} bytes, {len(gzip.compress(weighs)):,} compressed")


def print_cost(count: int = 2000) -> None:
    """What 10 million audits take, from the processor time of some."""
    lines, known = [sound_line(number) for number in range(count)], load_referentials()
    evaluate_lines(lines[:100], known)
    start = time.process_time()
    evaluate_lines(lines, known)
    each = (time.process_time() - start) / count
    hours = each * 10_000_000 / 3600
    print(f"an audit: {each * 1e6:.0f} µs; 10 million: {hours:.1f} hours of one core")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--audits", type=int, default=10_000, metavar="N")
    parser.add_argument("--files", type=int, default=8, metavar="N")
    given = parser.parse_args()
    print_weights()
    print_cost()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = register(folder, given.audits, given.files)
        start = time.monotonic()
        command = [sys.executable, "-m", "cpe_label", "evaluate", *names, "--format", "jsonl"]
        ours = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False).stdout
        between = time.monotonic()
        subprocess.run(
            [sys.executable, SPARK, "out", *names],
            cwd=folder,
            env={**os.environ, **ON_TWO_WORKERS},
            check=True,
            capture_output=True,
        )
        end = time.monotonic()
        theirs = b"".join(part.read_bytes() for part in sorted((folder / "out").glob("part-*")))
    print(f"the command {between - start:.1f} s, the cluster {end - between:.1f} s with its start")
    print(f"{given.audits} audits in {given.files} files, {len(ours.splitlines())} lines")
    print(f"sha256 {hashlib.sha256(ours).hexdigest()}")
    print(f"same bytes: {'yes' if ours == theirs else 'NO'}")
    return 0 if ours == theirs else 1


if __name__ == "__main__":
    raise SystemExit(main())
