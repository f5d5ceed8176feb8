"""Reports by a template that a test writes."""

from pathlib import Path

import pytest

from cpe_label import DataError, render

from .reports import EVALUATIONS


def rendered(path: Path, template: str, form: str = "text", kind: str = "audit") -> str:
    """The report of an example by this template, written in the file first."""
    path.write_text(template, "utf-8")
    return render(EVALUATIONS["granted"], form, kind=kind, template=path)


def refused(path: Path, template: str) -> list[tuple[str, str | None, int | None]]:
    """The code, the file and the line of each problem of this template."""
    with pytest.raises(DataError) as caught:
        rendered(path, template)
    return [(one.code, one.file, one.line) for one in caught.value.problems]
