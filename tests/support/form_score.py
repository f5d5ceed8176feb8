"""What the page of an audit to fill in counts, and what the engine counts, in one shape."""

import random
from collections.abc import Iterator
from typing import Any, Final

from cpe_label import Audit, Evaluation, Referential
from cpe_label.reports.form import counted_referential
from cpe_label.reports.view.evaluation import view
from cpe_label.rules.engine import BEFORE_DECISION, evaluate
from cpe_label.text.typography import Language

from . import making

ASK: Final = """(audits) => audits.map(({ referential, kind, findings }) => {
  const result = score(referential, findings);
  return {
    standing: standing(kind, result),
    verdict: result.verdict,
    complete: result.complete,
    levels: result.levels.map((one) => ({
      id: one.level.id,
      verdict: one.verdict,
      tally: one.tally,
      applicable: applicableOf(one.tally),
      still_needed: stillNeeded(one),
      margin: marginOf(one),
      words: marginInWords(one),
      parts: one.parts.map((part) => [
        part.section?.id ?? null, part.verdict, part.still_needed, part.margin, part.candidates,
      ]),
      missing: missing(one).map(({ sentence, part }) => [sentence, part.candidates]),
    })),
  };
})"""
"""Asks the script of a page for its answers to many audits at once."""


def asked(audit: Audit, referential: Referential, language: Language) -> dict[str, Any]:
    """An audit as the script is asked about it."""
    return {
        "referential": counted_referential(referential, language),
        "kind": audit.kind,
        "findings": audit.as_written().get("findings", {}),
    }


def expected(evaluation: Evaluation, language: Language) -> dict[str, Any]:
    """What the engine and its reports say of the audit, before any decision."""
    levels = view(evaluation, language).levels
    standing = BEFORE_DECISION[evaluation.audit.kind, evaluation.verdict, evaluation.complete]
    return {
        "standing": standing.value,
        "verdict": evaluation.verdict.value,
        "complete": evaluation.complete,
        "levels": [
            {
                "id": result.level.id,
                "verdict": result.verdict.value,
                "tally": {
                    status: list(getattr(result.tally, status)) for status in making.STATUSES
                },
                "applicable": result.tally.applicable,
                "still_needed": result.still_needed,
                "margin": result.margin,
                "words": shown.margin,
                "parts": [
                    [
                        part.section.id if part.section else None,
                        part.verdict.value,
                        part.still_needed,
                        part.margin,
                        list(part.candidates),
                    ]
                    for part in result.parts
                ],
                "missing": [
                    [one.sentence, [criterion.id for criterion in one.criteria]]
                    for one in shown.missing
                ],
            }
            for result, shown in zip(evaluation.levels, levels, strict=True)
        ],
    }


SHARES: Final = ("0%", "1%", "7%", "1/3", "49%", "50%", "51%", "2/3", "99%", "100%", "1/999999999")
NAMES: Final = ("a", "b", "c")


def random_audits(seed: int, referentials: int, audits: int) -> Iterator[tuple[Audit, Referential]]:
    """Audits under random referentials: levels, shares, scopes, sections, and each status."""
    chance = random.Random(seed)
    for _ in range(referentials):
        levels = [
            {
                "id": name,
                "required": chance.choice(SHARES),
                "scope": chance.choice(("whole", "each_section")),
            }
            for name in NAMES[: chance.randint(1, 3)]
        ]
        counts = [
            {one["id"]: {"met": chance.randint(0, 6)} for one in levels}
            for _ in range(chance.randint(1, 4))
        ]
        for level in levels:  # every level has a criterion (R014), and so has every section
            counts[chance.randrange(len(counts))][level["id"]] = {"met": chance.randint(1, 6)}
        counts = [one for one in counts if any(each["met"] for each in one.values())]
        referential = making.referential(levels, counts)
        for _ in range(audits):
            yield _random_audit(chance, referential), referential


def _random_audit(chance: random.Random, referential: Referential) -> Audit:
    """Mostly one answer or another, so that levels are reached, missed and open."""
    weights = [chance.choice((0, 1, 1, 8)) for _ in making.STATUSES]
    if not any(weights):
        weights[0] = 1
    given = chance.choices(making.STATUSES, weights, k=len(referential.criteria))
    findings = {
        one.id: making.BASE["findings"][status]
        for one, status in zip(referential.criteria, given, strict=True)
        if status != "unassessed"
    }
    kind = chance.choice(("audit", "self_assessment"))
    return making.audit([], kind=kind, findings=findings)


def differences(page: Any, pairs: list[tuple[Audit, Referential]], language: Language) -> list[Any]:
    """Each audit of which the page says something else than the engine: both answers."""
    found = page.evaluate(ASK, [asked(*pair, language) for pair in pairs])
    wanted = [expected(evaluate(*pair), language) for pair in pairs]
    return [(one, two) for one, two in zip(found, wanted, strict=True) if one != two]
