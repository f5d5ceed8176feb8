"""Document marks, directives, and text before and after a document."""

# ruff: noqa: E501

from collections.abc import Iterator

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import prose
from support.written import MINIMAL


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
    codes = (
        "Y003",
        "Y004",
        "Y012",
        "Y014",
        *(f"Y{n:03}" for n in range(30, 40)),
        "Y046",
        "Y048",
        "Y050",
    )
    for name, text in broken.items():
        yield Hostile(f"broken by {name}", "audit.yaml", text.encode(), refused(*codes))
