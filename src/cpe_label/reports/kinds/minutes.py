"""The minutes of a committee's session: what was decided about whom, why, and for how long."""

from collections.abc import Iterator
from typing import Final

from ...messages.phrase import say
from ...messages.session import SESSION
from ..document import (
    Banner,
    Bullets,
    Cell,
    Document,
    Fact,
    Facts,
    Item,
    Paragraph,
    Prose,
    Section,
    Sheet,
    Signature,
    Signatures,
    Table,
    Text,
)
from ..view.session import DecidedView, SessionView
from ..view.types import MissingView, Word
from . import parts

_MOST_NAMED: Final = 5


def compose(view: SessionView) -> Document:
    """The document of a session."""
    title = _own(view, "title_of_days" if view.has_several_days else "title", days=view.days)
    return Document(
        language=view.language,
        written=view.written,
        name=f"{title} – {_own(view, 'minutes')}",
        label=_own(view, "minutes"),
        mark="",
        kicker=_own(view, "kicker", title=view.title),
        title=title,
        opening=(_facts(view), Banner(Word("session", view.outcomes, "→", "quiet"))),
        contents="",
        sections=(
            Section(_own(view, "decisions"), (_table(view),), "decisions"),
            Section(
                _own(view, "one_by_one"),
                tuple(_sheet(view, one) for one in view.decided),
                "one-by-one",
            ),
            Section(_own(view, "signatures"), (_signatures(view),), "signatures"),
        ),
        closing=Section(
            parts.sentence(view, "digests"),
            (
                _fingerprints(view),
                *parts.notes(parts.sentence(view, "computed_by", engine=view.engine)),
            ),
            "digests",
        ),
        engine=view.engine,
    )


def _own(view: SessionView, key: str, /, **blanks: object) -> str:
    return say(SESSION[key], view.language, **blanks)


def _fact(term: str, *value: Prose) -> Fact:
    return Fact(term, value)


def _facts(view: SessionView) -> Facts:
    days = _own(view, "session_days" if view.has_several_days else "session_day")
    names = ", ".join(name for name, _ in view.referentials)
    return Facts(
        (
            _fact(days, Paragraph(view.days)),
            _fact(_own(view, "organisations"), Paragraph(str(len(view.decided)))),
            _fact(parts.sentence(view, "referential"), Paragraph(names)),
        )
    )


def _table(view: SessionView) -> Table:
    nothing = Text(_own(view, "no_validity"), soft=True)
    rows: list[tuple[Cell, ...]] = [
        (
            Item(one.id, one.organisation, target=_anchor(one)),
            one.outcome,
            Text(one.term) if one.term else nothing,
        )
        for one in view.decided
    ]
    head = tuple(_own(view, key) for key in ("organisation", "decision", "validity"))
    return Table(head, tuple(rows))


def _anchor(one: DecidedView) -> str:
    return f"decision-{one.id}"


def _sheet(view: SessionView, one: DecidedView) -> Sheet:
    return Sheet(one.id, one.organisation, tuple(_decided(view, one)), one.outcome, _anchor(one))


def _decided(view: SessionView, one: DecidedView) -> Iterator[Fact]:
    yield _fact(_own(view, "decision"), Paragraph(one.decided, "strong"))
    if one.term:
        yield _fact(_own(view, "validity"), Paragraph(one.term))
    if one.reason or not one.term:  # what a grant rests on are its conditions
        reason = parts.paragraphs(one.reason) or (Paragraph(_own(view, "no_reason")),)
        yield _fact(_own(view, "reason"), *reason)
    if one.previous:
        yield _fact(_own(view, "previous"), Paragraph(one.previous))
    yield _fact(_own(view, "conditions"), Paragraph(one.conditions), Bullets(one.levels))
    if one.missing:
        lacks = tuple(_missing(view, group) for group in parts.needed_first(one.missing))
        yield _fact(_own(view, "missing"), Bullets(lacks))
    yield _fact(_own(view, "audit"), Paragraph(one.audited))
    yield _fact(parts.sentence(view, "referential"), Paragraph(one.referential))


def _missing(view: SessionView, group: MissingView) -> str:
    """What a level lacks: the names of a few criteria, and how many more there are."""
    total = len(group.criteria)
    most = _MOST_NAMED + (total == _MOST_NAMED + 1)  # « 1 more » never replaces a name
    names = [f"{one.id} {one.title}" for one in group.criteria[:most]]
    if total > most:
        names.append(_own(view, "and_more", more=total - most))
    key = "missing_all" if group.needs_all else "missing_among"
    listed = parts.sentence(view, "semicolon").join(names)
    return _own(view, key, count=group.count, total=total, names=listed)


def _signatures(view: SessionView) -> Signatures:
    roles = (_own(view, key) for key in ("sign_chair", "sign_secretary"))
    return Signatures(
        tuple(Signature(role, ()) for role in roles), parts.sentence(view, "sign_here")
    )


def _fingerprints(view: SessionView) -> Facts:
    """What each decision was taken on: the fingerprint of each referential and of each audit."""
    referentials = (
        (f"{parts.sentence(view, 'digest_referential')} {name}", digest)
        for name, digest in view.referentials
    )
    audits = ((_own(view, "digest_of", id=one.id), one.digest) for one in view.decided)
    pairs = (*referentials, *audits)
    return Facts(tuple(_fact(name, Paragraph(digest)) for name, digest in pairs), "digests")
