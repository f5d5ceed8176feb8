"""What can still be said of a document of which a part was refused."""

from cpe_label import Problem
from cpe_label.problems.problem import problem
from cpe_label.rules.certainty import certain

STATUS = ("findings", "PRE-01", "status")
OF_A_FINDING = problem("A032", STATUS, criterion="PRE-01")
OF_THE_REFERENTIAL = problem("A033", ("findings", "PRE-01", "evidence"), criterion="PRE-01")


def kept(one: Problem, *refused: tuple[str | int, ...]) -> bool:
    return list(certain([one], refused)) == [one]


def test_what_was_refused_elsewhere_changes_nothing() -> None:
    assert kept(OF_A_FINDING)
    assert kept(OF_A_FINDING, ("findings", "PRE-02", "status"))
    assert kept(OF_A_FINDING, ("opinion",))


def test_what_reads_a_refused_value_is_not_said() -> None:
    assert not kept(OF_A_FINDING, STATUS)
    assert not kept(OF_A_FINDING, ("findings", "PRE-01"))
    assert not kept(OF_A_FINDING, ("findings",))


def test_what_reads_a_value_of_which_a_part_was_refused_is_not_said() -> None:
    assert not kept(OF_THE_REFERENTIAL, ("referential", "version"))
