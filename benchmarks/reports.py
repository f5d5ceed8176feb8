"""Compare writing a report with the plainest way to do it: by hand for HTML, WeasyPrint for PDF.

    python benchmarks/reports.py [--rounds N] [--prints N]

HTML: the full report (kind `audit`) of 130 criteria, those of `benchmarks/reading.py`. `by_hand`
below writes the same page with f-strings, `html.escape` and one join, and nothing else; the two
pages are compared first, and are the same but for how a quotation mark is escaped (`&#34;` and
`&quot;` are one character). Two spans are timed, each from an evaluation that is made already:

- *the writing*: from the composed document to the text. All that a template can be slow at.
- *the report*: from the view to the text, so with the composing, which both share.

PDF: `render(evaluation, "pdf")`, by typst, against WeasyPrint on the HTML page of the same report.
It is left out, and said so, where one of the two is not installed.

Times are processor time of this process, by turns; minimum and median. They are printed, never
asserted: they say something of one machine only.
"""

# ruff: noqa: PLR2004  the numbers are the page's own

import argparse
import platform
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from reading import ROOT, large_audit, large_referential

from cpe_label import Evaluation, evaluate, render
from cpe_label.loading import read_document
from cpe_label.rendering import FORMATS, KINDS, view
from cpe_label.rendering import document as documents
from cpe_label.rendering.document import Document
from cpe_label.wording import say
from cpe_label.wording.looks import PAPER, TONES
from cpe_label.wording.reports import REPORT

# ── The page, by hand ────────────────────────────────────────────────────────────────────────────
# For a document whose texts are in the language that it speaks, as the one that is timed.


def by_hand(document: Document) -> str:
    return "".join(page(document))


def page(document: Document) -> Iterator[str]:
    yield f"""<!DOCTYPE html>
<html lang="{document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="{escape(document.engine)}">
<title>{escape(document.name)}</title>
<style>
{STYLE}
"""
    for name, tone in TONES.items():
        yield f""".tone-{name} {{ color: {tone.ink}; }}
.ground-{name} {{ background: {tone.ground}; border-color: {tone.ink}; }}
.fill-{name} {{ fill: {tone.ink}; }}
"""
    yield (
        f'@page {{ @bottom-left {{ content: "{escape(document.label)}"; }} '
        '@bottom-right { content: counter(page) " / " counter(pages); } }\n'
    )
    if document.mark:
        yield (
            f'@page {{ @top-right {{ content: "{escape(document.mark)}"; '
            f"color: {TONES['open'].ink}; }} }}\n"
        )
    yield f"""</style>
</head>
<body class="{document.look}">
<svg class="defs" width="0" height="0" aria-hidden="true"><defs>
<pattern id="hatch" width="3" height="10" patternUnits="userSpaceOnUse">
<rect width="1.4" height="10" fill="{TONES["open"].ink}"/></pattern></defs></svg>
<main>
"""
    if document.mark:
        yield f'<p class="mark tone-open ground-open">{escape(document.mark)}</p>\n'
    long = ' class="long"' if len(document.title) > 60 else ""
    yield f"""<header>
<p class="kicker">{escape(document.kicker)}</p>
<h1{long}>{escape(document.title)}</h1>
"""
    colon = say(REPORT["colon"], document.language, what="")
    for block in document.opening:
        yield SHOW[block.kind](block, colon)
    yield "</header>\n"
    closing = document.closing
    assert closing is not None
    for number, section in enumerate(document.sections):
        yield f'<section id="{section.anchor}">\n<h2>{escape(section.title)}</h2>\n'
        for block in section.blocks:
            yield SHOW[block.kind](block, colon)
        yield "</section>\n"
        if number == 0:
            yield (
                '<nav aria-labelledby="contents">\n'
                f'<h2 id="contents">{escape(document.contents)}</h2>\n<ol>\n'
            )
            for one in (*document.sections[1:], closing):
                yield f'<li><a href="#{one.anchor}">{escape(one.title)}</a></li>\n'
            yield "</ol>\n</nav>\n"
    yield f'</main>\n<footer id="{closing.anchor}">\n<h2>{escape(closing.title)}</h2>\n'
    for block in closing.blocks:
        yield SHOW[block.kind](block, colon)
    yield "</footer>\n</body>\n</html>\n"


def word(one: Any) -> str:
    return (
        f'<span class="state tone-{one.tone}"><span aria-hidden="true">{one.icon}</span> '
        f"{escape(one.text)}</span>"
    )


def gauge(bar: Any, tone: str) -> str:
    hatch = mark = ""
    if bar.unassessed:
        hatch = (
            f'<rect fill="url(#hatch)" x="{bar.met_width}" width="{bar.unassessed_width}" '
            'height="10"/>\n'
        )
    if bar.threshold:
        mark = (
            f'<line class="threshold" x1="{bar.threshold}" x2="{bar.threshold}" y1="-4" y2="14" '
            'vector-effect="non-scaling-stroke"/>\n'
        )
    return (
        '<svg class="gauge" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(bar.label)}">\n<rect class="track" width="100" height="10"/>\n'
        f'<rect class="fill-{tone}" width="{bar.met_width}" height="10"/>\n{hatch}{mark}</svg>'
    )


def paragraph(block: Any, colon: str) -> str:
    if block.look == "strong":
        return f"<p><strong>{escape(block.text)}</strong></p>\n"
    note = ' class="note"' if block.look == "note" else ""
    return f"<p{note}>{escape(block.text)}</p>\n"


def bullets(block: Any, colon: str) -> str:
    tag = "ol" if block.numbered else "ul"
    lines = "".join([f"<li>{escape(text)}</li>\n" for text in block.items])
    return f'<{tag} class="plain">\n{lines}</{tag}>\n'


def value(fact: Any, colon: str) -> str:
    parts = fact.value
    if len(parts) == 1 and parts[0].kind == "paragraph":
        return escape(parts[0].text)
    return "".join([SHOW[part.kind](part, colon) for part in parts])


def facts(block: Any, colon: str) -> str:
    code, end = ("<code>", "</code>") if block.look == "digests" else ("", "")
    lines = "".join(
        [
            f"<dt>{escape(fact.term)}</dt>\n<dd>{code}{value(fact, colon)}{end}</dd>\n"
            for fact in block.facts
        ]
    )
    return f'<dl class="{block.look}">\n{lines}</dl>\n'


def banner(block: Any, colon: str) -> str:
    tone = block.word.tone
    told = "".join([f"<p>{escape(text)}</p>\n" for text in block.sentences])
    missing = "".join([f"<li>{escape(text)}</li>\n" for text in block.missing])
    if missing:
        missing = f"<ul>\n{missing}</ul>\n"
    return (
        f'<div class="verdict tone-{tone} ground-{tone}">\n<p class="word">'
        f'<span aria-hidden="true">{block.word.icon}</span> {escape(block.word.text)}</p>\n'
        f"{told}{missing}</div>\n"
    )


def notice(block: Any, colon: str) -> str:
    return (
        f'<p class="notice tone-{block.tone} ground-{block.tone}">{escape(block.text)}</p>\n'
    )


def levels(block: Any, colon: str) -> str:
    return f'<p class="note">{escape(block.legend)}</p>\n' + "".join(
        [
            '<div class="level">\n<div class="line">\n'
            f"<h3>{escape(one.title)}</h3>\n"
            f'<span class="count">{one.gauge.met} / {one.gauge.applicable}</span>\n'
            + (f'<span class="count">{escape(one.gauge.share)}</span>\n' if one.gauge.share else "")
            + f'<span class="soft">{escape(block.head[3])} {escape(one.required)}</span>\n'
            f"{word(one.verdict)}\n</div>\n{gauge(one.gauge, one.verdict.tone)}\n"
            + (f'<p class="note">{escape(one.note)}</p>\n' if one.note else "")
            + "</div>\n"
            for one in block.rows
        ]
    )


def item(one: Any, colon: str) -> str:
    named = f'<span class="id">{one.id}</span> {escape(one.title)}'
    if one.target:
        named = f'<a href="#{one.target}">{named}</a>'
    return named + "".join(
        [
            f'\n<div class="soft"><span>{escape(fact.term)}{colon}</span> '
            f"{value(fact, colon)}</div>"
            for fact in one.notes
        ]
    )


def items(block: Any, colon: str) -> str:
    lines = "".join(
        [
            f"<li>{word(one.status) + ' ' if one.status else ''}{item(one, colon)}</li>\n"
            for one in block.items
        ]
    )
    return f'<ul class="plain">\n{lines}</ul>\n'


def cell(one: Any, colon: str) -> str:
    if one.kind == "text":
        return f'<span class="soft">{escape(one.text)}</span>' if one.soft else escape(one.text)
    if one.kind == "word":
        return word(one)
    if one.kind == "item":
        return item(one, colon)
    if not one.applicable:
        return f'<span class="soft">{escape(one.label)}</span>'
    return f'<span class="count">{one.met} / {one.applicable}</span>\n{gauge(one, "quiet")}'


def table(block: Any, colon: str) -> str:
    wide = block.look == "bars" or len(block.head) > 3
    before = after = ""
    if wide:
        label = escape(", ".join(block.head))
        before = f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">\n'
        after = "</div>\n"
    head = "".join([f'<th scope="col">{escape(title)}</th>' for title in block.head])
    rows = "".join(
        [
            f'<tr><th scope="row">{cell(row[0], colon)}</th>'
            + "".join([f"<td>{cell(one, colon)}</td>" for one in row[1:]])
            + "</tr>\n"
            for row in block.rows
        ]
    )
    return (
        f'{before}<table class="{block.look}">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}'
        f"</tbody>\n</table>\n{after}"
    )


def sheet(block: Any, colon: str) -> str:
    anchor = f' id="{block.anchor}"' if block.anchor else ""
    status = f"<p>{word(block.status)}</p>\n" if block.status else ""
    told = "".join(
        [
            f"<dt>{escape(fact.term)}</dt>\n<dd>{value(fact, colon)}</dd>\n"
            for fact in block.facts
        ]
    )
    if told:
        told = f"<dl>\n{told}</dl>\n"
    return (
        f'<article class="sheet"{anchor}>\n<h3><span class="id">{block.id}</span> '
        f"{escape(block.title)}</h3>\n{status}{told}</article>\n"
    )


def heading(block: Any, colon: str) -> str:
    return f"<h3>{escape(block.text)}</h3>\n"


def signatures(block: Any, colon: str) -> str:
    places = "".join(
        [
            f'<div class="signature">\n<p><strong>{escape(place.role)}</strong></p>\n'
            + "".join([f"<p>{escape(name)}</p>\n" for name in place.names])
            + f'<p class="note">{escape(block.prompt)}</p>\n</div>\n'
            for place in block.places
        ]
    )
    return f'<div class="signatures">\n{places}</div>\n'


SHOW: dict[str, Callable[[Any, str], str]] = {
    "paragraph": paragraph,
    "bullets": bullets,
    "facts": facts,
    "banner": banner,
    "notice": notice,
    "levels": levels,
    "items": items,
    "table": table,
    "sheet": sheet,
    "heading": heading,
    "signatures": signatures,
}

def style() -> str:
    """The sheet of styles, with the colours of the paper in their places."""
    text = (ROOT / "src/cpe_label/rendering/templates/report.css").read_text("utf-8")
    return re.sub(r"{{ paper\.(\w+) }}", lambda found: PAPER[found[1]], text).rstrip("\n")


STYLE = style()
