"""The sentences of the command `network`, and of `check --members`."""

from typing import Final

from .phrase import Phrase

NETWORKING: Final[dict[str, Phrase]] = {
    "network": Phrase("a whole network on a day", "tout un réseau un jour donné"),
    "network_folders": Phrase(
        "a folder of audits; the files of an organisation are linked by its identifier",
        "un dossier d'audits ; les fichiers d'une organisation sont reliés par son identifiant",
    ),
    "members": Phrase(
        "the members of the network: YAML, JSON, or CSV with a row of headings (id and name; "
        "region, since, until)",
        "les membres du réseau : YAML, JSON, ou CSV avec une ligne de titres (identifiant et nom ; "
        "région, depuis, jusqu'au)",
    ),
    "checked_members": Phrase(
        "the members of the network: also check the files against each other, and these members",
        "les membres du réseau : vérifier aussi les fichiers entre eux, et ces membres",
    ),
    "label": Phrase(
        "the identifier of the referential, where the audits name several",
        "l'identifiant du référentiel, quand les audits en nomment plusieurs",
    ),
    "network_on": Phrase(
        "the day that is asked about, YYYY-MM-DD (default: today); what is dated later does not "
        "count",
        "le jour demandé, AAAA-MM-JJ (par défaut : aujourd'hui) ; ce qui est daté d'après ne "
        "compte pas",
    ),
    "public": Phrase(
        "only who holds the label that day, as a network publishes it: html, json or csv",
        "seulement qui a le label ce jour-là, comme un réseau le publie : html, json ou csv",
    ),
    "network_format": Phrase(
        "how to write the result (default: by the file's ending, else text)",
        "forme du résultat (par défaut : selon l'extension du fichier, sinon text)",
    ),
    "not_public": Phrase(
        "with --public, choose one of these formats with --format: {known:or}",
        "avec --public, choisissez un de ces formats avec --format : {known:or}",
    ),
    "not_counted": Phrase(
        "{count} {count:file does|files do} not count",
        "{count} {count:fichier ne compte pas|fichiers ne comptent pas}",
    ),
}

NETWORK_EXAMPLES: Final = {
    "network": (
        "cpe-label network audits/ --members members.csv",
        "cpe-label network audits/ --members members.csv --on 2026-12-31 -o network.html",
        "cpe-label network audits/ --members members.csv --public -o labelled.html",
    ),
}
