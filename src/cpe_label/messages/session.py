"""The words of the minutes of a committee's session."""

from typing import Final

from .phrase import Phrase

SESSION: Final[dict[str, Phrase]] = {
    "minutes": Phrase("Minutes", "Procès-verbal"),
    "kicker": Phrase("Minutes · {title}", "Procès-verbal · {title}"),
    "title": Phrase("The committee's session of {days}", "Séance du comité du {days}"),
    "title_of_days": Phrase("The committee's session of {days}", "Séance du comité {days}"),
    "session_day": Phrase("Day of the session", "Jour de la séance"),
    "session_days": Phrase("Days of the session", "Jours de la séance"),
    "organisations": Phrase("Organisations", "Structures"),
    "granted": Phrase(
        "{count} {count:label|labels} granted", "{count} {count:label accordé|labels accordés}"
    ),
    "refused": Phrase(
        "{count} {count:label|labels} not granted",
        "{count} {count:label non accordé|labels non accordés}",
    ),
    "adjourned": Phrase(
        "{count} {count:decision|decisions} adjourned",
        "{count} {count:décision ajournée|décisions ajournées}",
    ),
    "decisions": Phrase("Decisions", "Décisions"),
    "organisation": Phrase("Organisation", "Structure"),
    "decision": Phrase("Decision", "Décision"),
    "validity": Phrase("Validity", "Validité"),
    "no_validity": Phrase("no label", "sans label"),
    "one_by_one": Phrase("Each decision, and why", "Chaque décision, et son motif"),
    "decided": Phrase("{outcome}, on {day:words}", "{outcome}, le {day:words}"),
    "audit": Phrase("Audit", "Audit"),
    "audited": Phrase("{dates}, by {auditors:and}", "{dates}, par {auditors:and}"),
    "conditions": Phrase("Conditions", "Conditions"),
    "conditions_met": Phrase("all are met", "toutes sont remplies"),
    "conditions_not_met": Phrase("not all are met", "elles ne sont pas toutes remplies"),
    "level": Phrase(
        "{level}: {met} of {applicable}, threshold {required:share}",
        "{level} : {met} sur {applicable}, seuil {required:share}",
    ),
    "reason": Phrase("Reason", "Motif"),
    "no_reason": Phrase("none stated", "non précisé"),
    "previous": Phrase("Label before", "Label précédent"),
    "renews": Phrase("to {last:words} included", "jusqu'au {last:words} inclus"),
    "renews_gap": Phrase(
        "to {last:words} included; {gap} {gap:day|days} without a label before this one",
        "jusqu'au {last:words} inclus ; {gap} {gap:jour|jours} sans label avant celui-ci",
    ),
    "missing": Phrase("Missing criteria", "Critères manquants"),
    "missing_all": Phrase("{count} – {names}", "{count} – {names}"),
    "missing_among": Phrase("{count}, among {total} – {names}", "{count}, parmi {total} – {names}"),
    "and_more": Phrase("and {more} more", "et {more} autres"),
    "renews_suspended": Phrase(
        "to {last:words} included, suspended on the eve of the decision",
        "jusqu'au {last:words} inclus, suspendu la veille de la décision",
    ),
    "renews_withdrawn": Phrase(
        "to {last:words} included, withdrawn before the decision",
        "jusqu'au {last:words} inclus, retiré avant la décision",
    ),
    "signatures": Phrase("Signatures", "Signatures"),
    "sign_chair": Phrase("Chair of the session", "Présidence de séance"),
    "sign_secretary": Phrase("Secretary", "Secrétariat"),
    "digest_of": Phrase("Fingerprint of the audit ({id})", "Empreinte de l'audit ({id})"),
}
