"""A session of the committee: a table with what was decided about each organisation, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from ..model.audit import Decision, Outcome
from ..model.readings import word_meant
from ..problems.problem import Problem, limited
from ..text.similarity import plain_words
from .csv_cells import Cell
from .table_csv import Column, Row, Table, read_table

COLUMNS: Final = (
    Column("organisation", ("organisation", "coopérative", "id", "identifiant")),
    Column("outcome", ("décision", "outcome")),
    Column("decided_on", ("date", "decided_on", "date de la décision")),
    Column("reason", ("motif", "reason"), needed=False),
)

_WORDS: Final[dict[Outcome, tuple[str, ...]]] = {
    "granted": ("granted", "label granted", "accorde", "accordee", "label accorde"),
    "refused": (
        *("refused", "not granted", "label not granted"),
        *("refuse", "refusee", "non accorde", "label non accorde", "label refuse"),
    ),
    "adjourned": (
        *("adjourned", "decision adjourned"),
        *("ajourne", "ajournee", "decision ajournee"),
    ),
}
"""By outcome, what a row may say: the words of files, and those of reports in both languages."""
_OUTCOMES: Final = {word: outcome for outcome, words in _WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What was decided about one organisation."""

    organisation: str
    decision: Decision
    row: Row


@dataclass(frozen=True, slots=True)
class Session:
    """The rows of a session, and every problem of its file so far."""

    table: Table
    rows: tuple[SessionRow, ...]

    def report(self, row: SessionRow, found: Problem, key: str = "organisation") -> None:
        """Add a problem at a cell of a row."""
        offset = row.row.cells.get(key, row.row).offset
        source = self.table.source
        self.table.problems.append(found.in_file(source.name, *source.place(offset)))

    @property
    def problems(self) -> list[Problem]:
        """The problems, no more than are reported of one file."""
        return limited(self.table.problems)


def read_session(content: bytes, name: str) -> Session:
    """Read a session. Raises DataError for a file that is no table."""
    table = read_table(content, name, COLUMNS)
    return Session(table, tuple(_rows(table)))


def _rows(table: Table) -> Iterator[SessionRow]:
    first: dict[str, Row] = {}
    for row in table.rows:
        cells = row.cells
        decided_on, outcome = table.day(row, "decided_on"), _outcome(table, cells.get("outcome"))
        organisation = cells.get("organisation")
        if organisation is None:
            continue
        earlier = first.setdefault(organisation.text, row)
        if earlier is not row:
            line = table.source.place(earlier.offset)[0]
            table.report("S013", organisation.offset, value=organisation.text, first=line)
        elif decided_on and outcome:
            reason = cells["reason"].text if "reason" in cells else None
            decision = Decision(outcome=outcome, decided_on=decided_on, reason=reason)
            yield SessionRow(organisation.text, decision, row)


def _outcome(table: Table, cell: Cell | None) -> Outcome | None:
    """The outcome in a cell. None, with a problem, for another text."""
    if cell is None:
        return None
    found = _OUTCOMES.get(plain_words(cell.text))
    if found is None:
        meant = word_meant(cell.text, get_args(Outcome), "outcome")
        table.report("S010", cell.offset, value=cell.text, near=meant.get("near", ""))
    return found
