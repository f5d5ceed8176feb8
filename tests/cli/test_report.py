"""`cpe-label report`: its kinds, its formats, and the reports of a whole folder."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest
import regenerate
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import Evaluation, evaluate, load_audit, load_referential, render, to_json
from cpe_label.reports.document import Bullets, Document, Sheet, Table
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.prose import prose
from cpe_label.reports.render import NoCertificateError, document
from cpe_label.reports.view.evaluation import view

GRANTED = ROOT / "examples" / "granted.yaml"
ON = date(2026, 11, 23)
TEXTS = ("html", "markdown", "text")


def evaluation_of(name: str) -> Evaluation:
    audit = load_audit(ROOT / "examples" / f"{name}.yaml")
    return evaluate(audit)


# ── Kinds ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "audit"])
def test_the_command_writes_each_kind_in_each_format(run: Run, kind: str, form: str) -> None:
    name = "half-done" if kind == "plan" else "granted"
    suffix = FORMATS[form].suffixes[0]
    done = run(
        "report", ROOT / "examples" / f"{name}.yaml", "--kind", kind, "--on", "2026-11-23",
        "--format", form,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests" / "golden" / f"{kind}{suffix}").read_text("utf-8")


def sections(kind: str, name: str) -> dict[str, tuple[object, ...]]:
    made = document(evaluation_of(name), "en", ON, kind=kind)
    return {one.title: one.blocks for one in made.sections}


def test_the_full_report_goes_from_cover_to_annex() -> None:
    assert list(sections("audit", "refused-mandatory")) == [
        "Results by level",
        "Scope and method",
        "What this report does not establish",
        "The rule applied",
        "Results by section",
        "Good practices",
        "Not met: Obligatoire",
        "Not met: Recommandé",
        "Recommendations",
        "Not applicable, and why",
        "Action plan",
        "The organisation's observations",
        "The auditors' opinion",
        "The committee's decision",
        "Signatures",
        "The whole grid",
        "Rules of calculation applied",
    ]


def test_the_action_plan_is_in_order_of_date() -> None:
    evaluation = evaluation_of("refused-mandatory")
    due = [evaluation.audit.findings[one.id].action for one in view(evaluation, "en").actions]
    days = [action.due for action in due if action and action.due]
    assert len(days) > 2
    assert days == sorted(days)
    (table,) = sections("audit", "refused-mandatory")["Action plan"]
    assert isinstance(table, Table)
    assert len(table.rows) == len(due)


def test_the_summary_lists_nothing_that_is_not_met() -> None:
    evaluation = evaluation_of("refused-recommended")
    unmet = [name for result in evaluation.levels for name in result.tally.not_met]
    titles = [evaluation.referential.by_id[name].title for name in unmet]
    assert len(titles) > 10
    for form in TEXTS:
        text = render(evaluation, form, on=ON, kind="summary")
        assert not [title for title in titles if title in text.replace("’", "'")]
        assert not [name for name in unmet if name in text]


def test_the_plan_is_all_that_blocks_then_any_of_the_rest() -> None:
    plan = sections("plan", "half-done")
    assert list(plan)[:2] == ["First: all of these", "Then: a choice among these"]
    evaluation = evaluation_of("half-done")
    mandatory, recommended = evaluation.levels[1:]

    def named(title: str) -> list[str]:
        return [one.id for one in plan[title] if isinstance(one, Sheet)]

    assert named("First: all of these") == list(mandatory.candidates)
    assert named("Then: a choice among these") == list(recommended.candidates)
    assert "any 7 of these 21" in str(plan["Then: a choice among these"][0])


def test_the_plan_of_those_who_miss_nothing() -> None:
    plan = sections("plan", "granted")
    assert "Nothing is missing" in str(plan["Results by level"])
    assert "Ways to progress" in plan


def test_a_plan_forgets_no_action() -> None:
    for path in EXAMPLES:
        evaluation = evaluation_of(path.stem)
        acted = {one.id for one in view(evaluation, "en").actions}
        plan = sections("plan", path.stem)
        assert ("In order of date" in plan) == bool(acted)
        if acted:
            (table,) = plan["In order of date"]
            assert isinstance(table, Table)
            assert {row[0].id for row in table.rows} == acted  # type: ignore[union-attr]


# ── Certificates ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2026-11-19", "No certificate is due on 19 November 2026: label granted, not begun yet."),
        ("2029-11-20", "No certificate is due on 20 November 2029: label expired."),
        ("2026-11-20", ""),
        ("2029-11-19", ""),
    ],
)
def test_a_certificate_is_for_the_days_of_the_label(run: Run, on: str, why: str) -> None:
    done = run("report", GRANTED, "--kind", "certificate", "--format", "text", "--on", on)
    if not why:
        assert (done.returncode, done.stderr) == (0, "")
        assert "Valable du 20\u00a0novembre\u00a02026 au 19\u00a0novembre\u00a02029 inclus" in (
            done.stdout
        )
        return
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.replace("\u00a0", " ") == f"{GRANTED}: {why}\n"


@pytest.mark.parametrize("event", ["suspended", "withdrawn"])
def test_no_certificate_of_a_label_that_does_not_hold(run: Run, tmp_path: Path, event: str) -> None:
    audit = tmp_path / "a.yaml"
    text = GRANTED.read_text("utf-8")
    audit.write_text(f"{text}\nevents: [{{event: {event}, on: 2027-01-01}}]\n", "utf-8")
    command = ("report", "a.yaml", "--kind", "certificate", "-o", "c.html", "--on")
    done = run(*command, "2027-01-01")
    assert done.returncode == 1
    assert done.stderr.replace("\u00a0", " ") == (
        f"a.yaml: No certificate is due on 1 January 2027: label {event}.\n"
    )
    assert not (tmp_path / "c.html").exists()
    assert run(*command, "2026-12-31").returncode == 0


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES if path != GRANTED])
def test_no_certificate_without_a_label(run: Run, name: str) -> None:
    audit = ROOT / "examples" / f"{name}.yaml"
    done = run("report", audit, "--kind", "certificate", "--lang", "fr")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Aucun certificat n’est dû" in done.stderr


def test_a_certificate_needs_a_day() -> None:
    with pytest.raises(ValueError, match="give `on`"):
        render(evaluation_of("granted"), "html", kind="certificate")
    with pytest.raises(NoCertificateError, match="Aucun certificat n’est dû"):
        render(evaluation_of("half-done"), "html", kind="certificate")


# ── The referential as a document ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("named", ["label-cpe", "label-cpe@2019.1", REFERENTIAL, GRANTED])
def test_a_referential_by_its_file_its_id_or_an_audit_of_it(run: Run, named: object) -> None:
    done = run("report", named, "--kind", "referential", "--format", "text")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests" / "golden" / "referential.txt").read_text("utf-8")


def test_the_referential_says_all_that_its_file_says() -> None:
    referential = load_referential(REFERENTIAL)
    text = " ".join(render(referential, "markdown").replace("\\", "").split()).replace("’", "'")
    for criterion in referential.criteria:
        for told in (
            criterion.title,
            criterion.requirement,
            criterion.guidance,
            criterion.not_applicable_when,
            *criterion.evidence,
        ):
            assert told is None or plain(told) in plain(text)


def plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def test_a_referential_that_is_not_there(run: Run) -> None:
    done = run("report", "label-cep", "--kind", "referential")
    assert done.returncode == 2
    assert "F008 no referential « label-cep »" in done.stderr
    done = run("report", "nowhere.yaml", "--kind", "referential")
    assert done.stderr == "nowhere.yaml: F001 no such file\n"


# ── What cannot be ───────────────────────────────────────────────────────────────────────────────


def test_unknown_kinds_and_formats_are_told() -> None:
    evaluation = evaluation_of("granted")
    with pytest.raises(ValueError, match="unknown kind 'poster'"):
        render(evaluation, "html", kind="poster")
    with pytest.raises(ValueError, match="'json' is the record"):
        render(evaluation, "json", kind="plan")
    with pytest.raises(ValueError, match="'json' is the record"):
        render(evaluation.referential, "json")
    with pytest.raises(ValueError, match="the kind 'referential' alone"):
        render(evaluation.referential, "html", kind="audit")


def test_only_the_full_report_has_a_record(run: Run) -> None:
    done = run("report", GRANTED, "--kind", "plan", "-o", "plan.json")
    assert done.returncode == 2
    assert done.stderr == "json is the record of an evaluation; the kind « plan » has none\n"


# ── A folder ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def audits(tmp_path: Path) -> Path:
    folder = tmp_path / "audits"
    (folder / "2026").mkdir(parents=True)
    for path in EXAMPLES[:2]:
        (folder / "2026" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return folder


def test_the_reports_of_a_folder(run: Run, audits: Path, tmp_path: Path) -> None:
    done = run("report", "audits", "-o", "reports", "--on", "2026-11-23")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 reports written in reports, 0 not written.\n"
    for path in EXAMPLES[:2]:
        report = tmp_path / "reports" / "2026" / f"{path.stem}.html"
        golden = ROOT / "tests" / "golden" / f"{path.stem}.html"
        assert report.read_text("utf-8") == golden.read_text("utf-8")


def test_one_that_fails_stops_no_other(run: Run, audits: Path, tmp_path: Path) -> None:
    (audits / "2026" / "broken.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    (audits / REFERENTIAL.name).write_text(REFERENTIAL.read_text("utf-8"), "utf-8")
    done = run("report", "audits", "-o", "reports", "--format", "markdown")
    assert done.returncode == 2
    assert done.stderr.startswith("audits/2026/broken.yaml:1:1: A002 ")
    assert done.stderr.endswith("\n2 reports written in reports, 1 not written.\n")
    assert sorted(path.name for path in (tmp_path / "reports" / "2026").iterdir()) == [
        f"{path.stem}.md" for path in EXAMPLES[:2]
    ]


def test_nothing_is_overwritten_unless_told(run: Run, audits: Path, tmp_path: Path) -> None:
    assert run("report", "audits", "-o", "reports").returncode == 0
    mine = tmp_path / "reports" / "2026" / "granted.html"
    mine.write_text("mine", "utf-8")
    done = run("report", "audits", "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.count(" F006 ") == 2
    assert mine.read_text("utf-8") == "mine"
    assert run("report", "audits", "-o", "reports", "--force").returncode == 0
    assert mine.read_text("utf-8") != "mine"


def test_two_audits_never_share_a_report(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    text = GRANTED.read_text("utf-8")
    for name in ("a.yaml", "a.yml"):
        (folder / name).write_text(text, "utf-8")
    line = " ".join(to_json(load_audit(GRANTED)).split())
    (folder / "many.jsonl").write_text(f"{line}\n\n{line}\n", "utf-8")
    assert run("report", "audits", "-o", "reports").returncode == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "a.yaml.html",
        "a.yml.html",
        "many-1.html",
        "many-3.html",
    ]


def test_no_two_audits_have_one_name_however_they_are_called(run: Run, tmp_path: Path) -> None:
    """`a.jsonl` and `a-1.json` could both be `a-1`, and what that gives way to may be taken too."""
    folder = tmp_path / "audits" / "b"
    folder.mkdir(parents=True)
    line = " ".join(to_json(load_audit(GRANTED)).split())
    for name in ("a.jsonl", "a-1.json", "a-1.json.json", "C.json", "c.yaml"):
        (folder / name).write_text(f"{line}\n", "utf-8")
    done = run("report", "audits", "-o", "reports", "--force")
    assert (done.returncode, done.stderr) == (0, "5 reports written in reports, 0 not written.\n")
    assert sorted(path.name for path in (tmp_path / "reports" / "b").iterdir()) == [
        *("C.json.html", "a-1.json.html", "a-1.json.json.html", "a.jsonl-1.html", "c.yaml.html")
    ]


def test_a_file_keeps_its_report_when_the_one_beside_it_breaks(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    (folder / "a.yaml").write_bytes(GRANTED.read_bytes())
    (folder / "a.yml").write_text("format: cpe-label/audit/1\n", "utf-8")
    assert run("report", "audits", "-o", "reports").returncode == 2
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["a.yaml.html"]


@pytest.mark.parametrize("folder", [".", "audits"])
def test_a_folder_without_audits(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "audits").mkdir()
    done = run("report", folder, "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{folder}: F012 ")
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("output", [(), ("-o", "reports.html")])
def test_a_folder_goes_into_a_folder(run: Run, audits: Path, output: tuple[str, ...]) -> None:
    done = run("report", "audits", *output)
    assert done.returncode == 2
    assert done.stderr == "the reports of a folder need a folder: name one with -o\n"


def test_a_folder_that_cannot_be_made(run: Run, audits: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", "utf-8")
    done = run("report", "audits", "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.count(": F007 this file cannot be written: ") == 2


def test_certificates_of_a_folder(run: Run, audits: Path, tmp_path: Path) -> None:
    done = run("report", "audits", "-o", "c", "--kind", "certificate", "--on", "2026-11-23")
    assert done.returncode == 1
    assert [path.name for path in (tmp_path / "c" / "2026").iterdir()] == ["granted.html"]
    assert "half-done.yaml: No certificate is due" in done.stderr


def test_progress_on_a_terminal_only(
    run: Run, audits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    done = run("report", "audits", "-o", "reports")
    assert "\r\x1b[K1 of 2…\r\x1b[K2 of 2…\r\x1b[K2 reports written" in done.stderr


def test_what_is_said_stands_on_a_line_of_its_own(
    run: Run, audits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the line of progress goes away before anything else is said."""
    (audits / "2026" / "broken.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    done = run("report", "audits", "-o", "c", "--kind", "certificate", "--on", "2026-11-23")
    first, *others = done.stderr.split("\n")
    assert first.startswith("\r\x1b[K1 of 3…\r\x1b[Kaudits/2026/broken.yaml:1:1: A002 ")
    assert [line for line in others if line.rpartition("…")[2].startswith("\r\x1b[K")] == [
        line for line in others if "…" in line
    ]
    assert "3 of 3…\r\x1b[Kaudits/2026/half-done.yaml: No certificate is due" in done.stderr
    assert done.stderr.endswith("\n1 report written in c, 2 not written.\n")


# ── Free text ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Un.\nDeux.", ["Un. Deux."]),
        ("Un.\n\n \nDeux.\r\n\r\nTrois.", ["Un.", "Deux.", "Trois."]),
        ("Vu :\n- a\n- b", ["Vu :", ("a", "b")]),
        ("* a\n* b\n\nFin.", [("a", "b"), "Fin."]),
        ("1. a\n2) b", [("a", "b")]),
        ("– a\n  suite\n– b", [("a suite", "b")]),
        ("- seul", ["- seul"]),
        ("-5 degrés\n-6 degrés", ["-5 degrés -6 degrés"]),
        ("1999. Une année\nsuite", ["1999. Une année suite"]),
        ("- a\n- b\n1. c\n2. d", [("a", "b"), ("c", "d")]),
        (" \n ", []),
        ("un\u2028deux\x85trois", ["un deux trois"]),
    ],
)
def test_free_text_keeps_its_paragraphs_and_lists(text: str, shape: list[object]) -> None:
    found = [part.items if isinstance(part, Bullets) else part.text for part in prose(text)]
    assert found == shape


def test_a_numbered_list_is_one() -> None:
    (points, numbers) = prose("- a\n- b\n\n1. c\n2. d")
    assert isinstance(points, Bullets)
    assert isinstance(numbers, Bullets)
    assert (points.numbered, numbers.numbered) == (False, True)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("html", '<p>Vu :</p>\n<ul class="plain">\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Fin.</p>'),
        ("markdown", "Vu :\n\n- a\n- b\n\nFin."),
        ("text", "  Vu :\n  - a\n  - b\n  Fin."),
    ],
)
def test_lists_of_an_opinion_in_every_format(form: str, expected: str) -> None:
    audit = load_audit(GRANTED).model_copy(update={"opinion": "Vu :\n- a\n- b\n\nFin."})
    text = render(evaluate(audit), form)
    assert expected in text.replace("\u202f", " ")


# ── Documents ────────────────────────────────────────────────────────────────────────────────────


def headings(made: Document) -> list[str]:
    return [made.title, *(one.title for one in made.sections)] + (
        [made.closing.title] if made.closing else []
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_the_same_headings(kind: str) -> None:
    evaluation = evaluation_of("granted")
    expected = headings(document(evaluation, on=ON, kind=kind))
    for form in TEXTS:
        text = render(evaluation, form, on=ON, kind=kind).replace("\\", "").replace("&#39;", "'")
        at = [text.index(f"{mark}{title}") for mark, title in marked(form, expected)]
        assert at == sorted(at), form


def marked(form: str, titles: list[str]) -> list[tuple[str, str]]:
    marks = {"html": ("<h1>", "<h2>"), "markdown": ("# ", "\n## "), "text": ("", "\n\n")}
    first, others = marks[form]
    return [(first, titles[0]), *((others, title) for title in titles[1:])]


def test_the_golden_kinds_are_all_kinds() -> None:
    golden = {path.stem for path in (regenerate.HERE / "golden").glob("*.html")}
    assert {kind for kind in KINDS if kind != "audit"} < golden


def test_the_record_in_a_folder_of_reports_is_json(run: Run, audits: Path, tmp_path: Path) -> None:
    assert run("report", "audits", "-o", "records", "--format", "json").returncode == 0
    record = json.loads((tmp_path / "records" / "2026" / "granted.json").read_text("utf-8"))
    assert record["format"] == "cpe-label/evaluation/1"
