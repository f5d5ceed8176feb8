"""Tags of YAML, of Python and of others."""

from collections.abc import Iterator
from typing import Final

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import ADDED, prose
from support.written import MINIMAL

TAGGED: Final = (
    "!!python/object/apply:os.system [id]",
    "!!python/object/new:os.system [id]",
    "!!python/object:object {}",
    "!!python/name:os.system ''",
    "!!python/module:os ''",
    "!!python/tuple [a, b]",
    "!!python/dict {}",
    "!!python/bytes x",
    "!!python/complex 1+2j",
    "!!python/none x",
    "!!int x",
    "!!int 3",
    "!!float x",
    "!!bool x",
    "!!bool oui",
    "!!null x",
    "!!timestamp x",
    "!!timestamp 2026-10-12",
    "!!binary aGVsbG8=",
    "!!binary é",
    "!!set {a, b}",
    "!!omap [a: b]",
    "!!pairs [a: b]",
    "!!map {}",
    "!!seq []",
    "!!str x",
    "!!str",
    "!!merge x",
    "!!value x",
    "!!yaml x",
    "!local x",
    "!local {}",
    "!local [x]",
    "!local",
    "!<tag:yaml.org,2002:str> x",
    "!<tag:example.org,2026:x> x",
    "!<!local> x",
    "!%41 x",
    "!%C3%A9 x",
    '! "x"',
    "! 'x'",
    "! {a: b}",
    "! [x]",
    "! |\n  x",
)


def tags() -> Iterator[Hostile]:
    for written in TAGGED:
        yield Hostile(f"tag {written!r}", "audit.yaml", prose(written), refused("Y007", line=ADDED))
    yield Hostile("tag '! x'", "audit.yaml", prose("! x"), refused("Y007", line=ADDED))
    yield Hostile("tag '!' on nothing", "audit.yaml", prose("!"), refused("Y007", line=ADDED))
    yield Hostile(
        "tag '!' on a key",
        "audit.yaml",
        f"{MINIMAL}! opinion: x\n".encode(),
        refused("Y007", line=ADDED),
    )
    broken = {
        "of an unknown handle": "!e!x x",
        "that is empty and verbatim": "!<> x",
        "that is not closed": "!<x x",
        "with a broken escape": "!%zz x",
        "with an escape that is not UTF-8": "!%FF x",
        "with half an escape": "!%4 x",
        "with a comma": "!a,b x",
        "twice": "!!str !!str x",
    }
    for name, written in broken.items():
        yield Hostile(
            f"tag {name}",
            "audit.yaml",
            prose(written),
            refused("Y004", "Y007", "Y034", "Y035", "Y036"),
        )
    yield Hostile(
        "tag of 100 000 letters", "audit.yaml", prose("!" + "a" * 100_000 + " x"), refused("Y007")
    )
    yield Hostile("tag on a key", "audit.yaml", b"!!str format: x", refused("Y007"))
    yield Hostile("tag on the whole", "audit.yaml", b"!!map\n" + prose("x"), refused("Y007"))
    yield Hostile(
        "tag of the project's own", "audit.yaml", b"--- !audit\n" + prose("x"), refused("Y007")
    )
    yield Hostile(
        "a ! inside a text", "audit.yaml", prose("Bravo ! !!int"), opinion("Bravo ! !!int")
    )
    yield Hostile("a %TAG that changes !!", "audit.yaml",
        b"%TAG !! tag:example.org,2026:\n---\n" + prose("!!int 3"), refused("Y007"))  # fmt: skip
    yield Hostile("a %TAG that is used", "audit.yaml",
        b"%TAG !e! tag:yaml.org,2002:\n---\n" + prose("!e!str x"), refused("Y007"))  # fmt: skip
