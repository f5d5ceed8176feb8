"""The table of several audits: aligned, in both languages, of any length."""

from datetime import date

import pytest
from support.reports import EVALUATIONS, ON

from cpe_label.messages.states import VERDICTS
from cpe_label.reports.formats.table import WIDEST_NAME, Row, Table, row_of
from cpe_label.reports.formats.terminal import coloured
from cpe_label.rules.evaluation import State
from cpe_label.text.display import columns, shortened
from cpe_label.text.typography import LANGUAGES, Language


def table(*rows: Row, language: Language = "en") -> list[str]:
    written = Table(language, ON)
    return ("".join(map(written.add, rows)) + written.end()).splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_its_cells_in_the_columns_of_the_heading(language: Language) -> None:
    rows = [row_of(one, ON) for one in EVALUATIONS.values()]
    rows.append(Row("漢" * 30))
    rows.append(Row("Coopérative aux nombreuses cafés " * 3))
    lines = table(*rows, language=language)
    assert len(lines) == len(rows) + 1
    place = columns(lines[0]) - len("last day" if language == "en" else "dernier jour")
    for line in lines[1:]:
        start = next(i for i in range(len(line)) if columns(line[:i]) == place)
        assert line[start - 2 : start] == "  "
        assert line[start:] == "–" or date.fromisoformat(line[start:])


def test_a_granted_audit_shows_its_counts_and_its_label() -> None:
    row = row_of(EVALUATIONS["granted"], ON)
    assert row.state == "valid"
    assert table(row)[1].split()[-5:] == ["3/3", "32/32", "20/28", "valid", "2029-11-19"]


def test_a_name_is_cut_by_the_columns_it_takes() -> None:
    assert shortened("漢" * 30, 40) == "漢" * 19 + "…"
    assert shortened("e\u0301" * 40, 40) == "e\u0301" * 40
    assert columns(shortened("a" * 41, 40)) == 40
    (_, line) = table(Row("漢" * 30))
    assert line.startswith("漢" * 19 + "…")


def test_no_name_makes_a_line_of_its_own() -> None:
    assert len(table(Row("a\nb\x1b[31m"), Row("c"))) == 3
    assert "\x1b" not in "".join(table(Row("a\nb\x1b[31m")))


def test_other_levels_start_another_table() -> None:
    one = Row("a", "pass", (("X", "1/1"),))
    other = Row("b", "fail", (("Y", "0/1"), ("Z", "0/1")))
    lines = table(Row("unread"), one, one, other, Row("unread"))
    assert [line.split()[0] if line else "" for line in lines] == [
        *("organisation", "unread", "a", "a", "", "organisation", "b", "unread")
    ]
    assert "X" in lines[0]
    assert lines[5].split()[2:4] == ["Y", "Z"]


def test_a_long_table_is_written_while_it_is_read() -> None:
    written = Table("fr", ON)
    pieces = [written.add(Row(f"ligne {number}")) for number in range(1_000)]
    assert sum(map(bool, pieces)) == 801
    assert len(("".join(pieces) + written.end()).splitlines()) == 1_001
    assert max(map(columns, "".join(pieces).splitlines())) < WIDEST_NAME + 60


@pytest.mark.parametrize("state", State.__args__)
def test_colours_change_nothing_but_colours(state: State) -> None:
    rows = [Row("a", verdict, (("X", "1/1"),), state, ON) for verdict in VERDICTS]
    in_colour = Table("fr", ON, coloured)
    text = "".join(map(in_colour.add, rows)) + in_colour.end()
    for code in ("\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"):
        text = text.replace(code, "")
    assert text.splitlines() == table(*rows, language="fr")
