"""The sentences of `convert`, and of workbooks on the command line."""

from typing import Final

from .phrase import Phrase

CONVERTING: Final[dict[str, Phrase]] = {
    "convert": Phrase(
        "the same audit, referential or list of members in another format",
        "le même audit, référentiel ou fichier de membres dans un autre format",
    ),
    "converted": Phrase(
        "an audit, a referential or a list of members: YAML, JSON, .xlsx or .ods, and CSV for "
        "members; - is standard input. A plain grid (Section, Criterion, Requirement, Level) is "
        "one of a referential",
        "un audit, un référentiel ou un fichier de membres : YAML, JSON, .xlsx ou .ods, et CSV "
        "pour des membres ; - pour l'entrée standard. Une simple grille (Domaine, Critère, "
        "Exigence, Niveau) est celle d'un référentiel",
    ),
    "converted_output": Phrase(
        "the file to write, in the format of its ending: .yaml, .json or .xlsx",
        "le fichier à écrire, au format de sa terminaison : .yaml, .json ou .xlsx",
    ),
    "converted_lang": Phrase(
        "language of messages and of a workbook (default: the locale's for messages, the "
        "referential's for a workbook)",
        "langue des messages et d'un classeur (par défaut : celle du système pour les messages, "
        "celle du référentiel pour un classeur)",
    ),
    "new_output": Phrase(
        "the file to write: .yaml, .xlsx to fill in with Excel or LibreOffice, or .html to fill in "
        "with a browser, without a network (default: YAML on standard output)",
        "le fichier à écrire : .yaml, .xlsx à remplir dans Excel ou LibreOffice, ou .html à "
        "remplir dans un navigateur, sans réseau (par défaut : YAML sur la sortie standard)",
    ),
    "drafted": Phrase(
        "{file} written, with blank cells: fill in those that are named above, then check it. The "
        "identifiers of sections and levels were made of their titles; change them before the "
        "first audit, as they are permanent.",
        "{file} écrit, avec des cellules vides : remplissez celles qui sont nommées ci-dessus, "
        "puis vérifiez-le. Les identifiants des domaines et des niveaux sont tirés de leurs "
        "titres ; changez-les avant le premier audit, car ils sont permanents.",
    ),
    "not_converted_to": Phrase(
        "no file whose name ends as {value:quote} is written; expected {known:or}",
        "aucun fichier dont le nom finit comme {value:quote} n'est écrit ; attendu {known:or}",
    ),
}

CONVERTING_EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "convert": (
        "cpe-label convert audit.xlsx -o audit.yaml",
        "cpe-label convert audit.yaml -o audit.xlsx",
        "cpe-label convert grid.xlsx -o referential.xlsx",
    ),
}
