"""The words of spreadsheets: names of sheets, of lines and columns, of answers."""

from collections.abc import Mapping
from typing import Final

from .phrase import Phrase
from .states import EVENTS, OUTCOMES, STATUSES, VERDICTS

SHEETS: Final[Mapping[str, Phrase]] = {
    "identity": Phrase("Identity", "Identité"),
    "grid": Phrase("Grid", "Grille"),
    "summary": Phrase("Summary", "Synthèse"),
    "guide": Phrase("How to", "Mode d'emploi"),
    "levels": Phrase("Levels", "Niveaux"),
    "sources": Phrase("Texts", "Textes"),
    "sections": Phrase("Sections", "Domaines"),
    "members": Phrase("Members", "Membres"),
}

LINES: Final[Mapping[str, Phrase]] = {
    "format": Phrase("Format", "Format"),
    "rows": Phrase("Criteria in the grid", "Critères dans la grille"),
    # ── An audit ────────────────────────────────────────────────────────────────────────────────
    "referential.id": Phrase("Referential", "Référentiel"),
    "referential.version": Phrase("Version of the referential", "Version du référentiel"),
    "organisation.id": Phrase("Organisation: identifier", "Structure : identifiant"),
    "organisation.name": Phrase("Organisation: name", "Structure : nom"),
    "organisation.region": Phrase("Organisation: region", "Structure : région"),
    "kind": Phrase("Kind", "Nature"),
    "audited_on.from": Phrase("First day of the audit", "Premier jour de l'audit"),
    "audited_on.to": Phrase("Last day of the audit", "Dernier jour de l'audit"),
    "response": Phrase("Observations of the organisation", "Observations de la structure"),
    "opinion": Phrase("Reasoned opinion of the auditors", "Avis motivé de l'équipe d'audit"),
    "previous.last_day": Phrase("Label to renew: last day", "Label à renouveler : dernier jour"),
    "previous.state": Phrase("Label to renew: state", "Label à renouveler : état"),
    "decision.outcome": Phrase("Decision: outcome", "Décision : issue"),
    "decision.decided_on": Phrase("Decision: day", "Décision : jour"),
    "decision.reason": Phrase("Decision: reason", "Décision : motif"),
    "auditors": Phrase("Audit team", "Équipe d'audit"),
    "events": Phrase("Event", "Événement"),
    # ── A referential ───────────────────────────────────────────────────────────────────────────
    "id": Phrase("Identifier", "Identifiant"),
    "version": Phrase("Version", "Version"),
    "title": Phrase("Title", "Titre"),
    "description": Phrase("Description", "Présentation"),
    "notice": Phrase("Notice on certificates", "Mention des certificats"),
    "language": Phrase("Language", "Langue"),
    "in_force.from": Phrase("In force from", "En vigueur du"),
    "in_force.until": Phrase("In force until", "En vigueur jusqu'au"),
    "validity.years": Phrase("Validity, in years", "Durée du label, en années"),
    "validity.renewal_window_months": Phrase(
        "Window to renew, in months", "Période de renouvellement, en mois"
    ),
}
"""By field of a form, what its line is called."""

PARTS: Final[Mapping[str, tuple[Phrase, ...]]] = {
    "auditors": (Phrase("Name", "Nom"), Phrase("From", "Structure d'origine")),
    "events": (
        Phrase("What happened", "Ce qui s'est passé"),
        Phrase("From which day", "À compter du"),
        Phrase("Reason", "Motif"),
    ),
}
"""By list of a form, what each cell of its lines is called."""

HELP: Final[Mapping[str, Phrase]] = {
    "organisation.id": Phrase(
        "Permanent identifier, SIREN for instance; needed for a decision.",
        "Identifiant permanent, par exemple le SIREN ; indispensable pour une décision.",
    ),
    "audited_on.from": Phrase("A date.", "Une date."),
    "audited_on.to": Phrase("Blank for one day alone.", "Vide si l'audit dure un seul jour."),
    "previous.last_day": Phrase("For a renewal only.", "Pour un renouvellement seulement."),
    "previous.state": Phrase(
        "Blank if the label stood on the eve of the decision.",
        "Vide si le label était en cours la veille de la décision.",
    ),
    "decision.outcome": Phrase(
        "Once the committee has decided.", "Une fois que le comité a décidé."
    ),
    "events": Phrase(
        "What happens to the label after it was granted.",
        "Ce qui arrive au label une fois accordé.",
    ),
    "notice": Phrase("One line, 200 characters at most.", "Une ligne, 200 caractères au plus."),
    "language": Phrase("A code: fr, en.", "Un code : fr, en."),
}
"""By field of a form, what stands beside its cell."""

COLUMNS: Final[Mapping[str, Phrase]] = {
    "section": Phrase("Section", "Domaine"),
    "id": Phrase("Identifier", "Identifiant"),
    "level": Phrase("Level", "Niveau"),
    "title": Phrase("Criterion", "Critère"),
    "requirement": Phrase("Requirement", "Exigence"),
    "guidance": Phrase("How to judge", "Comment juger"),
    "ask_for": Phrase("To ask for", "À demander"),
    "then_found": Phrase("Finding of the audit before", "Constat précédent"),
    "then_recommendation": Phrase("Recommended then", "Recommandation précédente"),
    "then_action": Phrase("Planned then", "Suite prévue alors"),
    "status": Phrase("Status", "Statut"),
    "evidence": Phrase("Evidence", "Éléments vus"),
    "comment": Phrase("Comment", "Commentaire"),
    "good_practice": Phrase("Good practice", "Bonne pratique"),
    "recommendation": Phrase("Recommendation", "Recommandation"),
    "action.owner": Phrase("Who", "Qui"),
    "action.due": Phrase("By when", "Pour quand"),
    "justification": Phrase("Justification", "Justification"),
}
"""By field of the grid of an audit, what its column is called."""

PLURALS: Final[Mapping[str, Phrase]] = {
    "section": Phrase("Sections", "Domaines"),
    "id": Phrase("Identifiers", "Identifiants"),
    "level": Phrase("Levels", "Niveaux"),
    "title": Phrase("Criteria", "Critères"),
    "requirement": Phrase("Requirements", "Exigences"),
    "comment": Phrase("Comments", "Commentaires"),
    "good_practice": Phrase("Good practices", "Bonnes pratiques"),
    "recommendation": Phrase("Recommendations", "Recommandations"),
    "justification": Phrase("Justifications", "Justifications"),
}
"""The same of many: no other column can be meant."""

OTHER_COLUMNS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "grid": {
        "evidence": Phrase("To ask for", "À demander"),
        "not_applicable_when": Phrase("Not applicable when", "Sans objet quand"),
        "sources": Phrase("Sources", "Fondements"),
    },
    "levels": {
        "title": Phrase("Title", "Titre"),
        "required": Phrase("Required share", "Part exigée"),
        "scope": Phrase("Judged over", "Portée"),
    },
    "sources": {"title": Phrase("Title", "Titre"), "date": Phrase("Date", "Date")},
    "sections": {
        "title": Phrase("Title", "Titre"),
        "description": Phrase("Description", "Présentation"),
    },
    "members": {
        "name": Phrase("Name", "Nom"),
        "region": Phrase("Region", "Région"),
        "since": Phrase("Member since", "Membre depuis"),
        "until": Phrase("Member until", "Membre jusqu'au"),
    },
}
"""By sheet of a referential or of members, what it calls the columns that others name otherwise."""

_EVENT_WORDS: Final = {
    "suspended": Phrase("suspended", "suspendu"),
    "reinstated": Phrase("reinstated", "rétabli"),
    "withdrawn": Phrase("withdrawn", "retiré"),
}

WORDS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "status": {name: STATUSES[name] for name in ("met", "not_met", "not_applicable")},
    "kind": {
        "audit": Phrase("audit", "audit"),
        "self_assessment": Phrase("self-assessment", "autodiagnostic"),
    },
    "outcome": {
        "granted": Phrase("granted", "accordé"),
        "refused": Phrase("refused", "refusé"),
        "adjourned": Phrase("adjourned", "ajourné"),
    },
    "event": _EVENT_WORDS,
    "state": {name: _EVENT_WORDS[name] for name in ("suspended", "withdrawn")},
    "scope": {
        "whole": Phrase("over the whole", "ensemble du référentiel"),
        "each_section": Phrase("in each section", "dans chaque domaine"),
    },
}
"""By key, the words that a cell shows for those of files."""

ALSO: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "outcome": OUTCOMES,
    "event": EVENTS,
    "state": EVENTS,
}
"""What reports call the same."""

TRUTHS: Final = (Phrase("FALSE", "FAUX"), Phrase("TRUE", "VRAI"))
"""How a spreadsheet shows what is not true, and what is."""

SUMMARY: Final[Mapping[str, Phrase]] = {
    "help": Phrase(
        "Computed from the grid, for the eye: nothing is read back from this sheet.",
        "Calculé d'après la grille, pour l'œil : rien n'est relu dans cette feuille.",
    ),
    "level": Phrase("Level", "Niveau"),
    "section": Phrase("Section", "Domaine"),
    "required": Phrase("Required", "Exigé"),
    "met": Phrase("Met", "Satisfaits"),
    "not_met": Phrase("Not met", "Non satisfaits"),
    "not_applicable": Phrase("Not applicable", "Sans objet"),
    "unassessed": Phrase("To assess", "À évaluer"),
    "still_needed": Phrase("Still needed", "Encore nécessaires"),
    "verdict": Phrase("Verdict", "Résultat"),
    "overall": Phrase("All conditions", "Ensemble des conditions"),
    "unknown": Phrase("Status not understood", "Statuts non reconnus"),
    "unjustified": Phrase("Not applicable without justification", "Sans objet sans justification"),
    "all_sections": Phrase("all", "tous"),
}
VERDICT_WORDS: Final = VERDICTS

GUIDE: Final[Mapping[str, Phrase]] = {
    "title": Phrase("How to fill in this workbook", "Comment remplir ce classeur"),
    "identity": Phrase(
        "In « Identity »: who is audited, when, by whom. Dates are dates of the spreadsheet, or "
        "YYYY-MM-DD.",
        "Dans « Identité » : qui est audité, quand, par qui. Les dates sont celles du tableur, ou "
        "JJ/MM/AAAA.",
    ),
    "status": Phrase(
        "In « Grid », one line a criterion. Choose a status from the list; leave it blank while "
        "the criterion is not assessed.",
        "Dans « Grille », une ligne par critère. Choisissez un statut dans la liste ; laissez vide "
        "tant que le critère n'est pas évalué.",
    ),
    "evidence": Phrase(
        "Evidence: one a line (Alt+Enter in Excel, Ctrl+Enter in LibreOffice). A line break "
        "inside one of them is written ⏎.",
        "Éléments vus : un par ligne (Alt+Entrée dans Excel, Ctrl+Entrée dans LibreOffice). Un "
        "retour à la ligne à l'intérieur de l'un d'eux s'écrit ⏎.",
    ),
    "justification": Phrase(
        "A criterion that is not applicable needs a justification; where the cell is grey, the "
        "referential does not allow it.",
        "Un critère sans objet demande une justification ; là où la case est grise, le référentiel "
        "ne le permet pas.",
    ),
    "action": Phrase(
        "Who, By when: what the organisation will do about the recommendation.",
        "Qui, Pour quand : ce que la structure fera de la recommandation.",
    ),
    "keep": Phrase(
        "Lines may be filtered and hidden; to sort them, lift the protection first. Do not delete "
        "any, and leave the identifiers "
        "and the names of columns as they are.",
        "Les lignes peuvent être filtrées et masquées ; pour les trier, ôtez d'abord la "
        "protection. N'en supprimez pas, et laissez tels "
        "quels les identifiants et les noms de colonnes.",
    ),
    "protected": Phrase(
        "Cells to fill in are white, and cream where an answer is still awaited: a status, or the "
        "justification of a criterion that is not applicable. They alone are open. The protection "
        "has no password: it prevents slips.",
        "Les cases à remplir sont blanches, et de couleur crème là où une réponse manque encore : "
        "un statut, ou la justification d'un critère sans objet. Elles seules sont ouvertes. La "
        "protection est sans mot de passe : elle évite les fausses manœuvres.",
    ),
    "then": Phrase(
        "Then give this file as it is: cpe-label check, cpe-label evaluate, cpe-label report.",
        "Ensuite, donnez ce fichier tel quel à cpe-label check, cpe-label evaluate, cpe-label "
        "report.",
    ),
    "referential": Phrase(
        "One line a criterion in « Grid ». Section and level are identifiers of the sheets "
        "« Sections » and « Levels ». An identifier is permanent: never given to another "
        "criterion.",
        "Une ligne par critère dans « Grille ». Domaine et niveau sont des identifiants des "
        "feuilles « Domaines » et « Niveaux ». Un identifiant est permanent : il n'est jamais "
        "donné à un autre critère.",
    ),
    "ask_for": Phrase(
        "To ask for: one a line (Alt+Enter in Excel, Ctrl+Enter in LibreOffice).",
        "À demander : un élément par ligne (Alt+Entrée dans Excel, Ctrl+Entrée dans LibreOffice).",
    ),
    "sources": Phrase(
        "Sources: one a line, its identifier in « Texts », a space, then the place: « CHARTE "
        "article 17 ».",
        "Fondements : un par ligne, son identifiant dans « Textes », une espace, puis l'endroit : "
        "« CHARTE article 17 ».",
    ),
}

FORM_TITLES: Final[Mapping[str, Phrase]] = {
    "line": Phrase("What", "Rubrique"),
    "answer": Phrase("Answer", "Réponse"),
}
NOT_APPLICABLE: Final = Phrase("Not applicable: {what}", "Sans objet : {what}")
