"""The two syntaxes that files are written in, YAML and JSON, each read into plain data.

YAML is read as events only: no constructor ever runs, so no text becomes a date, a number or an
object. JSON has a reader of its own, which gives the same events, because YAML reads some JSON
texts otherwise (surrogate pairs, tabs, long keys).
"""

import re
from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml import DocumentStartEvent, ScalarEvent, StreamEndEvent

from ..problems.exceptions import DataError
from ..problems.source import Source
from .builder import DEEPEST, Builder, Plain
from .files import character_name, forbidden_character, stop_at
from .yaml_recovery import diagnose

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What a parser raises for what it cannot read.
_REFUSED: Final = (yaml.YAMLError, ValueError, OverflowError)

# What the YAML parser says, in part, and the problem that a person is told.
_YAML_MISTAKES: Final[tuple[tuple[str, str], ...]] = (
    ("mapping values are not allowed", "Y030"),
    ("could not find expected ':'", "Y031"),
    ("cannot start any token", "Y032"),
    ("unexpected end of stream", "Y033"),
    ("expected ',' or", "Y034"),
    ("escape", "Y035"),
    ("hexdec", "Y035"),
    ("alphabetic or numeric", "Y006"),
    ("comment or line break", "Y038"),
    ("comment or a line break", "Y038"),
    ("chomping or indentation", "Y038"),
    ("entries are not allowed", "Y039"),
    ("mapping keys are not allowed", "Y039"),
    ("expected key", "Y036"),
    ("expected <block end>", "Y036"),
    ("expected '-' indicator", "Y036"),
    ("tab character", "Y032"),
)

# Where it opens says more than where it was missed.
_TOLD_WHERE_IT_OPENS: Final = frozenset(("Y006", "Y031", "Y033"))

# What may be wrong of a bracket by where it opens: too deep, a key, the whole file.
_WRONG_BRACKET: Final = frozenset(("Y010", "Y013", "Y014"))

_STRANGE_BREAKS: Final = (0x85, 0x2028, 0x2029)
# What YAML refuses raw, beside what no text may hold.
_NOT_YAML: Final = re.compile("[\ufeff\ufffe\uffff]")


def _read_yaml(source: Source) -> Plain:
    stand_in, back = _stand_ins(source.text)
    text = source.text.translate(stand_in) if stand_in else source.text
    try:
        return _read_events(text, back, source)
    except _REFUSED as error:
        bracket = _wrong_bracket(error, text, back, source)
        raise bracket or _yaml_problem(error, source) from None


def _read_events(text: str, back: dict[int, int], source: Source) -> Plain:
    loader = _Loader(text)
    loader.get_event()  # the stream opens
    opening = loader.get_event()
    if isinstance(opening, StreamEndEvent):
        raise stop_at(source, "Y003", 0)
    plain = Builder(source).build(_restored(loader.get_event, back))
    loader.get_event()  # the document closes
    following = loader.get_event()
    if isinstance(following, DocumentStartEvent):
        mark: Any = following.start_mark
        raise stop_at(source, "Y005", mark.index)
    return plain


def _wrong_bracket(
    error: Exception, text: str, back: dict[int, int], source: Source
) -> DataError | None:
    """The problem of a bracket before the place where the parser stopped.

    A parser reads on along a line before it gives the bracket that opened there, because a colon
    would make a key of it, and some parsers have a limit of depth of their own: they stop before
    the builder has seen how deep the brackets are. What comes before is read again by itself.
    """
    before = text[: min((mark.index for mark in _marks(error)), default=0)]
    if before.count("[") + before.count("{") < DEEPEST:
        return None
    try:
        _read_events(before, back, source)
    except DataError as found:
        wrong = any(one.code in _WRONG_BRACKET for one in found.problems)
        return found if wrong else None
    except _REFUSED:
        pass
    return None


def _stand_ins(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Characters that YAML takes for line breaks and editors do not, each to one it leaves alone.

    They are put back in the texts that were read, so that prose stays as it was written.
    """
    strange = [code for code in _STRANGE_BREAKS if chr(code) in text]
    written = text.lower() if strange else ""  # raw, or by its number after a backslash
    free = (
        code
        for code in range(0xE000, 0xF8FF)
        if chr(code) not in written and f"{code:x}" not in written
    )
    stand_in = dict(zip(strange, free, strict=False))
    return stand_in, {new: old for old, new in stand_in.items()}


def _restored(next_event: Callable[[], Any], back: dict[int, int]) -> Callable[[], Any]:
    if not back:
        return next_event

    def restored() -> Any:
        event = next_event()
        if isinstance(event, ScalarEvent):
            event.value = event.value.translate(back)
        return event

    return restored


def _yaml_problem(error: Exception, source: Source) -> DataError:
    if forbidden := forbidden_character(source):
        return forbidden
    if refused := _NOT_YAML.search(source.text):
        name = character_name(refused[0])
        return stop_at(source, "Y002", refused.start(), character=name)
    said = str(getattr(error, "problem", None) or error)
    code = next((code for part, code in _YAML_MISTAKES if part in said), "Y004")
    marks = _marks(error)
    if code in _TOLD_WHERE_IT_OPENS:
        marks.reverse()
    at = marks[0].index if marks else 0
    if meant := diagnose(code, at, source.text, _Loader(source.text)):
        return stop_at(source, meant.code, meant.at, **meant.arguments)
    return stop_at(source, code, at)


def _marks(error: Exception) -> list[Any]:
    """Where the parser stopped, and where what it was reading opens, as far as it says so."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    return [mark for mark in marks if mark is not None]
