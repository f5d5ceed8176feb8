"""Paths inside a value, as programs hold them and as people write them."""

DataPath = tuple[str | int, ...]


def path_shown(path: DataPath) -> str:
    """A path as people write it: `sections[0].criteria[2].level`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
