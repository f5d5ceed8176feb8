"""Long texts and large files."""

# ruff: noqa: PLR0915, PLW0108

from collections.abc import Callable, Iterator

from support.hostile.case import HUGE, MEGABYTE, Expected, Hostile, Read, opinion, refused
from support.hostile.counts import counts
from support.hostile.files import ADDED, AUDIT, dumped, json_prose, prose
from support.written import MINIMAL


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
