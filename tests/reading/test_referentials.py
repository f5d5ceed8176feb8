"""The collection of known referentials: two files and two versions."""

from pathlib import Path

import pytest
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL

from cpe_label import (
    AuditError,
    ReferentialError,
    Referentials,
    evaluate,
    load_audit,
    load_referentials,
)


def test_two_files_of_one_version_that_are_written_otherwise_do_not_pass_for_one(
    tmp_path: Path,
) -> None:
    """`50%` and `1/2` are equal, but they have different fingerprints."""
    text = REFERENTIAL.read_text("utf-8")
    assert "50%" in text
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "b.yaml").write_text(text.replace("50%", "1/2"), "utf-8")
    with pytest.raises(ReferentialError, match="F011"):
        load_referentials(tmp_path)


def test_the_next_version_ends_one_for_a_program_as_for_the_command(
    run: Run, tmp_path: Path
) -> None:
    """RC-15: both know every version of a folder, and both refuse an audit that comes too late."""
    folder = tmp_path / "referentials"
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
