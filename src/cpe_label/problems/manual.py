"""The manual of problems as pages: one code on a terminal, or all of them as a document.

`cpe-label check --explain CODE` shows one page; `docs/problems.md` and `docs/problems.fr.md` hold
all of them.
"""

from textwrap import wrap
from typing import Final

from ..messages.phrase import Phrase, outline, say
from ..text.typography import Language
from .catalogue import CATALOGUE, WARNING

_TITLE: Final = Phrase("Problems, by code", "Les problèmes, par code")
_INTRODUCTION: Final = Phrase(
    "Every problem that `cpe-label` reports has a code that never changes its meaning. This page "
    "says why each matters, with the same piece of a file wrong and right. "
    "`cpe-label check --explain CODE` shows one of them.",
    "Chaque problème signalé par `cpe-label` porte un code dont le sens ne change jamais. Cette "
    "page dit pourquoi chacun compte, avec le même morceau de fichier, faux puis juste. "
    "`cpe-label check --explain CODE` en montre un.",
)
_FAMILY_TITLES: Final = {
    "F": Phrase("The file itself", "Le fichier lui-même"),
    "Y": Phrase("Syntax of YAML and JSON", "Syntaxe YAML et JSON"),
    "X": Phrase("Spreadsheets", "Tableurs"),
    "R": Phrase("Referentials", "Référentiels"),
    "A": Phrase("Audits", "Audits"),
    "E": Phrase("Records of evaluations", "Relevés d'évaluation"),
    "T": Phrase("Tables in CSV", "Tableaux en CSV"),
    "S": Phrase("Decisions and sessions of the committee", "Décisions et séances du comité"),
    "N": Phrase("Networks and their members", "Réseaux et leurs membres"),
}
_WRONG: Final = Phrase("Wrong:", "Faux :")
_RIGHT: Final = Phrase("Right:", "Juste :")
_LANGUAGES: Final = {"$": "console", "{%": "jinja", "{{": "jinja", '"': "json"}
"""The language of a piece, by its start."""
_OTHERWISE: Final = {"X": "text", "T": "csv", "S": "csv"}
"""The language of a piece with another start, by family; else YAML."""


def fill(line: str) -> str:
    """A paragraph folded for a terminal."""
    return "\n".join(wrap(line, 88, break_long_words=False, break_on_hyphens=False))


def page(code: str, language: Language) -> str:
    """One code, for a terminal: its message, why it matters, wrong and right."""
    paragraphs = _page(code, language, "", "    ", "").split("\n")
    return "\n".join(line if line.startswith(" ") else fill(line) for line in paragraphs)


def explained(code: str, language: Language) -> tuple[str, str]:
    """Why a code matters, wrong and right: as a text, and as Markdown."""
    why = say(CATALOGUE[code].why, language)
    text, markdown = (_examples(code, language, *form) for form in (("    ", ""), ("", "```")))
    return f"{why}\n{text}", f"{why}\n{markdown}"


def document(language: Language) -> str:
    """All codes as one Markdown document, with an anchor for each."""
    parts = [f"# {say(_TITLE, language)}\n\n{say(_INTRODUCTION, language)}\n"]
    family = ""
    for code in CATALOGUE:
        if code[0] != family:
            family = code[0]
            parts.append(f"\n## {say(_FAMILY_TITLES[family], language)}\n")
        parts.append("\n" + _page(code, language, "### ", "", "```"))
    return "".join(parts)


def _page(code: str, language: Language, heading: str, indent: str, fence: str) -> str:
    entry = CATALOGUE[code]
    kind = say(WARNING, language) if entry.severity == "warning" else ""
    between = "\n\n" if heading else "  "
    examples = _examples(code, language, indent, fence)
    sentence = outline(entry, language)
    return f"{heading}{code}{between}{kind}{sentence}\n\n{say(entry.why, language)}\n{examples}"


def _examples(code: str, language: Language, indent: str, fence: str) -> str:
    entry, otherwise = CATALOGUE[code], _OTHERWISE.get(code[0], "yaml")
    return "".join(
        f"\n{say(label, language)}\n\n{_block(piece, indent, fence, otherwise)}"
        for label, piece in ((_WRONG, entry.wrong), (_RIGHT, entry.right))
    )


def _block(piece: str, indent: str, fence: str, otherwise: str) -> str:
    lines = "".join(f"{indent}{line}".rstrip() + "\n" for line in piece.split("\n"))
    if not fence:
        return lines
    named = (name for start, name in _LANGUAGES.items() if piece.startswith(start))
    language = next(named, otherwise)
    return f"{fence}{language}\n{lines}{fence}\n"
