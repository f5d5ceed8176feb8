"""Reading on after a slip: a certain mend is read as if it had been written, and is its own fix."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.hostile import CASES, Hostile
from support.written import MINIMAL

from cpe_label import Audit, Problem, parse_audit
from cpe_label.problems.problem import is_error
from cpe_label.reading import yaml_syntax as syntax
from cpe_label.reading.document import Document, read_document
from cpe_label.writing.fixes import fixed_text

PARSERS = {"c": getattr(yaml, "CSafeLoader", yaml.SafeLoader), "pure": yaml.SafeLoader}
FINDING = f"{MINIMAL}findings:\n  PRE-01:\n    status: met\n    evidence: [Registre]\n"


def only(text: str) -> Problem:
    """The one problem of a text, which must have one."""
    (found,) = read_document(text, "audit.yaml").problems
    return found


def mended(text: str) -> Audit:
    """The audit of a text after every fix."""
    return parse_audit(fixed_text(text, read_document(text, "a.yaml").problems), source="a.yaml")


def at(audit: Audit, key: str) -> Any:
    return getattr(audit.findings["PRE-01"], key)


TEXTS = {
    "Avis : favorable": "Y030",
    "Avis :": "Y030",
    "Vu le registre,\n      tenu à jour : oui\n      et signé": "Y030",
    "[vu] le 12": "Y050",
    '"avis" favorable': "Y050",
    "@voir": "Y032",
    "%taux": "Y032",
    "`mot`": "Y032",
    "*important* dossier": "Y006",
    "&co": "Y006",
    "!important": "Y007",
    "|texte": "Y038",
    ">5 %": "Y038",
    "> 50 % : oui": "Y038",
    "- point": "Y039",
    "? vraiment": "Y039",
    '- C:\\dossier, l\'an : "x"': "Y039",
}
"""What stands behind a key, as it was meant, and the code of the problem."""


@pytest.mark.parametrize("loader", PARSERS.values(), ids=PARSERS)
@pytest.mark.parametrize("written", TEXTS)
def test_a_text_that_yaml_takes_for_something_else(
    written: str, loader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syntax, "_Loader", loader)
    text = f"{FINDING}    comment: {written}\n    recommendation: x\n"
    found = only(text)
    assert (found.code, found.line is not None and found.line >= 10) == (TEXTS[written], True)
    assert found.fix is not None
    assert at(mended(text), "comment") == " ".join(written.split())
    assert at(mended(text), "recommendation") == "x"


QUOTES = {
    "'vu l'été'": "vu l'été",
    "'vu l''été et l'hiver'": "vu l'été et l'hiver",
    "'l'été est \"beau\"'": 'l\'été est "beau"',
    '"Le "projet" est vu."': 'Le "projet" est vu.',
    '"Le "projet" de l\'an."': 'Le "projet" de l\'an.',
}


@pytest.mark.parametrize("written", QUOTES)
def test_a_quote_inside_quotes(written: str) -> None:
    text = f"{FINDING}    comment: {written}\n"
    assert only(text).code == "Y048"
    assert at(mended(text), "comment") == QUOTES[written]


LISTS = {
    "Statuts : article 9": ("Statuts : article 9",),
    "\n      - Statuts : article 9\n      - x": ("Statuts : article 9", "x"),
    "[Statuts : article 9, x]": ("Statuts : article 9", "x"),
    "\n      – a\n      – b": ("a", "b"),
    "\n      • a\n      • b": ("a", "b"),
    "\n      * a\n      * b": ("a", "b"),
    "\n      · a": ("a",),
    "\n      -a\n      -b": ("a", "b"),
    "\n    – a\n    – b": ("a", "b"),
    "\n      - a\n      – b\n      • c": ("a", "b", "c"),
    "– a": ("a",),
    "- a": ("a",),
    "– a\n      – b": ("a", "b"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("written", LISTS)
def test_a_list_of_texts(written: str, newline: str) -> None:
    text = f"{MINIMAL}findings:\n  PRE-01:\n    evidence: {written}\n    comment: x\n"
    text = text.replace("\n", newline)
    found = only(text)
    assert found.fix is not None
    assert at(mended(text), "evidence") == LISTS[written]
    assert at(mended(text), "comment") == "x"
    fixed = fixed_text(text, [found])
    assert fixed.count("\n") == fixed.count(newline)


SPACES = [
    "\t\tstatus: met\n\t\tcomment: x\n",
    "    status: met\n\u00a0\u00a0\u00a0\u00a0comment: x\n",
    "    status\u00a0: met\n    comment: x\n",
    "    status:\u202fmet\n    comment: x\n",
    "    status: met\u2007\n    comment: x\n",
    "    status:met\n    comment: x\n",
    "    {?status: met, comment: x}\n",
    "    {status:met, comment: x}\n",
    "    {status\u00a0: met, comment: x}\n",
]


@pytest.mark.parametrize("written", SPACES)
def test_a_space_that_yaml_does_not_know(written: str) -> None:
    text = f"{MINIMAL}findings:\n  PRE-01:\n{written}"
    document = read_document(text, "audit.yaml")
    assert all(one.fix for one in document.problems)
    assert len(document.problems) == (2 if "\t" in written else 1)
    audit = mended(text)
    assert (at(audit, "status"), at(audit, "comment")) == ("met", "x")


def test_one_run_reports_every_slip_and_what_is_wrong_behind_it() -> None:
    text = (
        f"{MINIMAL}findings:\n  PRE-01:\n    status:met\n    evidence: a : b\n"
        "  PRE-02:\n    comment: 'l'an'\n    colour: red\n"
    )
    found = [(one.line, one.code) for one in read_document(text, "audit.yaml").problems]
    assert found == [(8, "Y046"), (9, "Y030"), (11, "Y048"), (12, "A001")]


def test_a_mapping_is_shown_and_nothing_below_its_key_is_read() -> None:
    action = only(f"{FINDING}    action: owner: Personne A\n")
    assert action.code == "Y051"
    assert action.fix is None
    assert "{owner: …, due: AAAA-MM-JJ}" in action.message("fr")
    organisation = MINIMAL.replace("{name: Coopérative Exemple}", "name: Coopérative Exemple")
    assert only(organisation).code == "Y051"


UNCERTAIN = {
    "a text whose next line is a key": "    comment: a : b\n      recommendation: x\n",
    "a text whose next line is an item": "    comment: a :\n      - b\n",
    "a text that a remark may have cut": "    comment: a : b #12\n",
    "quotes that close twice": '    comment: "a" b "c"\n',
    "quotes that close in a word": "    comment: 'vu l'été\n",
    "a list and a text": "    evidence: [a] b\n",
    "a bracket that another closes": "    comment: [a}\n",
    "a block text with a wrong start": "    comment: |0\n      a\n",
    "a name and what stands for it": "    comment: &a x\n    recommendation: *a\n",
}


@pytest.mark.parametrize("written", UNCERTAIN.values(), ids=UNCERTAIN)
def test_where_no_reading_is_certain_nothing_is_fixed(written: str) -> None:
    text = f"{FINDING.replace('    evidence: [Registre]', '')}{written}"
    document = read_document(text, "audit.yaml")
    assert document.value is None or not document.is_sound
    assert any(map(is_error, document.problems))
    assert not any(one.fix for one in document.problems)


def test_what_follows_quotes_directly_is_reported() -> None:
    found = only(f'{MINIMAL}opinion: "avis"# favorable\n')
    assert (found.code, found.line, found.column, found.fix) == ("Y052", 6, 16, None)


@pytest.mark.parametrize("header", ["|", "|+"])
def test_a_last_line_of_spaces_keeps_the_end_of_the_line_before(header: str) -> None:
    written = f"{MINIMAL}opinion: {header}\n  x\n   "
    audit = parse_audit(written, source="a.yaml")
    assert audit == parse_audit(f"{written}\n", source="a.yaml")


SOUND = [
    '"a : b"',
    "'a : b'",
    "|\n      a : b\n      \t- c\n      'l'an'\n      @x",
    ">-\n      – a : b\n      * c",
    "https://example.org/a:b",
    "12:30",
    "C:\\dossier",
    'l\'an "x" [y] {z}',
    "a\n      – b",
    "\u00a0a",
]
"""Texts that look like slips, and are sound."""


@pytest.mark.parametrize("written", SOUND)
def test_sound_look_alikes_stay_beside_a_slip(written: str) -> None:
    sound = f"{FINDING}    comment: {written}\n"
    assert not read_document(sound, "audit.yaml").problems
    slip = f"{sound}    recommendation: a : b\n"
    assert only(slip).code == "Y030"
    assert at(mended(slip), "comment") == at(parse_audit(sound, source="a.yaml"), "comment")


# ── The law: to fix and to read strictly is to read on ──────────────────────────────────────────


def remaining(document: Document) -> list[tuple[Any, ...]]:
    """The problems that no fix takes away, without their places, which a fix may move."""
    return sorted((one.code, one.path) for one in document.problems if one.fix is None)


def assert_law(content: str) -> None:
    """After the fixes a file has the remaining problems alone, and no fix is left."""
    before = read_document(content, "audit.yaml")
    if not any(one.fix for one in before.problems):
        return
    text = fixed_text(before.text, before.problems)
    after = read_document(text, "audit.yaml")
    if len(before.problems) > 1000:  # the first are reported, and no other is fixed
        return
    assert not any(one.fix for one in after.problems)
    assert remaining(after) == remaining(before)
    assert after.value == before.value
    if after.value is not None and before.value is not None:
        assert after.value.digest == before.value.digest
    assert fixed_text(text, after.problems) == text


PIECES = st.sampled_from(
    [
        *TEXTS, *QUOTES, *SOUND, *LISTS, "x", "[a, b]", "{a: b}", '"', "'", "[", "#", " #", "é :",
        "owner: x", "{owner: x}", "- a", "- a : b", "\n      - x", "\n\tx", "\u00a0", "\t", "-",
        "?",
    ]
)  # fmt: skip
KEYS = st.sampled_from(["status", "evidence", "comment", "action", "justification", "autre"])
COLONS = st.sampled_from([": ", ": ", ": ", ":", " : ", "\u00a0: ", ":\u202f", "\t: ", ":\t"])
INDENTS = st.sampled_from(["    ", "    ", "    ", "\t\t", "\u00a0" * 4, "   ", "      ", "  "])
LINES = st.lists(st.tuples(INDENTS, KEYS, COLONS, PIECES), max_size=5)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_reading_on_is_reading_what_the_fixes_write(
    lines: list[tuple[str, str, str, str]], newline: str
) -> None:
    body = "".join(f"{''.join(line)}\n" for line in lines)
    text = f"{MINIMAL}findings:\n  PRE-01:\n{body}  PRE-02: {{status: met}}\n"
    assert_law(text.replace("\n", newline))


def is_small_yaml(case: Hostile) -> bool:
    return isinstance(case.recipe, bytes) and case.file_name.endswith((".yaml", ".yml"))


@pytest.mark.slow
@pytest.mark.parametrize("case", [*filter(is_small_yaml, CASES)], ids=lambda case: case.name)
def test_the_law_holds_for_hostile_files(case: Hostile) -> None:
    assert_law(case.content.decode("utf-8", "replace").removeprefix("\ufeff"))


def test_lines_of_a_text_at_the_margin_are_each_reported_and_hide_nothing_below() -> None:
    written = "    comment: Bonjour,\n    Le registre : à jour.\n    Bien à vous\n"
    text = f"{FINDING}{written}kindd: audit\n"
    found = read_document(text, "audit.yaml").problems
    lines = [one.line for one in found if one.code == "Y031"]
    first = text[: text.index("    Le registre")].count("\n") + 1
    assert lines == [first, first + 1]
    assert "A001" in {one.code for one in found}
    assert not any(one.fix for one in found if one.code == "Y031")


def test_a_tab_before_a_key_in_other_words_is_the_level_that_has_it() -> None:
    found = read_document(f"{FINDING}\tbonne pratique : un prêt\n", "audit.yaml").problems
    assert [one.code for one in found] == ["Y054", "A001"]
    assert found[1].arguments["near"] == "good_practice"


def test_a_tab_after_a_dash_is_one_space() -> None:
    text = FINDING.replace("evidence: [Registre]", "evidence:\n    -\tRegistre : 2026")
    assert at(mended(text), "evidence") == ("Registre : 2026",)
