"""Every case of `support/hostile`, read by libyaml's parser and by PyYAML's own.

Left to `benchmarks/hostile.py`: times and memory, most of the cases of 10 MB when given directly,
and those of half a MB with PyYAML's own parser. Nothing over 512 KiB is ever read: it is refused by
its size, and what is just under it is stopped by the other limits.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.hostile import CASES, MEGABYTE, Expected, Hostile, Read, Refused

from cpe_label import DataError, parse_audit, parse_referential
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.problem import is_error
from cpe_label.problems.source import lines_of
from cpe_label.reading import yaml_syntax as syntax
from cpe_label.reading.document import Document, open_document, read_document

pytestmark = pytest.mark.slow

LIBYAML = getattr(yaml, "CSafeLoader", None)
PARSERS = {**({"c": LIBYAML} if LIBYAML else {}), "pure": yaml.SafeLoader}
SMALL = [case for case in CASES if isinstance(case.recipe, bytes)]
LARGE = [case for case in CASES if not isinstance(case.recipe, bytes)]
HUGE = [case for case in LARGE if "10 MB" in case.name]
A_FEW = ("plain text of 10 MB", "10 MB of keys", "10 MB of numbers in JSON")
DIRECT = [case for case in LARGE if case not in HUGE or case.name in A_FEW]


WITHOUT_PLACE = {"F005"}  # of the whole file: it is too long


def name_of(case: Hostile) -> str:
    return case.name if case.name.isascii() else ascii(case.name)


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The YAML parser by name, in the place of the one that would be used."""
    monkeypatch.setattr(syntax, "_Loader", PARSERS[request.param])
    return str(request.param)


def with_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "_Loader", PARSERS.get("c", yaml.SafeLoader))


def field_at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        if hasattr(value, "model_fields_set"):
            value = getattr(value, "from_" if step == "from" else str(step))
        else:
            value = value[step]
    return value


def assert_expected(document: Document, expected: Expected, size: int) -> None:
    """The verdict is the one expected, and every problem can be shown."""
    codes = {problem.code for problem in document.problems if is_error(problem)}
    assert_reported(document)
    if isinstance(expected, Read):
        assert codes == set()
        assert document.value is not None
        assert str(field_at(document.value, expected.path)) == expected.text
        return
    if size > MEGABYTE:  # too long to be looked into, which is the refusal then
        assert codes == {"F005"}
        return
    assert codes & set(expected.codes), f"{sorted(codes) or 'read'}"
    if expected.line is not None:
        lines = {item.line for item in document.problems if item.code in expected.codes}
        assert expected.line in lines


def assert_reported(document: Document) -> None:
    """Each problem has its place, inside the file, and words in both languages."""
    last = len(lines_of(document.text)) if document.text else None
    for problem in document.problems:
        assert problem.code in CATALOGUE
        assert problem.file == document.name
        if problem.code in WITHOUT_PLACE:
            continue
        assert problem.line is not None
        assert problem.column is not None
        assert problem.column >= 1
        assert 1 <= problem.line <= (last or problem.line)
    for problem in document.problems[:50]:
        for language in ("en", "fr"):
            shown = problem.text(language)
            place = f"{document.name}:{problem.line}:{problem.column}"
            where = document.name if problem.code in WITHOUT_PLACE else place
            assert shown.startswith(f"{where}: {problem.code} ")
            assert len(shown) < 1_000
            assert not re.search(
                "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", shown
            )


def test_there_are_many_cases_and_each_has_its_name() -> None:
    assert len(CASES) >= 400
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(isinstance(case.expect, Read | Refused) for case in CASES)


@pytest.mark.parametrize("case", SMALL, ids=name_of)
def test_each_case_becomes_what_is_expected(case: Hostile, parser: str) -> None:
    expected = case.expected(parser)
    document = read_document(case.content, case.file_name)
    assert_expected(document, expected, len(case.content))
    if len(case.content) > 20_000:
        return
    parse = parse_referential if case.file_name.startswith("referential") else parse_audit
    try:
        parse(case.content, source=case.file_name)
    except DataError:
        assert isinstance(expected, Refused)
    else:
        assert isinstance(expected, Read)


# Where libyaml and PyYAML's own parser disagree on whether a file can be read; the cases say
# why, one by one.
DIFFERENCES = {
    "a mark alone on a line",
    "a tab inside a text",
    "a tab before a comment",
    "a tab after quotes",
    "a tab after a colon",
    "a tab between a key and its colon",
    "a tab in flow",
    "a tab that starts a literal text",
    "JSON with tabs called YAML",
    "an audit with %YAML 1.3",
    "an audit with %YAML 1.0",
    "an audit with an unknown directive",
}


def test_both_parsers_give_one_verdict_but_in_these_cases() -> None:
    both = ((case.name, case.expected("c"), case.expected("pure")) for case in CASES)
    assert {name for name, c, pure in both if type(c) is not type(pure)} == DIFFERENCES


@pytest.mark.parametrize("case", DIRECT, ids=name_of)
def test_limits_stop_large_content(case: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    with_c(monkeypatch)
    assert_expected(read_document(case.content, case.file_name), case.expect, len(case.content))


@pytest.mark.parametrize(
    "case", [case for case in HUGE if len(case.content) > MEGABYTE], ids=name_of
)
def test_a_file_over_the_limit_is_refused_by_its_size(case: Hostile, tmp_path: Path) -> None:
    path = tmp_path / case.file_name
    path.write_bytes(case.content)
    (problem,) = open_document(path).problems
    assert (problem.code, problem.file) == ("F005", str(path))


DEEP = {
    "a value": (f"opinion: {'[' * 1200}", "Y010", 1, 41),
    "a value, its lists closed": (f"opinion: {'[' * 1200}{']' * 1200}", "Y010", 1, 41),
    "lines, then one line": ("a: " + "[\n" * 30 + "[" * 1200, "Y010", 31, 2),
    "a slip after it": (f"opinion: {'[' * 40}@", "Y010", 1, 41),
    "a slip after more than a parser takes": (f"opinion: {'[' * 1001}@", "Y010", 1, 41),
    "a text that does not end after it": (f"opinion: {'[' * 40}'x", "Y010", 1, 41),
    "another line break before it": (f"a: x\u2028y\nopinion: {'[' * 1200}", "Y010", 2, 41),
    "keys": (f"opinion: {'{' * 1200}", "Y013", 1, 11),
    "the whole": ("[" * 1200, "Y014", 1, 1),
    "a slip before it is too deep": (f"opinion: {'[' * 31}@", "Y032", 1, 41),
    "a slip after brackets that are closed": (f"a: {'[x], ' * 40}\nb: @", "Y036", 1, 7),
    "a slip after brackets in texts": (f"a: '{'[' * 40}'\nb: @", "Y032", 2, 4),
    "a slip after an anchor and brackets": (f"a: &x '{'[' * 40}'\nb: @", "Y032", 2, 4),
}
"""Where brackets are wrong by themselves, and where they are not; the problem and its place."""


@pytest.mark.parametrize("loader", PARSERS.values(), ids=PARSERS)
@pytest.mark.parametrize(("text", "code", "line", "column"), DEEP.values(), ids=DEEP)
def test_nesting_beyond_the_limit_is_reported_at_its_place(
    text: str, code: str, line: int, column: int, loader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each parser looks ahead, and some have a limit of depth of their own."""
    monkeypatch.setattr(syntax, "_Loader", loader)
    (found,) = read_document(text, "audit.yaml").problems
    assert (found.code, found.line, found.column) == (code, line, column)
