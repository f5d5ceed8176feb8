"""A sentence that the page without a network says has the words that the page shows."""

from datetime import date

import pytest

from cpe_label.messages.form_words import TERMS, words_of_page
from cpe_label.messages.phrase import Phrase, say, with_terms
from cpe_label.text.typography import Language

SENTENCE = Phrase(
    "{met:term}, {good_practice:term}; {what:word}, {day}, {name:quote}, {count}",
    "{met:term}, {good_practice:term} ; {what:word}, {day}, {name:quote}, {count}",
)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "« met », « Good practice »; « label granted », 2 November 2026, « x », 3"),
        ("fr", "« satisfait », « Bonne pratique » ; « label accordé », 2 novembre 2026, « x », 3"),
    ],
)
def test_its_words_stand_for_those_of_files(language: Language, shown: str) -> None:
    blanks = {"what": "granted", "day": date(2026, 11, 2), "name": "x", "count": 3}
    said = say(SENTENCE, language, words_of_page(language), **blanks)
    assert said.replace("\u202f", " ").replace("\u00a0", " ") == shown


def test_what_always_stands_in_a_sentence_is_filled_in_and_the_rest_left_to_the_page() -> None:
    kept = with_terms(SENTENCE, "en", words_of_page("en"))
    assert kept == "« met », « Good practice »; {what:word}, {day:}, {name:quote}, {count:}"
    assert with_terms(Phrase("No blank.", "Rien."), "fr", words_of_page("fr")) == "Rien."


def test_a_word_without_another_stays() -> None:
    assert "colour" not in TERMS
    assert words_of_page("fr").term("colour") == "colour"
