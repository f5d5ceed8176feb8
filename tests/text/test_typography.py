"""French typography, days and shares in words, lists."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label.text.typography import (
    between_in_words,
    count_shown,
    day_in_words,
    joined,
    month_in_words,
    share_shown,
    span_in_words,
    typeset,
)


@pytest.mark.parametrize(
    ("written", "set_in_french"),
    [
        ("Avis : favorable ; bien !", "Avis\u202f: favorable\u202f; bien\u202f!"),
        ("Vraiment ? 50 %", "Vraiment\u202f? 50\u202f%"),
        ("« oui »", "«\u202foui\u202f»"),
        ("«\u00a0oui\u00a0»", "«\u202foui\u202f»"),
        ("à 12:30, voir http://exemple.fr/?a", "à 12:30, voir http://exemple.fr/?a"),
        ("un smiley :-) et :id", "un smiley :-) et :id"),
        ("l'audit d'Exemple", "l’audit d’Exemple"),
        ("5'30 et 'cité'", "5'30 et 'cité'"),
        (" : au début", " : au début"),
        ("l'art. L. 7332-3, n° 12", "l’art.\u00a0L.\u00a07332-3, n°\u00a012"),
        ("M. Exemple et Mme Exemple", "M.\u00a0Exemple et Mme\u00a0Exemple"),
        (
            "fin d'art. Puis 3 p. 100, un plan. L. 1",
            "fin d’art. Puis 3 p.\u00a0100, un plan. L.\u00a01",
        ),
        ("92 000 € d'aide, € ou $", "92\u202f000\u00a0€ d’aide, € ou $"),
        ("1 102 000, 12 345 et (999 000).", "1\u202f102\u202f000, 12\u202f345 et (999\u202f000)."),
        ("1 234,5 km et 12 345 kg", "1\u202f234,5\u00a0km et 12\u202f345\u00a0kg"),
        ("35 h, 80 m², 3 min, 5 k€", "35\u00a0h, 80\u00a0m², 3\u00a0min, 5\u00a0k€"),
        ("12 mois, 3 maisons, 5 labels, B m", "12 mois, 3 maisons, 5 labels, B m"),
        ("SIRET 123 456 789 00012", "SIRET 123 456 789 00012"),
        (
            "SIRET 123 456 789 00012, soit 2 000 €",
            "SIRET 123 456 789 00012, soit 2\u202f000\u00a0€",
        ),
        ("01 120 300, 12 34 567, 1\u00a0102 000", "01 120 300, 12 34 567, 1\u202f102\u202f000"),
        ("en 2025 120 000 €", "en 2025 120\u202f000\u00a0€"),
        (
            "01 120, 12 3456, A1 200, 0,5 200, 12/10 000",
            "01 120, 12 3456, A1 200, 0,5 200, 12/10 000",
        ),
        (
            "7332-3 100, 1 000-2, « le 1 000.pdf »",
            "7332-3 100, 1 000-2, «\u202fle 1 000.pdf\u202f»",
        ),
        (
            "l'avis « l'audit d'avril.pdf » et « l'idée. »",
            "l’avis «\u202fl'audit d'avril.pdf\u202f» et «\u202fl’idée.\u202f»",
        ),
    ],
)
def test_french_typography(written: str, set_in_french: str) -> None:
    assert typeset(written, "fr") == set_in_french
    assert typeset(written, "en") == written


PLACES = st.sampled_from([
    "https://fr.wikipedia.org/wiki/Coopérative_d'activité",
    "www.exemple.fr/l'été",
    "exemple.fr/l'été?q=d'ici",
    "mailto:d'arc@coop.fr",
    "jean.d'arc@coop.fr",
    r"C:\l'audit\d'avril.pdf",
    r"C:\Mes documents\l'audit d'avril.pdf",
    r"\\serveur\l'audit",
    "/srv/l'été",
    "~/l'été",
    "./l'été/",
    "dossiers/l'été/",
    "l'Audit/2026/d'été",
    "#l'ancre",
    "procès-verbal_d'AG.pdf",
    "d'AG.PDF",
    "x = 'a'",
    "x='l'été'",
    "f('l'été')",
    "`l'a ; b : c`",
])  # fmt: skip
PROSE = st.sampled_from(["", "l'avis d'ici :", "aujourd'hui ; oui !", "l'un/l'autre,", "à 50 % («"])


@given(PROSE, PLACES, PROSE)
def test_what_is_no_prose_comes_out_as_it_went_in(before: str, place: str, after: str) -> None:
    """And what stands around it is prose still."""
    result = typeset(f"{before} {place} {after}", "fr")
    start = len(before) + 1
    assert result[start : start + len(place)] == place
    assert "'" not in result[:start]
    assert "'" not in result[start + len(place) :]


def test_typography_is_quick_whatever_the_text() -> None:
    """No text of a file makes it slow: each of these is read in one go."""
    for piece in (
        "a.",
        "'",
        " 'a",
        "l'a_ ",
        "` ",
        "C:\\",
        "a/",
        ".aaaaa'",
        "x('",
        "« a.b",
        "#'",
        "1 000 ",
    ):
        before = process_time()
        typeset(piece * (60_000 // len(piece)), "fr")
        assert process_time() - before < 5


@given(st.text())
def test_typography_adds_and_loses_nothing(text: str) -> None:
    result = typeset(text, "fr")
    assert len(result) == len(text)
    assert typeset(result, "fr") == result
    for before, after in zip(text, result, strict=True):
        assert before == after or (before, after) in {
            (" ", "\u202f"),
            (" ", "\u00a0"),
            ("\u00a0", "\u202f"),
            ("'", "’"),
        }


@pytest.mark.parametrize(
    ("count", "french"),
    [(0, "0"), (9999, "9999"), (12000, "12\u202f000"), (10**6, "1\u202f000\u202f000")],
)
def test_a_long_number_has_its_thousands_apart_in_french(count: int, french: str) -> None:
    assert count_shown(count, "fr") == french
    assert count_shown(count, "en") == str(count)


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2019, 5, 23), "23 mai 2019", "23 May 2019"),
        (date(2026, 6, 1), "1er juin 2026", "1 June 2026"),
        (date(2026, 8, 31), "31 août 2026", "31 August 2026"),
    ],
)
def test_a_day_in_words(day: date, french: str, english: str) -> None:
    assert day_in_words(day, "fr").replace("\u00a0", " ") == french
    assert day_in_words(day, "en").replace("\u00a0", " ") == english


def test_a_month_in_words() -> None:
    assert month_in_words(date(2019, 8, 1), "fr") == "août\u00a02019"
    assert month_in_words(date(2019, 8, 31), "en") == "August\u00a02019"


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        (date(2026, 10, 12), date(2026, 10, 12), "12 octobre 2026", "12 October 2026"),
        (
            date(2026, 10, 12),
            date(2026, 10, 13),
            "du 12 au 13 octobre 2026",
            "12 to 13 October 2026",
        ),
        (
            date(2026, 9, 30),
            date(2026, 10, 1),
            "du 30 septembre au 1er octobre 2026",
            "30 September to 1 October 2026",
        ),
        (
            date(2026, 10, 12),
            date(2027, 10, 12),
            "du 12 octobre 2026 au 12 octobre 2027",
            "12 October 2026 to 12 October 2027",
        ),
    ],
)
def test_a_span_in_words(first: date, last: date, french: str, english: str) -> None:
    assert span_in_words(first, last, "fr").replace("\u00a0", " ") == french
    assert span_in_words(first, last, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("part", "whole", "french"),
    [(52, 105, "49,5\u202f%"), (1, 2, "50\u202f%"), (0, 3, "0\u202f%"), (0, 0, "—")],
)
def test_a_share_as_shown(part: int, whole: int, french: str) -> None:
    assert share_shown(part, whole, "fr") == french


def test_lists() -> None:
    assert joined([], "fr") == ""
    assert joined(["a"], "fr") == "a"
    assert joined(["a", "b", "c"], "fr") == "a, b et c"
    assert joined(["a", "b"], "en", "or") == "a or b"


def test_between_two_days() -> None:
    first, last = date(2029, 5, 20), date(2029, 11, 19)
    said = (
        "entre le 20\u00a0mai et le 19\u00a0novembre\u00a02029",
        "between 20\u00a0May and 19\u00a0November\u00a02029",
    )
    assert (between_in_words(first, last, "fr"), between_in_words(first, last, "en")) == said
    later = between_in_words(date(2028, 12, 1), date(2029, 5, 31), "fr")
    assert later == "entre le 1er\u00a0décembre\u00a02028 et le 31\u00a0mai\u00a02029"
