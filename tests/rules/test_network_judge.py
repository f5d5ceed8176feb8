"""The engine and a second judge that walks the calendar agree on every small network."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.network_judge import File, Label, judge
from support.networks import VALIDITY, histories, interesting_days, on_day

from cpe_label import Network

ACROSS = {f"N0{number}" for number in (*range(21, 29), 31, 35, 36)}


def across(network: Network) -> set[tuple[str, str]]:
    """The file and the code of each problem across files."""
    files = (*network.files.left_out, *network.files.problems)
    found = {(one.source, problem.code) for one in files for problem in one.problems}
    found |= {(str(one.file), one.code) for one in network.files.warnings}
    return {(name, code) for name, code in found if code in ACROSS}


def told(label: Label) -> tuple[Any, ...]:
    """A label of the judge, as the network shows a term."""
    ended = label.ended_by is not None
    last = label.until or (label.days[-1] if label.days and ended else None)
    return label.first, label.last, None if last == label.last else last, label.ended_by


@settings(max_examples=200)
@given(histories(), st.data())
def test_both_say_the_same_of_one_organisation(files: list[File], data: Any) -> None:
    days = interesting_days(files)
    for on in data.draw(st.lists(st.sampled_from(days), min_size=1, max_size=6, unique=True)):
        network, answer = on_day({"org-a": files}, on), judge(files, VALIDITY, on)
        assert across(network) == answer.errors, on
        found = {one.id: one for one in network.organisations}.get("org-a")
        if found is None:
            assert answer.stage == "not_engaged", on
            continue
        assert (found.label, found.stage) == (answer.label, answer.stage), on
        current = answer.current
        assert (found.first_day, found.last_day) == (
            (current.first, current.last) if current else (None, None)
        ), on
        shown = [(one.first_day, one.last_day, one.ended_on, one.ended_by) for one in found.terms]
        assert shown == [told(one) for one in answer.labels], on
        assert network.counts.audited == bool(answer.finished)
