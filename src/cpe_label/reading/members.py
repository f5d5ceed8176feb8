"""The members of a network, from a YAML, JSON or CSV file."""

from os import PathLike
from pathlib import Path
from typing import Final

from ..model.members import Members
from ..problems.exceptions import DataError
from ..text.arguments import expects
from .document import Document, open_document, value_of
from .files import read_bytes

CSV: Final = ".csv"


@expects(path=str | PathLike)
def load_members(path: str | PathLike[str]) -> Members:
    """Read the members of a network from a YAML, JSON or CSV file.

    Raises MembersError with every problem, or UnknownFormatError.
    """
    return value_of(open_members(path), Members)


def open_members(path: str | PathLike[str]) -> Document:
    """A list of members as a document, with every problem in it."""
    if Path(path).suffix.lower() != CSV:
        return open_document(path)
    from .members_csv import members_in_csv  # most lists are no CSV

    try:
        return members_in_csv(read_bytes(Path(path)), str(path))
    except DataError as error:
        return Document(str(path), error.problems)
