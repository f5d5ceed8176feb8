"""The sentences of the command line: its help, mistakes of usage, and what was done."""

from typing import Final

from .bulk import BULK
from .converting import CONVERTING, CONVERTING_EXAMPLES
from .deciding import DECIDING, DECIDING_EXAMPLES
from .networking import NETWORK_EXAMPLES, NETWORKING
from .phrase import Phrase

CLI: Final[dict[str, Phrase]] = {
    # ── Help ────────────────────────────────────────────────────────────────────────────────────
    "usage": Phrase("usage: ", "usage : "),
    "commands": Phrase("commands", "commandes"),
    "positionals": Phrase("what to work on", "sur quoi travailler"),
    "options": Phrase("options", "options"),
    "examples": Phrase("examples:", "exemples :"),
    "about": Phrase(
        "Apply the rules of a peer label to audits: check, evaluate, report.",
        "Appliquer à des audits les règles d'un label entre pairs : vérifier, évaluer, rendre "
        "compte.",
    ),
    "exits": Phrase(
        "Exit codes: 0 done (evaluate: a complete pass), 1 the answer is no, 2 unreadable data or "
        "bad usage, 3 undecided or incomplete, 70 a fault of this program. The code of evaluate is "
        "about the conditions alone: neither the committee's decision nor the term of the label "
        "changes it.",
        "Codes de sortie : 0 terminé (evaluate : conditions remplies, audit complet), 1 la réponse "
        "est non, 2 données illisibles ou mauvais usage, 3 en suspens ou incomplet, 70 défaut "
        "de ce programme. Le code d'evaluate porte sur les seules conditions : ni la décision du "
        "comité ni la durée du label n'y changent rien.",
    ),
    "help": Phrase("show this help", "afficher cette aide"),
    "version": Phrase("show the version", "afficher la version"),
    "lang": Phrase(
        "language of messages (default: the locale's)",
        "langue des messages (par défaut : celle du système)",
    ),
    "report_lang": Phrase(
        "language of messages and reports (default: the locale's for messages, the referential's "
        "for reports)",
        "langue des messages et des rapports (par défaut : celle du système pour les messages, "
        "celle du référentiel pour les rapports)",
    ),
    "check": Phrase("validate referentials and audits", "vérifier des référentiels et des audits"),
    "evaluate": Phrase("the verdict and its reasons", "le résultat et ses raisons"),
    "verify": Phrase(
        "recompute a record from its audit and report the differences",
        "recalculer un relevé à partir de son audit et signaler les différences",
    ),
    "report": Phrase("write a report", "écrire un rapport"),
    "new": Phrase("write an audit to fill in", "écrire un audit à remplir"),
    "compare": Phrase(
        "what changes between two referentials, or two audits",
        "ce qui change entre deux référentiels, ou deux audits",
    ),
    "schema": Phrase("JSON Schema of a kind of file", "schéma JSON d'un type de fichier"),
    "completion": Phrase(
        "a script with which a shell completes commands, options, words and files",
        "un script avec lequel un terminal complète commandes, options, mots et fichiers",
    ),
    "shell": Phrase("{known:or}", "{known:or}"),
    "files": Phrase(
        "a referential or an audit, YAML, JSON, .xlsx or .ods, or .jsonl with one a line; a folder "
        "of them; a pattern between quotes, as 'audits/*.yaml'; or - for standard input",
        "référentiel ou audit, YAML, JSON, .xlsx ou .ods, ou .jsonl avec un par ligne ; un dossier "
        "qui en contient ; un motif entre guillemets, comme 'audits/*.yaml' ; ou - pour l'entrée "
        "standard",
    ),
    "against": Phrase(
        "an earlier state of the referentials, a file or a folder: under the same version, only "
        "words may change",
        "un état antérieur des référentiels, fichier ou dossier : sous la même version, seuls des "
        "mots peuvent changer",
    ),
    "previous": Phrase(
        "the audit before this one: the report shows what became of what it left to follow",
        "l'audit précédent : le rapport dit quelles suites ont été données à ce qu'il relevait",
    ),
    "from": Phrase(
        "the audit before: who, the label to renew, and a reminder of each finding as a comment, "
        "in columns of a workbook; no answer is copied",
        "l'audit précédent : qui, le label à renouveler, et un rappel de chaque constat en "
        "commentaire, dans des colonnes d'un classeur ; aucune réponse n'est recopiée",
    ),
    "compared_old": Phrase(
        "the older one: a file, or the id@version of a known referential",
        "le plus ancien : un fichier, ou l'id@version d'un référentiel connu",
    ),
    "compared_new": Phrase("the later one, of the same kind", "le plus récent, de même nature"),
    "simulated": Phrase(
        "with two referentials: a folder of audits under the older one, to show who would no "
        "longer meet the conditions, or meet them now",
        "avec deux référentiels : un dossier d'audits faits sous le plus ancien, pour dire qui "
        "ne remplirait plus les conditions, ou les remplirait désormais",
    ),
    "same": Phrase(
        "with two referentials: criteria whose new wording asks the same, as the committee decided",
        "avec deux référentiels : critères dont la nouvelle rédaction demande la même chose, "
        "selon le comité",
    ),
    "comparison_format": Phrase(
        "how to write the result (default: by the file's ending, else text)",
        "forme du résultat (par défaut : selon l'extension du fichier, sinon text)",
    ),
    "exit_code": Phrase(
        "with two referentials: 1 on a change of substance",
        "avec deux référentiels : 1 s'il y a un changement de fond",
    ),
    "strict": Phrase("warnings fail too", "les avertissements font aussi échouer"),
    "skip_others": Phrase(
        "pass over named files that are neither a referential nor an audit, as in a folder",
        "laisser de côté les fichiers nommés qui ne sont ni référentiel ni audit, comme dans un "
        "dossier",
    ),
    "fix": Phrase(
        "write the certain fixes in the YAML files, and show what changed; not a word of what they "
        "say changes",
        "écrire dans les fichiers YAML les corrections certaines, et montrer ce qui a changé ; pas "
        "un mot de ce qu'ils disent ne change",
    ),
    "fix_yaml_alone": Phrase(
        "--fix works on YAML files; {value:quote} is not one, and nothing was written",
        "--fix travaille sur des fichiers YAML ; {value:quote} n'en est pas un, et rien n'a été "
        "écrit",
    ),
    "fixed": Phrase(
        "{count} {count:slip|slips} fixed in {file}.",
        "{count} {count:erreur corrigée|erreurs corrigées} dans {file}.",
    ),
    "most": Phrase(
        "how many problems to show (default: 20 in text, all in other formats)",
        "nombre de problèmes à montrer (par défaut : 20 en texte, tous dans les autres formes)",
    ),
    "explain": Phrase(
        "explain the code of a problem, and stop", "expliquer le code d'un problème, et s'arrêter"
    ),
    "audits": Phrase(
        "an audit, YAML, JSON, .xlsx or .ods, or .jsonl with one audit a line; a folder of audits; "
        "a pattern between quotes, as 'audits/*.yaml'; or - for standard input",
        "un audit, YAML, JSON, .xlsx ou .ods, ou .jsonl avec un audit par ligne ; un dossier "
        "d'audits ; un motif entre guillemets, comme 'audits/*.yaml' ; ou - pour l'entrée standard",
    ),
    "record": Phrase(
        "what evaluate --format json wrote; or - for standard input",
        "ce qu'a écrit evaluate --format json ; ou - pour l'entrée standard",
    ),
    "audit": Phrase("an audit, YAML, JSON, .xlsx or .ods", "un audit, YAML, JSON, .xlsx ou .ods"),
    "which": Phrase(
        "a referential file, or the id, or id@version, of a known one",
        "un fichier de référentiel, ou l'id, ou id@version, d'un référentiel connu",
    ),
    "kind": Phrase("{known:or}", "{known:or}"),
    "referentials": Phrase(
        "file or folder where referentials are, or shipped for the shipped ones; may be repeated "
        "(default: shipped)",
        "fichier ou dossier des référentiels, ou shipped pour ceux fournis ; peut être répété "
        "(par défaut : shipped)",
    ),
    "places": Phrase(
        "file or folder where referentials are, or shipped for the shipped ones; may be repeated "
        "(default: shipped, and those among the files to check)",
        "fichier ou dossier des référentiels, ou shipped pour ceux fournis ; peut être répété "
        "(par défaut : shipped, et ceux qui sont parmi les fichiers à vérifier)",
    ),
    "format": Phrase("how to write the result", "forme du résultat"),
    "evaluation_format": Phrase(
        "how to write the result (default: text for one audit, table for several)",
        "forme du résultat (par défaut : text pour un audit, table pour plusieurs)",
    ),
    "report_format": Phrase(
        "{known:or} (default: by the file's ending, else html)",
        "{known:or} (par défaut : selon l'extension du fichier, sinon html)",
    ),
    "on": Phrase(
        "the day for which the state of the label is shown, YYYY-MM-DD (default: today)",
        "le jour dont l'état du label est donné, AAAA-MM-JJ (par défaut : aujourd'hui)",
    ),
    "output": Phrase(
        "the file to write (default: standard output)",
        "le fichier à écrire (par défaut : la sortie standard)",
    ),
    "report_output": Phrase(
        "the file to write (default: standard output); for a folder of audits, the folder to write "
        "their reports in",
        "le fichier à écrire (par défaut : la sortie standard) ; pour un dossier d'audits, le "
        "dossier où écrire leurs rapports",
    ),
    "report_kind": Phrase(
        "what to write: the full audit report (default), a one-page summary, a certificate, the "
        "plan of what is to be done, or the referential",
        "que rédiger : le rapport d'audit complet (par défaut), une synthèse d'une page, un "
        "certificat, le plan de ce qu'il reste à faire, ou le référentiel",
    ),
    "template": Phrase(
        "a Jinja template of your own to write it with; a template is code: read it first",
        "un gabarit Jinja à vous pour le rédiger ; un gabarit est du code : lisez-le d'abord",
    ),
    "reported": Phrase(
        "an audit, YAML, JSON, .xlsx or .ods, or - for standard input; a folder of audits; with "
        "--kind referential also a referential or its id",
        "un audit, YAML, JSON, .xlsx ou .ods, ou - pour l'entrée standard ; un dossier d'audits ; "
        "avec --kind referential aussi un référentiel ou son id",
    ),
    "force": Phrase("overwrite the file if it exists", "écraser le fichier s'il existe"),
    # ── Usage mistakes ──────────────────────────────────────────────────────────────────────────
    "see_help": Phrase("see {program} --help", "voir {program} --help"),
    "wrong_day": Phrase(
        "{value:quote} is not a date; expected YYYY-MM-DD",
        "{value:quote} n'est pas une date ; attendu : AAAA-MM-JJ",
    ),
    "one_audit": Phrase(
        "--format json is for one audit; use --format jsonl for several",
        "--format json ne vaut que pour un audit ; utilisez --format jsonl pour plusieurs",
    ),
    "unknown_format": Phrase(
        "--format: {value:quote} is not known; expected {known:or}",
        "--format : {value:quote} n'est pas connu ; attendu : {known:or}",
    ),
    "record_of_audit": Phrase(
        "json is the record of an evaluation; the kind {kind:quote} has none",
        "json est le relevé d'une évaluation ; le genre {kind:quote} n'en a pas",
    ),
    "not_templated": Phrase(
        "a template writes {known:or}, not {value:quote}",
        "un gabarit écrit {known:or}, pas {value:quote}",
    ),
    "folder_needs_folder": Phrase(
        "the reports of a folder need a folder: name one with -o",
        "les rapports d'un dossier demandent un dossier : nommez-en un avec -o",
    ),
    "unknown_same": Phrase(
        "--same: {value:quote} is not a criterion of both referentials",
        "--same : {value:quote} n'est pas un critère des deux référentiels",
    ),
    "for_referentials": Phrase(
        "{option} is for two referentials, and these are two audits",
        "{option} vaut pour deux référentiels, et ce sont ici deux audits",
    ),
    "previous_of_audit": Phrase(
        "--previous is for the full report of one audit: no folder, no other kind, no template "
        "and no json",
        "--previous vaut pour le rapport complet d'un seul audit : ni dossier, ni autre genre, ni "
        "gabarit, ni json",
    ),
    "unknown_ending": Phrase(
        "no format has the ending of {value:quote}; name one with --format ({known:or})",
        "aucun format n'a l'extension de {value:quote} ; précisez --format ({known:or})",
    ),
    "not_to_a_terminal": Phrase(
        "{value} is not for a terminal; name a file with -o",
        "{value} n'est pas fait pour un terminal ; nommez un fichier avec -o",
    ),
    # ── What was done ───────────────────────────────────────────────────────────────────────────
    "written": Phrase("{file} written.", "{file} écrit."),
    "written_report": Phrase("{file} written. {standing}.", "{file} écrit. {standing}."),
    "coded": Phrase(
        "{file}: the fonts of a PDF do not have {characters:few}; codes stand there instead. A "
        "report in HTML shows what is written, on paper too.",
        "{file} : les polices d'un PDF n'ont pas {characters:few} ; des codes y figurent à la "
        "place. Un rapport en HTML montre ce qui est écrit, imprimé aussi.",
    ),
    "read_so_far": Phrase("{number} documents read…", "{number} documents lus…"),
    "progress": Phrase("{number} of {count}…", "{number} sur {count}…"),
    "written_all": Phrase(
        "{written} {written:report|reports} written in {folder}, {others} not written.",
        "{written} {written:rapport écrit|rapports écrits} dans {folder}, {others} non "
        "{others:écrit|écrits}.",
    ),
    "and_more": Phrase(
        "… and {count} more; --max-problems {all} shows them all.",
        "… et {count} de plus ; --max-problems {all} les montre tous.",
    ),
    "alike": Phrase(
        "{count} {count:other|others} in this file",
        "{count} {count:autre|autres} dans ce fichier",
    ),
    "show_all": Phrase(
        "--max-problems {all} shows each of them.",
        "--max-problems {all} les montre un à un.",
    ),
    "and_more_check": Phrase(
        "… and {count} more; cpe-label check shows them.",
        "… et {count} de plus ; cpe-label check les montre.",
    ),
    "warnings_in_all": Phrase(
        "{count} {count:warning|warnings}; cpe-label check shows {count:it|them}.",
        "{count} {count:avertissement|avertissements} ; cpe-label check {count:le|les} montre.",
    ),
    "unknown_code": Phrase(
        "no problem has the code {value:quote}", "aucun problème n'a le code {value:quote}"
    ),
    "wrong_count": Phrase(
        "{value:quote} is not a number from 0", "{value:quote} n'est pas un nombre à partir de 0"
    ),
    "sound": Phrase(
        "{count} {count:file|files} checked, no problem.",
        "{count} {count:fichier vérifié|fichiers vérifiés}, aucun problème.",
    ),
    "found": Phrase(
        "{errors} {errors:error|errors} and {warnings} {warnings:warning|warnings} in {count} "
        "{count:file|files}.",
        "{errors} {errors:erreur|erreurs} et {warnings} {warnings:avertissement|avertissements} "
        "dans {count} {count:fichier|fichiers}.",
    ),
    "passed_over": Phrase(
        "{count} other {count:file|files} passed over: neither a referential nor an audit.",
        "{count} {count:autre fichier laissé|autres fichiers laissés} de côté : ni référentiel ni "
        "audit.",
    ),
    "old_passed_over": Phrase(
        "Not read, of an older or another form: {names:few}; save them as .xlsx or .ods.",
        "Non lus, car d'une forme ancienne ou autre : {names:few} ; enregistrez-les en .xlsx ou en "
        ".ods.",
    ),
    "not_across": Phrase(
        "Audits of one organisation were not held against each other: « --members » does that.",
        "Les audits d'une même structure ne sont confrontés entre eux qu'avec « --members ».",
    ),
    "not_compared": Phrase(
        "Nothing was compared with {place}: no referential of the same label was checked.",
        "Rien n'a été comparé à {place} : aucun référentiel du même label n'a été vérifié.",
    ),
    "verified": Phrase(
        "Every field of {record} is what {audit} gives, computed anew; the version of the engine "
        "is not compared.",
        "Chaque champ de {record} est ce que donne {audit}, recalculé ; la version du moteur n'est "
        "pas comparée.",
    ),
    "words_not_compared": Phrase(
        "But for the sentences of its reasons, which are not compared: another version of the "
        "engine made this record.",
        "Sauf les phrases de ses raisons, qui ne sont pas comparées : une autre version du moteur "
        "a produit ce relevé.",
    ),
    "grown": Phrase(
        "Since then {audit} has grown; with all that it holds: {state}.",
        "Depuis, {audit} a été complété ; avec tout ce qui y figure : {state}.",
    ),
    "archive_verified": Phrase(
        "{count} {count:record|records}: {held} {held:holds|hold}, {differing} "
        "{differing:differs|differ}, {unusable} cannot be compared.",
        "{count} {count:relevé|relevés} : {held} {held:confirmé|confirmés}, {differing} "
        "{differing:différent|différents}, {unusable} {unusable:impossible|impossibles} à "
        "comparer.",
    ),
    "differs": Phrase(
        "{count} {count:field|fields} of {record} {count:is|are} not what {audit} gives, computed "
        "anew.",
        "{count} {count:champ|champs} de {record} {count:n'est pas|ne sont pas} ce que donne "
        "{audit}, recalculé.",
    ),
    "not_verified": Phrase(
        "{record} and {audit} cannot be compared.",
        "{record} et {audit} ne peuvent pas être confrontés.",
    ),
    "fault": Phrase(
        "This is a fault of cpe_label {version}, not of your files ({what}). Please report it with "
        "the command and the file that showed it; set CPE_LABEL_TRACEBACK=1 to see where.",
        "C'est un défaut de cpe_label {version}, pas de vos fichiers ({what}). Merci de le "
        "signaler avec la commande et le fichier en cause ; CPE_LABEL_TRACEBACK=1 montre où.",
    ),
    "interrupted": Phrase("Interrupted.", "Interrompu."),
    **BULK,
    **CONVERTING,
    **DECIDING,
    **NETWORKING,
}

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "": (
        "cpe-label new label-cpe -o audit.xlsx",
        "cpe-label evaluate audit.xlsx",
        "cpe-label report audit.xlsx -o report.html",
    ),
    "check": (
        "cpe-label check audits/",
        "cpe-label check referentials/ audits/ --format github --strict",
        "cpe-label check audits/ -r my-referential.yaml -r shipped",
        "cpe-label check --explain R012",
    ),
    "evaluate": (
        "cpe-label evaluate audit.yaml",
        "cpe-label evaluate audit.yaml --format json > decision.json",
        "cpe-label evaluate audits/*.yaml --format jsonl",
    ),
    "verify": (
        "cpe-label verify decision.json audit.yaml",
        "cpe-label evaluate audit.yaml --format json | cpe-label verify - audit.yaml",
        "cpe-label verify archive.jsonl audits/",
    ),
    "report": (
        "cpe-label report audit.yaml -o report.html",
        "cpe-label report audit.yaml --kind summary --lang en",
        "cpe-label report audits/ -o reports/",
        "cpe-label report audit-2029.yaml --previous audit-2026.yaml -o report.html",
        "cpe-label report label-cpe --kind referential -o referential.html",
    ),
    "new": (
        "cpe-label new label-cpe -o audit.xlsx",
        "cpe-label new label-cpe -o audit.html",
        "cpe-label new my-referential.yaml > audit.yaml",
        "cpe-label new label-cpe --from audit-2026.yaml -o audit-2029.yaml",
    ),
    "compare": (
        "cpe-label compare label-2019.yaml label-2027.yaml --audits audits/ -o change.html",
        "cpe-label compare label-2019.yaml label-2027.yaml --exit-code",
        "cpe-label compare audit-2026.yaml audit-2029.yaml",
    ),
    **CONVERTING_EXAMPLES,
    **DECIDING_EXAMPLES,
    **NETWORK_EXAMPLES,
    "schema": ("cpe-label schema audit > audit.schema.json",),
    "completion": (
        "cpe-label completion bash > ~/.local/share/bash-completion/completions/cpe-label",
        "cpe-label completion zsh > ~/.zfunc/_cpe-label",
        "cpe-label completion fish > ~/.config/fish/completions/cpe-label.fish",
    ),
}

# The messages of argparse, as patterns, and our own words for them.
USAGE_MISTAKES: Final[tuple[tuple[str, Phrase], ...]] = (
    (
        r"the following arguments are required: (?P<what>.*)",
        Phrase("missing: {what}", "il manque : {what}"),
    ),
    (
        r"unrecognized arguments: (?P<what>.*)",
        Phrase("not understood: {what}", "non compris : {what}"),
    ),
    (
        r"argument (?P<name>.*?): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<known>.*)\)",
        Phrase(
            "{name}: {what:quote} is not known; expected {known}",
            "{name} : {what:quote} n'est pas connu ; attendu : {known}",
        ),
    ),
    (
        r"argument (?P<name>.*?): expected (one|at least one) argument",
        Phrase("{name}: a value is missing", "{name} : il manque une valeur"),
    ),
    (
        r"argument (?P<name>.*?): ignored explicit argument .*",
        Phrase("{name}: takes no value", "{name} : ne prend pas de valeur"),
    ),
    (r"argument (?P<name>.*?): (?P<what>.*)", Phrase("{name}: {what}", "{name} : {what}")),
)
