"""What a hostile or unlucky file may hold, as data: each case with what must become of it.

`CASES` are inputs by name. `Refused` names the codes of which one must be told, with file, line
and column; `Read` names a field that must hold exactly a text. Nothing here runs anything: see
`test_hostile.py`, `benchmarks/hostile.py` and `benchmarks/fuzz.py`.
"""

# Tables as long as what they list, and rows as wide as what they hold.
# ruff: noqa: C901, E501, PLR0912, PLR0915, PLW0108, RUF005

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

Path = tuple[str | int, ...]

MEGABYTE: Final = 524_288  # the most bytes that are read
HUGE: Final = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Refused:
    """One of these codes must be among the problems, on this line where one is given."""

    codes: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The file must be read, and what stands at a path must be exactly this text."""

    path: Path
    text: str


Expected = Refused | Read


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input. `pure` is what PyYAML's own parser makes of it, where it is not what C makes."""

    name: str
    file_name: str
    recipe: bytes | Callable[[], bytes]
    """The bytes, or what makes them: the huge ones are not kept."""
    expect: Expected
    pure: Expected | None = None

    @property
    def content(self) -> bytes:
        """What the file holds."""
        return self.recipe if isinstance(self.recipe, bytes) else self.recipe()

    def expected(self, parser: str) -> Expected:
        """What must become of it with one of the two parsers, `c` or `pure`."""
        return self.pure if parser == "pure" and self.pure else self.expect


def refused(*codes: str, line: int | None = None) -> Refused:
    return Refused(codes, line)


def opinion(text: str) -> Read:
    return Read(("opinion",), text)


# ── The files that the cases are made from ───────────────────────────────────────────────────────

AUDIT: Final[dict[str, Any]] = {
    "format": "cpe-label/audit/1",
    "referential": {"id": "label-cpe", "version": "2019.1"},
    "organisation": {"id": "exemple-001", "name": "Coopérative Exemple", "region": "Ici"},
    "kind": "audit",
    "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
    "auditors": [{"name": "Auditrice Exemple", "organisation": "CAE Voisine"}],
    "findings": {
        "PRE-01": {
            "status": "met",
            "evidence": ["Bulletin du 12/03"],
            "comment": "Lu sur place.",
            "good_practice": "À reprendre.",
            "recommendation": "Continuer.",
            "action": {"owner": "La direction", "due": "2027-03-31"},
            "justification": "Aucune.",
        }
    },
    "response": "Nous en prenons acte.",
    "opinion": "Favorable.",
    "previous": {"last_day": "2026-12-14"},
    "decision": {"outcome": "granted", "decided_on": "2026-11-20", "reason": "Unanime."},
    "events": [{"event": "suspended", "on": "2027-02-01", "reason": "Sur demande."}],
}

REFERENTIAL: Final[dict[str, Any]] = {
    "format": "cpe-label/referential/1",
    "id": "label",
    "version": "2019.1",
    "title": "Un référentiel",
    "description": "Pour essayer.",
    "language": "fr",
    "in_force": {"from": "2019-05-23", "until": "2030-01-01"},
    "validity": {"years": "3", "renewal_window_months": "6"},
    "levels": [{"id": "m", "title": "Obligatoire", "required": "100%", "scope": "whole"}],
    "sources": [{"id": "s", "title": "Une charte", "date": "2019-05-23"}],
    "sections": [
        {
            "id": "a",
            "title": "Une partie",
            "description": "La seule.",
            "criteria": [
                {
                    "id": "A-1",
                    "level": "m",
                    "title": "Un critère",
                    "requirement": "Cela est vrai.",
                    "guidance": "Se constate.",
                    "evidence": ["Un écrit"],
                    "not_applicable_when": "Jamais ouvert.",
                    "sources": [{"source": "s", "at": "art. 1"}],
                }
            ],
        }
    ],
}

MINIMAL: Final = """\
format: cpe-label/audit/1
referential: {id: label-cpe, version: "2019.1"}
organisation: {name: Coopérative Exemple}
kind: audit
audited_on: {from: 2026-10-12}
"""
"""An audit of five lines: what a case adds stands on line 6."""
ADDED: Final = 6

BARE: Final = json.dumps(
    {key: AUDIT[key] for key in ("format", "referential", "organisation", "kind", "audited_on")}
)[:-1]
"""The same as JSON, its last brace left off."""


def prose(scalar: str) -> bytes:
    """An audit in YAML whose opinion is written so."""
    return f"{MINIMAL}opinion: {scalar}\n".encode()


def json_prose(value: str) -> bytes:
    """An audit in JSON whose opinion is written so."""
    return f'{BARE}, "opinion": {value}}}'.encode()


def changed(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The data with something else at a path; `...` takes the key away."""
    new = copy.deepcopy(data)
    inner: Any = new
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return new


def dumped(data: Any) -> bytes:
    """JSON, which is YAML too."""
    return json.dumps(data, ensure_ascii=False).encode()


def quoted(text: str) -> str:
    """A text between double quotes, all in ASCII: the same in JSON and, without pairs, in YAML."""
    return json.dumps(text)


def yaml_quoted(text: str) -> str:
    """A text between double quotes, escaped as YAML does."""
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


# ── Anchors, aliases, merge keys, tags ───────────────────────────────────────────────────────────


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


# ── Depth ────────────────────────────────────────────────────────────────────────────────────────

DEPTHS: Final = (33, 34, 64, 300, 1_000, 5_000, 25_000, 100_000)


def depths() -> Iterator[Hostile]:
    shapes: dict[str, tuple[str, str, str, str]] = {
        "flow lists": ("[", "]", "audit.yaml", ""),
        "flow mappings": ("{a: ", "}", "audit.yaml", "x"),
        "flow lists and mappings": ("[{a: ", "}]", "audit.yaml", "x"),
        "flow lists on lines": ("[\n", "]\n", "audit.yaml", ""),
        "JSON lists": ("[", "]", "audit.json", ""),
        "JSON mappings": ('{"a":', "}", "audit.json", "1"),
        "JSON lists and mappings": ('[{"a":', "}]", "audit.json", "1"),
    }
    for depth in DEPTHS:
        for name, (opening, closing, file_name, inner) in shapes.items():
            start, end = ('{"a": ', "}") if file_name == "audit.json" else ("a: ", "\n")
            times = (depth + 1) // 2 if "and" in name else depth
            unclosed = start + opening * times
            closed = unclosed + inner + closing * times + end
            code = refused("Y010")
            yield Hostile(f"{depth} {name}, not closed", file_name, unclosed.encode(), code)
            yield Hostile(f"{depth} {name}, closed", file_name, closed.encode(), code)
        compact = "a:\n  " + "- " * depth + "x\n"
        yield Hostile(
            f"{depth} block lists on a line", "audit.yaml", compact.encode(), refused("Y010")
        )
        questions = "? " * depth + "x\n"
        yield Hostile(
            f"{depth} mappings as keys", "audit.yaml", questions.encode(), refused("Y013")
        )
        top = "[" * depth + "]" * depth
        yield Hostile(f"{depth} lists at the top", "audit.yaml", top.encode(), refused("Y014"))
        yield Hostile(
            f"{depth} lists at the top of JSON", "audit.json", top.encode(), refused("Y014")
        )
    for depth in (33, 64, 300, 1_000):  # each line is longer than the one before: 1 000 is 1 MB
        lines = "".join(f"{' ' * n}a:\n" for n in range(depth)) + " " * depth + "x\n"
        yield Hostile(f"{depth} block mappings", "audit.yaml", lines.encode(), refused("Y010"))
        items = "a:\n" + "".join(f"{' ' * n}-\n" for n in range(depth)) + " " * depth + "x\n"
        yield Hostile(f"{depth} block lists", "audit.yaml", items.encode(), refused("Y010"))
    yield Hostile(
        "32 lists are not too deep",
        "audit.yaml",
        ("a: " + "[" * 31 + "]" * 31).encode(),
        refused("Y021"),
    )
    yield Hostile(
        "32 lists are not too deep in JSON",
        "audit.json",
        ('{"a": ' + "[" * 31 + "]" * 31 + "}").encode(),
        refused("Y021"),
    )
    yield Hostile("33 in a comment", "audit.yaml", prose("x # " + "[" * 33), opinion("x"))
    yield Hostile("33 in a text", "audit.yaml", prose('"' + "[" * 33 + '"'), opinion("[" * 33))


# ── Size ─────────────────────────────────────────────────────────────────────────────────────────


def long_texts(size: int, word: str) -> Iterator[tuple[str, str, Callable[[], bytes], Expected]]:
    """Every way to write one text, or nothing at all, at great length."""
    lines = size // 64
    row = "x" * 63
    broken = row + "\n "
    yield f"plain text of {word}", "audit.yaml", lambda: prose("x" * size), refused("Y012")
    yield (
        f"plain text of {word} on many lines",
        "audit.yaml",
        lambda: prose(broken * lines),
        refused("Y012"),
    )
    yield (
        f"double-quoted text of {word}",
        "audit.yaml",
        lambda: prose('"' + "x" * size + '"'),
        refused("Y012"),
    )
    yield (
        f"double-quoted text of {word} on many lines",
        "audit.yaml",
        lambda: prose('"' + broken * lines + '"'),
        refused("Y012"),
    )
    yield (
        f"single-quoted text of {word}",
        "audit.yaml",
        lambda: prose("'" + "x" * size + "'"),
        refused("Y012"),
    )
    yield (
        f"text of {word} of escapes",
        "audit.yaml",
        lambda: prose('"' + "\\x41" * (size // 4) + '"'),
        refused("Y012"),
    )
    yield (
        f"text of {word} of quotes",
        "audit.yaml",
        lambda: prose("'" * (size // 2 * 2)),
        refused("Y012"),
    )
    yield (
        f"literal text of {word}",
        "audit.yaml",
        lambda: prose("|\n  " + "x" * size),
        refused("Y012"),
    )
    yield (
        f"literal text of {word} on many lines",
        "audit.yaml",
        lambda: prose("|\n" + f"  {row}\n" * lines),
        refused("Y012"),
    )
    yield (
        f"folded text of {word}",
        "audit.yaml",
        lambda: prose(">\n  " + "x" * size),
        refused("Y012"),
    )
    yield (
        f"folded text of {word} on many lines",
        "audit.yaml",
        lambda: prose(">\n" + f"  {row}\n" * lines),
        refused("Y012"),
    )
    yield (
        f"text of {word} as a key",
        "audit.yaml",
        lambda: ("? " + "x" * size + "\n: y").encode(),
        refused("Y012"),
    )
    yield (
        f"text of {word} as a plain key",
        "audit.yaml",
        lambda: ("x" * size + ": y").encode(),
        refused("Y012", "Y014", "Y030", "Y031"),
    )
    yield (
        f"quoted text of {word} as a key",
        "audit.yaml",
        lambda: ('"' + "x" * size + '": y').encode(),
        refused("Y012", "Y014", "Y030", "Y031", "Y036", "Y004"),
    )
    yield (
        f"text of {word} as a key of a flow mapping",
        "audit.yaml",
        lambda: ("a: {" + "x" * size + ": y}").encode(),
        refused("Y012", "Y034", "Y030", "Y031"),
    )
    yield (
        f"text of {word} of astral characters",
        "audit.yaml",
        lambda: prose("\U0001f33b" * (size // 4)),
        refused("Y012"),
    )
    yield (
        f"text of {word}, not closed",
        "audit.yaml",
        lambda: prose('"' + "x" * size),
        refused("Y033"),
    )
    yield f"text of {word} at the top", "audit.yaml", lambda: b"x" * size, refused("Y012", "Y014")
    yield (
        f"JSON text of {word}",
        "audit.json",
        lambda: json_prose('"' + "x" * size + '"'),
        refused("Y012"),
    )
    yield (
        f"JSON text of {word} of escapes",
        "audit.json",
        lambda: json_prose('"' + "\\n" * (size // 2) + '"'),
        refused("Y012"),
    )
    yield (
        f"JSON key of {word}",
        "audit.json",
        lambda: ('{"' + "x" * size + '": 1}').encode(),
        refused("Y012"),
    )
    yield f"JSON number of {word}", "audit.json", lambda: json_prose("9" * size), refused("Y012")
    yield f"JSON word of {word}", "audit.json", lambda: json_prose("x" * size), refused("Y042")
    yield (
        f"JSON text of {word}, not closed",
        "audit.json",
        lambda: json_prose('"' + "x" * size),
        refused("Y043"),
    )
    yield f"{word} of comments on a line", "audit.yaml", lambda: b"#" * size, refused("Y003")
    yield (
        f"{word} of comments on many lines",
        "audit.yaml",
        lambda: b"# Rien.\n" * (size // 8),
        refused("Y003"),
    )
    yield (
        f"an audit after {word} of comments",
        "audit.yaml",
        lambda: b"# Rien.\n" * (size // 8) + prose("x"),
        opinion("x"),
    )
    yield (
        f"an audit before {word} of comments",
        "audit.yaml",
        lambda: prose("x") + b"# Rien.\n" * (size // 8),
        opinion("x"),
    )
    for sign, what in (("", "a sign and a word"), ("😀", "them after an emoji")):
        yield (
            f"an audit before {word} of comments of {what}",
            "audit.yaml",
            lambda sign=sign: prose("x") + f"#{sign}".encode() + b" #a" * (size // 3 - 8) + b"\n",
            opinion("x"),
        )
    for line, what in (("x:y", "glued keys"), ('"x" ', "texts in quotes"), ("\u00a0x", "no-break")):
        yield (
            f"{word} of {what} on lines",
            "audit.yaml",
            lambda line=line: (
                prose("x") + f"{line}\n".encode() * (size // (len(line.encode()) + 1))
            ),
            refused("Y030", "Y031", "Y036", "Y046", "Y047", "Y048", "F005"),
        )
    yield f"{word} of spaces", "audit.yaml", lambda: b" " * size, refused("Y003")
    yield f"{word} of newlines", "audit.yaml", lambda: b"\n" * size, refused("Y003")
    yield f"{word} of carriage returns", "audit.yaml", lambda: b"\r" * size, refused("Y003")
    yield (
        f"an audit after {word} of newlines",
        "audit.yaml",
        lambda: b"\n" * size + prose("x"),
        opinion("x"),
    )
    yield (
        f"a mistake after {word} of newlines",
        "audit.yaml",
        lambda: b"\n" * size + prose("@"),
        refused("Y032"),
    )
    yield (
        f"{word} of newlines in a text",
        "audit.yaml",
        lambda: prose('"x' + "\n" * size + 'y"'),
        refused("Y012"),
    )
    yield (
        f"{word} of spaces in a text",
        "audit.yaml",
        lambda: prose("x" + " " * size + "y"),
        refused("Y012"),
    )
    yield f"{word} of spaces in JSON", "audit.json", lambda: b" " * size, refused("Y003")
    yield (
        f"an audit after {word} of spaces in JSON",
        "audit.json",
        lambda: b" \n" * (size // 2) + json_prose('"x"'),
        opinion("x"),
    )
    yield (
        f"an audit before {word} of spaces in JSON",
        "audit.json",
        lambda: json_prose('"x"') + b" " * size,
        opinion("x"),
    )
    yield (
        f"{word} of commas",
        "audit.yaml",
        lambda: b"a: [" + b"," * size,
        refused("Y034", "Y004", "Y036"),
    )
    yield (
        f"{word} of commas in JSON",
        "audit.json",
        lambda: b'{"a": [' + b"," * size,
        refused("Y042"),
    )
    yield (
        f"{word} of commas and spaces",
        "audit.yaml",
        lambda: prose(", " * (size // 2)),
        refused("Y034", "Y004", "Y036", "Y012"),
    )
    yield (
        f"{word} of numbers",
        "audit.yaml",
        lambda: b"a: [" + b"1," * (size // 2) + b"]",
        refused("Y011"),
    )
    yield (
        f"{word} of numbers in JSON",
        "audit.json",
        lambda: b'{"a": [' + b"1," * (size // 2) + b"1]}",
        refused("Y011"),
    )
    yield (
        f"{word} of keys",
        "audit.yaml",
        lambda: "".join(f"k{n}: x\n" for n in range(size // 12)).encode(),
        refused("Y011"),
    )
    yield f"{word} of one key", "audit.yaml", lambda: b"k: x\n" * (size // 5), refused("Y009")
    yield f"{word} of NUL", "audit.yaml", lambda: b"\0" * size, refused("Y002", line=1)
    yield f"{word} of 0xFF", "audit.yaml", lambda: b"\xff" * size, refused("Y001", line=1)
    yield f"{word} of question marks", "audit.yaml", lambda: b"? " * (size // 2), refused("Y013")
    yield f"{word} of dashes", "audit.yaml", lambda: b"- " * (size // 2), refused("Y014")
    yield (
        f"{word} of colons",
        "audit.yaml",
        lambda: b"a: " + b": " * (size // 2),
        refused("Y030", "Y013"),
    )
    yield f"{word} of percent signs", "audit.yaml", lambda: b"%" * size, refused("Y004", "Y032")
    yield (
        f"{word} of directives",
        "audit.yaml",
        lambda: b"%TAG !a! b\n" * (size // 11),
        refused("Y004"),
    )
    yield (
        f"{word} of document marks",
        "audit.yaml",
        lambda: b"---\n" * (size // 4),
        refused("Y003", "Y005"),
    )


def sizes() -> Iterator[Hostile]:
    for size, word in ((HUGE, "10 MB"), (MEGABYTE - 2_000, "half a MB")):
        for name, file_name, recipe, expect in long_texts(size, word):
            yield Hostile(name, file_name, recipe, expect)
    limit = 100_000
    for name, scalar in {
        "plain": "x" * limit,
        "quoted": '"' + "x" * limit + '"',
        "literal": "|-\n  " + "x" * limit,
    }.items():
        yield Hostile(
            f"{name} text of just 100 000", "audit.yaml", prose(scalar), opinion("x" * limit)
        )
    for name, scalar in {
        "plain": "x" * (limit + 1),
        "quoted": '"' + "x" * (limit + 1) + '"',
    }.items():
        yield Hostile(
            f"{name} text of 100 001", "audit.yaml", prose(scalar), refused("Y012", line=ADDED)
        )
    for length in (1_025, 100_001):
        key = "k" * length
        long = length > limit
        simple = refused("Y012", "Y014", "Y030", "Y031", "Y034", "Y036", "Y004")
        yield Hostile(
            f"key of {length} letters", "audit.yaml", f"{MINIMAL}{key}: x\n".encode(), simple
        )
        yield Hostile(
            f"quoted key of {length} letters",
            "audit.yaml",
            f'{MINIMAL}"{key}": x\n'.encode(),
            simple,
        )
        yield Hostile(
            f"first key of {length} letters", "audit.yaml", f"{key}: x\n".encode(), simple
        )
        flow = f"{MINIMAL}findings: {{{key}: {{}}}}\n".encode()
        yield Hostile(f"flow key of {length} letters", "audit.yaml", flow, simple)
        code = refused("Y012" if long else "A001", line=ADDED)
        yield Hostile(
            f"key of {length} letters after a ?",
            "audit.yaml",
            f"{MINIMAL}? {key}\n: x\n".encode(),
            code,
        )
        yield Hostile(
            f"JSON key of {length} letters",
            "audit.json",
            dumped({**AUDIT, key: "x"}),
            refused("Y012" if long else "A001"),
        )
        findings = dumped({**AUDIT, "findings": {key: {"comment": "x"}}})
        read = Read(("findings", key, "comment"), "x")
        yield Hostile(
            f"JSON criterion of {length} letters",
            "audit.json",
            findings,
            refused("Y012") if long else read,
        )
        asked = f"{MINIMAL}findings:\n  ? {key}\n  : comment: x\n".encode()
        yield Hostile(
            f"criterion of {length} letters after a ?",
            "audit.yaml",
            asked,
            refused("Y012") if long else read,
        )
    yield from counts()


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


# ── Encodings and characters ─────────────────────────────────────────────────────────────────────


def encodings() -> Iterator[Hostile]:
    text = prose("Présenté à l’équipe").decode()
    wide = {
        "UTF-16 LE": text.encode("utf-16-le"),
        "UTF-16 BE": text.encode("utf-16-be"),
        "UTF-16 LE with its mark": b"\xff\xfe" + text.encode("utf-16-le"),
        "UTF-16 BE with its mark": b"\xfe\xff" + text.encode("utf-16-be"),
        "UTF-32 LE": text.encode("utf-32-le"),
        "UTF-32 BE": text.encode("utf-32-be"),
        "UTF-32 LE with its mark": b"\xff\xfe\0\0" + text.encode("utf-32-le"),
        "UTF-32 BE with its mark": b"\0\0\xfe\xff" + text.encode("utf-32-be"),
        "ASCII in UTF-16 LE": b"a: b\n".decode().encode("utf-16-le"),
        "ASCII in UTF-32 BE": b"a: b\n".decode().encode("utf-32-be"),
    }
    for name, content in wide.items():
        yield Hostile(name, "audit.yaml", content, refused("Y001", "Y002"))
        yield Hostile(f"{name} as JSON", "audit.json", content, refused("Y001", "Y002"))
    start = prose("x")[:-2]
    for name, content in {
        "latin-1": start + "déjà".encode("latin-1"),
        "cp1252 quotes": start + b"\x93bien\x94",
        "cp1252 apostrophe": start + b"l\x92equipe",
        "cp1252 euro": start + b"20 \x80",
        "Mac Roman": start + "déjà".encode("mac-roman"),
        "cp437": start + "déjà".encode("cp437"),
        "UTF-8 cut after one byte": start + b"d\xc3",
        "UTF-8 cut after two bytes": start + b"\xe2\x82",
        "UTF-8 cut after three bytes": start + b"\xf0\x9f\x8c",
        "UTF-8 cut in the middle": start + b"\xe2\x82 x",
        "an overlong NUL": start + b"\xc0\x80",
        "an overlong slash of two bytes": start + b"\xc0\xaf",
        "an overlong slash of three bytes": start + b"\xe0\x80\xaf",
        "an overlong slash of four bytes": start + b"\xf0\x80\x80\xaf",
        "a surrogate in UTF-8": start + b"\xed\xa0\x80",
        "a pair of surrogates in UTF-8 (CESU-8)": start + b"\xed\xa0\xbd\xed\xb8\x80",
        "a low surrogate in UTF-8": start + b"\xed\xb0\x80",
        "a byte past Unicode": start + b"\xf4\x90\x80\x80",
        "five bytes": start + b"\xf8\x88\x80\x80\x80",
        "six bytes": start + b"\xfc\x84\x80\x80\x80\x80",
        "a lone continuation": start + b"\x80",
        "0xFE": start + b"\xfe",
        "0xFF": start + b"\xff",
        "Shift JIS": start + "日本".encode("shift-jis"),
        "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
        "a PNG": b"\x89PNG\r\n\x1a\n",
        "a zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00\xb7",
        "UTF-8 then latin-1 on the same line": start + "é".encode() + b"\xe9",
    }.items():
        codes = {"gzip": ("Y001", "Y002"), "a zip": ("F019",)}.get(name, ("Y001",))
        line = ADDED if content.startswith(start) else 1
        yield Hostile(name, "audit.yaml", content + b"\n", refused(*codes, line=line))
    bom = b"\xef\xbb\xbf"
    yield Hostile("a mark at the start", "audit.yaml", bom + prose("x"), opinion("x"))
    yield Hostile(
        "a mark at the start of JSON", "audit.json", bom + json_prose('"x"'), opinion("x")
    )
    yield Hostile("only a byte order mark", "audit.yaml", bom, refused("Y003"))
    yield Hostile("only a byte order mark as JSON", "audit.json", bom, refused("Y003"))
    yield Hostile(
        "two marks", "audit.yaml", bom + bom + prose("x"), refused("Y002", "Y004", "Y021")
    )
    yield Hostile(
        "two marks in JSON", "audit.json", bom + bom + json_prose('"x"'), refused("Y002", "Y002")
    )
    yield Hostile(
        "a mark before a key",
        "audit.yaml",
        MINIMAL.encode() + bom + b"opinion: x\n",
        refused("A001", "Y002", "Y004", "Y036"),
    )
    yield Hostile("a mark in a text", "audit.yaml", prose("a\ufeffb"), opinion("a\ufeffb"))
    yield Hostile(
        "a mark at the start of a text", "audit.yaml", prose("\ufeffb"), opinion("\ufeffb")
    )
    yield Hostile("a mark in a quoted text", "audit.yaml", prose('"a\ufeffb"'), opinion("a\ufeffb"))
    yield Hostile(
        "a mark in a literal text", "audit.yaml", prose("|-\n  a\ufeffb"), opinion("a\ufeffb")
    )
    yield Hostile("an escaped mark", "audit.yaml", prose('"a\\uFEFFb"'), opinion("a\ufeffb"))
    yield Hostile(
        "a mark in a JSON text", "audit.json", json_prose('"a\ufeffb"'), opinion("a\ufeffb")
    )
    yield Hostile("a mark in a comment", "audit.yaml", prose("x # \ufeff"), opinion("x"))
    # libyaml passes over a mark wherever a line starts; PyYAML takes it for a key.
    yield Hostile(
        "a mark alone on a line",
        "audit.yaml",
        prose("x") + bom + b"\n",
        opinion("x"),
        refused("Y002", "Y031"),
    )


CONTROLS: Final = tuple(
    n for n in (*range(0x20), *range(0x7F, 0xA0)) if n not in (0x09, 0x0A, 0x0D, 0x85)
)


def controls() -> Iterator[Hostile]:
    there = refused("Y002", line=ADDED)
    for n in CONTROLS:
        name, raw = f"U+{n:04X}", chr(n)
        yield Hostile(f"raw {name}", "audit.yaml", prose(f"a{raw}b"), there)
        yield Hostile(
            f"raw {name} in JSON", "audit.json", json_prose(f'"a{raw}b"'), refused("Y002")
        )
        yield Hostile(f"escaped {name}", "audit.yaml", prose(f'"a\\x{n:02x}b"'), there)
        yield Hostile(
            f"escaped {name} in JSON", "audit.json", json_prose(f'"a\\u{n:04x}b"'), refused("Y002")
        )
    for letter in "0abvfe":
        yield Hostile(f"escape \\{letter}", "audit.yaml", prose(f'"x\\{letter}y"'), there)
    for letter in "bf":
        yield Hostile(
            f"escape \\{letter} in JSON",
            "audit.json",
            json_prose(f'"x\\{letter}y"'),
            refused("Y002"),
        )
    for written, text in {
        "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\N": "\x85", "\\_": "\xa0", "\\L": "\u2028",
        "\\P": "\u2029", "\\x85": "\x85", "\\/": "/", "\\ ": " ", '\\"': '"', "\\\\": "\\",
    }.items():  # fmt: skip
        yield Hostile(
            f"escape {written!r} is read",
            "audit.yaml",
            prose(f'"x{written}y"'),
            opinion(f"x{text}y"),
        )
    for n in (0x00, 0x1B, 0x07, 0x7F, 0x9B):
        yield Hostile(f"\\U escape of U+{n:04X}", "audit.yaml", prose(f'"\\U{n:08x}"'), there)
        yield Hostile(
            f"U+{n:04X} in a key", "audit.yaml", f'{MINIMAL}"k\\x{n:02x}": x\n'.encode(), there
        )
        yield Hostile(
            f"U+{n:04X} in a JSON key",
            "audit.json",
            dumped(AUDIT)[:-1] + f', "\\u{n:04x}": "x"}}'.encode(),
            refused("Y002"),
        )
        yield Hostile(f"raw U+{n:04X} in a comment", "audit.yaml", prose(f"x # {chr(n)}"), there)
        yield Hostile(f"raw U+{n:04X} in single quotes", "audit.yaml", prose(f"'{chr(n)}'"), there)
        yield Hostile(
            f"raw U+{n:04X} in a literal text",
            "audit.yaml",
            prose(f"|\n  {chr(n)}"),
            refused("Y002", line=ADDED + 1),
        )
        yield Hostile(
            f"raw U+{n:04X} in an anchor",
            "audit.yaml",
            prose(f"&a{chr(n)} x"),
            refused("Y002", line=ADDED),
        )
        yield Hostile(
            f"raw U+{n:04X} outside JSON texts",
            "audit.json",
            chr(n).encode() + json_prose('"x"'),
            refused("Y002", line=1),
        )
    yield Hostile("a raw tab in a JSON text", "audit.json", json_prose('"a\tb"'), refused("Y043"))
    yield Hostile(
        "a raw newline in a JSON text", "audit.json", json_prose('"a\nb"'), refused("Y043")
    )
    yield Hostile(
        "a backslash between single quotes", "audit.yaml", prose(r"'\0\x1b'"), opinion(r"\0\x1b")
    )
    yield Hostile(
        "a backslash in a plain text", "audit.yaml", prose(r"a\0\x1b"), opinion(r"a\0\x1b")
    )
    yield Hostile(
        "a backslash in a literal text", "audit.yaml", prose("|-\n  a\\0"), opinion("a\\0")
    )


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


# ── Scalars ──────────────────────────────────────────────────────────────────────────────────────

SURPRISES: Final = (
    *("1.10", "010", "0o10", "0x1F", "0b11", "1_000", "1e3", "1E+3", ".5", "5.", "+1", "-1", "-0"),
    *(".inf", "-.inf", "+.INF", ".nan", ".NaN", "inf", "nan", "NaN", "Infinity"),
    *("12:30", "12:30:45", "190:20:30", "1:59.5", "685.230_15e+03", "0.", "1,5", "1 000", "00", "08"),
    *("no", "No", "NO", "off", "OFF", "yes", "YES", "on", "y", "n", "oui", "non", "true", "False"),
    *("null", "Null", "NULL", "~", "=", "<", "<<", "None", "undefined", "nil", "void"),
    *("2026-10-12T10:00:00Z", "2001-12-14t21:59:43.10-05:00", "2026-02-30", "2026-1-1"),
    *("9" * 30, "9" * 5_000, "0x" + "F" * 5_000, "1" + ":59" * 2_000, "1e400", "-1e-400", "0x", "0b"),
)  # fmt: skip
PLAIN_ID: Final = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")


def scalars() -> Iterator[Hostile]:
    referential = dumped(REFERENTIAL).decode()
    for written in SURPRISES:
        short = written if len(written) <= 30 else f"{written[:6]}… of {len(written)}"
        yield Hostile(f"{short} in prose", "audit.yaml", prose(written), opinion(written))
        date = MINIMAL.replace("2026-10-12", written).encode()
        yield Hostile(f"{short} as a date", "audit.yaml", date, refused("A005", line=5))
        kind = MINIMAL.replace("kind: audit", f"kind: {written}").encode()
        yield Hostile(f"{short} as a kind", "audit.yaml", kind, refused("A007", line=4))
        finding = f"{MINIMAL}findings: {{PRE-01: {{status: {written}}}}}\n".encode()
        yield Hostile(f"{short} as a status", "audit.yaml", finding, refused("A007", line=ADDED))
        version = MINIMAL.replace('"2019.1"', written).encode()
        is_id = PLAIN_ID.fullmatch(written) and len(written) <= 128
        codes = ("A004", "A001") if "," in written else ("A004",)  # a comma ends it, in flow
        expect = Read(("referential", "version"), written) if is_id else refused(*codes, line=2)
        yield Hostile(f"{short} as a version", "audit.yaml", version, expect)
        share = referential.replace('"100%"', written).encode()
        yield Hostile(f"{short} as a share", "referential.yaml", share, refused("R008"))
        years = referential.replace('"years": "3"', f'"years": {written}').encode()
        whole = re.fullmatch("[1-9][0-9]{0,2}", written)  # a decimal number of years
        expect = (
            Read(("validity", "years"), str(int(written)))
            if whole
            else refused("R009", *(("R001",) if "," in written else ()))
        )
        yield Hostile(f"{short} as years", "referential.yaml", years, expect)
    for written in ("1.10", "true", "-3", "1e400", "9" * 5_000, "0", "-0.0", "1E-7", "false"):
        short = written if len(written) <= 30 else f"{written[:6]}… of {len(written)}"
        yield Hostile(
            f"{short} in prose of JSON", "audit.json", json_prose(written), opinion(written)
        )
    for written in (
        "101%",
        "50 %",
        "50,0%",
        "0.5",
        "1/0",
        "2/1",
        "-1%",
        "1/2/3",
        "½",
        "٥٠%",
        "50％",
        "50%\\n",
        "1/" + "9" * 10,
        "9999%",
        "%",
        "/",
        "1 / 2",
        "50%%",
    ):
        yield Hostile(
            f"share {written}",
            "referential.yaml",
            referential.replace('"100%"', f'"{written}"').encode(),
            refused("R008"),
        )
    for written in ("0%", "100%", "1/3", "0/1", "000%", "999999999/999999999"):
        yield Hostile(
            f"share {written}",
            "referential.yaml",
            referential.replace('"100%"', written).encode(),
            Read(("levels", 0, "required"), written),
        )
    for written in (
        "0",
        "1000",
        "3.0",
        "-3",
        "+3",
        "٣",
        "３",
        " 3",
        "3 ",
        "3\\n",
        "trois",
        "1e1",
        "0x3",
    ):
        yield Hostile(
            f"years {written}",
            "referential.yaml",
            referential.replace('"years": "3"', f'"years": "{written}"').encode(),
            refused("R009"),
        )
    for written in ("FR", "french", "f", "fr-FR", "fr ", "fr\\n", "ﬀ", "1", "no0", "*"):
        yield Hostile(
            f"language {written}",
            "referential.yaml",
            referential.replace('"fr"', f'"{written}"').encode(),
            refused("R018"),
        )
    yield Hostile(
        "Norwegian is a language",
        "referential.yaml",
        referential.replace('"fr"', "no").encode(),
        Read(("language",), "no"),
    )


DATES: Final = (
    *("2026-02-30", "2026-13-01", "2026-00-10", "2026-10-00", "2025-02-29", "1900-02-29"),
    *("0000-01-01", "2026-04-31", "2026-10-32", "10000-01-01", "-2026-01-01", "+2026-10-12"),
    *("20260101", "2026-1-1", "2026-01-1", "26-01-01", "2026-W01-1", "2026W011", "2026-001"),
    *("2026-01", "2026", "2026/10/12", "12/10/2026", "12-10-2026", "12.10.2026", "2026.10.12"),
    *("12 octobre 2026", "2026-oct-12", "October 12, 2026", "lundi", "aujourd’hui", "today", "now"),
    *("2026-10-12T00:00", "2026-10-12T00:00:00Z", "2026-10-12 00:00:00", "2026-10-12+01:00"),
    *(" 2026-10-12", "2026-10-12 ", "2026-10-12\n", "\n2026-10-12", "2026-10-12\t", "2026 -10-12"),
    *("\u0662\u0660\u0662\u0666-\u0661\u0660-\u0661\u0662", "\uff12\uff10\uff12\uff16-10-12"),
    *("2026\u201310\u201312", "2026\u201110\u201112", "2026\u221210\u221212", "2026--10-12", "2026-10-12-"),
    *("0", "1", "1791763200", "-1", "1791763200000", "1e9", "NaT", "9999-99-99", "2026-10-1２"),
    *("\u200b2026-10-12", "2026-10-12\u200b", "2026-10-12 # note", "'2026-10-12'", "x" * 50_000),
    *("= 2026-10-12", "2026-10-12;", "2026-10-12,", "2026_10_12", "MMXXVI-X-XII", "2026-02-29"),
)  # fmt: skip


def dates() -> Iterator[Hostile]:
    for written in DATES:
        short = repr(written if len(written) <= 30 else f"{written[:6]}… of {len(written)}")
        bad = changed(AUDIT, ("decision", "decided_on"), written)
        yield Hostile(f"date {short}", "audit.json", dumped(bad), refused("A005"))
        bad = changed(REFERENTIAL, ("in_force", "from"), written)
        yield Hostile(
            f"date {short} in a referential", "referential.json", dumped(bad), refused("R005")
        )
    for written in ("2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"):
        for where, scalar in (("plain", written), ("quoted", f'"{written}"')):
            content = MINIMAL.replace("2026-10-12", scalar).encode()
            yield Hostile(
                f"date {written}, {where}",
                "audit.yaml",
                content,
                Read(("audited_on", "from"), written),
            )


# ── Keys ─────────────────────────────────────────────────────────────────────────────────────────


def duplicates() -> Iterator[Hostile]:
    for key, value in AUDIT.items():
        again = dumped(AUDIT)[:-1] + f", {json.dumps(key)}: {json.dumps(value)}}}".encode()
        for file_name in ("audit.json", "audit.yaml"):
            yield Hostile(f"{key} twice in {file_name}", file_name, again, refused("Y009", line=1))
    for path in paths(REFERENTIAL):
        if not isinstance(path[-1], str):
            continue
        marked = json.dumps(changed(REFERENTIAL, (*path[:-1], "~twice~"), at(REFERENTIAL, path)))
        content = marked.replace("~twice~", path[-1]).encode()
        file_name = "referential.json" if len(path) % 2 else "referential.yaml"
        yield Hostile(f"{shown(path)} twice", file_name, content, refused("Y009", line=1))
    written = {
        "escaped and plain": 'a: x\n"\\x61": y',
        "escaped twice": '"\\x61": x\n"\\u0061": y',
        "double and single quotes": "\"a\": x\n'a': y",
        "quoted and plain": '"a": x\na: y',
        "plain and after a ?": "a: x\n? a\n: y",
        "in a flow mapping": "k: {a: x, a: y}",
        "in a flow mapping of keys alone": "k: {a, a}",
        "that are empty": "a:\na:",
        "of the empty text": '"": x\n"": y',
        "far apart": "a: x\n" + "".join(f"b{n}: x\n" for n in range(3_000)) + "a: y",
        "with other values between": "a: {b: c}\nd: [e]\na: {b: c}",
        "in a list's mapping": "k:\n- a: x\n  a: y",
        "with trailing spaces": "a: x\na   : y",
        "of an accent": 'é: x\n"\\u00e9": y',
        "three times": "a: x\na: y\na: z",
        "of one criterion": f"{MINIMAL}findings:\n  PRE-01: {{status: met}}\n  PRE-01: {{status: not_met}}",
        "of one status": f"{MINIMAL}findings:\n  PRE-01:\n    status: met\n    status: not_met",
    }
    for name, text in written.items():
        yield Hostile(f"keys twice {name}", "audit.yaml", text.encode(), refused("Y009"))
    for name, text in {
        "escaped and plain": '{"a": 1, "\\u0061": 2}',
        "escaped in two ways": '{"/": 1, "\\/": 2}',
        "in a list's mapping": '{"k": [{"a": 1, "a": 1}]}',
        "of a pair and its character": '{"\U0001f33b": 1, "\\ud83c\\udf3b": 2}',
        "of the empty text": '{"": 1, "": 2}',
        "that are null": '{"a": null, "a": null}',
        "of mappings": '{"a": {}, "a": {}}',
        "of case": '{"format": "x", "A": {"a": 1, "A": 2, "a": 3}}',
    }.items():
        yield Hostile(f"JSON keys twice {name}", "audit.json", text.encode(), refused("Y009"))
    apart = {
        "1, 1.0, true and 0x1": "1: {}\n  1.0: {}\n  true: {}\n  0x1: {comment: x}",
        "a composed and a decomposed accent": "\u00e9: {}\n  e\u0301: {}\n  0x1: {comment: x}",
        "letters of two scripts": "A: {}\n  \u0410: {}\n  0x1: {comment: x}",
        "upper and lower case": "a: {}\n  A: {}\n  0x1: {comment: x}",
    }
    for name, text in apart.items():
        content = f"{MINIMAL}findings:\n  {text}\n".encode()
        yield Hostile(
            f"keys of {name} are not the same",
            "audit.yaml",
            content,
            Read(("findings", "0x1", "comment"), "x"),
        )
    for name, text in {
        "a list": "? [a]\n: x",
        "a mapping": "? {a: b}\n: x",
        "a list in flow": "k: {[a]: x}",
        "a mapping in flow": "k: {{a: b}: x}",
        "a block list": "?\n - a\n: x",
        "a template": "k: {{ name }}",
        "an empty list": "? []\n: x",
    }.items():
        yield Hostile(f"a key that is {name}", "audit.yaml", text.encode(), refused("Y013"))


# ── Shapes ───────────────────────────────────────────────────────────────────────────────────────


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def paths(data: Any, above: Path = ()) -> Iterator[Path]:
    """The path of everything in some plain data."""
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in children if isinstance(data, dict | list) else ():
        yield (*above, step)
        yield from paths(value, (*above, step))


def shown(path: Path) -> str:
    return ".".join(map(str, path))


WORDS: Final = ("kind", "status", "outcome", "event", "scope")
REQUIRED: Final = {
    "audit": ("referential", "referential.id", "referential.version", "organisation")
    + ("organisation.name", "kind", "audited_on", "audited_on.from", "auditors.0.name")
    + ("previous.last_day", "decision.outcome", "decision.decided_on", "events.0.event")
    + ("events.0.on",),
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


# ── Documents, directives, white space ───────────────────────────────────────────────────────────


def documents() -> Iterator[Hostile]:
    whole = prose("x").decode()
    empty = {
        "nothing": "", "a comment": "# Rien.\n", "a mark": "---\n", "a mark and an end": "---\n...\n",
        "spaces and newlines": " \n\n  \n", "a directive": "%YAML 1.1\n---\n",
        "a comment without newline": "#", "empty quotes": '""', "empty single quotes": "''",
        "an empty literal": "--- |\n", "an empty folded": "--- >-\n",
    }  # fmt: skip
    for name, text in empty.items():
        yield Hostile(f"only {name}", "audit.yaml", text.encode(), refused("Y003"))
    for name, text in {
        "a tab": "\t",
        "an end": "...\n",
        "a byte": "x",
        "a tilde": "--- ~\n",
        "null": "null",
        "an at": "@",
        "a dash": "-",
        "a colon": ":",
        "a question mark": "?",
        "a bracket": "[",
        "a brace": "{",
        "a quote": '"',
        "a bar": "|",
        "an exclamation mark": "!",
        "an ampersand": "&",
        "a star": "*",
        "a percent sign": "%",
    }.items():
        codes = (
            "Y003",
            "Y004",
            "Y006",
            "Y007",
            "Y014",
            "Y021",
            "Y030",
            "Y032",
            "Y033",
            "Y034",
            "Y036",
            "Y013",
        )
        yield Hostile(f"only {name}", "audit.yaml", text.encode(), refused(*codes, line=1))
    two = {
        "two documents": f"{whole}---\n{whole}",
        "a second mark": f"{whole}---\n",
        "an end and a second mark": f"{whole}...\n---\n",
        "two documents, the second empty": f"{whole}--- \n",
        "an empty first document": f"---\n---\n{whole}",
        "a thousand documents": f"{whole}---\n" * 1_000,
    }
    for name, text in two.items():
        yield Hostile(name, "audit.yaml", text.encode(), refused("Y005", "Y003", "Y014"))
    for name, text in {
        "an end": f"{whole}...\n",
        "an end and a comment": f"{whole}...\n# Fini.\n",
        "two ends": f"{whole}...\n...\n",
        "a mark first": f"---\n{whole}",
        "a mark and a comment first": f"--- # début\n{whole}",
        "comments first": f"# un\n\n# deux\n{whole}",
        "%YAML 1.1": f"%YAML 1.1\n---\n{whole}",
        "%YAML 1.2": f"%YAML 1.2\n---\n{whole}",
        "%TAG": f"%TAG !e! tag:e,2026:\n---\n{whole}",
        "no last newline": whole.rstrip("\n"),
        "a last comment": f"{whole}# fin",
        "last spaces": f"{whole}   \n  ",
        "every line indented": "".join(f"  {line}\n" for line in whole.splitlines()),
    }.items():
        yield Hostile(f"an audit with {name}", "audit.yaml", text.encode(), opinion("x"))
    bad = {
        "a text after the end": f"{whole}...\njunk\n",
        "%YAML 2.0": f"%YAML 2.0\n---\n{whole}",
        "%YAML x": f"%YAML x\n---\n{whole}",
        "%YAML 1": f"%YAML 1\n---\n{whole}",
        "%YAML twice": f"%YAML 1.1\n%YAML 1.1\n---\n{whole}",
        "%YAML of 5 000 digits": f"%YAML 1.{'1' * 5_000}\n---\n{whole}",
        "%YAML of 20 digits": f"%YAML {'1' * 20}.1\n---\n{whole}",
        "%TAG twice": f"%TAG !e! a:\n%TAG !e! b:\n---\n{whole}",
        "%TAG without a prefix": f"%TAG !e!\n---\n{whole}",
        "%TAG without a handle": f"%TAG\n---\n{whole}",
        "a directive without a mark": f"%YAML 1.1\n{whole}",
        "a directive in the middle": f"{whole}%YAML 1.1\n",
    }
    for name, text in bad.items():
        yield Hostile(
            f"an audit with {name}",
            "audit.yaml",
            text.encode(),
            refused("Y004", "Y005", "Y014", "Y030", "Y031", "Y032", "Y034", "Y036"),
        )
    for name, text in {
        "%YAML 1.3": "%YAML 1.3",
        "%YAML 1.0": "%YAML 1.0",
        "an unknown directive": "%FOO bar",
    }.items():
        content = f"{text}\n---\n{whole}".encode()
        # libyaml knows YAML 1.1 and 1.2 and no other directive; PyYAML passes over them.
        yield Hostile(f"an audit with {name}", "audit.yaml", content, refused("Y004"), opinion("x"))
    for name, text in {"a % alone": "%", "a directive that is not ASCII": "%é x"}.items():
        content = f"{text}\n---\n{whole}".encode()
        # PyYAML says of both what it says of the name of an anchor, and is taken at its word.
        yield Hostile(
            f"an audit with {name}", "audit.yaml", content, refused("Y004"), refused("Y004", "Y006")
        )
    broken = {
        "too deep a line": f"{MINIMAL}opinion: x\n  response: y\n",
        "a line to the left": f"{MINIMAL}findings:\n    PRE-01:\n  PRE-02:\n",
        "a list under a text": f"{MINIMAL}opinion: x\n- y\n",
        "a key without colon": f"{MINIMAL}opinion\n",
        "a key without space": f"{MINIMAL}opinion:x\n",
        "two values": f'{MINIMAL}opinion: "x" "y"\n',
        "a text after a quote": f'{MINIMAL}opinion: "x" y\n',
        "a closing bracket": f"{MINIMAL}opinion: ]\n",
        "a bracket closed by a brace": f"{MINIMAL}opinion: [x}}\n",
        "a brace closed by a bracket": f"{MINIMAL}opinion: {{x: y]\n",
        "an open bracket": f"{MINIMAL}auditors: [\nopinion: x\n",
        "an open quote": f'{MINIMAL}opinion: "x\n',
        "an open single quote": f"{MINIMAL}opinion: 'x\n",
        "two colons": f"{MINIMAL}opinion: note: x\n",
        "a reserved @": f"{MINIMAL}opinion: @x\n",
        "a reserved `": f"{MINIMAL}opinion: `x`\n",
        "a literal of indent 0": f"{MINIMAL}opinion: |0\n  x\n",
        "a literal of indent 10": f"{MINIMAL}opinion: |10\n  x\n",
        "a literal with a text": f"{MINIMAL}opinion: | x\n",
        "a mark inside quotes": f'{MINIMAL}opinion: "x\n---\n"\n',
        "an end inside quotes": f'{MINIMAL}opinion: "x\n...\n"\n',
        "a merge conflict": f"{MINIMAL}<<<<<<< HEAD\nopinion: x\n=======\nopinion: y\n>>>>>>> z\n",
        "a comma at the end of a value of flow": "a: {b: c,,}\n",
        "a > alone in flow": "a: [>]\n",
    }
    codes = ("Y003", "Y004", "Y012", "Y014", *(f"Y{n:03}" for n in range(30, 40)), "Y046", "Y048")
    for name, text in broken.items():
        yield Hostile(f"broken by {name}", "audit.yaml", text.encode(), refused(*codes))


def white_space() -> Iterator[Hostile]:
    tabs = {
        "a tab before a key": f"{MINIMAL}\topinion: x\n",
        "a tab as indentation": f"{MINIMAL}findings:\n\tPRE-01:\n\t\tstatus: met\n",
        "a tab after spaces": f"{MINIMAL}findings:\n  \tPRE-01: {{}}\n",
        "a tab before a dash": f"{MINIMAL}auditors:\n\t- name: x\n",
        "a tab after a dash": f"{MINIMAL}auditors:\n-\tname: x\n\torganisation: y\n",
    }
    for name, text in tabs.items():
        yield Hostile(name, "audit.yaml", text.encode(), refused("Y032", "Y004", "Y030", "Y036"))
    read = {
        "a tab inside quotes": ('"a\tb"', "a\tb"),
        "a tab in a literal text": ("|-\n  a\tb", "a\tb"),
        "a tab in a comment": ("x #\t", "x"),
        "a no-break space as a text": ("a\u00a0b", "a\u00a0b"),
        "CR in a literal text": ("|-\r  a\r  b", "a\nb"),
        "CRLF in a literal text": ("|-\r\n  a\r\n  b", "a\nb"),
        "CR, LF and CRLF in a literal text": ("|-\n  a\r  b\r\n  c\n  d", "a\nb\nc\nd"),
        "CRLF in a folded text": (">-\r\n  a\r\n  b", "a b"),
        "CRLF in quotes": ('"a\r\n  b"', "a b"),
        "CRLF and a blank line in quotes": ('"a\r\n\r\n  b"', "a\nb"),
        "CRLF in a plain text": ("a\r\n  b", "a b"),
        "LF then CR in quotes": ('"a\n\r  b"', "a\nb"),
        "an escaped CR": ('"a\\rb"', "a\rb"),
        "an escaped line break": ('"a\\\n  b"', "ab"),
        "an escaped CRLF": ('"a\\\r\n  b"', "ab"),
        "spaces kept in quotes": ('"  a  "', "  a  "),
        "newlines kept by |+": ("|+\n  a\n\n\n", "a\n\n\n\n"),
    }
    for name, (scalar, text) in read.items():
        yield Hostile(name, "audit.yaml", prose(scalar), opinion(text))
    whole = prose("x")
    for name, newline in (("CR", b"\r"), ("CRLF", b"\r\n"), ("LF CR", b"\n\r"), ("CR CR", b"\r\r")):
        yield Hostile(
            f"lines that end in {name}", "audit.yaml", whole.replace(b"\n", newline), opinion("x")
        )
        mistake = prose("@x").replace(b"\n", newline)
        line = ADDED if len(newline) == 1 or newline == b"\r\n" else 2 * ADDED - 1
        yield Hostile(
            f"a mistake where lines end in {name}",
            "audit.yaml",
            mistake,
            refused("Y032", line=line),
        )
        spaced = json.dumps(AUDIT, indent=1).encode().replace(b"\n", newline)
        yield Hostile(
            f"JSON lines that end in {name}", "audit.json", spaced, opinion(AUDIT["opinion"])
        )
    mixed = b"".join(
        line + end
        for line, end in zip(whole.splitlines(), (b"\r", b"\n", b"\r\n") * 9, strict=False)
    )
    yield Hostile("lines that end in each way", "audit.yaml", mixed, opinion("x"))
    yield Hostile(
        "JSON with tabs",
        "audit.json",
        json.dumps(AUDIT, indent="\t").encode(),
        opinion(AUDIT["opinion"]),
    )
    yield Hostile(
        "a tab on an empty line",
        "audit.yaml",
        f"{MINIMAL}\t\nopinion: x\n".encode(),
        refused("Y032"),
    )
    for name, space in (("a form feed", "\f"), ("a vertical tab", "\v")):
        yield Hostile(
            f"{name} between JSON values",
            "audit.json",
            space.encode() + json_prose('"x"'),
            refused("Y002"),
        )
    for name, space in (
        ("a no-break space", "\xa0"),
        ("a line separator", "\u2028"),
        ("a zero-width space", "\u200b"),
    ):
        yield Hostile(
            f"{name} between JSON values",
            "audit.json",
            space.encode() + json_prose('"x"'),
            refused("Y042"),
        )
        yield Hostile(
            f"{name} as indentation",
            "audit.yaml",
            f"{MINIMAL}findings:\n{space}PRE-01: {{}}\n".encode(),
            refused("A001", "A003", "Y031", "Y032", "Y036", "Y004"),
        )


def tabs() -> Iterator[Hostile]:
    """Tabs as white space, which YAML 1.2 and libyaml read and PyYAML's own parser does not."""
    read = {
        "a tab inside a text": (prose("a\tb"), "a\tb"),
        "a tab before a comment": (prose("x\t# note"), "x"),
        "a tab after quotes": (prose('"x"\t'), "x"),
        "a tab after a colon": (prose("\tx"), "x"),
        "a tab between a key and its colon": (f"{MINIMAL}opinion\t: x\n".encode(), "x"),
        "a tab in flow": (prose("x") + b"auditors: [\t{name:\tx}\t]\n", "x"),
        "JSON with tabs called YAML": (json.dumps(AUDIT, indent="\t").encode(), "Favorable."),
    }
    for name, (content, text) in read.items():
        yield Hostile(name, "audit.yaml", content, opinion(text), refused("Y032"))
    # The other way round: libyaml refuses a tab while it does not know the indentation yet.
    yield Hostile(
        "a tab that starts a literal text",
        "audit.yaml",
        prose("|-\n  \ta"),
        refused("Y032"),
        opinion("\ta"),
    )


# ── Texts that mean something elsewhere ──────────────────────────────────────────────────────────

TEXTS: Final = {
    "a Jinja expression": "{{ 7*7 }}",
    "a Jinja statement": "{% for x in range(99999) %}{% endfor %}",
    "a Jinja comment": "{# x #}",
    "a Jinja escape": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a format field": "{0.__class__} %s %(x)s",
    "a script": "<script>alert(1)</script>",
    "an image": '<img src=x onerror="alert(1)">',
    "an entity": "&lt;b&gt; &#0; &amp;amp;",
    "a comment of HTML": "<!-- --><![CDATA[ ]]>",
    "a link": "[x](javascript:alert(1))",
    "a table": "| a | b |\n|---|---|",
    "a heading": "# Titre\n===",
    "a fence": "```\n~~~\n```",
    "a shell": "$(id); `id` && rm -rf / | cat > x",
    "a variable": "$HOME ${HOME} %PATH%",
    "a formula": '=cmd|"/c calc"!A1',
    "an @ formula": "@SUM(1+1)",
    "SQL": "'; DROP TABLE audits; --",
    "a workflow command": "::error file=x::y",
    "LaTeX": "\\input{/etc/passwd} $x^2$ \\\\",
    "Typst": '#read("/etc/passwd") #import "x"',
    "XML": '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    "a path": "../../../../etc/passwd",
    "a URL": "file:///etc/passwd?x=1#y",
    "an escape sequence as text": "\\x1b[31m \\u0000 \\e[0m",
    "YAML inside": "a: b\n- c: &d [*d, !!int 3]\n---\n...",
    "JSON inside": '{"a": [1, null, "\\u0000"]}',
    "quotes of every sort": "\"' « » “ ” ‘ ’ ` ´",
    "the words of YAML": "null ~ yes no true",
    "only a digit": "0",
    "only a dash": "-",
    "only a point": ".",
    "dashes": "---",
    "points": "...",
    "a Python literal": "__import__('os').system('id')",
    "a long line": "mot " * 20_000 + "fin",
}


def texts() -> Iterator[Hostile]:
    for name, text in TEXTS.items():
        yield Hostile(f"{name} in quotes", "audit.yaml", prose(quoted(text)), opinion(text))
        yield Hostile(f"{name} in JSON", "audit.json", json_prose(quoted(text)), opinion(text))
        single = text.replace("'", "''").replace("\n", "\n\n  ")
        yield Hostile(f"{name} in single quotes", "audit.yaml", prose(f"'{single}'"), opinion(text))
        literal = "|-\n" + "".join(f"  {line}\n" for line in text.split("\n"))
        yield Hostile(f"{name} in a literal text", "audit.yaml", prose(literal), opinion(text))
    for name in ("a script", "a shell", "a URL", "only a digit", "SQL"):
        text = TEXTS[name]
        plain = text.lstrip("'\"")
        if " #" not in plain and ": " not in plain:
            yield Hostile(f"{name} as a plain text", "audit.yaml", prose(plain), opinion(plain))


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────


def json_syntax() -> Iterator[Hostile]:
    values = {
        "NaN": "Y042", "Infinity": "Y042", "-Infinity": "Y042", "nan": "Y042", "+1": "Y042",
        "01": "Y042", "-01": "Y042", "1.": "Y042", ".5": "Y042", "1e": "Y042", "1e+": "Y042",
        "0x1F": "Y042", "1_000": "Y042", "--1": "Y042", "-": "Y042", "True": "Y042", "TRUE": "Y042",
        "None": "Y042", "nul": "Y042", "nulll": "Y042", "undefined": "Y042", "'x'": "Y042",
        "x": "Y042", "`x`": "Y042", "é": "Y042", "\u0661": "Y042", "\uff11": "Y042", "1\u0661": "Y042",
        "1 2": "Y040", '"a" "b"': "Y040", '"a': "Y043", '"a\\': "Y043", '"\\u"': "Y043",
        '"\\u00"': "Y043", '"\\u 041"': "Y043", '"\\u+041"': "Y043", '"\\u0_41"': "Y043", "[1,]": "Y042",
        "[,1]": "Y042", "[,]": "Y042", "[1": "Y040", "[1,": "Y042", "[1 2]": "Y040", "[1}": "Y040",
        "[": "Y042", "{": "Y040", '{"a"': "Y040", '{"a":': "Y042", '{"a":1': "Y040", '{"a":1,': "Y041",
        '{"a":1,}': "Y041", "{,}": "Y041", '{"a" 1}': "Y040", '{"a"::1}': "Y042", "{a:1}": "Y041",
        "{'a':1}": "Y041", "{1:1}": "Y041", "{null:1}": "Y041", "{[]:1}": "Y041", '{"a":1]': "Y040",
        '{"a":1 "b":2}': "Y040", "/* x */ 1": "Y042", "1 /* x */": "Y040", "1 // x\n": "Y040",
        "# x\n1": "Y042", "*": "Y042", "...": "Y042", "": "Y042", "\\u0031": "Y042", "1,2": "Y041",
        "<!-- -->": "Y042", "!!int 3": "Y042", "&a 1": "Y042", "1e5.5": "Y042", "1.5.5": "Y042",
        "1-2": "Y042", "true1": "Y042", "-Inf": "Y042", "$1": "Y042", "@x": "Y042", "0b1": "Y042",
    }  # fmt: skip
    for written, code in values.items():
        yield Hostile(
            f"JSON value {written!r}",
            "audit.json",
            json_prose(written),
            refused(code, line=1 if "\n" not in written else None),
        )
    tops = {
        "null": "Y003", "true": "Y014", "1": "Y014", '"text"': "Y014", '""': "Y003", "[]": "Y014",
        "[{}]": "Y014", "{}": "Y021", "": "Y003", " ": "Y003", "{": "Y041", "}": "Y042", "]": "Y042",
        "{}{}": "Y044", "{} {}": "Y044", "{},": "Y044", "{}]": "Y044", "{}x": "Y044", "{}//": "Y044",
        "[[[[[[[[]]]]]]]]": "Y014", "NaN": "Y042", "// x\n{}": "Y042", "# x": "Y042", ",": "Y042",
        ":": "Y042", "--- {}": "Y042", '"a': "Y043", "\\": "Y042", "'": "Y042", "-": "Y042",
        '{"a":{}}{"b":{}}': "Y044", "{}\n{}": "Y044", "{}\n": "Y021", "[1][2]": "Y014", "nullnull": "Y042",
    }  # fmt: skip
    for written, code in tops.items():
        yield Hostile(f"JSON {written!r}", "audit.json", written.encode(), refused(code))
    read = {
        r'"a\/b"': "a/b", r'"\u00e9"': "é", r'"\u00E9"': "é", r'"\ud83c\udf3b"': "\U0001f33b",
        r'"\"\\\/\n\r\t"': '"\\/\n\r\t', "0": "0", "-0": "-0", "1e5": "1e5", "1E+5": "1E+5",
        "-1.50e-07": "-1.50e-07", "true": "true", "false": "false", '"null"': "null", '"\u2028"x': "",
        '"\x7e"': "~", '"Infinity"': "Infinity", '"\u00a0x"': "\u00a0x",
    }  # fmt: skip
    for written, text in read.items():
        if text:
            yield Hostile(
                f"JSON value {written!r} is read", "audit.json", json_prose(written), opinion(text)
            )
    yield Hostile("JSON concatenated", "audit.json", dumped(AUDIT) * 2, refused("Y044"))
    yield Hostile(
        "JSON lines in one .json",
        "audit.json",
        dumped(AUDIT) + b"\n" + dumped(AUDIT),
        refused("Y044"),
    )
    yield Hostile("JSON without its last brace", "audit.json", dumped(AUDIT)[:-1], refused("Y040"))
    yield Hostile("JSON in a file of no name", "audit", dumped(AUDIT), opinion(AUDIT["opinion"]))
    yield Hostile("YAML in a file of no name", "audit", prose("x"), opinion("x"))
    yield Hostile("YAML in a file called JSON", "audit.json", prose("x"), refused("Y042"))
    yield Hostile(
        "JSON in a file called YAML", "audit.yaml", dumped(AUDIT), opinion(AUDIT["opinion"])
    )
    yield Hostile(
        "JSON with pairs in a file called YAML",
        "audit.yaml",
        json_prose('"\\ud83c\\udf3b"'),
        refused("Y002", "Y035"),
    )
    yield Hostile(
        "JSON after a mark in a file of no name",
        "audit",
        b"\xef\xbb\xbf" + dumped(AUDIT),
        opinion(AUDIT["opinion"]),
    )
    for cut in range(1, 40):
        content = dumped(AUDIT)[: cut * 20]
        while content and content[-1] >= 0x80:  # not in the middle of a character
            content = content[:-1]
        codes = ("Y040", "Y041", "Y042", "Y043", "Y045")
        yield Hostile(f"JSON cut after {cut * 20} bytes", "audit.json", content, refused(*codes))


FAMILIES: Final = (
    bombs, tags, depths, sizes, encodings, controls, surrogates, characters, identifiers, scalars,
    dates, duplicates, shapes, documents, white_space, tabs, texts, json_syntax,
)  # fmt: skip

CASES: Final = tuple(case for family in FAMILIES for case in family())
