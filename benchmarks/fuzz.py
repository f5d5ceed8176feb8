"""Feed the readers, the rules and the reports with broken files, and keep what breaks them.

    python benchmarks/fuzz.py [--seconds N] [--seed N] [--keep FOLDER]

Coverage-guided where `atheris` is installed, else by mutation; both start from the shipped files,
the broken files of the tests and the hostile cases. Each input is read as YAML or as JSON, as an
audit or a referential; what can be read is checked, evaluated and rendered in every format. An
exception that is not a CpeLabelError is written to a file in FOLDER, with the input, and counted.
"""

import argparse
import hashlib
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

try:
    import atheris
except ImportError:
    atheris = None

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))


def load() -> None:
    """Import what is fuzzed, instrumented where there is something to instrument it."""
    global cpe_label, engine, exceptions, yaml_syntax  # noqa: PLW0603
    import cpe_label.reports.render
    from cpe_label.problems import exceptions
    from cpe_label.reading import yaml_syntax
    from cpe_label.rules import engine


if atheris is not None and "--worker" in sys.argv:
    with atheris.instrument_imports(include=["cpe_label", "yaml"]):
        load()
else:
    load()

from support.hostile import AUDIT, CASES, REFERENTIAL, dumped  # noqa: E402

FORMATS = ("html", "markdown", "text", "json")
LOADERS = [loader for loader in (getattr(yaml, "CSafeLoader", None), yaml.SafeLoader) if loader]
LARGEST = 60_000
LAST = "last-line.txt"

SHIPPED = [
    path.read_bytes()
    for folder in ("referentials", "examples", "tests/invalid")
    for path in sorted((ROOT / folder).glob("*"))
    if path.suffix in (".yaml", ".json")
]
SEEDS = [
    *(content for content in SHIPPED if len(content) <= LARGEST),
    *(case.recipe for case in CASES if isinstance(case.recipe, bytes) and len(case.recipe) < 8_000),
    dumped(AUDIT),
    dumped(REFERENTIAL),
]
LABEL = cpe_label.load_referential(ROOT / "referentials" / "label-cpe-2019.yaml")
NAMES = ("a.yaml", "a.json", "a")


def try_one(content: bytes, choice: int) -> str:
    """Read a content in every way that takes it; how far it came, in a word."""
    yaml_syntax._Loader = LOADERS[choice % len(LOADERS)]
    name = NAMES[choice // 2 % len(NAMES)]
    reached = [try_value(lambda: cpe_label.parse_audit(content, source=name))]
    reached.append(try_value(lambda: cpe_label.parse_referential(content, source=name)))
    return max(reached)


def try_value(parse: Callable[[], Any]) -> str:
    try:
        value = parse()
    except exceptions.DataError as error:
        for problem in error.problems[:20]:
            problem.text("en")
            problem.text("fr")
        return "0 refused"
    if isinstance(value, cpe_label.Referential):
        audit = cpe_label.parse_audit(blank_audit(value))
        return try_audit(value, audit)
    return try_audit(LABEL, value)


def blank_audit(referential: Any) -> bytes:
    """An audit of any referential, with nothing found."""
    named = {"id": referential.id, "version": referential.version}
    data = {"referential": named, "kind": "self_assessment", "findings": {}}
    return dumped({**AUDIT, **data, "decision": None, "events": None, "previous": None})


def try_audit(referential: Any, audit: Any) -> str:
    for problem in engine.check(audit, referential):
        problem.text("en")
        problem.text("fr")
    try:
        evaluation = cpe_label.evaluate(audit, referential)
    except exceptions.CpeLabelError:
        return "1 read"
    for name in FORMATS:
        for language in ("fr", "en"):
            cpe_label.render(evaluation, name, language)
    return "2 rendered"


# ── Inputs ───────────────────────────────────────────────────────────────────────────────────────

_WORDS = [b"", *re.findall(rb"[\w./%-]+|[^\w\s]|\n *", b"\n".join(SHIPPED[:8]))]
_BYTES = [
    *(b"\0", b"\t", b"\r", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\\ud800"),
    *(b"\\U00110000", b"!!int", b"&a", b"*a", b"<<", b"{", b"}", b"[", b"]", b"- ", b"? ", b": "),
    *(b"|", b">", b"'", b'"', b"%", b"#", b"---\n", b"...\n", b"null", b"0" * 400, b"9999-12-31"),
    *(b"0001-01-01", b"2024-02-29", b"999", b"1/3", b"0%"),
]


def mutated(chance: random.Random) -> bytes:
    """A seed with a few changes: bytes, words, lines, and pieces of another seed."""
    content = chance.choice(SEEDS if chance.random() < 0.6 else SHIPPED)[:LARGEST]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = chance.choice(MUTATIONS)(content, chance)
    return content


def swap_word(content: bytes, chance: random.Random) -> bytes:
    words = list(re.finditer(rb"[\w./%-]+", content))
    if not words:
        return content
    word = chance.choice(words)
    return content[: word.start()] + chance.choice(_WORDS) + content[word.end() :]


def insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(_BYTES + _WORDS[:40]) + content[at:]


def cut(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 2, 8, 64, 1_000)) :]


def flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def lines(content: bytes, chance: random.Random) -> bytes:
    rows = content.split(b"\n")
    at, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    row = rows.pop(at) if chance.random() < 0.5 else rows[at]
    if chance.random() < 0.3:
        row = b"  " + row if chance.random() < 0.5 else row.removeprefix(b"  ")
    return b"\n".join([*rows[:other], row, *rows[other:]])


def splice(content: bytes, chance: random.Random) -> bytes:
    other = chance.choice(SEEDS)
    at = chance.randint(0, len(other))
    return (
        content[: chance.randint(0, len(content))]
        + other[at : at + chance.choice((20, 200, 2_000))]
    )


MUTATIONS = (swap_word, swap_word, swap_word, insert, cut, flip, lines, splice)


# ── Runs ─────────────────────────────────────────────────────────────────────────────────────────


class Tally:
    """What was tried, how far it came, and what broke, each kind of break kept once."""

    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.inputs = 0
        self.reached = {"0 refused": 0, "1 read": 0, "2 rendered": 0}
        self.broken = 0
        self.slow = 0
        self.kinds: set[str] = set()

    def one(self, content: bytes, choice: int) -> None:
        """Try one input."""
        self.inputs += 1
        start = time.perf_counter()
        try:
            self.reached[try_one(content, choice)] += 1
        except Exception as error:  # noqa: BLE001  this is what we are here to see
            self.broken += 1
            self.note(content, choice, error)
        self.slow += time.perf_counter() - start > 1

    def note(self, content: bytes, choice: int, error: Exception) -> None:
        """Keep the first input of each kind of break."""
        frames = traceback.extract_tb(error.__traceback__)
        kind = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
        if kind in self.kinds:
            return
        self.kinds.add(kind)
        self.keep.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(content).hexdigest()[:12]
        (self.keep / name).write_bytes(content)
        report = f"choice {choice}\n{''.join(traceback.format_exception(error))}"
        (self.keep / f"{name}.txt").write_text(report, "utf-8")
        print(f"{kind}: {error!s:.200} -> {self.keep / name}", file=sys.stderr)

    def line(self, how: str, seconds: float) -> str:
        """The last line that is printed."""
        refused, read, rendered = self.reached.values()
        return (
            f"{how}: {seconds:.0f} s, inputs {self.inputs}, refused {refused}, read {read}, "
            f"rendered {rendered}, over 1 s {self.slow}, other exceptions {self.broken} "
            f"({len(self.kinds)} kinds)"
        )


def by_mutation(seconds: float, seed: int, tally: Tally) -> None:
    chance = random.Random(seed)  # the same seed tries the same inputs
    end = time.monotonic() + seconds
    for number, content in enumerate(SEEDS):
        tally.one(content, number)
    while time.monotonic() < end:
        tally.one(mutated(chance), chance.randrange(6))


def by_coverage(seconds: float, seed: int, keep: Path) -> None:
    """Run atheris in a process of its own, because it ends the one that it runs in."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, content in enumerate(SEEDS):
            (Path(corpus) / str(number)).write_bytes(bytes([number % 6]) + content)
        command = [sys.executable, __file__, "--worker", "--keep", str(keep)]
        libfuzzer = [f"-max_total_time={int(seconds)}", f"-seed={seed or 1}"]
        libfuzzer += [f"-max_len={LARGEST}", "-timeout=30", "-verbosity=0"]
        subprocess.run([*command, "--", *libfuzzer, corpus], check=False)
    print((keep / LAST).read_text())


def worker(options: list[str], tally: Tally) -> None:
    """Fuzz for ever; libFuzzer ends the process itself, so the last line is kept in a file."""
    start = time.monotonic()
    tally.keep.mkdir(parents=True, exist_ok=True)

    def one(data: bytes) -> None:
        tally.one(data[1:], data[0] if data else 0)
        if tally.inputs % 100 == 0:
            (tally.keep / LAST).write_text(tally.line("coverage", time.monotonic() - start))

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"), metavar="FOLDER")
    parser.add_argument("--mutate", action="store_true", help="even where atheris is installed")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options, rest = parser.parse_known_args()
    tally = Tally(options.keep)
    if options.worker:
        worker([one for one in rest if one != "--"], tally)
    elif atheris is not None and not options.mutate:
        by_coverage(options.seconds, options.seed, options.keep)
    else:
        by_mutation(options.seconds, options.seed, tally)
        print(tally.line("mutation", options.seconds))


if __name__ == "__main__":
    main()
