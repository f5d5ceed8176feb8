"""Spaces, tabs and line ends."""

import json
from collections.abc import Iterator

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import ADDED, AUDIT, json_prose, prose
from support.written import MINIMAL


def white_space() -> Iterator[Hostile]:
    tabs = {
        "a tab before a key": f"{MINIMAL}\topinion: x\n",
        "a tab as indentation": f"{MINIMAL}findings:\n\tPRE-01:\n\t\tstatus: met\n",
        "a tab after spaces": f"{MINIMAL}findings:\n  \tPRE-01: {{}}\n",
        "a tab before a dash": f"{MINIMAL}auditors:\n\t- name: x\n",
        "a tab after a dash": f"{MINIMAL}auditors:\n-\tname: x\n\torganisation: y\n",
    }
    for name, text in tabs.items():
        yield Hostile(
            name, "audit.yaml", text.encode(), refused("Y032", "Y054", "Y004", "Y030", "Y036")
        )
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
        refused("Y054", line=ADDED),
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
            refused("Y047" if space == "\xa0" else "Y042"),
        )
        yield Hostile(
            f"{name} as indentation",
            "audit.yaml",
            f"{MINIMAL}findings:\n{space}PRE-01: {{}}\n".encode(),
            refused("A001", "A003", "Y031", "Y032", "Y036", "Y004", "Y047"),
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
