"""The bar of a gauge: the widths of its parts, which HTML and PDF draw."""

from typing import NamedTuple

from ..view.types import Gauge


class Bar(NamedTuple):
    """Widths in percent of the bar."""

    met: str
    unassessed: str
    threshold: str
    """Where the mark of the required share stands; empty where no share is required."""


def bar_of(gauge: Gauge) -> Bar:
    """The bar that shows a gauge."""
    required = gauge.required
    return Bar(
        met=percent(gauge.met, gauge.applicable),
        unassessed=percent(gauge.unassessed, gauge.applicable),
        threshold=percent(required.numerator, required.denominator) if required else "",
    )


def percent(part: int, whole: int) -> str:
    """A share in percent with two decimals, rounded down; with a dot, as SVG wants."""
    hundredths = 10_000 * part // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}"
