"""Audits that a committee can decide: small, whole, and written in every layout."""

from typing import Final

from cpe_label import Referential, parse_referential
from cpe_label.reading.referentials import Referentials

from .files import INVALID

TEXT: Final = (
    (INVALID / "shelf" / "essai-1.yaml").read_text("utf-8").replace(", until: 2026-10-31", "")
)
ESSAI: Final[Referential] = parse_referential(TEXT, source="essai.yaml")
KNOWN: Final = Referentials.from_values(ESSAI)
"""One referential: every criterion of a level, half of another; three years, six months."""

HEAD: Final = """\
format: cpe-label/audit/1
referential: {id: essai, version: "1"}
organisation: {id: exemple-001, name: Coopérative Exemple}
kind: audit
audited_on: {from: 2026-10-12, to: 2026-10-13}
"""
FINDINGS: Final = """\
findings:
  # Seen on the first day.
  C-1: {status: met, evidence: [Registre]}  # the register
  C-2:
    status: met   # yes
"""

LAYOUTS: Final = {
    "the shortest": f"{HEAD}{FINDINGS}",
    "a form": f"{HEAD}\n{FINDINGS}\n# Later:\n#decision: {{outcome: …}}\n#previous: {{…}}\n# end\n",
    "keys without a value": f"{HEAD}{FINDINGS}opinion:\ndecision:   # to come\nevents: []\n",
    "a block at the end": f"{HEAD}{FINDINGS}opinion: |\n  Avis.\n  Favorable.",
    "the findings last": f"{HEAD}response: >-\n  Merci.  # not a comment\n{FINDINGS}",
    "brackets": """\
{format: cpe-label/audit/1, referential: {id: essai, version: "1"},
organisation: {id: exemple-001, name: Coopérative Exemple},  # who
kind: audit, audited_on: {from: 2026-10-12, to: 2026-10-13},
findings: {
  # Seen on the first day.
  C-1: {status: met, evidence: [Registre]},  # the register
  C-2: {status: met}  # yes
}}
""",
    "adjourned before": f"{HEAD}{FINDINGS}decision:\n  # not yet\n  outcome: adjourned\n"
    "  decided_on: 2026-10-30  # a Friday\n  reason: À revoir.\n",
    "other line breaks": f"{HEAD}{FINDINGS}# end\n".replace("\n", "\r\n"),
    "the end of the document": f"---\n{HEAD}{FINDINGS}...\n# after\n",
}
"""By name, one audit that meets every criterion, not decided or only adjourned."""
