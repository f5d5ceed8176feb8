"""Anchors, aliases and merge keys: bombs, cycles, and what only looks like one."""

from collections.abc import Iterator

from support.hostile.case import Hostile, Read, opinion, refused
from support.hostile.files import ADDED, AUDIT, dumped, json_prose, prose
from support.written import MINIMAL


def bomb(levels: int, width: int, item: str = "*", merge: bool = False) -> bytes:
    """Each level names the one before it several times."""
    lines = ["a0: &a0 {k: lol}" if merge else "a0: &a0 [lol]"]
    for n in range(1, levels + 1):
        inner = ", ".join([f"{item}a{n - 1}"] * width)
        lines.append(f"a{n}: &a{n} " + (f"{{<<: [{inner}]}}" if merge else f"[{inner}]"))
    return "\n".join(lines).encode()


def bombs() -> Iterator[Hostile]:
    for levels, width in ((1, 2), (3, 10), (8, 9), (9, 9), (10, 10), (30, 2), (100, 3), (500, 9)):
        yield Hostile(
            f"alias bomb of {levels} levels of {width}",
            "audit.yaml",
            bomb(levels, width),
            refused("Y006", line=1),
        )
        yield Hostile(
            f"merge bomb of {levels} levels of {width}",
            "audit.yaml",
            bomb(levels, width, merge=True),
            refused("Y008", line=2),
        )
    written = {
        "cycle of a mapping": "a: &a {x: *a}",
        "cycle of a list": "a: &a [*a]",
        "cycle of the whole": "&a\nx: *a",
        "cycle of two": "a: &a {b: *b}\nb: &b {a: *a}",
        "alias of nothing": "a: *nowhere",
        "alias before its anchor": "a: *b\nb: &b x",
        "alias as a key": "a: &a x\n*a : y",
        "alias as a key in flow": "a: {*a : y}",
        "alias in a list": "a:\n- *b",
        "anchor on a key": "&a key: x",
        "anchor on a text": "a: &a x",
        "anchor on nothing": "a: &a",
        "anchor on a quoted text": 'a: &a "x"',
        "anchor on a block text": "a: &a |\n  x",
        "anchor on a list item": "a:\n- &a x",
        "anchor on an empty list": "a: &a []",
        "anchor and tag": "a: &a !!str x",
        "one anchor twice": "a: &a x\nb: &a y",
        "anchor of digits": "a: &1 x",
        "anchor of 10 000 letters": f"a: &{'a' * 10_000} x",
    }
    for name, text in written.items():
        yield Hostile(name, "audit.yaml", text.encode(), refused("Y006"))
    yield Hostile("anchor in an audit", "audit.yaml", prose("&a Oui"), refused("Y006", line=ADDED))
    yield Hostile(
        "anchor on the whole of an audit", "audit.yaml", b"&a\n" + prose("x"), refused("Y006")
    )
    yield Hostile(
        "merge key", "audit.yaml", f"{MINIMAL}<<: {{}}\n".encode(), refused("Y008", line=ADDED)
    )
    yield Hostile("merge key with an alias", "audit.yaml", b"a: {<<: *b}", refused("Y008"))
    yield Hostile("merge key with a list", "audit.yaml", b"a: {<<: [{b: c}]}", refused("Y008"))
    yield Hostile("merge key twice", "audit.yaml", b"<<: {}\n<<: {}", refused("Y008"))
    yield Hostile("merge key after a ?", "audit.yaml", b"? <<\n: {}", refused("Y008"))
    yield Hostile("merge key with a tag", "audit.yaml", b"!!merge <<: {}", refused("Y007", "Y008"))
    for name, text in (("double", '"<<": x'), ("single", "'<<': x")):
        content = f"{MINIMAL}{text}\n".encode()
        yield Hostile(
            f"a merge key in {name} quotes is a key", "audit.yaml", content, refused("A001")
        )
    yield Hostile(
        "a merge key in JSON is a key", "audit.json", dumped({**AUDIT, "<<": "x"}), refused("A001")
    )
    yield Hostile("<< as a value is a text", "audit.yaml", prose("<<"), opinion("<<"))
    yield Hostile("<< in a list is a text", "audit.yaml",
        f"{MINIMAL}findings: {{PRE-01: {{evidence: [<<]}}}}\n".encode(),
        Read(("findings", "PRE-01", "evidence", 0), "<<"))  # fmt: skip
    yield Hostile("an & inside a text", "audit.yaml", prose("a & b &c"), opinion("a & b &c"))
    yield Hostile("a * inside a text", "audit.yaml", prose("2 * 3 *c"), opinion("2 * 3 *c"))
    yield Hostile(
        "aliases in JSON are texts", "audit.json", json_prose('"*a &a !!x"'), opinion("*a &a !!x")
    )
    for count in (100, 3_000, 19_000):
        lines = "\n".join(["a:", *["- *x"] * count])
        yield Hostile(f"{count} aliases", "audit.yaml", lines.encode(), refused("Y006", line=2))
        anchors = "\n".join(["a:", *[f"- &x{n} x" for n in range(count)]])
        yield Hostile(f"{count} anchors", "audit.yaml", anchors.encode(), refused("Y006", line=2))
