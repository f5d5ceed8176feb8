"""Paths inside a value, as programs hold them and as people write them."""

from typing import Final

DataPath = tuple[str | int, ...]

DEEPEST: Final = 32
"""How deep mappings and lists may stand in one another."""


def path_shown(path: DataPath) -> str:
    """A path as people write it: `sections[0].criteria[2].level`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
