"""A network built by hand: every label, every stage, every kind of line, and texts of our choice.

The figures need not follow from the rules: what is tried is how they are shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from cpe_label import Referential
from cpe_label.model.audit import Decision, Event
from cpe_label.model.members import Members
from cpe_label.problems.problem import problem
from cpe_label.rules.evaluation import State, Verdict
from cpe_label.rules.network import (
    AgendaItem,
    Counts,
    CriterionOnDay,
    FileProblems,
    Files,
    GoodPractice,
    LatestFile,
    Network,
    OrganisationOnDay,
    OrganisationProgress,
    Recommendation,
    SectionAnswers,
    Stage,
    Term,
    Year,
)
from cpe_label.rules.progress import KINDS

from . import making

ON: Final = date(2026, 11, 23)
Write = Callable[[str], str]
"""The text for a field, by the name of the field."""

_SECTIONS: Final = [{"m": {"met": 3}, "r": {"met": 2}}, {"m": {"met": 2}, "r": {"met": 3}}]


def plain(field: str) -> str:
    """A text that is harmless and says what it is."""
    return f"texte {field}"


def referential(
    write: Write = plain, version: str = "1", more: dict[str, str] | None = None
) -> Referential:
    """A small referential, its titles written by `write`, and perhaps one section more."""
    levels = [
        {"id": "m", "title": write("level"), "required": "100%"},
        {"id": "r", "title": write("level"), "required": "50%"},
    ]
    made = making.referential(levels, _SECTIONS).as_written()
    for section in made["sections"]:
        section["title"] = write("section")
        for criterion in section["criteria"]:
            criterion["title"] = write("criterion")
    if more is not None:
        criterion = {**made["sections"][0]["criteria"][0], "id": "m-9-1"}
        made["sections"].append({**more, "criteria": [criterion]})
    return Referential.build({**made, "version": version, "title": write("referential")})


def term(first: int, **more: Any) -> Term:
    """A term of three years."""
    whole = Term(date(first, 6, 1), date(first + 3, 5, 31), None, None, date(first, 6, 1), "1", ())
    return replace(whole, **more)


def suspended(day: date) -> Event:
    """A suspension."""
    return Event(event="suspended", on=day)


_FOLLOWED: Final = date(2026, 4, 1)
_RENEWED: Final = {"ended_on": date(2026, 3, 31), "ended_by": "renewal"}
_UNKNOWN: Final = {
    "first_day": None,
    "last_day": date(2027, 1, 31),
    "decided_on": None,
    "version": None,
}
_WITHDRAWN: Final = {"ended_on": date(2025, 1, 9), "ended_by": "withdrawal"}
_PAUSE: Final = (
    Event(event="suspended", on=date(2021, 1, 10)),
    Event(event="reinstated", on=date(2021, 4, 10)),
)
_TERMS: Final[dict[State, tuple[Term, ...]]] = {
    "valid": (term(2020, events=_PAUSE), term(2023, **_RENEWED), term(2026, first_day=_FOLLOWED)),
    "expiring": (term(2024, **_UNKNOWN),),
    "suspended": (term(2024, events=(suspended(date(2026, 9, 1)),)),),
    "withdrawn": (term(2024, **_WITHDRAWN),),
    "expired": (term(2019, ended_on=None, ended_by="withdrawal"), term(2020)),
    "none": (),
}  # fmt: skip
_STAGES: Final[tuple[tuple[str, State, Stage], ...]] = (
    ("a", "valid", "granted"),
    ("b", "expiring", "to_decide"),
    ("c", "suspended", "granted"),
    ("d", "withdrawn", "granted"),
    ("e", "expired", "in_audit"),
    ("f", "none", "refused"),
    ("g", "none", "adjourned"),
    ("h", "none", "self_assessed"),
    ("i", "none", "not_engaged"),
)
LABELLED: Final = ("a", "b")
"""The identifiers of those labelled on the day."""


def organisation(
    name: str, label: State, stage: Stage, number: int, write: Write
) -> OrganisationOnDay:
    """One organisation, with what its label and its stage ask for."""
    terms = _TERMS[label]
    held = terms[-1] if terms else None
    return OrganisationOnDay(
        id=name,
        name=write("name"),
        region=write("region") if number % 2 == 0 else None,
        label=label,
        stage=stage,
        first_day=held.first_day if held else None,
        last_day=held.last_day if held else None,
        days_left=max(0, (held.last_day - ON).days) if held and label in _RUNNING else None,
        renewal_opens=date(held.last_day.year - 1, 12, 1) if held and label in _RUNNING else None,
        terms=terms,
        latest=None if stage == "not_engaged" else latest(name, stage),
        sections=tuple(
            SectionAnswers(f"s{place}", write("section"), 3 - place, number % 3, place)
            for place in range(len(_SECTIONS))
        )
        if stage not in ("self_assessed", "not_engaged")
        else (),
        audited_on=None if stage in ("self_assessed", "not_engaged") else date(2026, 3, 10),
    )


def latest(name: str, stage: Stage) -> LatestFile:
    """The file that a stage speaks of."""
    over = stage != "in_audit"
    decided = stage in ("granted", "refused", "adjourned")
    return LatestFile(
        kind="self_assessment" if stage == "self_assessed" else "audit",
        first_day=date(2026, 3, 9),
        last_day=date(2026, 3, 10),
        version="1",
        verdict=(Verdict.PASS if stage == "granted" else Verdict.FAIL) if over else None,
        complete=True if over else None,
        decision=Decision(outcome=stage, decided_on=date(2026, 6, 1)) if decided else None,
        digest="sha256:1",
        source=f"{name}/2026.yaml",
    )


_RUNNING: Final = ("valid", "expiring", "suspended")


_LISTS: Final = {**dict.fromkeys(KINDS, ()), "gained": ("m-0-1", "m-0-2"), "still_met": ("r-0-1",)}


def file_with(source: str, code: str) -> FileProblems:
    """A file with one problem of this code."""
    return FileProblems(source, (problem(code),))


def network(
    write: Write = plain,
    *,
    with_members: bool = True,
    left_out: tuple[FileProblems, ...] = (),
    problems: tuple[FileProblems, ...] = (),
) -> Network:
    """The whole network; each text of it by `write`."""
    known = referential(write)
    organisations = tuple(
        organisation(name, label, stage, number, write)
        for number, (name, label, stage) in enumerate(_STAGES)
    )
    members = Members.build(
        {
            "title": write("network"),
            "members": [{"id": one.id, "name": one.name} for one in organisations],
        }
    )
    labels = [one.label for one in organisations]
    stages = [one.stage for one in organisations]
    return Network(
        on=ON,
        label="essai",
        versions=(known,),
        members=members if with_members else None,
        files=Files(12, 1, 2, left_out, problems, (), "sha256:0"),
        counts=Counts(
            members=len(organisations) if with_members else None,
            engaged=8,
            audited=sum(one.audited_on is not None for one in organisations),
            labelled=2,
            **{key: labels.count(key) for key in _TERMS},
            **{key: stages.count(key) for _, _, key in _STAGES},
        ),
        organisations=organisations,
        non_members=("z9",) if with_members else (),
        unattributed=("perdu.yaml",),
        agenda=(
            AgendaItem(date(2026, 12, 1), "renewal_opens", "b", None, None),
            AgendaItem(date(2026, 12, 31), "action_due", "c", "m-0-1", write("owner")),
            AgendaItem(date(2026, 12, 31), "action_due", "f", "r-0-1", write("advice")),
            AgendaItem(date(2027, 1, 31), "last_day", "b", None, None),
            AgendaItem(date(2027, 3, 1), "action_due", "c", "r-0-1", None),
        ),
        criteria=tuple(_criteria(known)),
        good_practices=(
            GoodPractice("r-0-1", "a", date(2026, 3, 10), write("practice"), (write("seen"),)),
            GoodPractice("m-0-1", "c", date(2026, 3, 10), write("practice"), ()),
        ),
        recommendations=(
            Recommendation("m-0-1", "a", date(2026, 3, 10), write("advice"), None, None, False),
            Recommendation(
                "m-0-1", "c", date(2026, 3, 10), None, write("owner"), date(2026, 12, 31), False
            ),
            Recommendation(
                "r-0-1", "c", date(2026, 3, 10), write("advice"), "x", date(2026, 5, 1), True
            ),
        ),
        years=(
            Year(date(2024, 12, 31), 7 if with_members else None, 1, 0),
            Year(date(2025, 12, 31), 9 if with_members else None, 5, 1),
        ),
        progress=(OrganisationProgress("a", date(2023, 3, 10), date(2026, 3, 10), _LISTS),),
    )


def _criteria(known: Referential) -> Iterator[CriterionOnDay]:
    for number, criterion in enumerate(known.criteria):
        failing = tuple("acf"[: max(0, 3 - number)])
        yield CriterionOnDay(
            id=criterion.id,
            criterion=criterion,
            section=known.sections[0].id,
            section_title=known.sections[0].title,
            met=0 if number == 9 else 7 - len(failing),
            not_met=len(failing),
            not_applicable=7 if number == 9 else 0,
            organisations_not_met=failing,
            reworded=number == 1,
        )
