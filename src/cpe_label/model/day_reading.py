"""The day that was meant where a date is written in another way; the day comes before the month."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from ..messages.terms import terms
from ..text.similarity import plain_words
from .readings import LONGEST, NOTHING, Reading

# As `plain_words` makes them: each sign is a space.
_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})(?: ?t?[0-9]{2} [0-9]{2}.*)?"
    r"|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_DAY_FIRST: Final = re.compile(r"(?:le )?([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})")
_IN_WORDS: Final = re.compile(
    r"(?:[a-z]+ ){0,2}([0-9]{1,2})(?: ?(?:er|st|nd|rd|th|e))? ?(?:of )?([a-z]+) ([0-9]{4})"
)
_MONTH_FIRST: Final = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)? ([0-9]{4})")
_MONTH: Final = re.compile(r"(?:fin |debut |mi |courant |en )?([a-z]+|[0-9]{1,2}) ([0-9]{4})")
_YEAR_AND_MONTH: Final = re.compile(r"([0-9]{4}) ([0-9]{1,2})")


def day_meant(written: str) -> Reading:
    """`2026-10-12` for `12/10/2026`, `12 octobre 2026` and the like; the day comes first."""
    if len(written) > LONGEST:
        return NOTHING
    plain = plain_words(written)
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = filter(None, found.groups())
        return _day(year, month, day)
    if found := _DAY_FIRST.fullmatch(plain):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return _day(year, found[2], found[1], by_number=True)
    months = terms().months
    if (found := _IN_WORDS.fullmatch(plain)) and found[2] in months:
        return _day(found[3], months[found[2]], found[1])
    if (found := _MONTH_FIRST.fullmatch(plain)) and found[1] in months:
        return _day(found[3], months[found[1]], found[2])
    return _month_meant(plain)


def _month_meant(plain: str) -> Reading:
    if found := _YEAR_AND_MONTH.fullmatch(plain):
        return _which_day(int(found[1]), int(found[2]))
    found = _MONTH.fullmatch(plain)
    month = (
        terms().months.get(found[1]) or (found[1].isdecimal() and int(found[1])) if found else None
    )
    return _which_day(int(found[2]), month) if found and month else NOTHING


def _day(year: str, month: str | int, day: str, *, by_number: bool = False) -> Reading:
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12:
        return {"advice": "months_of_year", "month": m}
    if y < 1:
        return NOTHING
    most = monthrange(y, m)[1]
    if not 1 <= d <= most:
        return {"advice": "days_of_month", "days": most}
    near = {"near": date(y, m, d).isoformat()}
    return {**near, "advice": "day_first"} if by_number and d <= 12 and d != m else near


def _which_day(year: int, month: int) -> Reading:
    if not 1 <= month <= 12:
        return {"advice": "months_of_year", "month": month}
    if year < 1:
        return NOTHING
    last = date(year, month, monthrange(year, month)[1])
    return {"advice": "which_day", "last": last.isoformat()}
