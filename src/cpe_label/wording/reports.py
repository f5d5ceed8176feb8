"""The words of the reports, by key; a template says `{{ say("unmet") }}`."""

from typing import Final

from . import Phrase

REPORT: Final[dict[str, Phrase]] = {
    "audit_report": Phrase("Audit report", "Rapport d'audit"),
    "self_report": Phrase("Self-assessment", "Auto-évaluation"),
    "term": Phrase(
        "Valid from {first:words} to {last:words} included",
        "Valable du {first:words} au {last:words} inclus",
    ),
    "identifier": Phrase("Identifier", "Identifiant"),
    "region": Phrase("Region", "Région"),
    "audited_on": Phrase("Audited on", "Dates de l'audit"),
    "assessed_on": Phrase("Assessed on", "Dates de l'auto-évaluation"),
    "auditors": Phrase("Auditors", "Équipe d'audit"),
    "referential": Phrase("Referential", "Référentiel"),
    "unfinished": Phrase(
        "Unfinished: {count} of {total} criteria {count:is|are} still to assess. "
        "This document is not a final report.",
        "Inachevé : {count} {count:critère|critères} sur {total} {count:reste|restent} à évaluer. "
        "Ce document n'est pas un rapport définitif.",
    ),
    "rule": Phrase("The rule applied", "La règle appliquée"),
    "rule_level": Phrase(
        "{level}: {required:share} of applicable criteria",
        "{level} : {required:share} des critères applicables",
    ),
    "rule_each": Phrase(
        "{level}: {required:share} of applicable criteria in each section",
        "{level} : {required:share} des critères applicables dans chaque domaine",
    ),
    "rule_years": Phrase(
        "All levels must be reached. The committee decides; a label holds for {years} "
        "{years:year|years}.",
        "Tous les niveaux doivent être atteints. Le comité décide ; le label vaut pour {years} "
        "{years:an|ans}.",
    ),
    "reasons": Phrase("Why this result", "Pourquoi ce résultat"),
    "clause": Phrase("Clause", "Clause"),
    "by_level": Phrase("Results by level", "Résultats par niveau"),
    "by_section": Phrase("Results by section", "Résultats par domaine"),
    "level": Phrase("Level", "Niveau"),
    "section": Phrase("Section", "Domaine"),
    "met_of": Phrase("Met / applicable", "Satisfaits / applicables"),
    "share": Phrase("Share", "Part"),
    "required": Phrase("Required", "Exigé"),
    "result": Phrase("Result", "Résultat"),
    "still_needed": Phrase(
        "{count} more {count:criterion|criteria} needed",
        "il manque {count} {count:critère|critères}",
    ),
    "above": Phrase(
        "{count} {count:criterion|criteria} above the minimum",
        "{count} {count:critère|critères} au-dessus du minimum",
    ),
    "no_margin": Phrase("no margin", "sans marge"),
    "fragile": Phrase(
        "{count} met {count:criterion is|criteria are} fragile ({levels:and}): the loss of "
        "{count:it|any one of them} would be enough to lose the label's conditions.",
        "{count} {count:critère satisfait est fragile|critères satisfaits sont fragiles} "
        "({levels:and}) : "
        "{count:sa perte|la perte d'un seul} suffirait à ne plus remplir les conditions du label.",
    ),
    "needs_of": Phrase(
        "{level}: {count} more {count:criterion|criteria} needed",
        "{level} : il manque {count} {count:critère|critères}",
    ),
    "gauge": Phrase(
        "{met} of {applicable} met, {unassessed} to assess, {required:share} required",
        "{met} sur {applicable} satisfaits, {unassessed} à évaluer, {required:share} exigés",
    ),
    "gauge_section": Phrase(
        "{met} of {applicable} met, {unassessed} to assess",
        "{met} sur {applicable} satisfaits, {unassessed} à évaluer",
    ),
    "per_section": Phrase("{required:share} in each section", "{required:share} par domaine"),
    "legend": Phrase(
        "The line marks the required share; stripes are what is still to assess.",
        "Le trait marque la part exigée ; les hachures, ce qui reste à évaluer.",
    ),
    "nothing_applicable": Phrase("nothing applicable", "rien d'applicable"),
    "no_criterion": Phrase("no criterion", "sans critère"),
    "unmet": Phrase("Not met: {level}", "Non satisfaits : {level}"),
    "unmet_blocking": Phrase(
        "Every one of these must be met.", "Chacun de ces critères doit être satisfait."
    ),
    "unmet_any": Phrase(
        "{count} more of these would be enough.",
        "Il suffirait de {count} de plus parmi ceux-ci.",
    ),
    "unmet_open": Phrase(
        "{count} more would be enough, among these and the criteria still to assess.",
        "Il suffirait de {count} de plus, parmi ceux-ci et les critères qui restent à évaluer.",
    ),
    "unmet_sections": Phrase(
        "{count} more would be enough, in the sections that have not reached their share.",
        "Il suffirait de {count} de plus, dans les domaines qui n'ont pas atteint leur part.",
    ),
    "unmet_enough": Phrase(
        "The level is reached without them; they are ways to progress.",
        "Le niveau est atteint sans eux ; ce sont des voies de progrès.",
    ),
    "to_assess": Phrase("Still to assess", "Restent à évaluer"),
    "good_practices": Phrase("Good practices", "Bonnes pratiques"),
    "recommendations": Phrase("Recommendations", "Recommandations"),
    "not_applicable": Phrase("Not applicable, and why", "Critères sans objet, et pourquoi"),
    "none_noted": Phrase("None noted.", "Aucun élément relevé."),
    "response": Phrase("The organisation's observations", "Observations de la coopérative"),
    "opinion": Phrase("The auditors' opinion", "Avis de l'équipe d'audit"),
    "decision": Phrase("The committee's decision", "Décision du comité"),
    "no_decision": Phrase(
        "The committee has not decided yet.", "Le comité ne s'est pas encore prononcé."
    ),
    "self_no_decision": Phrase(
        "A self-assessment is not submitted to the committee.",
        "Une auto-évaluation n'est pas soumise au comité.",
    ),
    "decided_on": Phrase("{outcome}, {day:words}", "{outcome}, le {day:words}"),
    "state_on": Phrase("State on {day:words}", "État au {day:words}"),
    "grid": Phrase("The whole grid", "La grille complète"),
    "criterion": Phrase("Criterion", "Critère"),
    "finding": Phrase("Finding", "Constat"),
    "requirement": Phrase("Requirement", "Exigence"),
    "evidence": Phrase("Evidence", "Éléments vus"),
    "comment": Phrase("Comment", "Commentaire"),
    "good_practice": Phrase("Good practice", "Bonne pratique"),
    "recommendation": Phrase("Recommendation", "Recommandation"),
    "action": Phrase("Action", "Suite prévue"),
    "due": Phrase("by {day:words}", "pour le {day:words}"),
    "justification": Phrase("Justification", "Justification"),
    "ground": Phrase("Allowed when", "Cas prévu"),
    "sources": Phrase("Sources", "Sources"),
    "rules_applied": Phrase("Rules of calculation applied", "Règles de calcul appliquées"),
    "digests": Phrase("Traceability", "Traçabilité"),
    "digest_referential": Phrase("Fingerprint of the referential", "Empreinte du référentiel"),
    "digest_audit": Phrase(
        "Fingerprint of the audit, decision and events left out",
        "Empreinte de l'audit, hors décision et événements",
    ),
    "computed_by": Phrase("Computed by {engine}", "Calculé par {engine}"),
    "was_term": Phrase(
        "Granted for {first:words} to {last:words} included",
        "Accordé pour la période du {first:words} au {last:words} inclus",
    ),
    "semicolon": Phrase("; ", "\u202f; "),
    "colon": Phrase("{what}:", "{what} :"),
    "missing_all": Phrase(
        "{level} – all of these {count}:", "{level} – ces {count} critères, tous :"
    ),
    "missing_one": Phrase("{level} – this one:", "{level} – ce critère :"),
    "missing_any": Phrase(
        "{level} – any {needed} of these {count}:",
        "{level} – {needed} de plus parmi ces {count} :",
    ),
}
