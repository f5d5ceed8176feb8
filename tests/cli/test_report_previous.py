"""`cpe-label report --previous`: what became of the audit before."""

import re
from pathlib import Path

import pytest
from support.command import Done, Run
from support.comparing import CHANGE, FIRST_AUDIT, SECOND_AUDIT
from support.shipped import REFERENTIAL, ROOT

from cpe_label import evaluate, load_audit, load_referentials, render

KNOWN = ("-r", REFERENTIAL, "-r", CHANGE)
TITLE = "Suites données au précédent audit"


def report(run: Run, *more: object, audit: Path = SECOND_AUDIT) -> Done:
    return run("report", audit, "--previous", FIRST_AUDIT, *KNOWN, *more)


def section(text: str) -> str:
    """The section of a report in Markdown, on one line."""
    found = text.partition(f"## {TITLE}")[2].partition("\n## ")[0]
    return re.sub(r"[ \n\u00a0\u202f]+", " ", found.replace("\\", ""))


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_each_format_has_the_section(run: Run, form: str) -> None:
    done = report(run, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert TITLE in done.stdout
    assert TITLE not in run("report", SECOND_AUDIT, *KNOWN, "--format", form).stdout


def test_it_has_each_former_not_met_recommendation_and_action_and_what_was_lost(run: Run) -> None:
    text = section(report(run, "--format", "markdown").stdout)
    former = load_audit(FIRST_AUDIT).findings
    followed = {
        name
        for name, one in former.items()
        if one.status == "not_met" or one.recommendation or one.action or name == "INN-01"
    }
    assert set(re.findall(r"### ([A-Z]+-[0-9]+)", text)) == followed
    for name in followed:
        sheet = text.partition(f"### {name} ")[2].partition("###")[0]
        assert " ".join((former[name].recommendation or "").split()) in sheet
        assert "Constat actuel" in sheet
    assert "Suite prévue : ** Direction" in text.replace(":**", ": **").replace("  ", " ")


def test_what_is_found_now_stands_under_it(run: Run) -> None:
    text = section(report(run, "--format", "markdown").stdout)
    by_name = {one[:6]: one for one in text.split("### ")}
    assert "✓ satisfait" in by_name["COO-11"]
    assert "✗ non satisfait" in by_name["TER-09"]
    assert "l’exigence a changé depuis" in by_name["COO-06"]
    assert "cette version n’a plus ce critère" in by_name["TER-12"]
    assert "✗ non satisfait" in by_name["INN-01"]  # it was met then


def test_levels_then_and_now(run: Run) -> None:
    text = section(report(run, "--format", "markdown").stdout)
    assert "| Obligatoire (≥ 100 %) | 32 / 32 | 34 / 34 |" in text
    assert "| Recommandé (≥ 50 % avant, ≥ 60 % maintenant) | 20 / 28 | 22 / 27 |" in text


def test_a_self_assessment_may_be_the_one_before(run: Run) -> None:
    before = ROOT / "examples" / "self-assessment.yaml"
    done = run("report", FIRST_AUDIT, "--previous", before, "--format", "text")
    assert "Suites données à l’autodiagnostic (du 2 au 6 mars 2026)" in done.stdout.replace(
        "\u00a0", " "
    )


def test_an_audit_that_left_nothing_says_so(run: Run, tmp_path: Path) -> None:
    text = FIRST_AUDIT.read_text("utf-8")
    text = text[: text.index("findings:")] + text[text.index("response:") : text.index("decision:")]
    (tmp_path / "empty.yaml").write_text(text, "utf-8")
    done = run("report", SECOND_AUDIT, "--previous", "empty.yaml", *KNOWN, "--format", "text")
    assert "Cet audit ne laissait rien à suivre." in done.stdout


@pytest.mark.parametrize(
    ("audit", "previous", "code"),
    [
        (FIRST_AUDIT, SECOND_AUDIT, "A053"),
        (FIRST_AUDIT, FIRST_AUDIT, "F031"),
        (SECOND_AUDIT, REFERENTIAL, "Y022"),
        (SECOND_AUDIT, "nowhere.yaml", "F001"),
    ],
)
def test_what_cannot_be_the_audit_before(
    run: Run, tmp_path: Path, audit: Path, previous: object, code: str
) -> None:
    done = run("report", audit, "--previous", previous, *KNOWN, "-o", "r.html")
    assert done.returncode == 2
    assert f" {code} " in done.stderr
    assert not (tmp_path / "r.html").exists()


def test_another_organisation(run: Run, tmp_path: Path) -> None:
    text = SECOND_AUDIT.read_text("utf-8").replace("exemple-001", "exemple-002")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = report(run, audit=tmp_path / "a.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.yaml:8:20: A051" in done.stderr


@pytest.mark.parametrize(
    "more", [("--kind", "plan"), ("--format", "json"), ("--template", "t.html.j2")]
)
def test_only_the_full_report_of_one_audit_has_it(run: Run, more: tuple[str, str]) -> None:
    done = report(run, *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--previous is for the full report of one audit")


def test_a_folder_has_no_audit_before(run: Run) -> None:
    done = run("report", CHANGE, "--previous", FIRST_AUDIT, *KNOWN, "-o", "out")
    assert done.returncode == 2


def test_in_python() -> None:
    known = load_referentials(REFERENTIAL, CHANGE)
    then, now = (evaluate(load_audit(path), known) for path in (FIRST_AUDIT, SECOND_AUDIT))
    assert TITLE in render(now, "text", previous=then)
    for wrong in ({"kind": "plan"}, {"format": "json"}):
        with pytest.raises(ValueError, match="previous"):
            render(now, **{"format": "text", **wrong}, previous=then)
    with pytest.raises(ValueError, match="comes first"):
        render(then, "text", previous=now)
    with pytest.raises(ValueError, match="previous"):
        render(now.referential, "text", previous=then)
