"""What must be true of every network (RC-16 to RC-19)."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.network_cases import network_of
from support.network_judge import File
from support.networks import (
    REFERENTIAL,
    VALIDITY,
    audit,
    histories,
    interesting_days,
    on_day,
)

from cpe_label import Members, Network, Term, network
from cpe_label.record.network import network_record

NAMES = ("org-a", "org-b", "org-c")
NETWORKS = st.fixed_dictionaries({name: histories(prefix=f"{name}-") for name in NAMES})
FEW = settings(max_examples=25)


def some_day(data: Any, files: dict[str, list[File]]) -> date:
    days = sorted({day for each in files.values() for day in interesting_days(each)})
    day: date = data.draw(st.sampled_from(days))
    return day


def answer(found: Network) -> dict[str, Any]:
    """The record without what it says of files."""
    return {key: value for key, value in network_record(found).items() if key != "files"}


def held(term: Term) -> set[date]:
    """The days on which a term held, as far as its beginning is known."""
    if term.first_day is None or (term.ended_by and term.ended_on is None):
        last = term.ended_on or term.last_day
        return set() if term.first_day or term.ended_by == "withdrawal" else {last}
    last = term.ended_on or term.last_day
    length = (last - term.first_day).days + 1
    return {term.first_day + timedelta(days=step) for step in range(length)}


ANSWER = st.sampled_from(("met", "not_met", "not_applicable", "null"))
MEMBERS = st.lists(
    st.tuples(
        st.sampled_from((*NAMES, "org-d")),
        st.dates(date(2018, 1, 1), date(2021, 1, 1)),
        st.integers(0, 1500),
    ),
    min_size=1,
    unique_by=lambda one: one[0],
)


def members(lines: list[tuple[str, date, int]]) -> Members:
    return Members.build(
        {
            "members": [
                {
                    "id": name,
                    "name": f"Coopérative {name}",
                    "since": since.isoformat(),
                    "until": (since + timedelta(days=days)).isoformat(),
                }
                for name, since, days in lines
            ]
        }
    )


class TestRC16:
    """The labels of one organisation form a chain by day of decision: a term that is followed ends
    on the eve of the next, and a renewal names the label that it renews.
    """

    @FEW
    @given(NETWORKS, st.data())
    def test_no_day_has_two_terms(self, files: Any, data: Any) -> None:
        for one in on_day(files, some_day(data, files)).organisations:
            seen: set[date] = set()
            for term in one.terms:
                days = held(term)
                assert not seen & days
                seen |= days

    @FEW
    @given(NETWORKS, st.data())
    def test_a_term_is_what_its_own_file_says(self, files: Any, data: Any) -> None:
        periods = {
            (name, one.decided_on, one.term(VALIDITY))
            for name, each in files.items()
            for one in each
        }
        for one in on_day(files, some_day(data, files)).organisations:
            for term in one.terms:
                if term.first_day is not None:
                    assert (one.id, term.decided_on, (term.first_day, term.last_day)) in periods

    @FEW
    @given(NETWORKS, st.data(), st.randoms())
    def test_the_order_of_the_files_makes_no_difference(
        self, files: Any, data: Any, random: Any
    ) -> None:
        on = some_day(data, files)
        audits = [audit(one, name) for name, each in files.items() for one in each]
        before = network(audits, on=on, referentials=REFERENTIAL)
        random.shuffle(audits)
        after = network(audits, on=on, referentials=REFERENTIAL)
        assert network_record(after) == network_record(before)


class TestRC17:
    """On a given day nothing that is dated after it counts; each organisation has a label, that of
    its term, and a stage, that of its latest audit.
    """

    @FEW
    @given(NETWORKS, MEMBERS, st.data())
    def test_what_is_dated_after_the_day_changes_nothing(
        self, files: Any, lines: Any, data: Any
    ) -> None:
        on = some_day(data, files)
        by_then = {
            name: [_by(one, on) for one in each if one.first <= on] for name, each in files.items()
        }
        found = on_day(files, on, members(lines))
        assert answer(on_day(by_then, on, members(lines))) == answer(found)
        assert found.files.after_day == sum(
            one.first > on for each in files.values() for one in each
        )

    @FEW
    @given(NETWORKS, st.data())
    def test_an_organisation_does_not_see_the_others(self, files: Any, data: Any) -> None:
        on = some_day(data, files)
        together = {one.id: one for one in on_day(files, on).organisations}
        for name, each in files.items():
            alone = on_day({name: each}, on).organisations
            assert alone == tuple(together[one.id] for one in alone)

    @FEW
    @given(NETWORKS, st.data())
    def test_days_left_count_down_to_the_last_day(self, files: Any, data: Any) -> None:
        on = some_day(data, files)
        for one in on_day(files, on).organisations:
            runs = one.label in ("valid", "expiring", "suspended")
            assert (one.days_left is not None) is runs
            assert (one.last_day is None) is (one.label == "none")
            if one.days_left is not None:
                assert one.last_day == on + timedelta(days=one.days_left) >= on


def _by(file: File, day: date) -> File:
    """A file as it was on a day."""
    if file.decided_on is not None and file.decided_on > day:
        return replace(file, outcome=None, decided_on=None, previous=None, events=())
    return replace(file, events=tuple(one for one in file.events if one[1] <= day))


class TestRC18:
    """Coverage counts, of the members on a day, those that are engaged, audited and labelled;
    nothing is matched by name.
    """

    @FEW
    @given(NETWORKS, st.none() | MEMBERS, st.data())
    def test_the_counts_add_up(self, files: Any, lines: Any, data: Any) -> None:
        on = some_day(data, files)
        found = on_day(files, on, members(lines) if lines else None)
        counts, every = found.counts, len(found.organisations)
        assert counts.members == (every if lines else None)
        assert counts.labelled == counts.valid + counts.expiring <= counts.audited <= counts.engaged
        labels = ("valid", "expiring", "suspended", "withdrawn", "expired", "none")
        stages = ("granted", "refused", "adjourned", "to_decide", "in_audit", "self_assessed")
        assert sum(getattr(counts, name) for name in labels) == every
        assert sum(getattr(counts, name) for name in (*stages, "not_engaged")) == every
        assert counts.engaged == every - counts.not_engaged

    @FEW
    @given(NETWORKS, MEMBERS, st.data())
    def test_each_organisation_is_counted_once_or_listed_apart(
        self, files: Any, lines: Any, data: Any
    ) -> None:
        on = some_day(data, files)
        found = on_day(files, on, members(lines))
        counted = [one.id for one in found.organisations]
        there = [name for name, since, days in lines if since <= on <= since + timedelta(days=days)]
        assert counted == sorted(there)
        with_files = {one.id for one in on_day(files, on).organisations}
        assert list(found.non_members) == sorted(with_files - set(there))

    @FEW
    @given(NETWORKS, MEMBERS, st.data())
    def test_each_year_end_is_that_of_a_network_on_that_day(
        self, files: Any, lines: Any, data: Any
    ) -> None:
        for year in on_day(files, some_day(data, files), members(lines)).years:
            counts = on_day(files, year.on, members(lines)).counts
            assert (year.on.month, year.on.day) == (12, 31)
            assert (year.members, year.audited, year.labelled) == (
                counts.members,
                counts.audited,
                counts.labelled,
            )


class TestRC19:
    """A criterion across the network is counted over the latest finished audit of each
    organisation, by its permanent identifier.
    """

    @FEW
    @given(NETWORKS, st.data())
    def test_each_audited_organisation_has_one_answer(self, files: Any, data: Any) -> None:
        found = on_day(files, some_day(data, files))
        for one in found.criteria:
            assert one.not_met == len(set(one.organisations_not_met))
            assert one.met + one.not_met + one.not_applicable <= found.counts.audited
        assert bool(found.criteria) is bool(found.counts.audited)

    @given(st.lists(st.lists(ANSWER, min_size=3, max_size=3), min_size=1, max_size=5))
    def test_weakest_first(self, answers: Any) -> None:
        files = {
            f"x{number}": {
                "organisation": f"org-{number}",
                "from": "2019-05-23",
                "refused": "2019-06-01",
                "answers": dict(zip("abc", each, strict=True)),
            }
            for number, each in enumerate(answers)
        }
        criteria = {name: f"Vrai {name}." for name in "abc"}
        levels = {"1": {"criteria": criteria}}
        found = network_of({"on": "2020-01-01", "files": files, "versions": levels}).criteria
        shares = [
            Fraction(one.met, one.met + one.not_met) if one.met + one.not_met else None
            for one in found
        ]
        for before, after in pairwise(zip(shares, found, strict=True)):
            if after[0] is None:
                assert before[0] is not None or before[1].id < after[1].id
            else:
                key = (before[0], -before[1].not_met, before[1].id)
                assert before[0] is not None
                assert key < (after[0], -after[1].not_met, after[1].id)
        for one in found:
            given_answers = [each["abc".index(one.id)] for each in answers]
            assert one.met == given_answers.count("met")
            assert one.not_met == given_answers.count("not_met")
