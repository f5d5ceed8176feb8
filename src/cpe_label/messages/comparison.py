"""The words of a comparison: of two referentials, of two audits, and of what a change would do."""

from typing import Final

from .phrase import Phrase
from .states import StateStyle

COMPARISON: Final[dict[str, Phrase]] = {
    # ── Two referentials ────────────────────────────────────────────────────────────────────────
    "document": Phrase("What changes", "Ce qui change"),
    "kicker": Phrase(
        "{document} · {old:tight} → {new:tight}", "{document} · {old:tight} → {new:tight}"
    ),
    "from_version": Phrase("From", "De"),
    "to_version": Phrase("To", "À"),
    "version": Phrase("{version:tight}, {days}", "{version:tight}, {days}"),
    "banner_substance": Phrase(
        "{count} {count:change|changes} of substance",
        "{count} {count:changement|changements} de fond",
    ),
    "banner_words": Phrase("Words alone change", "Seuls des mots changent"),
    "banner_nothing": Phrase("Nothing changes", "Rien ne change"),
    "words_too": Phrase(
        "and {count} {count:change|changes} of words",
        "et {count} {count:changement|changements} de mots",
    ),
    "substance": Phrase("What changes in substance", "Ce qui change sur le fond"),
    "substance_note": Phrase(
        "Each of these can change a result, or what must be true.",
        "Chacun de ces changements peut modifier un résultat, ou ce qui doit être vrai.",
    ),
    "words": Phrase("What changes in words alone", "Ce qui change dans les mots seulement"),
    "words_note": Phrase(
        "None of these changes a result or what must be true.",
        "Aucun de ces changements ne modifie un résultat ni ce qui doit être vrai.",
    ),
    "how_marked": Phrase(
        "In a text that changed, [removed: …] and [added: …] mark the words.",
        "Dans un texte modifié, [retiré : …] et [ajouté : …] signalent les mots.",
    ),
    "removed": Phrase("[removed: {text}]", "[retiré : {text}]"),
    "added": Phrase("[added: {text}]", "[ajouté : {text}]"),
    "nothing": Phrase("nothing", "rien"),
    "arrow": Phrase("{old} → {new}", "{old} → {new}"),
    # ── The frame ───────────────────────────────────────────────────────────────────────────────
    "title": Phrase("Title of the referential", "Titre du référentiel"),
    "description": Phrase("Description", "Description"),
    "notice": Phrase("Line on each certificate", "Mention portée par chaque certificat"),
    "language": Phrase("Language", "Langue"),
    "in_force.from": Phrase("First day in force", "Premier jour en vigueur"),
    "in_force.until": Phrase("Last day in force", "Dernier jour en vigueur"),
    "validity.years": Phrase("Length of a label, in years", "Durée du label, en années"),
    "validity.renewal_window_months": Phrase(
        "Window of a renewal, in months", "Période de renouvellement, en mois"
    ),
    "levels": Phrase("Order of the levels", "Ordre des niveaux"),
    "sections": Phrase("Order of the sections", "Ordre des domaines"),
    "sources": Phrase("Order of the sources", "Ordre des sources"),
    "levels.*": Phrase("Level {name:quote}", "Niveau {name:quote}"),
    "levels.*.title": Phrase("Title of the level {name:quote}", "Titre du niveau {name:quote}"),
    "levels.*.required": Phrase(
        "Share required at the level {name:quote}", "Part exigée au niveau {name:quote}"
    ),
    "levels.*.scope": Phrase(
        "Where the share of {name:quote} holds", "Où vaut la part du niveau {name:quote}"
    ),
    "sections.*": Phrase("Section {name:quote}", "Domaine {name:quote}"),
    "sections.*.title": Phrase(
        "Title of the section {name:quote}", "Titre du domaine {name:quote}"
    ),
    "sections.*.description": Phrase(
        "Description of the section {name:quote}", "Description du domaine {name:quote}"
    ),
    "sections.*.criteria": Phrase(
        "Order of the criteria in {name:quote}", "Ordre des critères dans {name:quote}"
    ),
    "sources.*": Phrase("Source {name:quote}", "Source {name:quote}"),
    "whole": Phrase("over the whole referential", "sur l'ensemble du référentiel"),
    "each_section": Phrase("in each section", "dans chaque domaine"),
    # ── Criteria ────────────────────────────────────────────────────────────────────────────────
    "change_added": Phrase("New criterion", "Nouveau critère"),
    "change_retired": Phrase("Retired", "Retiré"),
    "change_level_raised": Phrase("More is required of its level", "Niveau plus exigeant"),
    "change_level_lowered": Phrase("Less is required of its level", "Niveau moins exigeant"),
    "change_level_changed": Phrase(
        "Another level, with the same share", "Autre niveau, même part exigée"
    ),
    "change_requirement": Phrase("Requirement", "Exigence"),
    "change_permission_given": Phrase(
        "May now be not applicable", "Peut désormais être sans objet"
    ),
    "change_permission_taken": Phrase(
        "May no longer be not applicable", "Ne peut plus être sans objet"
    ),
    "change_permission_reworded": Phrase("When it is not applicable", "Cas où il est sans objet"),
    "change_moved": Phrase("Section", "Domaine"),
    "change_title": Phrase("Title", "Titre"),
    "change_guidance": Phrase("How it is judged", "Comment l'apprécier"),
    "change_evidence": Phrase("To ask for", "À demander"),
    "change_sources": Phrase("Sources", "Sources"),
    # ── What a change would do ──────────────────────────────────────────────────────────────────
    "simulation": Phrase("What it would do", "Ce que cela changerait"),
    "simulation_note": Phrase(
        "Computed from the latest audit of each organisation. Its answers are kept where the "
        "requirement stands, and are open where it is new or reworded. Decisions of the committee "
        "and days of versions are left aside: this is about conditions, not about labels.",
        "Calculé sur le dernier audit de chaque organisation. Ses réponses sont gardées là où "
        "l'exigence demeure, et en suspens là où elle est nouvelle ou reformulée. Les décisions du "
        "comité et les dates des versions sont laissées de côté : il s'agit des conditions, et "
        "non des labels.",
    ),
    "outcome": Phrase("Outcome", "Effet"),
    "organisations": Phrase("Organisations", "Organisations"),
    "organisation": Phrase("Organisation", "Organisation"),
    "audited_on": Phrase("Audit of", "Audit du"),
    "deciding": Phrase("Criteria that decide", "Critères qui décident"),
    "who": Phrase("Who", "Qui"),
    "one_by_one": Phrase(
        "Each change of substance by itself", "Chaque changement de fond, à lui seul"
    ),
    "one_by_one_note": Phrase(
        "As if it were the only change; two changes together can do more than the sum of both.",
        "Comme s'il était le seul ; deux changements ensemble peuvent faire plus que leur somme.",
    ),
    "change": Phrase("Change", "Changement"),
    "lost": Phrase("Would no longer meet", "Ne rempliraient plus"),
    "gained_label": Phrase("Would now meet", "Rempliraient désormais"),
    "left_open": Phrase("Open", "En suspens"),
    "would_lose": Phrase(
        "{count} would no longer meet the conditions",
        "{count} {count:ne remplirait|ne rempliraient} plus les conditions",
    ),
    "would_gain": Phrase(
        "{count} would now meet the conditions",
        "{count} {count:remplirait|rempliraient} désormais les conditions",
    ),
    "would_open": Phrase("{count} open", "{count} en suspens"),
    "left_out": Phrase("Listed apart, and not counted", "À part, et non comptés"),
    "left_out_file": Phrase("{file} ({codes})", "{file} ({codes})"),
    "fingerprint": Phrase("Fingerprint of {name}", "Empreinte de {name}"),
    # ── Two audits ──────────────────────────────────────────────────────────────────────────────
    "progress": Phrase("Progress", "Progrès"),
    "progress_kicker": Phrase("Progress · {title}", "Progrès · {title}"),
    "then": Phrase("Then", "Avant"),
    "now": Phrase("Now", "Maintenant"),
    "kind_audit": Phrase("audit, {dates}, {version:tight}", "audit, {dates}, {version:tight}"),
    "kind_self_assessment": Phrase(
        "self-assessment, {dates}, {version:tight}", "autodiagnostic, {dates}, {version:tight}"
    ),
    "progress_banner": Phrase(
        "{gained} {gained:criterion|criteria} gained, {lost} lost since the audit before",
        "{gained} {gained:critère gagné|critères gagnés} et {lost} {lost:perdu|perdus} depuis "
        "l'audit précédent",
    ),
    "levels_then_and_now": Phrase("Levels, then and now", "Les niveaux, avant et maintenant"),
    "level": Phrase("{title} (≥ {now})", "{title} (≥ {now})"),
    "level_changed": Phrase(
        "{title} (≥ {then} then, ≥ {now} now)", "{title} (≥ {then} avant, ≥ {now} maintenant)"
    ),
    "no_level": Phrase("no such level", "niveau absent"),
    "list_now_applicable": Phrase(
        "Applicable now, and not before", "Désormais applicables, et non auparavant"
    ),
    "list_gained": Phrase(
        "Gained: not met, met now", "Gagnés : non satisfaits, satisfaits maintenant"
    ),
    "list_lost": Phrase("Lost: met, not met now", "Perdus : satisfaits, non satisfaits maintenant"),
    "list_still_not_met": Phrase("Still not met", "Toujours non satisfaits"),
    "list_reworded": Phrase(
        "The requirement changed: nothing is concluded",
        "L'exigence a changé : rien n'en est conclu",
    ),
    "list_new": Phrase("New in this version", "Nouveaux dans cette version"),
    "list_retired": Phrase("No longer in this version", "Absents de cette version"),
    "list_unknown": Phrase("Not assessed on one side", "Non évalués d'un côté"),
    "list_no_longer_applicable": Phrase("No longer applicable", "Devenus sans objet"),
    "list_still_met": Phrase("Still met", "Toujours satisfaits"),
    "list_still_not_applicable": Phrase("Still not applicable", "Toujours sans objet"),
    # ── In the report of the later audit ────────────────────────────────────────────────────────
    "since_audit": Phrase(
        "What became of the audit before ({dates})", "Suites données au précédent audit ({dates})"
    ),
    "since_self_assessment": Phrase(
        "What became of the self-assessment ({dates})",
        "Suites données à l'autodiagnostic ({dates})",
    ),
    "since_note": Phrase(
        "What was not met then, what no longer is, and each recommendation and action, with what "
        "was found now.",
        "Ce qui n'était pas satisfait, ce qui ne l'est plus, chaque recommandation et chaque suite "
        "prévue, avec ce qui est constaté maintenant.",
    ),
    "since_nothing": Phrase(
        "That audit left nothing to follow.", "Cet audit ne laissait rien à suivre."
    ),
    "finding_then": Phrase("Found then", "Constat précédent"),
    "recommended_then": Phrase("Recommended then", "Recommandation précédente"),
    "planned_then": Phrase("Planned then", "Suite prévue"),
    "finding_now": Phrase("Found now", "Constat actuel"),
    "found": Phrase("{status}", "{status}"),
    "found_reworded": Phrase(
        "{status}; the requirement has changed since", "{status} ; l'exigence a changé depuis"
    ),
    "gone": Phrase(
        "this version no longer has this criterion", "cette version n'a plus ce critère"
    ),
}

OUTCOMES: Final[dict[str, StateStyle]] = {
    "would_lose": StateStyle(
        "would no longer meet the conditions", "ne remplirait plus les conditions", "✗", "bad"
    ),
    "open": StateStyle("open", "en suspens", "?", "open"),
    "would_gain": StateStyle(
        "would now meet the conditions", "remplirait désormais les conditions", "✓", "good"
    ),
    "keeps": StateStyle(
        "still meets the conditions", "remplit toujours les conditions", "✓", "quiet"
    ),
    "stays_without": StateStyle(
        "still does not meet the conditions", "ne remplit toujours pas les conditions", "–", "quiet"
    ),
}
"""What a change would make of one organisation, in the order in which a committee reads it."""
