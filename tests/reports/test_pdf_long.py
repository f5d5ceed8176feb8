"""Long words and long texts in a PDF: nothing is cut."""

import json
import re

import pypdf
import pytest
from support import making
from support.pdf import opened, report, text_of
from support.reports import EVALUATIONS, GRANTED, evaluation_of

from cpe_label import evaluate, render

pytestmark = pytest.mark.slow


def test_a_word_that_no_line_can_hold_goes_on_below() -> None:
    word = "0123456789" * 1000
    reader = opened(render(evaluation_of(GRANTED, opinion=word), "pdf"))
    lines = [line for page in reader.pages for line in lines_of(page) if line in word and line]
    assert "".join(lines) == word
    assert max(map(len, lines)) < 100


def lines_of(page: pypdf.PageObject) -> list[str]:
    return page.extract_text().replace("\u200b", "").splitlines()


def test_a_fingerprint_is_copied_whole() -> None:
    record = json.loads(render(EVALUATIONS["granted"], "json"))
    text = "".join(page.extract_text() for page in report("granted").pages)
    assert record["audit"]["digest"] in text
    assert record["referential"]["digest"] in text


@pytest.mark.parametrize("much", ["mot " * 700, "mot\n\n" * 80], ids=["words", "paragraphs"])
def test_a_text_longer_than_a_page_is_not_cut(much: str) -> None:
    """What is kept on one page would be lost if it were longer than the page."""
    sections = [{"m": {"met": 1, "not_met": 1, "not_applicable": 1, "unassessed": 1}}]
    referential = making.referential([{"id": "m", "required": "1/2"}], sections)
    statuses = ("met", "not_met", "not_applicable", None)
    findings = {
        f"m-0-{n}": {
            **{key: f"{much}fin-{key}-{n}." for key in ("comment", "recommendation")},
            "good_practice": f"{much}fin-good-{n}.",
            "evidence": ["mot"] * 90 + [f"{much}fin-evidence-{n}."],
            "action": {"owner": f"{much}fin-owner-{n}."},
            **({"status": status} if status else {}),
            **({"justification": f"{much}fin-justification-{n}."} if n == 3 else {}),
        }
        for n, status in enumerate(statuses, 1)
    }
    decision = {"outcome": "adjourned", "decided_on": "2026-11-20", "reason": f"{much}fin-reason."}
    audit = making.audit(
        [],
        findings=findings,
        organisation={"id": "exemple", "name": f"{much}fin-name."},
        opinion=f"{much}fin-opinion.",
        response=f"{much}fin-response.",
        decision=decision,
    )
    written = set(
        re.findall(r"fin-[\w-]*\.", json.dumps([findings, audit.model_dump(mode="json")]))
    )
    assert len(written) == 25
    reader = opened(render(evaluate(audit, referential), "pdf"))
    shown = text_of(reader)
    assert {end for end in written if end not in shown} == set()
    assert min(height for page in reader.pages for height in heights(page)) > 0


def heights(page: pypdf.PageObject) -> list[float]:
    """How far above the foot of the page each text stands."""
    found: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=note)
    return found
