"""The real thing: LibreOffice opens a workbook, computes it, and saves it as xlsx and as ods."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from python_calamine import load_workbook
from support import making
from support.any_values import AUDITS
from support.office import needs_office, saved
from support.shipped import EXAMPLES, REFERENTIAL

from cpe_label import Audit, Evaluation, Referential, evaluate, load_audit, load_referential
from cpe_label.messages.phrase import say
from cpe_label.messages.spreadsheet import SHEETS, VERDICT_WORDS
from cpe_label.reading.document import open_document
from cpe_label.rules.evaluation import Part
from cpe_label.text.typography import LANGUAGES, Language
from cpe_label.writing.convert import converted
from cpe_label.writing.spreadsheet.audit import audit_workbook, blank_workbook
from cpe_label.writing.spreadsheet.names import named

pytestmark = [pytest.mark.slow, needs_office]

LABEL = load_referential(REFERENTIAL)
TEXTS = (
    *("=1+1", "+1", "-1", "@a", "'a", "1.10", "0123", "TRUE", "#N/A", "12/10/2026", "_x0041_"),
    *("  a", "a ", "a  b", "a\nb", "a\n\nb", "a⏎b", "⏎ ", "a\n", "\ufeffa", "𝒳 漢字 ع"),
)
"""What a spreadsheet likes to change."""
STATUSES = ("met", "not_met", "not_applicable", "unassessed")
BY_SECTION = making.referential(
    [
        {"id": "a", "required": "100%", "title": "Même titre"},
        {"id": "b", "required": "1/3", "scope": "each_section", "title": "Même titre"},
        {"id": "c", "required": "50%"},
    ],
    [
        {"a": {"met": 2}, "b": {"met": 3}, "c": {"met": 1}},
        {"b": {"met": 4}, "c": {"met": 2}},
        {"c": {"met": 4}},
    ],
)


def some_audits(referential: Referential, count: int) -> list[Audit]:
    """Audits with statuses of all kinds, the same each time."""
    found: list[Audit] = []
    ids = [one.id for one in referential.criteria]
    may = {one.id for one in referential.criteria if one.not_applicable_when}
    moods = st.sampled_from([("met",) * 9, ("met", "met", "unassessed"), STATUSES, ("not_met",)])
    answers = moods.flatmap(
        lambda mood: st.lists(st.sampled_from(mood), min_size=len(ids), max_size=len(ids))
    )

    @seed(1)
    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(answers)
    def draw(statuses: list[str]) -> None:
        findings = {
            name: making.BASE["findings"][status]
            for name, status in zip(ids, statuses, strict=True)
            if status != "unassessed" and (status != "not_applicable" or name in may)
        }
        named_ = {"id": referential.id, "version": referential.version}
        data = {**making.BASE["audit"], "referential": named_, "findings": findings}
        found.append(Audit.build(data))

    draw()
    return found


def rows_of(path: Path, language: Language) -> list[list[Any]]:
    sheet = say(SHEETS["summary"], language)
    rows: list[list[Any]] = load_workbook(path).get_sheet_by_name(sheet).to_python()
    return rows


def expected_rows(evaluation: Evaluation, language: Language) -> Iterator[list[Any]]:
    """What `evaluate` says, as the sheet shows it."""
    referential = evaluation.referential
    for result in evaluation.levels:
        for part in result.parts:
            counts = [len(getattr(part.tally, status)) for status in STATUSES]
            verdict = say(VERDICT_WORDS[part.verdict.value], language)
            yield [
                named(result.level, referential.levels),
                section_of(part, referential, language),
                *map(float, [*counts, part.still_needed]),
                verdict,
            ]


def section_of(part: Part, referential: Referential, language: Language) -> str:
    if part.section:
        return named(part.section, referential.sections)
    return "tous" if language == "fr" else "all"


def assert_summary(path: Path, evaluation: Evaluation, language: Language) -> None:
    rows = rows_of(path, language)
    expected = list(expected_rows(evaluation, language))
    shown = [[*row[:2], *row[3:9]] for row in rows[3 : 3 + len(expected)]]
    assert shown == expected
    overall = next(row for row in rows if row[0] in ("Ensemble des conditions", "All conditions"))
    assert overall[8] == say(VERDICT_WORDS[evaluation.verdict.value], language)


def test_the_summary_shows_what_evaluate_says(tmp_path: Path) -> None:
    """All statuses are taken out before, so that every number is one that the suite computed."""
    made: dict[str, tuple[Audit, Referential, Language]] = {}
    for referential in (LABEL, BY_SECTION):
        for number, audit in enumerate(some_audits(referential, 14)):
            language = LANGUAGES[number % 2]
            name = f"{referential.id}-{number}"
            made[name] = audit, referential, language
            (tmp_path / f"{name}.xlsx").write_bytes(without_results(audit, referential, language))
    files = [tmp_path / f"{name}.xlsx" for name in made]
    for path, (audit, referential, language) in zip(
        saved(files, "xlsx", tmp_path / "saved"), made.values(), strict=True
    ):
        assert_summary(path, evaluate(audit, referential), language)


def without_results(audit: Audit, referential: Referential, language: Language) -> bytes:
    """The workbook of an audit whose formulas keep the results of a blank one."""
    from cpe_label.writing.spreadsheet import summary

    with pytest.MonkeyPatch.context() as patch:
        score = summary.score_findings
        patch.setattr(summary, "score_findings", lambda _, label: score({}, label))
        return audit_workbook(audit, referential, language)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_what_is_saved_is_read_back(ending: str, tmp_path: Path) -> None:
    values: Mapping[str, Any] = {
        **{path.stem: load_audit(path) for path in EXAMPLES},
        "referential": LABEL,
        **{f"text-{number}": one for number, one in enumerate(audits_of_texts())},
        **{f"any-{number}": one for number, one in enumerate(any_audits(25, ending))},
    }
    files = []
    for name, value in values.items():
        files.append(tmp_path / f"{name}.xlsx")
        shown = LABEL if name in {path.stem for path in EXAMPLES} else None
        files[-1].write_bytes(bytes(converted(value, files[-1], "fr", shown)))  # type: ignore[arg-type]
    for path, value in zip(saved(files, ending, tmp_path / "saved"), values.values(), strict=True):
        document = open_document(path)
        assert [one.text() for one in document.problems if one.code[0] in "XY"] == []
        assert document.value == value


def any_audits(count: int, ending: str) -> list[Audit]:
    """Audits of all kinds.

    For an ods, without tabs: the suite drops them when it saves a cell of several lines.
    """
    found: list[Audit] = []
    audits = AUDITS if ending == "xlsx" else AUDITS.filter(_has_no_tab)

    @seed(2)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(audits)
    def draw(audit: Audit) -> None:
        found.append(audit)

    draw()
    return found


def _has_no_tab(audit: Audit) -> bool:
    return "\\t" not in audit.to_json()


def audits_of_texts() -> Iterator[Audit]:
    """An audit for each text, in the fields of one text and in those of several."""
    for text in TEXTS:
        finding = {"status": "met", "evidence": [text, "b"], "comment": text}
        data = {
            **making.BASE["audit"],
            "referential": {"id": "x", "version": "1.10"},
            "organisation": {"id": "0123", "name": text},
            "findings": {"C-1": finding, "C-2": {"recommendation": text}},
            "opinion": text,
        }
        yield Audit.build(data)


def test_a_new_workbook_is_one_for_the_suite_too(tmp_path: Path) -> None:
    path = tmp_path / "audit.xlsx"
    path.write_bytes(blank_workbook(LABEL, "fr"))
    (again,) = saved([path], "ods", tmp_path / "saved")
    codes = [str(one.cell) for one in open_document(again).problems]
    assert codes == ["Identité!B7", "Identité!B10"]
