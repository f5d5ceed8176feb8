"""The referential itself, as a document that people read."""

from collections.abc import Iterator

from ..document import Block, Bullets, Document, Fact, Facts, Paragraph, Section, Sheet
from ..view.types import ReferentialView, RequirementSectionView, RequirementView
from . import parts


def compose(view: ReferentialView) -> Document:
    """The document of a referential."""
    return Document(
        language=view.language,
        written=view.written,
        name=f"{view.title} – {view.version}",
        label=parts.sentence(view, "referential_document"),
        mark="",
        kicker=f"{parts.sentence(view, 'referential_document')} · {view.version}",
        title=view.title,
        opening=(
            Facts(
                (
                    *parts.plain_fact(view, "version", view.version),
                    *parts.plain_fact(view, "validity", view.in_force),
                    *parts.fact(view, "certificate_notice", view.notice),
                )
            ),
        ),
        contents=parts.sentence(view, "contents"),
        sections=tuple(_sections(view)),
        closing=Section(
            parts.sentence(view, "digests"),
            (
                Facts((Fact(view.name, (Paragraph(view.digest),)),), "digests"),
                *parts.notes(parts.sentence(view, "computed_by", engine=view.engine)),
            ),
            "digests",
        ),
        engine=view.engine,
    )


def _sections(view: ReferentialView) -> Iterator[Section]:
    def section(key: str, *blocks: Block) -> Iterator[Section]:
        yield from parts.section(parts.sentence(view, key), *blocks, anchor=key)

    counts = tuple(
        parts.sentence(view, "count_of", level=level, count=count) for level, count in view.counts
    )
    yield from section("about", *parts.paragraphs(view.description))
    yield from section("rule", Bullets(counts), Bullets(view.rule))
    for one in view.sections:
        yield Section(one.title, tuple(_criteria(view, one)), f"section-{one.id}", quoted=True)
    if view.documents:
        yield from section("documents", Bullets(view.documents, quoted=True))
    rules = ((one.clause, one.text) for one in view.clauses)
    yield from section("rules_applied", parts.clauses(rules))


def _criteria(view: ReferentialView, section: RequirementSectionView) -> Iterator[Block]:
    yield from parts.paragraphs(section.description)
    for one in section.criteria:
        yield _sheet(view, one)


def _sheet(view: ReferentialView, one: RequirementView) -> Sheet:
    return Sheet(
        one.id,
        one.title,
        (
            *parts.fact(view, "level", one.level),
            *parts.fact(view, "requirement", one.requirement),
            *parts.fact(view, "guidance", one.guidance),
            *parts.evidence(view, "to_ask_for", one.evidence),
            *parts.fact(view, "not_applicable_when", one.not_applicable_when),
            *parts.fact(view, "sources", " · ".join(one.sources)),
        ),
        anchor=f"criterion-{one.id}",
    )
