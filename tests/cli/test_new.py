"""`cpe-label new`: an audit to fill in."""

from pathlib import Path

import yaml
from support.command import Run, problem_lines
from support.shipped import REFERENTIAL

import cpe_label
from cpe_label import load_referentials, parse_audit


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
