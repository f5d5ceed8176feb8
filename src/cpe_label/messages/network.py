"""The words of a network on a day: its page, its spreadsheet, its calendar, its public list."""

from typing import Final

from .phrase import Phrase
from .states import StateStyle

NETWORK: Final[dict[str, Phrase]] = {
    "document": Phrase("Network", "Réseau"),
    "kicker": Phrase("Network · on {day:words} · {title}", "Réseau · au {day:words} · {title}"),
    "kicker_untitled": Phrase("Network · {title}", "Réseau · {title}"),
    "untitled": Phrase("The network on {day:words}", "Le réseau au {day:words}"),
    "window": Phrase("{title} – {day:words}", "{title} – {day:words}"),
    # ── What was left out ───────────────────────────────────────────────────────────────────────
    "left_out": Phrase(
        "{count} {count:file|files} left out: {count:it|they} cannot be used, and "
        "{count:counts|count} nowhere.",
        "{count} {count:fichier laissé|fichiers laissés} de côté : "
        "{count:il ne peut pas être utilisé et n'est compté|"
        "ils ne peuvent pas être utilisés et ne sont comptés} nulle part.",
    ),
    "problems": Phrase(
        "{count} {count:file counts|files count} with a problem that should be corrected.",
        "{count} {count:fichier compté|fichiers comptés} avec un problème à corriger.",
    ),
    "file": Phrase("{source} ({codes})", "{source} ({codes})"),
    "more_files": Phrase("and {count} more", "et {count} {count:autre|autres}"),
    "may_miss": Phrase(
        "Some files could not be used: this list may be incomplete.",
        "Des fichiers n'ont pas pu être utilisés : cette liste peut être incomplète.",
    ),
    # ── Figures ─────────────────────────────────────────────────────────────────────────────────
    "glance": Phrase("At a glance", "L'essentiel"),
    "of": Phrase("{part} of {whole}", "{part} sur {whole}"),
    "share_of_members": Phrase("{share} of the members", "{share} des membres"),
    "figure_labelled": Phrase("{count:labelled|labelled}", "{count:labellisée|labellisées}"),
    "figure_expiring": Phrase("near the end of the label", "en fin de label"),
    "figure_expiring_note": Phrase(
        "{count:counted|counted} among those labelled",
        "{count:comptée|comptées} parmi les labellisées",
    ),
    "figure_lost": Phrase(
        "{count:label|labels} suspended, withdrawn or expired",
        "{count:label suspendu, retiré ou échu|labels suspendus, retirés ou échus}",
    ),
    "figure_lost_note": Phrase(
        "{suspended} suspended, {withdrawn} withdrawn, {expired} expired",
        "{suspended} {suspended:suspendu|suspendus}, {withdrawn} {withdrawn:retiré|retirés}, "
        "{expired} {expired:échu|échus}",
    ),
    "figure_audited": Phrase(
        "{count:audited|audited} at least once", "{count:auditée|auditées} au moins une fois"
    ),
    "figure_to_decide": Phrase("waiting for the committee", "en attente du comité"),
    "figure_to_decide_note": Phrase(
        "{to_decide} to decide, {adjourned} adjourned",
        "{to_decide} à décider, {adjourned} {adjourned:ajournée|ajournées}",
    ),
    "figure_overdue": Phrase("{count:action|actions} overdue", "{count:action|actions} en retard"),
    "figure_overdue_note": Phrase("of {whole} with a day", "sur {whole} avec une échéance"),
    # ── 1. Labels ───────────────────────────────────────────────────────────────────────────────
    "labels": Phrase("Labels", "Labels"),
    "organisation": Phrase("Organisation", "Structure"),
    "identifier": Phrase("Identifier", "Identifiant"),
    "region": Phrase("Region", "Région"),
    "label": Phrase("Label", "Label"),
    "term": Phrase("Term", "Période"),
    "first_day": Phrase("From", "Du"),
    "last_day": Phrase("To (included)", "Au (inclus)"),
    "days_left": Phrase("Days left", "Jours restants"),
    "renewal_opens": Phrase("Renewal opens", "Renouvellement dès le"),
    "latest": Phrase("Latest file", "Dernier dossier"),
    "since": Phrase("Since", "Depuis le"),
    "label_since": Phrase("{label} since {day:words}", "{label} depuis le {day:words}"),
    "latest_from": Phrase("Audited from", "Audit du"),
    "latest_to": Phrase("Audited to", "Audit au"),
    "stage": Phrase("Stage", "Étape"),
    "verdict": Phrase("Result", "Résultat"),
    "decided_on": Phrase("Decided on", "Décision du"),
    "version": Phrase("Version", "Version"),
    "source": Phrase("File", "Fichier"),
    "remark": Phrase("Remark", "Remarque"),
    "remark_left_out": Phrase("left out: {codes}", "laissé de côté : {codes}"),
    "remark_problem": Phrase("problem: {codes}", "problème : {codes}"),
    "days": Phrase("{count} {count:day|days} left", "encore {count} {count:jour|jours}"),
    "last_of_all": Phrase("last day", "dernier jour"),
    "opens": Phrase("renewal from", "renouvellement dès le"),
    "between": Phrase(
        "{first:words} to {last:words} included", "du {first:words} au {last:words} inclus"
    ),
    "until": Phrase("to {last:words} included", "jusqu'au {last:words} inclus"),
    "kind_audit": Phrase("audit", "audit"),
    "kind_self_assessment": Phrase("self-assessment", "autodiagnostic"),
    "latest_file": Phrase(
        "{kind}, {dates}, version {version:tight}, {source}",
        "{kind}, {dates}, version {version:tight}, {source}",
    ),
    "latest_decided": Phrase(
        "{kind}, {dates}, decided on {day:words}, version {version:tight}, {source}",
        "{kind}, {dates}, décision du {day:words}, version {version:tight}, {source}",
    ),
    "no_file": Phrase("no file", "aucun dossier"),
    # ── The line of time ────────────────────────────────────────────────────────────────────────
    "timeline": Phrase("From year to year", "Au fil des années"),
    "today": Phrase("day of this page", "jour de cette page"),
    "span_held": Phrase("labelled", "labellisée"),
    "span_suspended": Phrase("suspended", "suspendue"),
    "span_ended": Phrase("lost by a withdrawal", "perdu par retrait"),
    "span_unknown": Phrase("beginning not known", "début inconnu"),
    "no_term": Phrase("no label", "aucun label"),
    "term_unknown": Phrase(
        "to {last:words}, beginning not known", "jusqu'au {last:words}, début inconnu"
    ),
    "term_known": Phrase("{first:words} to {last:words}", "du {first:words} au {last:words}"),
    "term_withdrawn": Phrase("{term}, withdrawn on {day:words}", "{term}, retiré le {day:words}"),
    "term_never": Phrase("{term}, withdrawn before it began", "{term}, retiré avant de commencer"),
    "term_gone": Phrase("{term}, withdrawn", "{term}, retiré"),
    "term_renewed": Phrase(
        "{term}, renewed from {day:words}", "{term}, renouvelé dès le {day:words}"
    ),
    "term_suspended": Phrase(
        "{term}, suspended on {first:words}", "{term}, suspendu le {first:words}"
    ),
    "term_reinstated": Phrase(
        "{term}, suspended from {first:words} to {last:words}",
        "{term}, suspendu du {first:words} au {last:words}",
    ),
    # ── 2. What comes next ──────────────────────────────────────────────────────────────────────
    "agenda": Phrase("What comes next", "Ce qui vient"),
    "agenda_note": Phrase("Within a year.", "Dans l'année qui vient."),
    "no_agenda": Phrase("Nothing within a year.", "Rien dans l'année qui vient."),
    "day": Phrase("Day", "Jour"),
    "what": Phrase("What", "Quoi"),
    "who": Phrase("Who", "Qui"),
    "criterion": Phrase("Criterion", "Critère"),
    "title": Phrase("Title", "Intitulé"),
    "text": Phrase("Text", "Texte"),
    "agenda_renewal_opens": Phrase("The renewal opens", "Renouvellement possible"),
    "agenda_last_day": Phrase("Last day of the label", "Dernier jour du label"),
    "agenda_action_due": Phrase("Action due", "Échéance d'une action"),
    "what_action": Phrase("{what} ({criterion:tight})", "{what} ({criterion:tight})"),
    "what_said": Phrase("{what}: {text}", "{what} : {text}"),
    "whose_day": Phrase("{organisation} – {what}", "{organisation} – {what}"),
    "event": Phrase("{what} – {organisation}", "{what} – {organisation}"),
    "calendar": Phrase("Label · {title}", "Label · {title}"),
    # ── 3. Members ──────────────────────────────────────────────────────────────────────────────
    "members": Phrase("Members", "Membres"),
    "no_members": Phrase(
        "Without a list of members nothing is said of coverage; the organisations are those with "
        "files.",
        "Sans liste des membres, rien n'est dit de la couverture ; les structures sont celles qui "
        "ont un dossier.",
    ),
    "coverage": Phrase(
        "Of {members} {members:member|members}: {engaged} engaged ({engaged_share}), {audited} "
        "audited ({audited_share}), {labelled} labelled ({labelled_share}).",
        "Sur {members} {members:membre|membres} : {engaged} "
        "{engaged:engagée|engagées} ({engaged_share}), {audited} "
        "{audited:auditée|auditées} ({audited_share}), {labelled} "
        "{labelled:labellisée|labellisées} ({labelled_share}).",
    ),
    "audited_on": Phrase("Latest finished audit", "Dernier audit terminé"),
    "never": Phrase("never audited", "jamais auditée"),
    "years": Phrase("Each 31 December", "Chaque 31 décembre"),
    "year": Phrase("31 December", "31 décembre"),
    "year_members": Phrase("{count} {count:member|members}", "{count} {count:membre|membres}"),
    "year_audited": Phrase("{count} audited", "{count} {count:auditée|auditées}"),
    "year_labelled": Phrase("{count} labelled", "{count} {count:labellisée|labellisées}"),
    "audited": Phrase("Audited", "Auditées"),
    "labelled": Phrase("Labelled", "Labellisées"),
    "apart": Phrase("Listed apart, and counted nowhere", "À part, et comptés nulle part"),
    "apart_non_member": Phrase("{name}: no member on this day", "{name} : non membre ce jour-là"),
    "apart_unattributed": Phrase(
        "{name}: no identifier of an organisation", "{name} : sans identifiant de structure"
    ),
    # ── 4. Criteria ─────────────────────────────────────────────────────────────────────────────
    "criteria": Phrase("Criteria", "Critères"),
    "criteria_note": Phrase(
        "Over the latest finished audit of each organisation, weakest first.",
        "Sur le dernier audit terminé de chaque structure, du plus fragile au plus solide.",
    ),
    "no_audit": Phrase("No audit is finished.", "Aucun audit n'est terminé."),
    "level": Phrase("Level", "Niveau"),
    "section": Phrase("Section", "Domaine"),
    "met": Phrase("Met", "Satisfait"),
    "not_met": Phrase("Not met", "Non satisfait"),
    "not_applicable": Phrase("Not applicable", "Sans objet"),
    "share": Phrase("Rate", "Taux"),
    "not_met_by": Phrase("Not met by", "Non satisfait par"),
    "reworded": Phrase("Reworded", "Reformulé"),
    "reworded_note": Phrase(
        "its requirement differs between the versions audited",
        "son exigence diffère selon les versions auditées",
    ),
    "met_everywhere": Phrase(
        "{count} {count:criterion is|criteria are} met wherever {count:it applies|they apply}: "
        "{names}.",
        "{count} {count:critère est satisfait|critères sont satisfaits} partout où "
        "{count:il s'applique|ils s'appliquent} : {names}.",
    ),
    "applied_nowhere": Phrase(
        "{count} {count:criterion applies|criteria apply} nowhere: {names}.",
        "{count} {count:critère ne s'applique|critères ne s'appliquent} nulle part : {names}.",
    ),
    "by_section": Phrase("Each organisation, by section", "Chaque structure, par domaine"),
    "by_section_note": Phrase(
        "Criteria met, among those that apply, all levels together. These rates are not marks, and "
        "compare no organisation with another.",
        "Critères satisfaits parmi ceux qui s'appliquent, tous niveaux réunis. Ces taux ne sont "
        "pas des notes et ne servent pas à comparer des structures entre elles.",
    ),
    "gauge": Phrase("{met} of {applicable} met", "{met} sur {applicable} satisfaits"),
    "no_section": Phrase("no such section", "domaine absent"),
    # ── 5. Good practices ───────────────────────────────────────────────────────────────────────
    "good_practices": Phrase("Good practices", "Bonnes pratiques"),
    "good_practice": Phrase("Good practice", "Bonne pratique"),
    "no_good_practice": Phrase("None noted.", "Aucune n'a été notée."),
    "whose": Phrase("{organisation}, {on:words}", "{organisation}, {on:words}"),
    "evidence": Phrase("Evidence", "Éléments vus"),
    "audit_of": Phrase("Audit ended on", "Audit terminé le"),
    # ── 6. Recommendations and actions ──────────────────────────────────────────────────────────
    "recommendations": Phrase("Recommendations and actions", "Recommandations et actions"),
    "recommendation": Phrase("Recommendation", "Recommandation"),
    "no_recommendation": Phrase("None noted.", "Aucune n'a été notée."),
    "owner": Phrase("Owner", "Responsable"),
    "owner_is": Phrase("owner:", "responsable :"),
    "due": Phrase("Due", "Échéance"),
    "overdue": Phrase("Overdue", "En retard"),
    "overdue_since": Phrase("overdue, {day:words}", "en retard, {day:words}"),
    "due_on": Phrase("by {day:words}", "pour le {day:words}"),
    "not_said": Phrase("not stated", "non précisé"),
    "yes": Phrase("yes", "oui"),
    # ── 7. Progress ─────────────────────────────────────────────────────────────────────────────
    "progress": Phrase("Progress", "Progrès"),
    "progress_note": Phrase(
        "Of each organisation audited twice, from the last audit but one to the last.",
        "Pour chaque structure auditée deux fois, de l'avant-dernier audit au dernier.",
    ),
    "no_progress": Phrase(
        "No organisation has been audited twice.", "Aucune structure n'a été auditée deux fois."
    ),
    "then_now": Phrase("{then} → {now}", "{then} → {now}"),
    "then": Phrase("From the audit of", "De l'audit du"),
    "now": Phrase("To the audit of", "À l'audit du"),
    "list_gained": Phrase("Gained", "Gagnés"),
    "list_lost": Phrase("Lost", "Perdus"),
    "list_still_met": Phrase("Still met", "Toujours satisfaits"),
    "list_still_not_met": Phrase("Still not met", "Toujours non satisfaits"),
    "list_now_applicable": Phrase("Now applicable", "Désormais applicables"),
    "list_no_longer_applicable": Phrase("No longer applicable", "Devenus sans objet"),
    "list_still_not_applicable": Phrase("Still not applicable", "Toujours sans objet"),
    "list_unknown": Phrase("Not assessed on one side", "Non évalués d'un côté"),
    "list_reworded": Phrase("Requirement changed", "Exigence modifiée"),
    "list_new": Phrase("New in the version", "Nouveaux dans la version"),
    "list_retired": Phrase("No longer in the version", "Absents de la version"),
    "steps": Phrase("{what}: {count} ({names})", "{what} : {count} ({names})"),
    "steps_counted": Phrase("{what}: {count}", "{what} : {count}"),
    # ── The spreadsheet ─────────────────────────────────────────────────────────────────────────
    "summary": Phrase("Summary", "Synthèse"),
    "figure": Phrase("Figure", "Chiffre"),
    "value": Phrase("Value", "Valeur"),
    "asked_on": Phrase("Day asked", "Jour demandé"),
    "referential": Phrase("Referential", "Référentiel"),
    "files_read": Phrase("Files read", "Fichiers lus"),
    "files_after": Phrase("of them dated after the day", "dont datés après ce jour"),
    "files_other": Phrase("of them under another referential", "dont sous un autre référentiel"),
    "count_members": Phrase("Members", "Membres"),
    "count_engaged": Phrase("Engaged", "Engagées"),
    "count_audited": Phrase("Audited", "Auditées"),
    "count_labelled": Phrase("Labelled", "Labellisées"),
    "engine": Phrase("Computed by", "Calculé par"),
    "file_left_out": Phrase("File left out", "Fichier laissé de côté"),
    "file_problem": Phrase("File counted, with a problem", "Fichier compté, avec un problème"),
    "list": Phrase("List", "Liste"),
    "count": Phrase("How many", "Combien"),
    "which": Phrase("Criteria", "Critères"),
    # ── Traceability ────────────────────────────────────────────────────────────────────────────
    "digest_files": Phrase("Fingerprint of the files", "Empreinte des fichiers"),
    "digest_members": Phrase(
        "Fingerprint of the list of members", "Empreinte de la liste des membres"
    ),
    "digest_referential": Phrase("Fingerprint of {name}", "Empreinte de {name}"),
    # ── The public list ─────────────────────────────────────────────────────────────────────────
    "public_document": Phrase("Labelled organisations", "Structures labellisées"),
    "public_title": Phrase(
        "Labelled organisations on {day:words}", "Structures labellisées au {day:words}"
    ),
    "public_window": Phrase("{title} – {referential}", "{title} – {referential}"),
    "public_none": Phrase("None on this day.", "Aucune ce jour-là."),
}

LABELS: Final[dict[str, StateStyle]] = {
    "valid": StateStyle("valid", "valide", "✓", "good"),
    "expiring": StateStyle("valid, near its end", "valide, proche de son terme", "✓", "open"),
    "suspended": StateStyle("suspended", "suspendu", "✗", "open"),
    "withdrawn": StateStyle("withdrawn", "retiré", "✗", "bad"),
    "expired": StateStyle("expired", "échu", "✗", "bad"),
    "none": StateStyle("no label", "sans label", "–", "quiet"),
}
"""The label of an organisation on the day (RC-17)."""

STAGES: Final[dict[str, StateStyle]] = {
    "granted": StateStyle("label granted", "label accordé", "✓", "quiet"),
    "refused": StateStyle("label not granted", "label non accordé", "✗", "bad"),
    "adjourned": StateStyle("decision adjourned", "décision ajournée", "?", "open"),
    "to_decide": StateStyle("to decide", "à décider", "?", "open"),
    "in_audit": StateStyle("audit in progress", "audit en cours", "?", "open"),
    "self_assessed": StateStyle("self-assessed", "autodiagnostic fait", "–", "quiet"),
    "not_engaged": StateStyle("no file", "aucun dossier", "–", "quiet"),
}
"""How far the latest file of an organisation has come (RC-17)."""
