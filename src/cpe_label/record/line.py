"""The records of audits that were counted, each in one line.

No key and no word of a record stands here. `evaluation.py` writes each level and each section once
for each set of counts that occurs, with a hole where the identifiers of criteria stand; they are
filled in for each audit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from json import JSONEncoder
from typing import Final

from ..model.light import LightAudit
from ..rules.compiled import KINDS, Compiled, Counted, Counts, Key, Statuses, placeholder
from ..rules.evaluation import Reason, fragile_of
from ..rules.reasons import reasons_of_all_levels, reasons_of_level
from ..text.typography import Language
from .evaluation import frame, level_data, reasons_data, section_data

Text = tuple[str, ...]
"""JSON in pieces, of which some are holes."""

_REMEMBERED: Final = 128
"""How many texts of each kind are kept; the oldest make room for others."""


class RecordLines:
    """The records of audits under one referential, in one language."""

    def __init__(self, compiled: Compiled, language: Language) -> None:
        self._compiled = compiled
        self._language: Language = language
        self._quoted = [_json(name) for name in compiled.criteria]
        self._level = lru_cache(_REMEMBERED)(self._level_texts)
        self._levels = lru_cache(_REMEMBERED)(self._levels_texts)
        self._hole = cache(self._hole_text)
        self._reason = lru_cache(8 * _REMEMBERED)(self._reason_text)
        self._section = lru_cache(16 * _REMEMBERED)(self._section_text)

    def record(self, light: LightAudit, counted: Counted, on: date | None = None) -> str:
        """The record of an audit, without a line end."""
        evaluation = counted.evaluation
        names = dict(self._names(counted.statuses, counted.key))
        levels, fragile, reasons = (_filled(text, names) for text in self._levels(counted.key))
        sections = enumerate(self._compiled.sections(counted.statuses))
        held = {
            "levels": levels,
            "sections": ", ".join([self._section(at, counts) for at, counts in sections]),
            "fragile": fragile,
            "reasons": ", ".join([reasons, *map(self._reason, evaluation.reasons)]),
        }
        around = _text(_json(frame(evaluation, light.digest, self._language, on, _HOLES)))
        return _filled(around, {_HOLE[key]: f"[{text}]" for key, text in held.items()})

    def _names(self, statuses: Statuses, key: Key) -> Iterator[tuple[str, str]]:
        """By its hole, the identifiers of the criteria of each part that have a status."""
        for at, counts in enumerate(key):
            for part in range(len(counts)):
                place = self._compiled.parts[at][part]
                having: dict[str | None, list[str]] = {kind: [] for kind in KINDS}
                for name, status in zip(self._quoted[place], statuses[place], strict=True):
                    having[status].append(name)
                for kind, names in having.items():
                    if names:
                        yield self._hole(at, part, kind), ", ".join(names)

    def _levels_texts(self, key: Key) -> tuple[Text, Text, Text]:
        """The levels, the fragile criteria and the reasons of an audit, without brackets."""
        score = self._compiled.score(key)
        each = [self._level(at, counts) for at, counts in enumerate(key)]
        levels, reasons = zip(*each, strict=True)
        fragile = _json(fragile_of(score.verdict, score.levels))[1:-1]
        together = ", ".join(map(self._reason, reasons_of_all_levels(score)))
        return _joined(levels), _text(fragile), _joined([*reasons, _text(together)])

    def _level_texts(self, at: int, counts: tuple[Counts, ...]) -> tuple[Text, Text]:
        """A level and its reasons."""
        result = self._compiled.level(at, counts)
        reasons = map(self._reason_text, reasons_of_level(result))
        return _text(_json(level_data(result))), _text(", ".join(reasons))

    def _section_text(self, at: int, counts: tuple[Counts, ...]) -> str:
        return _json(section_data(self._compiled.section(at, counts)))

    def _reason_text(self, reason: Reason) -> str:
        return _json(reasons_data([reason], self._language))[1:-1]

    def _hole_text(self, level: int, part: int, kind: str | None) -> str:
        return _json(placeholder(level, part, kind))


_json = JSONEncoder(ensure_ascii=False).encode


def _text(data: str) -> Text:
    """JSON with a hole for each run of one placeholder."""
    return tuple(_RUN.split(data))


def _joined(texts: Iterable[Text]) -> Text:
    """One text after another, with commas between them."""
    return tuple(piece for text in texts for piece in (", ", *text))[1:]


_RUN: Final = re.compile(r'("\\u0000[^"]*")(?:, \1)*')


def _filled(text: Text, pieces: Mapping[str, str]) -> str:
    return "".join([pieces.get(piece, piece) for piece in text])


_HOLES: Final = {key: f"\0{key}" for key in ("levels", "sections", "fragile", "reasons")}
_HOLE: Final = {key: _json(hole) for key, hole in _HOLES.items()}
"""Where in the frame of a record stands what was counted."""
