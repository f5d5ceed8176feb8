"""The summary of an evaluation on a terminal, in one screen."""

from collections.abc import Callable, Iterator

from ...messages.phrase import say
from ...messages.reports import REPORT
from ...messages.states import TONES, Tone
from ...text.display import visible
from ..view.types import CriterionView, LevelView, View

Paint = Callable[[str, Tone], str]


def plain(text: str, _tone: Tone) -> str:
    """No colour."""
    return text


def coloured(text: str, tone: Tone) -> str:
    """The text in the colour of a tone, by ANSI codes."""
    return f"\x1b[{TONES[tone].ansi}m{text}\x1b[0m"


def summary(view: View, paint: Paint = plain) -> str:
    """Verdict, levels, what is missing, what is unknown, and until when the label holds.

    What cannot be seen in a text of a file is written as an escape, so that none can forge a line.
    """
    return "\n".join(_lines(view, paint)) + "\n"


def _lines(view: View, paint: Paint) -> Iterator[str]:
    yield visible(f"{view.organisation} · {view.referential.version}")
    yield f"{view.title}, {view.dates}"
    yield ""
    yield paint(f"{view.standing.icon} {view.standing.text}", view.standing.tone)
    for sentence in filter(None, (view.term, view.holds_from, *view.events, view.state_sentence)):
        yield f"  {visible(sentence)}"
    if view.unfinished:
        yield paint(f"  {view.unfinished}", "open")
    yield ""
    yield from _levels(view, paint)
    if view.fragile:
        yield f"  {visible(view.fragile)}"
    for level in view.levels:
        for missing in level.missing:
            yield ""
            yield visible(missing.sentence)
            yield from (_criterion(one, paint) for one in missing.criteria)
    listed = {one.id for level in view.levels for m in level.missing for one in m.criteria}
    unknown = [one for one in view.to_assess if one.id not in listed]
    if unknown:
        yield ""
        yield say(REPORT["colon"], view.language, what=say(REPORT["to_assess"], view.language))
        yield from (_criterion(one, paint) for one in unknown)
    yield ""
    yield from (f"{reason.clause:<6}{visible(reason.text)}" for reason in view.reasons)


def _levels(view: View, paint: Paint) -> Iterator[str]:
    rows = [_row(level) for level in view.levels]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for level, (title, counts, share, required) in zip(view.levels, rows, strict=True):
        verdict = paint(f"{level.verdict.icon} {level.verdict.text}", level.verdict.tone)
        margin = f", {level.margin}" if level.margin else ""
        yield (
            f"  {title:<{widths[0]}}  {counts:>{widths[1]}}  {share:>{widths[2]}}"
            f"  {required:<{widths[3]}}  {verdict}{margin}"
        )


def _row(level: LevelView) -> tuple[str, str, str, str]:
    gauge = level.gauge
    return (
        visible(level.title),
        f"{gauge.met} / {gauge.applicable}",
        gauge.share,
        f"(≥ {level.required})",
    )


def _criterion(one: CriterionView, paint: Paint) -> str:
    return f"  {paint(one.status.icon, one.status.tone)} {one.id}  {visible(one.title)}"
