"""Compare writing a report with the plainest ways: by hand for HTML, WeasyPrint for PDF.

    python benchmarks/reports.py [--rounds N] [--prints N]

HTML: the full report (kind `audit`) of 130 criteria, those of `benchmarks/reading.py`. `by_hand`
below writes the same page with f-strings, `html.escape` and `join`, and nothing else; both pages
are compared first, byte for byte. Timed, from an evaluation and a view that are made already:

- *report*: from the view to the text. The composing, which says what stands where, is shared.
- *writing alone*: from the composed document to the text: all that a template can be slow at.

PDF: the same evaluation. `render(evaluation, "pdf")`, by Typst, against WeasyPrint on the HTML page
of the same report, which is made already. Left out, and said so, where one is not installed.

Minimum and median, by turns in one process: of processor time for HTML, and of wall time for PDF,
as Typst works on several processors. Times are printed, never asserted: they say something of one
machine only.
"""

import argparse
import logging
import platform
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from reading import CRITERIA, ROOT, by_turns, large_audit, large_referential

from cpe_label import Evaluation, evaluate, render
from cpe_label.messages.phrase import say
from cpe_label.messages.reports import REPORT
from cpe_label.messages.states import PAPER, TONES
from cpe_label.reading.document import read_document
from cpe_label.reports.document import Document
from cpe_label.reports.formats.bars import bar_of
from cpe_label.reports.formats.html import write
from cpe_label.reports.kinds import compose
from cpe_label.reports.view.evaluation import view

# ── The page, by hand ────────────────────────────────────────────────────────────────────────────
# For a report in French whose texts are in French, as the one that is timed.

COLON = say(REPORT["colon"], "fr", what="")


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
<body class="{document.style}{" long" if len(document.title) > 60 else ""}">
<svg class="defs" width="0" height="0" aria-hidden="true"><defs>
<pattern id="hatch" width="3" height="10" patternUnits="userSpaceOnUse">
<rect width="1.4" height="10" fill="{TONES["open"].ink}"/></pattern></defs></svg>
<main>
"""
    if document.mark:
        yield f'<p class="mark tone-open ground-open">{escape(document.mark)}</p>\n'
    yield f"""<header>
<p class="kicker">{escape(document.kicker)}</p>
<h1>{escape(document.title)}</h1>
"""
    for block in document.opening:
        yield SHOW[block.kind](block)
    yield "</header>\n"
    closing = document.closing
    assert closing is not None
    for number, section in enumerate(document.sections):
        yield f'<section id="{section.anchor}">\n<h2>{escape(section.title)}</h2>\n'
        for block in section.blocks:
            yield SHOW[block.kind](block)
        yield "</section>\n"
        if number == 0:
            yield (
                '<nav aria-labelledby="contents">\n'
                f'<p id="contents">{escape(document.contents)}</p>\n<ol>\n'
            )
            for one in (*document.sections[1:], closing):
                yield f'<li><a href="#{one.anchor}">{escape(one.title)}</a></li>\n'
            yield "</ol>\n</nav>\n"
    yield f'</main>\n<footer id="{closing.anchor}">\n<h2>{escape(closing.title)}</h2>\n'
    for block in closing.blocks:
        yield SHOW[block.kind](block)
    yield "</footer>\n</body>\n</html>\n"


def word(one: Any) -> str:
    return (
        f'<span class="state tone-{one.tone}"><span aria-hidden="true">{one.icon}</span> '
        f"{escape(one.text)}</span>"
    )


def gauge(one: Any, tone: str) -> str:
    bar = bar_of(one)
    hatch = mark = ""
    if one.unassessed:
        hatch = f'<rect fill="url(#hatch)" x="{bar.met}" width="{bar.unassessed}" height="10"/>\n'
    if bar.threshold:
        place = (
            f'x1="{bar.threshold}" x2="{bar.threshold}" y1="-4" y2="14" '
            'vector-effect="non-scaling-stroke"/>\n'
        )
        mark = f'<line class="halo" {place}<line class="threshold" {place}'
    return (
        '<svg class="gauge" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(one.label)}">\n<rect class="track" width="100" height="10"/>\n'
        f'<rect class="fill-{tone}" width="{bar.met}" height="10"/>\n{hatch}{mark}</svg>'
    )


def paragraph(block: Any) -> str:
    if block.style == "strong":
        return f"<p><strong>{escape(block.text)}</strong></p>\n"
    note = ' class="note"' if block.style == "note" else ""
    return f"<p{note}>{escape(block.text)}</p>\n"


def bullets(block: Any) -> str:
    tag = "ol" if block.numbered else "ul"
    lines = "".join([f"<li>{escape(text)}</li>\n" for text in block.items])
    return f'<{tag} class="plain">\n{lines}</{tag}>\n'


def value(fact: Any) -> str:
    parts = fact.value
    if len(parts) == 1 and parts[0].kind == "paragraph":
        return escape(parts[0].text)
    return "".join([SHOW[part.kind](part) for part in parts])


def facts(block: Any) -> str:
    code, end = ("<code>", "</code>") if block.style == "digests" else ("", "")
    lines = "".join(
        [
            f"<dt>{escape(fact.term)}</dt>\n<dd>{code}{value(fact)}{end}</dd>\n"
            for fact in block.facts
        ]
    )
    return f'<dl class="{block.style}">\n{lines}</dl>\n'


def banner(block: Any) -> str:
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


def notice(block: Any) -> str:
    return f'<p class="notice tone-{block.tone} ground-{block.tone}">{escape(block.text)}</p>\n'


def levels(block: Any) -> str:
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


def item(one: Any) -> str:
    named = f'<span class="id">{one.id}</span> {escape(one.title)}'
    if one.target:
        named = f'<a href="#{one.target}">{named}</a>'
    return named + "".join(
        [
            f'\n<div class="soft"><span>{escape(fact.term)}{COLON}</span> {value(fact)}</div>'
            for fact in one.notes
        ]
    )


def items(block: Any) -> str:
    lines = "".join(
        [
            f"<li>{word(one.status) + ' ' if one.status else ''}{item(one)}</li>\n"
            for one in block.items
        ]
    )
    return f'<ul class="plain">\n{lines}</ul>\n'


DAY = re.compile(r"[0-9]{1,2}(?:er)?\u00a0[^\W\d_]+\u00a0[0-9]{4}")


def dated(text: str) -> str:
    if "\u00a0" not in text:
        return escape(text)
    return DAY.sub(r'<span class="day">\g<0></span>', escape(text))


def cell(one: Any) -> str:
    if one.kind == "text":
        return f'<span class="soft">{escape(one.text)}</span>' if one.soft else dated(one.text)
    if one.kind == "word":
        return word(one)
    if one.kind == "item":
        return item(one)
    if not one.applicable:
        return f'<span class="soft">{escape(one.label)}</span>'
    return f'<span class="count">{one.met} / {one.applicable}</span>\n{gauge(one, "quiet")}'


def table(block: Any) -> str:
    wide = block.style == "bars" or len(block.head) > 3
    before = after = ""
    if wide:
        label = escape(", ".join(block.head))
        before = f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">\n'
        after = "</div>\n"
    labels = [f' data-label="{escape(title)}"' for title in block.head[1:]]
    head = "".join([f'<th scope="col">{escape(title)}</th>' for title in block.head])
    rows = "".join(
        [
            f'<tr><th scope="row">{cell(row[0])}</th>'
            + "".join(
                [
                    f"<td{labels[number] if wide else ''}>{cell(one)}</td>"
                    for number, one in enumerate(row[1:])
                ]
            )
            + "</tr>\n"
            for row in block.rows
        ]
    )
    return (
        f'{before}<table class="{block.style}{" stacked" if wide else ""}">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}"
        f"</tbody>\n</table>\n{after}"
    )


def sheet(block: Any) -> str:
    anchor = f' id="{block.anchor}"' if block.anchor else ""
    link, end = (f'<a href="#{block.target}">', "</a>") if block.target else ("", "")
    status = f"<p>{word(block.status)}</p>\n" if block.status else ""
    told = "".join(
        [f"<dt>{escape(fact.term)}</dt>\n<dd>{value(fact)}</dd>\n" for fact in block.facts]
    )
    if told:
        told = f"<dl>\n{told}</dl>\n"
    return (
        f'<article class="sheet"{anchor}>\n<h3>{link}<span class="id">{block.id}</span> '
        f"{escape(block.title)}{end}</h3>\n{status}{told}</article>\n"
    )


def heading(block: Any) -> str:
    return f"<h3>{escape(block.text)}</h3>\n"


def signatures(block: Any) -> str:
    places = "".join(
        [
            f'<div class="signature">\n<p><strong>{escape(place.role)}</strong></p>\n'
            + "".join([f"<p>{escape(name)}</p>\n" for name in place.names])
            + f'<p class="note">{escape(block.prompt)}</p>\n</div>\n'
            for place in block.places
        ]
    )
    return f'<div class="signatures">\n{places}</div>\n'


SHOW: dict[str, Callable[[Any], str]] = {
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
    """The style sheet, with the colours of the paper in their places."""
    text = (ROOT / "src/cpe_label/reports/templates/report.css").read_text("utf-8")
    return re.sub(r"{{ paper\.(\w+) }}", lambda found: PAPER[found[1]], text).rstrip("\n")


STYLE = style()


# ── The measures ─────────────────────────────────────────────────────────────────────────────────


def large_evaluation() -> Evaluation:
    """The evaluation of 130 criteria."""
    referential: Any = read_document(large_referential(), "referential.yaml").value
    audit: Any = read_document(large_audit(), "audit.yaml").value
    return evaluate(audit, referential)


def write_problems(what: str, plainest: str, times: Sequence[Sequence[float]], target: str) -> None:
    (plain_min, plain), (ours_min, ours) = ((min(one), statistics.median(one)) for one in times)
    print(
        f"  {what}: {plainest} {plain_min:.2f} / {plain:.2f} ms, cpe_label {ours_min:.2f} / "
        f"{ours:.2f} ms, ratio {ours_min / plain_min:.2f} / {ours / plain:.2f}{target}"
    )


def html(evaluation: Evaluation, rounds: int) -> None:
    seen = view(evaluation, "fr")
    composed = compose("audit", seen)
    page = write(composed)
    assert page == render(evaluation, "html")
    assert page == by_hand(composed), "the page by hand is another page"
    works = (
        lambda: by_hand(compose("audit", seen)),
        lambda: write(compose("audit", seen)),
        lambda: by_hand(composed),
        lambda: write(composed),
    )
    by_turns(works, 5, time.process_time)  # warm
    times = by_turns(works, rounds, time.process_time)
    print(f"HTML of {CRITERIA} criteria, {len(page.encode()) / 1000:.0f} kB, {rounds} rounds")
    write_problems("report, from the view", "by hand", times[:2], " (target <= 1.5)")
    write_problems("writing alone", "by hand", times[2:], "")


def pdf(evaluation: Evaluation, prints: int) -> None:
    missing = [name for name in ("typst", "weasyprint") if find_spec(name) is None]
    if missing:
        print(f"PDF: not compared, {' and '.join(missing)} not installed")
        return
    from weasyprint import HTML

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    page = render(evaluation, "html")
    works = (lambda: HTML(string=page).write_pdf(), lambda: render(evaluation, "pdf"))
    by_turns(works, 1, time.perf_counter)  # warm
    names = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "typst"))
    print(f"PDF of {CRITERIA} criteria, {prints} rounds, {names}")
    times = by_turns(works, prints, time.perf_counter)
    write_problems("report, from the evaluation", "WeasyPrint", times, " (target <= 0.2)")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--prints", type=int, default=5)
    options = parser.parse_args()
    python = platform.python_version()
    print(f"Python {python}, Jinja2 {version('jinja2')}, MarkupSafe {version('markupsafe')}")
    evaluation = large_evaluation()
    html(evaluation, options.rounds)
    pdf(evaluation, options.prints)


if __name__ == "__main__":
    main()
