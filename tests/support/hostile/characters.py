"""Surrogates, unusual characters, and identifiers that contain them."""

# ruff: noqa: E501

from collections.abc import Iterator
from typing import Any, Final

from support.hostile.case import Hostile, Path, Read, opinion, refused
from support.hostile.files import (
    ADDED,
    AUDIT,
    REFERENTIAL,
    changed,
    dumped,
    json_prose,
    prose,
    quoted,
    yaml_quoted,
)
from support.written import MINIMAL


def surrogates() -> Iterator[Hostile]:
    broken = {
        "high": "\\ud800", "last high": "\\udbff", "low": "\\udc00", "last low": "\\udfff",
        "reversed": "\\udf3b\\ud83c", "two high": "\\ud83c\\ud83c", "high before a letter": "\\ud83cx",
        "high before an escape": "\\ud83c\\n", "low after a pair": "\\ud83c\\udf3b\\udf3b",
    }  # fmt: skip
    for name, written in broken.items():
        yield Hostile(
            f"surrogate {name} in JSON",
            "audit.json",
            json_prose(f'"{written}"'),
            refused("Y002", line=1),
        )
        yield Hostile(
            f"surrogate {name}",
            "audit.yaml",
            prose(f'"{written}"'),
            refused("Y002", "Y035", line=ADDED),
        )
    yield Hostile(
        "a pair of surrogates in JSON",
        "audit.json",
        json_prose('"\\ud83c\\udf3b"'),
        opinion("\U0001f33b"),
    )
    yield Hostile(
        "a pair of surrogates in YAML",
        "audit.yaml",
        prose('"\\ud83c\\udf3b"'),
        refused("Y002", "Y035", line=ADDED),
    )
    yield Hostile(
        "a surrogate as \\U",
        "audit.yaml",
        prose('"\\U0000d800"'),
        refused("Y002", "Y035", line=ADDED),
    )
    yield Hostile("a surrogate in a JSON key", "audit.json", b'{"\\ud800": 1}', refused("Y002"))
    yield Hostile("a surrogate in a key", "audit.yaml", b'"\\ud800": 1', refused("Y002", "Y035"))
    for written in ("00110000", "0fffffff", "7fffffff", "80000000", "FFFFFFFF"):
        # PyYAML raises a bare error of Python, which has no place and no words of its own.
        yield Hostile(
            f"code point \\U{written}",
            "audit.yaml",
            prose(f'"\\U{written}"'),
            refused("Y035", line=ADDED),
            refused("Y004", "Y035"),
        )
        yield Hostile(
            f"code point \\U{written} in a key",
            "audit.yaml",
            f'"\\U{written}": x'.encode(),
            refused("Y035", line=1),
            refused("Y004", "Y035"),
        )
    for written, text in (("0010ffff", "\U0010ffff"), ("0001f33b", "\U0001f33b")):
        yield Hostile(
            f"code point \\U{written}", "audit.yaml", prose(f'"\\U{written}"'), opinion(text)
        )
    for written in (
        r"\q",
        r"\x4",
        r"\xzz",
        r"\u12",
        r"\u12g4",
        r"\U0001",
        "\\'",
        r"\é",
        r"\1",
        r"\z",
    ):
        yield Hostile(
            f"escape {written}", "audit.yaml", prose(f'"{written}"'), refused("Y035", line=ADDED)
        )
        yield Hostile(
            f"escape {written} in JSON", "audit.json", json_prose(f'"{written}"'), refused("Y043")
        )
    for written in (r"\a", r"\e", r"\v", r"\0", r"\x41", r"\U00000041", r"\N", r"\_", "\\ "):
        yield Hostile(
            f"escape {written!r} of YAML in JSON",
            "audit.json",
            json_prose(f'"{written}"'),
            refused("Y043"),
        )


UNUSUAL: Final = {
    "a right-to-left override": "\u202e",
    "a left-to-right isolate": "\u2066",
    "a pop isolate": "\u2069",
    "a right-to-left mark": "\u200f",
    "an Arabic letter mark": "\u061c",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a zero-width non-joiner": "\u200c",
    "a word joiner": "\u2060",
    "a soft hyphen": "\u00ad",
    "a private use character": "\ue000",
    "an astral private use character": "\U000f0000",
    "a line separator": "\u2028",
    "a paragraph separator": "\u2029",
    "a next line": "\x85",
    "a no-break space": "\xa0",
    "a narrow no-break space": "\u202f",
    "an ideographic space": "\u3000",
    "a combining accent": "e\u0301",
    "a Hangul filler": "\u3164",
    "a variation selector": "\ufe0f",
    "a tag character": "\U000e0041",
    "a replacement character": "\ufffd",
    "an interlinear mark": "\ufff9",
    "an object replacement": "\ufffc",
    "a noncharacter of the plane": "\ufdd0",
    "an emoji of a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "sixty combining marks": "o" + "\u0336" * 60,
    "a mathematical letter": "\U0001d49c",
    "an unassigned character": "\u0378",
    "the last noncharacter": "\U0010ffff",
}


def characters() -> Iterator[Hostile]:
    for name, character in UNUSUAL.items():
        text = f"a{character}b"
        yield Hostile(f"{name} in prose", "audit.yaml", prose(text), opinion(text))
        yield Hostile(
            f"{name} in a literal text", "audit.yaml", prose(f"|-\n  {text}"), opinion(text)
        )
        yield Hostile(
            f"{name} in prose, escaped", "audit.yaml", prose(yaml_quoted(text)), opinion(text)
        )
        yield Hostile(
            f"{name} in prose of JSON", "audit.json", json_prose(f'"{text}"'), opinion(text)
        )
        yield Hostile(
            f"{name} in prose of JSON, escaped",
            "audit.json",
            json_prose(quoted(text)),
            opinion(text),
        )
        for key in ("id", "version"):
            written = f"{MINIMAL}".replace(
                "label-cpe" if key == "id" else '"2019.1"', yaml_quoted(text)
            )
            yield Hostile(
                f"{name} in an audit's {key}",
                "audit.yaml",
                written.encode(),
                refused("A004", line=2),
            )
        bad = changed(REFERENTIAL, ("sections", 0, "criteria", 0, "id"), text)
        yield Hostile(
            f"{name} in a criterion's id", "referential.json", dumped(bad), refused("R004")
        )
    # YAML 1.1 takes these for line breaks; editors do not, and prose is kept as it was written.
    for n in (0x85, 0x2028, 0x2029):
        yield Hostile(f"raw U+{n:04X} in a JSON criterion", "audit.json",
            dumped({**AUDIT, "findings": {f"a{chr(n)}b": {"comment": "x"}}}),
            Read(("findings", f"a{chr(n)}b", "comment"), "x"))  # fmt: skip
        yield Hostile(
            f"raw U+{n:04X} in a comment",
            "audit.yaml",
            prose(f"x # y{chr(n)}z: {{"),
            opinion("x"),
        )
    for n in (0xFFFE, 0xFFFF):
        yield Hostile(
            f"raw U+{n:04X}",
            "audit.yaml",
            prose(f"a{chr(n)}b"),
            refused("Y002", "Y004", line=ADDED),
        )
        yield Hostile(
            f"raw U+{n:04X} in JSON",
            "audit.json",
            json_prose(f'"a{chr(n)}b"'),
            opinion(f"a{chr(n)}b"),
        )
        yield Hostile(
            f"escaped U+{n:04X}", "audit.yaml", prose(f'"a\\u{n:04x}b"'), opinion(f"a{chr(n)}b")
        )


def identifiers() -> Iterator[Hostile]:
    wrong = {
        "Cyrillic letters": "\u0421\u041e\u041e-01",
        "one Cyrillic letter": "C\u041eO-01",
        "Greek letters": "\u0391\u0392-1",
        "full-width letters": "\uff23\uff2f\uff2f-01",
        "full-width digits": "COO-\uff10\uff11",
        "Arabic digits": "COO-\u0660\u0661",
        "a superscript": "COO\u00b2",
        "a composed accent": "\u00e9tape",
        "a decomposed accent": "e\u0301tape",
        "a ligature": "\ufb01n",
        "a Turkish i": "l\u0131gne",
        "a long s": "\u017ftatut",
        "a Kelvin sign": "\u212a1",
        "a space inside": "COO 01",
        "a space before": " COO-01",
        "a space after": "COO-01 ",
        "a newline after": "COO-01\n",
        "a newline before": "\nCOO-01",
        "a newline inside": "COO\n01",
        "a carriage return after": "COO-01\r",
        "a tab after": "COO-01\t",
        "a typographic dash": "COO\u201301",
        "a no-break hyphen": "COO\u201101",
        "a minus sign": "COO\u221201",
        "two dashes": "COO--01",
        "a dash first": "-COO",
        "a dash last": "COO-",
        "a point first": ".COO",
        "a point last": "COO.",
        "a path": "../etc/passwd",
        "a slash": "a/b",
        "a backslash": "a\\b",
        "a colon": "a:b",
        "a percent sign": "a%b",
        "a hash": "a#b",
        "a quote": "a'b",
        "an apostrophe": "l\u2019audit",
        "a wildcard": "*",
        "only points": "..",
        "markup": "<b>",
        "an emoji": "\U0001f33b",
        "a plus": "a+b",
        "an at": "a@b",
        "129 letters": "x" * 129,
        "10 000 letters": "x" * 10_000,
        "100 000 letters": "a-" * 49_999 + "b",
    }
    places: dict[str, tuple[dict[str, Any], Path]] = {
        "audit": (AUDIT, ("referential", "id")),
        "organisation": (AUDIT, ("organisation", "id")),
        "referential": (REFERENTIAL, ("id",)),
        "level": (REFERENTIAL, ("levels", 0, "id")),
        "citation": (REFERENTIAL, ("sections", 0, "criteria", 0, "sources", 0, "source")),
    }
    for number, (name, value) in enumerate(wrong.items()):
        for where, (data, path) in list(places.items())[number % 2 :: 2]:
            kind, letter = ("audit", "A") if data is AUDIT else ("referential", "R")
            content = dumped(changed(data, path, value))
            yield Hostile(
                f"{name} in the id of a {where}", f"{kind}.json", content, refused(f"{letter}004")
            )
    blank = {"nothing": ("", "A002"), "a space": (" ", "A004"), "an empty mark": ("\u200b", "A004")}
    for name, (value, code) in blank.items():
        content = dumped(changed(AUDIT, ("referential", "id"), value))
        yield Hostile(f"{name} as an id", "audit.json", content, refused(code))
    longest = "x" * 128
    yield Hostile(
        "an id of 128 letters",
        "audit.json",
        dumped(changed(AUDIT, ("referential", "id"), longest)),
        Read(("referential", "id"), longest),
    )
    yield Hostile("two ids that differ by case", "referential.json",
        dumped(changed(REFERENTIAL, ("levels",), [*REFERENTIAL["levels"], {**REFERENTIAL["levels"][0], "id": "M"}])),
        refused("R015"))  # fmt: skip
    yield Hostile(
        "Windows' reserved name as an id",
        "audit.json",
        dumped(changed(AUDIT, ("organisation", "id"), "NUL")),
        Read(("organisation", "id"), "NUL"),
    )
