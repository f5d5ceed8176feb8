"""Make the view of an evaluation: each fact in words of one language."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ..._version import __version__
from ...messages.states import STATUSES, VERDICTS
from ...model.audit import Finding
from ...model.referential import Level
from ...rules.evaluation import Evaluation, LevelResult, Part, SectionResult, Tally, Verdict
from ...text.typography import (
    Language,
    day_in_words,
    required_shown,
    share_shown,
    span_in_words,
)
from .label import LabelLocalizer
from .localizer import Localizer
from .referential import referential_view
from .types import (
    ClauseView,
    CriterionView,
    Gauge,
    LevelView,
    MissingView,
    RequirementView,
    SectionView,
    SignatureView,
    View,
)


def view(evaluation: Evaluation, language: Language, on: date | None = None) -> View:
    """The view of an evaluation. `on` is the day of the state of the label, if any."""
    return _Viewer(evaluation, language, on).view()


class _Viewer(Localizer):
    def __init__(self, evaluation: Evaluation, language: Language, on: date | None) -> None:
        super().__init__(language)
        self.evaluation = evaluation
        self.on = on
        self.audit = evaluation.audit
        self.levels = {level.id: level for level in evaluation.referential.levels}
        self.referential = referential_view(evaluation.referential, language)
        self.criteria = {
            criterion.id: self.criterion(criterion, section.title)
            for section in self.referential.sections
            for criterion in section.criteria
        }

    # ── The whole ────────────────────────────────────────────────────────────────────────────────

    def view(self) -> View:
        evaluation, audit = self.evaluation, self.audit
        is_audit = audit.kind == "audit"
        every = tuple(self.criteria.values())
        label = LabelLocalizer(evaluation, self.language, self.on)
        return View(
            language=self.language,
            kind=audit.kind,
            title=self.say("audit_report" if is_audit else "self_report"),
            status=self.say(self.status()),
            mark=self.mark(),
            standing=label.standing(),
            unfinished=self.unfinished(),
            organisation=self.line(audit.organisation.name),
            organisation_id=self.text(audit.organisation.id),
            region=self.line(audit.organisation.region),
            dates=span_in_words(audit.audited_on.from_, audit.audited_on.last, self.language),
            auditors=self.auditors(),
            referential=self.referential,
            scope=self.scope(),
            follow_up=self.follow_up(),
            levels=tuple(map(self.level, evaluation.levels)),
            missing=tuple(
                self.needs_of((self.line(result.level.title),), result.parts)
                for result in evaluation.levels
                if result.still_needed
            ),
            fragile=self.fragile(),
            sections=tuple(map(self.section, evaluation.sections)),
            reasons=tuple(
                ClauseView(reason.clause, self.line(reason.text(self.language)))
                for reason in evaluation.reasons
            ),
            to_assess=tuple(one for one in every if one.status.key == "unassessed"),
            good_practices=tuple(one for one in every if one.good_practice),
            recommendations=tuple(one for one in every if one.recommendation),
            not_applicable=tuple(one for one in every if one.status.key == "not_applicable"),
            actions=self.actions(),
            response=self.text(audit.response),
            opinion=self.text(audit.opinion),
            decision=label.decision(),
            decision_reason=self.text(audit.decision.reason) if audit.decision else "",
            events=label.events(),
            term=label.term(),
            holds_from=label.holds_from(),
            previous_label=label.previous_label(),
            renewal=label.renewal(),
            state_sentence=label.state_sentence(),
            no_certificate=label.no_certificate(),
            signatures=self.signatures(),
            limits=tuple(map(self.say, _LIMITS)),
            audit_digest=audit.digest,
            engine=f"cpe_label {__version__}",
        )

    @property
    def decided(self) -> bool:
        """Whether the committee has granted or refused the label."""
        decision = self.audit.decision
        return decision is not None and decision.outcome != "adjourned"

    def status(self) -> str:
        """The key of what this document is: final once the label is granted or refused."""
        if self.audit.kind != "audit":
            return "self_complete" if self.evaluation.complete else "self_open"
        return "final" if self.decided else "draft"

    def mark(self) -> str:
        if self.audit.kind == "audit":
            return "" if self.decided else self.say("draft_mark")
        return "" if self.evaluation.complete else self.say("self_mark")

    def unfinished(self) -> str:
        count = sum(len(result.tally.unassessed) for result in self.evaluation.levels)
        key = "decided_unfinished" if self.decided else "unfinished"
        return self.say(key, count=count, total=len(self.criteria)) if count else ""

    def auditors(self) -> tuple[str, ...]:
        return tuple(
            self.line(", ".join(filter(None, (who.name, who.organisation))))
            for who in self.audit.auditors
        )

    def scope(self) -> tuple[str, ...]:
        aside = sum(len(result.tally.not_applicable) for result in self.evaluation.levels)
        left = sum(len(result.tally.unassessed) for result in self.evaluation.levels)
        total = len(self.criteria)
        is_audit = self.audit.kind == "audit"
        return (
            self.say("scope_all", count=total, assessed=total - left),
            *([self.say("scope_aside", count=aside)] if aside else []),
            self.say("scope_seen" if is_audit else "scope_self"),
            self.say("scope_sample"),
        )

    def follow_up(self) -> str:
        previous = self.audit.previous
        return self.say("renews", day=previous.last_day) if previous else ""

    def actions(self) -> tuple[CriterionView, ...]:
        def due(name: str) -> date:
            action = self.audit.findings[name].action
            return (action.due if action else None) or date.max

        names = [name for name, one in self.criteria.items() if one.action]
        return tuple(self.criteria[name] for name in sorted(names, key=due))

    def signatures(self) -> tuple[SignatureView, ...]:
        organisation = SignatureView(
            self.say("sign_organisation"), (self.line(self.audit.organisation.name),)
        )
        if self.audit.kind != "audit":
            return (organisation,)
        names = tuple(self.line(who.name) for who in self.audit.auditors)
        return (
            SignatureView(self.say("sign_auditors"), names),
            organisation,
            SignatureView(self.say("sign_committee"), ()),
        )

    # ── Levels and sections ──────────────────────────────────────────────────────────────────────

    def level(self, result: LevelResult) -> LevelView:
        level = result.level
        unmet = tuple(self.criteria[name] for name in result.tally.not_met)
        reason = next(r for r in self.evaluation.reasons if r.level is level)
        return LevelView(
            id=level.id,
            title=self.line(level.title),
            required=required_shown(str(level.required), self.language)
            if level.scope == "whole"
            else self.say("per_section", required=level.required),
            gauge=self.gauge(level, result.tally, decides=True),
            verdict=self.word(VERDICTS, result.verdict.value),
            still_needed=result.still_needed,
            margin=self.margin(result),
            reason=self.line(reason.text(self.language)),
            unmet=unmet,
            unmet_note=self.unmet_note(result),
            missing=tuple(self.missing(result, part) for part in result.parts if part.still_needed),
        )

    def fragile(self) -> str:
        """The levels that one lost criterion would lose, where not every criterion is required."""
        if self.evaluation.verdict is not Verdict.PASS:
            return ""
        just = [one for one in self.evaluation.levels if one.fragile and _has_choice(one.level)]
        count = sum(len(one.fragile) for one in just)
        levels = tuple(self.line(one.level.title) for one in just)
        key = "fragile_one" if count == 1 else "fragile"
        return self.say(key, count=count, levels=levels) if just else ""

    def margin(self, result: LevelResult) -> str:
        if result.still_needed:
            return self.needs(result.parts)
        if result.margin:
            return self.say("above", count=result.margin)
        return self.say("no_margin") if result.fragile and _has_choice(result.level) else ""

    def needs_of(self, names: Sequence[str], parts: Sequence[Part]) -> str:
        return self.say("needs_of", level=" – ".join(names), needs=self.needs(parts))

    def needs(self, parts: Sequence[Part]) -> str:
        """What parts of a level still need: what is not assessed yet is not missing."""
        short = [part for part in parts if part.still_needed]
        needed = sum(part.still_needed for part in short)
        unassessed = sum(len(part.tally.unassessed) for part in short)
        lacking = sum(max(0, part.possible.least_met - part.possible.met) for part in short)
        if not unassessed:
            key = "lacking"
        elif lacking:
            key = "lacking_and_to_assess"
        else:
            key = "all_to_assess" if needed == unassessed else "some_to_assess"
        return self.say(key, needed=needed, unassessed=unassessed, lacking=lacking)

    def unmet_note(self, result: LevelResult) -> str:
        if result.level.required.is_whole:
            return self.say("unmet_blocking")
        if result.verdict is Verdict.PASS:
            return self.say("unmet_enough")
        key = "unmet_open" if result.tally.unassessed else "unmet_any"
        if result.level.scope == "each_section":
            key = "unmet_sections"
        return self.say(key, count=result.still_needed)

    def missing(self, result: LevelResult, part: Part) -> MissingView:
        criteria = tuple(self.criteria[name] for name in part.candidates)
        names = [self.line(result.level.title)]
        if part.section:
            names.append(self.line(part.section.title))
        sentence = self.say(
            _missing_key(part),
            level=" – ".join(names),
            needed=part.still_needed,
            count=len(criteria),
            unassessed=len(part.tally.unassessed),
        )
        return MissingView(sentence, self.needs_of(names, (part,)), part.still_needed, criteria)

    def section(self, result: SectionResult) -> SectionView:
        section = result.section
        return SectionView(
            id=section.id,
            title=self.line(section.title),
            gauges=tuple(
                self.gauge(self.levels[level], tally) if tally != Tally() else None
                for level, tally in result.tallies.items()
            ),
            criteria=tuple(self.criteria[criterion.id] for criterion in section.criteria),
        )

    def gauge(self, level: Level, tally: Tally, *, decides: bool = False) -> Gauge:
        """The gauge of a tally; `decides`: its level is judged by it, or by its sections."""
        met, unassessed, applicable = len(tally.met), len(tally.unassessed), tally.applicable
        blanks = {"met": met, "applicable": applicable, "unassessed": unassessed}
        by_section = decides and level.scope == "each_section"  # no share of the whole decides
        required = level.required if decides and not by_section else None
        label = (
            self.say("gauge", **blanks, required=required)
            if required
            else self.say("gauge_section", **blanks)
        )
        return Gauge(
            level=self.line(level.title),
            met=met,
            not_met=len(tally.not_met),
            not_applicable=len(tally.not_applicable),
            unassessed=unassessed,
            applicable=applicable,
            share="" if by_section else share_shown(met, applicable, self.language),
            required=required,
            label=label if applicable else self.say("nothing_applicable"),
            open=self.say("still_open", count=unassessed) if unassessed else "",
        )

    # ── Criteria ─────────────────────────────────────────────────────────────────────────────────

    def criterion(self, criterion: RequirementView, section: str) -> CriterionView:
        finding = self.audit.findings.get(criterion.id) or Finding()
        owner, due = self.action(finding)
        return CriterionView(
            id=criterion.id,
            title=criterion.title,
            requirement=criterion.requirement,
            level=criterion.level,
            section=section,
            status=self.word(STATUSES, finding.status or "unassessed"),
            evidence=self.texts(finding.evidence),
            comment=self.text(finding.comment),
            good_practice=self.text(finding.good_practice),
            recommendation=self.text(finding.recommendation),
            action=", ".join(filter(None, (owner, due and self.say("due", day=due)))),
            owner=owner,
            due=due,
            justification=self.text(finding.justification),
            not_applicable_when=criterion.not_applicable_when,
            sources=criterion.sources,
        )

    def action(self, finding: Finding) -> tuple[str, str]:
        """Who will act, and by when."""
        if finding.action is None:
            return "", ""
        due = finding.action.due
        return self.line(finding.action.owner), self.due(due) if due else ""

    def due(self, due: date) -> str:
        """The last day of an action; that it is past, if it is on the day of the report."""
        day = day_in_words(due, self.language)
        return self.say("past", day=day) if self.on and due < self.on else day


def _has_choice(level: Level) -> bool:
    """Whether a level is reached with less than all its criteria."""
    return not level.required.is_whole


def _missing_key(part: Part) -> str:
    """The key of the sentence on what a part still needs."""
    unassessed, count = len(part.tally.unassessed), len(part.candidates)
    if part.still_needed < count:
        return "assess_any" if unassessed else "missing_any"
    if 0 < unassessed < count:
        return "missing_and_assess"
    return ("assess" if unassessed else "missing") + ("_one" if count == 1 else "_all")


_LIMITS: Final = ("limit_future", "limit_accounts", "limit_controls", "limit_marks", "limit_count")
