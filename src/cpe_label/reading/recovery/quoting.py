"""Quotes: where a text between quotes ends, what was meant by too many, and how to add them."""

from collections.abc import Iterator

from ...problems.fix import Change

_CLOSING = frozenset(" \t,;.:!?)]}…»\r\n")
_OPENING = frozenset(" \t([«'\u2019-")


def end_of_quotes(text: str, at: int) -> int:
    """The offset behind the quote that closes what opens at `at`; -1 if nothing closes it."""
    quote, here = text[at], at + 1
    while (end := text.find(quote, here)) >= 0:
        if quote == "'":
            if not text.startswith("''", end):
                return end + 1
            here = end + 2
            continue
        before = end
        while before > at + 1 and text[before - 1] == "\\":
            before -= 1
        if (end - before) % 2 == 0:
            return end + 1
        here = end + 1
    return -1


def quoted(text: str, start: int, end: int) -> list[Change]:
    """Put a piece of a text between quotes, so that it is read as it stands."""
    piece = text[start:end]
    if '"' not in piece and "\\" not in piece:
        return [Change(start, start, '"'), Change(end, end, '"')]
    if "'" not in piece:
        return [Change(start, start, "'"), Change(end, end, "'")]
    escapes = [Change(at, at, "\\") for at in range(start + 1, end) if text[at] in '"\\']
    opening = Change(start, start, '"\\' if piece[0] in '"\\' else '"')
    return [opening, *escapes, Change(end, end, '"')]


def requoted(text: str, start: int, end: int) -> list[Change] | None:
    """Mend a text between quotes that holds the same quote; None if no reading is certain."""
    quote, other = text[start], "'" if text[start] == '"' else '"'
    inner = list(_alone(text, start + 1, end - 1))
    if not (_are_apostrophes(text, inner) if quote == "'" else _are_pairs(text, inner, start, end)):
        return None
    body = text[start + 1 : end - 1]
    if other not in body and "\\" not in body and "''" not in body:
        return [Change(start, start + 1, other), Change(end - 1, end, other)]
    return [Change(at, at, "'" if quote == "'" else "\\") for at in inner]


def _alone(text: str, start: int, end: int) -> Iterator[int]:
    """Where the quote stands alone between two offsets, and would close the text."""
    quote, at = text[start - 1], start
    while at < end:
        escape = "\\" if quote == '"' else "''"
        if text.startswith(escape, at, end):
            at += 2
        else:
            if text[at] == quote:
                yield at
            at += 1


def _are_apostrophes(text: str, inner: list[int]) -> bool:
    return bool(inner) and all(text[at - 1].isalnum() and text[at + 1].isalnum() for at in inner)


def _are_pairs(text: str, inner: list[int], start: int, end: int) -> bool:
    """Whether inner quotes open and close in turn, as around a word."""
    if not inner or len(inner) % 2:
        return False
    return all(
        (at == start + 1 or text[at - 1] in _OPENING) and not text[at + 1].isspace()
        if number % 2 == 0
        else not text[at - 1].isspace() and (at + 2 == end or text[at + 1] in _CLOSING)
        for number, at in enumerate(inner)
    )


def closes_a_word(text: str, end: int) -> bool:
    """Whether the quote before `end` looks like one that closes."""
    return text[end : end + 1] in _CLOSING
