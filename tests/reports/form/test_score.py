"""The script of the page counts as the engine does: every case, every boundary, random audits.

`benchmarks/form.py` gives it many more.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import making
from support.browser import needs_browser
from support.cases import EVALUABLE, ROWS, build, cases
from support.cases import SHARES as BOUNDARY_SHARES
from support.form_score import ASK, asked, differences, random_audits

from cpe_label import Audit, Referential, Referentials, Share, evaluate
from cpe_label.reports.form import form_page
from cpe_label.rules.engine import check
from cpe_label.text.typography import LANGUAGES, Language

pytestmark = [pytest.mark.slow, needs_browser]


@pytest.fixture(scope="module")
def pages(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Any]]:
    """A page in each language; the script is asked about other referentials than its own."""
    folder: Path = tmp_path_factory.mktemp("pages")
    referential = making.referential([{"id": "a", "required": "50%"}], [{"a": {"met": 1}}])
    found: dict[Language, Any] = {}
    for language in LANGUAGES:
        path = folder / f"{language}.html"
        path.write_text(form_page(referential, language), "utf-8")
        found[language] = browser.new_page()
        found[language].goto(path.as_uri())
    yield found
    for one in found.values():
        one.close()


CASES_OF_RC_4 = [
    one.values[0]
    for one in cases()
    if set(one.values[0]["expect"].get("problems", ())) & {"A014", "A015"}
]
"""The cases in which a criterion is not applicable, and may not be or says not why."""


def own_referential(known: Referential | Referentials, audit: Audit) -> Referential:
    return known if isinstance(known, Referential) else known.of(audit)


def test_every_case_has_the_answer_of_the_engine(pages: dict[Language, Any]) -> None:
    pairs = []
    for case in EVALUABLE:
        audit, known = build(case.values[0])
        pairs.append((audit, own_referential(known, audit)))
    assert len(pairs) > 60
    assert differences(pages["fr"], pairs, "fr") == []


def test_a_use_that_rc_4_refuses_counts_as_to_assess(pages: dict[Language, Any]) -> None:
    """Where the engine refuses to count (A014, A015), no page says more than is known."""
    tried = 0
    for case in CASES_OF_RC_4:
        audit, known = build(case)
        referential = own_referential(known, audit)
        wrong = {one.path[1] for one in check(audit, referential) if one.code in ("A014", "A015")}
        left = {name: one for name, one in audit.findings.items() if name not in wrong}
        (found,) = pages["fr"].evaluate(ASK, [asked(audit, referential, "fr")])
        without = evaluate(audit.model_copy(update={"findings": left}), referential)
        assert found["verdict"] == without.verdict.value
        assert [one["tally"]["unassessed"] for one in found["levels"]] == [
            list(one.tally.unassessed) for one in without.levels
        ]
        tried += 1
    assert tried == 4


def test_the_boundaries_are_those_of_the_table(pages: dict[Language, Any]) -> None:
    """`boundaries.csv` was found by trying fractions, and with neither of the two engines."""
    judged = """(rows) => rows.map(([numerator, denominator, met, applicable]) => {
      const names = (count) => Array(count).fill("x");
      const tally = { met: names(met), not_met: names(applicable - met), unassessed: [] };
      const part = judge(tally, { numerator, denominator });
      return [part.verdict, part.still_needed];
    })"""
    rows: list[list[int]] = []
    wanted: list[list[Any]] = []
    for applicable, *leasts in ROWS:
        for text, least in zip(BOUNDARY_SHARES[1:], map(int, leasts), strict=True):
            share = Share(text)
            rows.append([share.numerator, share.denominator, least, int(applicable)])
            wanted.append(["pass", 0])
            if least:
                rows.append([share.numerator, share.denominator, least - 1, int(applicable)])
                wanted.append(["fail", 1])
    assert len(rows) == 4000
    assert pages["fr"].evaluate(judged, rows) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_random_audits_have_the_answer_of_the_engine(
    pages: dict[Language, Any], language: Language
) -> None:
    pairs = list(random_audits(18, referentials=24, audits=12))
    verdicts = {evaluate(*pair).verdict for pair in pairs}
    assert len(verdicts) == 3
    assert differences(pages[language], pairs, language) == []
