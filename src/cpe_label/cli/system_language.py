"""The language of the reader, as the environment or the system has it."""

import os
import re
from collections.abc import Callable, Mapping
from typing import Any

from ..text.typography import LANGUAGES, Language


def system_language(
    environ: Mapping[str, str] | None = None, of_system: Callable[[], str] | None = None
) -> Language:
    """The language that the environment asks for, or else the system; English if it is not ours.

    The order is that of GNU gettext: the first of our languages in `LANGUAGE`, which a locale « C »
    disables, then `LC_ALL`, `LC_MESSAGES` and `LANG`.
    """
    settings = os.environ if environ is None else environ
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((settings[name] for name in names if settings.get(name)), "")
    if not locale:
        return _first_of_ours([(of_system or _of_system)()])
    if _code(locale) in ("c", "posix"):
        return "en"
    return _first_of_ours((settings.get("LANGUAGE") or locale).split(":"))


def _first_of_ours(locales: list[str]) -> Language:
    codes = map(_code, locales)
    return next((ours for code in codes for ours in LANGUAGES if ours == code), "en")


def _code(locale: str) -> str:
    return re.split("[-_.@]", locale.lower())[0]  # of « fr_FR.UTF-8@euro »


def _of_system() -> str:
    """The locale of the system, where it is not in the environment: on Windows."""
    if os.name != "nt":
        return ""
    import ctypes

    return of_windows(vars(ctypes)["windll"].kernel32)


def of_windows(kernel: Any) -> str:
    """The locale of the windows and menus, such as « fr_FR »."""
    from locale import windows_locale

    return windows_locale.get(kernel.GetUserDefaultUILanguage(), "")
