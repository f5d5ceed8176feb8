"""The comparison of two referentials, or of two audits, as JSON."""

import json
from pathlib import Path

import pytest
from support.comparing import change, progress

GOLDEN = Path(__file__).parents[1] / "golden"
FORMS = {"change.json": change, "progress.json": progress}


@pytest.mark.parametrize("name", FORMS)
def test_it_is_written_as_the_golden_file_shows(name: str) -> None:
    assert FORMS[name]("json") == (GOLDEN / name).read_text("utf-8")


def test_a_single_change_is_named_as_it_is_in_the_list_of_changes() -> None:
    data = json.loads(change("json"))
    named = {(one["id"], one["change"]) for one in data["criteria"]}
    single = data["simulation"]["single"]
    assert single
    for one in single:
        assert "field" in one or (one["id"], one["change"]) in named
