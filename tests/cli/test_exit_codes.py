"""Which exit code stands for several."""

import pytest

from cpe_label.cli.exit_codes import Exit, gravest


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([], 0), ([0, 3], 3), ([3, 1, 0], 1), ([1, 2, 3], 2), ([0, 70, 2], 70)],
)
def test_the_gravest_exit(codes: list[int], expected: int) -> None:
    assert gravest(map(Exit, codes)) == expected
