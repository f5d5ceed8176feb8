"""Reports as `render` writes them: golden files, the same figures in every format."""

import importlib
import json
import pkgutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import markupsafe
import pytest
import regenerate
from hypothesis import given
from hypothesis import strategies as st
from support import making
from support.reports import EVALUATIONS, TEXTS, outline, plain_text, squeezed

from cpe_label import evaluate, render
from cpe_label.reports import formats, kinds
from cpe_label.reports.formats import html


@pytest.mark.parametrize(
    ("path", "made"),
    list(regenerate.golden_reports()),
    ids=lambda value: getattr(value, "name", ""),
)
def test_golden(path: Path, made: Callable[[], str]) -> None:
    assert made() == path.read_text("utf-8")


def test_no_golden_file_is_left_behind() -> None:
    written = {path for path, _ in regenerate.golden_reports()}
    assert set((regenerate.HERE / "golden").iterdir()) == written


@given(st.text(st.one_of(st.sampled_from("&<>\"'#;a"), st.characters())))
def test_a_page_is_escaped_as_jinja_escapes(text: str) -> None:
    assert html.escape(text) == str(markupsafe.escape(text))


# ── The same figures everywhere ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
@pytest.mark.parametrize("form", TEXTS)
def test_every_format_shows_the_figures_of_the_record(name: str, form: str) -> None:
    evaluation = EVALUATIONS[name]
    record = json.loads(render(evaluation, "json"))
    text = plain_text(render(evaluation, form), form)
    for level in record["levels"]:
        assert f"{level['met']} / {level['applicable']}" in text
        assert level["share"].replace(".", ",").replace("%", " %") in text
    for reason in record["reasons"]:
        assert squeezed(reason["text"]) in text
    for digest in (record["audit"]["digest"], record["referential"]["digest"]):
        assert digest in text


def test_the_record_matches_its_schema() -> None:
    import jsonschema

    from cpe_label.record.schema import schema

    for evaluation in EVALUATIONS.values():
        record = json.loads(render(evaluation, "json"))
        jsonschema.validate(record, schema("evaluation"), jsonschema.Draft202012Validator)


# ── Formats and languages ─────────────────────────────────────────────────────────────────────────


def test_english_words_for_a_language_without_any() -> None:
    sections = [{"x": {"met": 1}}]
    referential = making.referential([{"id": "x", "required": "1/2"}], sections, language="oc")
    report = render(evaluate(making.audit(sections), referential), "markdown")
    assert "Eligible for the label" in report


def test_unknown_format_or_language() -> None:
    with pytest.raises(ValueError, match="unknown format 'docx'"):
        render(EVALUATIONS["granted"], "docx")
    with pytest.raises(ValueError, match="unknown language 'de'"):
        render(EVALUATIONS["granted"], "text", "de")  # type: ignore[arg-type]


def test_the_page_loads_and_runs_nothing() -> None:
    for evaluation in EVALUATIONS.values():
        page = outline(render(evaluation, "html"))
        tags = {tag for tag, _ in page.tags}
        names = {name for _, attributes in page.tags for name in attributes}
        assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form"}
        assert not names & {"src", "srcset", "action", "onclick", "onload"}


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────


def modules_with(package: ModuleType, function: str) -> set[str]:
    """The modules of a package that have a function of this name."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    return {
        name
        for name in names
        if hasattr(importlib.import_module(f"{package.__name__}.{name}"), function)
    }


def test_each_kind_is_a_module_and_a_row() -> None:
    of_many_files = {
        "comparison",
        "progress",
        "network",
        "labelled",
        "minutes",
    }  # of other commands
    assert set(kinds.KINDS) == modules_with(kinds, "compose") - of_many_files


def test_each_format_of_a_document_is_a_module_and_a_row() -> None:
    rows = {name for name, row in formats.FORMATS.items() if row.write}
    assert rows == modules_with(formats, "write")
