"""`convert`, and workbooks wherever an audit is read on the command line."""

import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT
from support.workbooks import GRANTED, STRINGS, audit, granted, of_rows, part_of, places, with_line
from test_docs import blocks, commands

from cpe_label import load_audit, load_referential
from cpe_label.model.members import Members
from cpe_label.problems.formats import FORMATS
from cpe_label.reading.document import open_document

HALF = next(one for one in EXAMPLES if one.stem == "half-done")
GRID = (
    ("Domaine", "Critère", "Exigence", "Niveau"),
    ("Gouvernance", "Une voix", "Chaque associé a une voix.", "Obligatoire"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The example whose label is granted, as a workbook."""
    path = tmp_path / "audit.xlsx"
    path.write_bytes(granted())
    return path


# ── convert ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("endings", [("xlsx", "yaml", "json"), ("json", "xlsx", "yml")])
def test_a_value_goes_round(run: Run, endings: tuple[str, ...]) -> None:
    for source, load in ((GRANTED, load_audit), (REFERENTIAL, load_referential)):
        before: str | Path = source
        for ending in endings:
            out = f"{source.stem}.{ending}"
            done = run("convert", before, "-o", out)
            assert (done.returncode, done.stderr) == (0, f"{out} written.\n")
            before = out
        assert load(before) == load(source)
        assert load(before).digest == load(source).digest


def test_members_go_round(run: Run, tmp_path: Path) -> None:
    data = {
        "title": "Réseau",
        "members": [{"id": "a-1", "name": "=Exemple", "since": "2019-01-01"}],
    }
    members = Members.build(data)
    (tmp_path / "m.json").write_text(json.dumps(members.as_written()), "utf-8")
    for before, after in (("m.json", "m.xlsx"), ("m.xlsx", "m.yaml")):
        assert run("convert", before, "-o", after).returncode == 0
    assert open_document("m.yaml").value == members
    (tmp_path / "m.csv").write_text("identifiant;nom\na-1;Exemple\n", "utf-8")
    assert run("convert", "m.csv", "-o", "csv.xlsx").returncode == 0
    of_csv = open_document("csv.xlsx").value
    assert isinstance(of_csv, Members)
    assert [(one.id, one.name) for one in of_csv.members] == [("a-1", "Exemple")]


def test_a_workbook_has_the_criteria_of_the_referential_where_it_is_known(run: Run) -> None:
    """Without it, its identifiers stand there alone, and nothing is lost."""
    held = {}
    for name, places_of in (("audit", "shipped"), ("other", ROOT / "tests" / "invalid" / "shelf")):
        assert run("convert", GRANTED, "-o", f"{name}.xlsx", "-r", places_of).returncode == 0
        assert open_document(f"{name}.xlsx").value == load_audit(GRANTED)
        held[name] = part_of(Path(f"{name}.xlsx").read_bytes(), STRINGS)
    title = "Autodiagnostic réalisé"
    assert (title in held["audit"], title in held["other"]) == (True, False)


def test_an_unknown_ending_and_an_unsound_file_are_refused(run: Run, tmp_path: Path) -> None:
    done = run("convert", GRANTED, "-o", "audit.ods")
    assert done.returncode == 2
    assert ".yaml, .yml, .json or .xlsx" in done.stderr
    (tmp_path / "broken.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    done = run("convert", "broken.yaml", "-o", "broken.xlsx")
    assert done.returncode == 2
    assert "broken.yaml:1:1: A002" in done.stderr
    assert not (tmp_path / "broken.xlsx").exists()


def test_nothing_is_overwritten_and_never_what_was_read(run: Run, workbook: Path) -> None:
    before = workbook.read_bytes()
    assert run("convert", GRANTED, "-o", workbook).returncode == 2
    assert run("convert", workbook, "-o", workbook, "--force").returncode == 2
    assert workbook.read_bytes() == before
    assert run("convert", HALF, "-o", workbook, "--force").returncode == 0


def test_what_no_cell_can_hold_names_the_line_of_the_file(run: Run, tmp_path: Path) -> None:
    data = {**load_audit(GRANTED).as_written(), "opinion": "a\ufffeb"}
    (tmp_path / "a.json").write_text(json.dumps(data, indent=1), "utf-8")
    done = run("convert", "a.json", "-o", "a.xlsx")
    assert done.returncode == 2
    assert re.match(
        r"a\.json:[0-9]+:[0-9]+: X020 no cell can hold the character U\+FFFE", done.stderr
    )


def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for words in (("convert", GRANTED, "-o", "a.xlsx"), ("new", "label-cpe", "-o", "a.xlsx")):
        done = run(*words)
        assert done.returncode == 2
        assert "pip install 'cpe_label[xlsx]'" in done.stderr


def test_a_plain_grid_becomes_a_workbook_that_asks_for_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "grille.xlsx").write_bytes(of_rows({"Feuil1": GRID}))
    refused = run("convert", "grille.xlsx", "-o", "label.yaml")
    assert refused.returncode == 2
    assert "grille.xlsx:Feuil1!A1: X022" in refused.stderr
    assert not (tmp_path / "label.yaml").exists()
    done = run("convert", "grille.xlsx", "-o", "label.xlsx")
    assert done.returncode == 3
    assert "label.xlsx:Grille!B2: X010" in done.stderr
    assert "label.xlsx written, with blank cells" in done.stderr
    assert "Niveaux!C2 X010" in places(open_document("label.xlsx"))


def test_of_a_grid_that_cannot_be_converted_only_what_is_in_the_way_is_told(
    run: Run, tmp_path: Path
) -> None:
    rows = (*GRID, ("", "Comptes", "Ils sont expliqués.", "Obligatoire"))
    (tmp_path / "grille.xlsx").write_bytes(of_rows({"Feuil1": rows}))
    done = run("convert", "grille.xlsx", "-o", "label.xlsx", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr == (
        "grille.xlsx:Feuil1!A3: X010 « Domaine » is missing: fill in this cell\n"
    )


def test_what_is_left_behind_of_a_grid_is_told(run: Run, tmp_path: Path) -> None:
    rows = ((*GRID[0], "Pilote"), (*GRID[1], "Exemple"))
    (tmp_path / "grille.xlsx").write_bytes(of_rows({"Feuil1": rows, "Notes": [("x",)]}))
    done = run("convert", "grille.xlsx", "-o", "label.xlsx")
    assert done.returncode == 3
    assert "grille.xlsx:Feuil1!E1: X013 warning: « Pilote » is not read" in done.stderr
    assert "grille.xlsx:Notes!A1: X026 warning: the sheet « Notes » is not read" in done.stderr


def test_rows_that_were_deleted_are_named_before_they_are_gone(run: Run, tmp_path: Path) -> None:
    identity = with_line("Critères dans la grille", 64)
    rows = [(one.id, "") for one in load_referential(REFERENTIAL).criteria][2:]
    (tmp_path / "audit.xlsx").write_bytes(audit(*rows, identity=identity))
    for words in (("convert", "audit.xlsx", "-o", "a.yaml"), ("evaluate", "audit.xlsx")):
        assert "have no row any more (PRE-01 and PRE-02): they" in run(*words).stderr


# ── Workbooks as audits ──────────────────────────────────────────────────────────────────────────


def test_each_command_takes_a_workbook(run: Run, workbook: Path) -> None:
    shutil.copy(GRANTED, "audit.yaml")
    on = ("--on", "2026-11-23")
    for words in (("evaluate", "{}", "--format", "json"), ("evaluate", "{}", "--lang", "fr")):
        of_workbook, of_yaml = (
            run(*(one.format(name) for one in words), *on) for name in ("audit.xlsx", "audit.yaml")
        )
        assert of_workbook.stdout == of_yaml.stdout
    for name in ("audit.xlsx", "audit.yaml"):
        assert run("report", name, "-o", f"{name}.html", *on).returncode == 0
    assert Path("audit.xlsx.html").read_text("utf-8") == Path("audit.yaml.html").read_text("utf-8")
    Path("record.json").write_text(
        run("evaluate", "audit.yaml", "--format", "json").stdout, "utf-8"
    )
    assert run("verify", "record.json", "audit.xlsx").returncode == 0
    Path("audit.yaml").unlink()
    assert run("verify", ".", ".").returncode == 0
    assert "1 file checked" in run("check", workbook).stderr
    assert "exemple-001" in run("network", ".", *on, "--format", "json").stdout


def test_a_folder_is_read_with_its_workbooks_and_without_those_of_others(
    run: Run, workbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "budget.xlsx").write_bytes(of_rows({"Feuil1": [("Poste", "Montant"), ("x", 3)]}))
    (tmp_path / "~lock.ods").write_bytes(b"x")
    (tmp_path / "~$audit.xlsx").write_bytes(b"x")  # Excel has the workbook open
    done = run("check", ".")
    assert done.returncode == 2  # what cannot be read may be an audit
    assert "~lock.ods: X001" in done.stdout
    (tmp_path / "~lock.ods").unlink()
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 file checked" in done.stderr
    assert "1 other file" in done.stderr


def test_a_workbook_of_a_referential_is_known_to_the_audits_beside_it(
    run: Run, tmp_path: Path
) -> None:
    data = {**load_referential(REFERENTIAL).as_written(), "id": "autre"}
    (tmp_path / "autre.json").write_text(json.dumps(data), "utf-8")
    assert run("convert", "autre.json", "-o", "autre.xlsx").returncode == 0
    (tmp_path / "autre.json").unlink()
    (tmp_path / "audit.xlsx").write_bytes(audit(identity=with_line("Référentiel", "autre")))
    assert run("check", ".").returncode == 0
    assert run("evaluate", "audit.xlsx", "-r", "autre.xlsx").returncode == 3
    assert run("evaluate", "audit.xlsx", "-r", ".").returncode == 3
    assert run("new", "autre.xlsx", "-o", "new.xlsx").returncode == 0
    assert run("compare", "autre.xlsx", "autre@2019.1", "-r", "autre.xlsx").returncode == 2


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_problems_names_the_cell(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "audit.xlsx").write_bytes(audit(("PRE-01", "Oui")))
    done = run("check", "audit.xlsx", "--format", form)
    assert done.returncode == 1
    assert "Grille!B2" in done.stdout


def test_standard_input_may_be_a_workbook(tmp_path: Path, workbook: Path) -> None:
    from support.command import shell

    done = shell(f"$CPE evaluate - --format json < {shlex.quote(str(workbook))}")
    assert done.returncode == 0
    assert json.loads(done.stdout)["verdict"] == "pass"


def test_a_workbook_has_no_fix(run: Run, workbook: Path) -> None:
    assert run("check", workbook, "--fix").returncode == 2
    assert workbook.read_bytes() == granted()


def test_a_new_workbook_and_the_next_one(run: Run, workbook: Path) -> None:
    assert run("new", "label-cpe", "-o", "new.xlsx").stderr == "new.xlsx written.\n"
    first = Path("new.xlsx").read_bytes()
    assert run("new", "label-cpe", "-o", "new.xlsx", "--force").returncode == 0
    assert Path("new.xlsx").read_bytes() == first
    assert run("new", "label-cpe", "--from", workbook, "-o", "next.xlsx").returncode == 0
    assert run("check", "next.xlsx").stdout.count(" X010 ") == 1
    assert run("new", "label-cpe", "-o", "new.ods").returncode == 2
    assert not Path("new.ods").exists()


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


def test_the_page_on_spreadsheets_runs_as_it_is_printed(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "grille.xlsx").write_bytes(of_rows({"Feuil1": GRID}))
    page = (ROOT / "docs" / "spreadsheet.md").read_text("utf-8")
    for command, output in [pair for one in blocks(page, "console") for pair in commands(one)]:
        words, _, target = command.partition(" > ")
        done = run(*shlex.split(words)[1:])
        if target:
            Path(target).write_text(done.stdout, "utf-8")
        elif output:
            assert done.stdout + done.stderr == output
        else:
            assert done.returncode == 3
    answers = audit(("PRE-01", "Oui"), identity=with_line("Structure : nom", ""))
    (tmp_path / "audit.xlsx").write_bytes(answers)
    shown = run("check", "audit.xlsx").stdout.replace("\u202f", " ")
    for line in [line for one in blocks(page, "text") for line in one.splitlines()]:
        assert line.split("!", 1)[1].split(": ", 1)[1] in shown
