"""Slips of syntax in JSON, and JSON that is unusual and sound."""

# ruff: noqa: E501

from collections.abc import Iterator

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import AUDIT, dumped, json_prose, prose


def json_syntax() -> Iterator[Hostile]:
    values = {
        "NaN": "Y042", "Infinity": "Y042", "-Infinity": "Y042", "nan": "Y042", "+1": "Y042",
        "01": "Y042", "-01": "Y042", "1.": "Y042", ".5": "Y042", "1e": "Y042", "1e+": "Y042",
        "0x1F": "Y042", "1_000": "Y042", "--1": "Y042", "-": "Y042", "True": "Y042", "TRUE": "Y042",
        "None": "Y042", "nul": "Y042", "nulll": "Y042", "undefined": "Y042", "'x'": "Y042",
        "x": "Y042", "`x`": "Y042", "é": "Y042", "\u0661": "Y042", "\uff11": "Y042", "1\u0661": "Y042",
        "1 2": "Y040", '"a" "b"': "Y040", '"a': "Y043", '"a\\': "Y043", '"\\u"': "Y043",
        '"\\u00"': "Y043", '"\\u 041"': "Y043", '"\\u+041"': "Y043", '"\\u0_41"': "Y043", "[1,]": "Y060",
        "[,1]": "Y042", "[,]": "Y042", "[1": "Y040", "[1,": "Y042", "[1 2]": "Y040", "[1}": "Y040",
        "[": "Y042", "{": "Y040", '{"a"': "Y040", '{"a":': "Y042", '{"a":1': "Y040", '{"a":1,': "Y060",
        '{"a":1,}': "Y060", "{,}": "Y041", '{"a" 1}': "Y040", '{"a"::1}': "Y042", "{a:1}": "Y041",
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
