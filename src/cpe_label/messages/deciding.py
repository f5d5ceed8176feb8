"""The sentences of the commands `decide` and `event`: their help, mistakes, and what was done."""

from typing import Final

from .phrase import Phrase

DECIDING: Final[dict[str, Phrase]] = {
    # ── Help ────────────────────────────────────────────────────────────────────────────────────
    "decide": Phrase(
        "write the committee's decision in the file of an audit, or those of a whole session",
        "écrire la décision du comité dans le fichier d'un audit, ou celles de toute une séance",
    ),
    "event": Phrase(
        "write in the file of an audit what happened to its label",
        "écrire dans le fichier d'un audit ce qui est arrivé à son label",
    ),
    "decided": Phrase(
        "an audit, YAML or .xlsx, which is changed in place, comments kept; with --session, the "
        "folder of the audits",
        "un audit, YAML ou .xlsx, modifié sur place en gardant ses commentaires ; avec --session, "
        "le dossier des audits",
    ),
    "changed": Phrase(
        "an audit, YAML or .xlsx, which is changed in place, comments kept",
        "un audit, YAML ou .xlsx, modifié sur place en gardant ses commentaires",
    ),
    "granted": Phrase("the committee grants the label", "le comité accorde le label"),
    "refused": Phrase("the committee does not grant it", "le comité ne l'accorde pas"),
    "adjourned": Phrase("the committee decides later", "le comité décidera plus tard"),
    "suspended": Phrase("the label is suspended", "le label est suspendu"),
    "reinstated": Phrase("a suspended label is reinstated", "un label suspendu est rétabli"),
    "withdrawn": Phrase("the label is withdrawn for good", "le label est retiré définitivement"),
    "decided_on": Phrase(
        "the day of the decision, YYYY-MM-DD; it has no default",
        "le jour de la décision, AAAA-MM-JJ ; il n'y a pas de valeur par défaut",
    ),
    "happened_on": Phrase(
        "the first day on which it acts, YYYY-MM-DD; it has no default",
        "le premier jour où il agit, AAAA-MM-JJ ; il n'y a pas de valeur par défaut",
    ),
    "reason": Phrase(
        "why, in a sentence for the organisation", "le motif, en une phrase pour la structure"
    ),
    "session": Phrase(
        "a session of the committee, CSV: columns organisation, outcome, decided_on, reason (or "
        "coopérative, décision, date, motif); all rows are written, or none",
        "une séance du comité, en CSV : colonnes coopérative, décision, date, motif (ou "
        "organisation, outcome, decided_on, reason) ; toutes les lignes sont écrites, ou aucune",
    ),
    "session_output": Phrase(
        "with --session: the folder for the minutes, the certificates and the records",
        "avec --session : le dossier du procès-verbal, des certificats et des relevés",
    ),
    "session_force": Phrase(
        "with --session: overwrite the files of that folder that are no reports of this program",
        "avec --session : écraser dans ce dossier des fichiers que ce programme n'a pas écrits",
    ),
    "dry_run": Phrase(
        "show what would be written, and write nothing",
        "montrer ce qui serait écrit, et ne rien écrire",
    ),
    # ── Mistakes ────────────────────────────────────────────────────────────────────────────────
    "choose_one": Phrase("choose one of {known:or}", "choisissez l'une de {known:or}"),
    "on_needed": Phrase(
        "--on: the day is missing; it has no default", "--on : il manque le jour, sans défaut"
    ),
    "folder_needs_session": Phrase(
        "{value:quote} is a folder; name the file of an audit, or a session with --session",
        "{value:quote} est un dossier ; nommez le fichier d'un audit, ou une séance avec --session",
    ),
    "session_needs_folder": Phrase(
        "--session works on one folder of audits: cpe-label decide audits/ --session {value} -o …",
        "--session travaille sur un seul dossier d'audits : cpe-label decide audits/ --session "
        "{value} -o …",
    ),
    "session_needs_output": Phrase(
        "--session needs a folder to write in: name one with -o",
        "--session demande un dossier où écrire : nommez-en un avec -o",
    ),
    "in_session_file": Phrase(
        "{option}: with --session, the file of the session says it",
        "{option} : avec --session, c'est le fichier de la séance qui le dit",
    ),
    "with_session_alone": Phrase(
        "{option} goes with --session alone", "{option} ne va qu'avec --session"
    ),
    # ── What was done ───────────────────────────────────────────────────────────────────────────
    "done_granted": Phrase(
        "{file}: label granted from {first:words} to {last:words} included.",
        "{file} : label accordé du {first:words} au {last:words} inclus.",
    ),
    "done_refused": Phrase(
        "{file}: label not granted, {day:words}.", "{file} : label non accordé, le {day:words}."
    ),
    "done_adjourned": Phrase(
        "{file}: decision adjourned, {day:words}.", "{file} : décision ajournée, le {day:words}."
    ),
    "done_suspended": Phrase(
        "{file}: label suspended from {day:words}.",
        "{file} : label suspendu à partir du {day:words}.",
    ),
    "done_reinstated": Phrase(
        "{file}: label reinstated from {day:words}.",
        "{file} : label rétabli à partir du {day:words}.",
    ),
    "done_withdrawn": Phrase(
        "{file}: label withdrawn from {day:words}.",
        "{file} : label retiré à partir du {day:words}.",
    ),
    "already_there": Phrase(
        "{file} says so already: it stays as it is.", "{file} le dit déjà : il reste tel quel."
    ),
    "would_write": Phrase("{file} would be written.", "{file} serait écrit."),
    "session_written": Phrase(
        "{count} {count:decision|decisions} written; minutes, certificates and records in "
        "{folder}.",
        "{count} {count:décision écrite|décisions écrites} ; procès-verbal, certificats et relevés "
        "dans {folder}.",
    ),
    "others_unusable": Phrase(
        "{count} other {count:file|files} of {folder} cannot be used; cpe-label check shows why.",
        "{count} {count:autre fichier|autres fichiers} de {folder} {count:n'est pas utilisable|ne "
        "sont pas utilisables} ; cpe-label check dit pourquoi.",
    ),
    "nothing_written": Phrase(
        "Nothing was written (--dry-run).", "Rien n'a été écrit (--dry-run)."
    ),
}

DECIDING_EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "decide": (
        "cpe-label decide audits/exemple-001.yaml --granted --on 2026-11-20",
        "cpe-label decide audits/exemple-002.yaml --adjourned --on 2026-11-20 --reason '…'",
        "cpe-label decide audits/ --session session.csv -o session/ --dry-run",
    ),
    "event": ("cpe-label event audits/exemple-001.yaml --suspended --on 2027-02-01 --reason '…'",),
}
