"""Put every payload of `tests/payloads.py` in every field that a user can fill, and parse it all.

    python benchmarks/payloads.py [--only FAMILY] [--pdf]

The suite puts each payload somewhere and each family everywhere; this takes each family round until
every payload has stood in every field, in each kind of report and each format of text. With `--pdf`
each payload stands somewhere and each family everywhere, in each kind of report as a PDF, and the
tags of the PDF are counted. It stops at the first report whose structure changes.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.filling import ON, REPORTS, Write, filled, fits, harmless, in_turn
from support.payload_places import FIELDS, assert_nothing_changes, placed, rounds
from support.payloads import FAMILIES
from support.pdf import count, opened

from cpe_label import render
from cpe_label.reports.formats.pdf import data
from cpe_label.reports.render import document
from cpe_label.text.typography import LANGUAGES, Language


def every_turn(texts: tuple[str, ...]) -> int:
    """Try the texts from each start until each has stood in each field, and count the pairs."""
    wanted = {(field, text) for field in FIELDS for text in texts if fits(field, text)}
    left = set(wanted)
    for turn in range(len(texts)):
        turned = texts[turn:] + texts[:turn]
        if left.isdisjoint(placed(turned)):
            continue
        assert_nothing_changes(turned, LANGUAGES[turn % 2])
        left.difference_update(placed(turned))
    assert not left
    return len(wanted)


def in_pdf(texts: tuple[str, ...]) -> int:
    """Try the texts in PDFs, and count the pairs of text and field."""
    for number, turned in enumerate(rounds(texts)):
        language = LANGUAGES[number % 2]
        plain = pdf_tags(in_turn(tuple(map(harmless, turned))), language)
        for kind, tags in pdf_tags(in_turn(turned), language).items():
            assert tags == plain[kind], (kind, tags - plain[kind], plain[kind] - tags)
    return sum(len(set(placed(turned))) for turned in rounds(texts))


def pdf_tags(write: Write, language: Language) -> dict[str, Counter[str]]:
    """The tags of each PDF, but for what the length or the letters of a text may well change.

    Strong words that a page ends are tagged on both pages; a last sentence says how letters are
    shown that no font has.
    """
    evaluations = filled(write)
    found = {}
    for outcome, kind in REPORTS:
        one = evaluations[outcome]
        subject = one.referential if kind == "referential" else one
        tags = count(opened(render(subject, "pdf", language, ON, kind=kind)))
        tags["/Document/P"] -= data(document(subject, language, ON, kind=kind))["coded"]
        found[f"{outcome} {kind}"] = Counter({p: n for p, n in tags.items() if "Strong" not in p})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=FAMILIES)
    parser.add_argument("--pdf", action="store_true")
    given = parser.parse_args()
    pairs, start = 0, time.monotonic()
    for family in [given.only] if given.only else FAMILIES:
        pairs += in_pdf(FAMILIES[family]) if given.pdf else every_turn(FAMILIES[family])
        print(f"{family}: {len(FAMILIES[family])} payloads in {len(FIELDS)} fields", flush=True)
    seconds = time.monotonic() - start
    print(f"payloads in fields {pairs}, structures changed 0, {seconds:.0f} s")


if __name__ == "__main__":
    main()
