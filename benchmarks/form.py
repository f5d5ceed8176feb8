"""Hold the script of the page in which an audit is filled in against the engine, and time the page.

    python benchmarks/form.py [--audits 20000]

Random audits under random referentials, in a real browser: the script's verdict, counts, what is
missing and its words must be those of the engine and of its reports. Then how long a page of 64 and
one of 500 criteria take to open and to answer a click, on this machine. Ends with 1 if the two
answer one audit differently.
"""

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support import making
from support.browser import chromium
from support.form_score import differences, random_audits

from cpe_label import Referential, load_referential
from cpe_label.reports.form import form_page
from cpe_label.text.typography import LANGUAGES, Language

ROOT = Path(__file__).parents[1]
BATCH, AUDITS_OF_ONE = 500, 25
CLICKS = 20
TEXT = "Une exigence de la longueur d'une vraie exigence, sur deux lignes ou presque. " * 3

CLICK = """async (count) => {
  const choices = [...document.querySelectorAll("#audit .criterion [value=met]")].slice(0, count);
  const times = [];
  for (const one of choices) {
    const start = performance.now();
    one.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push(performance.now() - start);
  }
  return times;
}"""
"""The time from a click to the end of the frame that shows its answer, in milliseconds."""


def held(pages: dict[Language, Any], count: int) -> int:
    """How many of some random audits the two answer differently, in one language or the other."""
    pairs = random_audits(2026, -(-count // AUDITS_OF_ONE), AUDITS_OF_ONE)
    differ = tried = 0
    for number, batch in enumerate(iter(lambda: list(itertools.islice(pairs, BATCH)), [])):
        language = LANGUAGES[number % 2]
        found = differences(pages[language], batch, language)
        differ += len(found)
        tried += len(batch)
        for one, two in found[:3]:
            print(f"page:   {one}\nengine: {two}")
    print(f"audits {tried}, differences {differ}", flush=True)
    return differ


def large() -> Referential:
    """500 criteria in 20 sections and 2 levels, with texts of an ordinary length."""
    levels = [{"id": "a", "required": "100%"}, {"id": "b", "required": "50%"}]
    counts = [{"a": {"met": 13}, "b": {"met": 12}} for _ in range(20)]
    referential = making.referential(levels, counts)
    sections = [
        section.model_copy(
            update={
                "criteria": [
                    one.model_copy(
                        update={"requirement": TEXT, "guidance": TEXT, "evidence": [TEXT, TEXT]}
                    )
                    for one in section.criteria
                ]
            }
        )
        for section in referential.sections
    ]
    return referential.model_copy(update={"sections": sections})


def timed(browser: Any, path: Path, referential: Referential) -> None:
    """Print how long a page takes, the middle and the longest of several."""
    path.write_text(form_page(referential, "fr"), "utf-8")
    opening = []
    for _ in range(5):
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(path.as_uri())
        page.locator("#all:enabled").wait_for()
        opening.append(1000 * (time.perf_counter() - start))
        clicks = page.evaluate(CLICK, CLICKS)
        page.close()
    sizes = f"{len(referential.criteria)} criteria, {path.stat().st_size // 1024} kB"
    print(
        f"{sizes}: open {_middle(opening)} ms (longest {max(opening):.0f}),"
        f" click {_middle(clicks)} ms (longest {max(clicks):.0f})"
    )


def _middle(times: list[float]) -> str:
    return f"{sorted(times)[len(times) // 2]:.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--audits", type=int, default=20_000, metavar="N")
    count = parser.parse_args().audits
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        label_cpe = load_referential(ROOT / "referentials" / "label-cpe-2019.yaml")
        print(f"Chromium {browser.version}")
        timed(browser, path, label_cpe)
        timed(browser, path, large())
        pages: dict[Language, Any] = {}
        for language in LANGUAGES:
            path.write_text(form_page(label_cpe, language), "utf-8")
            pages[language] = browser.new_page()
            pages[language].goto(path.as_uri())
        return 1 if held(pages, count) else 0


if __name__ == "__main__":
    sys.exit(main())
