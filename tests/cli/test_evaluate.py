"""`cpe-label evaluate`: the verdict, the record, the lines, and their exit codes."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.command import Run, problem_lines, shell
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

import cpe_label
from cpe_label.model import audit as audit_model
from cpe_label.model import referential as referential_model
from cpe_label.reading.files import MOST_BYTES
from cpe_label.rules import audit_checks, referential_checks

GRANTED = ROOT / "examples" / "granted.yaml"
HALF_DONE = ROOT / "examples" / "half-done.yaml"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("granted", 0, "✓ Label accordé"),
        ("refused-mandatory", 1, "✗ Label non accordé à ce stade"),
        ("refused-recommended", 1, "13 / 28  46,4\u202f%"),
        ("half-done", 3, "? Évaluation en cours"),
        ("self-assessment", 1, "selon l’autodiagnostic"),
    ],
)
def test_evaluate_shows_the_verdict_and_has_its_exit_code(
    run: Run, name: str, code: int, words: str
) -> None:
    done = run("evaluate", ROOT / "examples" / f"{name}.yaml", "--on", "2026-11-23")
    assert (done.returncode, done.stderr) == (code, "")
    assert words in done.stdout
    assert "\x1b" not in done.stdout


def test_evaluate_names_what_blocks_by_its_title(run: Run) -> None:
    done = run("evaluate", ROOT / "examples" / "refused-mandatory.yaml")
    assert (
        "Obligatoire\u202f: ce critère manque.\n  ✗ MET-12  Deux entretiens individuels"
        in done.stdout
    )


def test_evaluate_shows_the_state_of_the_label_on_a_day(run: Run) -> None:
    done = run("evaluate", GRANTED, "--on", "2029-11-20", "--lang", "en")
    assert "Granted for 20\u00a0November\u00a02026 to 19\u00a0November\u00a02029" in done.stdout
    assert "✗ Label expired" in done.stdout
    assert "State on 20\u00a0November\u00a02029" in done.stdout
    done = run("evaluate", GRANTED, "--on", "2029-11-19", "--lang", "en")
    assert "Valid from 20\u00a0November\u00a02026 to 19\u00a0November\u00a02029" in done.stdout


def test_no_text_of_a_file_can_forge_a_line(run: Run, tmp_path: Path) -> None:
    forged = '"Coop\\n\\n✓ Label granted\\n  Valid \\u202e\\u2028x"'
    text = HALF_DONE.read_text("utf-8").replace("Coopérative Exemple", forged, 1)
    text = text.replace(f"name: {forged}", f"name: {forged}")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    lines = run("evaluate", "a.yaml").stdout.split("\n")
    assert lines[0] == "Coop ✓ Label granted Valid [U+202E] x · label-cpe 2019.1"
    assert lines[3] == "? Évaluation en cours"


def test_evaluate_json_is_one_record(run: Run) -> None:
    record = json.loads(run("evaluate", GRANTED, "--format", "json").stdout)
    assert record["format"] == "cpe-label/evaluation/1"
    assert record["period"] == {
        "first_day": "2026-11-20",
        "last_day": "2029-11-19",
        "previous_last_day": None,
    }
    done = run("evaluate", GRANTED, HALF_DONE, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--format jsonl" in done.stderr


def test_evaluate_several_answers_the_gravest(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", *EXAMPLES, "--format", "jsonl")
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert verdicts == ["pass", "undecided", "fail", "fail", "fail"]
    assert done.returncode == 1
    assert run("evaluate", GRANTED, HALF_DONE).returncode == 3


def test_evaluate_lines_and_a_bad_line_yields_a_line_of_problems(run: Run, tmp_path: Path) -> None:
    good = json.dumps(yaml.load(GRANTED.read_text("utf-8"), yaml.BaseLoader))
    lines = [good, "", '{"format": "cpe-label/audit/1", "kind": "x"}', "{", good]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("evaluate", "all.jsonl", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["format"].split("/")[1] for one in lines] == [
        *("evaluation", "problems", "problems", "evaluation")
    ]
    assert {problem["line"] for problem in lines[1]["problems"]} == {3}
    assert [(p["code"], p["line"], p["column"]) for p in lines[2]["problems"]] == [("Y041", 4, 2)]
    assert done.returncode == 2


def test_each_of_several_audits_has_its_place(run: Run, tmp_path: Path) -> None:
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split())
    (tmp_path / "many.jsonl").write_text(f"{line}\n\n{line}\n", "utf-8")
    (tmp_path / "x\x1b[31m.yaml").write_bytes(GRANTED.read_bytes())
    alone = run("evaluate", GRANTED, "--on", "2026-11-23").stdout
    several = ("x\x1b[31m.yaml", "./many.jsonl")
    done = run("evaluate", *several, "--on", "2026-11-23", "--format", "text")
    places = ("x\\u001b[31m.yaml", "./many.jsonl:1", "./many.jsonl:3")
    assert done.stdout == "".join(f"{place}\n{alone}\n" for place in places)


def test_an_empty_list_of_audits_is_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n", "utf-8")
    done = run("evaluate", "a.jsonl")
    assert (done.returncode, done.stderr) == (2, "a.jsonl: F013 this file holds no audit\n")


# ── Nothing is computed twice ────────────────────────────────────────────────────────────────────


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each check, the score and the fingerprints are computed."""
    counted: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any) -> Any:
            counted[name] += 1
            return function(*arguments)

        return wrapped

    for module, table in (
        (audit_checks, "AUDIT_CHECKS"),
        (referential_checks, "REFERENTIAL_CHECKS"),
    ):
        wrapped = (counting(f"{table}: {one.__name__}", one) for one in getattr(module, table))
        monkeypatch.setattr(module, table, tuple(wrapped))
    for module, name, shown in (
        (audit_checks, "_names_this_referential", "the names"),
        (audit_checks, "_decision_follows_verdict", "the decision"),
        (audit_checks, "score", "the score"),
        (audit_model, "fingerprint", "the digest of the audit"),
        (referential_model, "fingerprint", "the digest of the referential"),
    ):
        monkeypatch.setattr(module, name, counting(shown, getattr(module, name)))
    return counted


OF_AN_AUDIT = (
    *(f"AUDIT_CHECKS: {one.__name__}" for one in audit_checks.AUDIT_CHECKS),
    *("the names", "the decision"),
)
OF_A_DOCUMENT = ("the score", "the digest of the audit")
"""A line is counted in another way: see `rules/compiled.py`."""
OF_A_REFERENTIAL = (
    *(f"REFERENTIAL_CHECKS: {one.__name__}" for one in referential_checks.REFERENTIAL_CHECKS),
    "the digest of the referential",
)


@pytest.mark.parametrize(("name", "number"), [("a.yaml", 1), ("one.jsonl", 1), ("two.jsonl", 2)])
def test_an_evaluation_computes_nothing_twice(
    run: Run, tmp_path: Path, calls: Counter[str], name: str, number: int
) -> None:
    """Each check, score and digest once for each audit; those of the referential once in all."""
    of_an_audit = OF_AN_AUDIT if name.endswith(".jsonl") else OF_AN_AUDIT + OF_A_DOCUMENT
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split()) + "\n"
    text = line * number if name.endswith(".jsonl") else GRANTED.read_text("utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    form = "jsonl" if name.endswith(".jsonl") else "json"
    assert len(OF_AN_AUDIT) + len(OF_A_REFERENTIAL) > 12
    assert run("evaluate", name, "--format", form, "-r", REFERENTIAL).returncode == 0
    assert calls == {**dict.fromkeys(of_an_audit, number), **dict.fromkeys(OF_A_REFERENTIAL, 1)}


# ── Several audits ───────────────────────────────────────────────────────────────────────────────


def test_several_audits_are_a_table_with_a_line_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    (folder / "1.yaml").write_bytes(GRANTED.read_bytes())
    (folder / "2.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    (folder / "3.yaml").write_bytes(HALF_DONE.read_bytes())
    (folder / "label.yaml").write_bytes(REFERENTIAL.read_bytes())
    (folder / "notes.yaml").write_text("a: 1\n", "utf-8")
    done = run("evaluate", "audits", "--on", "2026-11-23", "--lang", "fr")
    assert done.returncode == 2
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == [
        *("organisation", "Coopérative Exemple", "audits/2.yaml", "Coopérative Exemple")
    ]
    assert "✓ atteint" in done.stdout
    assert "label au 2026-11-23" in done.stdout
    assert done.stderr.splitlines() == [
        "audits/2.yaml:1:1: A002 la clé « audited_on » manque ou est vide".replace(
            " »", "\u202f»"
        ).replace("« ", "«\u202f"),
        "… et 3 de plus\u202f; cpe-label check les montre.",
        "1 autre fichier laissé de côté\u202f: ni référentiel ni audit.",
    ]


@pytest.mark.parametrize("pattern", ["audits/*.yaml", "audits/?.yaml", "**/[12].yaml"])
def test_a_pattern_is_what_a_shell_would_make_of_it(run: Run, tmp_path: Path, pattern: str) -> None:
    (tmp_path / "audits").mkdir()
    for name, path in (("1", GRANTED), ("2", HALF_DONE)):
        (tmp_path / "audits" / f"{name}.yaml").write_bytes(path.read_bytes())
    shown = run("evaluate", pattern)
    assert shown.stdout == run("evaluate", "audits/1.yaml", "audits/2.yaml").stdout
    assert shown.returncode == 3
    assert run("check", pattern).stderr.endswith("2 files checked, no problem.\n")


def test_a_file_whose_name_looks_like_a_pattern(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a[1].yaml").write_bytes(GRANTED.read_bytes())
    (tmp_path / "a1.yaml").write_bytes(HALF_DONE.read_bytes())
    assert run("evaluate", "a[1].yaml").returncode == 0
    done = run("evaluate", "b*.yaml")
    assert (done.returncode, done.stderr.count("F001")) == (2, 1)


def test_standard_input_is_one_audit_or_its_lines(tmp_path: Path) -> None:
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split())
    (tmp_path / "a.jsonl").write_text(f"{line}\n{{\n\n{line}\n", "utf-8")
    (tmp_path / "one.json").write_text(cpe_label.to_json(cpe_label.load_audit(GRANTED)), "utf-8")
    for name in ('"$GRANTED"', tmp_path / "one.json"):
        alone = shell(f"$CPE evaluate - --format json <{name}")
        assert (alone.returncode, json.loads(alone.stdout)["verdict"]) == (0, "pass")
    done = shell(f"$CPE evaluate - --format jsonl <{tmp_path / 'a.jsonl'}")
    formats = [json.loads(one)["format"] for one in done.stdout.splitlines()]
    assert formats == ["cpe-label/evaluation/1", "cpe-label/problems/1", "cpe-label/evaluation/1"]
    report = shell('$CPE report - --format markdown <"$GRANTED"')
    assert (report.returncode, report.stdout[:2]) == (0, "# ")


def test_a_line_that_is_too_long_or_broken_stops_no_other(run: Run, tmp_path: Path) -> None:
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split()).encode()
    long = b'{"a": "' + b"x" * (3 * MOST_BYTES) + b'"}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join((line, long, b"\xff", b"\0", line, long)))
    done = run("check", "a.jsonl")
    found = [one.split(" ")[:2] for one in problem_lines(done.stdout)]
    assert found == [
        ["a.jsonl:2:1:", "F005"],
        ["a.jsonl:3:1:", "Y001"],
        ["a.jsonl:4:1:", "Y002"],
        ["a.jsonl:6:1:", "F005"],
    ]
    table = run("evaluate", "a.jsonl").stdout.splitlines()
    names = [one.split("  ")[0] for one in table[1:]]
    ours = "Coopérative Exemple"
    assert names == [ours, "a.jsonl:2", "a.jsonl:3", "a.jsonl:4", ours, "a.jsonl:6"]


def test_a_line_too_long_is_told_though_its_start_is_empty(run: Run, tmp_path: Path) -> None:
    """What stands after more spaces than are read may be an audit."""
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split()).encode()
    content = b"\n".join((line, b" " * (3 * MOST_BYTES) + line, b" " * 40, line))
    (tmp_path / "a.jsonl").write_bytes(content)
    done = run("check", "a.jsonl")
    assert done.stdout.startswith("a.jsonl:2:1: F005 this line is over ")
    rows = run("evaluate", "a.jsonl", "--format", "csv").stdout.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:4"]
    own = cpe_label.evaluate_lines(content.split(b"\n"), source="a.jsonl")
    assert run("evaluate", "a.jsonl", "--format", "jsonl").stdout.splitlines() == own


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_lines_in_another_encoding_are_one_problem(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n" * 50, encoding)
    done = run("check", "a.jsonl")
    name = encoding.upper()
    assert problem_lines(done.stdout) == [
        f"a.jsonl:1:1: Y001 not UTF-8 text, but {name} (byte 1); save the file as UTF-8"
    ]


def test_warnings_of_several_audits_are_counted(run: Run, tmp_path: Path) -> None:
    text = re.sub(r"    evidence:.*\n(      .*\n)*", "", GRANTED.read_text("utf-8"))
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    alone = run("evaluate", "a.yaml").stderr
    assert alone.count("A033") > 3
    count = alone.count("A033") if "…" not in alone else None
    for form in ("table", "text", "jsonl"):
        done = run("evaluate", "a.yaml", "a.yaml", "--format", form, "--lang", "fr")
        assert re.fullmatch(
            r"[0-9]+ avertissements\u202f; cpe-label check les montre\.\n", done.stderr
        )
        assert count is None or done.stderr.startswith(f"{2 * count} ")
