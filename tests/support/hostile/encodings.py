"""Bytes that are not UTF-8, and control characters."""

from collections.abc import Iterator
from typing import Final

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import ADDED, AUDIT, dumped, json_prose, prose
from support.written import MINIMAL


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
        yield Hostile(name, "audit.yaml", content, refused("Y001", line=1))
        yield Hostile(f"{name} as JSON", "audit.json", content, refused("Y001", line=1))
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
