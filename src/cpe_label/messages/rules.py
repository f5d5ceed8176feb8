"""The sentences of the rules: each clause, and each reason that an evaluation gives."""

from typing import Final

from .phrase import Phrase

CLAUSES: Final[dict[str, Phrase]] = {
    "RC-1": Phrase(
        "A decision covers every criterion of one version of one referential.",
        "La décision porte sur tous les critères d'une seule version d'un seul référentiel.",
    ),
    "RC-2": Phrase(
        "Every criterion has one level, and each level has a required share, "
        "both written in the referential.",
        "Chaque critère a un niveau et chaque niveau un seuil, "
        "l'un et l'autre écrits dans le référentiel.",
    ),
    "RC-3": Phrase(
        "A criterion is met, not met, not applicable or not yet assessed; "
        "no partial credit, no weight.",
        "Un critère est satisfait, non satisfait, sans objet ou non encore évalué ; "
        "ni demi-mesure, ni pondération.",
    ),
    "RC-4": Phrase(
        "A criterion is not applicable only where the referential says when, and with a "
        "justification; it then leaves the count.",
        "Un critère n'est sans objet que dans le cas prévu par le référentiel et avec une "
        "justification ; il sort alors du compte.",
    ),
    "RC-5": Phrase(
        "A level is reached when its required share of applicable criteria is met, compared in "
        "whole numbers; the shares shown are rounded down.",
        "Un niveau est atteint quand ses critères satisfaits, rapportés aux critères "
        "applicables, atteignent son seuil, en comparant des nombres entiers ; les taux affichés "
        "sont arrondis vers le bas.",
    ),
    "RC-6": Phrase(
        "The required share holds over the whole referential or in each section, as the level "
        "says; criteria not yet assessed count as applicable.",
        "Le seuil vaut pour l'ensemble du référentiel ou dans chaque domaine, selon le "
        "niveau ; les critères non encore évalués comptent comme applicables.",
    ),
    "RC-7": Phrase(
        "A level in which nothing is applicable is reached, and the report says so.",
        "Un niveau dont aucun critère n'est applicable est atteint, et le rapport le dit.",
    ),
    "RC-8": Phrase(
        "What is not assessed is not known: a level is reached, or not reached, only when no "
        "answer still to come can change it.",
        "Ce qui n'est pas évalué n'est pas connu : un niveau n'est dit atteint ou non atteint que "
        "si aucune réponse à venir ne peut le changer.",
    ),
    "RC-9": Phrase(
        "One level not reached is enough to fail; otherwise one undecided level leaves the whole "
        "undecided; otherwise the conditions are met.",
        "Un seul niveau non atteint suffit à écarter le label ; sinon un niveau en suspens laisse "
        "l'ensemble en suspens ; sinon les conditions sont remplies.",
    ),
    "RC-10": Phrase(
        "Only an audit can label; a self-assessment has a verdict and no label.",
        "Seul un audit peut mener au label ; un autodiagnostic a un résultat, pas de label.",
    ),
    "RC-11": Phrase(
        "The committee decides; it can grant the label only on a complete audit whose conditions "
        "are all met.",
        "Le comité décide ; il ne peut accorder le label que sur un audit complet dont toutes les "
        "conditions sont remplies.",
    ),
    "RC-12": Phrase(
        "The label's first day is the day of the decision; its last day, included, is the eve of "
        "the same day at the end of the term, or of the 1st of the next month where that day does "
        "not exist.",
        "Le premier jour du label est celui de la décision ; son dernier jour, inclus, est la "
        "veille du même jour au terme de la durée, ou du 1er du mois suivant si ce jour n'existe "
        "pas.",
    ),
    "RC-13": Phrase(
        "A renewal decided inside the window before the last day starts the day after it; "
        "otherwise, or when the label before it was suspended or withdrawn on the eve of the "
        "decision, on the day of its decision.",
        "Un renouvellement décidé dans la période qui précède le dernier jour prend effet le "
        "lendemain de celui-ci ; sinon, ou si le label précédent était suspendu ou retiré la "
        "veille de la décision, le jour de sa décision.",
    ),
    "RC-14": Phrase(
        "On a given day the label is withdrawn, not yet begun, expired, suspended, expiring or "
        "valid: the first of these that applies.",
        "À une date donnée, le label est retiré, pas encore commencé, échu, suspendu, proche de "
        "son terme ou valide : le premier de ces états qui s'applique.",
    ),
    "RC-15": Phrase(
        "An audit uses a version in force on its first day, whenever it is decided, and the label "
        "keeps that version for its whole term.",
        "Un audit utilise une version en vigueur à son premier jour, quel que soit le jour de la "
        "décision, et le label garde cette version pour toute sa durée.",
    ),
    "RC-16": Phrase(
        "The labels of one organisation form a chain by day of decision: a term that is followed "
        "ends on the eve of the next, and a renewal names the label that it renews.",
        "Les labels d'une organisation forment une chaîne, par jour de décision : une période qui "
        "est suivie finit la veille de la suivante, et un renouvellement nomme le label qu'il "
        "renouvelle.",
    ),
    "RC-17": Phrase(
        "On a given day nothing that is dated after it counts; each organisation has a label, that "
        "of its term, and a stage, that of its latest audit.",
        "Un jour donné, rien de ce qui est daté d'après ne compte ; chaque organisation a un "
        "label, celui de sa période, et une étape, celle de son dernier audit.",
    ),
    "RC-18": Phrase(
        "Coverage counts, of the members on a day, those that are engaged, audited and labelled; "
        "nothing is matched by name.",
        "La couverture compte, parmi les membres d'un jour, ceux qui sont engagés, audités et "
        "labellisés ; rien n'est rapproché par le nom.",
    ),
    "RC-19": Phrase(
        "A criterion across the network is counted over the latest finished audit of each "
        "organisation, by its permanent identifier.",
        "Un critère dans le réseau se compte sur le dernier audit terminé de chaque organisation, "
        "par son identifiant permanent.",
    ),
    "RC-20": Phrase(
        "From one audit to a later one of the same organisation, each criterion stands in one "
        "list, by its identifier; where its requirement changed, nothing is concluded.",
        "D'un audit à un audit ultérieur de la même organisation, chaque critère figure dans une "
        "seule liste, par son identifiant ; si son exigence a changé, rien n'en est conclu.",
    ),
}

# The inequality of a level, or of a level in one section, in words.
_COUNT_EN = (
    "{met} {met:criterion|criteria} met of {applicable} applicable, {required:share} required "
    "({inequality:tight})"
)
_COUNT_FR = (
    "{met} {met:critère satisfait|critères satisfaits} sur {applicable} "
    "{applicable:applicable|applicables}, seuil de {required:share} ({inequality:tight})"
)

REASONS: Final[dict[str, Phrase]] = {
    "reached": Phrase(f"{{where}}: {_COUNT_EN}: reached.", f"{{where}} : {_COUNT_FR} : atteint."),
    "not_reached": Phrase(
        f"{{where}}: {_COUNT_EN}: {{still_needed}} more needed.",
        f"{{where}} : {_COUNT_FR} : il en manque {{still_needed}}.",
    ),
    "reached_already": Phrase(
        f"{{where}}: {_COUNT_EN}: reached, whatever the {{unassessed}} still to assess "
        "{unassessed:gives|give}.",
        f"{{where}} : {_COUNT_FR} : atteint, quoi que donne "
        "ce qui reste à évaluer ({unassessed}).",
    ),
    "out_of_reach": Phrase(
        f"{{where}}: {_COUNT_EN}: out of reach even if all that is still to assess "
        "({unassessed}) were met ({possible:tight}).",
        f"{{where}} : {_COUNT_FR} : hors d'atteinte même si tout ce qui reste à évaluer "
        "({unassessed}) était satisfait ({possible:tight}).",
    ),
    "open": Phrase(
        f"{{where}}: {_COUNT_EN}: open, {{still_needed}} more must be met and {{unassessed}} "
        "{unassessed:is|are} still to assess.",
        f"{{where}} : {_COUNT_FR} : en suspens, il en faut encore {{still_needed}} et "
        "{unassessed} {unassessed:reste|restent} à évaluer.",
    ),
    "nothing_applicable": Phrase(
        "{where}: no criterion is applicable, so the level is reached.",
        "{where} : aucun critère n'est applicable, le niveau est donc atteint.",
    ),
    "section_nothing": Phrase(
        "{where}: no criterion is applicable in this section, so nothing is missing in it.",
        "{where} : aucun critère n'est applicable dans ce domaine, il n'y manque donc rien.",
    ),
    "suspended": Phrase(
        "The label is suspended from {day:words} on.",
        "Le label est suspendu à partir du {day:words}.",
    ),
    "reinstated": Phrase(
        "The label is reinstated from {day:words} on.",
        "Le label est rétabli à partir du {day:words}.",
    ),
    "withdrawn": Phrase(
        "The label is withdrawn from {day:words} on, for good.",
        "Le label est retiré à partir du {day:words}, définitivement.",
    ),
    "sections_reached": Phrase(
        "{where}: {required:share} required in each section: reached in all {sections}.",
        "{where} : seuil de {required:share} dans chaque domaine : atteint partout ({sections} "
        "{sections:domaine|domaines}).",
    ),
    "sections_not_reached": Phrase(
        "{where}: {required:share} required in each section: "
        "not reached in {failing} of {sections}.",
        "{where} : seuil de {required:share} dans chaque domaine : non atteint dans {failing} "
        "{failing:domaine|domaines} sur {sections}.",
    ),
    "sections_open": Phrase(
        "{where}: {required:share} required in each section: open in {open} of {sections}.",
        "{where} : seuil de {required:share} dans chaque domaine : en suspens dans {open} "
        "{open:domaine|domaines} sur {sections}.",
    ),
    "set_aside": Phrase(
        "{count} {count:criterion is|criteria are} not applicable and {count:leaves|leave} the "
        "count, {count:with its|each with its} justification.",
        "{count} {count:critère est sans objet et sort|critères sont sans objet et sortent} du "
        "compte, {count:avec sa|chacun avec sa} justification.",
    ),
    "pass": Phrase("Every level is reached.", "Tous les niveaux sont atteints."),
    "fail": Phrase(
        "{count} {count:level is|levels are} not reached: {levels:and}.",
        "{count} {count:niveau n'est pas atteint|niveaux ne sont pas atteints} : {levels:and}.",
    ),
    "undecided": Phrase(
        "{count} {count:level is|levels are} still open: {levels:and}.",
        "{count} {count:niveau reste|niveaux restent} en suspens : {levels:and}.",
    ),
    "self_assessment": Phrase(
        "This is a self-assessment: it prepares an audit and cannot label.",
        "Ceci est un autodiagnostic : il prépare un audit et ne peut pas mener au label.",
    ),
    "awaiting": Phrase(
        "The committee has not decided yet.", "Le comité ne s'est pas encore prononcé."
    ),
    "granted": Phrase(
        "The committee granted the label on {day:words}.",
        "Le comité a accordé le label le {day:words}.",
    ),
    "refused": Phrase(
        "The committee did not grant the label ({day:words}).",
        "Le comité n'a pas accordé le label ({day:words}).",
    ),
    "refused_on_pass": Phrase(
        "The committee did not grant the label ({day:words}), although every condition is met; "
        "its reason is given with the decision.",
        "Le comité n'a pas accordé le label ({day:words}), alors que toutes les conditions sont "
        "remplies ; son motif figure avec la décision.",
    ),
    "adjourned": Phrase(
        "The committee adjourned its decision ({day:words}).",
        "Le comité a ajourné sa décision ({day:words}).",
    ),
    "term": Phrase(
        "The label is granted from {first:words} to {last:words} included.",
        "Le label est accordé du {first:words} au {last:words} inclus.",
    ),
    "renewal_follows": Phrase(
        "Renewal: it starts on the day after {previous:words}, the last day of the label before "
        "it.",
        "Renouvellement : il prend effet au lendemain du {previous:words}, dernier jour du label "
        "précédent.",
    ),
    "renewal_early": Phrase(
        "Renewal: it starts on the day of its decision and ends the label before it, which ran to "
        "{previous:words}.",
        "Renouvellement : il prend effet le jour de sa décision et met fin au label précédent, qui "
        "courait jusqu'au {previous:words}.",
    ),
    "renewal_of_suspended": Phrase(
        "Renewal: it starts on the day of its decision, because the label before it, which ran to "
        "{previous:words}, was suspended on the eve of that day.",
        "Renouvellement : il prend effet le jour de sa décision, car le label précédent, qui "
        "courait jusqu'au {previous:words}, était suspendu la veille.",
    ),
    "renewal_of_withdrawn": Phrase(
        "Renewal: it starts on the day of its decision, because the label before it, which ran to "
        "{previous:words}, was withdrawn on the eve of that day.",
        "Renouvellement : il prend effet le jour de sa décision, car le label précédent, qui "
        "courait jusqu'au {previous:words}, était retiré la veille.",
    ),
    "renewal_gap": Phrase(
        "Renewal: {gap} {gap:day|days} without a label since {previous:words}, the last day of "
        "the label before it.",
        "Renouvellement : {gap} {gap:jour|jours} sans label depuis le {previous:words}, dernier "
        "jour du label précédent.",
    ),
}
