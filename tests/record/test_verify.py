"""Verify a record: recomputed it is the same, and no change in it goes unseen."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import EVALUABLE, build
from support.command import Run
from support.files import GRANTED
from support.shipped import EXAMPLES, ROOT

from cpe_label import (
    DataError,
    Evaluation,
    Problem,
    UnknownFormatError,
    evaluate,
    load_audit,
    load_record,
    parse_record,
    render,
    verify,
)
from cpe_label.text.typography import LANGUAGES


def evaluation_of(path: Path) -> Evaluation:
    audit = load_audit(path)
    return evaluate(audit)


EVALUATION = evaluation_of(GRANTED)
RECORD: dict[str, Any] = json.loads(render(EVALUATION, "json"))


def verified(data: object, evaluation: Evaluation = EVALUATION) -> tuple[Problem, ...]:
    return verify(parse_record(json.dumps(data)), evaluation).differences


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_record_that_is_recomputed_is_the_same(path: Path, language: Any) -> None:
    evaluation = evaluation_of(path)
    assert verify(parse_record(render(evaluation, "json", language)), evaluation).differences == ()


@pytest.mark.law
@pytest.mark.parametrize("case", EVALUABLE)
def test_the_record_of_every_case_is_the_same(case: dict[str, Any]) -> None:
    evaluation = evaluate(*build(case))
    assert verify(parse_record(render(evaluation, "json")), evaluation).differences == ()


# ── Tampering ────────────────────────────────────────────────────────────────────────────────────


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record but the version of the engine, which is only recorded."""
    if path and path != ("engine", "version"):
        yield path
    listed = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else listed:
        yield from places(inner, (*path, key))


PLACES = list(places(RECORD))
OTHERS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
    st.text(), st.just([]), st.just({}), st.integers(10**18, 10**30),
)  # fmt: skip


def holder(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


def same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def is_seen(data: object) -> bool:
    try:
        return bool(verified(data))
    except DataError:  # a text that no file may hold
        return True


@given(st.sampled_from(PLACES), OTHERS)
def test_no_value_can_be_changed_unseen(path: tuple[Any, ...], other: Any) -> None:
    data = copy.deepcopy(RECORD)
    inside = holder(data, path)
    if same(inside[path[-1]], other) or path == ("format",):
        return
    inside[path[-1]] = other
    assert is_seen(data)


@pytest.mark.law
@pytest.mark.parametrize("path", [path for path in PLACES if path != ("format",)], ids=str)
def test_nothing_can_be_taken_out_unseen(path: tuple[Any, ...]) -> None:
    data = copy.deepcopy(RECORD)
    del holder(data, path)[path[-1]]
    assert verified(data)


@given(st.sampled_from(PLACES), st.text(), OTHERS)
def test_nothing_can_be_added_unseen(path: tuple[Any, ...], key: str, value: Any) -> None:
    data = copy.deepcopy(RECORD)
    inside = holder(data, path)
    if isinstance(inside, list):
        inside.append(value)
    elif key in inside:
        return
    else:
        inside[key] = value
    assert is_seen(data)


@pytest.mark.parametrize("put_in_order", [list.sort, list.reverse])
def test_the_order_of_a_list_is_part_of_it(put_in_order: Callable[[list[str]], None]) -> None:
    data = copy.deepcopy(RECORD)
    put_in_order(data["levels"][1]["criteria"]["met"])
    (found,) = verified(data)
    assert (found.code, found.path) == ("E002", ("levels", 1, "criteria", "met"))


def test_a_name_too_many_is_reported_once() -> None:
    data = copy.deepcopy(RECORD)
    names = data["levels"][1]["criteria"]["met"]
    names.insert(0, "NEW-1")
    names.remove("MET-08")
    assert [(one.code, one.path) for one in verified(data)] == [
        ("E004", ("levels", 1, "criteria", "met", 0)),
        (
            "E003",
            (
                "levels",
                1,
                "criteria",
                "met",
                RECORD["levels"][1]["criteria"]["met"].index("MET-08"),
            ),
        ),
    ]


def test_what_differs_in_two_long_texts_is_shown() -> None:
    data = copy.deepcopy(RECORD)
    reason = data["decision"]["reason"]
    data["decision"]["reason"] = reason.replace("cette pratique", "ces pratiques")
    (found,) = verified(data)
    shown = str(found.arguments["recorded"]), str(found.arguments["computed"])
    assert all(one.startswith("…") for one in shown)
    assert "ces pratiques" in found.message()
    assert "cette pratique" in found.message()


@pytest.mark.parametrize(("same", "start"), [(0, ""), (39, ""), (40, "…"), (58, "…"), (80, "…")])
def test_what_two_texts_share_is_cut_once_it_is_long(same: int, start: str) -> None:
    """The sign that opens a JSON text is shared too, and the last twenty signs are kept."""
    data = copy.deepcopy(RECORD)
    reason = data["reasons"][0]["text"]
    data["reasons"][0]["text"] = reason[:same] + "~" + reason[same + 1 :]
    (found,) = verified(data)
    shown = [str(found.arguments[key]) for key in ("recorded", "computed")]
    kept = f"{start}{(chr(34) + reason[:same])[-20 if start else 0 :]}"
    assert [one[: len(kept)] for one in shown] == [kept, kept]
    assert shown[0][len(kept)] == "~"


def test_two_texts_that_differ_by_spaces_are_shown_by_their_codes() -> None:
    data = copy.deepcopy(RECORD)
    reason = data["reasons"][0]["text"]
    assert " " in reason[:30]
    data["reasons"][0]["text"] = reason.replace(" ", "\u00a0", 1)
    (found,) = verified(data)
    assert found.arguments["recorded"] == json.dumps(data["reasons"][0]["text"])
    assert found.arguments["computed"] == json.dumps(reason)


def test_spaces_that_look_alike_are_shown_by_their_codes() -> None:
    data = copy.deepcopy(RECORD)
    text = data["reasons"][0]["text"]
    data["reasons"][0]["text"] = text.replace("\u202f", " ", 1)
    (found,) = verified(data)
    assert "\\u202f" in found.message()


@pytest.mark.parametrize("other", ["20", 20.0, True, None, [20]])
def test_a_number_is_no_text_and_no_other_kind_of_number(other: object) -> None:
    data = copy.deepcopy(RECORD)
    assert data["levels"][2]["met"] == 20
    data["levels"][2]["met"] = other
    (found,) = verified(data)
    assert found.message() == (
        f"« levels[2].met » is recorded as « {json.dumps(other)} »; computed anew it is « 20 »"
    )


def test_the_version_of_the_engine_is_recorded_and_never_compared() -> None:
    data = copy.deepcopy(RECORD)
    data["engine"]["version"] = "99.0"
    assert verified(data) == ()
    data["engine"]["name"] = "another"
    assert [one.path for one in verified(data)] == [("engine", "name")]
    del data["engine"]
    assert [one.path for one in verified(data)] == [("engine",)]


def test_layout_and_order_of_keys_are_no_difference() -> None:
    data = dict(reversed(RECORD.items()))
    assert verify(parse_record(json.dumps(data, indent=7)), EVALUATION).differences == ()


@pytest.mark.parametrize("version", ["0", "2030.1"])
def test_another_version_comes_alone(version: str) -> None:
    data = copy.deepcopy(RECORD)
    data["referential"]["version"] = version
    data["verdict"] = "fail"
    assert [one.code for one in verified(data)] == ["E001"]


@pytest.mark.parametrize("wrong", ["label-cpe", None, {"id": "label-cpe"}])
def test_a_record_that_names_no_version_is_compared_as_it_is(wrong: object) -> None:
    found = verified({**RECORD, "referential": wrong})
    assert {one.path[0] for one in found} == {"referential"}
    assert "E001" not in {one.code for one in found}


def test_many_differences_are_reported_up_to_a_limit() -> None:
    data = copy.deepcopy(RECORD)
    data.update({f"k{number}": number for number in range(1200)})
    found = verified(data)
    assert len(found) == 1001
    assert "Y015" in {one.code for one in found}


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "code", "error"),
    [
        ('{"format": "cpe-label/evaluation/2"}', "Y020", UnknownFormatError),
        ('{"verdict": "pass"}', "Y021", UnknownFormatError),
        ((ROOT / "examples" / "granted.yaml").read_text("utf-8"), "Y022", DataError),
        ('{"format": "cpe-label/evaluation/1", "met": 1, "met": 1}', "Y009", DataError),
        ('{"format": "cpe-label/evaluation/1", "met": NaN}', "Y042", DataError),
        ('{"format": "cpe-label/evaluation/1"', "Y040", DataError),
        ('{"format": "cpe-label/evaluation/1", "a": ' + "[" * 99_999, "Y010", DataError),
        ("format: cpe-label/evaluation/1", "Y042", DataError),
        ("", "Y003", DataError),
        (b"\xff", "Y001", DataError),
        ("[]", "Y014", DataError),
    ],
)
def test_what_is_no_record(content: str | bytes, code: str, error: type[DataError]) -> None:
    with pytest.raises(error) as caught:
        parse_record(content, source="record")
    assert [one.code for one in caught.value.problems] == [code]
    assert caught.value.problems[0].line is not None


def test_a_huge_number_is_only_another_number() -> None:
    text = render(EVALUATION, "json").replace('"met": 20', f'"met": {"9" * 5000}')
    assert {one.code for one in verify(parse_record(text), EVALUATION).differences} == {"E002"}


def test_no_such_record() -> None:
    with pytest.raises(DataError, match="F001"):
        load_record("nowhere.json")


# ── The command ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "decision.json"
    path.write_text(run("evaluate", GRANTED, "--format", "json").stdout, "utf-8")
    return path


def test_a_true_record(run: Run, record: Path) -> None:
    done = run("verify", record.name, GRANTED)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"Every field of decision.json is what {GRANTED} gives, computed anew; the version of the "
        "engine is not compared.\n"
    )


def test_a_changed_record(run: Run, record: Path) -> None:
    record.write_text(record.read_text("utf-8").replace('"verdict": "pass"', '"verdict": "fail"'))
    done = run("verify", record, GRANTED)
    assert done.returncode == 1
    assert done.stdout.startswith(
        'decision.json:27:14: E002 « verdict » is recorded as « "fail" »; computed anew it is '
        '« "pass" »\n    27 |   "verdict": "fail",\n       |              ^\n'
    )
    assert done.stderr.startswith("7 fields of decision.json are not what ")
    reported = json.loads(run("verify", record, GRANTED, "--format", "json").stdout)
    assert reported["problems"][0]["line"] == 27


def test_a_changed_audit_is_known_by_its_digest(run: Run, record: Path, tmp_path: Path) -> None:
    audit = tmp_path / "audit.yaml"
    audit.write_text(GRANTED.read_text("utf-8") + "\n# a comment, and nothing else\n", "utf-8")
    assert run("verify", record, audit).returncode == 0
    audit.write_text(audit.read_text("utf-8").replace("CAE Voisine", "CAE Voisines"), "utf-8")
    done = run("verify", record, audit)
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines() if "E0" in line] == ["E006"]


def test_a_later_decision_is_reported_and_is_no_difference(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8")
    start = text.index("decision:")
    pending = tmp_path / "pending.yaml"
    pending.write_text(text[:start], "utf-8")
    record = tmp_path / "record.json"
    record.write_text(run("evaluate", pending, "--format", "json").stdout, "utf-8")
    decided = tmp_path / "decided.yaml"
    decided.write_text(
        f"{text[:start]}decision: {{outcome: granted, decided_on: 2026-11-20}}\n", "utf-8"
    )
    done = run("verify", record, decided)
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        "Since then decided.yaml has grown; with all that it holds: a valid label." in done.stderr
    )
    assert "The committee granted the label on 20\xa0November\xa02026." in done.stderr


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace("status: met", "status: not_met", 1), "A017"),
        (
            lambda text: text + "\nevents:\n  - {event: reinstated, on: 2027-01-01}\n",
            "A028",
        ),
    ],
)
def test_an_audit_that_cannot_be_evaluated(
    run: Run, record: Path, tmp_path: Path, change: Any, code: str
) -> None:
    audit = tmp_path / "audit.yaml"
    changed = change(GRANTED.read_text("utf-8"))
    assert changed != GRANTED.read_text("utf-8")
    audit.write_text(changed, "utf-8")
    done = run("verify", record, audit)
    assert done.returncode == 2
    assert f": {code} " in done.stdout
    assert done.stdout.startswith("audit.yaml:")
    assert done.stderr == "decision.json and audit.yaml cannot be compared.\n"


def test_an_audit_of_another_referential(run: Run, record: Path) -> None:
    referentials = ROOT / "tests" / "invalid" / "shelf"
    done = run("verify", record, referentials / "audit.yaml", "-r", referentials)
    assert done.returncode == 2
    assert done.stdout.startswith("decision.json:8:18: E001 ")


def test_what_cannot_be_read(run: Run, record: Path) -> None:
    done = run("verify", "nowhere.json", GRANTED)
    assert (done.returncode, done.stdout) == (2, "nowhere.json: F001 no such file\n")
    done = run("verify", record, "nowhere.yaml")
    assert (done.returncode, done.stdout) == (2, "nowhere.yaml: F001 no such file\n")
    done = run("verify", GRANTED, record)
    assert done.returncode == 2
    assert "Y022 this file is an audit; the record of an evaluation was expected" in done.stdout


def test_a_folder_may_hold_records_beside_audits(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "audit.yaml").write_text(GRANTED.read_text("utf-8"), "utf-8")
    done = run("check", ".")
    assert done.returncode == 0
    assert done.stderr == (
        "1 file checked, no problem.\n"
        "1 other file passed over: neither a referential nor an audit.\n"
    )


def test_what_differs_is_shown_as_it_is_written() -> None:
    data = copy.deepcopy(RECORD)
    data["levels"][0]["title"] = "Été"
    (problem,) = verified(data)
    assert (problem.code, problem.path) == ("E002", ("levels", 0, "title"))
    assert dict(problem.arguments) == {
        "field": "levels[0].title",
        "recorded": '"Été"',
        "computed": '"Préalable"',
    }


def test_an_item_more_or_less_of_a_list_is_reported() -> None:
    shorter, longer = copy.deepcopy(RECORD), copy.deepcopy(RECORD)
    last = shorter["levels"].pop()
    longer["levels"].append({"id": "é"})
    ((missing,), (unknown,)) = verified(shorter), verified(longer)
    assert (missing.code, missing.path) == ("E003", ("levels", 2))
    assert dict(missing.arguments) == {
        "field": "levels[2]",
        "computed": json.dumps(last, ensure_ascii=False),
    }
    assert (unknown.code, unknown.path) == ("E004", ("levels", 3))
    assert dict(unknown.arguments) == {"field": "levels[3]", "recorded": '{"id": "é"}'}


def test_a_language_without_words_is_compared_with_the_referentials_own() -> None:
    data = copy.deepcopy(RECORD)
    data["language"] = "de"
    (problem,) = verified(data)
    assert (problem.code, problem.path) == ("E002", ("language",))
    assert problem.arguments["computed"] == '"fr"'


def test_identifiers_are_compared_by_what_they_are() -> None:
    path = ("levels", 2, "criteria", "met")
    shorter, longer, turned = (copy.deepcopy(RECORD) for _ in range(3))
    gone = holder(shorter, path)["met"].pop(1)
    holder(longer, path)["met"].insert(1, "É-1")
    names = holder(turned, path)["met"]
    names.reverse()
    ((missing,), (unknown,), (other,)) = map(verified, (shorter, longer, turned))
    assert (missing.code, missing.path) == ("E003", (*path, 1))
    assert missing.arguments["computed"] == json.dumps(gone)
    assert (unknown.code, unknown.path) == ("E004", (*path, 1))
    assert unknown.arguments["recorded"] == '"É-1"'
    assert (other.code, other.path) == ("E002", path)
    assert other.arguments["recorded"] == json.dumps(names)
    assert other.arguments["computed"] == json.dumps(names[::-1])
