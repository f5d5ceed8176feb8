"""Put every payload of `tests/payloads.py` in every field that a user can fill, and parse it all.

    python benchmarks/payloads.py [--only FAMILY]

The suite puts each payload somewhere and each family everywhere; this takes each family round until
every payload has stood in every field, in each kind of report and each format of text. It stops at
the first report whose structure changes.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from payloads import FAMILIES
from test_payloads import FIELDS, assert_nothing_changes, placed

from cpe_label.text import LANGUAGES


def every_turn(texts: tuple[str, ...]) -> int:
    """Try the texts from each start until each has stood in each field, and count the pairs."""
    wanted = {(field, text) for field in FIELDS for text in texts}
    left = set(wanted)
    for turn in range(len(texts)):
        turned = texts[turn:] + texts[:turn]
        if left.isdisjoint(placed(turned)):
            continue
        assert_nothing_changes(turned, LANGUAGES[turn % 2])
        left.difference_update(placed(turned))
    assert not left
    return len(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=FAMILIES)
    given = parser.parse_args()
    pairs, start = 0, time.monotonic()
    for family in [given.only] if given.only else FAMILIES:
        pairs += every_turn(FAMILIES[family])
        print(f"{family}: {len(FAMILIES[family])} payloads in {len(FIELDS)} fields", flush=True)
    seconds = time.monotonic() - start
    print(f"payloads in fields {pairs}, structures changed 0, {seconds:.0f} s")


if __name__ == "__main__":
    main()
