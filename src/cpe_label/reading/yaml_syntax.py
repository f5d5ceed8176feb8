"""YAML, read as events only.

No constructor runs, so no text becomes a date, a number or an object.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml import DocumentStartEvent, ScalarEvent, StreamEndEvent

from ..problems.exceptions import DataError
from ..problems.problem import is_error
from ..problems.source import Source
from ..text.display import character_name
from ..text.paths import DEEPEST
from .builder import Builder, Plain
from .files import forbidden_character, stop_at
from .trail import NextEvent

if TYPE_CHECKING:
    from .recovery.slips import Slip

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What a parser raises for what it cannot read.
_REFUSED: Final = (yaml.YAMLError, ValueError, OverflowError)

# A part of the message of the YAML parser, and the problem that is reported.
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

# These are reported where the text or the bracket starts, not where the parser stopped.
_REPORTED_AT_START: Final = frozenset(("Y006", "Y031", "Y033"))

# The problems of a bracket that depend on where it starts: too deep, a key, the whole file.
_WRONG_BRACKET: Final = frozenset(("Y010", "Y013", "Y014"))

# `{?status: met}`: some parsers drop the mark, others take it for a letter of the key.
_MARK_AND_WORD: Final = re.compile(r"\?(?=\w)(?<=[{,\s]\?)")

_STRANGE_BREAKS: Final = (0x85, 0x2028, 0x2029)
# Characters that YAML refuses, beside those that no text may contain.
_NOT_YAML: Final = re.compile("[\ufeff\ufffe\uffff]")


def read_yaml(source: Source) -> Plain:
    """Read a text that is YAML into plain data, with places.

    What is refused is read again with every slip mended that has one certain reading. Raises
    DataError with the problems of syntax, or with every problem of what was read.
    """
    try:
        plain = read_strictly(source)
    except DataError as error:
        slips = slips_of(source)
        if not slips:
            raise error from None
        return read_mended(source, slips)
    is_doubtful = any(map(is_error, plain.problems)) or _has_mark_and_word(source.text)
    slips = slips_of(source) if is_doubtful else ()
    return read_mended(source, slips) if slips else plain


def _has_mark_and_word(text: str) -> bool:
    return "?" in text and _MARK_AND_WORD.search(text) is not None


def slips_of(source: Source) -> "Sequence[Slip]":
    """Every slip of a text that has one certain reading."""
    from .yaml_recovery import slips_in  # a sound file needs none of it

    return () if forbidden_character(source) else slips_in(source.text)


def read_mended(source: Source, slips: "Sequence[Slip]") -> Plain:
    """Read a text with its slips mended.

    Raises DataError with every slip, and what is refused beside them.
    """
    from .yaml_recovery import recovered

    return recovered(source, slips, read_strictly)


def read_strictly(source: Source) -> Plain:
    """Read a text as it stands. Raises DataError with the problems of syntax."""
    stand_in, back = _stand_ins(source.text)
    text = source.text.translate(stand_in) if stand_in else source.text
    if text.endswith(" ") and text.rstrip(" ").endswith(("\n", "\r")):
        text += "\n"  # else a parser drops the end of the last line of a text
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
    plain = Builder(source, events_of).build(_restored(loader.get_event, back))
    loader.get_event()  # the document closes
    following = loader.get_event()
    if isinstance(following, DocumentStartEvent):
        mark: Any = following.start_mark
        raise stop_at(source, "Y005", mark.index)
    return plain


def events_of(text: str) -> NextEvent:
    """What gives the events of a text that was read without a problem, from its first value on."""
    stand_in, back = _stand_ins(text)
    loader = _Loader(text.translate(stand_in) if stand_in else text)
    loader.get_event()  # the stream opens
    loader.get_event()  # the document opens
    return _restored(loader.get_event, back)


def _wrong_bracket(
    error: Exception, text: str, back: dict[int, int], source: Source
) -> DataError | None:
    """Find the problem of a bracket before the place where the parser stopped.

    A parser may stop before the builder has seen how deep the brackets are: it reads the rest of
    the line first, because a colon would make a key of the bracket, and some parsers have their own
    limit of depth. So the text before the place is read again, alone.
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
    """Map each line break that only YAML knows to an unused character, and back.

    The characters are put back into the texts that were read, so that prose stays as written.
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


def _restored(next_event: NextEvent, back: dict[int, int]) -> NextEvent:
    if not back:
        return next_event

    def restored() -> Any:
        event = next_event()
        if isinstance(event, ScalarEvent):
            event.value = event.value.translate(back)
        return event

    return restored


def _yaml_problem(error: Exception, source: Source) -> DataError:
    from .yaml_diagnosis import diagnose  # most files have nothing wrong

    if forbidden := forbidden_character(source):
        return forbidden
    if refused := _NOT_YAML.search(source.text):
        name = character_name(refused[0])
        return stop_at(source, "Y002", refused.start(), character=name)
    message = str(getattr(error, "problem", None) or error)
    code = next((code for part, code in _YAML_MISTAKES if part in message), "Y004")
    marks = _marks(error)
    if code in _REPORTED_AT_START:
        marks.reverse()
    at = marks[0].index if marks else 0
    if cause := diagnose(code, at, source.text, _Loader(source.text)):
        return stop_at(source, cause.code, cause.at, **cause.arguments)
    return stop_at(source, code, at)


def _marks(error: Exception) -> list[Any]:
    """Where the parser stopped, and where the text or bracket starts, as far as it says so."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    return [mark for mark in marks if mark is not None]
