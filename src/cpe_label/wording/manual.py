"""The manual of problems: why each one matters, and what to write instead.

`cpe-label check --explain CODE` reads it, and it is printed as docs/problems.md. The message of a
problem says what stands in the file; its page here says what could have gone wrong unseen, and how
to get out of it. A test holds each page against the broken file of its code: the wrong lines stand
in that file, and with the right ones instead the problem is gone.
"""

from dataclasses import dataclass
from typing import Final

from . import Phrase


@dataclass(frozen=True, slots=True)
class Page:
    """Why a problem matters, and the same piece of a file wrong and right."""

    why: Phrase
    wrong: str
    right: str


MANUAL: Final[dict[str, Page]] = {
    # ── Files ────────────────────────────────────────────────────────────────────────────────────
    "F001": Page(
        Phrase(
            "A file that is quietly skipped would look like a file without a problem, so a "
            "missing one is always said. Check the folder you are in and the ending of the "
            "name.",
            "Un fichier sauté sans rien dire passerait pour un fichier sans problème : un "
            "fichier absent est donc toujours signalé. Vérifiez le dossier où vous êtes et la "
            "terminaison du nom.",
        ),
        "$ cpe-label check audits/exemple-001.yml",
        "$ cpe-label check audits/exemple-001.yaml",
    ),
    "F002": Page(
        Phrase(
            "A verdict is about one cooperative: picked from a folder at a guess, it could be "
            "about another. Name the file; to write, name one inside the folder. « cpe-label "
            "check » and « cpe-label report » do take a whole folder.",
            "Un résultat parle d'une seule coopérative : pris au hasard d'un dossier, il "
            "pourrait parler d'une autre. Nommez le fichier ; pour écrire, nommez-en un dans le "
            "dossier. « cpe-label check » et « cpe-label report », eux, acceptent un dossier "
            "entier.",
        ),
        "$ cpe-label evaluate audits",
        "$ cpe-label evaluate audits/exemple-001.yaml",
    ),
    "F003": Page(
        Phrase(
            "A pipe or a device may never end, and an automatic check that waits for ever tells "
            "nobody anything. Name a file that is saved; « cpe-label check - » reads standard "
            "input.",
            "Un tube ou un périphérique peut ne jamais se terminer, et une vérification "
            "automatique qui attend sans fin n'apprend rien à personne. Nommez un fichier "
            "enregistré ; « cpe-label check - » lit l'entrée standard.",
        ),
        "$ cpe-label check /dev/stdin",
        "$ cpe-label check audit.yaml",
    ),
    "F004": Page(
        Phrase(
            "The file is there, and its content is unknown: nothing can be said of it, neither "
            "good nor bad. Ask its owner for the right to read it, or copy it where you may.",
            "Le fichier est là, mais son contenu reste inconnu : on ne peut en dire ni bien ni "
            "mal. Demandez le droit de le lire à la personne qui le possède, ou copiez-le là où "
            "vous avez ce droit.",
        ),
        "$ cpe-label check audit.yaml",
        "$ chmod u+r audit.yaml\n$ cpe-label check audit.yaml",
    ),
    "F005": Page(
        Phrase(
            "Files can come from anybody, and a huge one could keep a machine busy for hours. "
            "An audit weighs far less: this is probably another file, or many audits in one. "
            "Put those one to a line in a « .jsonl » file, where the limit holds for each line.",
            "Un fichier peut venir de n'importe qui, et un fichier énorme occuperait une "
            "machine pendant des heures. Un audit pèse bien moins : c'est sans doute un autre "
            "fichier, ou plusieurs audits réunis. Mettez-les dans un fichier « .jsonl », un par "
            "ligne : la limite y vaut pour chaque ligne.",
        ),
        "$ cpe-label check reseau.json",
        "$ cpe-label check reseau.jsonl",
    ),
    "F006": Page(
        Phrase(
            "The file that stands there may be an audit that somebody has spent days filling "
            "in. Choose another name, or add --force once you know that you no longer need it.",
            "Le fichier en place est peut-être un audit que quelqu'un a mis des jours à "
            "remplir. Choisissez un autre nom, ou ajoutez --force si vous n'en avez vraiment "
            "plus besoin.",
        ),
        "$ cpe-label new label-cpe -o audit.yaml",
        "$ cpe-label new label-cpe -o audit-2027.yaml",
    ),
    "F007": Page(
        Phrase(
            "A report cut short could be taken for a whole one, so a file appears complete or "
            "not at all: the one that was there before is intact. Put right what the message "
            "names, or write elsewhere, and run the command again.",
            "Un rapport tronqué pourrait passer pour un rapport entier : un fichier paraît donc "
            "complet ou pas du tout, et celui qui s'y trouvait est intact. Remédiez à la cause "
            "indiquée, ou écrivez ailleurs, puis relancez la commande.",
        ),
        "$ cpe-label report audit.yaml -o rapports/2026/rapport.html",
        "$ mkdir -p rapports/2026\n$ cpe-label report audit.yaml -o rapports/2026/rapport.html",
    ),
    "F008": Page(
        Phrase(
            "Filling in the questions of another label would waste an audit, so a name that is "
            "merely close is not good enough. Write one of the known names; if yours is in a "
            "file of your own, say where with --referential.",
            "Remplir les questions d'un autre label ferait perdre tout un audit : un nom "
            "approchant ne suffit donc pas. Écrivez l'un des noms connus ; si le vôtre est dans "
            "un fichier à vous, dites où avec --referential.",
        ),
        "$ cpe-label new label-cep -o audit.yaml",
        "$ cpe-label new label-cpe -o audit.yaml",
    ),
    "F009": Page(
        Phrase(
            "Writing there would replace what you gave by what was made of it, and the findings "
            "would be lost. Even --force does not allow that: choose another name for the "
            "result.",
            "Écrire à cet endroit remplacerait ce que vous avez fourni par ce qui en est tiré, "
            "et les constats seraient perdus. Même --force ne le permet pas : donnez un autre "
            "nom au résultat.",
        ),
        "$ cpe-label report audit.json -o audit.json --force",
        "$ cpe-label report audit.json -o rapport.json --force",
    ),
    "F012": Page(
        Phrase(
            "To find no problem in nothing would look like success: an automatic check of the "
            "wrong folder would stay green for years. Look at the name of the folder; files "
            "count if they end in .yaml, .yml, .json or .jsonl and are not hidden.",
            "Ne trouver aucun problème dans rien aurait l'air d'un succès : une vérification "
            "automatique du mauvais dossier resterait verte pendant des années. Regardez le nom "
            "du dossier ; comptent les fichiers en .yaml, .yml, .json ou .jsonl qui ne sont pas "
            "cachés.",
        ),
        "$ cpe-label check audit/",
        "$ cpe-label check audits/",
    ),
    "F013": Page(
        Phrase(
            "A file without a single line would otherwise pass for a set of audits without a "
            "problem. Check that it is the file you meant.",
            "Un fichier d'audits sans aucune ligne passerait sinon pour un ensemble d'audits sans "
            "problème. Vérifiez que c'est bien le fichier voulu.",
        ),
        "$ cpe-label evaluate empty.jsonl",
        "$ cpe-label evaluate audits.jsonl",
    ),
    "F014": Page(
        Phrase(
            "Jinja stops at the first tag that it cannot read, so nothing was written. Close every "
            "« if » and « for », and every brace; the place is where it was noticed, "
            "which may be after the slip.",
            "Jinja s'arrête à la première balise illisible : rien n'a donc été écrit. Refermez "
            "chaque « if » et chaque « for », et chaque accolade ; l'endroit donné est celui "
            "où l'erreur se voit, parfois après la faute.",
        ),
        "{% for level in view.levels %} {{ level.title }",
        "{% for level in view.levels %} {{ level.title }} {% endfor %}",
    ),
    "F015": Page(
        Phrase(
            "A name that does not exist would print as nothing, and a report with a hole in it "
            "looks like a report. docs/templates.md lists every field.",
            "Un nom qui n'existe pas s'imprimerait comme un vide, et un rapport troué ressemble à "
            "un rapport. docs/templates.md donne tous les champs.",
        ),
        "{{ view.organization }}",
        "{{ view.organisation }}",
    ),
    "F016": Page(
        Phrase(
            "A template may include files of its own folder and of the folders in it, so that "
            "rendering one never reads anything else of your machine.",
            "Un gabarit peut inclure les fichiers de son propre dossier et de ses sous-dossiers : "
            "ainsi, le rendre ne lit rien d'autre de votre machine.",
        ),
        '{% include "../letterhead.html" %}',
        '{% include "letterhead.html" %}',
    ),
    "F017": Page(
        Phrase(
            "Templates run in Jinja's sandbox. One that asks for private names or changes a value "
            "either hides something or does the work of a program: read it before you go on.",
            "Les gabarits s'exécutent dans le bac à sable de Jinja. Celui qui demande des noms "
            "privés ou modifie une valeur cache quelque chose ou fait le travail d'un programme : "
            "lisez-le avant d'aller plus loin.",
        ),
        "{{ view.__class__ }}",
        "{{ view.kind }}",
    ),
    "F018": Page(
        Phrase(
            "Most often a text is used as a number or as a list, or the other way round; "
            "docs/templates.md says what each field holds.",
            "Le plus souvent, un texte est pris pour un nombre ou une liste, ou l'inverse ; "
            "docs/templates.md dit ce que contient chaque champ.",
        ),
        "{{ view.levels + 1 }}",
        "{{ view.levels | length }}",
    ),
    "F019": Page(
        Phrase(
            "A word processor or a spreadsheet keeps letters among much else, which nobody can "
            "check line by line. Copy the text into a plain text editor and save it as « .yaml », "
            "in UTF-8; start from « cpe-label new ».",
            "Un traitement de texte ou un tableur garde les lettres au milieu de bien d'autres "
            "choses, que personne ne peut vérifier ligne à ligne. Copiez le texte dans un éditeur "
            "de texte simple et enregistrez-le en « .yaml », en UTF-8 ; partez de « cpe-label "
            "new ».",
        ),
        "$ cpe-label check audit.docx",
        "$ cpe-label check audit.yaml",
    ),
    "F011": Page(
        Phrase(
            "Both claim to be the same version and they differ: the verdict would depend on "
            "which was read first. Keep one of them; if the change is wanted, give the changed "
            "file a new version.",
            "Les deux se présentent comme la même version, mais ils diffèrent : le résultat "
            "dépendrait de celui qui est lu en premier. N'en gardez qu'un ; si le changement "
            "est voulu, donnez une nouvelle version au fichier modifié.",
        ),
        "$ cpe-label evaluate audit.yaml -r label-cpe-2019.yaml -r label-cpe-copie.yaml",
        "$ cpe-label evaluate audit.yaml -r label-cpe-2019.yaml",
    ),
    "F010": Page(
        Phrase(
            "Versions do not ask the same questions, and the newest is not always the right "
            "one: an audit uses the version in force on its first day. Write the version after "
            "an @.",
            "D'une version à l'autre, les questions changent, et la plus récente n'est pas "
            "toujours la bonne : un audit suit la version en vigueur à son premier jour. "
            "Écrivez la version après un @.",
        ),
        "$ cpe-label new label-cpe -o audit.yaml",
        "$ cpe-label new label-cpe@2019.1 -o audit.yaml",
    ),
    # ── Syntax of YAML and JSON ──────────────────────────────────────────────────────────────────
    "Y001": Page(
        Phrase(
            "Letters were saved in another encoding: an older one, or UTF-16, which some programs "
            "call Unicode. Read as they are, the name of the cooperative would come out mangled in "
            "its own report. In your editor, choose « Save as » and the encoding UTF-8, or convert "
            "the file.",
            "Les lettres ont été enregistrées dans un autre encodage : un ancien, ou UTF-16, que "
            "certains programmes appellent Unicode. Lues telles quelles, elles défigureraient le "
            "nom de la coopérative dans son propre rapport. Dans votre éditeur, choisissez "
            "« Enregistrer sous » et l'encodage UTF-8, ou convertissez le fichier.",
        ),
        "$ file audit.yaml\naudit.yaml: ISO-8859 text",
        "$ iconv -f WINDOWS-1252 -t UTF-8 audit.yaml > audit-utf-8.yaml",
    ),
    "Y002": Page(
        Phrase(
            "A character that nobody sees can hide or change what a report shows. It usually "
            "comes with a text pasted from a PDF or a spreadsheet. Delete the words around it "
            "and type them again.",
            "Un caractère que personne ne voit peut cacher ou changer ce que montre un rapport. "
            "Il arrive le plus souvent avec un texte collé depuis un PDF ou un tableur. Effacez "
            "les mots qui l'entourent et tapez-les à nouveau.",
        ),
        'PRE-01: {status: met, evidence: ["\\x07"]}',
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y003": Page(
        Phrase(
            "An empty file is often a copy or a save that failed; to accept it would hide that "
            "an audit has been lost. Look for the right copy, or start anew with « cpe-label "
            "new ».",
            "Un fichier vide vient souvent d'une copie ou d'un enregistrement manqué ; "
            "l'accepter cacherait la perte d'un audit. Cherchez la bonne copie, ou repartez de "
            "« cpe-label new ».",
        ),
        "# rien",
        "format: cpe-label/audit/1\n"
        'referential: {id: label-cpe, version: "2019.1"}\n'
        "organisation: {id: exemple-001, name: Coopérative Exemple}\n"
        "kind: audit\n"
        "audited_on: {from: 2026-10-12, to: 2026-10-13}",
    ),
    "Y004": Page(
        Phrase(
            "Past this place the file can no longer be understood, and to guess the rest could "
            "change your findings. The cause is often on the line before: a stray character, a "
            "quote, a bracket. A remark of your own starts with #.",
            "Au-delà de cet endroit, le fichier n'est plus compréhensible, et deviner la suite "
            "pourrait changer vos constats. La cause est souvent à la ligne précédente : un "
            "signe égaré, un guillemet, un crochet. Une remarque pour vous-même commence par #.",
        ),
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}\n%",
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y005": Page(
        Phrase(
            "Three dashes start a new document, and many programs read the first one only: the "
            "rest would vanish without a word. Keep one audit to a file; to separate parts for "
            "the eye, use a line that starts with #.",
            "Trois tirets ouvrent un nouveau document, et bien des programmes ne lisent que le "
            "premier : la suite disparaîtrait sans un mot. Gardez un audit par fichier ; pour "
            "séparer des parties à l'œil, écrivez une ligne qui commence par #.",
        ),
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}\n---\nsuite: ici",
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y006": Page(
        Phrase(
            "With a reference, one change made here alters another place that you do not see, "
            "and a few lines can unfold into gigabytes. Repeat the value. If your text only "
            "happens to start with & or *, put it between quotes.",
            "Avec un renvoi, une modification faite ici change un autre endroit que vous ne "
            "voyez pas, et quelques lignes peuvent se déplier en gigaoctets. Répétez la valeur. "
            "Si votre texte commence simplement par & ou *, mettez-le entre guillemets droits.",
        ),
        "organisation: &o {id: exemple-001, name: Coopérative Exemple}\nkind: *o",
        "organisation: {id: exemple-001, name: Coopérative Exemple}\nkind: audit",
    ),
    "Y007": Page(
        Phrase(
            "In other programs such a tag can change a value, or even run code that came with "
            "the file. Here every value is the text that you see. If your text really starts "
            "with « ! », put it between quotes.",
            "Dans d'autres programmes, une telle étiquette peut changer une valeur, voire "
            "exécuter du code venu avec le fichier. Ici, toute valeur est le texte que vous "
            "voyez. Si votre texte commence vraiment par « ! », mettez-le entre guillemets "
            "droits.",
        ),
        "kind: !!str audit",
        "kind: audit",
    ),
    "Y008": Page(
        Phrase(
            "Merged keys come from elsewhere in the file: whoever reads these lines cannot see "
            "what they hold, nor which value wins. An audit is read by people too, so each key "
            "stands where it counts.",
            "Des clés fusionnées viennent d'ailleurs dans le fichier : à lire ces lignes, on ne "
            "voit ni ce qu'elles contiennent, ni quelle valeur l'emporte. Un audit est aussi lu "
            "par des personnes : chaque clé figure là où elle compte.",
        ),
        "<<: {kind: audit}",
        "kind: audit",
    ),
    "Y009": Page(
        Phrase(
            "Most programs keep the last value and forget the first, so an answer would be lost "
            "without anybody knowing. Decide which of the two is right and delete the other; "
            "for a criterion, bring both remarks together.",
            "La plupart des programmes gardent la dernière valeur et oublient la première : une "
            "réponse serait perdue à l'insu de tous. Gardez celle des deux qui est juste et "
            "supprimez l'autre ; pour un critère, réunissez les deux remarques.",
        ),
        "kind: audit\nkind: self_assessment",
        "kind: audit",
    ),
    "Y010": Page(
        Phrase(
            "Audits and referentials need fewer than ten levels; files nested far deeper are "
            "made by mistake, or to bring a program down. Look for brackets that were repeated.",
            "Un audit ou un référentiel compte moins de dix niveaux ; un fichier imbriqué bien "
            "plus profond naît d'une erreur, ou vise à faire tomber un programme. Cherchez des "
            "crochets répétés.",
        ),
        "PRE-01: {status: met, evidence: " + "[" * 40 + "]" * 40 + "}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y011": Page(
        Phrase(
            "A limit keeps a file from anybody from blocking a machine; an audit holds a few "
            "hundred values. This is probably many audits in one file: make it one file for "
            "each, or a « .jsonl » file with one audit to a line.",
            "Une limite évite qu'un fichier venu de n'importe où bloque une machine ; un audit "
            "contient quelques centaines de valeurs. Celui-ci en réunit sans doute plusieurs : "
            "faites un fichier pour chacun, ou un fichier « .jsonl » avec un audit par ligne.",
        ),
        "$ cpe-label evaluate tous-les-audits.yaml",
        "$ cpe-label evaluate audits/*.yaml",
    ),
    "Y012": Page(
        Phrase(
            "This is some forty pages in one value: often a whole document pasted in, or a "
            "quote closed much too late, which has swallowed the findings after it. Say in a "
            "sentence what you saw, and where the document is kept.",
            "C'est une quarantaine de pages en une seule valeur : souvent un document collé en "
            "entier, ou un guillemet refermé bien trop tard, qui a avalé les constats suivants. "
            "Dites en une phrase ce que vous avez vu, et où se trouve le document.",
        ),
        "COO-01: {status: met, evidence: [Procès-verbal. L'an deux mille … (80 pages)]}",
        "COO-01: {status: met, evidence: [Procès-verbal du 12 mai 2026, registre des assemblées]}",
    ),
    "Y013": Page(
        Phrase(
            "Findings are matched to criteria by their key, and a list or a group cannot name "
            "one. The cause is usually a question mark or brackets around the name: write the "
            "name alone, then a colon.",
            "Les constats sont rattachés aux critères par leur clé, et ni une liste ni un "
            "groupe ne peut en nommer un. La cause est le plus souvent un point d'interrogation "
            "ou des crochets autour du nom : écrivez le nom seul, puis un deux-points.",
        ),
        "? [PRE-01]\n: {status: met, evidence: [Bulletin]}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y014": Page(
        Phrase(
            "Everything in a file is known by its key, so that nothing depends on the order of "
            "lines. A dash before the first key makes the file a list: take it away. For "
            "several audits, write several files.",
            "Tout, dans un fichier, se reconnaît à sa clé : ainsi rien ne dépend de l'ordre des "
            "lignes. Un tiret devant la première clé fait du fichier une liste : retirez-le. "
            "Pour plusieurs audits, faites plusieurs fichiers.",
        ),
        "- format: cpe-label/audit/1",
        "format: cpe-label/audit/1",
    ),
    "Y030": Page(
        Phrase(
            "A colon followed by a space marks a key, so half of your sentence would become "
            "one. Put the whole text between double quotes: inside them, a colon is only a "
            "colon.",
            "Un deux-points suivi d'une espace annonce une clé : la moitié de votre phrase en "
            "deviendrait une. Mettez tout le texte entre guillemets droits : à l'intérieur, un "
            "deux-points n'est qu'un deux-points.",
        ),
        "opinion: Avis : favorable : oui",
        'opinion: "Avis : favorable : oui"',
    ),
    "Y031": Page(
        Phrase(
            "Without its colon a key is taken for a text, and could be glued to its neighbours. "
            "At the place that is given a colon is missing, or a text goes on without being set in "
            "further than its key.",
            "Sans son deux-points, une clé passe pour un texte et pourrait se coller à ses "
            "voisines. À l'endroit indiqué, il manque un deux-points, ou un texte s'y poursuit "
            "sans être plus en retrait que sa clé.",
        ),
        "kind\naudit: oui",
        "kind: audit",
    ),
    "Y032": Page(
        Phrase(
            "A tab is two, four or eight spaces wide, as each editor likes: what you see under "
            "one criterion, a colleague would see under another. Use spaces; most editors can "
            "put them in when you press the tab key.",
            "Une tabulation vaut deux, quatre ou huit espaces selon l'éditeur : ce que vous "
            "voyez sous un critère, un collègue le verrait sous un autre. Mettez des espaces ; "
            "la plupart des éditeurs savent les écrire quand vous pressez la touche de "
            "tabulation.",
        ),
        "findings:\n\tPRE-01: {status: met, evidence: [Bulletin]}",
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y033": Page(
        Phrase(
            "Everything after an open quote belongs to the text: the findings below would be "
            "swallowed as if they were prose. The place that is given is where the text opens; "
            "close it where it should end.",
            "Tout ce qui suit un guillemet ouvert fait partie du texte : les constats suivants "
            "seraient avalés comme de la prose. L'endroit indiqué est celui où le texte s'ouvre "
            "; refermez-le là où il doit finir.",
        ),
        'PRE-01: {status: met, evidence: ["Bulletin]}',
        'PRE-01: {status: met, evidence: ["Bulletin"]}',
    ),
    "Y034": Page(
        Phrase(
            "A bracket left open would draw what follows into the same list. Close each one in "
            "the reverse order of opening, and put between quotes a text that holds a comma, a "
            "bracket or a brace.",
            "Un crochet resté ouvert entraînerait la suite dans la même liste. Refermez chacun "
            "dans l'ordre inverse de l'ouverture, et mettez entre guillemets droits un texte "
            "qui contient une virgule, un crochet ou une accolade.",
        ),
        "PRE-01: {status: met, evidence: [Bulletin}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "Y035": Page(
        Phrase(
            "Between double quotes a backslash changes the letter after it: in « C:\\notes », "
            "the « \\n » would become a line break without a word. For the path of a file, use "
            "single quotes, or none.",
            "Entre guillemets droits, une barre oblique inverse change la lettre qui la suit : "
            "dans « C:\\notes », le « \\n » deviendrait un saut de ligne sans un mot. Pour le "
            "chemin d'un fichier, mettez des apostrophes, ou rien.",
        ),
        'PRE-01: {status: met, evidence: ["\\q"]}',
        "PRE-01: {status: met, evidence: ['\\q']}",
    ),
    "Y036": Page(
        Phrase(
            "Indentation says what belongs to what: one space too many could hand your remark "
            "to another criterion. Line up the keys of one group exactly, under the first of "
            "them.",
            "Le retrait dit ce qui appartient à quoi : une espace de trop pourrait donner votre "
            "remarque à un autre critère. Alignez exactement les clés d'un même groupe, sous la "
            "première d'entre elles.",
        ),
        "organisation: {id: exemple-001, name: Coopérative Exemple}\n kind: audit",
        "organisation: {id: exemple-001, name: Coopérative Exemple}\nkind: audit",
    ),
    "Y037": Page(
        Phrase(
            "In YAML a # after a space starts a comment: the end of your sentence would be lost, "
            "and nobody would notice. If it belongs to the text, put the whole text between double "
            "quotes. If it is a comment, leave a space after the #.",
            "En YAML, un # précédé d'une espace ouvre un commentaire : la fin de votre phrase "
            "serait perdue sans que personne ne le voie. Si elle fait partie du texte, mettez le "
            "texte entier entre guillemets droits. Si c'est un commentaire, laissez une espace "
            "après le #.",
        ),
        "comment: Voir le dossier #3, incomplet.",
        'comment: "Voir le dossier #3, incomplet."',
    ),
    "Y038": Page(
        Phrase(
            "These two signs announce a text on several lines, so what follows them on the same "
            "line cannot be read. Between double quotes they are signs like any other.",
            "Ces deux signes annoncent un texte sur plusieurs lignes : ce qui les suit sur la même "
            "ligne ne peut donc pas être lu. Entre guillemets droits, ce sont des signes comme les "
            "autres.",
        ),
        "comment: > 50 % des associés.",
        'comment: "> 50 % des associés."',
    ),
    "Y039": Page(
        Phrase(
            "A dash and a space open an item of a list, which starts on a line of its own. A text "
            "that begins with a dash goes between double quotes.",
            "Un tiret suivi d'une espace ouvre un élément de liste, qui commence sur sa propre "
            "ligne. Un texte qui commence par un tiret se met entre guillemets droits.",
        ),
        "comment: - vu",
        'comment: "- vu"',
    ),
    "Y040": Page(
        Phrase(
            "To guess where one value ends and the next begins could change what was found. The "
            "place is where reading stopped; the missing sign usually belongs at the end of the "
            "line before.",
            "Deviner où finit une valeur et où commence la suivante pourrait changer ce qui a "
            "été constaté. L'endroit est celui où la lecture s'est arrêtée ; le signe manquant "
            "va le plus souvent à la fin de la ligne précédente.",
        ),
        '"kind": "audit"\n"audited_on": {"from": "2026-10-12"}',
        '"kind": "audit",\n"audited_on": {"from": "2026-10-12"}',
    ),
    "Y041": Page(
        Phrase(
            "Programs that are more lenient do not all read such a file alike, and two readers "
            "must find the same audit in it. Put the key between double quotes; if the comma "
            "before it was the last of the group, remove that comma.",
            "Les programmes plus tolérants ne lisent pas tous un tel fichier de la même façon, "
            "et deux lecteurs doivent y trouver le même audit. Mettez la clé entre guillemets "
            "droits ; si la virgule qui précède était la dernière du groupe, retirez-la.",
        ),
        'kind: "audit",',
        '"kind": "audit",',
    ),
    "Y042": Page(
        Phrase(
            "A value that other programs do not know would be lost, or read as nothing, on its "
            "way to them. Put texts and dates between double quotes; leave out a key that has "
            "nothing to say, or write null.",
            "Une valeur inconnue des autres programmes serait perdue en route, ou lue comme "
            "rien. Mettez les textes et les dates entre guillemets droits ; laissez de côté une "
            "clé qui n'a rien à dire, ou écrivez null.",
        ),
        '"kind": NaN,',
        '"kind": "audit",',
    ),
    "Y043": Page(
        Phrase(
            "A text that does not end where you think swallows the keys after it. Close the "
            "quotes; inside them write a line break « \\n », a backslash « \\\\ » and a double "
            'quote « \\" ».',
            "Un texte qui ne finit pas où vous croyez avale les clés suivantes. Refermez les "
            "guillemets ; à l'intérieur, écrivez « \\n » pour un saut de ligne, « \\\\ » pour "
            'une barre oblique inverse et « \\" » pour un guillemet droit.',
        ),
        '"kind": "audit,',
        '"kind": "audit",',
    ),
    "Y044": Page(
        Phrase(
            "What comes after the last brace would be left unread, and it may be a second "
            "audit. Keep one to a file, or write one to a line in a « .jsonl » file.",
            "Ce qui vient après la dernière accolade ne serait pas lu, et c'est peut-être un "
            "second audit. Gardez-en un par fichier, ou écrivez-en un par ligne dans un fichier "
            "« .jsonl ».",
        ),
        "}\n{}",
        "}",
    ),
    "Y015": Page(
        Phrase(
            "A file with that many problems usually has one cause: the wrong format, or a level of "
            "indentation. Mend the first ones and check again.",
            "Un fichier qui a autant de problèmes n'a le plus souvent qu'une cause : un mauvais "
            "format, ou un niveau de retrait. Corrigez les premiers et vérifiez à nouveau.",
        ),
        "findings: [1, 2, 3, 4]",
        "findings: {PRE-01: {status: met}}",
    ),
    "Y020": Page(
        Phrase(
            "The first line says by which rules the file is to be read; under other rules the "
            "same keys could mean something else. If it is not a typing mistake, the file was "
            "made for a newer program: update yours.",
            "La première ligne dit selon quelles règles lire le fichier ; avec d'autres règles, "
            "les mêmes clés pourraient vouloir dire autre chose. Si ce n'est pas une faute de "
            "frappe, le fichier vise un programme plus récent : mettez le vôtre à jour.",
        ),
        "format: cpe-label/audit/2",
        "format: cpe-label/audit/1",
    ),
    "Y021": Page(
        Phrase(
            "A label is looked up again years later: this line then tells which rules the file "
            "was written for, and whether it is an audit or a referential, so that nobody has "
            "to guess.",
            "On relit le dossier d'un label des années après : cette ligne dit alors pour "
            "quelles règles le fichier a été écrit, et si c'est un audit ou un référentiel ; "
            "personne n'a à le deviner.",
        ),
        'referential: {id: label-cpe, version: "2019.1"}',
        'format: cpe-label/audit/1\nreferential: {id: label-cpe, version: "2019.1"}',
    ),
    "Y022": Page(
        Phrase(
            "The file may be sound; it stands in the other's place. A referential holds the "
            "questions, an audit the answers, and taking one for the other would show "
            "everything as missing.",
            "Le fichier est peut-être bon, mais il est à la place de l'autre. Le référentiel "
            "contient les questions, l'audit les réponses ; prendre l'un pour l'autre ferait "
            "croire que tout manque.",
        ),
        "$ cpe-label evaluate referentials/label-cpe-2019.yaml",
        "$ cpe-label evaluate audit.yaml",
    ),
    # ── Referential: shape ───────────────────────────────────────────────────────────────────────
    "Y045": Page(
        Phrase(
            "The file was cut, perhaps while it was copied or written. What is missing could be a "
            "finding, so nothing of it is read.",
            "Le fichier a été coupé, peut-être pendant une copie ou une écriture. Ce qui manque "
            "pourrait être un constat : rien n'en est donc lu.",
        ),
        '"kind":',
        '"kind": "audit"}',
    ),
    "Y046": Page(
        Phrase(
            "Without the space after it, a colon is a letter like another: key and value become "
            "one text, which swallows the line below. Put a space after the colon.",
            "Sans espace après lui, un deux-points est un signe comme un autre : la clé et la "
            "valeur ne font plus qu'un texte, qui avale la ligne suivante. Mettez une espace après "
            "le deux-points.",
        ),
        "kind:audit",
        "kind: audit",
    ),
    "Y047": Page(
        Phrase(
            "A space that keeps two words together looks like any other, but YAML takes it for a "
            "letter. It comes with what is pasted from a word processor. Delete it and press "
            "the space bar. Inside a text it may stay.",
            "Une espace insécable ressemble à toute autre, mais YAML la prend pour une lettre. "
            "Elle vient avec ce qu'on colle depuis un traitement de texte. Effacez-la et pressez "
            "la barre d'espace. À l'intérieur d'un texte, elle peut rester.",
        ),
        "kind:\u00a0audit",
        "kind: audit",
    ),
    "Y048": Page(
        Phrase(
            "A quote opens a text, and the next one closes it, whatever stands between: a quote "
            "inside the text ends it early, and one that was forgotten lets it run on for pages. "
            "French quotes « » are letters like others. Between single quotes, an apostrophe is a "
            "quote too: use double ones.",
            "Un guillemet droit ouvre un texte et le suivant le ferme, quoi qu'il y ait entre "
            "eux : un guillemet à l'intérieur le finit trop tôt, et celui qu'on oublie le laisse "
            "courir sur des pages. Les guillemets « » sont des signes comme les autres. Entre "
            "apostrophes, une apostrophe ferme le texte elle aussi : préférez les guillemets "
            "doubles.",
        ),
        'opinion: "Le "projet" est vu."',
        'opinion: "Le « projet » est vu."',
    ),
    "R001": Page(
        Phrase(
            "A key with a typing mistake would be passed over, and with it what you wrote: a « "
            "not_applicable_when » misspelt would take away a permission unseen. For a remark "
            "of your own, use a line that starts with #.",
            "Une clé mal tapée serait ignorée, et avec elle ce que vous avez écrit : un « "
            "not_applicable_when » fautif retirerait une permission sans qu'on le voie. Pour "
            "une remarque personnelle, faites une ligne qui commence par #.",
        ),
        "requirment: Être vrai.",
        "requirement: Être vrai.",
    ),
    "R002": Page(
        Phrase(
            "The program invents nothing for you: an assumed language, term or requirement "
            "would end up in every report of the label as if you had chosen it. Write the key "
            "with its value.",
            "Le programme n'invente rien à votre place : une langue, une durée ou une exigence "
            "supposée figurerait dans tous les rapports du label comme si vous l'aviez choisie. "
            "Écrivez la clé et sa valeur.",
        ),
        "title: Essai\nin_force: {from: 2019-05-23}",
        "title: Essai\nlanguage: fr\nin_force: {from: 2019-05-23}",
    ),
    "R003": Page(
        Phrase(
            "Each place of a referential has one shape, so that nothing in it is read in two "
            "ways. A list keeps its brackets or dashes even for one item; a group keeps its "
            "keys.",
            "Chaque place d'un référentiel a une seule forme : rien ne peut s'y lire de deux "
            "façons. Une liste garde ses crochets ou ses tirets même pour un seul élément ; un "
            "groupe garde ses clés.",
        ),
        "sources: charte",
        "sources: [{source: charte, at: art. 1}]",
    ),
    "R004": Page(
        Phrase(
            "Identifiers are copied by hand from audit to audit for years. Letters that look "
            "alike would make two criteria out of one: here the C is the Cyrillic one, from "
            "another keyboard. Type it again with plain letters.",
            "Les identifiants sont recopiés d'audit en audit pendant des années. Des lettres "
            "qui se ressemblent feraient deux critères d'un seul : ici, le C est celui de "
            "l'alphabet cyrillique. Retapez-le avec des lettres ordinaires.",
        ),
        "- id: \u0421-1",
        "- id: C-1",
    ),
    "R005": Page(
        Phrase(
            "Days decide which audits a version governs, and some programs would quietly turn "
            "30 February into 2 March. Year, month, day: written so, nobody can swap the day "
            "and the month.",
            "Les jours décident quels audits relèvent d'une version, et certains programmes "
            "feraient sans rien dire du 30 février un 2 mars. Année, mois, jour : dans cet "
            "ordre, personne ne peut confondre le jour et le mois.",
        ),
        "in_force: {from: 2019-02-30}",
        "in_force: {from: 2019-05-23}",
    ),
    "R006": Page(
        Phrase(
            "Spaces look like an answer and say nothing: the report would show a criterion "
            "without a name. Write the text; if the key is optional and you have nothing to "
            "say, remove it.",
            "Des espaces ont l'air d'une réponse et ne disent rien : le rapport montrerait un "
            "critère sans nom. Écrivez le texte ; si la clé est facultative et que vous n'avez "
            "rien à y mettre, retirez-la.",
        ),
        'title: "  "',
        "title: Premier",
    ),
    "R007": Page(
        Phrase(
            "These few words steer the calculation, so each is written in one way only, and in "
            "English whatever the language of the label. A word taken at a guess could require "
            "the share in the wrong place.",
            "Ces quelques mots commandent le calcul : chacun s'écrit d'une seule façon, en "
            "anglais quelle que soit la langue du label. Un mot interprété au jugé pourrait "
            "faire exiger la part au mauvais endroit.",
        ),
        "- {id: recommended, title: Recommandé, required: 50%, scope: each_sections}",
        "- {id: recommended, title: Recommandé, required: 50%, scope: each_section}",
    ),
    "R008": Page(
        Phrase(
            "Above 100% no cooperative could ever obtain the label, and « 0.5 » could be read "
            "as a half or as half a percent. For a third write « 1/3 »: it is counted exactly, "
            "where « 33% » asks for less.",
            "Au-delà de 100 %, aucune coopérative n'obtiendrait jamais le label, et « 0.5 » "
            "pourrait se lire la moitié ou un demi pour cent. Pour un tiers, écrivez « 1/3 » : "
            "il est compté exactement, alors que « 33% » demande moins.",
        ),
        "- {id: recommended, title: Recommandé, required: 150%}",
        "- {id: recommended, title: Recommandé, required: 50%}",
    ),
    "R009": Page(
        Phrase(
            "The last day of every label comes from these numbers, counted in whole years and "
            "whole months so that everyone finds the same day. Write them in digits; a year and "
            "a half has no place here.",
            "Le dernier jour de chaque label découle de ces nombres, comptés en années et en "
            "mois entiers pour que chacun trouve le même jour. Écrivez-les en chiffres ; un an "
            "et demi n'a pas sa place ici.",
        ),
        "validity: {years: trois, renewal_window_months: 6}",
        "validity: {years: 3, renewal_window_months: 6}",
    ),
    "R010": Page(
        Phrase(
            "Where nothing is asked, everything is met: without levels, sections or criteria "
            "any audit would earn the label. Fill in the list, or take out the section that has "
            "lost its last criterion.",
            "Quand rien n'est demandé, tout est satisfait : sans niveau, sans domaine ou sans "
            "critère, n'importe quel audit mènerait au label. Remplissez la liste, ou retirez "
            "le domaine qui a perdu son dernier critère.",
        ),
        "levels: []",
        "levels:\n"
        "  - {id: mandatory, title: Obligatoire, required: 100%}\n"
        "  - {id: recommended, title: Recommandé, required: 50%}",
    ),
    # ── Referential: meaning ─────────────────────────────────────────────────────────────────────
    "R011": Page(
        Phrase(
            "Answers find their criterion by its identifier: with two of the same, one answer "
            "would count twice and the other never. Give the newer one an identifier that has "
            "never been used, not even by a criterion since removed.",
            "Les réponses trouvent leur critère par son identifiant : s'il y en a deux pareils, "
            "une réponse compterait deux fois et l'autre jamais. Donnez au plus récent un "
            "identifiant qui n'a jamais servi, pas même à un critère supprimé depuis.",
        ),
        "- id: C-1\n  level: recommended",
        "- id: C-2\n  level: recommended",
    ),
    "R012": Page(
        Phrase(
            "A criterion whose level does not exist would be counted in no level: nobody would "
            "have to meet it, and no report would show that. Use the « id » of one of the "
            "levels at the top of the file.",
            "Un critère dont le niveau n'existe pas ne serait compté nulle part : personne "
            "n'aurait à le satisfaire, et aucun rapport ne le montrerait. Reprenez l'« id » de "
            "l'un des niveaux donnés en tête de fichier.",
        ),
        "level: recomended",
        "level: recommended",
    ),
    "R013": Page(
        Phrase(
            "A cooperative that is refused the label may ask which text requires what it lacks; "
            "the answer must lead somewhere. Use the « id » of a source, or add that source to "
            "« sources ».",
            "Une coopérative à qui le label est refusé peut demander quel texte exige ce qui "
            "lui manque ; la réponse doit mener quelque part. Reprenez l'« id » d'une source, "
            "ou ajoutez cette source à « sources ».",
        ),
        "sources: [{source: chartes, at: art. 2}]",
        "sources: [{source: charte, at: art. 2}]",
    ),
    "R014": Page(
        Phrase(
            "An empty level is always reached, so the label would seem to rest on a condition "
            "that asks for nothing. A criterion was probably given another level by mistake; if "
            "not, remove this one.",
            "Un niveau vide est toujours atteint : le label semblerait reposer sur une "
            "condition qui ne demande rien. Un critère a sans doute reçu un autre niveau par "
            "erreur ; sinon, retirez celui-ci.",
        ),
        "- id: C-2\n  level: mandatory",
        "- id: C-2\n  level: recommended",
    ),
    "R015": Page(
        Phrase(
            "People say these two aloud alike, and spreadsheets and file names often take them "
            "for one: sooner or later an answer lands on the wrong criterion. Give one of them "
            "an identifier of its own.",
            "À voix haute, ces deux-là se confondent ; les tableurs et les noms de fichier les "
            "prennent souvent l'un pour l'autre : tôt ou tard, une réponse tombe sur le mauvais "
            "critère. Donnez à l'un des deux un identifiant bien à lui.",
        ),
        "- id: c-1",
        "- id: C-2",
    ),
    "R016": Page(
        Phrase(
            "Without a source nobody can tell a rule that was voted from a habit of its author, "
            "and a cooperative could rightly contest it. Cite the text, and with « at » the "
            "article.",
            "Sans source, rien ne distingue une règle votée d'une habitude de son auteur, et "
            "une coopérative pourrait la contester à bon droit. Citez le texte, et avec « at » "
            "l'article.",
        ),
        "requirement: Être vrai aussi.\nnot_applicable_when: Parfois.",
        "requirement: Être vrai aussi.\n"
        "not_applicable_when: Parfois.\n"
        "sources: [{source: charte, at: art. 2}]",
    ),
    "R017": Page(
        Phrase(
            "No audit could start in an empty period, so this version would govern none. The "
            "two days are often swapped, or a year mistyped; « until » is the last day, "
            "included, and can be left out.",
            "Aucun audit ne pourrait commencer dans une période vide : cette version n'en "
            "régirait aucun. Souvent, les deux jours sont inversés ou une année est mal tapée ; "
            "« until » est le dernier jour, inclus, et peut être omis.",
        ),
        "in_force: {from: 2019-05-23, until: 2019-05-22}",
        "in_force: {from: 2019-05-23, until: 2026-10-31}",
    ),
    "R019": Page(
        Phrase(
            "A label keeps its version for its whole term. If the version changed underneath, a "
            "decision taken last year, computed again, could come out differently. Give the "
            "changed file a new version and its own first day.",
            "Un label garde sa version pendant toute sa durée. Si elle changeait après coup, "
            "une décision de l'an dernier, recalculée, pourrait donner un autre résultat. "
            "Donnez au fichier modifié une nouvelle version et son propre premier jour.",
        ),
        "label-cpe@2019.1  COO-01  mandatory\nlabel-cpe@2019.1  COO-01  recommended",
        "label-cpe@2019.1  COO-01  mandatory\nlabel-cpe@2027.1  COO-01  recommended",
    ),
    "R018": Page(
        Phrase(
            "Reports speak the language of their referential; with an unknown word here, French "
            "reports would come out half in English. French is « fr », English « en ».",
            "Les rapports parlent la langue de leur référentiel ; avec un mot inconnu ici, des "
            "rapports en français sortiraient à moitié en anglais. Le français s'écrit « fr », "
            "l'anglais « en ».",
        ),
        "language: French",
        "language: fr",
    ),
    # ── Audit: shape ─────────────────────────────────────────────────────────────────────────────
    "R020": Page(
        Phrase(
            "A label has a few levels and a few sections; far more of them would be a mistake, and "
            "every report would be unreadable.",
            "Un label a quelques niveaux et quelques domaines ; bien davantage serait une erreur, "
            "et aucun rapport n'en serait lisible.",
        ),
        "levels: [ … 21 … ]",
        "levels: [ … 3 … ]",
    ),
    "A001": Page(
        Phrase(
            "A key with a typing mistake would be passed over, and what you saw would be "
            "missing from the report without anybody noticing. Take the key that is proposed; "
            "for a remark to yourself, use a line that starts with #.",
            "Une clé mal tapée serait ignorée, et ce que vous avez vu manquerait au rapport "
            "sans que personne le remarque. Prenez la clé proposée ; pour une remarque à "
            "vous-même, faites une ligne qui commence par #.",
        ),
        "PRE-01: {status: met, evidences: [Bulletin]}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "A002": Page(
        Phrase(
            "The program never guesses whom an audit is about, which days it took or which "
            "referential it answers: a wrong guess would stand in a signed report. Write the "
            "key with its value.",
            "Le programme ne devine jamais de qui parle un audit, quels jours il a duré ni à "
            "quel référentiel il répond : une erreur se retrouverait dans un rapport signé. "
            "Écrivez la clé et sa valeur.",
        ),
        "organisation: {id: exemple-001, name: }",
        "organisation: {id: exemple-001, name: Coopérative Exemple}",
    ),
    "A003": Page(
        Phrase(
            "A finding is more than a word: a status, what you saw, a comment. In its own "
            "shape, each part finds its place in the report and nothing is lost. A list keeps "
            "its brackets even for one item.",
            "Un constat est plus qu'un mot : un statut, ce que vous avez vu, un commentaire. "
            "Avec la forme prévue, chaque partie trouve sa place dans le rapport et rien ne se "
            "perd. Une liste garde ses crochets même pour un seul élément.",
        ),
        "PRE-01: met",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "A004": Page(
        Phrase(
            "An identifier links the labels of one cooperative year after year, and is copied "
            "by hand: a space more or less would break the chain unseen. Write a SIREN, for "
            "instance, without spaces.",
            "L'identifiant relie les labels d'une coopérative d'année en année, et se recopie à "
            "la main : une espace de plus ou de moins romprait la chaîne sans qu'on le voie. "
            "Écrivez par exemple un SIREN sans espaces.",
        ),
        "organisation: {id: exemple 001, name: Coopérative Exemple}",
        "organisation: {id: exemple-001, name: Coopérative Exemple}",
    ),
    "A005": Page(
        Phrase(
            "« 03/04/2026 » is in April for some and in March for others, and a label's first "
            "and last day depend on it. Year, month, day: in that order everyone reads the same "
            "day.",
            "« 03/04/2026 » tombe en avril pour les uns, en mars pour les autres, et le premier "
            "comme le dernier jour du label en dépendent. Année, mois, jour : dans cet ordre, "
            "chacun lit le même jour.",
        ),
        "audited_on: {from: 2026-10-12, to: 13/10/2026}",
        "audited_on: {from: 2026-10-12, to: 2026-10-13}",
    ),
    "A006": Page(
        Phrase(
            "Spaces look like an answer: the report would claim that something was seen and "
            "show a blank line. Write what you saw, or take the key out until you know.",
            "Des espaces ont l'air d'une réponse : le rapport prétendrait que quelque chose a "
            "été vu et montrerait une ligne blanche. Écrivez ce que vous avez vu, ou retirez la "
            "clé en attendant.",
        ),
        'PRE-01: {status: met, evidence: ["   "]}',
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "A007": Page(
        Phrase(
            "A word that is not understood would leave your answer out of the count. These "
            "words are in English in every file, and the report translates them: « met » is "
            "printed as « satisfait » in French.",
            "Un mot incompris laisserait votre réponse hors du compte. Ces mots sont en anglais "
            "dans tous les fichiers, et le rapport les traduit : « met » s'imprime « satisfait "
            "», « not_met » « non satisfait » et « not_applicable » « sans objet ».",
        ),
        "PRE-01: {status: satisfait, evidence: [Bulletin]}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    # ── Audit: meaning ───────────────────────────────────────────────────────────────────────────
    "A011": Page(
        Phrase(
            "The referential says what had to be true; with the wrong one, every answer would "
            "be counted against other questions. Correct the name, or say with --referential "
            "where your file is.",
            "Le référentiel dit ce qui devait être vrai ; avec un autre, chaque réponse serait "
            "comptée pour une autre question. Corrigez le nom, ou dites avec --referential où "
            "se trouve votre fichier.",
        ),
        'referential: {id: label-cep, version: "2019.1"}',
        'referential: {id: label-cpe, version: "2019.1"}',
    ),
    "A012": Page(
        Phrase(
            "A version is a text, not a number: 2019.10 comes nine versions after 2019.1, "
            "although many programs take them for the same. Copy it as the referential writes "
            "it; quotes help it stay so.",
            "Une version est un texte, pas un nombre : 2019.10 vient neuf versions après "
            "2019.1, bien que beaucoup de programmes les confondent. Recopiez-la telle que le "
            "référentiel l'écrit ; des guillemets l'aident à le rester.",
        ),
        "referential: {id: label-cpe, version: 2019.10}",
        'referential: {id: label-cpe, version: "2019.1"}',
    ),
    "A013": Page(
        Phrase(
            "An answer to a criterion that does not exist would count for nothing, and the real "
            "one would stay to assess. Here a letter O has taken the place of a zero. If the "
            "criterion is from another version, name that version.",
            "Une réponse à un critère qui n'existe pas ne compterait pour rien, et le vrai "
            "resterait à évaluer. Ici, une lettre O a pris la place d'un zéro. Si le critère "
            "vient d'une autre version, nommez celle-ci.",
        ),
        "PRE-O1: {status: met, evidence: [Bulletin]}",
        "PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "A014": Page(
        Phrase(
            "Setting a criterion aside makes its level easier to reach; were it a free choice, "
            "the label would not mean the same everywhere. Only the referential opens that "
            "door. Write what you found, and the circumstances in « comment ».",
            "Écarter un critère rend son niveau plus facile à atteindre ; si c'était au choix "
            "de chacun, le label n'aurait pas partout le même sens. Seul le référentiel ouvre "
            "cette porte. Écrivez ce que vous avez constaté, et les circonstances dans « "
            "comment ».",
        ),
        "C-1: {status: not_applicable, justification: Non.}",
        "C-1: {status: not_met, comment: Non.}",
    ),
    "A015": Page(
        Phrase(
            "This criterion leaves the count, which can tip the verdict. The committee must be "
            "able to judge whether the case is really the one foreseen: say why in a sentence.",
            "Ce critère sort du compte, ce qui peut faire basculer le résultat. Le comité doit "
            "pouvoir juger si l'on est bien dans le cas prévu : dites pourquoi en une phrase.",
        ),
        "C-2: {status: not_applicable}",
        "C-2: {status: not_applicable, justification: La coopérative est seule dans sa région.}",
    ),
    "A016": Page(
        Phrase(
            "A label rests on the eyes of peers; what a cooperative says of itself prepares for "
            "that and cannot replace it. Take the key out. If peers did come and look, the file "
            "is an audit: correct « kind ».",
            "Le label repose sur le regard de pairs ; ce qu'une coopérative dit d'elle-même y "
            "prépare sans le remplacer. Retirez la clé. Si des pairs sont bien venus voir, le "
            "fichier est un audit : corrigez « kind ».",
        ),
        "findings:\n"
        "  C-1: {status: met, evidence: [Registre]}\n"
        "  C-2: {status: met}\n"
        "decision: {outcome: granted, decided_on: 2026-11-20}",
        "findings:\n  C-1: {status: met, evidence: [Registre]}\n  C-2: {status: met}",
    ),
    "A017": Page(
        Phrase(
            "A label granted against the count would be unfair to the cooperatives that met "
            "every condition, and would not stand if contested. Look at the findings first: one "
            "may be mistyped. Otherwise the decision is « refused », or « adjourned ».",
            "Un label accordé contre le compte serait injuste envers les coopératives qui "
            "remplissent toutes les conditions, et ne tiendrait pas s'il était contesté. "
            "Relisez d'abord les constats : l'un d'eux est peut-être mal saisi. Sinon, la "
            "décision est « refused » ou « adjourned ».",
        ),
        "decision: {outcome: granted, decided_on: 2026-11-20}",
        "decision: {outcome: refused, decided_on: 2026-11-20, reason: C-1 n'est pas satisfait.}",
    ),
    "A018": Page(
        Phrase(
            "A label vouches for every criterion; one that nobody looked at may be the one that "
            "is not met. Write a status for each, or adjourn the decision until they have been "
            "seen.",
            "Le label se porte garant de tous les critères ; celui que personne n'a regardé est "
            "peut-être celui qui n'est pas satisfait. Donnez un statut à chacun, ou ajournez la "
            "décision jusqu'à ce qu'ils aient été vus.",
        ),
        "C-2: {comment: Contrats demandés.}",
        "C-2: {status: met, comment: Contrats vus.}",
    ),
    "A019": Page(
        Phrase(
            "This is rare enough to be a slip of the pen, so check « outcome ». If the "
            "committee did refuse, leave it: the warning blocks nothing, and the cooperative "
            "will read in the report both the reason and that it met every condition.",
            "C'est assez rare pour être une faute de saisie : vérifiez « outcome ». Si le "
            "comité a bien refusé, n'y touchez pas : l'avertissement ne bloque rien, et la "
            "coopérative lira dans le rapport le motif, et qu'elle remplit toutes les "
            "conditions.",
        ),
        "decision: {outcome: refused, decided_on: 2026-11-20, reason: Dossier retiré.}",
        "decision: {outcome: granted, decided_on: 2026-11-20}",
    ),
    "A020": Page(
        Phrase(
            "A cooperative that met everything is owed an explanation, and without one it could "
            "believe in a mistake. The committee may refuse; it says why, and the report prints "
            "it.",
            "Une coopérative qui remplit toutes les conditions a droit à une explication ; sans "
            "elle, elle pourrait croire à une erreur. Le comité peut refuser ; il dit pourquoi, "
            "et le rapport l'imprime.",
        ),
        "decision: {outcome: refused, decided_on: 2026-11-20}",
        "decision: {outcome: refused, decided_on: 2026-11-20, reason: Dossier retiré.}",
    ),
    "A021": Page(
        Phrase(
            "Names change and resemble one another: with a name alone, a renewal could be "
            "credited to another cooperative, or start a second history. Use a number that "
            "stays, such as the SIREN, and the same in every audit.",
            "Les noms changent et se ressemblent : avec un nom seul, un renouvellement pourrait "
            "être porté au compte d'une autre coopérative, ou ouvrir une seconde histoire. "
            "Prenez un numéro qui reste, comme le SIREN, le même dans chaque audit.",
        ),
        "organisation: {name: Coopérative Exemple}",
        "organisation: {id: exemple-001, name: Coopérative Exemple}",
    ),
    "A022": Page(
        Phrase(
            "The first day decides which version of the referential applies, so a slip here "
            "could change the rules of the whole audit. Perhaps the days were swapped, or a "
            "month or a year mistyped. For one day alone, leave « to » out.",
            "Le premier jour décide quelle version du référentiel s'applique : une faute ici "
            "pourrait changer les règles de tout l'audit. Les jours sont peut-être inversés, ou "
            "un mois ou une année mal tapés. Pour un seul jour, omettez « to ».",
        ),
        "audited_on: {from: 2026-10-12, to: 2026-10-11}",
        "audited_on: {from: 2026-10-12, to: 2026-10-13}",
    ),
    "A023": Page(
        Phrase(
            "The term of the label is counted from this day, and a committee that decided "
            "before the visit was over would not have seen its result. Write the day of the "
            "meeting, as its minutes give it.",
            "La durée du label se compte à partir de ce jour, et un comité qui déciderait avant "
            "la fin de la visite n'en aurait pas vu le résultat. Écrivez le jour de la réunion, "
            "tel que le donne son procès-verbal.",
        ),
        "decision: {outcome: adjourned, decided_on: 2026-10-12}",
        "decision: {outcome: adjourned, decided_on: 2026-11-20}",
    ),
    "A024": Page(
        Phrase(
            "An action that was late before anyone asked for it will be followed up by nobody. "
            "The year is often the one that has just passed; write the day that you agreed on "
            "with the cooperative.",
            "Une suite en retard avant même d'être demandée ne sera suivie par personne. "
            "L'année est souvent celle qui vient de passer ; écrivez le jour convenu avec la "
            "coopérative.",
        ),
        "PRE-01: {status: met, action: {owner: Gérance, due: 2026-10-11}}",
        "PRE-01: {status: met, action: {owner: Gérance, due: 2027-03-31}}",
    ),
    "A025": Page(
        Phrase(
            "Nobody should be held to rules that did not exist yet on the day of the visit. "
            "Check the year of « audited_on » first; if it is right, name the version that was "
            "in force on that day.",
            "Nul ne doit être tenu par des règles qui n'existaient pas encore le jour de la "
            "visite. Vérifiez d'abord l'année dans « audited_on » ; si elle est juste, nommez "
            "la version qui était en vigueur ce jour-là.",
        ),
        "audited_on: {from: 2019-05-22}",
        "audited_on: {from: 2026-05-22}",
    ),
    "A026": Page(
        Phrase(
            "The rules had changed before the visit, and a label given under the old ones could "
            "be contested. Check the month and the year; if they are right, name the new "
            "version and look at its criteria again, one by one.",
            "Les règles avaient changé avant la visite, et un label donné selon les anciennes "
            "pourrait être contesté. Vérifiez le mois et l'année ; s'ils sont justes, nommez la "
            "nouvelle version et reprenez ses critères un par un.",
        ),
        "audited_on: {from: 2026-11-02, to: 2026-11-03}",
        "audited_on: {from: 2026-10-02, to: 2026-10-03}",
    ),
    "A027": Page(
        Phrase(
            "A suspension without a label would make readers believe that there was one. Write "
            "the event in the file of the audit that granted the label; if it is this one, its "
            "« decision » is still missing.",
            "Une suspension sans label ferait croire qu'il y en avait un. Inscrivez l'événement "
            "dans le fichier de l'audit qui a donné le label ; si c'est celui-ci, il y manque "
            "encore sa « decision ».",
        ),
        "findings:\n"
        "  PRE-01: {status: met, evidence: [Bulletin]}\n"
        "events: [{event: suspended, on: 2027-02-01}]",
        "findings:\n  PRE-01: {status: met, evidence: [Bulletin]}",
    ),
    "A028": Page(
        Phrase(
            "Whether a label holds on a given day is read from its events: if one is missing, "
            "the answer would be wrong. Only a suspended label is reinstated, and nothing "
            "follows a withdrawal. Add the event that was left out.",
            "C'est d'après ses événements qu'on sait si un label est valable tel jour : s'il en "
            "manque un, la réponse serait fausse. Seul un label suspendu peut être rétabli, et "
            "rien ne suit un retrait. Ajoutez l'événement oublié.",
        ),
        "events: [{event: reinstated, on: 2027-02-01}]",
        "events: [{event: suspended, on: 2026-12-01}, {event: reinstated, on: 2027-02-01}]",
    ),
    "A029": Page(
        Phrase(
            "Events are read from top to bottom, each after the one before it and all after the "
            "decision; out of order, a label could seem valid on a day when it was suspended. "
            "Correct the day, or move the line.",
            "Les événements se lisent de haut en bas, chacun après le précédent et tous après "
            "la décision ; dans le désordre, un label semblerait valide un jour où il était "
            "suspendu. Corrigez le jour, ou déplacez la ligne.",
        ),
        "events: [{event: suspended, on: 2026-11-01}]",
        "events: [{event: suspended, on: 2027-02-01}]",
    ),
    "A030": Page(
        Phrase(
            "A year that far away is a slip, or a way of writing « for ever », and no label "
            "lasts for ever: its term is in the referential. Write the day on which the "
            "committee decided.",
            "Une année si lointaine est une faute de saisie, ou une façon d'écrire « pour "
            "toujours » ; or aucun label n'est sans fin : sa durée est dans le référentiel. "
            "Écrivez le jour où le comité a décidé.",
        ),
        "decision: {outcome: granted, decided_on: 9999-01-01}",
        "decision: {outcome: granted, decided_on: 2026-11-20}",
    ),
    "A032": Page(
        Phrase(
            "Good practices are offered to other cooperatives as examples, which sits oddly "
            "with a criterion that is not met. Perhaps the status is mistyped, or the text is a "
            "recommendation. If both are right, leave them: the warning blocks nothing.",
            "Les bonnes pratiques sont proposées en exemple aux autres coopératives, ce qui "
            "surprend pour un critère non satisfait. Le statut est peut-être mal saisi, ou le "
            "texte est une recommandation. Si les deux sont justes, n'y touchez pas : "
            "l'avertissement ne bloque rien.",
        ),
        "C-2: {status: not_met, good_practice: Un livret d'accueil.}",
        "C-2: {status: not_met, recommendation: Un livret d'accueil.}",
    ),
    "A033": Page(
        Phrase(
            "In such a level a single criterion decides the label, and a committee that cannot "
            "see on what a « met » rests must take your word for it. Name a document or an "
            "interview. The warning blocks nothing.",
            "À un tel niveau, un seul critère décide du label ; si le comité ne voit pas sur "
            "quoi repose un « met », il doit vous croire sur parole. Nommez un document ou un "
            "entretien. L'avertissement ne bloque rien.",
        ),
        "C-1: {status: met}",
        "C-1: {status: met, evidence: [Registre]}",
    ),
    "A034": Page(
        Phrase(
            "A justification says why a criterion does not apply. Under any other status no report "
            "shows it, and the reason you wrote would be lost: write it as a comment.",
            "Une justification dit pourquoi un critère est sans objet. Sous tout autre constat, "
            "aucun rapport ne la montre et ce que vous avez écrit serait perdu : écrivez-le en "
            "commentaire.",
        ),
        "justification: Pas encore de recul.",
        "comment: Pas encore de recul.",
    ),
    "A031": Page(
        Phrase(
            "Answers to one version counted against another would give a verdict that means "
            "nothing. A program meets this when it pairs the two itself: let « find_referential "
            "» choose the one that the audit names.",
            "Des réponses à une version, comptées avec une autre, donneraient un résultat qui "
            "ne veut rien dire. Un programme y arrive quand il les associe lui-même : laissez « "
            "find_referential » choisir celle que l'audit nomme.",
        ),
        'evaluate(load_referential("label-cpe-2020.yaml"), audit)',
        "evaluate(find_referential(audit), audit)",
    ),
    # ── Records ──────────────────────────────────────────────────────────────────────────────────
    "E001": Page(
        Phrase(
            "Computed from another version, every field would differ and none of the differences "
            "would mean anything. Hold the record against the audit that it was made from.",
            "Recalculé avec une autre version, chaque champ différerait sans qu'aucune différence "
            "ne veuille rien dire. Confrontez le relevé à l'audit dont il est issu.",
        ),
        '"version": "2",',
        '"version": "1",',
    ),
    "E002": Page(
        Phrase(
            "Either the record was changed by hand, or the audit was after the record was made. If "
            "the fingerprints are as computed, the findings are those that were evaluated, and a "
            "count that differs was changed in the record. No fingerprint covers the decision and "
            "the events: where only they differ, and what follows from them, make the record "
            "anew.",
            "Ou bien le relevé a été modifié à la main, ou bien l'audit l'a été depuis. Si les "
            "empreintes sont telles que recalculées, les constats sont ceux qui ont été évalués, "
            "et un compte qui diffère a été modifié dans le relevé. La décision et les événements "
            "ne sont dans aucune empreinte : s'ils sont seuls à différer, avec ce qui en découle, "
            "refaites le relevé.",
        ),
        '"verdict": "fail",',
        '"verdict": "pass",',
    ),
    "E003": Page(
        Phrase(
            "A record says all that was computed, so that nothing that speaks against it can be "
            "left out of sight. Take the record as it was written, or make it anew.",
            "Un relevé dit tout ce qui a été calculé, afin que rien de ce qui parle contre lui "
            "ne puisse être soustrait au regard. Reprenez le relevé tel qu'il a été écrit, ou "
            "refaites-le.",
        ),
        '"complete": true,',
        '"verdict": "pass",\n"complete": true,',
    ),
    "E004": Page(
        Phrase(
            "What is added to a record would pass for something that was computed. Keep notes in "
            "the audit or in a file of their own.",
            "Ce qu'on ajoute à un relevé passerait pour un résultat calculé. Gardez vos notes "
            "dans l'audit ou dans un fichier à part.",
        ),
        '"verdict": "pass",\n"opinion": "Un dossier exemplaire.",',
        '"verdict": "pass",',
    ),
    "E005": Page(
        Phrase(
            "The version has the same name and no longer says the same, be it in one comma of a "
            "requirement. What was evaluated is the text behind the recorded fingerprint: find "
            "that state of the file, in its history for instance.",
            "La version porte le même nom et ne dit plus la même chose, fût-ce à une virgule "
            "d'une exigence près. Ce qui a été évalué, c'est le texte derrière l'empreinte du "
            "relevé : retrouvez cet état du fichier, dans son historique par exemple.",
        ),
        '"digest": "sha256:0000000000000000000000000000000000000000000000000000000000000000"',
        '"digest": "sha256:a4773d67409be670876688b70392c6f285ec994618936380d6c474329842a41a"',
    ),
    "E006": Page(
        Phrase(
            "A finding, a date or a text of the audit is no longer what it was, or this is the "
            "audit of another organisation. The committee's decision and the events are left out "
            "of the fingerprint, so they are not the cause.",
            "Un constat, une date ou un texte de l'audit n'est plus ce qu'il était, ou c'est "
            "l'audit d'une autre organisation. La décision du comité et les événements n'entrent "
            "pas dans l'empreinte : ils n'en sont pas la cause.",
        ),
        '"digest": "sha256:1111111111111111111111111111111111111111111111111111111111111111"',
        '"digest": "sha256:04255f0edc068219b35501f01630426427d7d00a62561be435e84b277bf9523a"',
    ),
}
