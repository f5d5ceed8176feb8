"""Make the view of a referential: its criteria as people read them."""

from collections.abc import Iterator
from typing import Final

from ..._version import __version__
from ...messages.rules import CLAUSES
from ...model.referential import Criterion, Referential, Section
from ...text.typography import Language
from .localizer import Localizer
from .types import ClauseView, ReferentialView, RequirementSectionView, RequirementView


def referential_view(referential: Referential, language: Language) -> ReferentialView:
    """The view of a referential, made once for all the reports of its audits."""
    key = (id(referential), language)
    kept = _KEPT.get(key)
    if kept is None or kept[0] is not referential:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[key] = referential, _Viewer(referential, language).view()
    return kept[1]


_MOST_KEPT: Final = 8
_KEPT: Final[dict[tuple[int, Language], tuple[Referential, ReferentialView]]] = {}
"""The last views, by the referential itself, which never changes, and the language."""


class _Viewer(Localizer):
    def __init__(self, referential: Referential, language: Language) -> None:
        super().__init__(language)
        self.referential = referential
        self.levels = {level.id: self.line(level.title) for level in referential.levels}
        self.documents = {source.id: source for source in referential.sources}

    def view(self) -> ReferentialView:
        referential = self.referential
        return ReferentialView(
            language=self.language,
            written=referential.language,
            name=referential.name,
            version=f"{referential.id} {referential.version}",
            title=self.line(referential.title),
            description=self.text(referential.description),
            notice=self.line(referential.notice),
            in_force=self.in_force(),
            rule=(
                *map(self.rule, referential.levels),
                " ".join(self.decision_and_term()),
            ),
            counts=tuple(
                (title, sum(one.level == level for one in referential.criteria))
                for level, title in self.levels.items()
            ),
            documents=tuple(self.document(source.id) for source in referential.sources),
            sections=tuple(map(self.section, referential.sections)),
            clauses=tuple(
                ClauseView(clause, self.phrase(phrase)) for clause, phrase in CLAUSES.items()
            ),
            digest=referential.digest,
            engine=f"cpe_label {__version__}",
        )

    def decision_and_term(self) -> Iterator[str]:
        validity = self.referential.validity
        yield self.say("rule_years", years=validity.years)
        if validity.renewal_window_months:
            yield self.say("rule_window", months=validity.renewal_window_months)

    def in_force(self) -> str:
        days = self.referential.in_force
        if days.until is None:
            return self.say("in_force_from", first=days.from_)
        return self.say("in_force", first=days.from_, last=days.until)

    def document(self, name: str) -> str:
        source = self.documents[name]
        title = self.line(source.title)
        return self.say("dated", title=title, day=source.date) if source.date else title

    def section(self, section: Section) -> RequirementSectionView:
        return RequirementSectionView(
            id=section.id,
            title=self.line(section.title),
            description=self.text(section.description),
            criteria=tuple(map(self.requirement, section.criteria)),
        )

    def requirement(self, criterion: Criterion) -> RequirementView:
        return RequirementView(
            id=criterion.id,
            title=self.line(criterion.title),
            level=self.levels[criterion.level],
            requirement=self.text(criterion.requirement),
            guidance=self.text(criterion.guidance),
            evidence=self.texts(criterion.evidence),
            not_applicable_when=self.text(criterion.not_applicable_when),
            sources=tuple(self.citation(one, self.documents) for one in criterion.sources),
        )
