"""The comments in an audit to fill in."""

from typing import Final

from .phrase import Phrase

BLANK_AUDIT: Final[dict[str, Phrase]] = {
    "title": Phrase("Audit to fill in: {title}", "Audit à remplir : {title}"),
    "how_status": Phrase(
        "status: met, not_met or not_applicable; leave it blank while a criterion is not assessed.",
        "status : met (satisfait), not_met (non satisfait) ou not_applicable (sans objet) ; "
        "laissez vide tant que le critère n'est pas évalué.",
    ),
    "how_more": Phrase(
        "Also possible under each criterion: good_practice, recommendation, "
        "action: {{owner: …, due: YYYY-MM-DD}}, and justification where it is not applicable.",
        "Possible aussi sous chaque critère : good_practice (bonne pratique), recommendation, "
        "action: {{owner: …, due: AAAA-MM-JJ}}, et justification s'il est sans objet.",
    ),
    "how_check": Phrase(
        "A list: a line « - text » for each, below its key; between brackets, commas separate. A "
        "text that holds « : » or « # » goes between double quotes.",
        "Une liste : une ligne « - texte » par élément, sous la clé ; entre crochets, la virgule "
        'sépare. Un texte qui contient « : » ou « # » se met entre guillemets droits (").',
    ),
    "how_next": Phrase(
        "Then, with the name of this file: cpe-label check, cpe-label evaluate, cpe-label report.",
        "Ensuite, avec le nom de ce fichier : cpe-label check, cpe-label evaluate, cpe-label "
        "report.",
    ),
    "how_decided": Phrase(
        "Later, once the committee has decided (remove the #):",
        "Plus tard, une fois que le comité a décidé (ôtez le #) :",
    ),
    "how_later": Phrase(
        "Later, once the committee has decided, and for a renewal (remove the #):",
        "Plus tard, une fois que le comité a décidé, et pour un renouvellement (ôtez le #) :",
    ),
    "kind": Phrase("audit or self_assessment", "audit ou self_assessment (autodiagnostic)"),
    "organisation_id": Phrase(
        "permanent identifier, SIREN for instance", "identifiant permanent, par exemple le SIREN"
    ),
    "day": Phrase("YYYY-MM-DD", "AAAA-MM-JJ"),
    "ask_for": Phrase("To ask for: {what}", "À demander : {what}"),
    "not_applicable": Phrase("Not applicable: {what}", "Sans objet : {what}"),
    "response": Phrase("the organisation's observations", "observations de la structure auditée"),
    "opinion": Phrase("the auditors' reasoned opinion", "avis motivé de l'équipe d'audit"),
    # ── What the audit before left ──────────────────────────────────────────────────────────────
    "is_new": Phrase(
        "NEW: the version of the audit before did not have this criterion.",
        "NOUVEAU : la version du précédent audit n'avait pas ce critère.",
    ),
    "is_reworded": Phrase(
        "REWORDED: the requirement was then « {what} »",
        "REFORMULÉ : l'exigence était alors « {what} »",
    ),
    "is_of_other_level": Phrase(
        "OTHER LEVEL: the level was then « {what} »",
        "AUTRE NIVEAU : le niveau était alors « {what} »",
    ),
    "found": Phrase("Found on {day:words}: {status}.", "Constat du {day:words} : {status}."),
    "then_evidence": Phrase("Seen then: {what}", "Éléments vus alors : {what}"),
    "then_comment": Phrase("Comment then: {what}", "Commentaire d'alors : {what}"),
    "then_justification": Phrase("Justification then: {what}", "Justification d'alors : {what}"),
    "then_good_practice": Phrase("Good practice then: {what}", "Bonne pratique d'alors : {what}"),
    "then_recommendation": Phrase("Recommended then: {what}", "Recommandation d'alors : {what}"),
    "then_action": Phrase("Planned then: {what}", "Suite prévue alors : {what}"),
    "due": Phrase("by {day:words}", "pour le {day:words}"),
    "retired": Phrase(
        "Of the audit before, and no longer in this version",
        "Du précédent audit, et absents de cette version",
    ),
    "to_renew": Phrase(
        "the label to renew; correct it if an event came since",
        "le label à renouveler ; à corriger si un événement est survenu depuis",
    ),
}
