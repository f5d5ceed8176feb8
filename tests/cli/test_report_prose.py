"""Free text of an audit: paragraphs and lists."""

import pytest
from support.shipped import ROOT

from cpe_label import Audit, evaluate, load_audit, render
from cpe_label.reports.document import Bullets
from cpe_label.reports.prose import points, prose

GRANTED = ROOT / "examples" / "granted.yaml"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Un.\nDeux.", ["Un. Deux."]),
        ("Un.\n\n \nDeux.\r\n\r\nTrois.", ["Un.", "Deux.", "Trois."]),
        ("Vu :\n- a\n- b", ["Vu :", ("a", "b")]),
        ("* a\n* b\n\nFin.", [("a", "b"), "Fin."]),
        ("1. a\n2) b", [("a", "b")]),
        ("– a\n  suite\n– b", [("a suite", "b")]),
        ("- seul", ["- seul"]),
        ("-5 degrés\n-6 degrés", ["-5 degrés -6 degrés"]),
        ("1999. Une année\nsuite", ["1999. Une année suite"]),
        ("- a\n- b\n1. c\n2. d", [("a", "b"), ("c", "d")]),
        (" \n ", []),
        ("un\u2028deux\x85trois", ["un deux trois"]),
    ],
)
def test_free_text_keeps_its_paragraphs_and_lists(text: str, shape: list[object]) -> None:
    found = [part.items if isinstance(part, Bullets) else part.text for part in prose(text)]
    assert found == shape


def test_a_numbered_list_is_one() -> None:
    (points, numbers) = prose("- a\n- b\n\n1. c\n2. d")
    assert isinstance(points, Bullets)
    assert isinstance(numbers, Bullets)
    assert (points.numbered, numbers.numbered) == (False, True)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("html", '<p>Vu :</p>\n<ul class="plain">\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Fin.</p>'),
        ("markdown", "Vu :\n\n- a\n- b\n\nFin."),
        ("text", "  Vu :\n  - a\n  - b\n  Fin."),
    ],
)
def test_lists_of_an_opinion_in_every_format(form: str, expected: str) -> None:
    audit = load_audit(GRANTED).model_copy(update={"opinion": "Vu :\n- a\n- b\n\nFin."})
    text = render(evaluate(audit), form)
    assert expected in text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        (("- a", "– b", "c", "-5 °C"), ("a", "b", "c", "-5 °C")),
        (("- a\n- b", "• c\nsuite"), ("a", "b", "c\nsuite")),
        (("Vu :\n- a\n- b", "1. a\n2. b"), ("Vu :\n- a\n- b", "1. a\n2. b")),
        (("- a\n- b\nfin",), ("- a\n- b\nfin",)),
    ],
)
def test_a_list_has_one_mark_for_each_item(texts: tuple[str, ...], items: tuple[str, ...]) -> None:
    assert points(texts) == items


def test_a_text_keeps_the_line_breaks_of_its_author() -> None:
    findings = {
        **(first := load_audit(GRANTED).as_written())["findings"],
        "COO-02": {
            "status": "not_met",
            "comment": "Une ligne.\nUne autre.\n\nUn paragraphe.",
            "evidence": ["- Statuts,\narticle 3", "- Registre"],
        },
    }
    audit = Audit.build({**first, "findings": findings, "decision": None, "events": []})
    shown = render(evaluate(audit), "text").replace("\u202f", " ")
    assert "    Commentaire : Une ligne.\n      Une autre.\n\n      Un paragraphe.\n" in shown
    assert "    Éléments vus :\n      - Statuts,\n        article 3\n      - Registre\n" in shown
    findings["COO-02"]["status"] = "met"
    met = Audit.build({**first, "findings": findings, "decision": None, "events": []})
    shown = render(evaluate(met), "text").replace("\u202f", " ")
    expected = "      Éléments vus :\n        - Statuts,\n          article 3\n        - Registre\n"
    assert expected in shown
