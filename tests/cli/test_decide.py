"""`decide` and `event` on the files of audits: written in place, all or nothing."""

import errno
import json
import os
from pathlib import Path

import pytest
from support.command import Done, Run
from support.deciding import FINDINGS, HEAD, TEXT

from cpe_label import load_audit, to_json

WHOLE = f"{HEAD}\n{FINDINGS}# end\n"
DECISION = "decision: {outcome: granted, decided_on: 2026-11-20}\n"
GRANT = ("--granted", "--on", "2026-11-20", "-r", "essai.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "essai.yaml").write_text(TEXT, "utf-8")
    for number in (1, 2):
        text = WHOLE.replace("exemple-001", f"exemple-00{number}")
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def said(done: Done) -> str:
    return done.stderr.replace("\u00a0", " ").replace("\u202f", " ")


def assert_refused(done: Done, code: str, before: dict[str, bytes], folder: Path) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert texts(folder) == before


# ── One file, and several ────────────────────────────────────────────────────────────────────────


def test_the_decision_is_written_in_the_file_and_shown(run: Run, folder: Path) -> None:
    done = run("decide", "1.yaml", *GRANT)
    assert done.returncode == 0
    assert (folder / "1.yaml").read_text("utf-8") == WHOLE.replace("# end\n", f"{DECISION}# end\n")
    assert done.stdout.endswith(f"+{DECISION} # end\n")
    sentence = "1.yaml: label granted from 20 November 2026 to 19 November 2029 included.\n"
    assert said(done) == sentence
    assert load_audit(folder / "1.yaml").decision is not None


def test_a_second_time_nothing_changes(run: Run, folder: Path) -> None:
    run("decide", "1.yaml", *GRANT)
    before = (folder / "1.yaml").stat()
    done = run("decide", "1.yaml", *GRANT)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1.yaml says so already: it stays as it is.\n"
    assert (folder / "1.yaml").stat().st_mtime_ns == before.st_mtime_ns


def test_a_dry_run_shows_the_same_and_writes_nothing(run: Run, folder: Path) -> None:
    before = texts(folder)
    shown = run("decide", "1.yaml", "2.yaml", *GRANT, "--dry-run")
    assert shown.returncode == 0
    assert shown.stderr == "Nothing was written (--dry-run).\n"
    assert texts(folder) == before
    assert run("decide", "1.yaml", "2.yaml", *GRANT).stdout == shown.stdout


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--adjourned", "--reason", "À revoir."),
            "décision ajournée, le 20 novembre 2026.",
        ),
        (("--refused", "--reason", "Motif."), "label non accordé, le 20 novembre 2026."),
    ],
)
def test_other_decisions_are_told_in_the_readers_language(
    run: Run, folder: Path, options: tuple[str, ...], sentence: str
) -> None:
    more = ("--on", "2026-11-20", "-r", "essai.yaml", "--lang", "fr")
    done = run("decide", "1.yaml", *options, *more)
    assert done.returncode == 0
    assert said(done).splitlines()[-1] == f"1.yaml : {sentence}"
    decision = load_audit(folder / "1.yaml").decision
    assert decision is not None
    assert decision.reason == options[2]


def test_of_several_files_all_are_written_or_none(run: Run, folder: Path) -> None:
    text = (folder / "2.yaml").read_text("utf-8")
    (folder / "2.yaml").write_text(text.replace("status: met   # yes", "comment: later"), "utf-8")
    (folder / "3.yaml").write_text(WHOLE.replace("2026-10-13}", "2026-11-25}"), "utf-8")
    before = texts(folder)
    done = run("decide", "[12].yaml", "3.yaml", *GRANT)
    assert_refused(done, "2.yaml:9:3: A018", before, folder)
    assert "3.yaml:5:13: A023" in done.stderr


def test_what_the_system_refuses_leaves_every_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = texts(folder), os.replace

    def refuse(source: Path, target: Path) -> None:
        if target.name == "2.yaml":
            raise OSError(errno.EROFS, "refused")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    done = run("decide", "1.yaml", "2.yaml", *GRANT)
    assert done.returncode == 2
    assert "2.yaml: F007" in done.stderr
    assert texts(folder) == before


# ── The other files of the organisation ──────────────────────────────────────────────────────────


@pytest.fixture
def renewal(folder: Path) -> Path:
    """An audit of 2029 beside that of 2026, which was granted."""
    (folder / "1.yaml").write_text(f"{WHOLE}{DECISION}", "utf-8")
    path = folder / "renewal.yaml"
    path.write_text(WHOLE.replace("2026-10-1", "2029-06-1"), "utf-8")
    return path


RENEW = ("--granted", "--on", "2029-07-01", "-r", "essai.yaml")


def test_a_renewal_names_the_label_before(run: Run, renewal: Path) -> None:
    done = run("decide", "renewal.yaml", *RENEW)
    assert "+previous: {last_day: 2029-11-19}\n+decision" in done.stdout
    assert "from 20 November 2029 to 19 November 2032" in said(done)
    assert run("check", ".", "-r", "essai.yaml").returncode == 0


def test_it_does_so_from_any_folder_and_through_a_link(run: Run, renewal: Path) -> None:
    inside = renewal.parent / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(renewal)
    done = run("decide", renewal.resolve(), *RENEW, "--dry-run")
    assert "+previous: {last_day: 2029-11-19}" in done.stdout
    linked = run("decide", "inside/link.yaml", *RENEW)  # whose own folder holds no other
    assert "+previous: {last_day: 2029-11-19}" in linked.stdout
    assert (inside / "link.yaml").is_symlink()
    assert "decision" in renewal.read_text("utf-8")


def test_of_two_files_of_one_organisation_the_second_sees_the_first(run: Run, folder: Path) -> None:
    (folder / "b.yaml").write_text(WHOLE.replace("2026-10-1", "2026-09-1"), "utf-8")
    before = texts(folder)
    done = run("decide", "1.yaml", "b.yaml", *GRANT)
    assert_refused(done, "N025", before, folder)


@pytest.mark.parametrize("broken", ["evidence: [", "colour: red\n", "\x07"])
def test_a_file_that_may_hold_the_label_before_must_be_usable(
    run: Run, renewal: Path, broken: str
) -> None:
    (renewal.parent / "1.yaml").write_text(f"{WHOLE}{broken}", "utf-8")
    (renewal.parent / "z.yaml").write_text(f"{HEAD.replace('001', '0010')}{broken}", "utf-8")
    before = texts(renewal.parent)
    done = run("decide", "renewal.yaml", *RENEW)
    assert_refused(done, "1.yaml:", before, renewal.parent)
    assert "S004 this file may be an audit of « exemple-001 »" in done.stderr
    assert "so nothing is decided about renewal.yaml; " in done.stderr
    assert "z.yaml" not in done.stderr


def test_files_of_others_and_of_other_labels_are_left_alone(run: Run, renewal: Path) -> None:
    folder = renewal.parent
    (folder / "1.yaml").write_text(f"{WHOLE}colour: red\n".replace("id: essai", "id: x"), "utf-8")
    (folder / "other-label.yaml").write_text(WHOLE.replace("id: essai", "id: autre"), "utf-8")
    (folder / "record.json").write_text('{"format": "cpe-label/evaluation/1"}', "utf-8")
    (folder / "notes.yaml").write_text("exemple-001: rien\n", "utf-8")
    (folder / "1.yaml").unlink()
    done = run("decide", "renewal.yaml", *RENEW)
    assert done.returncode == 0
    assert "previous" not in done.stdout


def test_audits_in_lines_of_json_count_and_are_not_changed(run: Run, renewal: Path) -> None:
    folder = renewal.parent
    old = json.dumps(json.loads(to_json(load_audit(folder / "1.yaml"))))
    (folder / "1.yaml").unlink()
    (folder / "old.jsonl").write_text(f"{old}\n", "utf-8")
    before = texts(folder)
    event = ("--suspended", "--on", "2027-01-01", "-r", "essai.yaml")
    for words in (("decide", "old.jsonl", *RENEW), ("event", "old.jsonl", *event)):
        assert_refused(run(*words), "old.jsonl: F030", before, folder)
    assert "+previous: {last_day: 2029-11-19}" in run("decide", "renewal.yaml", *RENEW).stdout


def test_an_audit_in_a_spreadsheet_counts(run: Run, renewal: Path) -> None:
    folder = renewal.parent
    run("convert", "1.yaml", "-o", "1.xlsx", "-r", "essai.yaml")
    (folder / "1.yaml").unlink()
    before = texts(folder)
    assert_refused(run("decide", "1.xlsx", *RENEW), "1.xlsx:Identité!A1: S001", before, folder)
    done = run("decide", "renewal.yaml", *RENEW)
    assert "+previous: {last_day: 2029-11-19}" in done.stdout


# ── What cannot be changed ───────────────────────────────────────────────────────────────────────


def test_a_file_that_is_named_twice(run: Run, folder: Path) -> None:
    (folder / "link.yaml").symlink_to("1.yaml")
    before = texts(folder)
    for names in (("1.yaml", "1.yaml"), ("1.yaml", "link.yaml"), ("*.yaml", "./2.yaml")):
        assert_refused(run("decide", *names, *GRANT), "S003", before, folder)


def test_a_file_with_two_names(run: Run, folder: Path) -> None:
    """Its copy would be another file of one audit, so nothing is written through."""
    (folder / "inside").mkdir()
    (folder / "inside" / "b.yaml").hardlink_to(folder / "1.yaml")
    before = texts(folder)
    for command in (("decide", "1.yaml", *GRANT), ("decide", "2.yaml", "1.yaml", *GRANT)):
        done = run(*command)
        assert done.returncode == 2
        assert "1.yaml: F036" in done.stderr
        assert texts(folder) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone becomes somebody else")
def test_a_file_that_may_not_be_written(run: Run, folder: Path) -> None:
    (folder / "2.yaml").chmod(0o444)
    os.chown(folder, 65534, -1)
    os.chown(folder / "1.yaml", 65534, -1)
    before = texts(folder)
    os.seteuid(65534)
    try:
        done = run("decide", "1.yaml", "2.yaml", *GRANT)
    finally:
        os.seteuid(0)
    assert done.returncode == 2
    assert "2.yaml: F007 this file cannot be written: permission denied" in done.stderr
    assert texts(folder) == before


@pytest.mark.parametrize("name", ["none.yaml", "-", "", "essai.yaml", "inside/none.yaml"])
def test_what_is_no_audit(run: Run, folder: Path, name: str) -> None:
    before = texts(folder)
    code = "Y022" if name == "essai.yaml" else "F00"
    assert_refused(run("decide", name, *GRANT), code, before, folder)


# ── Events ───────────────────────────────────────────────────────────────────────────────────────


def test_events_are_added_in_order(run: Run, renewal: Path) -> None:
    for word, day, sentence in (
        ("suspended", "2027-02-01", "label suspended from 1 February 2027"),
        ("reinstated", "2027-03-01", "label reinstated from 1 March 2027"),
        ("withdrawn", "2027-04-01", "label withdrawn from 1 April 2027"),
    ):
        options = (f"--{word}", "--on", day, "--reason", "Motif.", "-r", "essai.yaml")
        done = run("event", "1.yaml", *options)
        assert done.returncode == 0
        assert sentence in said(done)
        assert done.stdout.endswith(f"+  - {{event: {word}, on: {day}, reason: Motif.}}\n")
        again = run("event", "1.yaml", *options)
        assert (again.returncode, again.stdout) == (0, "")
        assert "says so already" in again.stderr
    assert len(load_audit(renewal.parent / "1.yaml").events) == 3


@pytest.mark.parametrize(
    ("word", "day", "code"),
    [
        ("suspended", "2026-11-19", "A029"),
        ("suspended", "2029-11-20", "A035"),
        ("reinstated", "2027-01-01", "A028"),
    ],
)
def test_an_event_that_the_rules_do_not_allow(
    run: Run, renewal: Path, word: str, day: str, code: str
) -> None:
    before = texts(renewal.parent)
    done = run("event", "1.yaml", f"--{word}", "--on", day, "-r", "essai.yaml")
    assert_refused(done, f"1.yaml:13:11: {code}", before, renewal.parent)
    assert "(RC-14)" in done.stderr
    undecided = run("event", "2.yaml", f"--{word}", "--on", day, "-r", "essai.yaml")
    assert_refused(undecided, "A027", before, renewal.parent)


# ── Usage ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("decide", "1.yaml", "--granted"), "--on: the day is missing"),
        (("event", "1.yaml", "--suspended"), "--on: the day is missing"),
        (("decide", "1.yaml", "--on", "2026-11-20"), "choose one of --granted, --refused or --adj"),
        (("decide", "1.yaml", "--granted", "--refused", "--on", "2026-11-20"), "choose one of"),
        (("event", "1.yaml", "--on", "2026-11-20"), "choose one of --suspended, --reinstated or"),
        (("decide", "1.yaml", "--granted", "--on", "20/11/2026"), "« 20/11/2026 » is not a date"),
        (("decide", ".", "--granted", "--on", "2026-11-20"), "« . » is a folder"),
        (("decide", "1.yaml", *GRANT, "-o", "x"), "-o goes with --session alone"),
        (("decide", "1.yaml", *GRANT, "--force"), "--force goes with --session alone"),
        (("decide", "1.yaml", *GRANT, "--reason", " "), "A006"),
    ],
)
def test_mistakes_of_usage(run: Run, folder: Path, words: tuple[str, ...], sentence: str) -> None:
    before = texts(folder)
    assert_refused(run(*words), sentence, before, folder)
