"""The two readers of JSON side by side, and broken lines to try them on."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from cpe_label.problems.exceptions import DataError
from cpe_label.problems.source import Source
from cpe_label.reading.builder import Plain
from cpe_label.reading.document import read_plain
from cpe_label.reading.json_events import read_with_places
from cpe_label.reading.json_syntax import read_json
from support.hostile import AUDIT, CASES
from support.shipped import EXAMPLES

LONGEST = 40_000
PIECES = (
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        "\\",
        "\\u0007",
        "\\ud83c\\udf3b",
        "\\ud800",
        "\\b",
        "\\/",
    ),
    *(
        "null",
        "true",
        "false",
        '""',
        "NaN",
        "-Infinity",
        "1e400",
        "01",
        "-0",
        "9" * 5000,
        "{}",
        "[]",
    ),
    *(",}", ",]", '"a":1,', '"a":null,', '"a":"",', "\x00", "\x7f", "\x85", "\xa0", "\u202f"),
    *("\ufeff", "\u2028", "é", "😀", "[" * 40, "]" * 40, '{"a":' * 33, "}" * 33, " ", "\t", "\n"),
)


def answer_of(read: Callable[[Source], Plain], text: str) -> Any:
    """What a reader gives: data, empty keys and the place of each thing, or problems."""
    try:
        plain = read(Source("a.jsonl", text, first_line=3))
    except DataError as error:
        return error.problems
    empty = sorted((places_of(plain, mapping), key) for mapping, key in plain.empty_keys)
    places = [(path, plain.source.locate(path)) for path in paths(plain.data)]
    return plain.data, empty, plain.problems, plain.source.start, places


def places_of(plain: Plain, mapping: dict[str, Any]) -> str:
    """The path of a mapping, as a text that sorts."""
    found = (path for path in paths(plain.data) if at(plain.data, path) is mapping)
    return str(next(found))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def paths(data: Any) -> Iterator[tuple[Any, ...]]:
    """The path of everything in plain data, the whole first."""
    yield ()
    inside = data.items() if isinstance(data, dict) else enumerate(data or ())
    for key, value in inside if isinstance(data, (dict, list)) else ():
        yield from ((key, *path) for path in paths(value))


def disagreement(text: str) -> str | None:
    """What differs between the two readers; None where they agree."""
    one, other = answer_of(read_json, text), answer_of(read_with_places, text)
    return None if one == other else f"{text[:200]!r}: {str(one)[:300]} is not {str(other)[:300]}"


def hostile_texts() -> Iterator[str]:
    """Each hostile case that is text, as if it were JSON."""
    for case in CASES:
        if isinstance(case.recipe, bytes) and len(case.recipe) < LONGEST:
            yield case.recipe.decode("utf-8", "replace")


def mutated_lines(seed: int, count: int) -> Iterator[str]:
    """Lines of JSON in which something was put, taken away or doubled."""
    chance = random.Random(seed)
    small = {**AUDIT, "comment": None, "events": [], "opinion": "", "a": [None, "", True, 1.5]}
    whole = [read_plain(Source(path.name, path.read_text("utf-8"))).data for path in EXAMPLES[:1]]
    lines = [json.dumps(one, ensure_ascii=ascii_) for one in (small, *whole) for ascii_ in (0, 1)]
    for number in range(count):
        line = lines[number % 2] if number % 40 else chance.choice(lines)
        for _ in range(chance.choice((1, 1, 2, 4))):
            start = chance.randrange(len(line) + 1)
            end = start + chance.choice((0, 0, 1, 2, 12))
            again = line[start:end] * 2 if chance.random() < 0.2 else chance.choice(PIECES)
            line = line[:start] + again + line[end:]
        yield line
