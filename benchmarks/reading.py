"""Compare reading and start-up with the plainest way to do them.

    python benchmarks/reading.py [--rounds N] [--starts N]

Reading: `yaml.load(text, Loader=yaml.CSafeLoader)` then `model_validate` of plain pydantic models,
against `read_document`, and for an audit `check`, which give every problem its line. Both take one
text of 130 criteria, by turns in one process; the medians of processor time are compared, because
what else runs on the machine would lengthen either by chance.

The referential is the shipped one, its sections repeated with new identifiers (`COO-01` becomes
`COO-01-2`) until there are 130 criteria. The audit is `examples/granted.yaml`, without decision,
its findings repeated likewise: as many words per criterion as in the shipped files.

Start-up: `python -c pass`, `cpe-label --version` and `cpe-label check` of the shipped referential,
each a process, by turns, in processor time too. Times are printed, never asserted: they say
something of one machine only.
"""

# ruff: noqa: D101  a model of the obvious implementation says what it holds by its fields

import argparse
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pydantic
import yaml
from pydantic import BaseModel, ConfigDict, Field

from cpe_label import check, load_audit, load_referential, parse_audit
from cpe_label.reading.document import read_document

ROOT = Path(__file__).parents[1]
REFERENTIAL = ROOT / "referentials" / "label-cpe-2019.yaml"
GRANTED = ROOT / "examples" / "granted.yaml"
CRITERIA = 130


# ── The obvious implementation ───────────────────────────────────────────────────────────────────


Day = date


class Plain(BaseModel):
    """Nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class Citation(Plain):
    source: str
    at: str | None = None


class Criterion(Plain):
    id: str
    level: str
    title: str
    requirement: str
    guidance: str | None = None
    evidence: list[str] = []
    not_applicable_when: str | None = None
    sources: list[Citation] = []


class Section(Plain):
    id: str
    title: str
    description: str | None = None
    criteria: list[Criterion]


class Level(Plain):
    id: str
    title: str
    required: str
    scope: Literal["whole", "each_section"] = "whole"


class ReferenceDocument(Plain):
    id: str
    title: str
    date: Day | None = None


class InForce(Plain):
    from_: date = Field(alias="from")
    until: date | None = None


class Validity(Plain):
    years: int
    renewal_window_months: int


class Referential(Plain):
    format: Literal["cpe-label/referential/1"]
    id: str
    version: str
    title: str
    description: str | None = None
    language: str
    in_force: InForce
    validity: Validity
    notice: str | None = None
    levels: list[Level]
    sources: list[ReferenceDocument] = []
    sections: list[Section]


class Action(Plain):
    owner: str | None = None
    due: date | None = None


class Finding(Plain):
    status: Literal["met", "not_met", "not_applicable"] | None = None
    evidence: list[str] = []
    comment: str | None = None
    good_practice: str | None = None
    recommendation: str | None = None
    action: Action | None = None
    justification: str | None = None


class ReferentialName(Plain):
    id: str
    version: str


class Organisation(Plain):
    id: str | None = None
    name: str
    region: str | None = None


class AuditedOn(Plain):
    from_: date = Field(alias="from")
    to: date | None = None


class Auditor(Plain):
    name: str
    organisation: str | None = None


class Previous(Plain):
    last_day: date
    state: str | None = None


class Decision(Plain):
    outcome: Literal["granted", "refused", "adjourned"]
    decided_on: date
    reason: str | None = None


class Event(Plain):
    event: Literal["suspended", "reinstated", "withdrawn"]
    on: date
    reason: str | None = None


class Audit(Plain):
    format: Literal["cpe-label/audit/1"]
    referential: ReferentialName
    organisation: Organisation
    kind: Literal["audit", "self_assessment"]
    audited_on: AuditedOn
    auditors: list[Auditor] = []
    findings: dict[str, Finding] = {}
    response: str | None = None
    opinion: str | None = None
    previous: Previous | None = None
    decision: Decision | None = None
    events: list[Event] = []


def obvious(text: str, model: type[BaseModel], loader: Any) -> BaseModel:
    return model.model_validate(yaml.load(text, Loader=loader))


# ── The texts ────────────────────────────────────────────────────────────────────────────────────


def block(path: Path, key: str) -> tuple[str, str, str]:
    """The text of a file around what stands under one of its first keys."""
    before, _, rest = path.read_text("utf-8").partition(f"\n{key}:\n")
    lines = rest.splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines) if line[0] not in " \n#"), len(lines))
    return f"{before}\n{key}:\n", "".join(lines[:end]), "".join(lines[end:])


def large_referential() -> str:
    """The shipped referential, its sections repeated with new identifiers: 130 criteria."""
    before, sections, after = block(REFERENTIAL, "sections")
    pieces = re.split("^  - id: ", sections, flags=re.MULTILINE)[1:]
    text, count, turn = "", 0, 1
    while count < CRITERIA:
        for piece in pieces:
            heading, *criteria = piece.split("      - id: ")
            kept = criteria[: CRITERIA - count]
            if kept:
                text += "  - id: " + renamed(heading, turn)
                text += "".join("      - id: " + renamed(one, turn) for one in kept)
            count += len(kept)
        turn += 1
    return before + text + after


def large_audit(*, sound: bool = True) -> str:
    """The audit of an example, its findings repeated in the same way: 130 findings.

    One that is not sound has a few warnings, each of which has a place to be found.
    """
    before, findings, after = block(GRANTED, "findings")
    after = after.partition("decision:")[0]
    pieces = ["  " + one for one in findings_in(findings)]
    ids = [one.id for one in read_document(large_referential(), "x.yaml").value.criteria]  # type: ignore[union-attr]
    repeated = [pieces[i % len(pieces)].split(":", 1)[1] for i in range(CRITERIA)]
    text = "".join(f"  {name}:{piece}" for name, piece in zip(ids, repeated, strict=True))
    # Who says « not applicable » of another criterion than the one that allows it is refused.
    text = text.replace("status: not_applicable", "status: not_met")
    if sound:
        text = re.sub(r"    justification: .*\n(?:      .*\n)*", "", text)
    return before + text + after


def findings_in(text: str) -> list[str]:
    """The text of each finding, from its identifier on."""
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("  #")]
    return "".join(f"\0{line[2:]}" if line[2:3].isalpha() else line for line in lines).split("\0")[
        1:
    ]


def renamed(piece: str, turn: int) -> str:
    """A piece whose first line is an identifier, under a name of its own."""
    name, newline, rest = piece.partition("\n")
    return f"{name}{f'-{turn}' if turn > 1 else ''}{newline}{rest}"


# ── The measures ─────────────────────────────────────────────────────────────────────────────────


def by_turns(
    works: Sequence[Callable[[], object]], rounds: int, clock: Callable[[], float]
) -> list[list[float]]:
    """The times of each, in milliseconds, each round running all of them once."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            start = clock()
            work()
            taken.append((clock() - start) * 1000)
    return times


def reading(rounds: int) -> None:
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        sys.exit("PyYAML has no libyaml here: there is nothing to compare with")
    text, audit_text = large_referential(), large_audit()
    warned = large_audit(sound=False)
    referential = read_document(text, "referential.yaml").value
    audit = read_document(audit_text, "audit.yaml").value
    assert len(referential.criteria) == CRITERIA, len(referential.criteria)  # type: ignore[union-attr]
    assert len(audit.findings) == CRITERIA, len(audit.findings)  # type: ignore[union-attr]
    assert not check(audit, referential)  # type: ignore[arg-type]
    assert {p.severity for p in check(parse_audit(warned), referential)} == {"warning"}  # type: ignore[arg-type]
    assert obvious(text, Referential, loader)
    assert obvious(audit_text, Audit, loader)

    def read_and_check(text: str) -> None:
        check(read_document(text, "audit.yaml").value, referential)  # type: ignore[arg-type]

    works = (
        lambda: obvious(text, Referential, loader),
        lambda: read_document(text, "referential.yaml"),
        lambda: obvious(audit_text, Audit, loader),
        lambda: read_and_check(audit_text),
        lambda: obvious(warned, Audit, loader),
        lambda: read_and_check(warned),
    )
    clock = time.process_time
    by_turns(works, 3, clock)  # warm
    plain_r, ours_r, plain_a, ours_a, plain_w, ours_w = map(
        statistics.median, by_turns(works, rounds, clock)
    )
    print(f"reading, {rounds} rounds, medians of processor time")
    ratio("referential of 130 criteria", text, plain_r, ours_r, 0.7)
    ratio("audit of 130 findings", audit_text, plain_a, ours_a, 0.6)
    ratio("the same audit with warnings", warned, plain_w, ours_w)


def ratio(what: str, text: str, plain: float, ours: float, target: float | None = None) -> None:
    goal = f" (target <= {target})" if target else ""
    print(
        f"  {what} ({len(text.encode()) / 1000:.0f} kB): CSafeLoader and pydantic {plain:.1f} ms, "
        f"cpe_label {ours:.1f} ms, ratio {ours / plain:.2f}{goal}"
    )


def starting(starts: int) -> None:
    command = [sys.executable, "-m", "cpe_label"]
    script = Path(sys.executable).with_name("cpe-label")
    if script.exists():
        command = [str(script)]
    commands = (
        ([sys.executable, "-c", "pass"], None),
        ([*command, "--version"], 3),
        ([*command, "check", str(REFERENTIAL)], 17),
    )
    works = [lambda one=one: run(one) for one, _ in commands]
    by_turns(works, 1, of_children)  # warm
    medians = [*map(statistics.median, by_turns(works, starts, of_children))]
    print(f"start-up, {starts} processes each, medians of processor time")
    for (one, target), taken in zip(commands, medians, strict=True):
        name = " ".join(Path(part).name if "/" in part else part for part in one)
        times = f"{taken / medians[0]:.1f} times" if target else "1"
        goal = f" (target <= {target})" if target else ""
        print(f"  {name}: {taken:.0f} ms, {times}{goal}")


def of_children() -> float:
    """The processor time of the processes that were started here and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--starts", type=int, default=21)
    options = parser.parse_args()
    versions = f"PyYAML {yaml.__version__}, pydantic {pydantic.VERSION}"
    print(f"Python {platform.python_version()}, {versions}, {platform.machine()}")
    assert load_audit(GRANTED).referential.id == load_referential(REFERENTIAL).id
    reading(options.rounds)
    starting(options.starts)


if __name__ == "__main__":
    main()
