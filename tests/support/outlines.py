"""The structure of a report, as the parsers of those who read it find it."""

import re
from collections.abc import Iterator
from typing import Any, Final

import html5lib
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from cpe_label.messages.phrase import say
from cpe_label.messages.reports import REPORT
from cpe_label.text.typography import LANGUAGES

Outline = tuple[tuple[object, ...], ...]


def html_outline(page: str) -> tuple[Outline, str]:
    """Elements, attributes and comments as a browser finds them, and the texts."""
    parser = html5lib.HTMLParser()
    root = parser.parse(page)
    texts: list[str] = []
    found = (*_elements(root, texts), *(("error", code) for _, code, _ in parser.errors))
    return found, " ".join(texts)


_CLOSER: Final = re.compile(r" (long|fit-[0-9])\b")


def _elements(element: Any, texts: list[str]) -> Iterator[tuple[object, ...]]:
    # What an author wrote may stand in two attributes: the name of a picture or of a table, and
    # that of a column, which a narrow screen shows before each cell.
    attributes = {
        name: "" if name == "data-label" else value
        for name, value in element.items()
        if name != "aria-label"
    }
    if "class" in attributes:  # a long title is written smaller, a full page set more closely
        attributes["class"] = _CLOSER.sub("", attributes["class"])
    yield (str(element.tag), tuple(sorted(attributes.items())), "aria-label" in element.keys())  # noqa: SIM118
    texts.append(element.text or "")
    for child in element:
        yield from _elements(child, texts)
        texts.append(child.tail or "")
    yield ("/",)


_HOST: Final = re.compile(r"[\w.-]+")


def _host_length(_: object, text: str, start: int) -> int:
    found = _HOST.match(text, start)
    return len(found[0]) if found else 0


_GITHUB: Final = (
    MarkdownIt("gfm-like", {"linkify": True, "html": True})
    .use(dollarmath_plugin)
    .use(footnote_plugin)
    .use(front_matter_plugin)
    .use(tasklists_plugin)
)
_GITHUB.linkify.add("//", None).add("www.", {"validate": _host_length}).set({"fuzzy_link": False})
_PLAIN: Final = MarkdownIt("commonmark")
_SAID: Final = {"text", "inline", "softbreak"}


def markdown_outline(page: str) -> tuple[Outline, str]:
    """Blocks and marks as CommonMark and as GitHub find them, with raw HTML, and the texts."""
    found: list[tuple[object, ...]] = []
    texts: list[str] = []
    for reader in (_PLAIN, _GITHUB):
        for block in reader.parse(page):
            for token in (block, *(block.children or ())):
                if token.type not in _SAID:
                    found.append((token.type, token.tag, token.level, token.info))
                elif token.type == "text" and reader is _GITHUB:
                    texts.append(token.content)
    return tuple(found), " ".join(texts)


_TERMS: Final = {
    say(phrase, language)
    for phrase in REPORT.values()
    for language in LANGUAGES
    if "{" not in phrase.en
}


_FACT: Final = re.compile(r" +([^:]*[^\s:])\s?:(?: |$)")
_CRITERION: Final = re.compile(r"  ([AB][0-9])( |$)")
_MARKED: Final = re.compile(r"  [-✓✗?—–○●] ")


def text_outline(page: str) -> tuple[Outline, str]:
    """Headings at the margin, criteria, and lines that start as a fact of ours; the whole as text.

    Facts are set in: by 2 on the cover, after a blank line or one another, by 4 under a criterion,
    by 6 under one of a list.
    """
    lines = page.split("\n")
    found: list[tuple[object, ...]] = []
    cover, facts = True, 2
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        indent = len(line) - len(line.lstrip(" "))
        if line and not indent:
            found.append(("margin", after[0] if re.fullmatch("-+|=+", after) else ""))
            cover = cover and not after.startswith("-")
        elif indent == 2 and not cover:
            facts = 6 if _MARKED.match(line) else 4
            if after.startswith("    ") and (criterion := _CRITERION.match(line)):
                found.append((criterion[1], indent))
        elif cover and not before:
            facts = 2 if _fact(line) else 0
        if indent == facts and (fact := _fact(line)):
            found.append((fact, indent))
    return tuple(found), page


def _fact(line: str) -> str:
    fact = _FACT.match(line)
    return fact[1] if fact and fact[1] in _TERMS else ""


OUTLINES: Final = {"html": html_outline, "markdown": markdown_outline, "text": text_outline}
