"""A network on a day: the figures first, then its seven parts, as one asks of them every month."""

from collections.abc import Iterator
from typing import Final

from ...rules.network import Counts
from ..document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Figure,
    Figures,
    Notice,
    Paragraph,
    Section,
)
from ..view.network_types import (
    FileView,
    NetworkView,
)
from ..view.types import Gauge
from . import network_findings as findings
from . import network_standing as standing
from . import parts
from .network_words import own

_MOST_FILES: Final = 20
"""How many files with problems are named at the top; JSON and the spreadsheet have all."""


def compose(view: NetworkView) -> Document:
    """The document of a network."""
    title, kicker, window = _head(view)
    return Document(
        language=view.language,
        written=view.written,
        name=window,
        label=window,
        mark="",
        kicker=kicker,
        title=title,
        opening=tuple(warnings(view)),
        contents=parts.sentence(view, "contents"),
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
        wide=True,
    )


def _head(view: NetworkView) -> tuple[str, str, str]:
    """The title, what stands over it, and the title of the window."""
    if view.network:
        kicker = own(view, "kicker", day=view.on, title=view.referential)
        return view.network, kicker, own(view, "window", title=view.network, day=view.on)
    title = own(view, "untitled", day=view.on)
    return title, own(view, "kicker_untitled", title=view.referential), title


_PARTS: Final = (
    ("labels", standing.labels),
    ("agenda", standing.agenda),
    ("members", standing.members),
    ("criteria", findings.criteria),
    ("good_practices", findings.good_practices),
    ("recommendations", findings.recommendations),
    ("progress", findings.progress),
)
"""The seven parts, by the key of their title."""


def _sections(view: NetworkView) -> Iterator[Section]:
    yield Section(own(view, "glance"), (figures(view),), "glance")
    for key, blocks in _PARTS:
        yield Section(own(view, key), tuple(blocks(view)), key.replace("_", "-"))


# ── What was left out, and the figures ───────────────────────────────────────────────────────────


def warnings(view: NetworkView) -> Iterator[Block]:
    """What nobody may overlook: files that count nowhere, or that count with a problem."""
    for key, files in (("left_out", view.left_out), ("problems", view.problems)):
        if files:
            yield Notice(own(view, key, count=len(files)), "bad")
            yield Bullets(tuple(_named(view, files)))


def _named(view: NetworkView, files: tuple[FileView, ...]) -> Iterator[str]:
    for one in files[:_MOST_FILES]:
        yield own(view, "file", source=one.source, codes=one.codes)
    if len(files) > _MOST_FILES:
        yield own(view, "more_files", count=len(files) - _MOST_FILES)


def figures(view: NetworkView) -> Figures:
    """What somebody who heads a network wants to know first."""
    return Figures(tuple(_figures(view, view.counts)))


def _figures(view: NetworkView, counts: Counts) -> Iterator[Figure]:
    yield _of_members(view, "figure_labelled", view.share_labelled, counts.labelled)
    yield Figure(
        str(counts.expiring),
        own(view, "figure_expiring"),
        own(view, "figure_expiring_note", count=counts.expiring),
    )
    lost = {key: getattr(counts, key) for key in ("suspended", "withdrawn", "expired")}
    yield Figure(
        str(sum(lost.values())),
        own(view, "figure_lost", count=sum(lost.values())),
        own(view, "figure_lost_note", **lost),
    )
    yield _of_members(view, "figure_audited", view.share_audited, counts.audited)
    waiting = {key: getattr(counts, key) for key in ("to_decide", "adjourned")}
    yield Figure(
        str(sum(waiting.values())),
        own(view, "figure_to_decide"),
        own(view, "figure_to_decide_note", **waiting),
    )
    dated = [one for one in view.recommendations if one.due]
    overdue = sum(one.overdue for one in dated)
    yield Figure(
        str(overdue),
        own(view, "figure_overdue", count=overdue),
        own(view, "figure_overdue_note", whole=len(dated)),
    )


def _of_members(view: NetworkView, key: str, gauge: Gauge | None, count: int) -> Figure:
    """A count of the members, with its share; without a list of members a count alone."""
    words = own(view, key, count=count)
    if gauge is None:
        return Figure(str(count), words)
    return Figure(gauge.label, words, own(view, "share_of_members", share=gauge.share), gauge)
