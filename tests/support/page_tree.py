"""An HTML page as a tree of elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .shipped import ROOT

CSS = (ROOT / "src/cpe_label/reports/templates/report.css").read_text("utf-8")
"""The style sheet of every page."""

EMPTY = {"meta", "rect", "line"}


@dataclass
class Node:
    """An element, its attributes, and what is in it; its parent, but for the page itself."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    inside: "list[Node | str]" = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def children(self) -> "list[Node]":
        return [one for one in self.inside if isinstance(one, Node)]

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def up(self) -> "Iterator[Node]":
        """This element and those around it, from the inside out."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def every(self, *tags: str) -> "list[Node]":
        """Every element of these tags, or of any, in the order of the page."""
        found: list[Node] = []
        for one in self.children:
            found += [one, *one.every(*tags)]
        return [one for one in found if not tags or one.tag in tags]

    def classed(self, name: str) -> "list[Node]":
        return [one for one in self.every() if name in one["class"].split()]


class Reader(HTMLParser):
    """A page as a tree; a tag that is closed out of its order is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.page = self.open = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in {tag}"
        node = Node(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.inside.append(node)
        if tag not in EMPTY:
            self.open = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in EMPTY, tag
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.tag
        assert self.open.parent is not None
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        self.open.inside.append(data)


def read(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open is reader.page
    return reader.page
