"""Brackets and blocks inside one another."""

from collections.abc import Iterator
from typing import Final

from support.hostile.case import Hostile, opinion, refused
from support.hostile.files import prose

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
