"""A network as listings: a summary, then each of its seven parts, days and counts as such."""

from collections.abc import Iterator
from fractions import Fraction

from ...messages.network import LABELS, STAGES
from ...messages.phrase import say
from ..listing import Column, Listing, Value
from ..view.network_types import LatestView, NetworkView, OrganisationView
from . import parts
from .network_words import own

_Row = tuple[Value, ...]

_WIDTHS = {
    **dict.fromkeys(("organisation", "source", "title", "remark", "figure"), 34),
    **dict.fromkeys(
        ("text", "good_practice", "evidence", "recommendation", "not_met_by", "which"), 60
    ),
    "value": 74,
    **dict.fromkeys(("label", "stage", "list", "region"), 27),
    **dict.fromkeys(("criteria", "section", "what"), 40),
}
"""The columns that are not of one size with the others."""


def listings(view: NetworkView) -> Iterator[Listing]:
    """Every listing of a workbook, the summary first."""
    yield _listing(view, "summary", ("figure", "value"), _summary(view))
    yield labels(view)
    yield _listing(
        view,
        "agenda",
        ("day", "what", "organisation", "criterion", "text"),
        ((o.day, o.kind, o.organisation, o.criterion, o.text) for o in view.agenda),
    )
    yield from _members(view)
    yield from _criteria(view)
    yield _listing(
        view,
        "good_practices",
        ("criterion", "title", "organisation", "audit_of", "good_practice", "evidence"),
        (
            (one.criterion, one.title, one.organisation, one.on, one.text, "\n".join(one.evidence))
            for one in view.good_practices
        ),
    )
    yield _recommendations(view)
    yield _progress(view)


def _listing(view: NetworkView, name: str, keys: tuple[str, ...], rows: Iterator[_Row]) -> Listing:
    columns = (Column(own(view, key), _WIDTHS.get(key, 16)) for key in keys)
    return Listing(own(view, name), tuple(columns), tuple(rows))


def _summary(view: NetworkView) -> Iterator[_Row]:
    """What was left out stands at the top."""
    for key, files in (("file_left_out", view.left_out), ("file_problem", view.problems)):
        for one in files:
            yield own(view, key), own(view, "file", source=one.source, codes=one.codes)
    yield own(view, "asked_on"), view.on
    yield own(view, "referential"), f"{view.referential} ({view.label})"
    counts = view.counts
    for key in ("members", "engaged", "audited", "labelled"):
        yield own(view, f"count_{key}"), getattr(counts, key)
    for styles in (LABELS, STAGES):
        for key, style in styles.items():
            what = own(view, "label" if styles is LABELS else "stage")
            words = say(style, view.language)
            yield own(view, "what_said", what=what, text=words), getattr(counts, key)
    for key, count in zip(("files_read", "files_after", "files_other"), view.files, strict=True):
        yield own(view, key), count
    yield from view.digests
    yield own(view, "engine"), view.engine


# ── 1. Labels ────────────────────────────────────────────────────────────────────────────────────

_LABELS = (
    *("organisation", "identifier", "region", "label", "since", "first_day"),
    *("last_day", "days_left"),
    *("renewal_opens", "latest", "latest_from", "latest_to", "verdict", "stage", "decided_on"),
    *("version", "source"),
)


def labels(view: NetworkView) -> Listing:
    """The label of each organisation and its latest file."""
    return _listing(view, "labels", _LABELS, map(_label, view.organisations))


def labels_with_remarks(view: NetworkView) -> Listing:
    """The same with a last column, and what was left out in the first rows."""
    found = labels(view)
    before = (None,) * (len(_LABELS) - 1)
    remarks = [
        (*before, one.source, own(view, key, codes=one.codes))
        for key, files in (("remark_left_out", view.left_out), ("remark_problem", view.problems))
        for one in files
    ]
    columns = (*found.columns, Column(own(view, "remark"), _WIDTHS["remark"]))
    return Listing(found.name, columns, (*remarks, *((*row, None) for row in found.rows)))


def _label(one: OrganisationView) -> _Row:
    kind, first, last, verdict, decided_on, version, source = _latest(one.latest)
    return (
        *(one.name, one.id, one.region, one.label.text, one.since, one.first_day, one.last_day),
        *(one.days_left, one.renewal_opens, kind, first, last, verdict, one.stage.text),
        *(decided_on, version, source),
    )


def _latest(one: LatestView | None) -> _Row:
    if one is None:
        return (None,) * 7
    verdict = one.verdict.text if one.verdict else None
    return one.kind, one.first, one.last, verdict, one.decided_on, one.version, one.source


def labelled(view: NetworkView) -> Listing:
    """The public list: those labelled on the day, and nothing else."""
    return _listing(
        view,
        "public_document",
        ("organisation", "identifier", "region", "first_day", "last_day"),
        ((one.name, one.id, one.region, one.first_day, one.last_day) for one in view.labelled),
    )


# ── 3. Members ───────────────────────────────────────────────────────────────────────────────────


def _members(view: NetworkView) -> Iterator[Listing]:
    yield _listing(
        view,
        "members",
        ("organisation", "identifier", "region", "audited_on", "stage", "label"),
        (
            (
                *(one.name, one.id, one.region),
                one.audited_on or own(view, "never"),
                *(one.stage.text, one.label.text),
            )
            for one in view.never_audited_first
        ),
    )
    yield _listing(
        view,
        "years",
        ("year", "members", "audited", "labelled"),
        ((one.on, one.members, one.audited, one.labelled) for one in view.years),
    )


# ── 4. Criteria ──────────────────────────────────────────────────────────────────────────────────


def _criteria(view: NetworkView) -> Iterator[Listing]:
    yield _listing(
        view,
        "criteria",
        (
            *("criterion", "title", "level", "section", "met", "not_met", "not_applicable"),
            *("share", "not_met_by", "reworded"),
        ),
        (
            (
                *(one.id, one.title, one.level, one.section),
                *(one.gauge.met, one.gauge.not_met, one.gauge.not_applicable),
                Fraction(1000 * one.share[0] // one.share[1], 1000) if one.share else None,
                parts.sentence(view, "semicolon").join(one.not_met_by),
                own(view, "yes") if one.reworded else None,
            )
            for one in view.criteria
        ),
    )
    yield _listing(
        view,
        "by_section",
        ("organisation", "section", "met", "not_met", "not_applicable"),
        (
            (one.called, gauge.level, gauge.met, gauge.not_met, gauge.not_applicable)
            for one in view.organisations
            for gauge in one.sections
            if gauge
        ),
    )


# ── 6. and 7. Recommendations, progress ──────────────────────────────────────────────────────────


def _recommendations(view: NetworkView) -> Listing:
    return _listing(
        view,
        "recommendations",
        (
            *("criterion", "title", "organisation", "audit_of", "recommendation", "owner", "due"),
            "overdue",
        ),
        (
            (
                *(one.criterion, one.title, one.organisation, one.on, one.text, one.owner, one.due),
                own(view, "yes") if one.overdue else None,
            )
            for one in view.recommendations
        ),
    )


def _progress(view: NetworkView) -> Listing:
    """A row for each list of each organisation; the criteria by identifier."""
    return _listing(
        view,
        "progress",
        ("organisation", "then", "now", "list", "count", "which"),
        (
            (
                one.organisation,
                one.earlier,
                one.later,
                own(view, f"list_{key}"),
                len(names),
                ", ".join(names),
            )
            for one in view.progress
            for key, names in one.lists
            if names
        ),
    )
