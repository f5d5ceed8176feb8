"""One file as a document: its kind, its value where it is sound, and every problem in it."""

from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from ..audit import AUDIT_FORMAT, Audit
from ..checks import check_referential
from ..errors import (
    AuditError,
    DataError,
    Problem,
    ReferentialError,
    UnknownFormatError,
    problem,
)
from ..referential import REFERENTIAL_FORMAT, Referential
from ..text import near_miss
from .building import Plain
from .content import decode, read_bytes
from .shape import shape
from .syntax import read_plain

Kind = Literal["referential", "audit"]


class _Format(NamedTuple):
    """What a file of one format is read as."""

    kind: Kind
    model: type[Referential] | type[Audit]
    family: str  # of its problem codes
    error: type[DataError]


FORMATS: Final[dict[str, _Format]] = {
    REFERENTIAL_FORMAT: _Format("referential", Referential, "R", ReferentialError),
    AUDIT_FORMAT: _Format("audit", Audit, "A", AuditError),
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. `value` is None where syntax or shape left nothing to build."""

    name: str
    problems: tuple[Problem, ...]
    kind: Kind | None = None
    value: Referential | Audit | None = None


def read_document(content: bytes | str, name: str) -> Document:
    """Read a referential or an audit, whichever it says it is, with every problem it has."""
    kind: Kind | None = None
    try:
        plain = read_plain(decode(content, name), name)
        form = _format_of(plain)
        kind = form.kind
        _keep_empty_findings(plain)
        value = shape(plain, form.model, form.family)
    except DataError as error:
        return Document(name, error.problems, kind)
    value._source = plain.source
    problems = check_referential(value) if isinstance(value, Referential) else ()
    return Document(name, problems, kind, value)


def open_document(path: str | PathLike[str]) -> Document:
    """Read a file. A file that cannot be opened gives a document with that problem alone."""
    try:
        return read_document(read_bytes(Path(path)), str(path))
    except DataError as error:
        return Document(str(path), error.problems)


def load_referential(path: str | PathLike[str]) -> Referential:
    """Read a referential from a file.

    Raises ReferentialError with every problem, or UnknownFormatError.
    """
    return _referential(open_document(path))


def load_audit(path: str | PathLike[str]) -> Audit:
    """Read an audit from a YAML or JSON file.

    Its findings are not held against a referential yet: see `check`.
    Raises AuditError with every problem, or UnknownFormatError.
    """
    return _audit(open_document(path))


def parse_referential(content: str | bytes, *, source: str = "<text>") -> Referential:
    """Read a referential from a text; `source` names it in problems.

    Raises ReferentialError with every problem, or UnknownFormatError.
    """
    return _referential(read_document(content, source))


def parse_audit(content: str | bytes, *, source: str = "<text>") -> Audit:
    """Read an audit from a text, YAML or JSON; `source` names it in problems.

    Raises AuditError with every problem, or UnknownFormatError.
    """
    return _audit(read_document(content, source))


def _referential(document: Document) -> Referential:
    value = _expect(document, REFERENTIAL_FORMAT)
    assert isinstance(value, Referential)
    return value


def _audit(document: Document) -> Audit:
    value = _expect(document, AUDIT_FORMAT)
    assert isinstance(value, Audit)
    return value


def _expect(document: Document, wanted: str) -> Referential | Audit:
    form = FORMATS[wanted]
    if document.kind is not None and document.kind != form.kind:
        raise form.error([wrong_kind(document, form.kind)])
    if any(item.code in ("Y020", "Y021") for item in document.problems):
        raise UnknownFormatError(document.problems)
    if document.problems or document.value is None:
        raise form.error(document.problems)
    return document.value


def wrong_kind(document: Document, wanted: Kind) -> Problem:
    """The problem of a file of one kind where the other was expected."""
    assert document.kind is not None
    trouble = problem("Y022", found=document.kind, expected=wanted)
    return trouble.in_file(document.name, 1, 1)


def _format_of(plain: Plain) -> _Format:
    written: Any = plain.data.get("format")
    if isinstance(written, str) and written in FORMATS:
        return FORMATS[written]
    if written is None:
        trouble = problem("Y021", (), example=AUDIT_FORMAT)
    else:
        expected = tuple(FORMATS)
        near = near_miss(str(written), expected)
        trouble = problem("Y020", ("format",), value=str(written), expected=expected, near=near)
    raise UnknownFormatError([trouble.located(plain.source)])


def _keep_empty_findings(plain: Plain) -> None:
    """A criterion that is named and left blank is one to assess, not one to forget."""
    findings = plain.data.get("findings")
    for mapping, key in plain.empty_keys:
        if mapping is findings:
            mapping[key] = {}


