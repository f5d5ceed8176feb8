"""The catalogue of problems: for each stable code its severity, its place and its words.

F: the file itself. Y: the syntax of YAML or JSON. R: a referential. A: an audit. E: the record of
an evaluation.
The shape of a file (keys, types, identifiers, dates) has the same numbers, 001 to 010, under R
and under A. A code is never reused for another meaning.
"""

from dataclasses import dataclass
from typing import Final, Literal

from . import Phrase

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Entry(Phrase):
    """A problem's words; `at_key` where the place is the key rather than what it holds."""

    severity: Severity = "error"
    at_key: bool = False


NEAR_MISS: Final = Phrase("(did you mean {near:quote}?)", "(vouliez-vous dire {near:quote} ?)")

WARNING: Final = Phrase("warning: ", "avertissement : ")

MISSING_EXTRA: Final = Phrase(
    "the format {extra} needs an optional part of cpe_label: pip install 'cpe_label[{extra}]'",
    "le format {extra} demande une partie facultative de cpe_label : "
    "pip install 'cpe_label[{extra}]'",
)

_FILES: Final = {
    "F001": Entry("no such file", "ce fichier n'existe pas"),
    "F002": Entry(
        "this is a folder; a file was expected", "c'est un dossier ; un fichier est attendu"
    ),
    "F003": Entry(
        "this is not a regular file (a device, a pipe or a socket)",
        "ce n'est pas un fichier ordinaire (périphérique, tube ou connexion)",
    ),
    "F004": Entry(
        "this file cannot be read: {reason:reason}",
        "ce fichier ne peut pas être lu : {reason:reason}",
    ),
    "F005": Entry(
        "this file is over {limit} bytes, the most that is read",
        "ce fichier dépasse {limit} octets, le maximum qui soit lu",
    ),
    "F006": Entry(
        "this file exists and is left as it was; --force overwrites it",
        "ce fichier existe et reste tel quel ; --force permet de l'écraser",
    ),
    "F007": Entry(
        "this file cannot be written: {reason:reason}",
        "ce fichier ne peut pas être écrit : {reason:reason}",
    ),
    "F008": Entry(
        "no referential {wanted:quote}; known: {known:and}",
        "aucun référentiel {wanted:quote} ; connus : {known:and}",
    ),
    "F009": Entry(
        "this is the file that was read; choose another name to write to",
        "c'est le fichier qui a été lu ; choisissez un autre nom pour écrire",
    ),
    "F012": Entry(
        "no referential and no audit in this folder (.yaml, .yml, .json, .jsonl)",
        "ce dossier ne contient ni référentiel ni audit (.yaml, .yml, .json, .jsonl)",
    ),
    "F013": Entry("this file holds no audit", "ce fichier ne contient aucun audit"),
    "F014": Entry(
        "this is not a template that can be read: a tag is not closed, misspelt or misplaced here",
        "ce n'est pas un gabarit lisible : une balise n'est pas refermée, est mal écrite ou mal "
        "placée ici",
    ),
    "F015": Entry(
        "the template names {name:quote}, which is not there",
        "le gabarit nomme {name:quote}, qui n'existe pas",
    ),
    "F016": Entry(
        "the template includes {name:quote}, which is not in its folder",
        "le gabarit inclut {name:quote}, qui n'est pas dans son dossier",
    ),
    "F017": Entry(
        "the template does what no template may: it touches a private name or changes a value",
        "le gabarit fait ce qu'aucun gabarit ne peut faire : il touche un nom privé ou modifie une "
        "valeur",
    ),
    "F018": Entry(
        "the template fails here: a value is not what the tag or the filter expects",
        "le gabarit échoue ici : une valeur n'est pas ce que la balise ou le filtre attend",
    ),
    "F019": Entry(
        "this is {wrote:kind}; expected a text file, in YAML or JSON",
        "c'est {wrote:kind} ; attendu : un fichier texte, en YAML ou en JSON",
    ),
    "F011": Entry(
        "two different files hold {name}: {files:and}",
        "deux fichiers différents contiennent {name} : {files:and}",
    ),
    "F010": Entry(
        "several referentials answer to {wanted:quote}: {known:and}; write it as id@version",
        "plusieurs référentiels répondent à {wanted:quote} : {known:and} ; écrivez id@version",
    ),
}

_SYNTAX: Final = {
    "Y001": Entry(
        "not UTF-8 text (byte {byte}); save the file as UTF-8",
        "ce n'est pas du texte UTF-8 (octet {byte}) ; enregistrez le fichier en UTF-8",
    ),
    "Y002": Entry(
        "the character {character} is not allowed in a text",
        "le caractère {character} n'est pas permis dans un texte",
    ),
    "Y003": Entry(
        "the file is empty; expected keys and values",
        "le fichier est vide ; des clés et des valeurs sont attendues",
    ),
    "Y004": Entry(
        "this is not YAML that can be read; check indentation and quotes",
        "ce n'est pas du YAML lisible ; vérifiez l'indentation et les guillemets droits",
    ),
    "Y005": Entry(
        "a second document starts here; a file holds one",
        "un second document commence ici ; un fichier n'en contient qu'un",
    ),
    "Y006": Entry(
        "a value that starts with & or * would be a reference, which is not read; write the value "
        "out, or put a text that starts so between double quotes",
        "une valeur qui commence par & ou * serait un renvoi, et n'est pas lue ; écrivez la valeur "
        'en entier, ou mettez entre guillemets droits (") un texte qui commence ainsi',
    ),
    "Y007": Entry(
        "the type tag {tag:quote} is not read; write the value alone",
        "l'étiquette de type {tag:quote} n'est pas lue ; écrivez la valeur seule",
    ),
    "Y008": Entry(
        "the merge key « << » is not read; write the keys out",
        "la clé de fusion « << » n'est pas lue ; écrivez les clés en entier",
    ),
    "Y009": Entry(
        "the key {key:quote} stands twice; first at {first:where}",
        "la clé {key:quote} figure deux fois ; la première : {first:where}",
    ),
    "Y010": Entry("nested deeper than {limit} levels", "plus de {limit} niveaux d'imbrication"),
    "Y011": Entry(
        "over {limit} values in one file, the most that is read",
        "plus de {limit} valeurs dans un fichier, le maximum qui soit lu",
    ),
    "Y012": Entry(
        "a text of over {limit} characters, the most that is read",
        "un texte de plus de {limit} caractères, le maximum qui soit lu",
    ),
    "Y013": Entry("a key must be a text", "une clé doit être un texte"),
    "Y014": Entry(
        "keys and values were expected here (« key: value »)",
        "des clés et des valeurs sont attendues ici (« clé: valeur »)",
    ),
    "Y030": Entry(
        "a « : » cannot stand here; put a text that holds « : » between double quotes, "
        "or check the indentation",
        'un « : » ne peut pas se trouver ici ; mettez entre guillemets droits (") un texte '
        "qui contient « : », ou vérifiez l'indentation",
    ),
    "Y031": Entry(
        "this must be a key with its « : », or go on with the text above, set in further than the "
        "key of that text",
        "ceci doit être une clé suivie de « : », ou bien la suite du texte qui précède, plus en "
        "retrait que la clé de ce texte",
    ),
    "Y032": Entry(
        "a tab or a reserved character (@ ` %) cannot start here; indent with spaces, "
        "and put such a text between double quotes",
        "une tabulation ou un caractère réservé (@ ` %) ne peut pas commencer ici ; indentez avec "
        'des espaces, et mettez un tel texte entre guillemets droits (")',
    ),
    "Y033": Entry(
        "a quote opens here and is not closed before the end of the file",
        "ici s'ouvre un guillemet droit (\" ou ') qui n'est pas refermé avant la fin du fichier",
    ),
    "Y034": Entry(
        "a « , », a closing bracket or a closing brace was expected, here or on the line before",
        "une « , », un crochet ou une accolade de fermeture est attendu, ici ou à la ligne "
        "précédente",
    ),
    "Y035": Entry(
        "unknown escape after « \\ »; between single quotes a backslash is only a backslash",
        "échappement inconnu après « \\ » ; entre apostrophes ('), elle n'a pas de sens "
        "particulier",
    ),
    "Y036": Entry(
        "this cannot follow the lines above; check the indentation, and that a text between quotes "
        "is between quotes from its start to its end",
        "ceci ne peut pas suivre les lignes précédentes ; vérifiez l'indentation, et qu'un texte "
        "entre guillemets droits l'est du début à la fin",
    ),
    "Y037": Entry(
        "what follows « # » is a comment and is not read; put the text between double quotes if it "
        "belongs to it",
        "ce qui suit « # » est un commentaire et n'est pas lu ; mettez le texte entre guillemets "
        "droits (\") s'il en fait partie",
        severity="warning",
    ),
    "Y038": Entry(
        "« > » and « | » announce a text on the lines below; put a text that starts so between "
        "double quotes",
        "« > » et « | » annoncent un texte sur les lignes suivantes ; mettez entre "
        "guillemets droits "
        '(") un texte qui commence ainsi',
    ),
    "Y039": Entry(
        "« - » and « ? » cannot start here; start a list on the line below, and put such a text "
        "between double quotes",
        "« - » et « ? » ne peuvent pas commencer ici ; commencez une liste à la ligne suivante, et "
        'mettez un tel texte entre guillemets droits (")',
    ),
    "Y040": Entry("expected {expected:or} here", "attendu ici : {expected:or}"),
    "Y041": Entry(
        "a key between double quotes was expected",
        'une clé entre guillemets droits (") est attendue',
    ),
    "Y042": Entry("{value:quote} is not a JSON value", "{value:quote} n'est pas une valeur JSON"),
    "Y043": Entry(
        "this string is not closed, or holds a raw line break or an unknown escape",
        "cette chaîne n'est pas refermée, ou contient un saut de ligne ou un échappement inconnu",
    ),
    "Y044": Entry(
        "there is more text after the end of the JSON value",
        "il y a encore du texte après la fin de la valeur JSON",
    ),
    "Y015": Entry(
        "over {limit} problems; the others are not told, mend these first",
        "plus de {limit} problèmes ; les autres ne sont pas signalés, corrigez d'abord ceux-ci",
    ),
    "Y045": Entry(
        "the JSON text ends before it is complete", "le texte JSON se termine avant d'être complet"
    ),
    "Y046": Entry(
        "a space is missing after the colon of {key:quote}",
        "il manque une espace après le deux-points de {key:quote}",
    ),
    "Y047": Entry(
        "this space is a no-break space ({character}), with which YAML cannot do; type a plain one",
        "cette espace est insécable ({character}), et YAML n'en veut pas ici ; tapez une espace "
        "ordinaire",
    ),
    "Y048": Entry(
        "the text between quotes that opened at line {first} closes just before this; write a "
        'quote inside it as \\" or as « », or close it where it ends',
        "le texte entre guillemets droits ouvert à la ligne {first} se ferme juste avant ceci ; à "
        "l'intérieur, écrivez \\\" ou « », ou fermez-le là où il finit",
    ),
    "Y020": Entry(
        "unknown format {value:quote}; expected {expected:or}; a newer file needs a newer "
        "cpe-label",
        "format {value:quote} inconnu ; attendu : {expected:or} ; un fichier plus récent "
        "demande un cpe-label plus récent",
    ),
    "Y021": Entry(
        "no « format » key; a file starts with it, for instance « format: {example} »",
        "pas de clé « format » ; un fichier commence par elle, par exemple « format: {example} »",
    ),
    "Y022": Entry(
        "this file is {found:kind}; {expected:kind} was expected",
        "ce fichier est {found:kind} ; on attendait {expected:kind}",
    ),
}

_REFERENTIAL_ONLY: Final = ("008", "009", "010")
_SHAPE: Final = {
    "001": Entry(
        "unknown key {key:quote}; expected {expected:or}",
        "clé {key:quote} inconnue ; attendu : {expected:or}",
        at_key=True,
    ),
    "002": Entry(
        "the key « {key} » is missing or empty", "la clé « {key} » manque ou est vide", at_key=True
    ),
    "003": Entry(
        "{found:kind} here; expected {expected:kind}{hint:kind}",
        "{found:kind} ici ; attendu : {expected:kind}{hint:kind}",
    ),
    "004": Entry(
        "{value:quote} is not an identifier; expected letters and digits without accent, "
        "joined by « . », « _ » or « - » (128 characters at most)",
        "{value:quote} n'est pas un identifiant ; attendu : des lettres et chiffres sans accent, "
        "reliés par « . », « _ » ou « - » (128 caractères au plus)",
    ),
    "005": Entry(
        "{value:quote} is not a date; expected an existing day written YYYY-MM-DD",
        "{value:quote} n'est pas une date ; attendu : un jour qui existe, écrit AAAA-MM-JJ",
    ),
    "006": Entry("the text is empty", "le texte est vide"),
    "007": Entry(
        "unknown word {value:quote}; expected {expected:or}",
        "mot {value:quote} inconnu ; attendu : {expected:or}",
    ),
    "008": Entry(
        "{value:quote} is not a share; expected « N% » or « p/q », from 0 to 100%",
        "{value:quote} n'est pas une part ; attendu : « N% » ou « p/q », de 0 à 100 %",
    ),
    "009": Entry(
        "{value:quote} is not a whole number from {least} to {most}",
        "{value:quote} n'est pas un nombre entier de {least} à {most}",
    ),
    "010": Entry("the list is empty", "la liste est vide", at_key=True),
}

_REFERENTIAL: Final = {
    "R011": Entry(
        "the {kind:kind} identifier {value:quote} stands twice; first at {first:where}",
        "l'identifiant de {kind:kind} {value:quote} figure deux fois ; le premier : {first:where}",
    ),
    "R012": Entry(
        "unknown level {value:quote}; expected {expected:or}",
        "niveau {value:quote} inconnu ; attendu : {expected:or}",
    ),
    "R013": Entry(
        "unknown source {value:quote}; expected {expected:or}",
        "source {value:quote} inconnue ; attendu : {expected:or}",
    ),
    "R014": Entry(
        "no criterion has the level {value:quote}", "aucun critère n'a le niveau {value:quote}"
    ),
    "R015": Entry(
        "the identifiers {value:quote} and {other:quote} differ by case alone",
        "les identifiants {value:quote} et {other:quote} ne diffèrent que par la casse",
    ),
    "R016": Entry(
        "the criterion {criterion} cites no source", "le critère {criterion} ne cite aucune source"
    ),
    "R017": Entry(
        "in force until {until}, before it starts ({since})",
        "en vigueur jusqu'au {until}, avant son début ({since})",
    ),
    "R020": Entry(
        "over {limit} items, the most that is read",
        "plus de {limit} éléments, le maximum qui soit lu",
    ),
    "R019": Entry(
        "{criterion} changes from « {old} » to « {new} » under the same version; "
        "a changed level needs a new version",
        "{criterion} passe de « {old} » à « {new} » sous la même version ; "
        "un niveau qui change exige une nouvelle version",
    ),
    "R018": Entry(
        "{value:quote} is not a language code; expected two or three small letters, such as fr",
        "{value:quote} n'est pas un code de langue ; attendu : deux ou trois minuscules, comme fr",
    ),
}

_AUDIT: Final = {
    "A011": Entry(
        "no referential {value:quote}; known: {expected:or}; -r says where another is",
        "aucun référentiel {value:quote} ; connus : {expected:or} ; -r dit où en trouver un autre",
    ),
    "A012": Entry(
        "no version {value:quote} of {referential}; known: {expected:or}",
        "pas de version {value:quote} de {referential} ; connues : {expected:or}",
    ),
    "A013": Entry(
        "unknown criterion {value:quote} in {referential}",
        "critère {value:quote} inconnu dans {referential}",
        at_key=True,
    ),
    "A014": Entry(
        "{criterion} cannot be « not_applicable »: the referential gives no ground for it (RC-4)",
        "{criterion} ne peut pas être « not_applicable » : "
        "le référentiel n'en prévoit pas le cas (RC-4)",
    ),
    "A015": Entry(
        "{criterion} is « not_applicable » without a « justification »; write one under it (RC-4)",
        "{criterion} est « not_applicable » sans « justification » ; ajoutez-en une "
        "au-dessous (RC-4)",
    ),
    "A016": Entry(
        "a self-assessment has no label, so no {key:quote} (RC-10)",
        "une auto-évaluation n'a pas de label, donc pas de {key:quote} (RC-10)",
        at_key=True,
    ),
    "A017": Entry(
        "« granted » while the conditions are not met: the rule leaves no choice (RC-11)",
        "« granted » alors que les conditions ne sont pas remplies : la règle ne laisse pas le "
        "choix (RC-11)",
    ),
    "A018": Entry(
        "« granted » while {count} {count:criterion is|criteria are} not assessed: {criteria:few} "
        "(RC-11)",
        "« granted » alors que {count} {count:critère n'est pas évalué|critères ne sont pas "
        "évalués} : {criteria:few} (RC-11)",
    ),
    "A019": Entry(
        "« refused » while every condition is met: the report will say so (RC-11)",
        "« refused » alors que toutes les conditions sont remplies : le rapport le dira (RC-11)",
        severity="warning",
    ),
    "A020": Entry(
        "« refused » while every condition is met needs a « reason » (RC-11)",
        "« refused » alors que toutes les conditions sont remplies exige un motif (« reason "
        "») (RC-11)",
    ),
    "A021": Entry(
        "a decision needs « organisation.id », which links one label to the next",
        "une décision exige « organisation.id », qui relie un label au suivant",
        at_key=True,
    ),
    "A022": Entry(
        "the audit ends on {last}, before it starts ({first})",
        "l'audit se termine le {last}, avant son début ({first})",
    ),
    "A023": Entry(
        "decided on {decided}, before the audit ends ({last})",
        "décidé le {decided}, avant la fin de l'audit ({last})",
    ),
    "A024": Entry(
        "due on {due}, before the audit starts ({first})",
        "à faire pour le {due}, avant le début de l'audit ({first})",
    ),
    "A025": Entry(
        "the version {version} of {referential} is in force from {since}, "
        "after the audit's first day ({first}) (RC-15)",
        "la version {version} de {referential} est en vigueur à partir du {since}, "
        "après le premier jour de l'audit ({first}) (RC-15)",
    ),
    "A026": Entry(
        "the version {version} of {referential} was in force until {until}, "
        "before the audit's first day ({first}) (RC-15)",
        "la version {version} de {referential} était en vigueur jusqu'au {until}, "
        "avant le premier jour de l'audit ({first}) (RC-15)",
    ),
    "A027": Entry(
        "events act on a granted label, and this file grants none (RC-14)",
        "les événements portent sur un label accordé, et ce fichier n'en accorde pas (RC-14)",
        at_key=True,
    ),
    "A028": Entry(
        "« {event} » on {on} cannot act on {state:kind} (RC-14)",
        "« {event} » le {on} ne peut pas porter sur {state:kind} (RC-14)",
    ),
    "A029": Entry(
        "« {event} » on {on} comes before {earlier} (RC-14)",
        "« {event} » le {on} est antérieur au {earlier} (RC-14)",
    ),
    "A030": Entry("the label would run past the year 9999", "le label dépasserait l'année 9999"),
    "A032": Entry(
        "{criterion} has a « good_practice » and is not met",
        "{criterion} a une bonne pratique (« good_practice ») et n'est pas satisfait",
        severity="warning",
    ),
    "A033": Entry(
        "{criterion} is « met » without « evidence », in a level where every criterion counts",
        "{criterion} est « met » sans éléments vus (« evidence »), dans un niveau où chaque "
        "critère "
        "compte",
        severity="warning",
    ),
    "A034": Entry(
        "{criterion} has a « justification » and is not « not_applicable »: no report shows it",
        "{criterion} a une « justification » et n'est pas « not_applicable » : aucun rapport ne la "
        "montre",
        severity="warning",
    ),
    "A031": Entry(
        "the audit names {value:quote}; this referential is {expected:quote}",
        "l'audit nomme {value:quote} ; ce référentiel est {expected:quote}",
    ),
}


_RECORD: Final = {
    "E001": Entry(
        "this record is of {value:quote}; the audit answers {expected:quote} (RC-1)",
        "ce relevé porte sur {value:quote} ; l'audit répond à {expected:quote} (RC-1)",
    ),
    "E002": Entry(
        "« {field} » is recorded as {recorded:quote}; computed anew it is {computed:quote}",
        "« {field} » vaut {recorded:quote} dans ce relevé ; recalculé : {computed:quote}",
    ),
    "E003": Entry(
        "« {field} » is missing; computed anew it is {computed:quote}",
        "« {field} » manque ; recalculé : {computed:quote}",
    ),
    "E004": Entry(
        "« {field} » is not in the record computed anew; it holds {recorded:quote}",
        "« {field} » ne figure pas dans le relevé recalculé ; contenu : {recorded:quote}",
        at_key=True,
    ),
    "E005": Entry(
        "the fingerprint of the referential differs: what it says now is not what was evaluated",
        "l'empreinte du référentiel diffère : ce qu'il dit aujourd'hui n'est pas ce qui a été "
        "évalué",
    ),
    "E006": Entry(
        "the fingerprint of the audit differs: decision and events aside, what it says is not "
        "what was evaluated",
        "l'empreinte de l'audit diffère : hors décision et événements, ce qu'il dit n'est pas ce "
        "qui a été évalué",
    ),
}


_ALL: Final[dict[str, Entry]] = {
    **_FILES,
    **_SYNTAX,
    **{f"R{number}": entry for number, entry in _SHAPE.items()},
    **_REFERENTIAL,
    **{f"A{number}": _SHAPE[number] for number in _SHAPE if number not in _REFERENTIAL_ONLY},
    **_AUDIT,
    **_RECORD,
}

CATALOGUE: Final[dict[str, Entry]] = {
    code: _ALL[code] for code in sorted(_ALL, key=lambda code: ("FYRAE".index(code[0]), code))
}
"""Every problem by its code, in order."""
