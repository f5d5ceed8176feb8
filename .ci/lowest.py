#!/usr/bin/env python3
"""Print the lowest version that pyproject.toml allows of each requirement, one a line."""

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def lowest(project: dict, extras: list[str]) -> dict[str, str]:
    """Give the floor of each requirement of the project and of these extras."""
    optional = project["optional-dependencies"]
    lines = project["dependencies"] + [line for extra in extras for line in optional[extra]]
    floors = {}
    for requirement in map(Requirement, lines):
        name = canonicalize_name(requirement.name)
        if name == canonicalize_name(project["name"]):  # an extra that takes in another
            floors |= lowest(project, sorted(requirement.extras))
            continue
        (bound,) = requirement.specifier  # one floor and nothing else
        if bound.operator != ">=":
            sys.exit(f"{requirement} has no floor")
        floors[name] = bound.version
    return floors


if __name__ == "__main__":
    text = Path(__file__).parent.parent.joinpath("pyproject.toml").read_text(encoding="utf-8")
    floors = lowest(tomllib.loads(text)["project"], sys.argv[1:] or ["test"])
    for name, version in sorted(floors.items()):
        print(f"{name}=={version}")
