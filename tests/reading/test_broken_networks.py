"""Files that contradict each other: every problem, with its place and its words."""

from pathlib import Path

import pytest
from support.broken_networks import broken_networks, lines_of_network

from cpe_label.problems.catalogue import CATALOGUE


@pytest.mark.parametrize("path", broken_networks(), ids=lambda path: path.name)
def test_a_broken_network_gives_exactly_these_lines(path: Path) -> None:
    expected = path.with_name(path.name + ".txt").read_text("utf-8")
    assert f": {path.name[:4]} " in expected
    assert lines_of_network(path) == expected


def test_every_problem_across_files_has_its_broken_network() -> None:
    """But for what `network` alone says of its arguments."""
    shown = {path.name[:4] for path in broken_networks()}
    across = {code for code in CATALOGUE if "N013" <= code < "N041"}
    assert across == shown
