"""`decide DIR --session FILE -o OUT`: a whole session, or nothing of it."""

import errno
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.command import Done, Run
from support.deciding import FINDINGS, HEAD, TEXT

from cpe_label import load_audit, to_json

WHOLE = f"{HEAD}{FINDINGS}"
SESSION = """\
coopérative;décision;date;motif
exemple-001;accordé;20/11/2026;
exemple-002;refusé;2026-11-20;"Un critère obligatoire manque ; à revoir."
exemple-003;Ajourné;20/11/2026;Pièces à joindre.
"""
OPTIONS = ("--session", "s.csv", "-o", "out", "-r", "essai.yaml")
WRITTEN = [
    "out/certificates/exemple-001.html",
    "out/minutes.html",
    *(f"out/records/exemple-00{number}.json" for number in (1, 2, 3)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three audits, of which the second does not meet its conditions, and a session on them."""
    (tmp_path / "essai.yaml").write_text(TEXT, "utf-8")
    (tmp_path / "audits" / "2026").mkdir(parents=True)
    for number in (1, 2, 3):
        text = WHOLE.replace("exemple-001", f"exemple-00{number}")
        if number == 2:
            text = text.replace("C-1: {status: met,", "C-1: {status: not_met,")
        (tmp_path / "audits" / "2026" / f"{number}.yaml").write_text(text, "utf-8")
    (tmp_path / "s.csv").write_text(SESSION, "utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def assert_refused(done: Done, found: list[str], before: dict[str, bytes], folder: Path) -> None:
    """Nothing is written, not even a folder, and each line starts as it should."""
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert len(lines) == len(found)
    for line, start in zip(lines, found, strict=True):
        assert line.startswith(start)
    assert texts(folder) == before
    assert (folder / "out").exists() == any(name.startswith("out/") for name in before)


# ── What is written ──────────────────────────────────────────────────────────────────────────────


def test_decisions_records_certificates_and_minutes(run: Run, folder: Path) -> None:
    before = texts(folder)
    done = run("decide", "audits", *OPTIONS)
    assert done.returncode == 0
    after = texts(folder)
    assert sorted(after.keys() - before.keys()) == WRITTEN
    assert done.stderr == "3 decisions written; minutes, certificates and records in out.\n"
    assert done.stdout.count("+decision:") == 3
    for number in (1, 2, 3):
        name = f"audits/2026/{number}.yaml"
        assert after[name].startswith(before[name])
        record = f"out/records/exemple-00{number}.json"
        assert run("verify", record, name, "-r", "essai.yaml").returncode == 0
    assert run("check", "audits", "-r", "essai.yaml").returncode == 0
    refused = load_audit(folder / "audits" / "2026" / "2.yaml").decision
    assert refused is not None
    assert refused.reason == "Un critère obligatoire manque ; à revoir."


def test_the_minutes_say_who_what_why_and_until_when(run: Run, folder: Path) -> None:
    run("decide", "audits", *OPTIONS)
    page = (folder / "out" / "minutes.html").read_text("utf-8")
    spoken = page.replace("\u00a0", " ").replace("\u202f", " ")
    for text in (
        '<html lang="fr">',
        "Séance du comité du 20 novembre 2026",
        "1 label accordé, 1 label non accordé, 1 décision ajournée",
        "Valable du 20 novembre 2026 au 19 novembre 2029 inclus",
        "Un critère obligatoire manque ; à revoir.",
        "Obligatoire : 0 sur 1, seuil 100 %",
    ):
        assert text in spoken
    english = run("decide", "audits", *OPTIONS, "--lang", "en", "--force")
    assert english.returncode == 0
    page = (folder / "out" / "minutes.html").read_text("utf-8").replace("\u00a0", " ")
    assert "The committee’s session of 20 November 2026" in page.replace("'", "’").replace(
        "&#39;", "’"
    )
    record = json.loads((folder / "out" / "records" / "exemple-001.json").read_text("utf-8"))
    assert record["language"] == "en"


def test_minutes_that_somebody_has_completed_are_kept(run: Run, folder: Path) -> None:
    """As are those of another session in the same folder; then nothing at all is written."""
    run("decide", "audits", *OPTIONS)
    minutes = folder / "out" / "minutes.html"
    completed = minutes.read_text("utf-8").replace("</main>", "<p>Présents : …</p></main>")
    minutes.write_text(completed, "utf-8")
    before = texts(folder)
    done = run("decide", "audits", *OPTIONS)
    assert (done.returncode, texts(folder)) == (2, before)
    assert "minutes.html: F006 " in done.stderr
    assert run("decide", "audits", *OPTIONS, "--force").returncode == 0
    assert "Présents" not in minutes.read_text("utf-8")


def test_run_again_it_writes_the_same(run: Run, folder: Path) -> None:
    """A session that was stopped half-way can be run again."""
    run("decide", "audits", *OPTIONS)
    whole = texts(folder)
    (folder / "out" / "minutes.html").unlink()
    (folder / "out" / "records" / "exemple-002.json").unlink()
    third = folder / "audits" / "2026" / "3.yaml"
    third.write_text("".join(third.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    done = run("decide", "audits", *OPTIONS)
    assert done.returncode == 0
    assert done.stdout.count("+decision") == 1
    assert texts(folder) == whole


@pytest.mark.parametrize("place", ["audits", "audits/session/november"])
def test_the_folder_may_stand_among_the_audits(run: Run, folder: Path, place: str) -> None:
    """What was written there is passed over, as in any folder of audits."""
    options = ("--session", "s.csv", "-o", place, "-r", "essai.yaml")
    for _ in range(2):
        assert run("decide", "audits", *options).returncode == 0
    assert (folder / place / "minutes.html").exists()
    assert run("check", "audits", "-r", "essai.yaml").returncode == 0


def test_a_rehearsal_tells_all_and_writes_nothing(run: Run, folder: Path) -> None:
    before = texts(folder)
    shown = run("decide", "audits", *OPTIONS, "--dry-run")
    assert shown.returncode == 0
    lines = shown.stderr.splitlines()
    assert sorted(lines[:-1]) == [f"{name} would be written." for name in WRITTEN]
    assert lines[-1] == "Nothing was written (--dry-run)."
    assert texts(folder) == before
    assert not (folder / "out").exists()
    assert run("decide", "audits", *OPTIONS).stdout == shown.stdout


def test_a_renewal_names_the_label_before(run: Run, folder: Path) -> None:
    old = WHOLE.replace("2026-10-1", "2024-01-1")
    granted = f"{old}decision: {{outcome: granted, decided_on: 2024-02-20}}\n"
    (folder / "audits" / "2024.yaml").write_text(granted, "utf-8")
    done = run("decide", "audits", *OPTIONS)
    assert "+previous: {last_day: 2027-02-19}" in done.stdout
    minutes = (folder / "out" / "minutes.html").read_text("utf-8").replace("\u00a0", " ")
    assert "jusqu’au 19 février 2027 inclus" in minutes
    assert "Valable du 20 février 2027 au 19 février 2030 inclus" in minutes
    certificate = (folder / "out" / "certificates" / "exemple-001.html").read_text("utf-8")
    assert "prend effet le" in certificate


def test_a_label_of_another_kind_is_not_the_label_before(run: Run, folder: Path) -> None:
    (folder / "autre.yaml").write_text(TEXT.replace("id: essai", "id: autre"), "utf-8")
    old = WHOLE.replace("2026-10-1", "2024-01-1").replace("id: essai", "id: autre")
    granted = f"{old}decision: {{outcome: granted, decided_on: 2024-02-20}}\n"
    (folder / "audits" / "2024.yaml").write_text(granted, "utf-8")
    done = run("decide", "audits", *OPTIONS, "-r", "autre.yaml")
    assert done.returncode == 0
    assert "previous" not in done.stdout


def test_a_session_on_standard_input_and_other_columns(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "id,outcome,decided_on,ville\nexemple-001,granted,2026-11-20,Lille\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode("cp1252"))))
    options = ("--session", "-", "-o", "out", "-r", "essai.yaml")
    done = run("decide", "audits", *options)
    assert done.returncode == 0
    assert done.stderr.startswith("<stdin>:1:23: T010 warning: columns that are not read: ville\n")
    assert "1 decision written" in done.stderr


def test_warnings_come_with_the_decisions(run: Run, folder: Path) -> None:
    (folder / "s.csv").write_text(SESSION.replace("accordé;20/11/2026;", "refusé;20/11/2026;Motif"))
    done = run("decide", "audits", *OPTIONS)
    assert done.returncode == 0
    assert "audits/2026/1.yaml:8:3: A019 warning" in done.stderr


def test_files_that_cannot_be_used_are_counted(run: Run, folder: Path) -> None:
    (folder / "audits" / "other.yaml").write_text(f"{HEAD}colour: red\n".replace("001", "009"))
    (folder / "audits" / "notes.yaml").write_text("a: b\n")
    done = run("decide", "audits", *OPTIONS)
    assert done.returncode == 0
    assert "1 other file of audits cannot be used" in done.stderr


# ── All or nothing ───────────────────────────────────────────────────────────────────────────────


def test_with_one_row_that_cannot_be_nothing_is_written(run: Run, folder: Path) -> None:
    text = SESSION.replace("exemple-002;refusé", "exemple-002;accordé")
    (folder / "s.csv").write_text(f"{text}exemple-009;accordé;20/11/2026;\n", "utf-8")
    before = texts(folder)
    done = run("decide", "audits", *OPTIONS)
    assert_refused(done, ["s.csv:3:13: A017", "s.csv:5:1: S011"], before, folder)


def test_what_the_rules_refuse_stands_in_the_row(run: Run, folder: Path) -> None:
    rows = "exemple-001;refusé;20/11/2026;\nexemple-002;accordé;12/10/2026;\n"
    (folder / "s.csv").write_text(SESSION.partition("\n")[0] + "\n" + rows, "utf-8")
    before = texts(folder)
    done = run("decide", "audits", *OPTIONS)
    assert_refused(done, ["s.csv:2:13: A020", "s.csv:3:1: S015"], before, folder)


def test_what_stands_in_an_audit_is_reported_there(run: Run, folder: Path) -> None:
    (folder / "audits" / "2026" / "1.yaml").write_text(f"{WHOLE}colour: red\n", "utf-8")
    (folder / "audits" / "z.yaml").write_text(WHOLE.replace("001", "003"), "utf-8")
    by_hand = to_json(load_audit(folder / "audits" / "2026" / "2.yaml")).replace(": ", " : ", 1)
    (folder / "audits" / "2026" / "2.json").write_text(by_hand, "utf-8")
    (folder / "audits" / "2026" / "2.yaml").unlink()
    line = to_json(load_audit(folder / "audits" / "2026" / "3.yaml"))
    line = json.dumps(json.loads(line.replace("003", "004")))
    (folder / "audits" / "lines.jsonl").write_text(f"{line}\n", "utf-8")
    (folder / "s.csv").write_text(f"{SESSION}exemple-004;accordé;20/11/2026;\n", "utf-8")
    before = texts(folder)
    found = [
        "1 other file of audits cannot be used",
        "audits/2026/1.yaml:11:1: S004",
        "audits/2026/2.json: F030",
        "audits/lines.jsonl: F030",
        "s.csv:4:1: S016",
    ]
    assert_refused(run("decide", "audits", *OPTIONS), found, before, folder)


@pytest.mark.parametrize("stopped", ["1.yaml", "3.yaml", "exemple-001.html", "minutes.html"])
def test_what_the_system_refuses_leaves_everything(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    before, real = texts(folder), {"replace": os.replace, "link": os.link}

    def refusing(name: str) -> Callable[[Path, Path], None]:
        def refuse(source: Path, target: Path) -> None:
            if target.name == stopped:
                raise FileExistsError(errno.EEXIST, "refused")
            real[name](source, target)

        return refuse

    for name in real:
        monkeypatch.setattr(os, name, refusing(name))
    done = run("decide", "audits", *OPTIONS)
    assert (done.returncode, done.stdout) == (2, "")
    assert stopped in done.stderr
    assert texts(folder) == before
    assert not (folder / "out").exists()


def test_a_foreign_file_in_the_folder_is_kept(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "minutes.html").write_text("theirs", "utf-8")
    (folder / "out" / "letter.txt").write_text("theirs", "utf-8")
    before = texts(folder)
    for more in ((), ("--dry-run",)):
        done = run("decide", "audits", *OPTIONS, *more)
        assert_refused(done, ["out/minutes.html: F006"], before, folder)
    assert run("decide", "audits", *OPTIONS, "--force").returncode == 0
    assert (folder / "out" / "letter.txt").read_text("utf-8") == "theirs"
    assert "novembre" in (folder / "out" / "minutes.html").read_text("utf-8")


def test_a_file_that_was_read_is_no_output(run: Run, folder: Path) -> None:
    (folder / "out" / "records").mkdir(parents=True)
    audit = to_json(load_audit(folder / "audits" / "2026" / "1.yaml"))
    (folder / "audits" / "2026" / "9.json").write_text(audit.replace("001", "009"), "utf-8")
    record = folder / "out" / "records" / "exemple-001.json"
    record.symlink_to(folder / "audits" / "2026" / "9.json")
    before = texts(folder)
    done = run("decide", "audits", *OPTIONS, "--force")
    assert_refused(done, ["out/records/exemple-001.json: F009"], before, folder)


@pytest.mark.parametrize(("place", "code"), [("s.csv", "F007"), ("s.csv/x", "F007")])
def test_a_file_where_the_folder_should_be(run: Run, folder: Path, place: str, code: str) -> None:
    before = texts(folder)
    options = ("--session", "s.csv", "-o", place, "-r", "essai.yaml")
    done = run("decide", "audits", *options)
    assert done.returncode == 2
    assert code in done.stderr
    assert texts(folder) == before


def test_a_folder_without_audits(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    before = texts(folder)
    done = run("decide", "empty", *OPTIONS)
    assert_refused(done, ["empty: F012"], before, folder)


# ── Usage ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("audits", "--session", "s.csv"), "--session needs a folder to write in"),
        (("audits", "audits", *OPTIONS), "--session works on one folder"),
        (("audits/2026/1.yaml", *OPTIONS), "--session works on one folder"),
        (("audits", *OPTIONS, "--granted"), "--granted: with --session, the file of the session"),
        (("audits", *OPTIONS, "--on", "2026-11-20"), "--on: with --session"),
        (("audits", *OPTIONS, "--reason", "x"), "--reason: with --session"),
        (("audits", "--session", "none.csv", "-o", "out"), "none.csv: F001"),
        (("audits", "--session", "audits", "-o", "out"), "audits: F002"),
        (("audits", "--session", "essai.yaml", "-o", "out"), "essai.yaml:1:1: T001"),
    ],
)
def test_mistakes_of_usage(run: Run, folder: Path, words: tuple[str, ...], sentence: str) -> None:
    before = texts(folder)
    done = run("decide", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert texts(folder) == before
