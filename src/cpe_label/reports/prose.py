"""Free text as its author laid it out: paragraphs, and simple lists, and nothing else."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from .document import Bullets, Paragraph, Prose

_BREAKS: Final = re.compile(r"\r\n?|\n")
_WHITE: Final = r"\t\r\n\f\v\x85\u2028\u2029"
_BLANKS: Final = re.compile(f"[ {_WHITE}]+")
_POINT: Final = re.compile(r"\s*[-*•–]\s+(?=\S)")
_NUMBER: Final = re.compile(r"\s*[0-9]{1,3}[.)]\s+(?=\S)")


def prose(text: str) -> tuple[Prose, ...]:
    """The paragraphs and lists of a text.

    A blank line ends a paragraph. Two lines or more, one after the other, that start with a dash,
    a star or a bullet make a list, and with a number and its dot or bracket a numbered one; a
    line that is set in goes on with the item above it.
    """
    if "\n" not in text and "\r" not in text:  # most texts are one line, which is no list
        line = one_line(text)
        return (Paragraph(line, quoted=True),) if line else ()
    return tuple(part for lines in _chunks(text) for part in _parts(lines))


def points(texts: Iterable[str]) -> tuple[str, ...]:
    """The items of a list, without the marks that their author wrote: the list has its own.

    A text that is nothing but a list gives its items.
    """
    return tuple(item for text in texts for item in _items_of(text))


def _items_of(text: str) -> tuple[str, ...]:
    found = prose(text)
    if len(found) == 1 and isinstance(found[0], Bullets) and not found[0].numbered:
        return found[0].items
    marked = [line for line in _BREAKS.split(text) if _POINT.match(line)]
    return (_POINT.sub("", text, count=1),) if len(marked) == 1 and _POINT.match(text) else (text,)


def one_line(text: str) -> str:
    """The text with each run of blanks and line ends as one space."""
    if "  " in text or "\t" in text or len(text.splitlines()) > 1:  # few texts have any
        text = _BLANKS.sub(" ", text)
    return text.strip()


def _chunks(text: str) -> Iterator[list[str]]:
    lines = _BREAKS.split(text)
    for blank, run in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield list(run)


def _parts(lines: list[str]) -> Iterator[Prose]:
    for mark, run in groupby(_items(lines), key=_mark):
        items = list(run)
        if mark is None or len(items) < 2:
            broken = tuple(map(one_line, items)) if len(items) > 1 else ()
            yield Paragraph(one_line(" ".join(items)), quoted=True, lines=broken)
        else:
            texts = tuple(one_line(mark.sub("", item, count=1)) for item in items)
            yield Bullets(texts, numbered=mark is _NUMBER, quoted=True)


def _items(lines: list[str]) -> Iterator[str]:
    """Each item with the lines that go on with it."""
    whole = ""
    for line in lines:
        goes_on = line[:1].isspace() and _mark(whole) is not None and _mark(line) is None
        if whole and not goes_on:
            yield whole
            whole = line
        else:
            whole = f"{whole} {line.strip()}" if whole else line
    yield whole


def _mark(line: str) -> re.Pattern[str] | None:
    return next((mark for mark in (_POINT, _NUMBER) if mark.match(line)), None)
