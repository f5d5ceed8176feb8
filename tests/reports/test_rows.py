"""Evaluations as rows of CSV."""

import csv
from datetime import date

from support import making
from support.small import decided

from cpe_label import evaluate
from cpe_label.reports.formats.rows import heading, levels_of, row, row_without

LEVELS = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
SECTIONS = [{"m": {"met": 2}, "r": {"met": 1, "not_met": 1, "not_applicable": 1}}]
ON = date(2027, 1, 1)


def read(*lines: str) -> list[dict[str, str]]:
    return list(csv.DictReader(lines, strict=True))


def test_a_row_has_what_is_known_of_an_audit() -> None:
    referential = making.referential(LEVELS, SECTIONS)
    audit = making.audit(SECTIONS, **decided("granted"))
    levels = levels_of([referential, referential])
    (found,) = read(heading(levels), row("a.jsonl:3", evaluate(audit, referential), levels, ON))
    assert found == {
        "source": "a.jsonl:3",
        "id": str(audit.organisation.id),
        "name": audit.organisation.name,
        "verdict": "pass",
        "m_met": "2",
        "m_applicable": "2",
        "r_met": "1",
        "r_applicable": "2",
        "state": "valid",
        "last_day": "2029-11-19",
    }


def test_what_there_is_not_is_empty() -> None:
    referential = making.referential(LEVELS, SECTIONS)
    levels = ("other", *levels_of([referential]))
    written = row("a", evaluate(making.audit(SECTIONS), referential), levels, ON)
    found, nothing = read(heading(levels), written, row_without("=b", levels))
    assert (found["other_met"], found["m_met"], found["state"]) == ("", "2", "")
    assert {name: cell for name, cell in nothing.items() if cell} == {"source": "'=b"}


def test_a_name_is_harmless_and_stays_in_its_row() -> None:
    name = '=HYPERLINK("x")\nb\u202e, c'
    audit = making.audit(SECTIONS, organisation={"name": name})
    written = row("a", evaluate(audit, making.referential(LEVELS, SECTIONS)), (), ON)
    assert written.count("\n") == 1
    assert read(heading(()), written)[0]["name"] == '\'=HYPERLINK("x")\\u000ab\\u202e, c'
