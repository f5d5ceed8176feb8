"""The word or the key that was meant, in French or in other words."""

from typing import get_args

import pytest
from pydantic import BaseModel

from cpe_label import Audit, Referential
from cpe_label.messages.terms import terms
from cpe_label.model.audit import AuditKind, EventKind, Outcome, Status
from cpe_label.model.readings import key_meant, language_meant, word_meant
from cpe_label.model.validation import keys_of
from cpe_label.text.similarity import plain_words

STATUSES = get_args(Status)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((word, "met") for word in ("satisfait", "SATISFAITE", "Conforme", "oui", "Met", "ok")),
        *((word, "not_met") for word in ("NC", "non conforme", "Non-conforme", "non", "not met")),
        *(
            (word, "not_applicable")
            for word in ("N/A", "s.o.", "sans\u00a0objet", "Non applicable")
        ),
        ("mett", "met"),
        *((word, "met") for word in ("satifait", "Satisfiat", "satisfaitt", "comforme")),
        *((word, "not_met") for word in ("non satifait", "nonconforme")),
        *((word, "not_applicable") for word in ("sans objt", "sans-objets")),
        *((word, "") for word in ("nin", "ouais", "vrau")),  # short words are too much alike
        ("peut-être", ""),
    ],
)
def test_a_status(written: str, meant: str) -> None:
    assert word_meant(written, STATUSES, "status") == {"near": meant}


@pytest.mark.parametrize(
    ("key", "words", "advice"),
    [
        (
            "status",
            ("en cours", "À évaluer", "x", "X", "?", "…", "-", "en attente"),
            "no_answer_yet",
        ),
        ("status", ("partiellement", "Partiel", "en partie"), "met_in_part"),
        ("outcome", ("en attente", "à décider", "?"), "no_decision_yet"),
    ],
)
def test_no_answer_is_no_word(key: str, words: tuple[str, ...], advice: str) -> None:
    for word in words:
        assert word_meant(word, ("met", "granted"), key) == {"near": "", "advice": advice}


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("accordé", Outcome, "granted"),
        ("Refusé", Outcome, "refused"),
        ("ajourné", Outcome, "adjourned"),
        ("auto-évaluation", AuditKind, "self_assessment"),
        ("Autoévaluation", AuditKind, "self_assessment"),
        ("self-assessment", AuditKind, "self_assessment"),
        ("suspension", EventKind, "suspended"),
        ("retiré", EventKind, "withdrawn"),
        ("oui", AuditKind, ""),
    ],
)
def test_a_word_of_another_kind(written: str, known: object, meant: str) -> None:
    assert word_meant(written, get_args(known), "kind") == {"near": meant}


def models(model: type[BaseModel]) -> set[type[BaseModel]]:
    from cpe_label.model.validation import place_of

    inside = {place_of(model, (key,))[0] for key in keys_of(model).values()} - {model}
    return {model, *(one for each in inside for one in models(each))}


@pytest.mark.parametrize(
    ("model", "terms_and_keys"),
    [
        ("Audit", "structure organisation; constats findings; avis opinion; Décision decision"),
        ("Finding", "statut status; preuves evidence; bonne pratique good_practice"),
        ("Finding", "recommandation recommendation; COMMENTAIRE comment; suite action"),
        ("AuditedOn", "du from; au to"),
        ("Action", "responsable owner; échéance due"),
        ("Organisation", "nom name; siren id; région region"),
        ("Event", "date on; motif reason"),
        ("Level", "part exigée required; portée scope"),
        ("Criterion", "exigence requirement; cas_prévu not_applicable_when; titre title"),
    ],
)
def test_a_key_in_french(model: str, terms_and_keys: str) -> None:
    named = {one.__name__: one for root in (Audit, Referential) for one in models(root)}
    known = tuple(keys_of(named[model]).values())
    for pair in terms_and_keys.split("; "):
        written, _, key = pair.rpartition(" ")
        assert key_meant(written, known) == key


def test_every_key_and_every_word_of_files_has_a_term() -> None:
    every = {
        key
        for root in (Audit, Referential)
        for one in models(root)
        for key in keys_of(one).values()
    }
    assert {key for keys in terms().keys.values() for key in keys} == every
    words = {word for kind in (Status, AuditKind, Outcome, EventKind) for word in get_args(kind)}
    assert {word for found in terms().words.values() for word in found} == {
        *words, "whole", "each_section"
    }  # fmt: skip


def test_terms_stand_as_they_are_looked_up() -> None:
    for table in (terms().keys, terms().words, terms().answers, terms().conditions, terms().months):
        assert [term for term in table if plain_words(term) != term] == []
    assert len(set(terms().months.values())) == 12


def test_a_language() -> None:
    assert [language_meant(one)["near"] for one in ("Français", "FR", "fr_FR", "english", "x")] == [
        "fr", "fr", "fr", "en", ""
    ]  # fmt: skip
