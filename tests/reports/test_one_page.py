"""A summary and a certificate are one page, whatever lengths their files allow."""

from typing import Final

import pytest
from support import making
from support.pdf import opened
from support.reports import ON

from cpe_label import Audit, Evaluation, evaluate, render

pytestmark = pytest.mark.slow

MET: Final = {"met": 2}
FAILED: Final = {"met": 1, "not_met": 2}
OPEN: Final = {"met": 1, "not_met": 1, "unassessed": 2}


def long(text: str, length: int) -> str:
    return (f"{text} " * length)[:length].strip()


def crowded(levels: int, sections: int, counts: dict[str, int], name: int) -> Evaluation:
    rows = [
        {"id": f"n{n}", "title": long(f"Niveau {n} exigeant", 60), "required": "100%"}
        for n in range(levels)
    ]
    table = [{f"n{n}": dict(counts) for n in range(levels)} for _ in range(sections)]
    title, notice = long("Un référentiel", 150), long("Une notice", 200)
    referential = making.referential(rows, table, title=title, notice=notice)
    titled = tuple(
        one.model_copy(update={"title": long(one.title, 60)}) for one in referential.sections
    )
    plain = making.audit(table)
    decision = {"outcome": "granted", "decided_on": "2026-11-20"} if counts is MET else None
    findings = {
        key: {**dict(one), "good_practice": long("Une bonne pratique", 500)}
        for key, one in plain.findings.items()
        if one.status == "met"
    }
    audit = Audit.model_validate({
        **dict(plain),
        "organisation": {"id": "x" * 40, "name": long("Coopérative Exemple", name)},
        "decision": decision,
        "findings": {**plain.findings, **findings},
    })  # fmt: skip
    return evaluate(audit, referential.model_copy(update={"sections": titled}))


@pytest.mark.parametrize("name", [20, 64, 110, 200])
@pytest.mark.parametrize(("levels", "sections"), [(1, 1), (3, 6), (5, 12), (20, 12)])
@pytest.mark.parametrize("counts", [MET, FAILED, OPEN], ids=["met", "failed", "open"])
def test_a_summary_is_one_page(
    levels: int, sections: int, counts: dict[str, int], name: int
) -> None:
    made = render(crowded(levels, sections, counts, name), "pdf", on=ON, kind="summary")
    assert len(opened(made).pages) == 1


@pytest.mark.parametrize("name", [20, 64, 110, 200, 1000])
def test_a_certificate_is_one_page(name: int) -> None:
    made = render(crowded(20, 12, MET, name), "pdf", on=ON, kind="certificate")
    assert len(opened(made).pages) == 1
