"""The language of the reader: the environment first, then the system."""

import pytest

from cpe_label.cli.system_language import of_windows, system_language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "fr_BE", "LANG": "en_GB"}, "fr"),
        ({"LANG": "oc_FR"}, "en"),
        ({"LC_ALL": "frr_DE"}, "en"),
        ({"LC_ALL": "fr"}, "fr"),
        ({"LC_ALL": "fr.UTF-8"}, "fr"),
        ({"LC_ALL": "fr@euro"}, "fr"),
        ({"LANG": "fr-FR"}, "fr"),
        ({"LANGUAGE": "fr", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LANGUAGE": "en", "LC_ALL": "fr_FR.UTF-8"}, "en"),
        ({"LANGUAGE": "oc:fr_CA:en", "LANG": "de_DE"}, "fr"),
        ({"LANGUAGE": "oc:de", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "", "LANG": "fr_FR"}, "fr"),
        ({"LANGUAGE": "fr", "LANG": "C"}, "en"),
        ({"LANGUAGE": "fr", "LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "fr", "LANG": "POSIX"}, "en"),
    ],
)
def test_the_language_of_the_locale(environ: dict[str, str], language: str) -> None:
    assert system_language(environ) == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [({}, "fr"), ({"LANG": ""}, "fr"), ({"LANG": "en_GB"}, "en"), ({"LC_ALL": "C"}, "en")],
)
def test_the_system_is_asked_where_the_environment_has_no_locale(
    environ: dict[str, str], language: str
) -> None:
    assert system_language(environ, lambda: "fr_FR") == language


class Kernel:
    """What Windows answers: the number of a language and of its country."""

    def __init__(self, number: int) -> None:
        self._number = number

    def GetUserDefaultUILanguage(self) -> int:  # noqa: N802  the name that Windows gives it
        return self._number


@pytest.mark.parametrize(
    ("number", "language"),
    [(0x040C, "fr"), (0x0C0C, "fr"), (0x080C, "fr"), (0x0409, "en"), (0x0407, "en"), (0, "en")],
)
def test_the_language_of_windows(number: int, language: str) -> None:
    """French of France, Canada and Belgium; English; German; one that no table knows."""
    assert system_language({}, lambda: of_windows(Kernel(number))) == language
