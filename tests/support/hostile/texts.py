"""Texts that mean something elsewhere: in templates, shells, pages."""

from collections.abc import Iterator
from typing import Final

from support.hostile.case import Hostile, opinion
from support.hostile.files import json_prose, prose, quoted

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
