"""The files of one organisation: all that may be one are read, and no other is parsed."""

import json
from pathlib import Path

import pytest
from support.deciding import FINDINGS, HEAD, KNOWN
from support.workbooks import IDENTITY, audit

from cpe_label import AuditError, DataError, load_audit, to_json
from cpe_label.reading import organisation_files
from cpe_label.reading.organisation_files import documents_beside, files_of

WHOLE = f"{HEAD}{FINDINGS}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(WHOLE, "utf-8")
    return path


def beside(path: Path) -> list[str]:
    return [Path(one.name).name for one in documents_beside(path, "exemple-001")]


def test_every_way_to_write_the_identifier_is_found(path: Path) -> None:
    folder = path.parent
    (folder / "b.yaml").write_text(WHOLE.replace("exemple-001", '"exemple\\x2d001"'), "utf-8")
    text = json.dumps(json.loads(to_json(load_audit(path))))
    (folder / "c.json").write_text(text.replace("exemple-001", "exemple\\u002d001"), "utf-8")
    (folder / "d.jsonl").write_text(f"{text}\n{text}\n", "utf-8")
    (folder / "e.yml").write_text(WHOLE.replace("exemple-001", "exemple-00\n  1"), "utf-8")
    assert beside(path) == ["b.yaml", "c.json", "d.jsonl", "d.jsonl"]
    documents = documents_beside(path, "exemple-001")
    assert len(files_of("exemple-001", documents, KNOWN)) == 4
    assert files_of("exemple-001", documents, KNOWN, "essai")
    assert files_of("exemple-001", documents, KNOWN, "autre") == ()


def test_what_others_wrote_is_not_even_parsed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = path.parent
    (folder / "other.yaml").write_text(WHOLE.replace("001", "002"), "utf-8")
    (folder / "text.txt").write_text(WHOLE, "utf-8")
    (folder / ".hidden.yaml").write_text(WHOLE, "utf-8")
    (folder / "inside.yaml").mkdir()
    (folder / "link.yaml").symlink_to(path)
    (folder / "astray.yaml").symlink_to("nowhere")
    monkeypatch.setattr(organisation_files, "documents_in", None)
    assert beside(path) == []


def test_what_may_be_one_and_cannot_be_used_is_a_problem(path: Path) -> None:
    folder = path.parent
    (folder / "b.yaml").write_text(f"{WHOLE}colour: red\n", "utf-8")
    (folder / "c.yaml").write_text(f"{WHOLE}  C-3: {{status: met}}\n", "utf-8")
    (folder / "d.yaml").write_text(HEAD.replace("001", "002") + "#" * 600_000, "utf-8")
    (folder / "e.yaml").write_text(f"# exemple-0011\n# x-exemple-001\n{WHOLE[:90]}: [", "utf-8")
    with pytest.raises(AuditError) as caught:
        files_of("exemple-001", documents_beside(path, "exemple-001"), KNOWN)
    found = [(Path(str(one.file)).name, one.line, one.code) for one in caught.value.problems]
    assert found == [("b.yaml", 11, "S004"), ("c.yaml", 11, "S004"), ("d.yaml", None, "S004")]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"Structure : identifiant": "exemple-001"}, "Grille!B2"),
        ({"Structure : identifiant": "exemple-002"}, None),
        ({"Structure : identifiant": "exemple 001"}, "Grille!B2"),
        ({"Structure : identifiant": ""}, "Grille!B2"),
        ({"Format": "cpe-label/members/1", "Structure : identifiant": "exemple-001"}, None),
    ],
)
def test_a_workbook_with_a_mistake_may_be_one_by_what_is_known_of_it(
    path: Path, answers: dict[str, str], found: str | None
) -> None:
    identity = [*((*one[:1], answers.get(one[0], one[1])) for one in IDENTITY)]
    identity += [one for one in answers.items() if one[0] != "Format"]
    path.with_name("b.xlsx").write_bytes(audit(("PRE-01", "oui"), identity=identity))
    documents = documents_beside(path, "exemple-001")
    if found is None:
        assert files_of("exemple-001", documents, KNOWN) == ()
        return
    with pytest.raises(AuditError) as caught:
        files_of("exemple-001", documents, KNOWN)
    (problem,) = caught.value.problems
    assert problem.place == f"{path.with_name('b.xlsx')}:{found}"


def test_a_folder_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(DataError, match="F004"):
        documents_beside(path, "exemple-001")


def test_a_file_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.with_name("b.yaml").write_text(WHOLE, "utf-8")

    def refuse(_: Path) -> bytes:
        path.with_name("b.yaml").unlink()
        return real(path.with_name("b.yaml"))

    real = organisation_files.read_bytes
    monkeypatch.setattr(organisation_files, "read_bytes", refuse)
    documents = documents_beside(path, "exemple-001")
    assert [one.problems[0].code for one in documents] == ["F001"]
