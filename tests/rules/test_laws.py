"""The rules as laws: one class for each clause, which must hold for any audit.

Each class has its clause's sentence as docstring.
"""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Literal

from hypothesis import assume, given
from hypothesis import strategies as st
from support import making
from support.laws import (
    SCOPES,
    SHARES,
    Sections,
    completions,
    files,
    judged,
    moved,
    one_criterion,
    small,
    verdicts,
)

from cpe_label import (
    Audit,
    Event,
    Referential,
    Verdict,
    label_period,
    state_on,
)
from cpe_label.model.referential import Validity
from cpe_label.model.share import Share
from cpe_label.rules.engine import check, evaluate
from cpe_label.rules.validity import renewal_opens
from cpe_label.text.typography import share_shown


class TestRC1:
    """A decision covers every criterion of one version of one referential."""

    @given(files())
    def test_each_criterion_is_counted_once(self, file: tuple[Any, Sections]) -> None:
        evaluation = judged(*file)
        counted = [
            name
            for result in evaluation.levels
            for names in (
                result.tally.met,
                result.tally.not_met,
                result.tally.not_applicable,
                result.tally.unassessed,
            )
            for name in names
        ]
        assert sorted(counted) == sorted(one.id for one in evaluation.referential.criteria)

    @given(files(), st.randoms())
    def test_the_order_of_findings_changes_nothing(self, file: tuple[Any, Sections], random: Any):
        referential, audit = making.referential(*file), making.audit(file[1])
        findings = list(audit.findings.items())
        random.shuffle(findings)
        shuffled = Audit.model_validate({**dict(audit), "findings": dict(findings)})
        assert shuffled == audit
        assert evaluate(shuffled, referential) == evaluate(audit, referential)

    @given(files())
    def test_another_version_is_refused(self, file: tuple[Any, Sections]) -> None:
        audit = making.audit(file[1], referential={"id": "essai", "version": "2"})
        assert [p.code for p in check(audit, making.referential(*file))] == ["A031"]


class TestRC2:
    """Every criterion has one level, and each level has a required share, both written in the
    referential."""

    @given(files())
    def test_names_decide_nothing(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        renamed = [{**level, "id": f"x{level['id']}"} for level in levels]
        under_new_names = [
            {f"x{name}": counts for name, counts in section.items()} for section in sections
        ]
        before, after = judged(levels, sections), judged(renamed, under_new_names)
        assert before.verdict is after.verdict
        assert list(verdicts(before).values()) == list(verdicts(after).values())

    @given(st.integers(0, 100))
    def test_a_percentage_is_a_fraction(self, percent: int) -> None:
        share = Share(f"{percent}%")
        assert share == Share(f"{percent}/100")
        assert Fraction(share.numerator, share.denominator) == Fraction(percent, 100)

    @given(st.text(max_size=8))
    def test_any_other_text_is_refused(self, text: str) -> None:
        try:
            share = Share(text)
        except ValueError:
            return
        assert str(share) == text
        assert text.isascii()
        assert 0 <= share.numerator <= share.denominator


class TestRC3:
    """A criterion is met, not met, not applicable or not yet assessed; no partial credit, no
    weight."""

    @given(files(), st.sampled_from(["comment", "good_practice", "recommendation"]))
    def test_words_change_no_count(self, file: tuple[Any, Sections], key: str) -> None:
        referential, audit = making.referential(*file), making.audit(file[1])
        findings = {
            one.id: {**dict(audit.findings.get(one.id, {})), key: "Un mot."}
            for one in referential.criteria
        }
        wordy = Audit.model_validate({**dict(audit), "findings": findings})
        before, after = evaluate(audit, referential), evaluate(wordy, referential)
        assert (after.levels, after.sections) == (before.levels, before.sections)

    @given(files(st.just("whole")))
    def test_criteria_of_one_level_weigh_the_same(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        gathered: dict[str, dict[str, int]] = {}
        for section in sections:
            for level, counts in section.items():
                into = gathered.setdefault(level, dict.fromkeys(counts, 0))
                for status, count in counts.items():
                    into[status] += count
        assert verdicts(judged(levels, [gathered])) == verdicts(judged(levels, sections))


class TestRC4:
    """A criterion is not applicable only where the referential says when, and with a
    justification; it then leaves the count."""

    @given(files())
    def test_it_is_as_if_it_were_not_there(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        without = [
            {level: {**counts, "not_applicable": 0} for level, counts in section.items()}
            for section in sections
        ]
        with_them = verdicts(judged(levels, sections))
        assert with_them == verdicts(judged(levels, without))

    @given(files())
    def test_it_needs_the_referential_to_allow_it(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        referential = making.referential(levels, sections, allow_not_applicable=False)
        aside = sum(c["not_applicable"] for section in sections for c in section.values())
        codes = [p.code for p in check(making.audit(sections), referential)]
        assert codes == ["A014"] * aside

    @given(files())
    def test_it_needs_a_justification(self, file: tuple[Any, Sections]) -> None:
        referential, audit = making.referential(*file), making.audit(file[1])
        bare = {
            name: {"status": finding.status, "evidence": finding.evidence}
            for name, finding in audit.findings.items()
        }
        unjustified = Audit.model_validate({**dict(audit), "findings": bare})
        aside = sum(c["not_applicable"] for section in file[1] for c in section.values())
        assert [p.code for p in check(unjustified, referential)] == ["A015"] * aside


class TestRC5:
    """A level is reached when its required share of applicable criteria is met, compared in
    whole numbers; the shares shown are rounded down."""

    @given(SHARES, st.integers(0, 400), st.integers(0, 400))
    def test_the_comparison_is_exact(self, required: str, met: int, not_met: int) -> None:
        assume(met + not_met)
        counts = {"met": met, "not_met": not_met}
        result = judged([{"id": "a", "required": required}], [{"a": counts}]).levels[0]
        share = Share(required)
        wanted = Fraction(share.numerator, share.denominator)
        assert (result.verdict is Verdict.PASS) == (Fraction(met, met + not_met) >= wanted)

    @given(SHARES, st.integers(0, 100), st.integers(1, 100))
    def test_what_is_still_needed_is_the_least(self, required: str, met: int, not_met: int):
        def reached(more: int) -> bool:
            counts = {"met": met + more, "not_met": not_met - more}
            result = judged([{"id": "a", "required": required}], [{"a": counts}]).levels[0]
            return result.verdict is Verdict.PASS

        counts = {"met": met, "not_met": not_met}
        result = judged([{"id": "a", "required": required}], [{"a": counts}]).levels[0]
        needed = result.still_needed
        assert reached(needed)
        assert needed == 0 or not reached(needed - 1)
        assert len(result.candidates) == (not_met if needed else 0)

    @given(st.integers(0, 3000), st.integers(1, 3000))
    def test_the_share_shown_is_rounded_down(self, part: int, whole: int) -> None:
        assume(part <= whole)
        shown = share_shown(part, whole, "en")
        lower = Fraction(shown.removesuffix("%")) / 100
        assert lower <= Fraction(part, whole) < lower + Fraction(1, 1000)
        assert (shown == "100%") == (part == whole)


class TestRC6:
    """The required share holds over the whole referential or in each section, as the level says;
    criteria not yet assessed count as applicable."""

    @given(files(st.just("each_section")))
    def test_each_section_stands_alone(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        for level in levels:
            name = level["id"]
            alone = [
                judged([{**level, "scope": "whole"}], [{name: section[name]}]).verdict
                for section in sections
                if sum(section[name].values())
            ]
            worst = min(alone, key=[Verdict.FAIL, Verdict.UNDECIDED, Verdict.PASS].index)
            assert verdicts(judged(levels, sections))[name] is worst

    @given(files())
    def test_the_unassessed_are_applicable(self, file: tuple[Any, Sections]) -> None:
        for result in judged(*file).levels:
            tally = result.tally
            everything = len(tally.met + tally.not_met + tally.not_applicable + tally.unassessed)
            assert tally.applicable == everything - len(tally.not_applicable)


class TestRC7:
    """A level in which nothing is applicable is reached, and the report says so."""

    @given(SHARES, SCOPES, st.integers(1, 5))
    def test_nothing_applicable_passes_and_is_a_reason(
        self, required: str, scope: str, n: int
    ) -> None:
        level = {"id": "a", "required": required, "scope": scope}
        evaluation = judged([level], [{"a": {"not_applicable": n}}])
        assert evaluation.verdict is Verdict.PASS
        assert "RC-7" in [reason.clause for reason in evaluation.reasons]


class TestRC8:
    """What is not assessed is not known: a level is reached, or not reached, only when no
    answer still to come can change it."""

    @given(files())
    def test_known_only_when_every_completion_agrees(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file[0], small(file[1])
        now = verdicts(judged(levels, sections))
        later = [verdicts(judged(levels, way)) for way in completions(sections)]
        for level, verdict in now.items():
            possible = {outcome[level] for outcome in later}
            assert possible <= {Verdict.PASS, Verdict.FAIL}
            assert {verdict} == (possible if len(possible) == 1 else {Verdict.UNDECIDED})

    @given(files())
    def test_complete_when_nothing_is_unassessed(self, file: tuple[Any, Sections]) -> None:
        evaluation = judged(*file)
        left = sum(c["unassessed"] for section in file[1] for c in section.values())
        assert evaluation.complete == (left == 0)
        assert evaluation.verdict is not Verdict.UNDECIDED or not evaluation.complete


class TestRC9:
    """One level not reached is enough to fail; otherwise one undecided level leaves the
    whole undecided; otherwise the conditions are met."""

    @given(files())
    def test_the_worst_level_decides(self, file: tuple[Any, Sections]) -> None:
        evaluation = judged(*file)
        found = set(verdicts(evaluation).values())
        order = [Verdict.FAIL, Verdict.UNDECIDED, Verdict.PASS]
        assert evaluation.verdict is min(found, key=order.index)

    @given(files())
    def test_veto(self, file: tuple[Any, Sections]) -> None:
        levels, sections = file
        strict = [{**levels[0], "required": "100%"}, *levels[1:]]
        sections[0]["a"]["not_met"] += 1
        assert judged(strict, sections).verdict is Verdict.FAIL

    @given(files(), st.data())
    def test_one_more_met_never_harms(self, file: tuple[Any, Sections], data: Any) -> None:
        levels, sections = file
        places = [
            (at, level, status)
            for at, section in enumerate(sections)
            for level, counts in section.items()
            for status in ("not_met", "unassessed")
            if counts[status]
        ]
        assume(places)
        at, level, status = data.draw(st.sampled_from(places))
        order = [Verdict.FAIL, Verdict.UNDECIDED, Verdict.PASS]
        before = judged(levels, sections).verdict
        after = judged(levels, moved(sections, at, level, status, "met")).verdict
        assert order.index(after) >= order.index(before)


class TestRC10:
    """Only an audit can label; a self-assessment has a verdict and no label."""

    @given(files())
    def test_same_verdict_and_no_label(self, file: tuple[Any, Sections]) -> None:
        own = judged(*file, kind="self_assessment")
        assert verdicts(own) == verdicts(judged(*file))
        assert own.period is None
        assert own.standing.value in ("self_pass", "self_fail", "secured", "unfinished")

    @given(files(), st.sampled_from(["granted", "refused", "adjourned"]))
    def test_no_decision_on_it(self, file: tuple[Any, Sections], outcome: str) -> None:
        decision = {"outcome": outcome, "decided_on": "2026-11-20", "reason": "Motif."}
        audit = making.audit(file[1], kind="self_assessment", decision=decision)
        assert "A016" in [p.code for p in check(audit, making.referential(*file))]


class TestRC11:
    """The committee decides; it can grant the label only on a complete audit whose conditions are
    all met."""

    @given(files())
    def test_granted_only_on_a_complete_pass(self, file: tuple[Any, Sections]) -> None:
        referential = making.referential(*file)
        decision = {"outcome": "granted", "decided_on": "2026-11-20"}
        problems = check(making.audit(file[1], decision=decision), referential)
        before = evaluate(making.audit(file[1]), referential)
        may = before.verdict is Verdict.PASS and before.complete
        assert (problems == ()) == may
        assert before.standing.value != "labelled"

    @given(files(), st.sampled_from(["refused", "adjourned"]))
    def test_any_other_decision_leaves_the_verdict(self, file: tuple[Any, Sections], outcome: str):
        decision = {"outcome": outcome, "decided_on": "2026-11-20", "reason": "Motif."}
        decided = judged(*file, decision=decision)
        assert decided.levels == judged(*file).levels
        assert decided.period is None
        assert decided.standing.value == outcome


THREE_YEARS = Validity.model_validate({"years": "3", "renewal_window_months": "6"})
DAYS = st.dates(date(1, 1, 1), date(9996, 12, 31))
NEAR = st.dates(date(2026, 1, 1), date(2026, 1, 9))  # so near that bounds are met often
TERMS = st.builds(
    lambda years, months: Validity.model_validate(
        {"years": str(years), "renewal_window_months": str(months)}
    ),
    st.integers(1, 9),
    st.integers(0, 24),
)
ONE_DAY = timedelta(days=1)


def same_day(day: date, years: int) -> date:
    """The same day of another year, or the 1st of March where it has no 29th of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


LAST_FIRST_DAY = date(9997, 1, 1)


def eve_three_years_later(day: date) -> date:
    """By reading it out: the day before the same date, or before 1 March if there is none."""
    year = day.year + 3
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (day.month, day.day) == (2, 29) and not leap:
        return date(year, 2, 28)
    if day.day > 1:
        return date(year, day.month, day.day - 1)
    if day.month == 1:
        return date(year - 1, 12, 31)
    lengths = {
        1: 31,
        2: 29 if leap else 28,
        3: 31,
        4: 30,
        5: 31,
        6: 30,
        7: 31,
        8: 31,
        9: 30,
        10: 31,
    }
    return date(year, day.month - 1, {**lengths, 11: 30}[day.month - 1])


def opens(last: date, months: int) -> date:
    """The first day of a window: months are counted back, one by one, from the day after `last`;
    the 1st of the next month stands for a day that is not there.
    """
    end = last + ONE_DAY
    year, month = end.year, end.month
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    try:
        return date(year, month, end.day)
    except ValueError:
        return date(year, month + 1, 1)


class TestRC12:
    """The label's first day is the day of the decision; its last day, included, is the eve of the
    same day at the end of the term, or of the 1st of the next month where that day does not
    exist."""

    @given(st.dates(date(1, 1, 1), date(9990, 12, 31)), TERMS)
    def test_the_last_day_is_the_eve_of_the_same_day(self, day: date, validity: Validity) -> None:
        period = label_period(day, validity)
        assert period.first_day == day
        assert period.last_day + ONE_DAY == same_day(day, validity.years)

    def test_every_first_day_of_a_cycle_and_of_the_ends_of_the_calendar(self) -> None:
        """400 years hold every calendar there is; the first and the last terms are tried too."""
        cycle = range(date(2000, 1, 1).toordinal(), date(2400, 1, 1).toordinal())
        end = range(date(9993, 1, 1).toordinal(), LAST_FIRST_DAY.toordinal())
        days = (*range(1, 1500), *cycle, *end)
        for ordinal in days:
            day = date.fromordinal(ordinal)
            assert label_period(day, THREE_YEARS).last_day == eve_three_years_later(day), day
        assert label_period(LAST_FIRST_DAY, THREE_YEARS).last_day == date.max

    @given(st.dates(date(9997, 1, 2), date.max))
    def test_beyond_the_calendar_is_an_error(self, day: date) -> None:
        try:
            label_period(day, THREE_YEARS)
        except OverflowError:
            return
        raise AssertionError(day)


class TestRC13:
    """A renewal decided inside the window before the last day starts the day after it;
    otherwise, or when the label before it was suspended or withdrawn on the eve of the decision,
    on the day of its decision."""

    @given(st.dates(date(2, 1, 1), date(9980, 12, 31)), st.integers(-800, 800), TERMS)
    def test_never_an_overlap(self, last: date, shift: int, validity: Validity) -> None:
        decided = date.fromordinal(max(1, last.toordinal() + shift))
        period = label_period(decided, validity, last)
        inside = opens(last, validity.renewal_window_months) <= decided <= last
        assert period.first_day == (last + ONE_DAY if inside else decided)
        assert period.continues == (period.first_day == last + ONE_DAY)
        assert period.gap_days == max(0, (period.first_day - last).days - 1)

    @given(st.dates(date(3, 1, 1), date(9990, 12, 31)), st.integers(0, 24))
    def test_the_window_has_its_months(self, last: date, months: int) -> None:
        validity = Validity.model_validate({"years": "3", "renewal_window_months": str(months)})
        assert renewal_opens(last, validity) == opens(last, months)

    @given(DAYS, st.integers(0, 2000), st.sampled_from(["suspended", "withdrawn"]))
    def test_a_label_that_did_not_stand_is_not_continued(
        self, last: date, shift: int, state: Literal["suspended", "withdrawn"]
    ) -> None:
        decided = date.fromordinal(max(1, last.toordinal() - shift))
        period = label_period(decided, THREE_YEARS, last, state)
        assert period.first_day == decided
        assert (period.continues, period.gap_days) == (False, 0)


class TestRC14:
    """On a given day the label is withdrawn, not yet begun, expired, suspended, expiring or valid:
    the first of these that applies."""

    @given(
        st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        st.lists(st.integers(0, 1500), max_size=4),
        st.integers(-10, 1600) | st.integers(900, 1110),
        st.booleans(),
    )
    def test_the_first_that_applies(
        self, first: date, shifts: list[int], shift: int, renewed: bool
    ) -> None:
        names = ["suspended", "reinstated", "suspended", "withdrawn"]
        days = [first + timedelta(days=days) for days in sorted(shifts)]
        events = [
            Event.model_validate({"event": name, "on": day})
            for name, day in zip(names, days, strict=False)
        ]
        period = label_period(first, THREE_YEARS)
        day = first + timedelta(days=shift)
        past = [event.event for event in events if event.on <= day]
        window = opens(period.last_day, 6)
        applies = {
            "none": day < period.first_day,
            "withdrawn": "withdrawn" in past,
            "expired": day > period.last_day,
            "suspended": past[-1:] == ["suspended"],
            "expiring": day >= window and not renewed,
            "valid": True,
        }
        expected = next(state for state, holds in applies.items() if holds)
        found = state_on(day, period, events, validity=THREE_YEARS, renewed=renewed)
        assert found == expected

    @given(DAYS)
    def test_without_a_label_there_is_none(self, day: date) -> None:
        assert state_on(day, None, validity=THREE_YEARS) == "none"


class TestRC15:
    """An audit uses a version in force on its first day, whenever it is decided, and the label
    keeps that version for its whole term."""

    @given(NEAR, NEAR, st.none() | NEAR)
    def test_in_force_on_the_first_day(self, first: date, since: date, until: date | None) -> None:
        assume(until is None or since <= until)
        in_force = {"from": since, **({"until": until} if until else {})}
        referential = one_criterion(in_force=in_force)
        audit = making.audit([{"a": {"met": 1}}], audited_on={"from": first})
        held = since <= first and (until is None or first <= until)
        assert (check(audit, referential) == ()) == held

    @given(NEAR, NEAR, st.none() | NEAR, st.lists(NEAR, max_size=3))
    def test_the_next_version_ends_this_one(
        self, first: date, since: date, until: date | None, others: list[date]
    ) -> None:
        assume(until is None or since <= until)
        in_force = {"from": since, **({"until": until} if until else {})}
        referential = one_criterion(in_force=in_force)
        versions = [
            referential,
            *(
                Referential.model_validate(
                    {**dict(referential), "version": f"v{n}", "in_force": {"from": day}}
                )
                for n, day in enumerate(others)
            ),
        ]
        audit = making.audit([{"a": {"met": 1}}], audited_on={"from": first})
        later = until is None and any(since < day <= first for day in others)
        held = since <= first and (until is None or first <= until) and not later
        assert (check(audit, referential, versions) == ()) == held

    @given(DAYS)
    def test_a_self_assessment_may_use_any(self, first: date) -> None:
        referential = one_criterion(in_force={"from": "2019-05-23", "until": "2019-05-23"})
        audit = making.audit(
            [{"a": {"met": 1}}], audited_on={"from": first}, kind="self_assessment"
        )
        assert check(audit, referential) == ()
