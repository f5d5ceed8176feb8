"""Write the expected files again, for a person to read the difference before committing it.

    python tests/regenerate.py

writes the lines expected of each file in `invalid/`, the reports in `golden/`, the JSON Schemas in
`referentials/schema/`, the generated pages of `docs/` and the names in `__init__.pyi`.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from support.broken_networks import broken_networks, lines_of_network
from support.comparing import change, progress, second_report
from support.example_network import example_network
from support.generated import api, cli, files
from support.generated.stub import stub
from support.sessions import broken_sessions, lines_of_session, minutes

from cpe_label import (
    evaluate,
    load_audit,
    load_referentials,
    parse_record,
    render,
    verify,
)
from cpe_label.messages.phrase import say
from cpe_label.messages.rules import REASONS
from cpe_label.problems.exceptions import DataError
from cpe_label.problems.manual import document
from cpe_label.problems.problem import Problem
from cpe_label.reading.document import read_document
from cpe_label.reading.referentials import problems_of
from cpe_label.record.schema import KINDS, schema
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds import KINDS as REPORT_KINDS
from cpe_label.reports.network import FORMATS as NETWORK_FORMATS
from cpe_label.text.typography import Language

HERE = Path(__file__).parent
VERSIONS = HERE / "invalid" / "shelf"
EXAMPLES = HERE.parent / "examples"
ON = date(2026, 11, 23)
TEXTS = ("html", "markdown", "text", "json")
"""The formats whose bytes are ours alone; those of a PDF are also its compiler's."""

Written = tuple[Path, Callable[[], str]]
"""A file, and what makes its text, when a test asks for it and not while tests are collected."""


def invalid_files() -> list[Path]:
    """Every broken file."""
    files = (path for path in (HERE / "invalid").iterdir() if path.is_file())
    return sorted(path for path in files if path.suffix != ".txt")


def lines_of(path: Path) -> str:
    """Everything that `check` says of a broken file, in both languages, by its name alone."""
    found = problems_in(path.read_bytes(), path.name)
    problems = [problem.in_file(path.name, problem.line, problem.column) for problem in found]
    return "".join(
        f"{problem.text(language)}\n" for problem in problems for language in ("en", "fr")
    )


def problems_in(content: bytes, name: str) -> tuple[Problem, ...]:
    """Everything wrong in a referential, an audit or the record of one; records start with E."""
    try:
        if name.startswith("E"):
            audit = load_audit(VERSIONS / "audit.yaml")
            evaluation = evaluate(audit, load_referentials(VERSIONS))
            return verify(parse_record(content, source=name), evaluation).differences
        document = read_document(content, name)
        return problems_of(document, load_referentials(VERSIONS, HERE.parent / "referentials"))
    except DataError as error:
        return error.problems


def golden_reports() -> Iterator[Written]:
    """Every report of every example."""
    for path in sorted(EXAMPLES.glob("*.yaml")):
        for name in TEXTS:
            golden = HERE / "golden" / f"{path.stem}{FORMATS[name].suffixes[0]}"
            yield golden, partial(report, path, name)
    yield from _golden_kinds()
    yield (
        HERE / "golden" / "granted.en.md",
        partial(report, EXAMPLES / "granted.yaml", "markdown", "en"),
    )
    yield HERE / "golden" / "reasons.txt", reasons
    yield from _golden_comparisons()


def _golden_kinds() -> Iterator[Written]:
    """One report of each other kind, in every format of text."""
    for kind in REPORT_KINDS[1:]:
        example = EXAMPLES / ("half-done.yaml" if kind == "plan" else "granted.yaml")
        for form in ("html", "markdown", "text"):
            path = HERE / "golden" / f"{kind}{FORMATS[form].suffixes[0]}"
            yield path, partial(report, example, form, kind=kind)


def _golden_comparisons() -> Iterator[Written]:
    """What changes between two referentials, with what it would do, and between two audits."""
    for form in ("html", "markdown", "text", "json"):
        ending = FORMATS[form].suffixes[0]
        yield HERE / "golden" / f"change{ending}", partial(change, form)
        yield HERE / "golden" / f"progress{ending}", partial(progress, form)
    yield HERE / "golden" / "second-audit.md", second_report
    for form in ("html", "markdown", "text"):
        path = HERE / "golden" / f"minutes{FORMATS[form].suffixes[0]}"
        yield path, partial(minutes, form)
    yield from _golden_networks()


def _golden_networks() -> Iterator[Written]:
    """The network of the examples in each format of text, and its public list."""
    for form in ("html", "text", "csv", "ics"):
        ending = NETWORK_FORMATS[form].suffixes[0]
        yield HERE / "golden" / f"network{ending}", partial(network, form, "fr")
        if form != "html":
            yield HERE / "golden" / f"network.en{ending}", partial(network, form, "en")
    for form in ("html", "csv"):
        path = HERE / "golden" / f"labelled{NETWORK_FORMATS[form].suffixes[0]}"
        yield path, partial(network, form, "fr", public=True)


def report(path: Path, form: str, language: Language | None = None, **more: str) -> str:
    """A report of an audit, in the language of its referential unless one is given."""
    audit = load_audit(path)
    return render(evaluate(audit), form, language, on=ON, **more)


def network(form: str, language: Language, *, public: bool = False) -> str:
    """The network of the examples, or its public list, with the line ends of a text."""
    row = NETWORK_FORMATS[form]
    write = row.public if public and row.public else row.write
    made = write(example_network(ON), language)
    text = made if isinstance(made, str) else made.decode()
    return text.replace("\r\n", "\n")


def reasons() -> str:
    """Every sentence that can give a reason, filled in, in both languages."""
    facts: dict[str, Any] = {
        "met": 13,
        "applicable": 28,
        "required": "50%",
        "inequality": "2 × 13 < 28",
        "possible": "2 × 14 ≥ 28",
        "still_needed": 1,
        "unassessed": 2,
        "sections": 6,
        "failing": 2,
        "open": 3,
        "count": 2,
        "levels": ("A", "B"),
        "gap": 9,
        "where": "Niveau",
        "day": ON,
        "first": ON,
        "last": ON,
        "previous": ON,
    }
    return "".join(
        f"{about}\n    {say(phrase, 'en', **facts)}\n    {say(phrase, 'fr', **facts)}\n"
        for about, phrase in REASONS.items()
    )


def schemas() -> Iterator[Written]:
    """The JSON Schemas that come with the referentials."""
    for kind in KINDS:
        yield HERE.parent / "referentials" / "schema" / f"{kind}.json", partial(schema_text, kind)


def schema_text(kind: str) -> str:
    """A JSON Schema as its file holds it."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def manuals() -> Iterator[Written]:
    """The pages that are written from the code, and the names that type checkers read."""
    docs = HERE.parent / "docs"
    yield docs / "problems.md", partial(document, "en")
    yield docs / "problems.fr.md", partial(document, "fr")
    yield docs / "api.md", api.page
    yield docs / "cli.md", cli.page
    yield docs / "files.md", files.page
    yield HERE.parent / "src" / "cpe_label" / "__init__.pyi", stub


def main() -> None:
    """Write every expected file."""
    for path in invalid_files():
        path.with_name(path.name + ".txt").write_text(lines_of(path), "utf-8")
    for path in broken_networks():
        path.with_name(path.name + ".txt").write_text(lines_of_network(path), "utf-8")
    for path in broken_sessions():
        path.with_name(path.name + ".txt").write_text(lines_of_session(path), "utf-8")
    for path, made in (*golden_reports(), *schemas(), *manuals()):
        path.write_text(made(), "utf-8")


if __name__ == "__main__":
    main()
