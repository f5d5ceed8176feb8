"""What changes between two referentials: the page on which a committee votes."""

from collections.abc import Iterator

from ...messages.comparison import COMPARISON
from ...messages.phrase import say
from ..document import (
    Banner,
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Paragraph,
    Section,
    Sheet,
    Table,
    Text,
)
from ..view.comparison import ChangesView, ComparisonView, SimulationView
from ..view.types import Word
from . import parts


def compose(view: ComparisonView) -> Document:
    """The document of a comparison of two referentials."""
    return Document(
        language=view.language,
        written=view.written,
        name=f"{_own(view, 'document')} – {view.old} → {view.new}",
        label=_own(view, "document"),
        mark="",
        kicker=_own(view, "kicker", document=_own(view, "document"), old=view.old, new=view.new),
        title=view.title,
        opening=(_versions(view), _banner(view)),
        contents="",
        sections=tuple(_sections(view)),
        closing=Section(
            parts.sentence(view, "digests"),
            (
                Facts(
                    tuple(Fact(name, (Paragraph(text),)) for name, text in view.digests), "digests"
                ),
                *parts.notes(parts.sentence(view, "computed_by", engine=view.engine)),
            ),
            "digests",
        ),
        engine=view.engine,
    )


def _own(view: ComparisonView, key: str, /, **blanks: object) -> str:
    return say(COMPARISON[key], view.language, **blanks)


def _versions(view: ComparisonView) -> Facts:
    names = _own(view, "from_version"), _own(view, "to_version")
    return Facts(
        tuple(
            Fact(name, (Paragraph(text),)) for name, text in zip(names, view.versions, strict=True)
        )
    )


def _banner(view: ComparisonView) -> Banner:
    substance, words = view.substance.count, view.words.count
    if substance:
        text = _own(view, "banner_substance", count=substance)
        more = (_own(view, "words_too", count=words),) if words else ()
        return Banner(Word("substance", text, "≠", "open"), more)
    key = "banner_words" if words else "banner_nothing"
    return Banner(Word("words", _own(view, key), "=", "good"))


def _sections(view: ComparisonView) -> Iterator[Section]:
    if view.substance.count:
        blocks = _changes(view, view.substance, "substance_note")
        yield Section(_own(view, "substance"), tuple(blocks), "substance")
    if view.simulation:
        blocks = _simulation(view, view.simulation)
        yield Section(_own(view, "simulation"), tuple(blocks), "simulation")
    if view.words.count:
        blocks = _changes(view, view.words, "words_note")
        yield Section(_own(view, "words"), tuple(blocks), "words")


def _changes(view: ComparisonView, changes: ChangesView, note: str) -> Iterator[Block]:
    yield from parts.notes(_own(view, note), _own(view, "how_marked"))
    if changes.frame:
        yield Facts(tuple(Fact(one.what, (Paragraph(one.text),)) for one in changes.frame))
    for criterion in changes.criteria:
        facts = tuple(
            Fact(one.what, (Paragraph(one.text, quoted=True),)) for one in criterion.changes
        )
        yield Sheet(criterion.id, criterion.title, facts)


def _simulation(view: ComparisonView, found: SimulationView) -> Iterator[Block]:
    yield from parts.notes(_own(view, "simulation_note"))
    yield Table(
        (_own(view, "outcome"), _own(view, "organisations")),
        tuple((Text(word.text), Text(str(count))) for word, count in found.totals),
    )
    if found.organisations:
        yield Heading(_own(view, "who"))
        keys = ("organisation", "audited_on", "outcome", "deciding")
        yield Table(
            tuple(_own(view, key) for key in keys),
            tuple(
                (
                    _named(one.id, one.organisation),
                    Text(one.audited_on),
                    one.outcome,
                    Text(", ".join(one.criteria), soft=not one.criteria, names=one.criteria),
                )
                for one in found.organisations
            ),
        )
    if found.single:
        yield Heading(_own(view, "one_by_one"))
        yield from parts.notes(_own(view, "one_by_one_note"))
        yield _one_by_one(view, found)
    if found.left_out:
        yield Heading(_own(view, "left_out"))
        yield Bullets(found.left_out)


def _named(identifier: str, text: str) -> Cell:
    return Item(identifier, text) if identifier else Text(text)


def _one_by_one(view: ComparisonView, found: SimulationView) -> Table:
    """Each number with its word: a reader of plain text has no head over a column."""
    return Table(
        tuple(_own(view, key) for key in ("change", "lost", "gained_label", "left_open")),
        tuple(
            (
                _named(one.id, one.change),
                Text(_own(view, "would_lose", count=one.would_lose)),
                Text(_own(view, "would_gain", count=one.would_gain)),
                Text(_own(view, "would_open", count=one.open)),
            )
            for one in found.single
        ),
    )
