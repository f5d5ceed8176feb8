"""The words of the reports, by key; a template writes `{{ say("unmet") }}`."""

from typing import Final

from .phrase import Phrase
from .report_kinds import OTHER_KINDS

REPORT: Final[dict[str, Phrase]] = {
    "audit_report": Phrase("Audit report", "Rapport d'audit"),
    "self_report": Phrase("Self-assessment", "Autodiagnostic"),
    "term": Phrase(
        "Valid from {first:words} to {last:words} included",
        "Valable du {first:words} au {last:words} inclus",
    ),
    "identifier": Phrase("Identifier", "Identifiant"),
    "region": Phrase("Region", "Région"),
    "audited_on": Phrase("Audited", "Dates de l'audit"),
    "assessed_on": Phrase("Assessed", "Dates de l'autodiagnostic"),
    "auditors": Phrase("Auditors", "Équipe d'audit"),
    "referential": Phrase("Referential", "Référentiel"),
    "unfinished": Phrase(
        "Unfinished: {count} of {total} criteria {count:is|are} still to assess. "
        "This document is not a final report.",
        "Inachevé : {count} {count:critère|critères} sur {total} {count:reste|restent} à évaluer. "
        "Ce document n'est pas un rapport définitif.",
    ),
    "decided_unfinished": Phrase(
        "Decided although {count} of {total} criteria {count:was|were} not assessed: no finding on "
        "{count:it|them} could have changed the result.",
        "Décidé alors que {count} {count:critère|critères} sur {total} {count:n'a|n'ont} pas été "
        "{count:évalué|évalués} : aucun constat n'aurait pu changer le résultat.",
    ),
    "rule": Phrase("The rule applied", "La règle appliquée"),
    "rule_level": Phrase(
        "{level}: {required:share} of applicable criteria must be met",
        "{level} : {required:share} des critères applicables doivent être satisfaits",
    ),
    "rule_each": Phrase(
        "{level}: {required:share} of applicable criteria must be met in each section",
        "{level} : {required:share} des critères applicables doivent être satisfaits dans chaque "
        "domaine",
    ),
    "rule_years": Phrase(
        "All levels must be reached. The committee decides; a label holds for {years} "
        "{years:year|years}.",
        "Tous les niveaux doivent être atteints. Le comité décide ; le label vaut pour {years} "
        "{years:an|ans}.",
    ),
    "rule_window": Phrase(
        "A renewal decided less than {months} {months:month|months} before the last day of a label "
        "follows on from it.",
        "Un renouvellement décidé moins de {months} mois avant le dernier jour d'un label en prend "
        "la suite.",
    ),
    "reasons": Phrase("Why this result", "Pourquoi ce résultat"),
    "clause": Phrase("Clause", "Clause"),
    "by_level": Phrase("Results by level", "Résultats par niveau"),
    "by_section": Phrase("Results by section", "Résultats par domaine"),
    "level": Phrase("Level", "Niveau"),
    "section": Phrase("Section", "Domaine"),
    "met_of": Phrase("Met / applicable", "Satisfaits / applicables"),
    "share": Phrase("Rate", "Taux"),
    "required": Phrase("Threshold", "Seuil"),
    "result": Phrase("Result", "Résultat"),
    "lacking": Phrase(
        "{needed} more {needed:criterion|criteria} needed",
        "il manque {needed} {needed:critère|critères}",
    ),
    "all_to_assess": Phrase(
        "{unassessed} {unassessed:criterion|criteria} still to assess",
        "{unassessed} {unassessed:critère reste|critères restent} à évaluer",
    ),
    "some_to_assess": Phrase(
        "{unassessed} {unassessed:criterion|criteria} still to assess, {needed} more must be met",
        "{unassessed} {unassessed:critère reste|critères restent} à évaluer, dont {needed} "
        "{needed:doit être satisfait|doivent être satisfaits}",
    ),
    "lacking_and_to_assess": Phrase(
        "{lacking} more {lacking:criterion|criteria} needed in any case, "
        "{unassessed} still to assess",
        "il manque déjà {lacking} {lacking:critère|critères}, "
        "{unassessed} {unassessed:reste|restent} à évaluer",
    ),
    "above": Phrase(
        "{count} {count:criterion|criteria} above the minimum",
        "{count} {count:critère|critères} de plus que le minimum",
    ),
    "no_margin": Phrase("exactly the minimum", "tout juste le minimum"),
    "fragile": Phrase(
        "{levels:and}: just reached. If any one of the {count} met criteria were lost, the label's "
        "conditions would no longer be met.",
        "{levels:and} : seuil atteint de justesse. Si un seul des {count} critères satisfaits "
        "venait à manquer, les conditions du label ne seraient plus remplies.",
    ),
    "fragile_one": Phrase(
        "{levels:and}: just reached. If the one met criterion were lost, the label's conditions "
        "would no longer be met.",
        "{levels:and} : seuil atteint de justesse. Si le seul critère satisfait venait à manquer, "
        "les conditions du label ne seraient plus remplies.",
    ),
    "needs_of": Phrase("{level}: {needs}", "{level} : {needs}"),
    "gauge": Phrase(
        "{met} of {applicable} met, {unassessed} to assess, threshold {required:share}",
        "{met} sur {applicable} satisfaits, {unassessed} à évaluer, seuil {required:share}",
    ),
    "gauge_section": Phrase(
        "{met} of {applicable} met, {unassessed} to assess",
        "{met} sur {applicable} satisfaits, {unassessed} à évaluer",
    ),
    "per_section": Phrase("{required:share} in each section", "{required:share} par domaine"),
    "legend": Phrase("The line marks the threshold.", "Le trait marque le seuil à atteindre."),
    "legend_open": Phrase(
        "The line marks the threshold; stripes are what is still to assess.",
        "Le trait marque le seuil à atteindre ; les hachures, ce qui reste à évaluer.",
    ),
    "nothing_applicable": Phrase("nothing applicable", "rien d'applicable"),
    "no_criterion": Phrase("no criterion", "aucun critère"),
    "unmet": Phrase("Criteria not met: {level}", "Critères non satisfaits – {level}"),
    "unmet_blocking": Phrase(
        "Every one of these must be met.", "Chacun de ces critères doit être satisfait."
    ),
    "unmet_any": Phrase(
        "{count} more of these would be enough.",
        "Il suffirait d'en satisfaire {count} de plus parmi ceux-ci.",
    ),
    "unmet_open": Phrase(
        "{count} more would be enough, among these and the criteria still to assess.",
        "Il suffirait d'en satisfaire {count} de plus, parmi ceux-ci et les critères qui restent à "
        "évaluer.",
    ),
    "unmet_sections": Phrase(
        "{count} more would be enough, in the sections that have not reached the threshold.",
        "Il suffirait d'en satisfaire {count} de plus, dans les domaines qui n'ont pas atteint le "
        "seuil.",
    ),
    "unmet_enough": Phrase(
        "The level is reached without them; they are ways to progress.",
        "Le niveau est atteint sans eux ; ce sont des pistes de progrès.",
    ),
    "to_assess": Phrase("Still to assess", "Critères restant à évaluer"),
    "good_practices": Phrase("Good practices", "Bonnes pratiques"),
    "recommendations": Phrase("Recommendations", "Recommandations"),
    "not_applicable": Phrase("Not applicable, and why", "Critères sans objet, et pourquoi"),
    "none_noted": Phrase("None noted.", "Aucune n'a été notée."),
    "response": Phrase(
        "The audited organisation's observations", "Observations de la structure auditée"
    ),
    "opinion": Phrase("The auditors' opinion", "Avis de l'équipe d'audit"),
    "decision": Phrase("The committee's decision", "Décision du comité"),
    "no_decision": Phrase(
        "The committee has not decided yet.", "Le comité ne s'est pas encore prononcé."
    ),
    "self_no_decision": Phrase(
        "A self-assessment is not submitted to the committee.",
        "Un autodiagnostic n'est pas soumis au comité.",
    ),
    "decided_on": Phrase("{outcome}, {day:words}", "{outcome} le {day:words}"),
    "event_reason": Phrase("{event}: {reason}", "{event} : {reason}"),
    "state_on": Phrase("State on {day:words}", "État au {day:words}"),
    "grid": Phrase("The whole grid", "La grille complète"),
    "criterion": Phrase("Criterion", "Critère"),
    "finding": Phrase("Finding", "Constat"),
    "requirement": Phrase("Requirement", "Exigence"),
    "evidence": Phrase("Evidence", "Éléments vus"),
    "comment": Phrase("Comment", "Commentaire"),
    "good_practice": Phrase("Good practice", "Bonne pratique"),
    "recommendation": Phrase("Recommendation", "Recommandation"),
    "due": Phrase("by {day}", "pour le {day}"),
    "past": Phrase("{day} (past)", "{day} (échéance dépassée)"),
    "still_open": Phrase("{count} to assess", "{count} à évaluer"),
    "justification": Phrase("Justification", "Justification"),
    "ground": Phrase("Case allowed by the referential", "Cas prévu par le référentiel"),
    "sources": Phrase("Sources", "Sources"),
    "rules_applied": Phrase("Rules of calculation applied", "Règles de calcul appliquées"),
    "digests": Phrase("Traceability", "Traçabilité"),
    "digest_referential": Phrase("Fingerprint of the referential", "Empreinte du référentiel"),
    "digest_audit": Phrase(
        "Fingerprint of the audit, decision and events left out",
        "Empreinte de l'audit, hors décision et événements",
    ),
    "computed_by": Phrase("Computed by {engine}", "Calculé par {engine}"),
    "coded": Phrase(
        "A character that the fonts of this PDF do not have is shown by its code, as [U+6F22]. To "
        "print it as it is written, print the same report in HTML.",
        "Un caractère que les polices de ce PDF n'ont pas est montré par son code, comme [U+6F22]. "
        "Pour l'imprimer tel qu'il s'écrit, imprimez le même rapport en HTML.",
    ),
    "was_term": Phrase(
        "Granted for {first:words} to {last:words} included",
        "Accordé pour la période du {first:words} au {last:words} inclus",
    ),
    "semicolon": Phrase("; ", "\u202f; "),
    "colon": Phrase("{what}:", "{what} :"),
    "missing_one": Phrase("{level}: this criterion is missing.", "{level} : ce critère manque."),
    "missing_all": Phrase(
        "{level}: these {count} criteria are missing.", "{level} : ces {count} critères manquent."
    ),
    "assess_one": Phrase(
        "{level}: this criterion is still to assess, and must be met.",
        "{level} : ce critère reste à évaluer et doit être satisfait.",
    ),
    "assess_all": Phrase(
        "{level}: these {count} criteria are still to assess, and must all be met.",
        "{level} : ces {count} critères restent à évaluer et doivent tous être satisfaits.",
    ),
    "missing_and_assess": Phrase(
        "{level}: these {count} criteria must all be met; {unassessed} of them "
        "{unassessed:is|are} still to assess.",
        "{level} : ces {count} critères doivent tous être satisfaits ; {unassessed} d'entre eux "
        "{unassessed:reste|restent} à évaluer.",
    ),
    "missing_any": Phrase(
        "{level}: {needed} of these {count} criteria must still be met, whichever they are.",
        "{level} : il faut encore satisfaire {needed} de ces {count} critères, au choix.",
    ),
    "assess_any": Phrase(
        "{level}: {needed} of these {count} criteria must still be met, whichever they are; "
        "{unassessed} {unassessed:is|are} still to assess.",
        "{level} : il faut encore {needed} {needed:critère satisfait|critères satisfaits} parmi "
        "ces {count}, au choix ; {unassessed} {unassessed:reste|restent} à évaluer.",
    ),
    # ── What an audit covers ────────────────────────────────────────────────────────────────────
    "status": Phrase("Document", "Document"),
    "final": Phrase("final", "définitif"),
    "draft": Phrase("draft, until the committee decides", "projet, jusqu'à la décision du comité"),
    "self_complete": Phrase("completed self-assessment", "autodiagnostic terminé"),
    "self_open": Phrase("self-assessment in progress", "autodiagnostic en cours"),
    "draft_mark": Phrase("Draft", "Projet"),
    "self_mark": Phrase("In progress", "En cours"),
    "contents": Phrase("Contents", "Sommaire"),
    "more_missing": Phrase(
        "And {count} more, further on.",
        "Et {count} {count:autre|autres}, plus loin dans ce rapport.",
    ),
    "scope": Phrase("Scope and method", "Portée et méthode"),
    "scope_all": Phrase(
        "{count} {count:criterion|criteria} in this version of the referential; {assessed} "
        "{assessed:is|are} assessed here.",
        "{count} {count:critère|critères} dans cette version du référentiel ; {assessed} "
        "{assessed:est évalué|sont évalués} ici.",
    ),
    "scope_aside": Phrase(
        "{count} {count:criterion is|criteria are} not applicable, for a reason that is given and "
        "that the referential allows.",
        "{count} {count:critère est|critères sont} sans objet, pour une raison donnée et que le "
        "référentiel prévoit.",
    ),
    "scope_seen": Phrase(
        "Each finding rests on what the auditors saw and heard on the days of the audit; what was "
        "seen stands under each criterion.",
        "Chaque constat repose sur ce que l'équipe d'audit a vu et entendu aux jours de l'audit ; "
        "les éléments vus figurent sous chaque critère.",
    ),
    "scope_self": Phrase(
        "Each finding is the organisation's own; nobody else has looked yet.",
        "Chaque constat est celui de la structure elle-même ; personne d'autre n'a encore regardé.",
    ),
    "scope_sample": Phrase(
        "A sample is not the whole: what was not asked for may differ from what was seen.",
        "Un échantillon n'est pas le tout : ce qui n'a pas été demandé peut différer de ce qui a "
        "été vu.",
    ),
    "follow_up": Phrase("Renewal", "Renouvellement"),
    "renews": Phrase(
        "This audit is to renew a label whose last day is {day:words}.",
        "Cet audit vise à renouveler un label dont le dernier jour est le {day:words}.",
    ),
    "actions": Phrase("Action plan", "Plan d'action"),
    "owner": Phrase("Owner", "Responsable"),
    "by_when": Phrase("Due", "Échéance"),
    "what": Phrase("Action", "Action"),
    "not_said": Phrase("Not stated", "Non précisé"),
    "no_action": Phrase("No action has been agreed yet.", "Aucune action n'est encore convenue."),
    "no_response": Phrase(
        "The audited organisation has made no observation yet. It may answer the findings; its "
        "answer will stand here.",
        "La structure auditée n'a pas encore présenté d'observations. Elle peut répondre aux "
        "constats ; sa réponse figurera ici.",
    ),
    "no_opinion": Phrase(
        "The auditors have not given their opinion yet.",
        "L'équipe d'audit n'a pas encore rendu son avis.",
    ),
    "signatures": Phrase("Signatures", "Signatures"),
    "sign_here": Phrase("Date and signature", "Date et signature"),
    "sign_auditors": Phrase("For the auditors", "Pour l'équipe d'audit"),
    "sign_organisation": Phrase("For the organisation", "Pour la structure"),
    "sign_committee": Phrase("For the committee", "Pour le comité"),
    "limits": Phrase("What this report does not establish", "Ce que ce rapport n'établit pas"),
    "limit_future": Phrase(
        "It speaks of the days that it names and warrants nothing of what comes after.",
        "Il parle des jours qu'il indique et ne garantit rien de ce qui vient après.",
    ),
    "limit_accounts": Phrase(
        "It certifies neither accounts nor solvency.",
        "Il ne certifie ni les comptes, ni la solidité financière.",
    ),
    "limit_controls": Phrase(
        "It replaces no control that the law asks for, such as a statutory audit or review.",
        "Il ne remplace aucun contrôle prévu par la loi, comme celui d'un commissaire aux comptes "
        "ou d'un réviseur.",
    ),
    "limit_marks": Phrase(
        "Its rates are not marks, and compare no organisation with another.",
        "Les taux affichés ne sont pas des notes et ne servent pas à comparer des structures entre "
        "elles.",
    ),
    "limit_count": Phrase(
        "Its calculation counts the findings and does not judge them; the fingerprints below say "
        "what was counted.",
        "Le calcul compte les constats et ne les juge pas ; les empreintes données plus bas "
        "disent ce qui a été compté.",
    ),
    **OTHER_KINDS,
}
