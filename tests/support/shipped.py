"""The files that come with the project."""

from pathlib import Path

from cpe_label.problems.catalogue import FAMILIES

ROOT = Path(__file__).parents[2]
REFERENTIAL = ROOT / "referentials" / "label-cpe-2019.yaml"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CODE = rf"[{''.join(sorted(FAMILIES))}][0-9]{{3}}"
"""The pattern of the code of a problem, of any family."""
