"""Values of the wrong shape, and keys that are missing or unknown."""

# ruff: noqa: C901, PLR0912, RUF005

import json
from collections.abc import Iterator
from typing import Any, Final

from support.hostile.case import Hostile, Path, Read, refused
from support.hostile.files import AUDIT, REFERENTIAL, at, changed, dumped, paths, shown

WORDS: Final = ("kind", "status", "outcome", "event", "scope")
REQUIRED: Final = {
    "audit": ("referential", "referential.id", "referential.version", "organisation")
    + ("organisation.name", "kind", "audited_on", "audited_on.from", "auditors.0.name")
    + ("decision.outcome", "decision.decided_on", "events.0.event", "events.0.on"),
    "referential": ("id", "version", "title", "language", "in_force", "in_force.from", "validity")
    + ("validity.years", "validity.renewal_window_months", "levels", "levels.0.id")
    + ("levels.0.title", "levels.0.required", "sources.0.id", "sources.0.title", "sections")
    + ("sections.0.id", "sections.0.title", "sections.0.criteria", "sections.0.criteria.0.id")
    + ("sections.0.criteria.0.level", "sections.0.criteria.0.title")
    + ("sections.0.criteria.0.requirement", "sections.0.criteria.0.sources.0.source"),
}


def shapes() -> Iterator[Hostile]:
    others: dict[str, Any] = {"a text": "x", "a list": ["x"], "a mapping": {"x": "y"}}
    kinds: dict[type, str] = {str: "a text", list: "a list", dict: "a mapping"}
    for kind, data in (("audit", AUDIT), ("referential", REFERENTIAL)):
        letter = kind[0].upper()
        for number, path in enumerate(paths(data)):
            here = at(data, path)
            file_name = f"{kind}.json" if number % 2 else f"{kind}.yaml"
            for name, value in others.items():
                if kinds[type(here)] == name:
                    continue
                if name == "a text" and path[-1] == "evidence":  # a list of one
                    yield Hostile(
                        f"{kind}: {name} at {shown(path)}",
                        file_name,
                        dumped(changed(data, path, value)),
                        Read((*path, 0), "x"),
                    )
                    continue
                code = f"{letter}007" if path[-1] in WORDS else f"{letter}003"
                code = "Y021" if path == ("format",) else code
                content = dumped(changed(data, path, value))
                yield Hostile(
                    f"{kind}: {name} at {shown(path)}",
                    file_name,
                    content,
                    refused(code, f"{letter}003"),
                )
            if isinstance(path[-1], int):
                content = dumped(changed(data, path, None))
                yield Hostile(
                    f"{kind}: null at {shown(path)}",
                    f"{kind}.json",
                    content,
                    refused(f"{letter}003"),
                )
            if isinstance(here, dict) and path != ("findings",):
                content = dumped(changed(data, (*path, "inconnu"), "x"))
                yield Hostile(
                    f"{kind}: unknown key in {shown(path)}",
                    file_name,
                    content,
                    refused(f"{letter}001"),
                )
                content = dumped(changed(data, (*path, "inconnu"), None))
                yield Hostile(
                    f"{kind}: unknown empty key in {shown(path)}",
                    file_name,
                    content,
                    refused(f"{letter}001"),
                )
            if isinstance(here, str) and path[-1] not in (*WORDS, "format"):
                content = dumped(changed(data, path, "\u3000\n"))
                blank = [f"{letter}{n}" for n in ("004", "005", "006", "008", "009", "018")]
                yield Hostile(
                    f"{kind}: blank text at {shown(path)}", file_name, content, refused(*blank)
                )
        for path in map(str.split, (name.replace(".", " ") for name in REQUIRED[kind])):
            steps: Path = tuple(int(step) if step.isdigit() else step for step in path)
            for name, value in (("missing", ...), ("null", None), ("empty", "")):
                content = dumped(changed(data, steps, value))
                yield Hostile(
                    f"{kind}: {shown(steps)} {name}",
                    f"{kind}.json",
                    content,
                    refused(f"{letter}002"),
                )
        for name, top in (
            ("a list of it", [data]),
            ("its text", json.dumps(data)),
            ("nothing", None),
        ):
            yield Hostile(f"{kind}: {name}", f"{kind}.json", dumped(top), refused("Y003", "Y014"))
    for name, value in (("missing", ...), ("null", None), ("empty", "")):  # an empty mapping
        content = dumped(changed(AUDIT, ("previous", "last_day"), value))
        yield Hostile(
            f"audit: previous.last_day {name}", "audit.json", content, Read(("previous",), "None")
        )
    for key in ("levels", "sections"):
        yield Hostile(
            f"referential: {key} an empty list",
            "referential.yaml",
            dumped({**REFERENTIAL, key: []}),
            refused("R010"),
        )
    yield Hostile(
        "audit: no format", "audit.yaml", dumped(changed(AUDIT, ("format",), ...)), refused("Y021")
    )
    for value in (
        "cpe-label/audit/2",
        "cpe-label/audit/1 ",
        "CPE-LABEL/AUDIT/1",
        "cpe-label/audit",
        "1",
        "x" * 90_000,
    ):
        yield Hostile(
            f"audit: format {value[:30]!r}",
            "audit.json",
            dumped({**AUDIT, "format": value}),
            refused("Y020"),
        )
    yield Hostile(
        "an audit under the format of a referential",
        "audit.json",
        dumped({**AUDIT, "format": "cpe-label/referential/1"}),
        refused("R001"),
    )
    for path in (("findings",), ("opinion",), ("events",), ("decision",), ("auditors",)):
        content = dumped(changed(AUDIT, path, None))
        yield Hostile(
            f"audit: null at {shown(path)} is absent",
            "audit.json",
            content,
            Read(("response",), AUDIT["response"]),
        )
    for name in (
        "__class__",
        "__dict__",
        "__proto__",
        "model_config",
        "_source",
        "from_",
        "source",
        "__root__",
    ):
        code = refused("A001")
        yield Hostile(f"audit: key {name}", "audit.json", dumped({**AUDIT, name: "x"}), code)
    yield Hostile(
        "audit: from_ for from",
        "audit.json",
        dumped(changed(AUDIT, ("audited_on",), {"from_": "2026-10-12"})),
        refused("A001", "A002"),
    )
    yield Hostile(
        "audit: from_ beside from",
        "audit.json",
        dumped(changed(AUDIT, ("audited_on",), {"from": "2026-10-12", "from_": "2026-10-12"})),
        refused("A001"),
    )
    yield Hostile(
        "referential: from_ for from",
        "referential.json",
        dumped(changed(REFERENTIAL, ("in_force",), {"from_": "2026-10-12"})),
        refused("R001", "R002"),
    )
