"""Every phrase in both languages, and how its blanks are filled."""

import errno
import re
from datetime import date
from string import Formatter

import pytest

from cpe_label.messages import states
from cpe_label.messages.blank_audit import BLANK_AUDIT
from cpe_label.messages.cli import CLI, USAGE_MISTAKES
from cpe_label.messages.form import FORM, SAID
from cpe_label.messages.kinds import KINDS
from cpe_label.messages.network import LABELS, NETWORK, STAGES
from cpe_label.messages.phrase import FAILURES, Phrase, failure_name, outline, say
from cpe_label.messages.reports import REPORT
from cpe_label.messages.rules import CLAUSES, REASONS
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.text.typography import (
    Language,
)

PHRASES: dict[str, Phrase] = {
    f"{name}.{key}": phrase
    for name, table in {
        "problems": CATALOGUE,
        "manual": {code: entry.why for code, entry in CATALOGUE.items()},
        "reasons": REASONS,
        "clauses": CLAUSES,
        "report": REPORT,
        "cli": CLI,
        "blank_audit": BLANK_AUDIT,
        "form": FORM,
        "said": SAID,
        "kinds": KINDS,
        "failures": FAILURES,
        "usage": dict(USAGE_MISTAKES),
        "statuses": states.STATUSES,
        "verdicts": states.VERDICTS,
        "conditions": states.CONDITIONS,
        "standings": states.STANDINGS,
        "states": states.STATES,
        "outcomes": states.OUTCOMES,
        "events": states.EVENTS,
        "network": NETWORK,
        "labels": LABELS,
        "stages": STAGES,
    }.items()
    for key, phrase in table.items()
    if key  # nothing at all, where a sentence needs no hint
}


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_every_phrase_has_both_languages_with_the_same_blanks(phrase: Phrase) -> None:
    blanks = {}
    for language, template in (("en", phrase.en), ("fr", phrase.fr)):
        assert template.strip()
        blanks[language] = {name for _, name, _, _ in Formatter().parse(template) if name}
    assert blanks["en"] == blanks["fr"]


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_french_phrases_have_a_space_before_their_marks(phrase: Phrase) -> None:
    """So that typography can make it a narrow one; a YAML key in a sentence has none."""
    text = re.sub(r"\{[^{}]*\}", "x", phrase.fr)
    text = re.sub(r"(?:action|owner|due|format|clé|evidence): |--format|\.\.", "", text)
    assert not re.search(r"[\w)»][;!?»]|[\w)»]: |[\w)]%(?!»| »)|«\S", text.replace("« N%", "")), (
        text
    )


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())
def test_a_level_is_reached_and_a_criterion_is_met(phrase: Phrase) -> None:
    """Each thing has one word: « atteint » is said of a level, « satisfait » of a criterion."""
    said = r"(?: (?:is|are|n'est|ne sont|est|sont|dit|pas|donc|so|not)\b)*"
    levels = rf"\b(?:levels?|niveaux?){said} (?:satisf|met\b|passed|failed|rempli|acquis|manqu)"
    criteria = rf"\b(?:criterion|criteria|critères?){said} (?:reached|attein|rempli|acquis|valid)"
    for text in (phrase.en, phrase.fr):
        words = re.sub(r"\{[^{}]*:([^{}|]*)\|([^{}]*)\}", r"\1", text)
        assert not re.search(levels, words), text
        assert not re.search(criteria, words), text


def test_the_numbers_of_a_phrase_agree() -> None:
    phrase = Phrase("{n} {n:file|files}", "{n} {n:fichier|fichiers}")
    assert [say(phrase, "en", n=n) for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [say(phrase, "fr", n=n) for n in (0, 1, 2)] == ["0 fichier", "1 fichier", "2 fichiers"]


def test_a_long_list_is_cut() -> None:
    phrase = Phrase("{names:few}", "{names:few}")
    assert say(phrase, "en", names=tuple("abcdef")) == "a, b, c, d, e and f"
    assert say(phrase, "fr", names=tuple("abcdefg")) == "a, b, c, d, e et 2 autres"


def test_an_outline_has_an_ellipsis_for_each_blank() -> None:
    phrase = Phrase("{a:quote}: not {b}", "{a:quote} : pas {b}")
    assert outline(phrase, "en") == "…: not …"
    assert outline(phrase, "fr") == "…\u202f: pas …"


def test_each_blank_is_filled_in_its_way() -> None:
    def filled(spec: str, value: object, language: Language) -> str:
        return say(Phrase(f"{{x:{spec}}}", f"{{x:{spec}}}"), language, x=value)

    narrow, firm = "\u202f", "\u00a0"
    for spec, value, english, french in (
        ("", 12, "12", "12"),
        ("", 12000, "12000", f"12{narrow}000"),
        ("", True, "True", "True"),
        ("quote", "a", "« a »", f"«{narrow}a{narrow}»"),
        ("and", ("a", "b"), "a and b", "a et b"),
        ("and", (), "none", "aucun"),
        ("or", ("a", "b"), "a or b", "a ou b"),
        ("or", (), "none", "aucun"),
        ("words", date(2026, 6, 1), f"1{firm}June{firm}2026", f"1er{firm}juin{firm}2026"),
        ("share", "50%", "50%", f"50{narrow}%"),
        ("share", "1/3", "1/3", "1/3"),
        ("tight", "2 × 3 ≥ 4", f"2{firm}×{firm}3{firm}≥{firm}4", f"2{firm}×{firm}3{firm}≥{firm}4"),
        ("kind", "section", "section", "domaine"),
        ("reason", "EACCES", "permission denied", "droit refusé"),
        ("where", 12000, "line 12000", "ligne 12000"),
        ("where", ("a", 0), "« a[0] »", f"«{narrow}a[0]{narrow}»"),
        ("few", tuple("abcdefgh"), "a, b, c, d, e, and 3 more", "a, b, c, d, e et 3 autres"),
    ):
        assert filled(spec, value, "en") == english, spec
        assert filled(spec, value, "fr") == french, spec
    with pytest.raises(KeyError):
        filled("unknown", 1, "en")


def test_a_failure_without_a_word_keeps_its_name() -> None:
    assert say(Phrase("{why:reason}", "{why:reason}"), "fr", why="EWEIRD") == "EWEIRD"


def test_the_name_of_a_failure() -> None:
    assert failure_name(PermissionError(errno.EACCES, "no")) == "EACCES"
    assert failure_name(PermissionError("no number")) == "PermissionError"
    assert failure_name(OSError(987654, "unknown")) == "OSError"
