"""The calendar, as another library reads it: whole days, names that stay, no text that acts."""

import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from support.network import ON, network, plain

from cpe_label import MissingExtraError
from cpe_label.reports.network import FORMATS
from cpe_label.rules.network import Network
from cpe_label.text.display import FORBIDDEN
from cpe_label.text.typography import Language

WHOLE = network()


def content(whole: Network = WHOLE, language: Language = "en") -> bytes:
    found = FORMATS["ics"].write(whole, language)
    assert isinstance(found, bytes)
    return found


def events(whole: Network = WHOLE) -> dict[str, vobject.base.Component]:
    """The events by their names, as a calendar that imports them keeps them."""
    calendar = vobject.readOne(content(whole).decode())
    found = list(calendar.vevent_list)
    by_uid = {one.uid.value: one for one in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_each_item_of_the_agenda_is_an_event_of_one_whole_day() -> None:
    found = sorted(events().values(), key=lambda one: one.dtstart.value)
    assert [one.dtstart.value for one in found] == [item.day for item in WHOLE.agenda]
    for one in found:
        assert type(one.dtstart.value) is date
        assert not hasattr(one, "dtend")
        assert one.dtstamp.value.date() == ON
    assert [one.summary.value for one in found] == [
        "The renewal opens – texte name (b)",
        "Action due (m-0-1) – texte name (c)",
        "Action due (r-0-1) – texte name (f)",
        "Last day of the label – texte name (b)",
        "Action due (r-0-1) – texte name (c)",
    ]
    assert found[1].description.value == "texte owner"


def test_what_is_imported_twice_is_there_once() -> None:
    """The names stay where the day asked, the words, the language or the list change."""
    first = events()
    later = replace(WHOLE, on=ON + timedelta(days=9), agenda=WHOLE.agenda[1:])
    other = network(lambda field: f"autre {plain(field)}", with_members=False)
    assert set(events(later)) < set(first)
    assert set(events(other)) == set(first)
    french = vobject.readOne(content(language="fr").decode())
    assert {one.uid.value for one in french.vevent_list} == set(first)


def test_another_term_is_another_event() -> None:
    """So that a renewal does not move the end of the label before it."""
    first = set(events())
    (one,) = [each for each in WHOLE.organisations if each.id == "b"]
    term = replace(one.terms[0], first_day=date(2026, 6, 1))
    renewed = tuple(
        replace(each, terms=(term,)) if each.id == "b" else each for each in WHOLE.organisations
    )
    changed = set(events(replace(WHOLE, organisations=renewed)))
    assert len(first - changed) == len(changed - first) == 2


def test_another_organisation_or_label_is_another_event() -> None:
    assert not set(events()) & set(events(replace(WHOLE, label="autre")))


def test_the_lines_are_those_of_the_standard() -> None:
    whole = content(network(lambda field: "é" * 200))
    lines = whole.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_the_same_network_gives_the_same_bytes() -> None:
    assert content() == content()


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_no_text_makes_a_line(text: str) -> None:
    if FORBIDDEN.search(text) or not text.strip():
        return
    hostile = network(lambda _: f"{text}\nEND:VEVENT\nBEGIN:VEVENT\nUID:x")
    lines, expected = (
        [line.partition(b":")[0] for line in content(whole).replace(b"\r\n ", b"").split(b"\r\n")]
        for whole in (hostile, WHOLE)
    )
    assert lines == expected


def test_without_the_extra_one_sentence_says_how_to_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'cpe_label\[ics\]'"):
        content()
