"""`network`: a whole network from audits in memory."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from support.network_cases import cases, network_of
from support.network_judge import File
from support.networks import REFERENTIAL, audit
from support.shipped import ROOT

from cpe_label import (
    DataError,
    Members,
    MembersError,
    Referentials,
    load_audit,
    load_members,
    network,
)
from cpe_label.problems.exceptions import ReferentialError
from cpe_label.reading.networks import Gathering, placed

DAY = date(2020, 1, 1)
FILE = File("a", "audit", date(2019, 6, 3), date(2019, 6, 4))
EXAMPLE = ROOT / "examples" / "network"


def test_the_shipped_referentials_are_the_default() -> None:
    audits = (load_audit(path) for path in sorted(EXAMPLE.glob("exemple-101-*.yaml")))
    found = network(audits, load_members(EXAMPLE / "members.csv"), on=date(2026, 11, 23))
    assert (found.label, found.counts.members, found.counts.labelled) == ("label-cpe", 11, 1)
    assert found.members is not None
    assert repr(found) == "<Network of 'label-cpe' on 2026-11-23: 11 organisations>"


def test_an_empty_network_needs_its_label() -> None:
    members = Members.build({"members": [{"id": "a", "name": "A"}]})
    found = network([], members, on=DAY, label="label-cpe")
    assert (found.counts.members, found.counts.not_engaged) == (1, 1)
    with pytest.raises(DataError) as refused:
        network([], on=DAY)
    assert [one.code for one in refused.value.problems] == ["N043"]


def test_audits_of_several_labels_need_one_name() -> None:
    audits = [audit(FILE), load_audit(EXAMPLE / "exemple-101-2026.yaml")]
    known = Referentials.from_values(REFERENTIAL)
    with pytest.raises(DataError) as refused:
        network(audits, on=DAY, referentials=known)
    assert [one.code for one in refused.value.problems] == ["N041"]
    with pytest.raises(DataError) as refused:
        network(audits, on=DAY, label="essaie", referentials=known)
    (found,) = refused.value.problems
    assert (found.code, found.arguments["near"]) == ("N042", "essai")
    for order in (audits, audits[::-1]):
        files = network(order, on=DAY, label="essai", referentials=known).files
        assert (files.read, files.other_labels, files.left_out) == (2, 1, ())


def test_an_unsound_audit_is_left_out_with_its_errors() -> None:
    broken = audit(replace(FILE, name="b"), referential={"id": "essai", "version": "9"})
    found = network([audit(FILE), broken], on=DAY, referentials=REFERENTIAL)
    (out,) = found.files.left_out
    assert (out.source, out.codes) == ("b", ("A012",))
    assert found.counts.audited == 1


def test_a_file_in_which_nothing_is_sound_is_told_with_what_is_wrong() -> None:
    gathering = Gathering(Referentials.from_values(REFERENTIAL))
    with pytest.raises(DataError) as unreadable:
        load_audit("nowhere.yaml")
    gathering.leave_out("nowhere.yaml", unreadable.value.problems)
    with pytest.raises(DataError) as refused:
        gathering.network(None, DAY)
    assert {one.code for one in refused.value.problems} == {"N043", "F001"}


def test_a_list_of_members_with_an_error_is_refused() -> None:
    row = {"id": "a", "name": "A"}
    with pytest.raises(MembersError):
        network([audit(FILE)], Members.build({"members": [row, row]}), on=DAY)


def test_referentials_that_cannot_be_used_are_refused(tmp_path: Any) -> None:
    (tmp_path / "broken.yaml").write_text("format: cpe-label/referential/1\n", "utf-8")
    with pytest.raises(ReferentialError):
        network([audit(FILE)], on=DAY, referentials=Referentials([tmp_path]))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"audits": 3}, "audits"),
        ({"audits": ["audit.yaml"]}, "audits"),
        ({"on": "2020-01-01"}, "on"),
        ({"on": datetime(2020, 1, 1)}, "on"),
        ({"members": [1]}, "members"),
        ({"label": 1}, "label"),
        ({"referentials": "shipped"}, "referentials"),
    ],
)
def test_a_wrong_type_is_one_sentence(words: dict[str, Any], named: str) -> None:
    given: dict[str, Any] = {"audits": [], "on": DAY, "label": "essai", **words}
    with pytest.raises(TypeError, match=rf"^network: {named} must be "):
        network(given.pop("audits"), **given)


def test_a_problem_without_a_file_stays_without_a_place() -> None:
    title = "A label that runs is not named"
    (case,) = [one for one in cases("rc-16.yaml") if one["title"] == title]
    (file,) = network_of(case).files.problems
    (found,) = file.problems
    assert (found.file, found.line) == ("b", None)
    assert placed(found).file == "b"
    assert placed(replace(found, file=None)) == replace(found, file=None)
