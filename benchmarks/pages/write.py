"""Write every page that a browser and a validator are to judge.

    python benchmarks/pages/write.py FOLDER

Each kind of report, of four examples, in both languages; a network and its public list; and one
summary and one report with more in them than any real referential: 200 criteria, 12 sections, 6
levels, long titles. Nothing is judged here; docs/quality.md says what reads the folder.
"""

import argparse
import sys
from datetime import date
from itertools import product
from pathlib import Path

from cpe_label import Audit, Evaluation, evaluate, load_audit, render
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.network import FORMATS
from cpe_label.reports.render import NoCertificateError

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))
from support import making  # noqa: E402  it makes small referentials
from support.network import file_with, network  # noqa: E402  every label and every stage

ON = date(2026, 11, 23)
EXAMPLES = ("granted", "refused-mandatory", "half-done", "self-assessment")
SECTIONS, LEVELS, CRITERIA = 12, 6, 3


def example(name: str) -> Evaluation:
    audit = load_audit(ROOT / "examples" / f"{name}.yaml")
    return evaluate(audit)


def crowded(decision: dict[str, str] | None, *, open_ones: int) -> Evaluation:
    """A large referential whose every title is long, and a good practice for each criterion."""
    long = "gouvernance, accompagnement des entrepreneurs, ancrage territorial, intercoopération"
    levels = [
        {"id": f"n{n}", "title": f"Niveau {n} : exigence renforcée {long}", "required": "50%"}
        for n in range(LEVELS)
    ]
    counts = [
        {f"n{n}": {"met": CRITERIA - open_ones, "unassessed": open_ones} for n in range(LEVELS)}
        for _ in range(SECTIONS)
    ]
    referential = making.referential(levels, counts, title=f"Référentiel {long}")
    sections = tuple(
        one.model_copy(update={"title": f"{one.title} : {long}"}) for one in referential.sections
    )
    plain = making.audit(counts)
    audit = Audit.model_validate(
        {
            **dict(plain),
            "organisation": {"id": "exemple", "name": f"Coopérative Exemple de {long}"},
            "decision": decision,
            "findings": {
                name: {**dict(finding), "good_practice": f"Une bonne pratique : {long}."}
                for name, finding in plain.findings.items()
            },
        }
    )
    return evaluate(audit, referential.model_copy(update={"sections": sections}))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    granted = {"outcome": "granted", "decided_on": "2026-11-20"}
    evaluations = {name: example(name) for name in EXAMPLES} | {
        "crowded": crowded(granted, open_ones=0),
        "crowded-open": crowded(None, open_ones=1),
    }
    count = 0
    for (name, evaluation), kind, language in product(evaluations.items(), KINDS, ("fr", "en")):
        try:
            page = render(evaluation, "html", language, ON, kind=kind)
        except NoCertificateError:
            continue
        (folder / f"{kind}.{name}.{language}.html").write_text(page, "utf-8")
        count += 1
    left_out = (file_with("essai/audit.yaml", "A013"),)
    whole = network(left_out=left_out, problems=left_out)
    for (name, write), language in product(
        (("network", FORMATS["html"].write), ("labelled", FORMATS["html"].public)), ("fr", "en")
    ):
        page = str(write(whole, language)) if write else ""
        (folder / f"{name}.{language}.html").write_text(page, "utf-8")
        count += 1
    print(f"{count} pages in {folder}")


if __name__ == "__main__":
    main()
