"""Reading files: every problem in its place, nothing read silently wrong."""

import copy
import json
import pickle
import re
from pathlib import Path

import pytest
import regenerate
from hypothesis import given
from hypothesis import strategies as st
from support import making
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import (
    Audit,
    AuditError,
    DataError,
    ReferentialError,
    Referentials,
    UnknownFormatError,
    check,
    evaluate,
    load_audit,
    load_referential,
    load_referentials,
    parse_audit,
    parse_record,
    parse_referential,
)
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_document, read_plain, value_of

MINIMAL = """\
format: cpe-label/audit/1
referential: {id: label-cpe, version: "2019.1"}
organisation: {name: Coopérative Exemple}
kind: audit
audited_on: {from: 2026-10-12}
"""


@pytest.mark.parametrize("path", regenerate.invalid_files(), ids=lambda path: path.name)
def test_invalid_file_gives_exactly_these_lines(path: Path) -> None:
    expected = path.with_name(path.name + ".txt").read_text("utf-8")
    code = path.name.split("-")[0]
    assert re.search(rf"{re.escape(path.name)}:[0-9]+:[0-9]+: {code} ", expected)
    assert regenerate.lines_of(path) == expected


def test_every_problem_of_content_has_a_broken_file() -> None:
    shown = {path.name.split("-")[0] for path in regenerate.invalid_files()}
    # Too many values, too long a text: no small file. Y022, A031, R019: two files disagree, each
    # of them sound. All are tested below or with the commands that compare files.
    elsewhere = {"Y011", "Y012", "Y015", "Y022", "A031", "R019", "R020"}
    assert {code for code in CATALOGUE if code[0] != "F"} - shown == elsewhere


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_sound(path: Path) -> None:
    audit = load_audit(path)
    assert check(audit) == ()


# ── Scalars stay what was written ────────────────────────────────────────────────────────────────

YAML_SURPRISES = [
    *("1.10", "010", "0x1F", "0b11", "1_000", "1e3", ".inf", ".nan", "12:30", "12:30:45"),
    *("no", "NO", "off", "yes", "on", "oui", "true", "null", "~", "2026-10-12", "2026-02-30"),
    *("=", "y", "n", "0o14", "1,5", "<", "-.inf", "0.", "+1", "2024-01-15T10:00:00Z"),
]


@pytest.mark.parametrize("written", YAML_SURPRISES)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    audit = parse_audit(f"{MINIMAL}opinion: {written}\n")
    assert audit.opinion == written


def test_version_1_10_is_not_1_1() -> None:
    audit = parse_audit(MINIMAL.replace('"2019.1"', "1.10"))
    assert audit.referential.version == "1.10"


@pytest.mark.parametrize("written", ["1.10", "true", "-3", "1e400", "12345678901234567890"])
def test_a_json_number_is_the_text_that_was_written(written: str) -> None:
    plain = read_plain(Source("x.json", f'{{"a": {written}, "b": [null, {written}]}}'))
    assert plain.data == {"a": written, "b": [None, written]}


def test_an_empty_value_is_absent() -> None:
    audit = parse_audit(f'{MINIMAL}opinion:\nresponse: ""\nfindings:\n')
    assert (audit.opinion, audit.response, dict(audit.findings)) == (None, None, {})
    assert audit.digest == parse_audit(MINIMAL).digest


def test_a_criterion_left_blank_is_to_be_assessed() -> None:
    audit = parse_audit(f"{MINIMAL}findings:\n  PRE-01:\n  PRE-02:\n    status:\n")
    assert set(audit.findings) == {"PRE-01", "PRE-02"}
    assert audit.findings["PRE-01"].status is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_prose_in_json_is_read_as_it_is(text: str) -> None:
    data = {**read_plain(Source("x.yaml", MINIMAL)).data, "opinion": f"x{text}x"}
    for ascii_only in (True, False):
        assert parse_audit(json.dumps(data, ensure_ascii=ascii_only)).opinion == f"x{text}x"


@given(st.text(st.sampled_from("\u2028\u200b\ue000é\u0301\x85\n\t\r x"), min_size=1))
def test_unusual_characters_of_prose_are_kept(text: str) -> None:
    audit = parse_audit(f"{MINIMAL}opinion: {json.dumps(f'x{text}x')}\n", source="a.yaml")
    assert audit.opinion == f"x{text}x"


@pytest.mark.parametrize("strange", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"', ">-\n  {}", "|-\n  {}"])
def test_what_yaml_takes_for_a_line_break_and_editors_do_not(strange: str, style: str) -> None:
    """It stays in the text as it was written, ends no comment, and counts as no line."""
    text = f"# note{strange}opinion: x\n{MINIMAL}opinion: {style.format(f'un{strange}deux')}\n"
    assert parse_audit(text, source="a.yaml").opinion == f"un{strange}deux"
    with pytest.raises(AuditError) as caught:
        parse_audit(f"{text}bogus: x\n", source="a.yaml")
    assert caught.value.problems[0].line == text.count("\n") + 1


def test_lines_of_an_old_mac_are_counted() -> None:
    for name, text in (("a.yaml", f"{MINIMAL}bogus: x\n"), ("a.json", '{\n"a":\n1}\n')):
        document = read_document(text.replace("\n", "\r"), name)
        assert document.problems[0].line == read_document(text, name).problems[0].line


def test_a_python_name_is_no_key_of_a_file() -> None:
    with pytest.raises(AuditError, match="A001 unknown key « from_ »"):
        parse_audit(MINIMAL.replace("from:", "from_:"))


def test_a_criterion_may_be_named_like_a_key() -> None:
    with pytest.raises(AuditError, match=r"« statut »; expected status, evidence.*mean « status »"):
        parse_audit(f"{MINIMAL}findings: {{action: {{statut: met}}}}\n")


def test_a_file_with_too_many_problems_says_so() -> None:
    findings = "".join(f" K{n}: {{x: y}}\n" for n in range(3000))
    for name, text in (
        ("a.yaml", f"{MINIMAL}findings:\n{findings}"),
        ("b.json", "{" + ",".join(['"k": 1'] * 3000) + "}"),
    ):
        problems = read_document(text, name).problems
        assert len(problems) == 1001
        (more,) = (found for found in problems if found.code == "Y015")
        assert more.place == problems[-1].place
        assert "over 1000 problems; the others are not told" in more.text()


def test_yaml_and_json_say_the_same() -> None:
    for path in EXAMPLES:
        data = read_plain(Source(path.name, path.read_text("utf-8"))).data
        from_json = parse_audit(json.dumps(data, indent=1))
        assert from_json == load_audit(path)
        assert from_json.digest == load_audit(path).digest


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    content = EXAMPLES[0].read_bytes()
    expected = parse_audit(content)
    for variant in (
        content.replace(b"\n", b"\r\n"),
        content.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + content,
        b"%YAML 1.2\n---\n" + content,
    ):
        assert parse_audit(variant) == expected


# ── Hostile files ────────────────────────────────────────────────────────────────────────────────

HOSTILE = {
    "a Word file": (b"PK\x03\x04\x14\x00\x06\x00", "F019"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1", "F019"),
    "a PDF": (b"%PDF-1.7\n", "F019"),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00", "Y001"),
    "Latin-1": ("organisation: Coopérative".encode("latin-1"), "Y001"),
    "UTF-16": (MINIMAL.encode("utf-16"), "Y001"),
    "a NUL": (b"format: \x00", "Y002"),
    "an escape": (b"format: \x1b[31m", "Y002"),
    "100 000 open brackets": (b"[" * 100_000, "Y014"),
    "deep in a value": (b"a: " + b"[" * 100_000, "Y010"),
    "deep mappings": (b"a: " + b"{a: " * 100_000, "Y010"),
    "deep JSON": (b'{"a": ' + b"[" * 100_000, "Y010"),
    "too many values": (b"a: [" + b"1," * 30_000 + b"]", "Y011"),
    "too long a text": (b"a: " + b"x" * 200_000, "Y012"),
    "nothing": (b"", "Y003"),
    "only a document mark": (b"---\n", "Y003"),
    "an alias bomb": (
        b"a0: &a0 [x,x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (i, i, b"*a%d," % (i - 1) * 9) for i in range(1, 9)),
        "Y006",
    ),
    "a python object": (b"a: !!python/object/apply:os.system [id]", "Y007"),
    "a lone surrogate": (b'{"a": "\\ud800"}', "Y002"),
    "a huge code point": (b'a: "\\UFFFFFFFF"', "Y035"),
}


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_content_gives_a_problem_with_a_place(content: bytes, code: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_audit(content, source="hostile")
    first = caught.value.problems[0]
    assert first.code == code
    assert first.file == "hostile"
    assert first.line is not None
    assert first.column is not None


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_no_content_raises_anything_else(content: bytes | str) -> None:
    for source in ("a.yaml", "a.json"):
        with pytest.raises(DataError):
            parse_audit(content, source=source)


@given(st.text("{}[]:,\"'-&*!|>%@`#? \n\tabc0\\u", max_size=60))
def test_no_mark_of_syntax_raises_anything_else(text: str) -> None:
    for source in ("a.yaml", "a.json"):
        with pytest.raises(DataError):
            parse_audit(text, source=source)


# ── Values ───────────────────────────────────────────────────────────────────────────────────────


def test_values_are_frozen_and_can_be_copied() -> None:
    audit = load_audit(EXAMPLES[0])
    with pytest.raises(ValueError, match="frozen"):
        audit.kind = "self_assessment"  # type: ignore[misc]
    with pytest.raises(TypeError):
        audit.findings["PRE-01"] = None  # type: ignore[index]
    assert pickle.loads(pickle.dumps(audit)) == audit
    assert copy.deepcopy(audit) == audit
    assert Audit.model_validate_json(audit.model_dump_json(exclude_none=True)) == audit


def test_an_error_can_be_pickled() -> None:
    with pytest.raises(AuditError) as caught:
        parse_audit(MINIMAL.replace("kind: audit", "kind: adit"), source="a.yaml")
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_where_it_was_read_from_changes_nothing() -> None:
    audit = load_audit(EXAMPLES[0])
    assert audit == parse_audit(EXAMPLES[0].read_bytes())
    assert audit.source.name == str(EXAMPLES[0])


def test_the_digest_follows_the_data_and_nothing_else() -> None:
    text = REFERENTIAL.read_text("utf-8")
    referential = parse_referential(text)
    digest = referential.digest
    data = read_plain(Source("x.yaml", text)).data
    reordered = dict(reversed(data.items()))
    assert parse_referential(json.dumps(reordered)).digest == digest
    assert parse_referential(f"# note\n{text}").digest == digest
    changed = text.replace("required: 50%", "required: 51%")
    assert parse_referential(changed).digest != digest


@pytest.mark.parametrize("path", [REFERENTIAL, *EXAMPLES], ids=lambda path: path.stem)
def test_the_digest_is_of_the_data_as_read(path: Path) -> None:
    """An independent road to the same fingerprint: plain data, sorted keys, SHA-256."""
    import hashlib

    plain = read_plain(Source(path.name, path.read_text("utf-8"))).data
    data = {key: value for key, value in plain.items() if key not in ("decision", "events")}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    expected = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    if path == REFERENTIAL:
        assert load_referential(path).digest == expected
    else:
        assert load_audit(path).digest == expected


def test_a_decision_does_not_change_the_digest_of_an_audit() -> None:
    decision = "decision: {outcome: adjourned, decided_on: 2026-11-20}\n"
    assert parse_audit(MINIMAL + decision).digest == parse_audit(MINIMAL).digest
    assert parse_audit(MINIMAL).digest != parse_audit(MINIMAL + "opinion: x\n").digest


def test_the_digest_leaves_out_the_decision_the_events_and_what_is_not_there() -> None:
    bare = parse_audit(MINIMAL)
    followed = {
        "decision": {"outcome": "granted", "decided_on": "2026-11-20"},
        "events": [{"event": "suspended", "on": "2027-02-01"}],
        "opinion": None,
        "previous": None,
    }
    written = {name: getattr(bare, name) for name in bare.model_fields_set}
    for key, value in followed.items():
        same = Audit.model_validate({**written, key: value})
        assert same.digest == bare.digest, key
    renewal = Audit.model_validate({**written, "previous": {"last_day": "2026-12-14"}})
    assert renewal.digest != bare.digest


def test_built_in_python_or_read_from_a_file_is_the_same() -> None:
    sections = [{"m": {"met": 2}}]
    referential = making.referential([{"id": "m", "required": "100%"}], sections)
    data = referential.model_dump(mode="json", exclude_unset=True)
    assert parse_referential(json.dumps({"format": referential.format, **data})) == referential


# ── Which error ──────────────────────────────────────────────────────────────────────────────────


def test_each_error_has_its_class() -> None:
    with pytest.raises(ReferentialError, match="R003"):
        parse_referential("format: cpe-label/referential/1\nid: {}\n")
    with pytest.raises(AuditError, match="A002"):
        parse_audit("format: cpe-label/audit/1\n")
    with pytest.raises(UnknownFormatError, match="Y020"):
        parse_audit("format: cpe-label/audit/9\n")
    with pytest.raises(UnknownFormatError, match="Y021"):
        parse_audit("kind: audit\n")
    with pytest.raises(AuditError, match="this file is a referential; an audit was expected"):
        load_audit(REFERENTIAL)
    with pytest.raises(ReferentialError, match="this file is an audit; a referential was expected"):
        load_referential(EXAMPLES[0])
    with pytest.raises(AuditError, match="F001"):
        load_audit(ROOT / "nowhere.yaml")


def test_a_repeated_key_is_found_whatever_it_held_and_wherever_reading_stops() -> None:
    start = "format: cpe-label/audit/1\na: *x\na: 1\nb:\nb: {c: [1], c: }\n"
    for rest, last in {
        "": [],
        "<<: 1\n<<: 2\n": [(6, "Y008"), (7, "Y008"), (7, "Y009")],
        "a: !!set [1]\n": [(6, "Y009"), (6, "Y007")],
        f"d: {'[' * 40}\n": [(6, "Y010")],
        f"d: [{'1, ' * 20_000}]\n": [(6, "Y011")],
    }.items():
        with pytest.raises(AuditError) as caught:
            parse_audit(start + rest, source="a.yaml")
        places = [(p.line, p.code) for p in caught.value.problems]
        assert places == [(2, "Y006"), (3, "Y009"), (5, "Y009"), (5, "Y009"), *last]


def test_a_text_that_a_comment_swallows_whole_is_told() -> None:
    document = read_document(f"{MINIMAL}opinion: #1 prioritaire\nresponse: # à écrire\n", "a.yaml")
    assert [(p.code, p.line, p.column) for p in document.problems] == [("Y037", 6, 10)]


@pytest.mark.parametrize("written", ["\ue000", '"\\ue000"', '"\\U0000E000"'])
def test_what_stands_in_for_a_line_break_is_never_taken_for_one(written: str) -> None:
    audit = parse_audit(f"{MINIMAL}response: a\u2028b\nopinion: {written}\n")
    assert (audit.response, audit.opinion) == ("a\u2028b", "\ue000")


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
def test_a_format_that_is_no_text_is_told_as_missing(written: str) -> None:
    for read in (parse_audit, parse_record):
        with pytest.raises(UnknownFormatError, match="Y021") as caught:
            read(f"format: {written}\n")
        assert caught.value.problems[0].line == 1


def test_two_files_of_one_version_that_are_written_otherwise_do_not_pass_for_one(
    tmp_path: Path,
) -> None:
    """`50%` and `1/2` are equal, but the fingerprint of a record tells them apart."""
    text = REFERENTIAL.read_text("utf-8")
    assert "50%" in text
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "b.yaml").write_text(text.replace("50%", "1/2"), "utf-8")
    with pytest.raises(ReferentialError, match="F011"):
        load_referentials(tmp_path)


def test_what_leaves_a_file_readable_hides_nothing_else() -> None:
    document = read_document(
        f"{MINIMAL}response: !!str x\nfindings:\n  A: {{status: oui}}\n  A: {{evidnce: [x]}}\n",
        "a.yaml",
    )
    assert [(p.code, p.line) for p in document.problems] == [
        ("Y007", 6),
        ("Y009", 9),
        ("A001", 9),
    ]
    assert not document.is_sound
    for first, second, left in (("y", "x", "x"), ("", "x", "x"), ("y", "", None), ("", "", None)):
        document = read_document(f"{MINIMAL}response: {first}\nresponse: {second}\n", "a.yaml")
        assert isinstance(document.value, Audit)
        assert document.value.response == left
        assert [p.code for p in document.problems] == ["Y009"]
        assert not document.is_sound
    document = read_document(f"{MINIMAL}reponse:\nreponse:\n", "a.yaml")
    assert [(p.code, p.line) for p in document.problems] == [("A001", 7), ("Y009", 7)]
    with pytest.raises(AuditError):
        value_of(document, Audit)


def test_all_problems_at_once_sorted_by_place() -> None:
    with pytest.raises(AuditError) as caught:
        parse_audit(
            "format: cpe-label/audit/1\nreferential: {id: x}\norganisation: {nom: y}\nkind: z\n"
            "audited_on: {from: hier}\nfindings: {A: {status: oui}, B: [1]}\n",
            source="a.yaml",
        )
    places = [(p.line, p.code) for p in caught.value.problems]
    assert places == [
        (2, "A002"),
        (3, "A002"),
        (3, "A001"),
        (4, "A007"),
        (5, "A005"),
        (6, "A007"),
        (6, "A003"),
    ]


# ── The library and the command line ─────────────────────────────────────────────────────────────


def test_the_next_version_ends_one_for_a_program_as_for_the_command(
    run: Run, tmp_path: Path
) -> None:
    """RC-15: both know every version of a folder, and both refuse an audit that comes too late."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    text = REFERENTIAL.read_text("utf-8")
    (folder / "a.yaml").write_text(text, "utf-8")
    audit = load_audit(EXAMPLES[0])
    assert evaluate(audit, load_referentials(folder)).complete
    assert run("check", EXAMPLES[0], "-r", folder).returncode == 0
    later = text.replace('version: "2019.1"', 'version: "2026"')
    later = later.replace("in_force: {from: 2019-05-23}", "in_force: {from: 2026-01-01}")
    (folder / "b.yaml").write_text(later, "utf-8")
    assert list(load_referentials(folder)) == ["label-cpe@2019.1", "label-cpe@2026"]
    with pytest.raises(AuditError, match="A026"):
        evaluate(audit, load_referentials(folder))
    done = run("evaluate", EXAMPLES[0], "-r", folder)
    assert (done.returncode, "A026" in done.stderr) == (2, True)
    (folder / "b.yaml").write_bytes(later.encode("cp1252", "replace"))
    with pytest.raises(ReferentialError, match="Y001"):
        load_referentials(folder)
    with pytest.raises(ReferentialError, match="Y001"):
        Referentials([folder]).of(audit)
