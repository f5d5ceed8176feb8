"""A network in each format: seven parts, the same figures, what was left out at the top."""

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from support.network import LABELLED, ON, file_with, network, referential
from support.page_tree import read
from support.payloads import SAMPLE
from support.reports import outline, plain_text
from support.workbook import sheets_of

from cpe_label.reports.document import Table
from cpe_label.reports.formats import FORMATS as REPORT_FORMATS
from cpe_label.reports.kinds import network as kind
from cpe_label.reports.network import FORMATS
from cpe_label.reports.view.network import network_view
from cpe_label.rules.network import Network
from cpe_label.text.typography import LANGUAGES, Language

PARTS = [
    *("labels", "agenda", "members", "criteria", "good-practices", "recommendations", "progress"),
]
LEFT_OUT = tuple(file_with(f"de-côté-{number}.yaml", "A013") for number in range(30))
PROBLEMS = (file_with("compté.yaml", "A013"),)
COUNTED = network(left_out=LEFT_OUT, problems=PROBLEMS)
WHOLE = network()


def written(form: str, whole: Network = WHOLE, language: Language = "fr") -> str:
    """What a format of text writes."""
    found = FORMATS[form].write(whole, language)
    return found if isinstance(found, str) else found.decode()


# ── The parts ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_come_first_then_seven_parts_in_their_order(language: Language) -> None:
    page = read(written("html", language=language))
    assert [one["id"] for one in page.every("section")] == ["glance", *PARTS]
    titles = [one.text for one in page.every("h2")][1:-1]
    lines = written("text", language=language).splitlines()
    headings = [line for line, under in pairwise(lines) if set(under) == {"-"}]
    assert headings[1:-1] == titles
    assert set(titles) <= set(sheets_of(WHOLE, language))


@pytest.mark.parametrize("form", ["html", "markdown", "text", "pdf"])
def test_every_format_of_a_document_can_write_a_network(form: str) -> None:
    write = REPORT_FORMATS[form].write
    assert write
    assert write(kind.compose(network_view(WHOLE, "en")))


def test_the_same_counts_in_every_format() -> None:
    record = json.loads(written("json"))["counts"]
    figures = [(row[0], row[1]) for row in sheets_of(WHOLE, "en")["Summary"]]
    for name, key in (("Members", "members"), ("Labelled", "labelled"), ("Audited", "audited")):
        assert (name, record[key]) in figures
    for form in ("text", "html"):
        words = plain_text(written(form, language="en"), form)
        assert f"{record['labelled']} of {record['members']} labelled" in words
        assert f"{record['audited']} of {record['members']} audited" in words
    labels = Counter(row[3] for row in sheets_of(WHOLE, "en")["Labels"][1:])
    assert labels["valid"] == record["valid"]
    assert labels["no label"] == record["none"]


def test_without_a_list_of_members_nothing_is_a_share_of_them() -> None:
    whole = network(with_members=False)
    for form in ("text", "html"):
        words = plain_text(written(form, whole, "en"), form)
        assert "2 labelled" in words
        assert "of the members" not in words
        assert "nothing is said of coverage" in words
        assert "2025 7 members" not in words


def test_nothing_at_all_is_said_in_words() -> None:
    """A network without audits: each part says that it has nothing."""
    empty = replace(
        WHOLE,
        versions=(),
        members=None,
        organisations=(),
        agenda=(),
        criteria=(),
        good_practices=(),
        recommendations=(),
        years=(),
        progress=(),
        non_members=(),
        unattributed=(),
    )
    for form in ("text", "html"):
        words = plain_text(written(form, empty, "en"), form)
        assert words.count("None noted.") == 2
        for sentence in ("Nothing within a year.", "No audit is finished.", "audited twice."):
            assert sentence in words
    assert len(written("csv", empty).splitlines()) == 1
    assert sheets_of(empty, "en")["Labels"] == [sheets_of(WHOLE, "en")["Labels"][0]]
    public = FORMATS["html"].public
    assert public
    assert "None on this day." in str(public(empty, "en"))


# ── The order ────────────────────────────────────────────────────────────────────────────────────


def test_organisations_stand_as_people_look_for_them() -> None:
    names = dict(zip("abc", ("Émeraude", "abeille", "Zénith"), strict=True))
    known = tuple(replace(one, name=names.get(one.id, "-")) for one in WHOLE.organisations)
    view = network_view(replace(WHOLE, organisations=known), "fr")
    found = [one.name for one in view.organisations if one.name != "-"]
    assert found == ["abeille", "Émeraude", "Zénith"]


def test_an_identifier_tells_two_of_one_name_apart() -> None:
    view = network_view(WHOLE, "fr")
    assert {one.name for one in view.organisations} == {"texte name"}
    assert len({one.called for one in view.organisations}) == len(view.organisations)


def test_never_audited_stand_first() -> None:
    view = network_view(WHOLE, "fr")
    never = [one.audited_on is None for one in view.never_audited_first]
    assert never == sorted(never, reverse=True)
    assert never.count(True) == 2


def test_overdue_stands_first_then_the_soonest_due() -> None:
    rows = network_view(WHOLE, "fr").recommendations
    assert [(one.overdue, one.due is None) for one in rows] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_good_practices_stand_by_criterion() -> None:
    rows = network_view(WHOLE, "fr").good_practices
    assert [one.criterion for one in rows] == ["m-0-1", "r-0-1"]


def test_evidence_has_one_mark_for_each_item() -> None:
    practice = replace(WHOLE.good_practices[0], evidence=("- Statuts", "Registre"))
    text = written("text", replace(WHOLE, good_practices=(practice,)))
    assert "- Statuts\n" in text
    assert "- - " not in text


# ── What was left out ────────────────────────────────────────────────────────────────────────────


def test_what_was_left_out_stands_at_the_top_of_every_output() -> None:
    before = written("text", COUNTED).partition("L’essentiel")[0]
    header = read(written("html", COUNTED)).every("header")[0].text
    for words in (before, header):
        assert "30 fichiers laissés de côté" in words
        assert "de-côté-0.yaml (A013)" in words
        assert "et 10 autres" in words
        assert "1 fichier compté avec un problème" in words
        assert "compté.yaml (A013)" in words
    rows = written("csv", COUNTED).splitlines()[1:32]
    assert all("de-côté" in row or "compté.yaml" in row for row in rows)
    summary = sheets_of(COUNTED, "fr")["Synthèse"][1:32]
    assert all("(A013)" in str(row[1]) for row in summary)
    head = written("ics", COUNTED).replace("\r\n ", "").partition("BEGIN:VEVENT")[0]
    assert head.count("A013") == 31


def test_nothing_left_out_is_not_spoken_of() -> None:
    for form in ("text", "html", "csv", "ics"):
        assert not re.search("de côté|left out", written(form))


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


def test_each_line_of_time_says_what_it_shows() -> None:
    page = read(written("html"))
    pictures = [one for one in page.every("svg") if one["role"] == "img" and not one["class"]]
    view = network_view(WHOLE, "fr")
    assert len(pictures) == len(view.organisations)
    for picture, one in zip(pictures, view.organisations, strict=True):
        assert all(term.text in picture["aria-label"] for term in one.terms)
        spans = [part for part in picture.every("rect") if part["class"].startswith("span-")]
        assert len(spans) == sum(len(term.spans) for term in one.terms)


def test_every_organisation_audited_has_a_gauge_in_each_section() -> None:
    (table,) = [
        block
        for block in kind.compose(network_view(WHOLE, "fr")).sections[4].blocks
        if isinstance(block, Table) and len(block.head) == 3
    ]
    audited = [one for one in WHOLE.organisations if one.sections]
    assert [len(row) for row in table.rows] == [3] * len(audited)


# ── Texts of files ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize("payload", [one for one in SAMPLE if len(one.splitlines()) == 1])
def test_no_text_makes_a_tag_or_a_heading(payload: str) -> None:
    hostile, harmless = network(lambda _: payload), network(lambda _: "x" * len(payload))
    for write in (FORMATS["html"].write, FORMATS["html"].public):
        assert write
        pages = [outline(str(write(one, "fr"))).tags for one in (hostile, harmless)]
        assert pages[0] == pages[1]
    found = [headings_below(written("text", one)) for one in (hostile, harmless)]
    assert found[0] == found[1]


def headings_below(page: str) -> list[str]:
    """The lines that make a heading, the title aside, which is whatever the network is called."""
    return re.findall(r"^(?:=+|-+)$", page.split("\n", 1)[1], re.MULTILINE)[1:]


# ── Several versions ─────────────────────────────────────────────────────────────────────────────


def test_a_section_that_one_version_alone_has_is_absent_from_the_others() -> None:
    """The sections of the newest version first; where an audit has none of them, it says so."""
    (newest,) = WHOLE.versions
    older = referential(lambda field: f"ancien {field}", "0", more={"id": "s9", "title": "Retiré"})
    whole = replace(WHOLE, versions=(older, newest))
    view = network_view(whole, "fr")
    assert view.sections == ("texte section", "texte section", "Retiré")
    assert {one.title for one in view.criteria} == {"texte criterion"}
    audited = [one for one in view.organisations if one.sections]
    assert all(one.sections[2] is None for one in audited)
    page = plain_text(written("html", whole), "html")
    assert page.count("domaine absent") == len(audited)


# ── What a network publishes ─────────────────────────────────────────────────────────────────────


def marked() -> tuple[Network, dict[str, str]]:
    """A network in which every text is another, and the field of each."""
    fields: dict[str, str] = {}

    def write(field: str) -> str:
        text = f"marque{len(fields):03}"
        fields[text] = field
        return text

    left_out = (file_with("secret.yaml", "A013"),)
    return network(write, left_out=left_out, problems=left_out), fields


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [name for name, row in FORMATS.items() if row.public])
def test_a_public_list_has_no_other_name_comment_or_figure(form: str, language: Language) -> None:
    whole, fields = marked()
    public = FORMATS[form].public
    assert public
    page = str(public(whole, language))
    shown = [one for one in whole.organisations if one.id in LABELLED]
    allowed = {text for one in shown for text in (one.name, one.region)}
    allowed |= {text for text, field in fields.items() if field == "referential"}
    assert {text for text in fields if text in page} - allowed == set()
    for one in shown:
        assert one.name in page
        assert one.region is None or one.region in page
    assert "secret" not in page
    assert "A013" not in page
    body = re.sub(r"<style>.*</style>", "", page, flags=re.DOTALL)
    for figure in ("920", "69", "77,7", "77.7", "sha256"):  # days left, shares, fingerprints
        assert figure not in body


def test_a_public_page_says_that_it_may_be_incomplete() -> None:
    public = FORMATS["html"].public
    assert public
    assert "may be incomplete" in str(public(COUNTED, "en"))
    assert "may be incomplete" not in str(public(WHOLE, "en"))


def test_a_public_table_has_who_where_and_when() -> None:
    public = FORMATS["csv"].public
    assert public
    rows = str(public(WHOLE, "en")).splitlines()
    assert rows[0] == "Organisation,Identifier,Region,From,To (included)"
    assert rows[1] == f"texte name,a,texte region,{ON.year}-04-01,2029-05-31"
    assert [row.split(",")[1] for row in rows[1:]] == list(LABELLED)
