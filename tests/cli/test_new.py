"""`cpe-label new`: an audit to fill in."""

from pathlib import Path

import yaml
from support.command import Run, problem_lines
from support.comparing import FIRST_AUDIT, NEXT
from support.shipped import REFERENTIAL, ROOT

import cpe_label
from cpe_label import Referential, load_referentials, parse_audit
from cpe_label.reports.form import form_page


def test_new_gives_an_audit_that_needs_only_who_and_when(run: Run, tmp_path: Path) -> None:
    assert run("new", "label-cpe", "-o", "a.yaml").returncode == 0
    done = run("check", "a.yaml")
    assert done.returncode == 1
    missing = [line.split("« ")[1].split(" »")[0] for line in problem_lines(done.stdout)]
    assert missing == ["name", "from", "name"]
    text = (tmp_path / "a.yaml").read_text("utf-8")
    text = text.replace("  name:\n", "  name: Coopérative Exemple\n", 1)
    text = text.replace("  from:  #", "  from: 2026-10-12  #")
    text = text.replace("  - name:\n", "  - name: Auditrice Exemple\n")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert run("check", "a.yaml").returncode == 0
    assert run("evaluate", "a.yaml").returncode == 3
    audit = parse_audit(text)
    assert list(audit.findings) == [one.id for one in load_referentials().of(audit).criteria]


def test_new_writes_each_criterion(run: Run) -> None:
    text = run("new", REFERENTIAL).stdout
    folded = " ".join(text.replace("\n  #", "").split())
    for criterion in cpe_label.load_referential(REFERENTIAL).criteria:
        assert criterion.id in text
        for part in (criterion.title, criterion.requirement):
            assert " ".join(part.split()) in folded.replace("\u202f", " ")


def test_new_keeps_any_text_inside_its_comments(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8").replace(
        "title: Sociétaire de Coopérer pour Entreprendre",
        'title: "a\\u2028decision: x\\x85kind: y\\nz \\u202e"',
    )
    (tmp_path / "r.yaml").write_text(text, "utf-8")
    done = run("new", "r.yaml")
    assert done.returncode == 0
    assert "# PRE-01 · Préalable · a decision: x kind: y z \\u202e\n" in done.stdout
    assert set(yaml.safe_load(done.stdout)) == {
        *("format", "referential", "organisation", "kind", "audited_on", "auditors"),
        *("findings", "response", "opinion"),
    }


def test_new_of_a_referential_that_is_not_known(run: Run) -> None:
    done = run("new", "label-cep")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "F008 no referential « label-cep »; known: label-cpe@2019.1 (did you mean « label-cpe »?)\n"
    )


# ── From the audit before ────────────────────────────────────────────────────────────────────────


def blank_from(run: Run, tmp_path: Path, former: Path, referential: object = NEXT) -> str:
    """The audit to fill in, which `check` accepts up to what only the auditor knows."""
    done = run("new", referential, "--from", former, "-o", "blank.yaml", "--force", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "blank.yaml written.\n")
    checked = run("check", "blank.yaml", "-r", referential, "-r", REFERENTIAL)
    found = {line.split(" ")[1] for line in problem_lines(checked.stdout)}
    assert found == {"A002"}
    return (tmp_path / "blank.yaml").read_text("utf-8")


def test_the_next_audit_knows_who_and_the_label_to_renew(run: Run, tmp_path: Path) -> None:
    data = yaml.load(blank_from(run, tmp_path, FIRST_AUDIT), yaml.BaseLoader)
    assert data["organisation"] == {
        "id": "exemple-001",
        "name": "Coopérative Exemple",
        "region": "Région Exemple",
    }
    assert data["previous"] == {"last_day": "2029-11-19"}
    assert data["referential"]["version"] == "2027.1"


def test_no_answer_is_copied(run: Run, tmp_path: Path) -> None:
    data = yaml.load(blank_from(run, tmp_path, FIRST_AUDIT), yaml.BaseLoader)
    assert list(data["findings"]) == [one.id for one in cpe_label.load_referential(NEXT).criteria]
    for finding in data["findings"].values():
        assert finding == {"status": "", "evidence": "", "comment": ""}


def test_each_finding_recommendation_and_action_is_recalled(run: Run, tmp_path: Path) -> None:
    text = " ".join(blank_from(run, tmp_path, FIRST_AUDIT).replace("\n  #", "").split())
    former = cpe_label.load_audit(FIRST_AUDIT)
    for name, finding in former.findings.items():
        over = text.partition(f"{name} · ")[2].partition(" · ")[0 if name == "TER-12" else 2]
        for part in (finding.comment, finding.recommendation, *finding.evidence):
            assert " ".join((part or "").split()) in over, name
        if finding.action:
            assert f"Planned then: {finding.action.owner}" in over
    assert "Planned then: Direction, by 30 June 2027" in text.replace("\u00a0", " ")


def test_new_reworded_and_retired_criteria_are_marked(run: Run, tmp_path: Path) -> None:
    text = blank_from(run, tmp_path, FIRST_AUDIT)
    assert text.count("# NEW: ") == text.count("# REWORDED: ") == 1
    assert "# NEW: " in text.partition("# RES-06 ·")[2].partition("RES-06:")[0]
    assert "# REWORDED: " in text.partition("# COO-06 ·")[2].partition("COO-06:")[0]
    over = text.partition("# COO-11 ·")[2].partition("COO-11:")[0]
    assert "# OTHER LEVEL: the level was then « Recommandé »" in over
    assert text.count("# OTHER LEVEL: ") == 1
    end = text.partition("no longer in this version")[2]
    assert "# TER-12 · " in end
    assert end.partition("response:")[0].replace("#", "").strip()
    assert all(
        line.startswith("  #") for line in end.partition("\nresponse:")[0].splitlines()[1:] if line
    )


def test_the_label_to_renew_is_absent_where_none_was_granted(run: Run, tmp_path: Path) -> None:
    refused = ROOT / "examples" / "refused-mandatory.yaml"
    data = yaml.load(blank_from(run, tmp_path, refused), yaml.BaseLoader)
    assert "previous" not in data


def test_the_state_of_the_label_to_renew_is_that_of_its_events(run: Run, tmp_path: Path) -> None:
    events = "\nevents: [{event: suspended, on: 2027-02-01, reason: Non.}]\n"
    (tmp_path / "s.yaml").write_text(FIRST_AUDIT.read_text("utf-8") + events, "utf-8")
    data = yaml.load(blank_from(run, tmp_path, tmp_path / "s.yaml"), yaml.BaseLoader)
    assert data["previous"] == {"last_day": "2029-11-19", "state": "suspended"}


def test_nothing_of_the_audit_before_can_leave_its_comment(run: Run, tmp_path: Path) -> None:
    escapes = "a\\u2028decision: x\\x85kind: y\\nopinion: z \\u202e \\r\\ntitle: w"
    text = FIRST_AUDIT.read_text("utf-8").replace(
        "Bulletin de souscription du 12/03/2012, 20 parts", f'"{escapes}"'
    )
    text = text.replace("name: Coopérative Exemple", f'name: "{escapes}"')
    (tmp_path / "h.yaml").write_text(text, "utf-8")
    blank = blank_from(run, tmp_path, tmp_path / "h.yaml")
    assert "a decision: x kind: y opinion: z \\u202e title: w" in blank.replace("\n  #", "")
    data = yaml.load(blank, yaml.BaseLoader)
    assert data["kind"] == "audit"
    assert (
        data["organisation"]["name"] == cpe_label.load_audit(tmp_path / "h.yaml").organisation.name
    )
    assert data["opinion"] == ""


def test_an_audit_before_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    text = FIRST_AUDIT.read_text("utf-8")
    (tmp_path / "other.yaml").write_text(text.replace("{id: label-cpe,", "{id: autre,"), "utf-8")
    (tmp_path / "wrong.yaml").write_text(text.replace("PRE-01:", "PRE-99:"), "utf-8")
    for name, code in (("other.yaml", "A052"), ("wrong.yaml", "A013"), ("none.yaml", "F001")):
        done = run("new", NEXT, "--from", name, "-o", "b.yaml")
        assert (done.returncode, done.stdout) == (2, "")
        assert f" {code} " in done.stderr
        assert not (tmp_path / "b.yaml").exists()
    done = run("new", NEXT, "--from", FIRST_AUDIT, "-o", FIRST_AUDIT, "--force")
    assert "F009" in done.stderr


# ── As a page ────────────────────────────────────────────────────────────────────────────────────


def test_an_ending_of_html_writes_the_page(
    run: Run, tmp_path: Path, label_cpe: Referential
) -> None:
    for name, arguments, language in (
        ("a.html", (), "fr"),
        ("a.HTM", ("--lang", "en"), "en"),
    ):
        done = run("new", "label-cpe", "-o", name, *arguments)
        assert done.returncode == 0
        assert (tmp_path / name).read_text("utf-8") == form_page(label_cpe, language)
    assert "F006" in run("new", "label-cpe", "-o", "a.html").stderr
    assert run("new", "label-cpe", "-o", "b.audit").returncode == 0
    assert (tmp_path / "b.audit").read_text("utf-8").startswith("# ")


def test_the_page_recalls_the_audit_before(run: Run, tmp_path: Path) -> None:
    done = run("new", NEXT, "--from", FIRST_AUDIT, "-o", "a.html")
    assert done.returncode == 0
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "Bulletin de souscription du 12/03/2012, 20 parts" in text
    assert "TER-12" in text
