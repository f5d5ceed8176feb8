"""The widths of the parts of a bar."""

import pytest
from support import making

from cpe_label import evaluate
from cpe_label.reports.formats.bars import Bar, bar_of
from cpe_label.reports.view.evaluation import view


@pytest.mark.parametrize(
    ("counts", "required", "bar"),
    [
        ({"met": 2, "not_met": 1}, "2/3", Bar("66.66", "0.00", "66.66")),
        ({"met": 1, "unassessed": 6}, "50%", Bar("14.28", "85.71", "50.00")),
        ({"met": 1}, "100%", Bar("100.00", "0.00", "100.00")),
        ({"not_met": 1}, "0%", Bar("0.00", "0.00", "0.00")),
        ({"not_applicable": 1}, "50%", Bar("0.00", "0.00", "50.00")),
    ],
)
def test_a_width_is_rounded_down(counts: dict[str, int], required: str, bar: Bar) -> None:
    """A share below the required one never reaches the mark."""
    assert bars([{"m": counts}], {"required": required}) == (bar, bar._replace(threshold=""))


def test_no_mark_where_each_section_decides() -> None:
    whole, section = bars([{"m": {"met": 1}}], {"required": "50%", "scope": "each_section"})
    assert whole == section == Bar("100.00", "0.00", "")


def bars(sections: list[making.Counts], level: dict[str, str]) -> tuple[Bar, Bar]:
    """The bar of the level, and that of its first section."""
    referential = making.referential([{"id": "m", **level}], sections)
    seen = view(evaluate(making.audit(sections), referential), "en")
    gauge = seen.sections[0].gauges[0]
    assert gauge is not None
    return bar_of(seen.levels[0].gauge), bar_of(gauge)
