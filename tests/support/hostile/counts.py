"""Many values, many keys, many problems."""

# ruff: noqa: E501

import json
from collections.abc import Iterator

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import ADDED, AUDIT, REFERENTIAL, changed, dumped
from support.written import MINIMAL


def counts() -> Iterator[Hostile]:
    over = 20_001
    many = {
        "in a flow list": "a: [" + "x," * over + "]",
        "in a flow list on lines": "a: [\n" + "x,\n" * over + "]",
        "in a block list": "a:\n" + "- x\n" * over,
        "that are absent": "a:\n" + "-\n" * over,
        "that are empty lists": "a: [" + "[]," * over + "]",
        "that are empty mappings": "a: [" + "{}," * over + "]",
        "that are small mappings": "a: [" + "{b: c}," * over + "]",
        "that are keys": "".join(f"k{n}: x\n" for n in range(over)),
        "that are keys alone": "a: {" + "".join(f"k{n}, " for n in range(over)) + "}",
        "that are findings": MINIMAL + "findings:\n" + "".join(f"  C{n}:\n" for n in range(over)),
    }
    for name, text in many.items():
        yield Hostile(f"20 001 values {name}", "audit.yaml", text.encode(), refused("Y011"))
    for name, value in {
        "in a list": ["x"] * over,
        "that are null": [None] * over,
        "that are empty mappings": [{}] * over,
        "that are keys": {f"k{n}": None for n in range(over)},
    }.items():
        yield Hostile(
            f"20 001 values of JSON {name}", "audit.json", dumped({"a": value}), refused("Y011")
        )
    unknown = [f"k{n}" for n in range(20_000)]
    keys = "".join(f"{key}: x\n" for key in unknown)
    yield Hostile("20 000 unknown keys", "audit.yaml", f"{MINIMAL}{keys}".encode(), refused("Y011"))
    keys = "".join(f"{key}: x\n" for key in unknown[:9_980])
    yield Hostile(
        "9 980 unknown keys", "audit.yaml", f"{MINIMAL}{keys}".encode(), refused("A001", line=ADDED)
    )
    keys = "".join(f"{key}:\n" for key in unknown[:9_980])
    yield Hostile(
        "9 980 unknown empty keys",
        "audit.yaml",
        f"{MINIMAL}{keys}".encode(),
        refused("A001", line=ADDED),
    )
    keys = "".join(f"finding{key}: x\n" for key in unknown[:9_980])
    yield Hostile(
        "9 980 unknown keys like a known one",
        "audit.yaml",
        f"{MINIMAL}{keys}".encode(),
        refused("A001", line=ADDED),
    )
    data = dict.fromkeys(unknown[:9_900], "x")
    yield Hostile(
        "9 900 unknown keys on one line",
        "audit.json",
        dumped({**AUDIT, **data}),
        refused("A001", line=1),
    )
    wrong = {
        "4 900 findings of an unknown word": ("{status: oui}", 4_900, "A007"),
        "4 900 findings of an unknown key": ("{statut: met}", 4_900, "A001"),
        "5 000 findings of an unknown word": ("{status: oui}", 5_000, "Y011"),
        "9 900 findings that are texts": ("met", 9_900, "A003"),
        "9 900 findings that are lists": ("[]", 9_900, "A003"),
        "4 900 findings of a blank comment": ('{comment: " "}', 4_900, "A006"),
        "2 400 findings of an impossible date": ("{action: {due: 2026-02-30}}", 2_400, "A005"),
    }
    for name, (written, count, code) in wrong.items():
        findings = "".join(f"  C{n}: {written}\n" for n in range(count))
        content = f"{MINIMAL}findings:\n{findings}".encode()
        yield Hostile(name, "audit.yaml", content, refused(code))
    pairs = "".join("k: x\n" for _ in range(9_900))
    yield Hostile("one key 9 900 times", "audit.yaml", pairs.encode(), refused("Y009", line=2))
    pairs = "\n" * 400_000 + "k: x\n" * 9_900
    yield Hostile(
        "one key 9 900 times after 400 000 lines",
        "audit.yaml",
        pairs.encode(),
        refused("Y009", line=400_002),
    )
    quotes = "a:\n" + '- "\\0"\n' * 19_000
    yield Hostile("19 000 hidden controls", "audit.yaml", quotes.encode(), refused("Y002", line=2))
    tagged = "a:\n" + "- !t x\n" * 19_000
    yield Hostile("19 000 tags", "audit.yaml", tagged.encode(), refused("Y007", line=2))
    empty = "".join(f"  C{n}:\n" for n in range(9_900))
    yield Hostile(
        "9 900 criteria left blank",
        "audit.yaml",
        f"{MINIMAL}findings:\n{empty}opinion: x\n".encode(),
        opinion("x"),
    )
    blank = "".join(f"  C{n}: {{comment: }}\n" for n in range(4_900))
    yield Hostile(
        "4 900 empty comments",
        "audit.yaml",
        f"{MINIMAL}findings:\n{blank}opinion: x\n".encode(),
        opinion("x"),
    )
    items = changed(
        REFERENTIAL, ("sections", 0, "criteria"), REFERENTIAL["sections"][0]["criteria"] * 700
    )
    yield Hostile(
        "700 criteria of one identifier", "referential.json", dumped(items), refused("R011")
    )
    lines = json.dumps(items, indent=0).encode()
    yield Hostile(
        "700 criteria of one identifier on lines", "referential.json", lines, refused("R011")
    )
    levels = [{"id": f"l{n}", "title": "x", "required": "1%"} for n in range(2_400)]
    yield Hostile(
        "2 400 levels without a criterion",
        "referential.json",
        dumped({**REFERENTIAL, "levels": levels}),
        refused("R020"),
    )
    sections = [{"id": f"s{n}", "title": "x", "criteria": [
        {"id": f"c{n}", "level": "mm", "title": "x", "requirement": "x"}]} for n in range(1_200)]  # fmt: skip
    yield Hostile(
        "1 200 unknown levels",
        "referential.json",
        json.dumps({**REFERENTIAL, "sections": sections}, indent=0).encode(),
        refused("R020"),
    )
