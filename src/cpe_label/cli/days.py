"""A day on the command line: one way to write it, and what another way was meant for."""

import re
from argparse import ArgumentTypeError
from datetime import date

from ..text.typography import Language
from .usage import words


def day_given(language: Language, written: str) -> date:
    """The day of an option. Raises ArgumentTypeError, with the day that was probably meant."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise ArgumentTypeError(_mistake(language, written))


def _mistake(language: Language, written: str) -> str:
    # Slow to import, and used only here.
    from ..messages.advice import advised
    from ..messages.phrase import OF_FILES, say
    from ..model.day_reading import day_meant
    from ..problems.catalogue import NEAR_MISS

    meant = day_meant(written)
    near = f" {say(NEAR_MISS, language, near=meant['near'])}" if "near" in meant else ""
    sentence = words("wrong_day", language, value=written)
    return f"{sentence}{near}{advised(language, OF_FILES, meant)}"
