"""The blocks of a report in their order, without a format: all that a format reads.

Each kind of report composes a `Document` from the view, and each format writes its blocks. So a
kind has the same content in every format, and a format can write every kind. Texts are plain, never
markup.

`quoted` marks a text that stands as a file has it, in the language of the referential, which may be
another than the language of the report. An `anchor` is a name for links inside a document:
it is unique there, and made of letters, digits, dots, dashes and underscores.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from ..messages.states import Tone
from ..text.typography import Language
from .view.network_types import SpanStyle, SpanView
from .view.types import Gauge, Word


@dataclass(frozen=True, slots=True)
class Text:
    """A word or two in a cell of a table; `soft` where it means that there is nothing.

    `lead` stands before it where a format has no head over a column.
    """

    kind: ClassVar = "text"
    text: str
    soft: bool = False
    lead: str = ""
    names: tuple[str, ...] = ()
    """The identifiers that it lists, if it lists any: none is parted where there is room for it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: of the report, or of somebody's free text."""

    kind: ClassVar = "paragraph"
    text: str
    style: Literal["plain", "note", "strong"] = "plain"
    quoted: bool = False
    lines: tuple[str, ...] = ()
    """The same as its author broke it, where that is in several lines: for a format of lines."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts, by points or by numbers."""

    kind: ClassVar = "bullets"
    items: tuple[str, ...]
    numbered: bool = False
    quoted: bool = False


Prose = Paragraph | Bullets


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it holds."""

    term: str
    value: tuple[Prose, ...]

    @property
    def line(self) -> str:
        """The text of a value that is one paragraph; empty for any other."""
        first = self.value[0]
        return first.text if len(self.value) == 1 and isinstance(first, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what they hold: who and when, rules by their clause, fingerprints."""

    kind: ClassVar = "facts"
    facts: tuple[Fact, ...]
    style: Literal["header", "clauses", "digests"] = "header"


@dataclass(frozen=True, slots=True)
class Banner:
    """The head of a report: where the organisation stands, and what is missing."""

    kind: ClassVar = "banner"
    word: Word
    sentences: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that nobody may overlook."""

    kind: ClassVar = "notice"
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LevelBar:
    """A level, its gauge against its threshold, and its verdict."""

    title: str
    required: str
    gauge: Gauge
    verdict: Word
    note: str


@dataclass(frozen=True, slots=True)
class Levels:
    """The result of each level, as bars."""

    kind: ClassVar = "levels"
    rows: tuple[LevelBar, ...]
    legend: str
    head: tuple[str, str, str, str, str]
    """Level, met of applicable, share, required, result."""


@dataclass(frozen=True, slots=True)
class Item:
    """A criterion named in a list or a table, with what there is to note under it.

    `target` is the anchor of its sheet, if it has one.
    """

    kind: ClassVar = "item"
    id: str
    title: str
    notes: tuple[Fact, ...] = ()
    status: Word | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """Criteria as a list."""

    kind: ClassVar = "items"
    items: tuple[Item, ...]


Cell = Text | Word | Gauge | Item


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on each page.

    The first cell of a row names it: a text or an item; the others are texts, words and gauges.
    """

    kind: ClassVar = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: Literal["plain", "grid", "bars"] = "plain"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One criterion with its facts; `target` is the anchor of the sheet that has them all."""

    kind: ClassVar = "sheet"
    id: str
    title: str
    facts: tuple[Fact, ...]
    status: Word | None = None
    anchor: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    kind: ClassVar = "heading"
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and room to sign."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Those who sign, side by side."""

    kind: ClassVar = "signatures"
    places: tuple[Signature, ...]
    prompt: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is understood at first sight, and a note in smaller type."""

    value: str
    words: str
    note: str = ""
    gauge: Gauge | None = None
    """The same as a bar, where it is a part of a whole."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers, side by side."""

    kind: ClassVar = "figures"
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """What happened to one of many, as spans, and the same in words."""

    name: str
    words: tuple[str, ...]
    spans: tuple[SpanView, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lines of time one under the other, over the same days."""

    kind: ClassVar = "timeline"
    lines: tuple[TimeLine, ...]
    day: date
    """The day that is marked."""
    legend: tuple[tuple[SpanStyle, str], ...]
    """The words for each style that the lines have."""
    day_words: str


Block = (
    Paragraph
    | Bullets
    | Facts
    | Banner
    | Notice
    | Levels
    | Items
    | Table
    | Sheet
    | Heading
    | Signatures
    | Figures
    | Timeline
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    quoted: bool = False


Fit = Literal[0, 1, 2, 3]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `kicker` stands over its title; `name` is the title of its window."""

    language: Language
    written: str
    """The language of what is quoted."""
    name: str
    label: str
    """What document it is, in a word or two of ours."""
    mark: str
    """What must stand on every page: that this is a draft; empty for a final document."""
    kicker: str
    title: str
    opening: tuple[Block, ...]
    contents: str
    """The title of a table of contents, after the first section; empty for a document without."""
    sections: tuple[Section, ...]
    closing: Section | None
    engine: str
    style: Literal["report", "page", "certificate"] = "report"
    """A report of many pages, one page, or one page that is framed."""
    fit: Fit = 0
    """How closely one page is set, so that it stays one."""
    wide: bool = False
    """Whether its tables want more room on a screen than a text does."""
