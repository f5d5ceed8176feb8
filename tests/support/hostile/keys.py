"""Keys that are written twice, and keys that are not texts."""

# ruff: noqa: E501

import json
from collections.abc import Iterator

from support.hostile.case import Hostile, Read, refused
from support.hostile.files import AUDIT, REFERENTIAL, at, changed, dumped, paths, shown
from support.written import MINIMAL


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
