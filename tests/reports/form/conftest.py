"""The page of an audit, and the same page opened in the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import opened

from cpe_label import Referential
from cpe_label.reports.form import form_page


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory, label_cpe: Referential) -> Path:
    made: Path = tmp_path_factory.mktemp("form") / "audit.html"
    made.write_text(form_page(label_cpe, "fr"), "utf-8")
    return made


@pytest.fixture
def page(browser: Any, path: Path) -> Iterator[Any]:
    with opened(browser, path) as found:
        yield found
