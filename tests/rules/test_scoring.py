"""What is counted, by level and by section."""

from support import making
from support.small import EACH, evaluated

from cpe_label.rules.scoring import score


def test_what_is_certain_and_what_is_possible() -> None:
    counts = {"met": 1, "not_met": 2, "not_applicable": 4, "unassessed": 3}
    sections = [{"a": counts}]
    referential = making.referential([{"id": "a", "required": "2/3"}], sections)
    result = score(making.audit(sections), referential)
    (part,) = result.levels[0].parts
    assert (part.certain.met, part.possible.met) == (1, 4)
    assert (part.certain.applicable, part.possible.applicable) == (6, 6)
    assert (str(part.certain), str(part.possible)) == ("3 × 1 < 2 × 6", "3 × 4 ≥ 2 × 6")
    assert (part.certain.left, part.certain.right, part.certain.least_met) == (3, 12, 4)
    assert (result.complete, result.verdict) == (False, "undecided")


def test_sections_are_counted_by_level_and_in_order() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "1/2"}]
    sections = [{"b": {"met": 1}}, {"a": {"not_met": 1, "met": 1}, "b": {"unassessed": 1}}]
    result = score(making.audit(sections), making.referential(levels, sections))
    assert [one.section.id for one in result.sections] == ["s0", "s1"]
    first, second = (one.tallies for one in result.sections)
    assert (first["a"].applicable, first["b"].met) == (0, ("b-0-1",))
    assert (second["a"].met, second["a"].not_met) == (("a-1-1",), ("a-1-2",))
    assert second["b"].unassessed == ("b-1-1",)
    assert result.levels[1].tally.met == ("b-0-1",)
    assert result.levels[1].tally.unassessed == ("b-1-1",)


def test_a_section_without_criteria_of_a_level_is_no_part_of_it() -> None:
    levels = [{**EACH[0], "id": name} for name in ("a", "b", "c")]
    sections = [{name: {"met": 1}} for name in ("b", "a", "c")]
    results = evaluated(levels, sections).levels
    parts = [[part.section.id for part in result.parts if part.section] for result in results]
    assert parts == [["s1"], ["s0"], ["s2"]]
