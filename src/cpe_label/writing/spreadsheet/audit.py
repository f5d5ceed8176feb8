"""The workbook of an audit: to fill in, or with what an audit holds."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import COLUMNS, NOT_APPLICABLE, SHEETS
from ...messages.states import STATUSES
from ...model.audit import AUDIT_FORMAT, Audit
from ...model.referential import Criterion, Referential
from ...model.sheets import (
    AUDIT_FORM,
    CRITERION_COLUMNS,
    FINDING_COLUMNS,
    FORMER_COLUMNS,
    Field,
)
from ...problems.cell import column_name
from ...problems.exceptions import AuditError
from ...text.typography import Language, typeset
from ..reminder import Former
from .cell_values import LONGEST, Entries
from .forms import form_sheet, value_at
from .guide import OF_AUDIT, guide_sheet
from .names import named
from .sheets import Area, Choice, Entry, Sheet, Tint
from .summary import summary_sheet
from .xlsx import written

_WIDTHS: Final[Mapping[str, int]] = {
    "section": 16,
    "id": 13,
    "level": 13,
    "title": 26,
    "requirement": 42,
    "guidance": 40,
    "ask_for": 32,
    "then_found": 36,
    "then_recommendation": 28,
    "then_action": 24,
    "status": 15,
    "evidence": 36,
    "comment": 36,
    "good_practice": 26,
    "recommendation": 28,
    "action.owner": 18,
    "action.due": 13,
    "justification": 28,
}
_LOCKED: Final = ("format", "referential.id", "referential.version", "rows")


def blank_workbook(
    referential: Referential, language: Language, former: Former | None = None
) -> bytes:
    """An audit to fill in, of every criterion of a referential.

    With the audit before, the organisation and the label to renew are filled in, and each former
    finding is recalled beside the new one.
    """
    data: dict[str, Any] = {
        "format": AUDIT_FORMAT,
        "referential": {"id": referential.id, "version": referential.version},
        "kind": "audit",
    }
    if former:
        data["organisation"] = former.audit.as_written()["organisation"]
        data["previous"] = former.previous()
    return _AuditWorkbook(data, referential, language, former).written()


def audit_workbook(audit: Audit, referential: Referential | None, language: Language) -> bytes:
    """An audit as a workbook, with the criteria of its referential where it is known.

    Raises AuditError with the path of what no cell can hold.
    """
    return _AuditWorkbook(audit.as_written(), referential, language).written()


class _AuditWorkbook:
    def __init__(
        self,
        data: dict[str, Any],
        referential: Referential | None,
        language: Language,
        former: Former | None = None,
    ) -> None:
        self.referential = referential
        self.language: Language = language
        self.former = former
        self.findings: Mapping[str, Any] = data.get("findings", {})
        self.criteria = referential.by_id if referential else {}
        self.sections = {
            one.id: section
            for section in (referential.sections if referential else ())
            for one in section.criteria
        }
        others = [name for name in self.findings if name not in self.criteria]
        self.ids = [*self.criteria, *others]
        self.data = {**data, "rows": len(self.ids)}
        self.entries = Entries(language)
        recalled = FORMER_COLUMNS if former else ()
        self.columns = (*CRITERION_COLUMNS, *recalled, *FINDING_COLUMNS)

    def written(self) -> bytes:
        form = form_sheet(AUDIT_FORM, self.data, self.entries, locked=_LOCKED, protected=True)
        sheets = [form, self.grid()]
        if self.entries.problems:
            raise AuditError(self.entries.problems)
        if self.referential:
            sheets.append(self.summary(self.referential))
        sheets.append(guide_sheet(OF_AUDIT, self.language))
        title = self.referential.title if self.referential else self.data["referential"]["id"]
        return written(sheets, AUDIT_FORMAT, title, self.language)

    def column(self, name: str) -> int:
        """The number of a column, from 1."""
        return [one.name for one in self.columns].index(name) + 1

    def grid(self) -> Sheet:
        """A row for each criterion."""
        heads = [Entry(say(COLUMNS[one.name], self.language), "heading") for one in self.columns]
        rows = [heads, *(list(self.row(name)) for name in self.ids)]
        last = max(len(rows), 2)
        return Sheet(
            say(SHEETS["grid"], self.language),
            [_WIDTHS[one.name] for one in self.columns],
            rows,
            frozen=(1, self.column("id")),
            filtered=Area(1, 1, last, len(self.columns)),
            choices=list(self.choices()),
            tints=list(self.tints(last)),
            protected=True,
        )

    def row(self, name: str) -> Iterator[Entry]:
        """The criterion, what was found of it before, and what is found now."""
        criterion = self.criteria.get(name)
        shown = self.shown(criterion) if criterion else {"id": name}
        finding = self.findings.get(name, {})
        for field in self.columns:
            if field.kind == "shown" or field.name == "id":
                yield Entry(_cut(shown.get(field.name)), "shown")
            else:
                yield self.answer(field, name, criterion, finding)

    def answer(
        self, field: Field, name: str, criterion: Criterion | None, finding: Mapping[str, Any]
    ) -> Entry:
        """The cell of an answer; a justification that is not allowed has a closed one."""
        value = value_at(finding, field.path)
        allowed = criterion is None or criterion.not_applicable_when is not None
        is_closed = field.name == "justification" and not allowed and value is None
        path = ("findings", name, *field.path)
        return self.entries.entry(field, value, path, "closed" if is_closed else None)

    def shown(self, criterion: Criterion) -> dict[str, str | None]:
        """What the row says of a criterion, with its typography."""
        texts = [criterion.guidance]
        if criterion.not_applicable_when:
            what = criterion.not_applicable_when
            texts.append(say(NOT_APPLICABLE, self.language, what=what))
        said = {
            "id": criterion.id,
            "title": criterion.title,
            "requirement": criterion.requirement,
            "guidance": "\n".join(filter(None, texts)) or None,
            "ask_for": "\n".join(f"• {one}" for one in criterion.evidence) or None,
            **(self.former.columns(criterion, self.language) if self.former else {}),
        }
        typeset_texts = {
            key: text if key == "id" else typeset(text or "", self.language) or None
            for key, text in said.items()
        }
        return {**self.group_of(criterion), **typeset_texts}

    def group_of(self, criterion: Criterion) -> dict[str, str | None]:
        """The titles of the section and the level of a criterion."""
        sections = self.referential.sections if self.referential else ()
        levels = self.referential.levels if self.referential else ()
        section = self.sections[criterion.id]
        level = next(one for one in levels if one.id == criterion.level)
        return {"section": named(section, sections), "level": named(level, levels)}

    def choices(self) -> Iterator[Choice]:
        """The list of statuses: without « not applicable » where that is not allowed."""
        words = self.entries.words("status")
        for allowed in (True, False):
            areas = list(self.runs(self.column("status"), allowed=allowed))
            if areas:
                yield Choice(areas, words if allowed else words[:-1])

    def runs(self, column: int, *, allowed: bool) -> Iterator[Area]:
        """The rows in which a criterion may be not applicable, or in which it may not."""
        first = 0
        for row, name in enumerate([*self.ids, None], 2):
            criterion = self.criteria.get(name or "")
            may = criterion is None or criterion.not_applicable_when is not None
            if name is not None and may is allowed:
                first = first or row
            elif first:
                yield Area(first, column, row - 1, column)
                first = 0

    def tints(self, last: int) -> Iterator[Tint]:
        """Colours beside words: those of each status, and of a justification to write."""
        status = self.column("status")
        for name in ("met", "not_met", "not_applicable"):
            area = Area(2, status, last, status)
            yield Tint(area, STATUSES[name].tone, self.entries.word("status", name))
        letter = column_name(status)
        yield Tint(Area(2, status, last, status), "open", formula=f'${letter}2=""')
        column = self.column("justification")
        word = self.entries.word("status", "not_applicable")
        formula = f'AND(${letter}2="{word}",${column_name(column)}2="")'
        yield Tint(Area(2, column, last, column), "open", formula=formula)

    def summary(self, referential: Referential) -> Sheet:
        """The sheet of live formulas."""
        columns = {
            name: self.column(name) for name in ("section", "level", "status", "justification")
        }
        return summary_sheet(referential, self.findings, columns, len(self.ids) + 1, self.entries)


def _cut(text: str | None) -> str | None:
    """A text for people that a cell can hold."""
    if text is None or len(text) <= LONGEST // 2:
        return text
    return f"{text[: LONGEST // 2]}…"
