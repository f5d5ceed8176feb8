"""The sentences of the page in which an audit is filled in without a network.

What it shares with reports (verdicts, counts, what is missing) comes from `states` and `reports`.
"""

from typing import Final

from .phrase import Phrase

FORM: Final[dict[str, Phrase]] = {
    "title": Phrase("Audit to fill in", "Audit à remplir"),
    "about": Phrase(
        "This page works without a network and sends nothing. The file that you save is the copy "
        "that counts. Meanwhile this browser keeps a draft, as a second net: who uses this device "
        "can read it, and it goes with the data of the browser.",
        "Cette page fonctionne sans réseau et n'envoie rien. Le fichier que vous enregistrez est "
        "l'exemplaire qui compte. D'ici là, ce navigateur garde un brouillon, en second recours : "
        "qui utilise cet appareil peut le lire, et il disparaît avec les données du navigateur.",
    ),
    "no_script": Phrase(
        "This browser does not run the script of the page: nothing can be filled in. Open the file "
        "in a recent Firefox, Chrome, Edge or Safari.",
        "Ce navigateur n'exécute pas le script de la page : rien ne peut être rempli. Ouvrez le "
        "fichier dans une version récente de Firefox, Chrome, Edge ou Safari.",
    ),
    "save": Phrase("Save the file", "Enregistrer le fichier"),
    "about_referential": Phrase("About this referential", "À propos de ce référentiel"),
    "new": Phrase("New audit", "Nouvel audit"),
    "close": Phrase("Close", "Fermer"),
    "open": Phrase("Open a file", "Ouvrir un fichier"),
    "file": Phrase("The file", "Le fichier"),
    "progress": Phrase("Where the audit stands", "Où en est l'audit"),
    "tools": Phrase("Save and find", "Enregistrer et trouver"),
    # ── Who and when ────────────────────────────────────────────────────────────────────────────
    "identity": Phrase("Who and when", "Qui et quand"),
    "name": Phrase("Name of the organisation", "Nom de la structure"),
    "organisation_id": Phrase(
        "Permanent identifier (SIREN for instance)", "Identifiant permanent (par exemple le SIREN)"
    ),
    "identifier_hint": Phrase(
        "Letters and digits without accent, joined by « . », « _ » or « - »; a SIREN without "
        "spaces.",
        "Des lettres et chiffres sans accent, reliés par « . », « _ » ou « - » ; un SIREN sans "
        "espaces.",
    ),
    "kind": Phrase("Kind", "Nature"),
    "audit": Phrase("audit", "audit"),
    "self_assessment": Phrase("self-assessment", "autodiagnostic"),
    "from": Phrase("First day", "Premier jour"),
    "to": Phrase("Last day, if it is another", "Dernier jour, s'il est différent"),
    "required": Phrase("{what} (required)", "{what} (obligatoire)"),
    "auditor_name": Phrase("Name", "Nom"),
    "auditor_organisation": Phrase("Comes from", "Structure d'origine"),
    "add_auditor": Phrase("Add an auditor", "Ajouter une personne"),
    "renewal": Phrase(
        "For a renewal: the label before", "Pour un renouvellement : le label précédent"
    ),
    "last_day": Phrase("Its last day", "Son dernier jour"),
    "state": Phrase("Its state on the eve of the decision", "Son état la veille de la décision"),
    "suspended": Phrase("suspended", "suspendu"),
    "withdrawn": Phrase("withdrawn", "retiré"),
    "conclusions": Phrase("To conclude", "Pour conclure"),
    "stands": Phrase("it stands", "en vigueur"),
    # ── The criteria ────────────────────────────────────────────────────────────────────────────
    "sections": Phrase("Sections", "Domaines"),
    "all_levels": Phrase("all levels", "tous les niveaux"),
    "show": Phrase("Show", "Afficher"),
    "all": Phrase("all criteria", "tous les critères"),
    "only_unassessed": Phrase("criteria to assess", "les critères à évaluer"),
    "only_not_met": Phrase("criteria not met", "les critères non satisfaits"),
    "guidance": Phrase("How it is judged, what to ask for", "Comment juger, que demander"),
    "guide": Phrase("How it is judged", "Comment juger"),
    "ask_for": Phrase("What to ask for", "À demander"),
    "former": Phrase(
        "In the audit before – {name}, {day:words}", "Au précédent audit – {name}, {day:words}"
    ),
    "finding": Phrase("Finding", "Constat"),
    "justification": Phrase(
        "Why it does not apply (required)", "Pourquoi il est sans objet (obligatoire)"
    ),
    "unwritten": Phrase(
        "Kept in this page, and not written in the file while the finding is another.",
        "Gardé dans cette page, et non écrit dans le fichier tant que le constat est autre.",
    ),
    "evidence": Phrase("Evidence, one a line", "Éléments vus, un par ligne"),
    "follow_up": Phrase(
        "Good practice, recommendation, action", "Bonne pratique, recommandation, action"
    ),
    "to_be_done": Phrase(
        "Recommendation: what is to be done", "Recommandation : ce qui est à faire"
    ),
    "owner": Phrase("Who will act", "Responsable de l'action"),
    "due": Phrase("By when", "Échéance de l'action"),
    "missing": Phrase("What is still missing", "Ce qui manque encore"),
    "gaps": Phrase(
        "To complete or correct before the file is accepted",
        "À compléter ou corriger pour que le fichier soit accepté",
    ),
    "advice": Phrase("To read again; this holds nothing back", "À relire ; cela ne bloque rien"),
    "forget": Phrase("Erase the draft in this browser", "Effacer le brouillon de ce navigateur"),
    "drafts": Phrase("Drafts kept by this browser", "Brouillons gardés par ce navigateur"),
    "next": Phrase(
        "Then, with the name of the file: cpe-label check, cpe-label evaluate, cpe-label report.",
        "Ensuite, avec le nom du fichier : cpe-label check, cpe-label evaluate, cpe-label report.",
    ),
}
"""What stands in the page from the start."""

SAID: Final[dict[str, Phrase]] = {
    "assessed": Phrase(
        "{count} of {total} {total:criterion|criteria} assessed",
        "{count} {count:critère évalué|critères évalués} sur {total}",
    ),
    "shown": Phrase(
        "{count} {count:criterion|criteria} shown",
        "{count} {count:critère affiché|critères affichés}",
    ),
    "announced": Phrase(
        "{standing}. {level}: {met} / {applicable}, {verdict}.",
        "{standing}. {level} : {met} / {applicable}, {verdict}.",
    ),
    "announced_margin": Phrase(
        "{standing}. {level}: {met} / {applicable}, {verdict}, {margin}.",
        "{standing}. {level} : {met} / {applicable}, {verdict}, {margin}.",
    ),
    "nothing_missing": Phrase("Nothing is missing.", "Il ne manque rien."),
    "no_gap": Phrase("Nothing to complete or correct.", "Rien à compléter ni à corriger."),
    "no_gap_events": Phrase(
        "Nothing to complete or correct in this page. What happened to the label since the "
        "decision is not shown here: cpe-label check reads it.",
        "Rien à compléter ni à corriger dans cette page. Ce qui est arrivé au label depuis la "
        "décision n'y figure pas : cpe-label check le relit.",
    ),
    "auditor": Phrase("Auditor {number}", "Membre de l'équipe {number}"),
    "remove_auditor": Phrase("Remove auditor {number}", "Retirer la personne {number}"),
    "confirm_remove": Phrase(
        "Remove from the auditors: {who}?", "Retirer de l'équipe d'audit : {who} ?"
    ),
    "decided": Phrase(
        "This file has the committee's decision ({outcome}). The page keeps it as it is, and shows "
        "what the findings alone give.",
        "Ce fichier porte la décision du comité ({outcome}). La page la garde telle quelle, et "
        "montre ce que donnent les constats seuls.",
    ),
    # ── Saved or not ────────────────────────────────────────────────────────────────────────────
    "unchanged": Phrase("No change to save.", "Aucune modification à enregistrer."),
    "unsaved": Phrase("Changes not saved yet.", "Modifications non enregistrées."),
    "large": Phrase(
        "Over {limit} kB: no file of this size is accepted.",
        "Plus de {limit} ko : un fichier de cette taille n'est pas accepté.",
    ),
    "to_correct": Phrase(
        "{count} {count:point|points} to correct before this file is accepted",
        "{count} {count:point|points} à corriger avant que ce fichier soit accepté",
    ),
    "saved": Phrase(
        "{file} was handed to the browser: check that it is in the folder of downloads.",
        "{file} a été remis au navigateur : vérifiez qu'il est bien dans le dossier des "
        "téléchargements.",
    ),
    "saved_large": Phrase(
        "{file} was handed to the browser, but it is over {limit} kB: cpe-label does not read it. "
        "Shorten its texts.",
        "{file} a été remis au navigateur, mais il dépasse {limit} ko : cpe-label ne le lit pas. "
        "Raccourcissez ses textes.",
    ),
    "not_saved": Phrase(
        "Nothing was saved, since this is no day of the calendar: {fields}. Correct it or clear "
        "it, then save again.",
        "Rien n'a été enregistré, car ce n'est pas une date du calendrier : {fields}. Corrigez ou "
        "effacez, puis enregistrez de nouveau.",
    ),
    "quoted": Phrase("« {text} »", "« {text} »"),
    "opened": Phrase("{file} is open.", "{file} est ouvert."),
    "confirm_open": Phrase(
        "Changes are not saved in a file. Open another audit all the same?",
        "Des modifications ne sont pas enregistrées dans un fichier. Ouvrir un autre audit quand "
        "même ?",
    ),
    "not_recalled": Phrase(
        "What was found before is not recalled: that was the audit of « {name} ».",
        "Les constats précédents ne sont pas rappelés : c'était l'audit de « {name} ».",
    ),
    "confirm_new": Phrase(
        "Changes are not saved in a file. Start another audit all the same?",
        "Des modifications ne sont pas enregistrées dans un fichier. Commencer un autre audit "
        "quand même ?",
    ),
    "new_audit": Phrase(
        "A new audit: nothing is filled in.", "Un nouvel audit : rien n'y est encore rempli."
    ),
    # ── A file that cannot be opened ────────────────────────────────────────────────────────────
    "not_opened": Phrase(
        "{file} was not opened: {reason}. What stands in this page did not change.",
        "{file} n'a pas été ouvert : {reason}. Ce qui se trouve dans cette page n'a pas changé.",
    ),
    "too_large": Phrase("it is over {limit} kB", "il dépasse {limit} ko"),
    "unreadable": Phrase("the browser could not read it", "le navigateur n'a pas pu le lire"),
    "not_utf8": Phrase("it is no text in UTF-8", "ce n'est pas un texte en UTF-8"),
    "not_json": Phrase(
        "it is no JSON, or it is damaged; this page opens the .json files that it saves",
        "ce n'est pas du JSON, ou il est endommagé ; cette page ouvre les fichiers .json qu'elle "
        "enregistre",
    ),
    "yaml": Phrase(
        "it is YAML, and this page opens JSON; this command makes it: "
        "« cpe-label convert audit.yaml -o audit.json »",
        "c'est du YAML, et cette page ouvre du JSON ; cette commande le donne : "
        "« cpe-label convert audit.yaml -o audit.json »",
    ),
    "workbook": Phrase(
        "it is a workbook, and this page opens JSON; this command makes it: "
        "« cpe-label convert audit.xlsx -o audit.json »",
        "c'est un classeur, et cette page ouvre du JSON ; cette commande le donne : "
        "« cpe-label convert audit.xlsx -o audit.json »",
    ),
    "not_audit": Phrase("it is JSON, but no audit", "c'est du JSON, mais ce n'est pas un audit"),
    "other_referential": Phrase(
        "it answers the referential « {found} », and this page « {expected} »",
        "il répond au référentiel « {found} », et cette page à « {expected} »",
    ),
    "other_version": Phrase(
        "it answers version {found}, and this page version {expected}",
        "il répond à la version {found}, et cette page à la version {expected}",
    ),
    "key_twice": Phrase(
        "the key « {where} » is there twice", "la clé « {where} » s'y trouve deux fois"
    ),
    "unknown_key": Phrase(
        "the key « {where} » is not known", "la clé « {where} » n'est pas connue"
    ),
    "unknown_criterion": Phrase(
        "this referential has no criterion « {where} »",
        "ce référentiel n'a pas de critère « {where} »",
    ),
    "wrong_value": Phrase(
        "the value of « {where} » is not one that cpe-label accepts",
        "la valeur de « {where} » n'est pas de celles que cpe-label accepte",
    ),
    # ── To complete ─────────────────────────────────────────────────────────────────────────────
    "gap_name": Phrase("The name of the organisation is missing", "Le nom de la structure manque"),
    "gap_from": Phrase("The first day is missing", "Le premier jour manque"),
    "gap_order": Phrase("The last day is before the first", "Le dernier jour précède le premier"),
    "gap_auditor": Phrase(
        "The name of auditor {number} is missing", "Le nom de la personne {number} manque"
    ),
    "gap_previous": Phrase(
        "The last day of the label before is missing", "Le dernier jour du label précédent manque"
    ),
    "gap_justification": Phrase(
        "{id}: why it does not apply is missing; until then it counts as to assess",
        "{id} : la raison pour laquelle il est sans objet manque ; d'ici là, il compte comme à "
        "évaluer",
    ),
    "gap_due": Phrase(
        "{id}: the action is due before the first day",
        "{id} : l'échéance de l'action précède le premier jour",
    ),
    "gap_day": Phrase(
        "« {label} » is no day of the calendar: correct it or clear it; until then, nothing is "
        "saved",
        "« {label} » n'est pas une date du calendrier : corrigez-la ou effacez-la ; d'ici là, rien "
        "ne s'enregistre",
    ),
    "no_day": Phrase("no day of the calendar", "pas une date du calendrier"),
    "gap_large": Phrase(
        "The file is over {limit} kB: shorten its texts, of which « {label} » is the longest",
        "Le fichier dépasse {limit} ko : raccourcissez ses textes, dont le plus long est "
        "« {label} »",
    ),
    "gap_hidden": Phrase(
        "« {label} » holds a hidden character ({code}): delete it or type the text again",
        "« {label} » contient un caractère caché ({code}) : effacez-le ou retapez le texte",
    ),
    "gap_long": Phrase(
        "« {label} » is over {limit} characters", "« {label} » dépasse {limit} caractères"
    ),
    # ── Drafts ──────────────────────────────────────────────────────────────────────────────────
    "draft_one": Phrase(
        "{name}, {count} {count:criterion|criteria} assessed",
        "{name}, {count} {count:critère évalué|critères évalués}",
    ),
    "draft_dated": Phrase(
        "{name}, from {day}, {count} {count:criterion|criteria} assessed",
        "{name}, à partir du {day}, {count} {count:critère évalué|critères évalués}",
    ),
    "draft_at": Phrase(
        "{draft}, kept on {day} at {time}",
        "{draft}, gardé le {day} à {time}",
    ),
    "draft_of_edition": Phrase(
        "{name}, of another edition of this version, which this page cannot resume",
        "{name}, d'une autre édition de cette version, que cette page ne peut reprendre",
    ),
    "draft_unnamed": Phrase("organisation without a name", "structure sans nom"),
    "draft_differs": Phrase(
        "other than the last in: {fields}", "autre que le plus récent par : {fields}"
    ),
    "draft_same": Phrase("the same as the last", "identique au plus récent"),
    "in_two_tabs": Phrase(
        "This audit is also open in another tab: what is changed there does not come here. Close "
        "one of the two.",
        "Cet audit est aussi ouvert dans un autre onglet : ce qui y est modifié n'arrive pas ici. "
        "Fermez l'un des deux.",
    ),
    "draft_saved": Phrase("saved in a file", "enregistré dans un fichier"),
    "draft_unsaved": Phrase("not saved in a file", "non enregistré dans un fichier"),
    "resume": Phrase("Resume", "Reprendre"),
    "forget": Phrase("Erase", "Effacer"),
    "confirm_forget": Phrase(
        "Erase this draft for good: {draft}?", "Effacer définitivement ce brouillon : {draft} ?"
    ),
    "resumed": Phrase("The draft is open: {draft}.", "Le brouillon est ouvert : {draft}."),
    "draft_kept": Phrase("A draft is kept in this browser.", "Ce navigateur garde un brouillon."),
    "draft_erased": Phrase(
        "The draft of this audit was erased from this browser; the next change makes another.",
        "Le brouillon de cet audit a été effacé de ce navigateur ; la prochaine modification en "
        "fait un autre.",
    ),
    "draft_refused": Phrase(
        "This browser keeps no draft here: save the file often.",
        "Ce navigateur ne garde pas de brouillon ici : enregistrez souvent le fichier.",
    ),
    "draft_full": Phrase(
        "The browser has no room left for the draft: save the file, and erase drafts that are no "
        "longer of use.",
        "Le navigateur n'a plus de place pour le brouillon : enregistrez le fichier, et effacez "
        "les brouillons devenus inutiles.",
    ),
    "draft_full_of_others": Phrase(
        "The browser has no room left for the draft: save the file often.",
        "Le navigateur n'a plus de place pour le brouillon : enregistrez souvent le fichier.",
    ),
    "draft_foreign": Phrase(
        "{count} {count:draft|drafts} of this browser cannot be read; {count:it was|they were} "
        "left as {count:it is|they are}.",
        "{count} {count:brouillon|brouillons} de ce navigateur {count:est illisible|sont "
        "illisibles} ; rien n'y a été touché.",
    ),
    "draft_elsewhere": Phrase(
        "This draft is also open in another tab, and was changed there. From here on this tab "
        "keeps a draft of its own; save each in its own file, or close one.",
        "Ce brouillon est aussi ouvert dans un autre onglet, où il a été modifié. Désormais cet "
        "onglet garde un brouillon à part ; enregistrez chacun dans son fichier, ou fermez-en un.",
    ),
    "draft_left": Phrase(
        "This draft is also open in another tab, which keeps a draft of its own from here on: what "
        "is changed there does not come here. Save each in its own file, or close one.",
        "Ce brouillon est aussi ouvert dans un autre onglet, qui garde désormais le sien à part : "
        "ce qui y est modifié n'arrive pas ici. Enregistrez chacun dans son fichier, ou fermez-en "
        "un.",
    ),
}
"""What the script says, with the blanks that it fills."""
