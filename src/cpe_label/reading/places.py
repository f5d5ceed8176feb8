"""Read the referentials in a file, in a folder, or in a folder of the package."""

import os
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path

from ..messages.phrase import failure_name
from ..problems.problem import problem
from .discovery import is_ours
from .document import BESIDE_REFERENTIALS, Document, open_document, read_document, wrong_kind
from .files import VALUES


def referentials_at(place: str | PathLike[str]) -> Iterator[Document]:
    """The referential in a file, or those in a folder, in order of name.

    Another file in a folder is skipped; a file that is named by itself is not.
    """
    if os.path.isdir(place):
        yield from _in_folder(Path(place))
        return
    document = open_document(place)
    if document.kind in BESIDE_REFERENTIALS:
        document = Document(document.name, (wrong_kind(document, "referential"),))
    yield document


def referentials_of_package(folder: Traversable) -> Iterator[Document]:
    """The referentials in a folder of the package, which may be in an archive."""
    if isinstance(folder, Path) or not folder.is_dir():
        yield from _in_folder(Path(str(folder)))
        return
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if Path(file.name).suffix.lower() in VALUES:
            yield read_document(file.read_bytes(), str(file))


def file_of(path: Path) -> Path:
    """The file at a path, or the archive that contains it."""
    return next((one for one in (path, *path.parents) if one.is_file()), path)


def _in_folder(folder: Path) -> Iterator[Document]:
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        yield Document(str(folder), (problem("F001").in_file(str(folder)),))
        return
    except OSError as error:
        trouble = problem("F004", reason=failure_name(error)).in_file(str(folder))
        yield Document(str(folder), (trouble,))
        return
    for path in paths:
        if path.suffix.lower() in VALUES and path.is_file():
            document = open_document(path)
            if is_ours(document) and document.kind not in BESIDE_REFERENTIALS:
                yield document
