"""The shipped referential says what the charter says, and cites only what exists."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from support.shipped import ROOT

from cpe_label import Referential

BINDING = [*range(1, 14), *range(18, 21)]
"""The articles of the charter that bind a CAE; 14 to 17 are the process of the label."""

CITABLE = yaml.load(
    (Path(__file__).parent / "citable.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
"""Every place that a criterion may cite, by source."""


def articles(referential: Referential) -> Counter[int]:
    return Counter(
        int(str(citation.at).removeprefix("art. "))
        for criterion in referential.criteria
        for citation in criterion.sources
        if citation.source == "charte"
    )


def test_every_binding_article_is_covered(label_cpe: Referential) -> None:
    cited = articles(label_cpe)
    assert [article for article in BINDING if not cited[article]] == []
    assert set(cited) - set(BINDING) <= {15}  # from which the prerequisites come


def test_every_citation_exists(label_cpe: Referential) -> None:
    for criterion in label_cpe.criteria:
        for citation in criterion.sources:
            assert (citation.at or "") in CITABLE[citation.source], (criterion.id, citation)


def test_every_source_is_cited(label_cpe: Referential) -> None:
    cited = {c.source for criterion in label_cpe.criteria for c in criterion.sources}
    assert cited == {source.id for source in label_cpe.sources}


def test_the_shares_are_the_charters(label_cpe: Referential) -> None:
    assert [(level.id, str(level.required), level.scope) for level in label_cpe.levels] == [
        ("prerequisite", "100%", "whole"),
        ("mandatory", "100%", "whole"),
        ("recommended", "50%", "whole"),
    ]
    assert label_cpe.validity.years == 3
    assert label_cpe.in_force.from_.isoformat() == "2019-05-23"


def test_every_level_is_present_and_the_size_is_right(label_cpe: Referential) -> None:
    by_level = Counter(criterion.level for criterion in label_cpe.criteria)
    assert by_level == {"prerequisite": 3, "mandatory": 33, "recommended": 28}


def test_every_criterion_says_how_it_is_judged(label_cpe: Referential) -> None:
    for criterion in label_cpe.criteria:
        assert criterion.guidance, criterion.id
        assert criterion.evidence, criterion.id
        assert len(criterion.title) <= 70, criterion.id


def test_identifiers_are_permanent(label_cpe: Referential) -> None:
    """A version that has been published keeps its identifiers and their levels for ever."""
    known = (Path(__file__).parent / "published" / "label-cpe-2019.1.txt").read_text("utf-8")
    assert [f"{one.id} {one.level}" for one in label_cpe.criteria] == known.split("\n")[:-1]


def test_identifiers_follow_their_section(label_cpe: Referential) -> None:
    for section in label_cpe.sections:
        numbers = [re.fullmatch(r"([A-Z]{3})-([0-9]{2})", one.id) for one in section.criteria]
        assert all(numbers), section.id
        assert len({number[1] for number in numbers if number}) == 1, section.id


def test_it_says_what_it_is(label_cpe: Referential) -> None:
    description = str(label_cpe.description)
    for word in ("lecture", "publique", "grille"):
        assert word in description


# The charter's own sentences, by their first words: none of them may be copied.
CHARTER = [
    "est l’entreprise partagée de ses salariés",
    "a vocation à participer au projet collectif",
    "reste un acte d’adhésion volontaire",
    "contribuent au fonctionnement de la CAE proportionnellement",
    "participe à la mission d’intérêt général",
    "est cofinancée par des partenaires extérieurs",
    "noue sur son territoire un dialogue constructif",
    "participe aux instances de l’ESS sur son territoire",
    "est à l’écoute des évolutions et opportunités",
    "contribue à l’émergence, à la structuration",
    "s’engage à exercer son métier tel que défini",
    "accueille toute personne entrant dans son objet social",
    "est rythmé par des entretiens individuels réguliers",
    "s’engage à gérer les opérations comptables",
    "adhère à l’association régionale Coopérer pour Entreprendre, si",
    "participe, selon ses moyens, aux collectifs de travail",
    "est à jour de ses cotisations à Coopérer pour Entreprendre, s’",
]


@pytest.mark.parametrize("words", CHARTER)
def test_no_sentence_of_the_charter_is_copied(words: str) -> None:
    text = (ROOT / "referentials" / "label-cpe-2019.yaml").read_text("utf-8")
    assert words not in " ".join(text.split())
