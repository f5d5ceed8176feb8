"""Lines of JSON in, lines of JSON out: no line stops another."""

import json
import multiprocessing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import evaluate_lines, load_referential, load_referentials
from cpe_label.reading.files import MOST_BYTES

GRANTED = ROOT / "examples" / "granted.yaml"


def line_of(path: Path) -> str:
    return json.dumps(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), ensure_ascii=False)


GOOD = line_of(GRANTED)
BAD = {
    "empty": "{}",
    "no JSON": "{",
    "no mapping": "[1]",
    "no text": b"\xff\xfe",
    "UTF-16": GOOD.encode("utf-16"),
    "too long": b'{"a": "' + b"x" * MOST_BYTES + b'"}',
    "a NUL": "\0",
    "half of a character": '{"\ud800": 1}',
    "another kind": '{"format": "cpe-label/referential/1"}',
}


def test_a_good_line_gives_its_record_and_a_bad_one_its_problems() -> None:
    written = evaluate_lines([GOOD, "", *BAD.values(), f"{GOOD}\r\n".encode()], source="a.jsonl")
    assert not any(line.endswith("\n") for line in written)
    read = [json.loads(line) for line in written]
    assert [one["format"] for one in read] == [
        "cpe-label/evaluation/1",
        *["cpe-label/problems/1"] * len(BAD),
        "cpe-label/evaluation/1",
    ]
    assert written[0] == written[-1]
    for number, one in enumerate(read[1:-1], 3):
        assert {(item["file"], item["line"]) for item in one["problems"]} == {("a.jsonl", number)}


@given(st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" "))))
def test_every_line_that_is_not_empty_gives_a_line(lines: list[bytes]) -> None:
    written = evaluate_lines([b"{}", *lines, GOOD.encode()])
    assert len(written) == 2 + sum(1 for line in lines if line.strip())
    assert json.loads(written[-1])["verdict"] == "pass"


def test_the_lines_are_those_of_the_command(run: Run, tmp_path: Path) -> None:
    lines = [*map(line_of, EXAMPLES), "", "{", '{"format": "cpe-label/audit/1", "kind": "x"}', GOOD]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("evaluate", "a.jsonl", "--format", "jsonl")
    with open(tmp_path / "a.jsonl", "rb") as file:
        written = evaluate_lines(file, source="a.jsonl")
    assert done.stdout.splitlines() == written


def test_a_day_and_a_language_may_be_chosen() -> None:
    (line,) = evaluate_lines([GOOD], on=date(2029, 11, 20), language="en")
    assert json.loads(line)["on"] == {"day": "2029-11-20", "state": "expired"}
    assert json.loads(line)["language"] == "en"
    (line,) = evaluate_lines(["{}"], words="fr")
    assert "pas de clé" in json.loads(line)["problems"][0]["message"]


@pytest.mark.parametrize("known", [None, "one", "several"])
def test_a_pool_gives_the_same_lines(known: str | None) -> None:
    """The pieces of a file, each with the number of its first line, in processes of their own."""
    referentials = {
        None: lambda: None,
        "one": lambda: load_referential(REFERENTIAL),
        "several": lambda: load_referentials(REFERENTIAL),
    }[known]()
    lines = [GOOD, "{", GOOD, '{"a": 1,}']
    whole = evaluate_lines(lines, referentials, source="a.jsonl")
    work = partial(evaluate_lines, referentials=referentials, source="a.jsonl")
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        first, second = (
            pool.apply_async(work, (lines[at : at + 2],), {"first_line": at + 1}) for at in (0, 2)
        )
        assert [*first.get(60), *second.get(60)] == whole
