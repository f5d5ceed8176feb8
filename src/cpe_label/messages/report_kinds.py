"""The words of the summary, the certificate, the plan and the referential, by key."""

from typing import Final

from .phrase import Phrase

OTHER_KINDS: Final[dict[str, Phrase]] = {
    "summary": Phrase("Summary", "Synthèse"),
    "missing": Phrase("What the label still requires", "Ce qu'il faut encore pour le label"),
    "more_in_full": Phrase(
        "And {count} more, in the full report.",
        "Et {count} {count:autre|autres}, dans le rapport complet.",
    ),
    "named_in_full": Phrase(
        "These criteria are named in the full report.",
        "Ces critères sont nommés dans le rapport complet.",
    ),
    "summary_source": Phrase(
        "This page sums up the audit report of {dates}; the detail is in that report.",
        "Cette page résume le rapport d'audit ({dates}), où figure le détail.",
    ),
    "summary_source_self": Phrase(
        "This page sums up the self-assessment of {dates}; the detail is in its report.",
        "Cette page résume l'autodiagnostic ({dates}), où figure le détail.",
    ),
    "certificate": Phrase("Certificate", "Certificat"),
    "certifies": Phrase(
        "The committee has granted the label to {organisation}, which meets the conditions of the "
        "referential {version:tight}.",
        "Le comité a accordé le label à {organisation}, qui remplit les conditions du référentiel "
        "{version:tight}.",
    ),
    "no_certificate_label": Phrase(
        "No certificate is due: {standing}.",
        "Aucun certificat n'est dû : {standing}.",
    ),
    "no_certificate_state": Phrase(
        "No certificate is due on {day:words}: {state}.",
        "Aucun certificat n'est dû au {day:words} : {state}.",
    ),
    "no_certificate_yet": Phrase(
        "No certificate is due on {day:words}: the label is granted on {decided:words}.",
        "Aucun certificat n'est dû au {day:words} : le label est accordé le {decided:words}.",
    ),
    "previous_label": Phrase(
        "The label before, as the audit names it, runs to {last:words} included.",
        "Le label précédent, tel que l'audit l'indique, court jusqu'au {last:words} inclus.",
    ),
    "renewal_on": Phrase(
        "For a new label to follow on from this one, the committee must decide {between}.",
        "Pour qu'un nouveau label prenne la suite de celui-ci, le comité doit décider {between}.",
    ),
    "renewal_due": Phrase(
        "For the new label to follow on from the label before, the committee must decide "
        "{between}.",
        "Pour que le nouveau label prenne la suite du précédent, le comité doit décider {between}.",
    ),
    "reason_given": Phrase("The committee's reason", "Motif du comité"),
    "holds_from": Phrase(
        "The label holds from {first:words}.", "Le label prend effet le {first:words}."
    ),
    "plan": Phrase("What is to be done", "Ce qui reste à faire"),
    "plan_all": Phrase("What the label requires", "Ce qui est indispensable pour le label"),
    "plan_any": Phrase(
        "What the label requires, to choose among", "Ce qu'il faut encore, au choix"
    ),
    "plan_more": Phrase("Ways to progress", "Pour aller plus loin"),
    "label_now": Phrase("Where the label stands", "Où en est le label"),
    "now_labelled": Phrase(
        "The label is granted: no criterion is missing, and every level is reached.",
        "Le label est accordé : aucun critère ne manque, tous les niveaux sont atteints.",
    ),
    "now_suspended": Phrase(
        "The label is suspended. No criterion was missing at the audit: the committee may "
        "reinstate the label, or withdraw it.",
        "Le label est suspendu. Aucun critère ne manquait lors de l'audit : c'est au comité de "
        "rétablir le label, ou de le retirer.",
    ),
    "now_withdrawn": Phrase(
        "The label is withdrawn for good: only a new audit can lead to a label again.",
        "Le label est retiré définitivement : seul un nouvel audit peut de nouveau mener au label.",
    ),
    "now_expired": Phrase(
        "The label has expired: only a new audit can lead to a label again.",
        "Le label est échu : seul un nouvel audit peut de nouveau mener au label.",
    ),
    "now_labellable": Phrase(
        "No criterion is missing, and every level is reached: the committee is to decide.",
        "Aucun critère ne manque, tous les niveaux sont atteints : c'est au comité de décider.",
    ),
    "now_secured": Phrase(
        "Every level is reached already, whatever is found for the criteria that are still to "
        "assess; they remain to be assessed.",
        "Tous les niveaux sont déjà atteints, quel que soit le constat sur les critères encore à "
        "évaluer ; il reste à les évaluer.",
    ),
    "now_refused": Phrase(
        "No criterion is missing, and every level is reached; the committee has not granted the "
        "label all the same.",
        "Aucun critère ne manque, tous les niveaux sont atteints ; le comité n'a pourtant pas "
        "accordé le label.",
    ),
    "now_adjourned": Phrase(
        "Every level is reached; the committee has adjourned its decision.",
        "Tous les niveaux sont atteints ; le comité a ajourné sa décision.",
    ),
    "now_self_pass": Phrase(
        "No criterion is missing, by this self-assessment. Only an audit can lead to the label.",
        "Aucun critère ne manque, selon cet autodiagnostic. Seul un audit peut mener au label.",
    ),
    "plan_more_note": Phrase(
        "None of these is missing for the label; they help the organisation to progress.",
        "Rien de cela ne manque pour le label ; ces points aident la structure à progresser.",
    ),
    "plan_source": Phrase(
        "From the audit report of {dates}.", "D'après le rapport d'audit ({dates})."
    ),
    "plan_source_self": Phrase(
        "From the self-assessment of {dates}.", "D'après l'autodiagnostic ({dates})."
    ),
    "plan_dates": Phrase("Agreed actions, by date", "Actions convenues, par date"),
    "referential_document": Phrase("Referential", "Référentiel"),
    "version": Phrase("Version", "Version"),
    "validity": Phrase("In force", "En vigueur"),
    "in_force_from": Phrase("from {first:words}", "à partir du {first:words}"),
    "in_force": Phrase(
        "from {first:words} to {last:words} included", "du {first:words} au {last:words} inclus"
    ),
    "dated": Phrase("{title} ({day:words})", "{title} ({day:words})"),
    "certificate_notice": Phrase("On every certificate", "Sur chaque certificat"),
    "about": Phrase("What it is", "Ce que c'est"),
    "count_of": Phrase(
        "{level}: {count} {count:criterion|criteria}", "{level} : {count} {count:critère|critères}"
    ),
    "documents": Phrase("Texts it stands on", "Textes sur lesquels il s'appuie"),
    "guidance": Phrase("How it is judged", "Comment l'apprécier"),
    "not_applicable_when": Phrase("Not applicable if", "Sans objet si"),
    "to_ask_for": Phrase("To ask for", "À demander"),
}
