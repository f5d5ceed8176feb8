"""The small values that everything else is made of, and the words that tell them."""

import errno
import json
import re
from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, datetime
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support import making
from support.shipped import EXAMPLES, REFERENTIAL

import cpe_label
from cpe_label import AuditError, Event, Finding, Referential, ReferentialError, evaluate, state_on
from cpe_label._frozen import FrozenMap
from cpe_label.messages import states as looks
from cpe_label.messages.blank_audit import BLANK_AUDIT
from cpe_label.messages.cli import CLI, USAGE_MISTAKES
from cpe_label.messages.phrase import FAILURES, KINDS, Phrase, failure_name, outline, say
from cpe_label.messages.reports import REPORT
from cpe_label.messages.rules import CLAUSES, REASONS
from cpe_label.model.audit import Action, AuditedOn, ReferentialName
from cpe_label.model.referential import CheckReport, Index, Level, Validity
from cpe_label.model.share import Share
from cpe_label.problems import manual as pages
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.exceptions import DataError, MissingExtraError
from cpe_label.problems.positions import END, Places, Trail, repeated
from cpe_label.problems.problem import (
    MOST_PROBLEMS,
    Problem,
    is_error,
    limited,
    problem,
    sorted_problems,
)
from cpe_label.problems.source import Source, lines_of, place_in
from cpe_label.reports.view.localizer import Localizer
from cpe_label.rules.referential_checks import check_referential
from cpe_label.rules.validity import in_force_until, label_period, renewal_opens
from cpe_label.text.display import columns, quoted, visible
from cpe_label.text.paths import path_shown
from cpe_label.text.similarity import near_identifier, near_miss, readings
from cpe_label.text.typography import (
    LANGUAGES,
    Language,
    day_in_words,
    joined,
    share_shown,
    span_in_words,
    typeset,
)

# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


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
    ],
)
def test_french_typography(written: str, set_in_french: str) -> None:
    assert typeset(written, "fr") == set_in_french
    assert typeset(written, "en") == written


@given(st.text())
def test_typography_adds_and_loses_nothing(text: str) -> None:
    result = typeset(text, "fr")
    assert len(result) == len(text)
    assert typeset(result, "fr") == result
    for before, after in zip(text, result, strict=True):
        assert before == after or (before, after) in {
            (" ", "\u202f"),
            ("\u00a0", "\u202f"),
            ("'", "’"),
        }


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


def test_a_quoted_value_is_short_and_harmless() -> None:
    assert quoted("a\x1b[31m\u202e\nb", "en") == "« a\\u001b[31m\\u202e\\u000ab »"
    assert quoted("x" * 100, "fr") == f"«\u202f{'x' * 59}…\u202f»"
    assert quoted("x" * 60, "en") == f"« {'x' * 60} »"
    assert quoted(12, "en") == "« 12 »"


@pytest.mark.parametrize(
    ("character", "escape"),
    [
        *(("\x00", "\\u0000"), ("\t", "\\u0009"), ("\n", "\\u000a"), ("\x7f", "\\u007f")),
        *(("\x85", "\\u0085"), ("\x9b", "\\u009b"), ("\xad", "\\u00ad"), ("\u061c", "\\u061c")),
        *(("\u180e", "\\u180e"), ("\u200b", "\\u200b"), ("\u200f", "\\u200f")),
        *(("\u2028", "\\u2028"), ("\u202e", "\\u202e"), ("\u2060", "\\u2060")),
        *(("\u2069", "\\u2069"), ("\u206a", "\\u206a"), ("\u206f", "\\u206f")),
        *(("\ud800", "\\ud800"), ("\udfff", "\\udfff"), ("\ufdd0", "\\ufdd0")),
        *(("\ufeff", "\\ufeff"), ("\ufffe", "\\ufffe"), ("\uffff", "\\uffff")),
        *(("\U0001fffe", "\\U0001fffe"), ("\U0010ffff", "\\U0010ffff")),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_acts_or_is_not_seen_is_shown_as_its_escape(character: str, escape: str) -> None:
    assert visible(f"a{character}b") == f"a{escape}b"
    assert visible(escape) == escape


def test_what_is_seen_stays() -> None:
    text = "é e\u0301 漢 ♥\ufe0f « 50\u202f% »\u00a0\u2011 \ufffd \U0001f600 \U0010fffd"
    assert visible(text) == text


def test_a_report_tells_what_acts_and_keeps_what_has_no_width() -> None:
    assert Localizer("en").text("a\u206ab\uffffc") == "a[U+206A]b[U+FFFF]c"
    assert Localizer("en").text("a\u200bb\u00adc") == "a\u200bb\u00adc"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("漢字", 4),
        ("Ａ", 2),
        ("❤\ufe0f", 1),
        ("\u302a", 0),
        ("a\u20dd", 1),
    ],
)
def test_columns_of_a_terminal(text: str, count: int) -> None:
    assert columns(text) == count


def test_lists() -> None:
    assert joined([], "fr") == ""
    assert joined(["a"], "fr") == "a"
    assert joined(["a", "b", "c"], "fr") == "a, b et c"
    assert joined(["a", "b"], "en", "or") == "a or b"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *(("COO-O1", "COO-01"), ("COO-1", "COO-01"), ("coo-01", "COO-01"), ("COO_02", "COO-02")),
        *(("COO 02", "COO-02"), ("COO-l0", "COO-10"), ("COO-I6", "COO-16")),
        *(("COO–03", "COO-03"), ("COO—03", "COO-03"), ("COO\u201103", "COO-03")),
        *(
            ("COO\u221203", "COO-03"),
            ("COO-\u00ad03", "COO-03"),
            ("COO03", "COO-03"),
            ("COO\u00a003", "COO-03"),
        ),
        *(("COÔ-03", "COO-03"), ("COO\u0302-03", "COO-03"), ("C00-03", "COO-03")),
        *(("cÒ0–O3", "COO-03"), ("0UT-O7", "out-07"), ("C00-30", ""), ("C11-03", "")),
        *(("COO.10", "COO-10"), ("COO-6", ""), ("COO-99", ""), ("XYZ-01", ""), ("abc", "")),
    ],
)
def test_a_near_identifier_is_the_same_one_written_otherwise(name: str, meant: str) -> None:
    known = readings(["COO-01", "COO-02", "COO-03", "COO-10", "COO-16", "out-07"])
    assert near_identifier(name, known) == meant


def test_nothing_is_near_where_two_are() -> None:
    assert near_identifier("COO_1", readings(["COO-1", "COO-01"])) == ""
    assert near_identifier("COO–03", readings(["COO-03", "C00-03"])) == ""


def test_near_miss() -> None:
    assert near_miss("a100", [f"a{n}" for n in range(200)]) == "a100"
    assert near_miss("a100", [f"a{n}" for n in range(201)]) == ""
    assert near_miss("RECOMENDED", ["mandatory", "recommended"]) == "recommended"
    assert near_miss("xyz", ["mandatory"]) == ""


# ── Wording ──────────────────────────────────────────────────────────────────────────────────────

PHRASES: dict[str, Phrase] = {
    f"{name}.{key}": phrase
    for name, table in {
        "problems": CATALOGUE,
        "reasons": REASONS,
        "clauses": CLAUSES,
        "report": REPORT,
        "talk": CLI,
        "form": BLANK_AUDIT,
        "kinds": KINDS,
        "failures": FAILURES,
        "usage": dict(USAGE_MISTAKES),
        "statuses": looks.STATUSES,
        "verdicts": looks.VERDICTS,
        "standings": looks.STANDINGS,
        "states": looks.STATES,
        "outcomes": looks.OUTCOMES,
        "events": looks.EVENTS,
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


def test_the_numbers_of_a_phrase_agree() -> None:
    phrase = Phrase("{n} {n:file|files}", "{n} {n:fichier|fichiers}")
    assert [say(phrase, "en", n=n) for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [say(phrase, "fr", n=n) for n in (0, 1, 2)] == ["0 fichier", "1 fichier", "2 fichiers"]


def test_a_long_list_is_cut() -> None:
    phrase = Phrase("{names:few}", "{names:few}")
    assert say(phrase, "en", names=tuple("abcdef")) == "a, b, c, d, e and f"
    assert say(phrase, "fr", names=tuple("abcdefg")) == "a, b, c, d, e et 2 autres"


def test_a_page_of_the_manual_for_a_terminal() -> None:
    assert pages.page("A019", "en") == dedent("""\
        A019  warning: « refused » while every condition is met: the report will say so (RC-11)

        This is rare enough to be a slip of the pen, so check « outcome ». If the committee did
        refuse, leave it: the warning blocks nothing, and the cooperative will read in the
        report both the reason and that it met every condition.

        Wrong:

            decision: {outcome: refused, decided_on: 2026-11-20, reason: Dossier retiré.}

        Right:

            decision: {outcome: granted, decided_on: 2026-11-20}
        """)
    assert pages.page("A005", "fr").startswith("A005  … n’est pas une date")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_every_page_are_shown_line_by_line(language: Language) -> None:
    for code, told in pages.pages().items():
        page = pages.page(code, language)
        for piece in (told.wrong, told.right):
            shown = "\n".join(f"    {line}".rstrip() for line in piece.split("\n"))
            assert f"\n\n{shown}\n\n" in f"{page}\n", code


def test_a_paragraph_is_folded_between_words_alone() -> None:
    assert pages.fill(f"{'x' * 85} bb c") == f"{'x' * 85} bb\nc"
    assert pages.fill(f"{'x' * 85} bbb c") == f"{'x' * 85}\nbbb c"
    assert pages.fill(f"{'x' * 80} peut-être") == f"{'x' * 80}\npeut-être"
    assert pages.fill(f"a {'x' * 100} b") == f"a\n{'x' * 100}\nb"


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
        ("where", 3, "line 3", "ligne 3"),
        ("where", ("a", 0), "« a[0] »", f"«{narrow}a[0]{narrow}»"),
        ("few", tuple("abcdefgh"), "a, b, c, d, e, and 3 more", "a, b, c, d, e et 3 autres"),
    ):
        assert filled(spec, value, "en") == english, spec
        assert filled(spec, value, "fr") == french, spec
    with pytest.raises(KeyError):
        filled("unknown", 1, "en")


def test_a_failure_without_a_word_keeps_its_name() -> None:
    assert say(Phrase("{why:reason}", "{why:reason}"), "fr", why="EWEIRD") == "EWEIRD"


# ── Problems ─────────────────────────────────────────────────────────────────────────────────────


def test_a_problem_without_a_file_tells_its_path() -> None:
    found = problem("A005", ("findings", "A-1", "action", "due"), value="hier")
    assert found.place == "findings.A-1.action.due"
    assert str(found).startswith("findings.A-1.action.due: A005 « hier » is not a date")
    assert found.located(Source()) is found


def test_a_missing_part_says_how_to_install_it() -> None:
    error = MissingExtraError("pdf")
    assert str(error) == (
        "the format pdf needs an optional part of cpe_label: pip install 'cpe_label[pdf]'"
    )
    assert error.text("fr").startswith("le format pdf demande une partie facultative")


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert problem("F001").in_file("a.yaml").text() == "a.yaml: F001 no such file"
    assert Problem("F001", "error").text() == "F001 no such file"


def test_a_problem_tells_its_place_and_its_code() -> None:
    source = Source("a.yaml", "X: 1\n", Places(["X", 0, 3]))
    found = problem("A005", ("X",), value="1")
    assert found.text("fr").startswith("X: A005 «\u202f1\u202f» n’est pas une date")
    assert found.located(source).text().startswith("a.yaml:1:4: A005 « 1 » is not a date")
    assert problem("F001").in_file(": b.yaml").text() == ": b.yaml: F001 no such file"
    choice = problem("A007", ("kind",), value="x", expected=("a", "b"), near="a")
    assert choice.message() == "unknown word « x »; expected a or b (did you mean « a »?)"
    warning = problem("A019", ("decision", "outcome"))
    assert warning.text().startswith("decision.outcome: A019 warning: ")
    assert not is_error(warning)
    assert is_error(found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((word, "met") for word in ("ok", "OK", "oui", "Conforme", "atteint", "Satisfait")),
        *((word, "not_met") for word in ("non", "non conforme", "Non-conforme", "non atteint")),
        *((word, "not_applicable") for word in ("na", "N/A", "so", "s.o.", "Sans objet")),
        ("peut-être", ""),
    ],
)
def test_a_status_in_a_readers_words_is_understood(written: str, meant: str) -> None:
    data = making.audit([{"a": {"met": 1}}]).model_dump(mode="json", exclude_none=True)
    data["findings"]["a-0-1"]["status"] = written
    with pytest.raises(AuditError) as raised:
        cpe_label.parse_audit(json.dumps(data))
    (found,) = raised.value.problems
    assert (found.code, found.arguments["near"]) == ("A007", meant)


def test_the_place_of_the_first_is_told_as_a_line() -> None:
    text = "levels:\n- a\n- a\n"
    places = Places(["levels", 0, list, 8, 10, 14, END])
    twice = problem("R011", ("levels", 1), kind="level", value="a", first=("levels", 0))
    found = twice.located(Source("a.yaml", text, places))
    assert dict(found.arguments) == {"kind": "level", "value": "a", "first": 2}
    assert (
        found.text() == "a.yaml:3:3: R011 the level identifier « a » stands twice; first at line 2"
    )


def test_problems_are_sorted_by_file_line_column_code_and_path() -> None:
    in_order = [
        Problem("Y001", "error", ("b",)),
        Problem("A001", "error", ("b",), file="A"),
        Problem("Y036", "error", ("b",), file="a"),
        Problem("Y035", "error", ("b",), file="a", line=1),
        Problem("Y001", "error", ("a",), file="a", line=1, column=1),
        Problem("Y001", "error", ("b",), file="a", line=1, column=1),
        Problem("Y002", "error", ("a",), file="a", line=1, column=1),
        Problem("A001", "error", (), file="a", line=1, column=2),
        Problem("A001", "error", (), file="a", line=2, column=1),
        Problem("A001", "error", (), file="b", line=1, column=1),
    ]
    assert sorted_problems(reversed(in_order)) == tuple(in_order)
    assert DataError(reversed(in_order)).problems == tuple(in_order)


def test_problems_at_one_place_are_sorted_by_the_items_of_their_list() -> None:
    in_order = [
        problem("A024", path)
        for path in (
            ("events",),
            *(("events", 1, "on"), ("events", 2), ("events", 2, "on"), ("events", 10, "on")),
            *(("findings", "C-10"), ("findings", "C-2")),
        )
    ]
    assert sorted_problems(reversed(in_order)) == tuple(in_order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_harmless_whatever_its_blanks_hold(language: Language) -> None:
    hostile = "a\x1b[31m\u202e\u009b\u2028\ufffe\ud800"
    shown = "a\\u001b[31m\\u202e\\u009b\\u2028\\ufffe\\ud800"
    for told in (
        problem("F011", name=hostile, files=(hostile, "b")),
        problem("E003", field=hostile, computed="1"),
        problem("A007", value=hostile, expected=("b",), near=hostile),
    ):
        assert told.message(language).count(shown) == 2 - (told.code == "E003")
        assert visible(told.message(language)) == told.message(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_problem_need_an_escape(language: Language) -> None:
    for entry in CATALOGUE.values():
        assert visible(outline(entry, language)) == outline(entry, language)


def test_the_words_of_an_error_are_its_problems_on_lines() -> None:
    error = DataError([problem("F001").in_file("b.yaml"), problem("F001").in_file("a.yaml")])
    assert str(error) == "a.yaml: F001 no such file\nb.yaml: F001 no such file"


def test_a_long_list_of_problems_is_read_no_further_than_it_is_told() -> None:
    many = (problem("A001", (n,), value="k", expected=()) for n in range(2 * MOST_PROBLEMS))
    told = limited(many)
    assert [found.path for found in told[:-1]] == [(n,) for n in range(MOST_PROBLEMS)]
    assert (told[-1].code, told[-1].path) == ("Y015", (MOST_PROBLEMS - 1,))
    assert next(many).path == (MOST_PROBLEMS + 1,)
    exactly = [problem("F001")] * MOST_PROBLEMS
    assert limited(exactly) == exactly


def test_the_last_word_stands_where_the_last_problem_told_stands() -> None:
    told = limited(problem("F001").in_file("a", line=n, column=2 * n) for n in range(2000))
    assert (told[-1].file, told[-1].line, told[-1].column) == ("a", 999, 1998)


def test_errors_and_warnings_are_limited_apart() -> None:
    warnings = [problem("A033", (n,), criterion="C") for n in range(MOST_PROBLEMS + 500)]
    told = limited(warnings)
    assert len(told) == MOST_PROBLEMS + 1
    assert (told[-1].code, told[-1].path) == ("Y015", (MOST_PROBLEMS - 1,))
    assert not any(map(is_error, told))

    errors = [problem("A006", (n,)) for n in range(MOST_PROBLEMS)]
    told = limited([*warnings, *errors])
    assert [one for one in told if is_error(one)] == errors
    told = limited([*errors, *warnings, errors[0], *warnings])
    assert (told[-1].code, told[-1].severity) == ("Y015", "error")
    assert told[-1].path == errors[-1].path


def test_the_name_of_a_failure() -> None:
    assert failure_name(PermissionError(errno.EACCES, "no")) == "EACCES"
    assert failure_name(PermissionError("no number")) == "PermissionError"
    assert failure_name(OSError(987654, "unknown")) == "OSError"


def test_a_duplicate_in_python_tells_the_path_of_the_first() -> None:
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    twice = Referential.model_validate(
        {**dict(referential), "levels": [referential.levels[0], referential.levels[0]]}
    )
    (found,) = cpe_label.check(twice, making.audit([]))
    assert found.text() == (
        "levels[1].id: R011 the level identifier « a » stands twice; first at « levels[0].id »"
    )
    with pytest.raises(ReferentialError, match="R011"):
        evaluate(twice, making.audit([]))


def test_paths() -> None:
    assert path_shown(("sections", 0, "criteria", 2, "level")) == "sections[0].criteria[2].level"
    assert path_shown((".hidden",)) == ".hidden"
    assert path_shown(("X",)) == "X"
    assert path_shown((2, "a")) == "[2].a"
    assert path_shown(()) == ""


def test_a_place_that_is_not_there_is_the_nearest_one_around_it() -> None:
    text = "\n\na:\n- one\n- {two: three}\nb: c\n"
    trail: Trail = ["a", 2, list, 5, 7, dict, 13, "two", 14, 19, END, END, "b", 26, 29]
    source = Source("a", text, Places(trail), start=2)
    for path, place in {
        (): (3, 1),
        ("a",): (4, 1),
        ("a", 0): (4, 3),
        ("a", 1): (5, 3),
        ("a", 1, "two"): (5, 9),
        ("b",): (6, 4),
    }.items():
        assert source.locate(path) == place, path
    assert source.locate(("a",), at_key=True) == (3, 1)
    assert source.locate(("a", 0), at_key=True) == (4, 3)
    assert source.locate(("a", 1, "two"), at_key=True) == (5, 4)
    assert source.locate(("b",), at_key=True) == (6, 1)
    for path, nearest in {
        (2,): (3, 1),
        ("two",): (3, 1),
        ("a", 2): (3, 1),
        ("a", "two"): (3, 1),
        ("a", 0, "two"): (4, 3),
        ("a", 1, 0): (5, 3),
        ("a", 1, "nowhere"): (5, 3),
        ("a", 1, "nowhere", "two"): (5, 3),
        ("a", 1, "two", "x"): (5, 4),
        ("b", 0): (6, 1),
    }.items():
        assert source.locate(path) == nearest, path
    assert Source("a", "").locate(("nowhere", 3)) == (1, 1)


def test_a_key_is_repeated_in_its_own_mapping_alone() -> None:
    inner: Trail = [dict, 3, "b", 4, 5, "a", 6, 7, "b", 8, 9, END]
    assert [*repeated(["a", 1, *inner, "b", 10, 11, "a", 12, 13, "a", 14, 15])] == [
        ("b", 4, 8),
        ("a", 1, 12),
        ("a", 1, 14),
    ]


def test_a_source_says_nothing_of_what_it_said() -> None:
    """Two values that say the same are equal, wherever they were read; neither shows its text."""
    source = Source("a.yaml", "a: b", Places(["a", 0, 3]), start=4, first_line=2)
    for one in fields(Source):
        assert Source(**{one.name: getattr(source, one.name)}) == Source(), one.name
    assert repr(source) == "Source(name='a.yaml')"


def test_lines_are_those_of_editors() -> None:
    text = "a\rb\nc\r\nd\u2028e"
    assert lines_of(text) == ["a", "b", "c", "d\u2028e"]
    starts = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3), (4, 1)]
    assert [place_in(text, offset) for offset in range(8)] == starts
    assert Source("a", text, first_line=10).place(2) == (11, 1)


# ── Frozen values ────────────────────────────────────────────────────────────────────────────────

DATACLASSES = [
    kind
    for module in iter_modules(cpe_label.__path__, "cpe_label.")
    if not module.name.endswith("__")
    for kind in vars(import_module(module.name)).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.name
]


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__name__)
def test_a_value_cannot_be_changed_and_has_no_room_for_more(kind: type) -> None:
    value = object.__new__(kind)
    for field in fields(kind):
        if kind not in {CheckReport, Index}:  # what a referential remembers, which is no value
            with pytest.raises(FrozenInstanceError):
                setattr(value, field.name, None)
    assert not hasattr(value, "__dict__")


def test_a_frozen_map() -> None:
    one = FrozenMap({"a": 1, "b": 2})
    assert one == FrozenMap([("b", 2), ("a", 1)]) == {"b": 2, "a": 1}
    assert hash(one) == hash(FrozenMap({"b": 2, "a": 1}))
    assert len({hash(FrozenMap({"a": number})) for number in range(100)}) > 90
    assert repr(one) == "FrozenMap({'a': 1, 'b': 2})"
    assert list(one.items()) == [("a", 1), ("b", 2)]
    assert not isinstance(one.items().mapping, dict)  # by which it could be changed


@pytest.mark.parametrize(
    "due", ["2026-1-1", "20260101", "2026-02-30", "1735689600", datetime(2026, 1, 1), 0]
)
def test_a_day_is_written_in_one_way(due: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Action(due=due)  # type: ignore[arg-type]
    assert [error["type"] for error in caught.value.errors()] == ["day"]
    assert Action(due=date(2026, 1, 1)) == Action.model_validate({"due": "2026-01-01"})


@pytest.mark.parametrize("years", ["0", "1000", "-1", "3.0", " 3", "٣", True, 3.0, 0, -1, 1000])
def test_a_whole_number_is_written_in_one_way(years: object) -> None:
    with pytest.raises(ValidationError):
        Validity(years=years, renewal_window_months=6)  # type: ignore[arg-type]
    assert Validity(years=3, renewal_window_months=0).years == 3


@pytest.mark.parametrize(("years", "months"), [(1, 0), (999, 999)])
def test_the_least_and_the_most_of_a_whole_number(years: int, months: int) -> None:
    told = Validity(years=years, renewal_window_months=months)
    assert Validity.model_validate(told.model_dump(mode="json")) == told
    with pytest.raises(ValidationError):
        Validity(years=years, renewal_window_months=-1)


@pytest.mark.parametrize(
    "text",
    ["50", "50 %", "1/2/3", "", "1000%", "٥%", "-1/2", "1.5%", "1/1234567890", "0123456789/1"],
)
def test_what_is_no_share_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=f"^not a share: {re.escape(repr(text))}$"):
        Share(text)


@pytest.mark.parametrize("text", ["101%", "3/2", "0/0", "1/0"])
def test_a_share_is_between_nothing_and_everything(text: str) -> None:
    with pytest.raises(ValueError, match=f"^not between 0 and 100%: {re.escape(repr(text))}$"):
        Share(text)


def test_a_share_is_in_lowest_terms_and_prints_as_it_was_written() -> None:
    half = Share("50%")
    assert (half.numerator, half.denominator, str(half)) == (1, 2, "50%")
    assert half == Share("1/2") != Share("1/3")
    assert [Share(text).is_whole for text in ("100%", "3/3", "99%", "0%")] == [
        *(True, True, False, False)
    ]


def test_a_share_may_be_given_as_a_value() -> None:
    level = Level.model_validate({"id": "a", "title": "A", "required": "1/2"})
    assert Level(id="a", title="A", required=level.required) == level
    with pytest.raises(ValidationError):
        Level.model_validate({"id": "a", "title": "A", "required": 0.5})


def test_a_day_may_be_named_as_in_files_or_as_in_python() -> None:
    one = AuditedOn.model_validate({"from": "2026-10-12"})
    assert AuditedOn(from_=date(2026, 10, 12)) == one
    assert one.model_dump() == {"from": date(2026, 10, 12), "to": None}


def test_an_identifier_has_128_characters_at_most() -> None:
    assert len(ReferentialName(id="a" * 128, version="1").id) == 128
    with pytest.raises(ValidationError):
        ReferentialName(id="a" * 129, version="1")


def test_what_is_refused_is_not_shown() -> None:
    """A value may be private, and a message of pydantic's ends in a log."""
    with pytest.raises(ValidationError) as caught:
        Finding.model_validate({"status": "Nom de famille"})
    assert "Nom de famille" not in str(caught.value)


def test_models_refuse_what_they_do_not_know() -> None:
    with pytest.raises(ValidationError):
        Finding.model_validate({"status": "met", "note": "x"})


# ── Validity ─────────────────────────────────────────────────────────────────────────────────────

THREE_YEARS = Validity(years=3, renewal_window_months=6)


def test_the_window_at_the_ends_of_the_calendar() -> None:
    assert renewal_opens(date(9999, 12, 31), THREE_YEARS) == date(9999, 7, 1)
    assert renewal_opens(date(1, 2, 1), THREE_YEARS) == date.min
    assert renewal_opens(date(1, 7, 1), THREE_YEARS) == date(1, 1, 2)
    assert renewal_opens(date(1, 6, 30), THREE_YEARS) == date.min
    assert renewal_opens(date.max, Validity(years=3, renewal_window_months=0)) == date.max


def test_a_term_outside_the_calendar_is_told() -> None:
    with pytest.raises(
        OverflowError, match=r"^36 months from \(9998, 1, 1\) is outside the calendar$"
    ):
        label_period(date(9998, 1, 1), THREE_YEARS)


def test_the_end_of_a_term_that_is_renewed_is_no_warning() -> None:
    period = label_period(date(2026, 1, 1), THREE_YEARS)
    for day in (date(2028, 7, 1), period.last_day):
        assert state_on(day, period, validity=THREE_YEARS) == "expiring"
        assert state_on(day, period, validity=THREE_YEARS, renewed=True) == "valid"
    after = period.last_day.replace(year=period.last_day.year + 1)
    assert state_on(after, period, validity=THREE_YEARS, renewed=True) == "expired"


def test_events_that_cannot_follow_are_refused() -> None:
    period = label_period(date(2026, 1, 1), THREE_YEARS)
    events = [Event(event="reinstated", on=date(2026, 2, 1))]
    with pytest.raises(ValueError, match="reinstated cannot act on a label that is valid"):
        state_on(date(2026, 3, 1), period, events, validity=THREE_YEARS)


def test_the_last_day_of_a_version() -> None:
    def version(
        number: str, since: str, until: str | None = None, name_of: str = "essai"
    ) -> Referential:
        in_force = {"from": since, **({"until": until} if until else {})}
        referential = making.referential(
            [{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}], in_force=in_force
        )
        return Referential.model_validate({**dict(referential), "id": name_of, "version": number})

    first = version("1", "2019-05-23")
    others = [
        first,
        version("3", "2027-01-01"),
        version("2", "2025-01-01"),
        version("0", "2015-01-01"),
        version("9", "2020-01-01", name_of="autre"),
        version("9", "2020-01-01", name_of="voisin"),
    ]
    assert in_force_until(first, []) is None
    assert in_force_until(first, others) == date(2024, 12, 31)
    ended = version("1", "2019-05-23", "2022-01-01")
    assert in_force_until(ended, others) == date(2022, 1, 1)
    assert in_force_until(version("1", "2019-05-23", "2026-01-01"), others) == date(2024, 12, 31)


# ── The package ──────────────────────────────────────────────────────────────────────────────────


def test_every_public_name_is_there_and_documented() -> None:
    assert sorted(cpe_label.__all__) == cpe_label.__all__
    assert set(cpe_label.__all__) == {*cpe_label._HOMES, "__version__"}
    assert dir(cpe_label) == sorted(cpe_label.__all__)
    for name in cpe_label._HOMES:
        told = getattr(cpe_label, name).__doc__ or ""
        assert told, name
        assert not told.startswith(f"{name}("), f"{name} has the docstring that dataclasses make"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cpe_label.nothing  # noqa: B018


def test_the_version_costs_no_heavy_import() -> None:
    import subprocess
    import sys

    code = (
        "import sys, cpe_label.cli.arguments as a\n"
        "try: a.parser('fr').parse_args(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'yaml', 'jinja2', 'importlib.metadata'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_copy_with_other_sections_knows_its_own_criteria() -> None:
    """What was found by identifier is remembered, and never believed of a copy."""
    one = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 2}}])
    assert [*one.by_id] == [criterion.id for criterion in one.criteria]
    other = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 3}}])
    copy = one.model_copy(update={"sections": other.sections})
    assert copy.by_id == other.by_id
    assert one.by_id != copy.by_id
    assert copy == other


def test_what_a_referential_remembers_is_no_part_of_its_value() -> None:
    assert CheckReport(held=(problem("F001"),)) == CheckReport()
    assert Index(held={}) == Index()


def test_a_copy_that_is_changed_forgets_its_file() -> None:
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert audit.model_copy().source.name == str(EXAMPLES[0])
    assert audit.model_copy(update={"opinion": "x"}).source.name == ""
    referential = cpe_label.load_referential(REFERENTIAL)
    assert referential.model_copy(update={"version": "x"}).source.name == ""


def test_a_model_reads_what_it_writes() -> None:
    referential = cpe_label.load_referential(REFERENTIAL)
    assert cpe_label.Referential.model_validate(referential.model_dump()) == referential
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert cpe_label.Audit.model_validate(audit.model_dump()) == audit


def test_a_copy_with_other_parts_is_checked_anew() -> None:
    """What was found of a referential is remembered with it, and never believed of a copy."""
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    audit = making.audit([{"a": {"met": 1}}])
    assert cpe_label.check(audit, referential) == ()
    copy = referential.model_copy(update={"sources": ()})
    assert check_referential(copy) is check_referential(copy)
    assert [found.code for found in cpe_label.check(audit, copy)] == ["R013"]
    assert cpe_label.check(audit, referential) == ()
    assert referential == making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
