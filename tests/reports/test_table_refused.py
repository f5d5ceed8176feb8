"""What could not be evaluated has the same line whether its row was measured or came later."""

from datetime import date

import pytest

from cpe_label.reports.formats import table
from cpe_label.reports.formats.table import Row, Table
from cpe_label.reports.formats.terminal import coloured, plain

ROWS = [
    Row("Coopérative 漢字", "pass", (("Obligatoire", "3/3"), ("Recommandé", "1/2"))),
    *(Row(f"a.jsonl:{number}") for number in range(300)),
    Row("Autre", "fail", (("Niveau", "0/1"),)),
    Row("a.jsonl:301"),
]


@pytest.mark.parametrize("paint", [plain, coloured])
def test_it_is_written_as_if_all_rows_were_known(
    paint: table.Paint, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_they_come = written(paint)
    monkeypatch.setattr(table, "_MEASURED", 10_000)
    assert written(paint) == as_they_come
    assert as_they_come.count("a.jsonl:") == 301


def written(paint: table.Paint) -> str:
    made = Table("fr", date(2026, 12, 1), paint)
    return "".join([*map(made.add, ROWS), made.end()])
