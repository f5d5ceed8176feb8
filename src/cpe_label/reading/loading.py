"""One referential or one audit, from a file or from a text: its value, or every problem in it."""

from os import PathLike

from ..model.audit import Audit
from ..model.referential import Referential
from ..text.arguments import expects
from .document import open_document, read_document, value_of


@expects(path=str | PathLike)
def load_referential(path: str | PathLike[str]) -> Referential:
    """Read a referential from a file.

    Raises ReferentialError with every problem, or UnknownFormatError.
    """
    return value_of(open_document(path), Referential)


@expects(path=str | PathLike)
def load_audit(path: str | PathLike[str]) -> Audit:
    """Read an audit from a YAML or JSON file.

    Its findings are not compared with a referential: see `check`.
    Raises AuditError with every problem, or UnknownFormatError.
    """
    return value_of(open_document(path), Audit)


@expects(content=str | bytes, source=str)
def parse_referential(content: str | bytes, *, source: str = "<text>") -> Referential:
    """Read a referential from a text; `source` names it in problems.

    Raises ReferentialError with every problem, or UnknownFormatError.
    """
    return value_of(read_document(content, source), Referential)


@expects(content=str | bytes, source=str)
def parse_audit(content: str | bytes, *, source: str = "<text>") -> Audit:
    """Read an audit from a text, YAML or JSON; `source` names it in problems.

    Raises AuditError with every problem, or UnknownFormatError.
    """
    return value_of(read_document(content, source), Audit)
