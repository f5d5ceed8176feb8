"""Making the view of an evaluation: each fact in its words, in one language."""

from datetime import date
from typing import Final

from ..audit import Audit, Finding
from ..digest import audit_digest, referential_digest
from ..evaluation import Evaluation, LevelResult, Part, SectionResult, Tally, Verdict
from ..referential import Citation, Criterion, Level, Referential
from ..text import Language, required_shown, share_shown, span_in_words, typeset
from ..validity import state_on
from ..version import __version__
from ..wording import Phrase, say
from ..wording.looks import EVENTS, OUTCOMES, STANDINGS, STATES, STATUSES, VERDICTS, Look
from ..wording.reasons import CLAUSES
from ..wording.reports import REPORT
from .view import (
    ClauseView,
    CriterionView,
    Gauge,
    LevelView,
    MissingView,
    SectionView,
    View,
    Word,
)


def view(evaluation: Evaluation, language: Language, on: date | None = None) -> View:
    """The view of an evaluation. `on` is the day whose state of the label is told, if any."""
    return _Viewer(evaluation, language).view(on)


class _Viewer:
    def __init__(self, evaluation: Evaluation, language: Language) -> None:
        self.evaluation = evaluation
        self.language = language
        self.levels = {level.id: level for level in evaluation.referential.levels}
        self.documents = {source.id: source for source in evaluation.referential.sources}
        self.criteria = {
            criterion.id: self.criterion(criterion, section.section.title)
            for section in evaluation.sections
            for criterion in section.section.criteria
        }

    # ── Small things ─────────────────────────────────────────────────────────────────────────────

    def say(self, key: str, /, **blanks: object) -> str:
        return say(REPORT[key], self.language, **blanks)

    def text(self, written: str | None) -> str:
        return typeset(written, self.language) if written else ""

    def word(self, looks: dict[str, Look], key: str) -> Word:
        look = looks[key]
        return Word(key, say(look, self.language), look.icon, look.tone)

    def phrase(self, phrase: Phrase) -> str:
        return say(phrase, self.language)

    # ── The whole ────────────────────────────────────────────────────────────────────────────────

    def view(self, on: date | None) -> View:
        evaluation = self.evaluation
        referential, audit = evaluation.referential, evaluation.audit
        is_audit = audit.kind == "audit"
        every = tuple(self.criteria.values())
        state = self.state(on)
        return View(
            language=self.language,
            kind=audit.kind,
            title=self.say("audit_report" if is_audit else "self_report"),
            standing=state or self.word(STANDINGS, evaluation.standing.value),
            unfinished=self.unfinished(),
            organisation=self.text(audit.organisation.name),
            organisation_id=self.text(audit.organisation.id),
            region=self.text(audit.organisation.region),
            dates=self.dates(audit),
            auditors=tuple(
                self.text(", ".join(filter(None, (who.name, who.organisation))))
                for who in audit.auditors
            ),
            referential=f"{referential.id} {referential.version}",
            referential_name=referential.name,
            referential_title=self.text(referential.title),
            about_referential=self.text(referential.description),
            rule=self.rule(referential),
            levels=tuple(self.level(result) for result in evaluation.levels),
            missing=tuple(
                self.say("needs_of", level=self.text(result.level.title), count=result.still_needed)
                for result in evaluation.levels
                if result.still_needed
            ),
            fragile=self.fragile(),
            sections=tuple(self.section(result) for result in evaluation.sections),
            reasons=tuple(
                ClauseView(reason.clause, self.text(reason.text(self.language)))
                for reason in evaluation.reasons
            ),
            to_assess=tuple(one for one in every if one.status.key == "unassessed"),
            good_practices=tuple(one for one in every if one.good_practice),
            recommendations=tuple(one for one in every if one.recommendation),
            not_applicable=tuple(one for one in every if one.status.key == "not_applicable"),
            response=self.text(audit.response),
            opinion=self.text(audit.opinion),
            decision=self.decision(audit),
            decision_reason=self.text(audit.decision.reason) if audit.decision else "",
            events=self.events(audit),
            term=self.term(state),
            state_sentence=self.say("state_on", day=on) if state else "",
            clauses=tuple(
                ClauseView(clause, self.phrase(phrase)) for clause, phrase in CLAUSES.items()
            ),
            referential_digest=referential_digest(referential),
            audit_digest=audit_digest(audit),
            engine=f"cpe_label {__version__}",
        )

    def unfinished(self) -> str:
        count = sum(len(result.tally.unassessed) for result in self.evaluation.levels)
        total = len(self.evaluation.referential.criteria)
        return self.say("unfinished", count=count, total=total) if count else ""

    def dates(self, audit: Audit) -> str:
        return span_in_words(audit.audited_on.from_, audit.audited_on.last, self.language)

    def rule(self, referential: Referential) -> tuple[str, ...]:
        years = referential.validity.years
        return (
            *(
                self.say(
                    "rule_level" if level.scope == "whole" else "rule_each",
                    level=self.text(level.title),
                    required=level.required,
                )
                for level in referential.levels
            ),
            self.say("rule_years", years=years),
        )

    # ── Decision and term ────────────────────────────────────────────────────────────────────────

    def decision(self, audit: Audit) -> str:
        if audit.decision is None:
            return self.say("no_decision" if audit.kind == "audit" else "self_no_decision")
        outcome = self.word(OUTCOMES, audit.decision.outcome).text
        return _capital(self.say("decided_on", outcome=outcome, day=audit.decision.decided_on))

    def events(self, audit: Audit) -> tuple[str, ...]:
        return tuple(
            _capital(
                self.say("decided_on", outcome=self.word(EVENTS, event.event).text, day=event.on)
            )
            + (f". {self.text(event.reason)}" if event.reason else "")
            for event in audit.events
        )

    def term(self, state: Word | None) -> str:
        period = self.evaluation.period
        if period is None:
            return ""
        days = {"first": period.first_day, "last": period.last_day}
        holds = not self.evaluation.audit.events if state is None else state.key in _HOLDING
        return self.say("term" if holds else "was_term", **days)

    def state(self, on: date | None) -> Word | None:
        evaluation = self.evaluation
        if on is None or evaluation.period is None:
            return None
        state = state_on(
            on,
            evaluation.period,
            evaluation.audit.events,
            validity=evaluation.referential.validity,
        )
        return self.word(STATES, state)

    # ── Levels and sections ──────────────────────────────────────────────────────────────────────

    def level(self, result: LevelResult) -> LevelView:
        level = result.level
        unmet = tuple(self.criteria[name] for name in result.tally.not_met)
        reason = next(r for r in self.evaluation.reasons if r.level is level)
        return LevelView(
            id=level.id,
            title=self.text(level.title),
            required=required_shown(str(level.required), self.language)
            if level.scope == "whole"
            else self.say("per_section", required=level.required),
            rule=self.say(
                "rule_level" if level.scope == "whole" else "rule_each",
                level=self.text(level.title),
                required=level.required,
            ),
            gauge=self.gauge(level, result.tally, decides=True),
            verdict=self.word(VERDICTS, result.verdict.value),
            still_needed=result.still_needed,
            margin=self.margin(result),
            reason=self.text(reason.text(self.language)),
            unmet=unmet,
            unmet_title=self.say("unmet", level=self.text(level.title)),
            unmet_note=self.unmet_note(result),
            missing=tuple(self.missing(result, part) for part in result.parts if part.still_needed),
        )

    def fragile(self) -> str:
        if not (names := self.evaluation.fragile):
            return ""
        levels = [one.level.title for one in self.evaluation.levels if one.fragile]
        return self.say("fragile", count=len(names), levels=tuple(map(self.text, levels)))

    def margin(self, result: LevelResult) -> str:
        if result.still_needed:
            return self.say("still_needed", count=result.still_needed)
        if result.margin:
            return self.say("above", count=result.margin)
        return self.say("no_margin") if result.fragile else ""

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
        key = "missing_any"
        if part.still_needed == len(criteria):
            key = "missing_one" if part.still_needed == 1 else "missing_all"
        names = [self.text(result.level.title)]
        if part.section:
            names.append(self.text(part.section.title))
        sentence = self.say(
            key, level=" – ".join(names), needed=part.still_needed, count=len(criteria)
        )
        return MissingView(sentence, criteria)

    def section(self, result: SectionResult) -> SectionView:
        section = result.section
        return SectionView(
            id=section.id,
            title=self.text(section.title),
            description=self.text(section.description),
            gauges=tuple(
                self.gauge(self.levels[level], tally) if tally != Tally() else None
                for level, tally in result.tallies.items()
            ),
            criteria=tuple(self.criteria[criterion.id] for criterion in section.criteria),
        )

    def gauge(self, level: Level, tally: Tally, *, decides: bool = False) -> Gauge:
        """`decides`: the level's share is required of this very tally, so its mark is shown."""
        met, unassessed, applicable = len(tally.met), len(tally.unassessed), tally.applicable
        blanks = {"met": met, "applicable": applicable, "unassessed": unassessed}
        required = level.required
        by_section = decides and level.scope == "each_section"  # no share of the whole decides
        if decides and not by_section:
            label = self.say("gauge", **blanks, required=required)
            threshold = _width(required.numerator, required.denominator)
        else:
            label, threshold = self.say("gauge_section", **blanks), ""
        return Gauge(
            level=self.text(level.title),
            met=met,
            not_met=len(tally.not_met),
            not_applicable=len(tally.not_applicable),
            unassessed=unassessed,
            applicable=applicable,
            share="" if by_section else share_shown(met, applicable, self.language),
            label=label if applicable else self.say("nothing_applicable"),
            met_width=_width(met, applicable),
            unassessed_width=_width(unassessed, applicable),
            threshold=threshold,
        )

    # ── Criteria ─────────────────────────────────────────────────────────────────────────────────

    def criterion(self, criterion: Criterion, section: str) -> CriterionView:
        finding = self.evaluation.audit.findings.get(criterion.id) or Finding()
        return CriterionView(
            id=criterion.id,
            title=self.text(criterion.title),
            requirement=self.text(criterion.requirement),
            level=self.text(self.levels[criterion.level].title),
            section=self.text(section),
            status=self.word(STATUSES, finding.status or "unassessed"),
            evidence=tuple(map(self.text, finding.evidence)),
            comment=self.text(finding.comment),
            good_practice=self.text(finding.good_practice),
            recommendation=self.text(finding.recommendation),
            action=self.action(finding),
            justification=self.text(finding.justification),
            not_applicable_when=self.text(criterion.not_applicable_when),
            sources=tuple(map(self.citation, criterion.sources)),
        )

    def action(self, finding: Finding) -> str:
        if finding.action is None:
            return ""
        due = finding.action.due
        parts = (self.text(finding.action.owner), self.say("due", day=due) if due else "")
        return ", ".join(filter(None, parts))

    def citation(self, citation: Citation) -> str:
        title = self.documents[citation.source].title
        return self.text(f"{title}, {citation.at}" if citation.at else title)


_HOLDING: Final = ("none", "valid", "expiring")
"""The states of which a report may say « valid from … to … »."""


def _width(part: int, whole: int) -> str:
    """A share of a bar, in percent with two decimals, rounded down; a dot, as SVG wants."""
    hundredths = 10_000 * part // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
