"""A decision or an event in the text of an audit: what comes, what stays, what is refused."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.deciding import FINDINGS, HEAD, KNOWN, LAYOUTS

from cpe_label import Audit, AuditError, Decision, Event, parse_audit
from cpe_label.rules.audit_file import AuditFile as FileOfNetwork
from cpe_label.rules.audit_file import audit_file
from cpe_label.writing.decisions import Change, add_event, decide
from cpe_label.writing.edit import AuditFile

DAY = date(2026, 11, 20)
COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#.*$")
REASONS = st.none() | st.text(st.sampled_from("aé 1:#-,'\"{}[]&*!|>%@`\n\\"), min_size=1).filter(
    str.strip
)


def opened(text: str, name: str = "a.yaml") -> AuditFile:
    return AuditFile(name, text.encode())


def decision(outcome: Any = "granted", day: date = DAY, reason: str | None = None) -> Decision:
    return Decision(outcome=outcome, decided_on=day, reason=reason)


def event(word: Any, on: str, reason: str | None = None) -> Event:
    return Event.build({"event": word, "on": on, "reason": reason})


def other(text: str, name: str = "old.yaml") -> FileOfNetwork:
    evaluation = KNOWN.assess(parse_audit(text, source=name)).evaluation
    return audit_file(evaluation, name, placed=True)


def codes(change: Any) -> list[str]:
    """Where each problem of a refused change stands, and its code."""
    with pytest.raises(AuditError) as caught:
        change()
    return [f"{one.line} {one.code}" for one in caught.value.problems]


# ── What comes, and what stays ───────────────────────────────────────────────────────────────────


@given(
    st.sampled_from(sorted(LAYOUTS)),
    st.sampled_from(["granted", "refused", "adjourned"]),
    st.dates(date(2026, 10, 31), date(2028, 10, 1)),
    REASONS,
)
def test_the_file_is_read_as_what_it_was_and_the_decision(
    layout: str, outcome: Any, day: date, reason: str | None
) -> None:
    text = LAYOUTS[layout]
    if outcome == "refused" and reason is None:
        reason = "Motif."
    before, made = opened(text), decision(outcome, day, reason)
    change = decide(before, made, (), KNOWN)
    read = parse_audit(change.after.text, source="a.yaml")
    assert read == before.audit.model_copy(update={"decision": made})
    assert read.digest == before.audit.digest
    assert COMMENT.findall(change.after.text) == COMMENT.findall(text) or reason
    assert before.text == text
    again = decide(opened(change.after.text), made, (), KNOWN)
    assert again.after.text == change.after.text


@given(st.sampled_from(sorted(LAYOUTS)), st.sets(st.integers(0, 400), min_size=1, max_size=4))
def test_so_is_what_happened_to_the_label(layout: str, days: set[int]) -> None:
    words = ["suspended", "reinstated", "suspended", "withdrawn"]
    text = decide(opened(LAYOUTS[layout]), decision(), (), KNOWN).after.text
    audit = parse_audit(text, source="a.yaml")
    events = [
        event(word, (DAY + timedelta(number)).isoformat())
        for word, number in zip(words, sorted(days), strict=False)
    ]
    for one in events:
        text = add_event(opened(text), one, (), KNOWN).after.text
    assert parse_audit(text, source="a.yaml") == audit.model_copy(update={"events": events})
    assert COMMENT.findall(text) == COMMENT.findall(LAYOUTS[layout])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_line_is_touched_but_that_of_the_decision(layout: str) -> None:
    text = LAYOUTS[layout]
    after = decide(opened(text), decision(), (), KNOWN).after.text
    new = set(after.splitlines()) - set(text.splitlines())
    keys = ("decision", "outcome", "decided_on", "opinion: |", "}")
    assert all(line.strip().startswith(keys) for line in new), new


# ── The label before ─────────────────────────────────────────────────────────────────────────────

OLD = f"{HEAD}{FINDINGS}decision: {{outcome: granted, decided_on: 2026-11-20}}\n"
"""To 2029-11-19; its window opens on 2029-05-20."""
NEW = f"{HEAD}{FINDINGS}".replace("2026-10-1", "2029-06-1")


def previous_on(day: str, events: str = "", text: str = NEW) -> Any:
    """What the file of the renewal names, once it is granted on a day."""
    before = other(f"{OLD}{events}")
    made = decision(day=date.fromisoformat(day))
    return decide(opened(text), made, [before], KNOWN).after.audit.previous


@pytest.mark.parametrize(
    ("day", "events", "state"),
    [
        ("2029-07-01", "", None),
        ("2029-11-19", "", None),
        ("2029-12-01", "", None),
        ("2029-07-01", "events: [{event: suspended, on: 2029-06-30}]", "suspended"),
        ("2029-07-01", "events: [{event: withdrawn, on: 2029-06-30}]", "withdrawn"),
    ],
)
def test_a_grant_names_the_label_that_the_folder_holds(
    day: str, events: str, state: str | None
) -> None:
    """RC-13: its last day, and its state on the eve of the decision."""
    named = previous_on(day, events)
    assert (named.last_day, named.state) == (date(2029, 11, 19), state)


def test_nothing_is_named_where_there_is_nothing_before() -> None:
    assert (
        decide(opened(NEW), decision(day=date(2029, 7, 1)), (), KNOWN).after.audit.previous is None
    )
    for outcome in ("refused", "adjourned"):
        made = decision(outcome, date(2029, 7, 1), "Motif.")
        assert decide(opened(NEW), made, [other(OLD)], KNOWN).after.audit.previous is None


def test_what_the_file_names_is_kept_where_it_is_right_and_refused_where_it_is_not() -> None:
    right = f"{NEW}previous: {{last_day: 2029-11-19}}  # seen\n"
    made = decision(day=date(2029, 7, 1))
    after = decide(opened(right), made, [other(OLD)], KNOWN).after
    assert "previous: {last_day: 2029-11-19}  # seen\n" in after.text
    wrong = right.replace("11-19", "11-18")
    with pytest.raises(AuditError) as caught:
        decide(opened(wrong), made, [other(OLD)], KNOWN)
    (found,) = caught.value.problems
    assert (found.code, found.line) == ("N022", 11)
    assert "previous: {last_day: 2029-11-19}" in found.message("fr")
    unknown = f"{NEW}previous: {{last_day: 2029-11-18}}\n"
    assert decide(opened(unknown), made, (), KNOWN).after.text.startswith(unknown)


def test_what_a_decision_makes_wrong_in_another_file_is_refused() -> None:
    """A renewal that was granted already named the label before it."""
    first = f"{HEAD}{FINDINGS}".replace("2026-10-1", "2020-10-1")
    renewal = f"{OLD}previous: {{last_day: 2025-01-01}}\n"
    assert decide(opened(first), decision(day=date(2020, 11, 20)), (), KNOWN).warnings == ()
    late = decision(day=date(2024, 1, 10))
    with pytest.raises(AuditError) as caught:
        decide(opened(first), late, [other(renewal)], KNOWN)
    found = [(one.file, one.code) for one in caught.value.problems]
    assert found == [("a.yaml", "A036"), ("old.yaml", "N022")]


@pytest.mark.parametrize(
    ("day", "code"), [("2026-11-20", "N025"), ("2029-07-01", None), ("2026-11-19", "N022")]
)
def test_two_labels_may_not_be_granted_on_one_day(day: str, code: str | None) -> None:
    text = f"{HEAD}{FINDINGS}".replace("2026-10-1", "2026-09-1")
    renewal = f"{OLD}previous: {{last_day: 2026-12-31}}\n" if code == "N022" else OLD

    def change() -> Change:
        return decide(opened(text), decision(day=date.fromisoformat(day)), [other(renewal)], KNOWN)

    if code is None:
        assert change().after.audit.previous is not None
    else:
        with pytest.raises(AuditError, match=code):
            change()


# ── What is refused ──────────────────────────────────────────────────────────────────────────────

WHOLE = f"{HEAD}{FINDINGS}"
GRANTED = f"{WHOLE}decision: {{outcome: granted, decided_on: 2026-11-20}}\n"
FAILED = WHOLE.replace("C-1: {status: met,", "C-1: {status: not_met,")
OPEN = WHOLE.replace("    status: met   # yes\n", "    comment: later\n")


@pytest.mark.parametrize(
    ("text", "made", "found"),
    [
        (FAILED, decision(), ["8 A017"]),
        (OPEN, decision(), ["8 A018"]),
        (WHOLE, decision("refused"), ["8 A020"]),
        (WHOLE, decision(day=date(2026, 10, 12)), ["5 A023"]),
        (WHOLE, decision(day=date(9998, 1, 1)), ["1 A030"]),
        (WHOLE.replace("kind: audit", "kind: self_assessment"), decision(), ["4 A016"]),
        (WHOLE.replace("id: exemple-001, ", ""), decision(), ["3 A021"]),
        (GRANTED, decision("refused", reason="x"), ["11 S001"]),
        (GRANTED, decision(day=date(2026, 11, 21)), ["11 S001"]),
        (
            f"{WHOLE}decision: {{outcome: adjourned, decided_on: 2027-01-10}}",
            decision(),
            ["11 S002"],
        ),
        (f"{WHOLE}  C-3: {{status: met}}\n", decision(), ["11 A013"]),
    ],
)  # fmt: skip
def test_a_decision_that_the_rules_do_not_allow(
    text: str, made: Decision, found: Sequence[str]
) -> None:
    """Each at the place in the file as it is of what the refusal rests on."""
    file = opened(text)
    assert codes(lambda: decide(file, made, (), KNOWN)) == found
    assert file.text == text


@pytest.mark.parametrize(
    ("text", "made", "found"),
    [
        (WHOLE, event("suspended", "2027-01-01"), ["1 A027"]),
        (GRANTED, event("suspended", "2026-11-19"), ["11 A029"]),
        (GRANTED, event("suspended", "2029-11-20"), ["11 A035"]),
        (GRANTED, event("reinstated", "2027-01-01"), ["11 A028"]),
        (GRANTED.replace("granted", "refused").replace("20}", "20, reason: x}"),
         event("withdrawn", "2027-01-01"), ["11 A027"]),
        (WHOLE.replace("kind: audit", "kind: self_assessment"),
         event("suspended", "2027-01-01"), ["4 A016"]),
        (f"{GRANTED}events: [{{event: withdrawn, on: 2027-02-01}}]\n",
         event("reinstated", "2027-03-01"), ["12 A028"]),
        (f"{GRANTED}events: [{{event: suspended, on: 2027-02-01}}]\n",
         event("reinstated", "2027-01-31"), ["12 A029"]),
    ],
)  # fmt: skip
def test_an_event_that_the_rules_do_not_allow(text: str, made: Event, found: Sequence[str]) -> None:
    file = opened(text)
    assert codes(lambda: add_event(file, made, (), KNOWN)) == found
    assert file.text == text


def test_an_event_on_a_label_that_a_renewal_has_ended() -> None:
    """RC-16: in the file of the old label, whose term the renewal cut short."""
    renewal = other(
        f"{NEW}previous: {{last_day: 2029-11-19, state: suspended}}\n"
        "decision: {outcome: granted, decided_on: 2029-07-01}\n",
        "new.yaml",
    )
    suspended = f"{OLD}events: [{{event: suspended, on: 2029-02-01}}]\n"
    late = event("withdrawn", "2029-08-01")
    assert codes(lambda: add_event(opened(suspended), late, [renewal], KNOWN)) == ["12 N027"]
    early = event("withdrawn", "2029-06-01")  # the renewal says that it was suspended
    assert codes(lambda: add_event(opened(suspended), early, [renewal], KNOWN)) == ["11 N022"]


def test_warnings_that_come_with_a_change_and_no_other() -> None:
    noted = WHOLE.replace("status: met   # yes", "status: met\n    justification: x")
    assert decide(opened(noted), decision(), (), KNOWN).warnings == ()
    against = decide(opened(noted), decision("refused", reason="x"), (), KNOWN)
    assert [one.code for one in against.warnings] == ["A019"]
    renewal = other(
        f"{NEW}previous: {{last_day: 2029-11-19}}\n"
        "decision: {outcome: granted, decided_on: 2029-10-01}\n",
        "new.yaml",
    )
    after = add_event(opened(OLD), event("withdrawn", "2029-11-01"), [renewal], KNOWN)
    assert [(one.code, one.line) for one in after.warnings] == [("N036", 11)]


def test_an_audit_with_errors_is_not_changed() -> None:
    broken = WHOLE.replace("2026-10-13}", "2026-10-01}")
    assert codes(lambda: decide(opened(broken), decision(), (), KNOWN)) == ["5 A022"]
    unknown = WHOLE.replace("id: essai", "id: autre")
    assert codes(
        lambda: add_event(opened(unknown), event("suspended", "2027-01-01"), (), KNOWN)
    ) == ["2 A011"]


def test_the_value_that_is_read_is_an_audit() -> None:
    change = decide(opened(WHOLE), decision(), (), KNOWN)
    assert isinstance(change.evaluation.audit, Audit)
    assert change.evaluation.period is not None
    assert change.evaluation.period.last_day == date(2029, 11, 19)
