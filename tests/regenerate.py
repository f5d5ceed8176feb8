"""Write the expected files again, for a person to read the difference before committing it.

    python tests/regenerate.py

writes the lines expected of each file in `invalid/`, the reports in `golden/`, the JSON
Schemas in `referentials/schema/` and the manual of problems in `docs/`.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from cpe_label import (
    Audit,
    check,
    evaluate,
    find_referential,
    load_audit,
    parse_record,
    render,
    verify,
)
from cpe_label.errors import DataError, Problem
from cpe_label.loading import read_document
from cpe_label.rendering import FORMATS
from cpe_label.schema import KINDS, schema
from cpe_label.wording import say
from cpe_label.wording.pages import document
from cpe_label.wording.reasons import REASONS

HERE = Path(__file__).parent
SHELF = HERE / "invalid" / "shelf"
EXAMPLES = HERE.parent / "examples"
ON = date(2026, 11, 23)
TEXTS = ("html", "markdown", "text", "json")
"""The formats whose bytes are ours alone; those of a PDF are also its compiler's."""


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
            audit = load_audit(SHELF / "audit.yaml")
            evaluation = evaluate(find_referential(audit, SHELF), audit)
            return verify(parse_record(content, source=name), evaluation)
        document = read_document(content, name)
        if document.problems or not isinstance(document.value, Audit):
            return document.problems
        shelf = [SHELF, HERE.parent / "referentials"]
        return check(find_referential(document.value, shelf), document.value)
    except DataError as error:
        return error.problems


def golden_reports() -> Iterator[tuple[Path, str]]:
    """Every report of every example, and the file that holds it."""
    for path in sorted(EXAMPLES.glob("*.yaml")):
        audit = load_audit(path)
        evaluation = evaluate(find_referential(audit), audit)
        for name in TEXTS:
            text = render(evaluation, name, on=ON)
            yield HERE / "golden" / f"{path.stem}{FORMATS[name].suffixes[0]}", text
    yield from _golden_kinds()
    yield HERE / "golden" / "granted.en.md", render_english()
    yield HERE / "golden" / "reasons.txt", reasons()


def _golden_kinds() -> Iterator[tuple[Path, str]]:
    """One report of each other kind, in every format that it has."""
    shown = {"summary": "granted", "certificate": "granted", "plan": "half-done"}
    for kind, name in {**shown, "referential": "granted"}.items():
        audit = load_audit(EXAMPLES / f"{name}.yaml")
        evaluation = evaluate(find_referential(audit), audit)
        for form in ("html", "markdown", "text"):
            text = render(evaluation, form, on=ON, kind=kind)
            yield HERE / "golden" / f"{kind}{FORMATS[form].suffixes[0]}", text


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


def render_english() -> str:
    """One report in English, of an audit in French."""
    audit = load_audit(EXAMPLES / "granted.yaml")
    return render(evaluate(find_referential(audit), audit), "markdown", "en", ON)


def schemas() -> Iterator[tuple[Path, str]]:
    """The JSON Schemas that come with the referentials, and the files that hold them."""
    for kind in KINDS:
        text = json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
        yield HERE.parent / "referentials" / "schema" / f"{kind}.json", text


def manuals() -> Iterator[tuple[Path, str]]:
    """The manual of problems as pages, and the files that hold them."""
    yield HERE.parent / "docs" / "problems.md", document("en")
    yield HERE.parent / "docs" / "problems.fr.md", document("fr")


def main() -> None:
    """Write every expected file."""
    for path in invalid_files():
        path.with_name(path.name + ".txt").write_text(lines_of(path), "utf-8")
    for path, text in (*golden_reports(), *schemas(), *manuals()):
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
