"""The identifier, the share or the number that was meant where it is written in another way."""

import re
import unicodedata
from math import gcd
from typing import Final

from ..text.similarity import plain_words, unaccented
from .readings import LONGEST, NOTHING, Reading

_SPACES: Final = re.compile(r"[\s\u200b]+")
_SIREN: Final = re.compile(r"[0-9]{9}|[0-9]{14}")
_PERCENT: Final = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))?(?:%|pourcents?|pourcent|percent)")
_TO_100: Final = re.compile(r"([2-9]|[1-9][0-9]|100)()")
_DECIMAL: Final = re.compile(r"0?[.,]([0-9]{1,6})")
_FRACTION: Final = re.compile(r"([0-9]{1,9})(?:/|sur|:|of)([0-9]{1,9})")
_SHARES: Final = {
    **dict.fromkeys(("tous", "tout", "toutes", "totalite", "all"), "100%"),
    **dict.fromkeys(("moitie", "la moitie", "un demi", "half"), "1/2"),
    **dict.fromkeys(("un tiers", "tiers"), "1/3"),
    **dict.fromkeys(("deux tiers", "les deux tiers"), "2/3"),
    **dict.fromkeys(("un quart",), "1/4"),
    **dict.fromkeys(("trois quarts", "les trois quarts"), "3/4"),
}
_FROM_ONE: Final = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_NUMBER: Final = re.compile(
    rf"([0-9]{{1,3}}|{'|'.join(_FROM_ONE)})(?:[.,]0+)?(ans?|annees?|mois|years?|months?)?"
)


def identifier_meant(written: str) -> Reading:
    """A number that is written in groups, without its spaces; else with « - » for other signs."""
    if len(written) > LONGEST:
        return NOTHING
    close = re.sub(r"[\s\u200b.-]+", "", written)
    if _SIREN.fullmatch(close):
        return {"near": close}
    letters = unicodedata.normalize("NFKD", written.strip())
    letters = "".join(one for one in letters if unicodedata.category(one) not in ("Mn", "Cf"))
    joined = re.sub(r"[\s/–—_.,:-]+", "-", letters).strip("-")
    return {"near": joined} if _IDENTIFIER.fullmatch(joined) else NOTHING


_IDENTIFIER: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def share_meant(written: str) -> Reading:
    """`50%` for `50 %` and `50,0 %`, `5/8` for `62,5 %`, `50%` for `0.5`."""
    if len(written) > LONGEST:
        return NOTHING
    if known := _SHARES.get(plain_words(written)):
        return {"near": known}
    close = _SPACES.sub("", unaccented(written))
    if found := _FRACTION.fullmatch(close):
        return _share(int(found[1]), int(found[2]), as_fraction=True)
    if found := _DECIMAL.fullmatch(close):
        return _share(int(found[1]), 10 ** len(found[1]))
    found = _PERCENT.fullmatch(close) or _TO_100.fullmatch(close)
    if found is None:
        return NOTHING
    tenths = found[2] or ""
    return _share(int(found[1] + tenths), 100 * 10 ** len(tenths))


def _share(part: int, whole: int, *, as_fraction: bool = False) -> Reading:
    if not 0 <= part <= whole or whole == 0:
        return NOTHING
    if as_fraction:
        return {"near": f"{part}/{whole}"}
    if 100 * part % whole == 0:
        return {"near": f"{100 * part // whole}%"}
    common = gcd(part, whole)
    return {"near": f"{part // common}/{whole // common}"}


def number_meant(written: str, key: str, least: int, most: int) -> Reading:
    """`3` for `3 ans`, `3.0`, `trois` and `36 mois`; `12` for `1 an` where months are counted."""
    found = _NUMBER.fullmatch(_SPACES.sub("", unaccented(written[:LONGEST])))
    if found is None:
        return NOTHING
    number = int(found[1]) if found[1].isdecimal() else _FROM_ONE.index(found[1]) + 1
    in_months, as_months = (found[2] or "")[:1] == "m", "month" in key
    if found[2] and in_months != as_months:
        number, rest = (12 * number, 0) if as_months else divmod(number, 12)
        least = most + 1 if rest else least
    return {"near": str(number)} if least <= number <= most else NOTHING
