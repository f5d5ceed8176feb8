"""The sheet that counts while one fills in: live formulas, for the eye, never read back.

Its formulas are RC-5 to RC-9 in whole numbers; a test compares what an office suite computes with
what `evaluate` says.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import SHEETS, SUMMARY, VERDICT_WORDS
from ...model.audit import Finding
from ...model.referential import Referential
from ...problems.cell import column_name
from ...rules.evaluation import LevelResult, Part
from ...rules.scoring import Score, score_findings
from ...text.typography import required_shown
from .cell_values import Entries
from .names import named
from .sheets import Area, Entry, Formula, Sheet, Tint

_HEADS: Final = (
    *("level", "section", "required", "met", "not_met", "not_applicable", "unassessed"),
    *("still_needed", "verdict"),
)
_WIDTHS: Final = (34, 30, 12, 12, 15, 12, 12, 18, 16)
_FIRST: Final = 4
"""The row of the first part."""


def summary_sheet(
    referential: Referential,
    findings: Mapping[str, Any],
    columns: Mapping[str, int],
    last: int,
    entries: Entries,
) -> Sheet:
    """The counts, what is missing and the verdict of each level.

    `columns` are those of the grid, whose rows end at `last`.
    """
    known = {
        name: Finding(status=one["status"]) for name, one in findings.items() if one.get("status")
    }
    lines = _Summary(referential, score_findings(known, referential), columns, last, entries)
    rows = [*lines.head(), *lines.parts(), *lines.end()]
    area = Area(_FIRST, len(_HEADS), len(rows), len(_HEADS))
    tints = [Tint(area, look.tone, lines.word(name)) for name, look in VERDICT_WORDS.items()]
    name = say(SHEETS["summary"], entries.language)
    return Sheet(name, _WIDTHS, rows, frozen=(_FIRST - 1, 0), tints=tints, protected=True)


class _Summary:
    def __init__(
        self,
        referential: Referential,
        score: Score,
        columns: Mapping[str, int],
        last: int,
        entries: Entries,
    ) -> None:
        self.referential = referential
        self.score = score
        self.language = entries.language
        self.entries = entries
        grid = say(SHEETS["grid"], self.language)
        self.ranges = {
            name: f"{grid}!${column_name(column)}$2:${column_name(column)}${last}"
            for name, column in columns.items()
        }
        self.ends = _FIRST

    def say(self, key: str) -> str:
        """A word of this sheet."""
        return say(SUMMARY[key], self.language)

    def word(self, verdict: str) -> str:
        """The word of a verdict."""
        return say(VERDICT_WORDS[verdict], self.language)

    def head(self) -> Iterator[list[Entry]]:
        """What it is, and what each column says."""
        yield [Entry(say(SHEETS["summary"], self.language), "title")]
        yield [Entry(self.say("help"), "help")]
        yield [Entry(self.say(key), "heading") for key in _HEADS]

    def parts(self) -> Iterator[list[Entry]]:
        """A row for each level, or for each section that it is judged in (RC-6)."""
        row = _FIRST
        for result in self.score.levels:
            for part in result.parts:
                yield self.part(row, result, part)
                row += 1
        self.ends = row

    def part(self, row: int, result: LevelResult, part: Part) -> list[Entry]:
        """The counts of a part, and what follows from them."""
        level, section = named(result.level, self.referential.levels), self.say("all_sections")
        where = f"({self.ranges['level']}=$A{row})"
        if part.section:
            section = named(part.section, self.referential.sections)
            where += f"*({self.ranges['section']}=$B{row})"
        tally, share = part.tally, result.level.required
        whole = sum(len(getattr(tally, name)) for name in _COUNTED) + len(tally.unassessed)
        counts = [
            Formula(self.count(where, status), len(getattr(tally, status))) for status in _COUNTED
        ]
        open_ = Formula(f"{whole}-D{row}-E{row}-F{row}", len(tally.unassessed))
        p, q = share.numerator, share.denominator
        needs = f"{p}*({whole}-F{row})"
        needed = Formula(f"MAX(0,QUOTIENT({needs}-{q}*D{row}+{q - 1},{q}))", part.still_needed)
        words = {name: self.word(name) for name in ("pass", "undecided", "fail")}
        verdict = (
            f'IF({q}*D{row}>={needs},"{words["pass"]}",'
            f'IF({q}*(D{row}+G{row})>={needs},"{words["undecided"]}","{words["fail"]}"))'
        )
        shown = required_shown(str(share), self.language)
        return [
            *(Entry(level, "strong"), Entry(section, "page"), Entry(shown, "number")),
            *(Entry(one, "number") for one in (*counts, open_, needed)),
            Entry(Formula(verdict, words[part.verdict.value]), "strong"),
        ]

    def count(self, where: str, status: str) -> str:
        """How many rows have a status, among those of a part."""
        word = self.entries.word("status", status)
        return f'SUMPRODUCT({where}*(TRIM({self.ranges["status"]})="{word}"))'

    def end(self) -> Iterator[list[Entry]]:
        """The verdict over all (RC-9), and what would stop an evaluation."""
        verdicts = f"$I${_FIRST}:$I${self.ends - 1}"
        fail, undecided, passed = (self.word(name) for name in ("fail", "undecided", "pass"))
        overall = (
            f'IF(COUNTIF({verdicts},"{fail}")>0,"{fail}",'
            f'IF(COUNTIF({verdicts},"{undecided}")>0,"{undecided}","{passed}"))'
        )
        value = self.word(self.score.verdict.value)
        blank = [Entry(None, "page")] * (len(_HEADS) - 2)
        yield []
        yield [
            Entry(self.say("overall"), "strong"),
            *blank,
            Entry(Formula(overall, value), "strong"),
        ]
        yield []
        status, why = self.ranges["status"], self.ranges["justification"]
        word = self.entries.word("status", "not_applicable")
        known = "".join(f'*(TRIM({status})<>"{one}")' for one in self.entries.words("status"))
        unknown = f'SUMPRODUCT((TRIM({status})<>""){known})'
        unjustified = f'SUMPRODUCT((TRIM({status})="{word}")*(TRIM({why})=""))'
        yield [Entry(self.say("unknown"), "page"), Entry(Formula(unknown, 0), "number")]
        yield [Entry(self.say("unjustified"), "page"), Entry(Formula(unjustified, 0), "number")]


_COUNTED: Final = ("met", "not_met", "not_applicable")
