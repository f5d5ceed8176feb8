"""What the tests of several formats use."""

from pathlib import Path

import pytest
from support.files import GRANTED
from support.shipped import REFERENTIAL


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A referential with a misspelt level, and an audit with a warning and two equal errors."""
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "référentiel.yaml").write_text(text.replace("recommended\n", "recomended\n", 1))
    text = GRANTED.read_text("utf-8").replace("status: met", "status: yes", 1)
    (tmp_path / "audit.yaml").write_text(text, "utf-8")
    return tmp_path
