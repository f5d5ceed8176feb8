"""A problem of a workbook has the words of the workbook, and no key of a file."""

from datetime import date
from string import Formatter

import pytest

from cpe_label.messages.phrase import OF_FILES, Phrase, Words, outline, say
from cpe_label.messages.workbook_words import TERMS, words_of_workbook
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.problem import problem
from cpe_label.text.typography import day_in_words

DAY = date(2026, 11, 2)
SENTENCE = Phrase(
    "{met:term} {reason:term} {what:word} {day} {day:quote} {day:words} {day:pattern}",
    "{met:term} {reason:term} {what:word} {day} {day:quote} {day:words} {day:pattern}",
)


def test_every_term_of_a_message_has_its_words() -> None:
    named = {
        name
        for entry in CATALOGUE.values()
        for template in (entry.en, entry.fr)
        for _, name, how, _ in Formatter().parse(template)
        if how == "term"
    }
    assert named
    assert named <= TERMS.keys()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (OF_FILES, "« met » « reason » « events » 2026-11-02 « 2026-11-02 »"),
        (
            words_of_workbook("en"),
            "« met » « Decision: reason » « Event » 2026-11-02 « 2026-11-02 »",
        ),
        (
            words_of_workbook("fr"),
            "« satisfait » « Décision\u202f: motif » « Événement » 02/11/2026 « 02/11/2026 »",
        ),
    ],
)
def test_each_kind_of_file_has_its_words(words: Words, shown: str) -> None:
    pattern = say(words.pattern, "en")
    told = say(SENTENCE, "en", words, what="events", day=DAY)
    assert told == f"{shown} {day_in_words(DAY, 'en')} {pattern}"
    assert pattern == ("DD/MM/YYYY" if "11/" in shown else "YYYY-MM-DD")


def test_a_word_of_no_table_stays_as_it_is() -> None:
    assert say(Phrase("{x:word}", "{x:word}"), "en", words_of_workbook("fr"), x="x") == "« x »"


def test_an_outline_has_the_words_of_files() -> None:
    assert outline(SENTENCE, "en") == "« met » « reason » … … … … YYYY-MM-DD"


def test_each_of_a_list_stands_between_guillemets() -> None:
    assert say(Phrase("{x:each}", "{x:each}"), "en", x=("a, b", "c")) == "« a, b » and « c »"


def test_a_problem_that_is_placed_anew_keeps_the_words_of_its_workbook() -> None:
    found = problem("A015", criterion="C-1").at_cell("a.xlsx", None, "fr")
    assert found.in_file("b.xlsx").message("fr") == found.message("fr")
    assert found.message("fr") != problem("A015", criterion="C-1").message("fr")
