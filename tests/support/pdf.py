"""What one can read in a PDF: its texts, its tags and its names."""

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from cpe_label import render

from .reports import EVALUATIONS, ON


@cache
def report(name: str) -> pypdf.PdfReader:
    return opened(render(EVALUATIONS[name], "pdf", on=ON))


def opened(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def bare(text: str) -> str:
    """A text without what a line adds or takes: spaces, breaks, hyphens of a break."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def text_of(reader: pypdf.PdfReader) -> str:
    """All the text, as if on one page: without the lines at the head and the foot of each."""
    return "".join(texts(reader))


def shows(reader: pypdf.PdfReader, text: str) -> bool:
    """Whether `text_of` has a text; the pages after it are not read."""
    return any(text in read for read in itertools.accumulate(texts(reader)))


def texts(reader: pypdf.PdfReader) -> Iterator[str]:
    """The text of each page, without the lines at its head and its foot."""
    title = bare(str(reader.metadata.title if reader.metadata else ""))
    for number, page in enumerate(reader.pages, 1):
        text = bare(page.extract_text())
        yield text.removeprefix(title).removesuffix(f"{number}/{len(reader.pages)}")


def tags(reader: pypdf.PdfReader) -> Iterator[tuple[str, DictionaryObject]]:
    """Each element of the structure tree, in reading order, with its path of tags."""

    def under(node: Any, path: str) -> Iterator[tuple[str, DictionaryObject]]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for one in node:
                yield from under(one, path)
        elif isinstance(node, DictionaryObject):
            here = path
            if "/S" in node:
                here = path + str(node["/S"])
                yield here, node
            if "/K" in node:
                yield from under(node["/K"], here)

    yield from under(reader.root_object["/StructTreeRoot"], "")


def count(reader: pypdf.PdfReader) -> Counter[str]:
    return Counter(path for path, _ in tags(reader))
