"""A referential with every key, and each way to change one of them."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from cpe_label import Referential

BASE: dict[str, Any] = {
    "format": "cpe-label/referential/1",
    "id": "essai",
    "version": "1",
    "title": "Essai",
    "description": "Un essai.",
    "notice": "Une ligne.",
    "language": "fr",
    "in_force": {"from": "2019-01-01", "until": "2030-01-01"},
    "validity": {"years": "3", "renewal_window_months": "6"},
    "levels": [
        {"id": "m", "title": "Obligatoire", "required": "100%"},
        {"id": "r", "title": "Recommandé", "required": "50%", "scope": "whole"},
        {"id": "e", "title": "Partout", "required": "1/2", "scope": "each_section"},
    ],
    "sources": [{"id": "c", "title": "Charte", "date": "2019-05-23"}, {"id": "l", "title": "Loi"}],
    "sections": [
        {
            "id": section,
            "title": f"Domaine {section}",
            "description": "De quoi il s'agit.",
            "criteria": [
                {
                    "id": f"{section}-{level}-{number}",
                    "level": level,
                    "title": f"Titre {number}",
                    "requirement": "Au moins deux entretiens.",
                    "guidance": "Compter.",
                    "evidence": ["Registre", "Agenda"],
                    "not_applicable_when": "Personne n'est concerné.",
                    "sources": [{"source": "c", "at": "art. 1"}],
                }
                for level in "mre"
                for number in (1, 2)
            ],
        }
        for section in ("s", "t")
    ],
}

Edit = Callable[[dict[str, Any]], object]


def changed(*edits: Edit, base: dict[str, Any] = BASE) -> Referential:
    """The referential after some edits of its data."""
    data = deepcopy(base)
    for edit in edits:
        edit(data)
    return Referential.build(data)


def criterion(data: dict[str, Any], section: int = 0, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["sections"][section]["criteria"][number]
    return found


def _set(key: str, value: Any) -> Edit:
    return lambda data: criterion(data).update({key: value})


def _move(number: int) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        first, second = data["sections"]
        second["criteria"].append(first["criteria"].pop(number))

    return edit


EDITS: dict[str, tuple[Edit, list[tuple[str, bool]]]] = {
    "title": (lambda d: d.update(title="Autre"), [("title", False)]),
    "description": (lambda d: d.pop("description"), [("description", False)]),
    "notice": (lambda d: d.update(notice="Autre."), [("notice", False)]),
    "language": (lambda d: d.update(language="en"), [("language", False)]),
    "from": (lambda d: d["in_force"].update({"from": "2020-01-01"}), [("in_force.from", True)]),
    "until": (lambda d: d["in_force"].pop("until"), [("in_force.until", False)]),
    "years": (lambda d: d["validity"].update(years="4"), [("validity.years", True)]),
    "window": (
        lambda d: d["validity"].update(renewal_window_months="7"),
        [("validity.renewal_window_months", True)],
    ),
    "level title": (lambda d: d["levels"][1].update(title="X"), [("levels.r.title", False)]),
    "share": (lambda d: d["levels"][1].update(required="40%"), [("levels.r.required", True)]),
    "same share": (lambda d: d["levels"][1].update(required="1/2"), [("levels.r.required", False)]),
    "scope": (lambda d: d["levels"][0].update(scope="each_section"), [("levels.m.scope", True)]),
    "new level": (
        lambda d: d["levels"].append({"id": "n", "title": "N", "required": "1/3"}),
        [("levels.n", True)],
    ),
    "order of levels": (lambda d: d["levels"].reverse(), [("levels", False)]),
    "new source": (
        lambda d: d["sources"].append({"id": "x", "title": "X"}),
        [("sources.x", False)],
    ),
    "source gone": (lambda d: d["sources"].pop(), [("sources.l", False)]),
    "source date": (lambda d: d["sources"][0].pop("date"), [("sources.c", False)]),
    "order of sources": (lambda d: d["sources"].reverse(), [("sources", False)]),
    "section title": (lambda d: d["sections"][1].update(title="X"), [("sections.t.title", False)]),
    "section description": (
        lambda d: d["sections"][1].pop("description"),
        [("sections.t.description", False)],
    ),
    "order of sections": (lambda d: d["sections"].reverse(), [("sections", False)]),
    "order of criteria": (
        lambda d: d["sections"][1]["criteria"].reverse(),
        [("sections.t.criteria", False)],
    ),
    "section id": (
        lambda d: d["sections"][1].update(id="u"),
        [
            ("sections.u", False),
            ("sections.t", False),
            *((f"t-{level}-{n} moved", level == "e") for level in "mre" for n in (1, 2)),
        ],
    ),
    "raised": (
        lambda d: criterion(d, 0, 2).update(level="m"),
        [("s-r-1 level_raised", True)],
    ),
    "lowered": (_set("level", "r"), [("s-m-1 level_lowered", True)]),
    "same level": (lambda d: criterion(d, 0, 2).update(level="e"), [("s-r-1 level_changed", True)]),
    "requirement": (_set("requirement", "Trois entretiens."), [("s-m-1 requirement", True)]),
    "typography": (
        _set("requirement", "au moins, DEUX entretiens !"),
        [("s-m-1 requirement", False)],
    ),
    "permission taken": (
        lambda d: criterion(d).pop("not_applicable_when"),
        [("s-m-1 permission_taken", True)],
    ),
    "permission reworded": (
        _set("not_applicable_when", "Jamais."),
        [("s-m-1 permission_reworded", True)],
    ),
    "permission in capitals": (
        _set("not_applicable_when", "PERSONNE n'est concerné"),
        [("s-m-1 permission_reworded", False)],
    ),
    "criterion title": (_set("title", "X"), [("s-m-1 title", False)]),
    "guidance": (_set("guidance", "X"), [("s-m-1 guidance", False)]),
    "evidence": (_set("evidence", ["Agenda", "Registre"]), [("s-m-1 evidence", False)]),
    "citation": (_set("sources", [{"source": "l"}]), [("s-m-1 sources", False)]),
    "added": (
        lambda d: d["sections"][1]["criteria"].append({**criterion(d), "id": "new"}),
        [("new added", True)],
    ),
    "retired": (lambda d: d["sections"][1]["criteria"].pop(0), [("t-m-1 retired", True)]),
    "renamed": (_set("id", "x"), [("x added", True), ("s-m-1 retired", True)]),
    "moved": (_move(0), [("s-m-1 moved", False)]),
    "moved where sections count": (_move(4), [("s-e-1 moved", True)]),
}
"""Each edit with the changes that it makes, and whether each is of substance."""
