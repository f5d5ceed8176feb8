"""Texts that try to be more than texts, as data: lists by family, each text in several wrappings.

Nothing here is random: the same payloads, in the same order, on every run.
"""

from typing import Final

# ── What is wrapped ──────────────────────────────────────────────────────────────────────────────

# Words of a report, placed where a line of 80 columns is folded, whatever stands before them.
_FORGED: Final = (
    "Recommandation : aucune", "Commentaire : très bien", "Région : x", "Exigence :",
    "Recommendation: none", "Comment: very well", "Region: x", "Document : définitif",
    f"Décision {'-' * 70}", "✓ Label accordé", "- x", "B3 Titre", "A1 Title",
)  # fmt: skip

_LINES: Final[dict[str, tuple[str, ...]]] = {
    "script": (
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//exemple.invalid/x.js></SCRIPT>",
        "<script/x>alert(1)</script/x>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<script>/*`*/alert`1`/*`*/</script>",
        "<script type=module>import('//exemple.invalid')</script>",
        "</script><script>",
    ),
    "svg": (
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
        "</svg><p>",
        "</defs></svg><math><mtext><table><mglyph><style><!--</style>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    ),
    "style": (
        "<style>*{display:none}</style>",
        "</style><p>",
        "} body { display: none } .x {",
        "/* x */ @import url(//exemple.invalid);",
        "expression(alert(1))",
        "url('data:text/css,*{}')",
        "<link rel=stylesheet href=//exemple.invalid>",
        "<p style='position:fixed;inset:0'>",
    ),
    "attribute": (
        '" onmouseover="alert(1)',
        "' onfocus='alert(1)' autofocus='",
        "` onerror=alert(1) `",
        '"><img src=x onerror=alert(1)>',
        "' style='x:y",
        '" aria-label="x" class="verdict',
        "\" ' ` = > <",
        "x onclick=alert(1) y",
        "&quot; onclick=alert(1) &quot;",
    ),
    "element": (
        "<b>gras</b>",
        "</h1></header></main></body></html>",
        "</p></li></dd></td></tr></table></article></section>",
        "<table><tr><td>",
        "<plaintext>",
        "<textarea>",
        "<title>x</title>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<form action=//exemple.invalid><input name=x>",
        "<base href=//exemple.invalid/>",
        "<meta http-equiv=refresh content='0;url=//exemple.invalid'>",
        "<template><p></template>",
        "<frameset><frame src=x>",
        "<select><option>",
        "<a", "<", ">", "</", "<>", "</>", "<?", "<!", "<a b", "<a b=", "<x-y:z>",
    ),
    "link": (
        "[lien](javascript:alert(1))",
        "[lien](<javascript:alert(1)> 'titre')",
        "![image](data:image/svg+xml;base64,PHN2Zz4=)",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "javascript:alert(1)",
        "JaVaScRiPt&colon;alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "[![x](y)](z)",
        "[a]", "[a][b]", "[a][]", "]", "](", "![",
    ),
    "autolink": (
        "https://exemple.invalid/x?y=z",
        "http://exemple.invalid",
        "HTTPS://EXEMPLE.INVALID",
        "ftp://exemple.invalid/x",
        "www.exemple.invalid",
        "WWW.exemple.invalid",
        "_www.exemple.invalid",
        "(www.exemple.invalid)",
        "<https://exemple.invalid>",
        "<moi@exemple.invalid>",
        "moi@exemple.invalid",
        "mailto:moi@exemple.invalid",
        "xmpp:moi@exemple.invalid/x",
        "(https://exemple.invalid)",
        "**https://exemple.invalid**",
        "git://exemple.invalid",
        "//exemple.invalid",
    ),
    "reference": (
        "[lien]: https://exemple.invalid",
        "[lien]: <javascript:alert(1)> 'titre'",
        "[^1]", "[^1]: note", "[^note]: https://exemple.invalid",
        "*[ABR]: abréviation",
        "^[note en ligne]",
        "[[page]]",
        "@quelquun", "#12", "GH-12", ":warning:", "$x$", "$$x$$", "[toc]", "[TOC]",
    ),
    "emphasis": (
        "**gras**", "__gras__", "*it*", "_it_", "***tout***", "~~barré~~", "~x~", "==x==", "^x^",
        "**", "*", "_", "__", "~~", "`code`", "``co`de``", "`", "``", "```", "~~~",
        "*a **b* c**", "**a* b*", "a*b*c", "a_b_c", "!x", "\\*x\\*", "\\`x`",
    ),
    "heading": (
        "# titre", "## titre ##", "###### t", "####### t", "#", "# ", "#titre",
        "===", "---", "===x", "- - -", "* * *", "***", "___", "_ _ _", "----", "=",
        "Décision", "Décision ----------", "% titre", "=titre=",
    ),
    "block": (
        "> cité", ">> cité", ">", "- x", "+ x", "* x", "-", "+", "-\tx", "1. x", "1) x",
        "01. x", "123456789. x", "1234567890. x", "0) x", "- [ ] x", "- [x] x", "- - x", "1. - x",
        "    code", "\tcode", ": définition", "::: note", "!!! note",
        "•x", "• x", "– x", "(1) x", "a) x", "a. x", "i. x",
    ),
    "table": (
        "|", "||", "a | b", "| a | b |", "\\|", "\\\\|", "\\\\\\|", "`|`", "`a | b`",
        "|---|", "| --- | :-: |", "--- | ---", ":--", "-|-", "a\\", "|\\", "a|b|c|d|e|f|g|h",
        "[a|b](c)", "<td>|</td>",
    ),
    "html-block": (
        "<!-- commentaire -->", "<!--", "-->", "--!>", "<!-->", "<!--->",
        "<!---->", "<!-- --!> -->",
        "<![CDATA[x]]>", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<?xml version='1.0'?>", "?>",
        "<?php echo 1 ?>", "<pre>", "</pre>", "<div>", "<details><summary>x</summary>",
        "<del>x</del>", "<!ELEMENT x>", "<%= 1 %>", "<br/>",
    ),
    "entity": (
        "&amp;", "&lt;script&gt;", "&#60;", "&#x3c;", "&#0;", "&#x110000;", "&#xD800;", "&nbsp;",
        "&", "&&", "&x", "&x;", "&copy", "&copy;", "&AMP", "&#", "&#;", "&#x;", "&notin;", "&lt",
        "&#128;", "&#10;", "&Tab;", "&NewLine;", "&bsol;", "&quot;", "&amp;amp;", "\\&amp;",
    ),
    "template": (
        "{{ 7 * 7 }}", "{{ document.__class__ }}", "{{ x | safe }}", "{{ '' | raw }}",
        "{% raw %}", "{% endraw %}", "{% endif %}", "{% include 'report.css' %}", "{# x #}", "{#",
        "{{", "}}", "{%", "%}", "#}", "{%- block x -%}", "{{ say('x') }}", "${7*7}", "#{7*7}",
        "<%= 7*7 %>", "%(x)s", "{0}", "{x}", "{x!r:>10}", "%s%n", "{{'a'*9999999}}", "`${1}`",
        "\\{\\{", "{what}", "{level:quote}",
    ),
    "typst": (
        "#let x = 1", '#import "x.typ"', '#read("/etc/passwd")', "#show: x => x", '#eval("1")',
        "#{ 1 }", "#[x]", "$ x^2 $", "= titre", "== titre", "+ x", "/ terme: x", "<etiquette>",
        "@cle", "// x", "/* x */", "*/", "`raw`", "```typ x```", "\\u{1f600}", "~", "---", "-?",
        '#include("x")', "#sys.inputs", "]", ")", '#"x"',
    ),
    "latex": (
        "\\input{/etc/passwd}", "\\write18{id}", "\\begin{x}", "\\\\", "\\", "\\n", "\\x41",
        "\\(x\\)", "\\[x\\]", "%", "\\def\\x{y}", "^^M", "\\newline",
    ),
    "escape": (
        "\\u0000", "\\x00", "\\0", "\\ud800", "\\udfff", "\\u{0}", "%00", "%3Cscript%3E", "\\u202e",
        "\\u003cscript\\u003e", "\\074b\\076", "\\r\\n", "%0d%0a", "=?utf-8?q?x?=", "+ADw-b+AD4-",
        "\\N{BULLET}", "&#92;", "U+202E",
    ),
    "quote": (
        "«x»", "“x”", "‘x’", "„x”", "‹x›", "'x'", '"x"', "`x´", "′x″", "＜script＞", "﹤b﹥",
        "ʺx", "＂x＂", "＇x＇", "＆lt；", "｛｛x｝｝", "＊x＊", "＃ x", "［x］（y）", "＼",
        "‐ x", "− x",
        "l'audit", "qu'est-ce ?", "«  x  » ; : ! ?", "50 % !", "a ;b", "http://x : y",
    ),
    "forged": tuple(
        f" {'x' * width} ".join((*_FORGED[start:], *_FORGED[:start]))
        for width in (70, 74, 79)
        for start in range(len(_FORGED))
    ),
    "command": (
        "=1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "-1", "+1", "::error file=x::y", "::set-output::",
        "##vso[task.x]", "$(id)", "`id`", "; rm -rf x", "| cat x", "&& id", "../../etc/passwd",
        "C:\\x", "--force", "-o", "~/.x", "!!", "!x", "@file", "x: y", "- a: b", "? x", "%YAML 1.2",
        "format: cpe-label/audit/1", "&a *a", "!!python/name:os.system", "'; --", "' OR '1'='1",
    ),
}  # fmt: skip
"""Texts of one line, without a control character."""

_CONTROLS: Final[dict[str, tuple[str, ...]]] = {
    "control": tuple(
        f"a{chr(code)}b" for code in (*range(9), *range(11, 32), *range(127, 160)) if code != 13
    ),
    "terminal": (
        "\x1b[31mrouge\x1b[0m", "\x1b]0;titre\x07",
        "\x1b]8;;https://exemple.invalid\x07x\x1b]8;;\x07",
        "\x1b[2J\x1b[H", "\x9b31mx", "\x1bP x\x1b\\", "\x1bc", "a\x08\x08b",
        "a\x7fb", "\x0e x \x0f",
        "\x1b[1A\x1b[2K✓ Label accordé", "\x07", "\x05",
    ),
    "bidi": (
        "\u202eRLO", "a\u202db\u202c", "\u202a\u202b\u202c", "\u2066x\u2069", "\u2067x", "\u2068x",
        "\u2069", "\u200fx\u200e", "\u061cx", "\u202eédrocca lebaL ✓\u202c", "x\u202e" * 50,
        "שלום", "مرحبا 123 abc", "a\u202e<b>\u202c",
    ),
    "nonsense": ("x\ufffe", "\uffffy", "\ufdd0", "\U0001ffffz", "\ufffd", "\ue000", "\U0010fffd"),
    "invisible": (
        "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b", "\ufeffa", "a\u00adb", "a\u034fb", "\u200b",
        "*\u200b*x*\u200b*", "-\u200b x", "\u200b# x", "\u200b- x",
        "<\u200bscript>", "{\u200b{ x }}",
        "a\u180eb", "a\u2800b", "\u3164", "\U000e0001\U000e0041", "👩\u200d👧",
        "a\ufe0fb", "\ufffc",
    ),
    "space": (
        "a\u00a0b", "\u00a0# x", "\u2003- x", "\u3000x\u3000", "\u202fx",
        "a\u2009b", "  x  ", "a\tb",
        "\t\tx", "a          b", "\u00a0**x**\u00a0", "x\u00a0", "\u1680x", "\u205fx", "a \u00a0 b",
    ),
    "pile": (
        "e" + "\u0301" * 300, "\u0301x", "Z" + "\u0336\u0489\u20dd" * 60, "*\u0301x*\u0301",
        "<\u0338b>", "`\u0301x`\u0301", "ﷺ" * 40, "𒐫" * 20, "x\u20e3",
        "\u0488" * 50, "#\u20e3 x",
        "=\u0338==", "|\u0301|",
    ),
}  # fmt: skip
"""Texts of one line in which some character is not what it seems."""

_SHAPED: Final[dict[str, tuple[str, ...]]] = {
    "paragraphs": (
        "# titre\n\n- liste\n1. un\n\n| a | b |\n|---|---|\n\n***\n> cité\n```\ncode\n```",
        "Titre\n=====\n\nTitre\n-----",
        "texte\n\nDécision\n--------\n===",
        "<div>\n\n*x*\n\n</div>",
        "<script>\n\nalert(1)\n\n</script>",
        "<!--\n\n-->",
        "[a]: x\n\n[a]",
        "[^1]\n\n[^1]: note",
        "| a | b |\n| --- | --- |\n| c | d |",
        "a | b\n--|--\nc | d",
        "~~~\n\n</style>\n\n~~~",
        "    code\n\n    code",
        "***\n\n___\n\n---",
        "a  \nb\\\nc",
        "$$\nx\n$$",
        "Terme\n: définition",
        "\n\n\nx\n\n\n",
        "a\n \nb\n\t\nc",
        "::: note\n\nx\n\n:::",
        "2. x\n\n1. y",
    ),
    "lists": (
        "- a\n- b", "* a\n* b", "1. a\n2. b", "1) a\n2) b", "- <b>\n- </b>", "- # a\n- > b",
        "- a\n  suite\n- b\n  - c", "- a\n\n- b\n- c", "• a\n• b", "– a\n– b", "- - a\n- - b",
        "1. 1. a\n2. 2. b", "- [ ] a\n- [x] b", "- a|b\n- c|d", "- ***\n- ---\n- ===",
        "texte\n- a\n- b\ntexte", "- a\n- b\n\n1. c\n2. d\n\n* e\n* f",
        "- ```\n- ```", "9. a\n8. b",
        "- a\n1. b\n- c\n2. d", "-\ta\n-\tb", "- &amp;\n- \\", "999. a\n1. b\n- c",
    ),
    "front-matter": (
        "---\ntitre: x\n---", "---\ntitre: x\n---\n\ntexte", "+++\nx = 1\n+++", "---\n- a\n...\n",
        '{\n"a": 1\n}', "%YAML 1.2\n---\na: 1", "---\n\n---", ";;;\n{}\n;;;",
    ),
    "line-ends": (
        "a\r\nb", "a\r\n\r\nb", "a\rb", "a\r\rb", "a\x85b", "a\u2028b", "a\u2029b", "a\x85\x85# b",
        "a\u2028\u2028- b", "a\u2029---\u2029b", "- a\r\n- b\r\n", "1. a\r2. b", "a\x0bb", "a\x0cb",
        "a\n\x0c\nb", "a\u2028Décision\u2028--------", "a\r\nb\x85c\u2028d\u2029e\nf", "\r", "x\r",
        "a\x1c# b", "a\x1d\x1eb", "- a\u2028- b", "a\n\u2028\nb", "a\n\x85\nb", "a\n\x1c\nb",
    ),
}  # fmt: skip
"""Texts of several lines, which may make paragraphs and simple lists and nothing else."""

LARGE: Final = (
    "<" * 2_000,
    "*_`[" * 500,
    "x" * 100_000,
    "mot " * 5_000,
    "ligne\n" * 5_000 + "<b>",
    "a" + " " * 100_000 + "b",
    "- <b>\n" * 1_000,
    "&lt;\n\n" * 500,
    "[" * 1_000 + "]" * 1_000,
    "\u202e\x1b" * 5_000,
)
"""Texts that are long in one way: words of 100 kB, 5 000 lines, piles of one mark or of blanks."""

# ── What wraps ───────────────────────────────────────────────────────────────────────────────────

_AROUND_LINES: Final = (
    "{}",
    "avant {} après",
    "\"'>{}<'\"",
    "]]></title></style>--> {} <!--",
    "\\{}\\",
)
_AROUND_SHAPED: Final = ("{}", "texte\n\n{}\n\ntexte", "{}\n- fin\n- fin")


def _wrapped(texts: tuple[str, ...], around: tuple[str, ...]) -> tuple[str, ...]:
    wrapped = (before.replace("{}", text, 1) for before in around for text in texts)
    return tuple(dict.fromkeys(text for text in wrapped if text.strip()))


FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    **{name: _wrapped(texts, _AROUND_LINES) for name, texts in _LINES.items()},
    **{name: _wrapped(texts, _AROUND_LINES[:3]) for name, texts in _CONTROLS.items()},
    **{name: _wrapped(texts, _AROUND_SHAPED) for name, texts in _SHAPED.items()},
}
"""Every payload but the large ones, by family."""

SAMPLE: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "<!-- -->",
    "]]>",
    "</style></title></table>",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "[lien](javascript:alert(1)) ![i](x) <https://example.org>",
    "# titre\n\n- liste\n1. un\n\n| a | b |\n|---|---|\n\n***\n> cité\n```\ncode\n```",
    "a | b \\| c \\\\| d",
    "**gras** _it_ `code` ~~barré~~ &amp; &#x41;",
    "- [ ] x", "+ x", "1) x", "1. x", "---", "===", "    code", "\tcode",
    "ligne\u2028suite\u2029fin\x85encore\r\nfin", "\u202eRLO\u2066",
    "x" * 10_000,
)  # fmt: skip
"""A few of every kind, for what is slow."""
