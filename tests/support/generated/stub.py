"""`cpe_label/__init__.pyi`, for type checkers, from the table of public names."""

import cpe_label

HEAD = '''\
# Generated from the table in __init__.py by tests/regenerate.py: do not edit.
"""Apply the rules of a peer label to audits: load, check, evaluate, render."""

'''


def public_names() -> dict[str, str]:
    """The table of public names: those of each module, with a space between."""
    found: dict[str, str] = vars(cpe_label)["_PUBLIC"]
    return found


def stub() -> str:
    """The text of the file, as `ruff format` would leave it."""
    homes = [(home, name) for home, names in public_names().items() for name in names.split()]
    homes.sort(key=lambda one: (one[0], not one[1][0].isupper(), one[1].casefold()))
    lines = [f"from .{home} import {name} as {name}\n" for home, name in homes]
    names = "".join(f'    "{name}",\n' for name in cpe_label.__all__)
    return f"{HEAD}{''.join(lines)}\n__version__: str\n\n__all__ = [\n{names}]\n"
