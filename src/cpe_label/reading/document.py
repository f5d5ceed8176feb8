"""One file as a document: its kind, its value if it is sound, and every problem in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar, cast

from ..model.audit import AUDIT_FORMAT, Audit
from ..model.members import MEMBERS_FORMAT, Members
from ..model.partial import Partial
from ..model.referential import REFERENTIAL_FORMAT, Referential
from ..problems.exceptions import (
    AuditError,
    DataError,
    MembersError,
    ReferentialError,
    UnknownFormatError,
)
from ..problems.problem import Problem, is_error, problem, sorted_problems
from ..problems.source import Source
from ..record.evaluation import RECORD_FORMAT
from ..rules.members_checks import check_members
from ..rules.referential_checks import check_partial, check_referential
from ..text.paths import DataPath
from ..text.serialization import JsonValue, json_text, to_json
from ..text.similarity import near_miss
from .builder import Plain
from .files import decode, is_lines, is_spreadsheet, read_bytes, readable
from .json_syntax import read_json
from .validation import shape
from .yaml_syntax import read_mended, read_yaml, slips_of


def read_plain(source: Source) -> Plain:
    """Read a text into plain data, as JSON or as YAML.

    Raises DataError with the problems of syntax.
    """
    return read_json(source) if is_json(source.name, source.text) else read_yaml(source)


def is_json(name: str, text: str) -> bool:
    """Whether a text is JSON: its name says so, or it starts with a brace."""
    suffix = name.rpartition(".")[2].lower()
    return suffix in ("json", "jsonl") or (
        suffix not in ("yaml", "yml") and text.lstrip()[:1] in ("{", "[")
    )


_OF_CONTENT: Final = ("Y015", "Y020", "Y021")

Kind = Literal["referential", "audit", "members"]
M = TypeVar("M", Referential, Audit, Members)

BESIDE_AUDITS: Final[tuple[Kind, ...]] = ("referential", "members")
BESIDE_REFERENTIALS: Final[tuple[Kind, ...]] = ("audit", "members")
"""What a folder may hold beside them."""


class _Format(NamedTuple):
    """The kind, the model, the problems and the error of one file format."""

    kind: Kind
    model: type[Referential] | type[Audit] | type[Members]
    family: str  # of its problem codes
    error: type[DataError]


FORMATS: Final[dict[str, _Format]] = {
    REFERENTIAL_FORMAT: _Format("referential", Referential, "R", ReferentialError),
    MEMBERS_FORMAT: _Format("members", Members, "N", MembersError),
    AUDIT_FORMAT: _Format("audit", Audit, "A", AuditError),
}

_FORMAT_OF: Final = {form.model: form for form in FORMATS.values()}

_FORMAT_LINE: Final = re.compile(
    r"""\bformat["']?[ \t]*:[ \t]*["']?cpe-label/(referential|audit|members)/"""
)


@dataclass(frozen=True, slots=True)
class Document(JsonValue):
    """A file that was read. `value` is None if syntax or shape does not allow to build it.

    Then `kind` is what the file says about itself, if it says anything.
    """

    name: str
    problems: tuple[Problem, ...]
    kind: Kind | None = None
    value: Referential | Audit | Members | None = None
    text: str = ""
    """The text of the file, so that a problem can show its line."""
    _partial: Partial[Any] | None = field(default=None, init=False, compare=False, repr=False)
    """Without a value because of its shape: what of it can still be checked."""
    _is_beside_ours: bool = field(default=False, init=False, compare=False, repr=False)
    """Whether it is a line of a file in which another line is ours: then it was meant as one."""

    @property
    def is_sound(self) -> bool:
        """Whether there is a value without an error; there may be warnings."""
        return self.value is not None and not any(map(is_error, self.problems))

    def with_problems(self, problems: tuple[Problem, ...]) -> "Document":
        """The same document with other problems."""
        document = replace(self, problems=problems)
        object.__setattr__(document, "_partial", self._partial)
        return document


@to_json.register
def _(value: Document) -> str:
    found = [one.data() for one in value.problems]
    held = None if value.value is None else value.value.as_written()
    return json_text({"name": value.name, "kind": value.kind, "problems": found, "value": held})


def read_document(content: bytes | str, name: str, first_line: int = 1) -> Document:
    """Read a referential, an audit or a list of members, with all its problems.

    For one line of a `.jsonl` file, `first_line` is the number of the line.
    """
    if is_spreadsheet(content, name):
        return _read_spreadsheet(content, name)
    document = _read_document(content, name, first_line, read_plain)
    if document.is_sound or is_json(name, document.text):
        return document
    if any(map(_is_of_syntax, document.problems)):
        return _without_cascades(document)
    slips = slips_of(decode(content, name, first_line))
    if not slips:
        return _without_cascades(document)
    mended = _read_document(content, name, first_line, lambda one: read_mended(one, slips))
    return _without_cascades(mended)  # it is YAML, and yet not what was meant


def read_line(content: bytes | str, name: str, number: int) -> Document:
    """Read one line of many, which is JSON whatever it holds; `number` is that of the line."""
    return _read_document(content, name, number, read_json)


def _is_of_syntax(found: Problem) -> bool:
    """Whether a problem shows that the slips of syntax were looked for already."""
    return found.fix is not None or (found.code[0] in "FY" and found.code not in _OF_CONTENT)


def _without_cascades(document: Document) -> Document:
    """Without the problems of what is not read, which is neither absent nor wrong."""
    unread = [one.path for one in document.problems if one.code == "Y051"]
    if not unread:
        return document
    kept = tuple(
        one
        for one in document.problems
        if one.code == "Y051" or not any(one.path[: len(path)] == path for path in unread)
    )
    return replace(document, problems=kept)


def _read_document(
    content: bytes | str, name: str, first_line: int, read: Callable[[Source], Plain]
) -> Document:
    kind: Kind | None = None
    text = readable(content)
    plain: Plain | None = None
    try:
        source = decode(content, name, first_line)
        text = source.text
        plain = read(source)
        form = _format_of(plain)
    except DataError as error:
        found = _all_of(plain, error)
        return Document(name, found, kind or _kind_named_in(text), text=text)
    return _document(plain, form, name, text)


def _read_spreadsheet(content: bytes | str, name: str) -> Document:
    plain: Plain | None = None
    from .spreadsheet.wording import asked_for, in_words  # no other file needs them
    from .spreadsheet.workbook import format_named, read_spreadsheet

    try:
        read = read_spreadsheet(content, name)
        plain = read.plain
        form = _format_of(plain)
    except DataError as error:
        said = format_named(content, name) if isinstance(content, bytes) else ""
        kind = FORMATS[said].kind if said in FORMATS else None
        return Document(name, _all_of(plain, error), kind)
    document = _document(plain, form, name, "")
    found: Iterable[Problem] = (
        in_words(one, plain.source, read.language) for one in document.problems
    )
    if read.is_plain_grid:
        found = asked_for(document.problems, plain.source)
    return document.with_problems(sorted_problems(_once(found)))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Without « missing » for what stands in a cell that could not be read."""
    found = tuple(problems)
    wrong = {one.path for one in found if one.path and one.code not in _MISSING}
    return (one for one in found if one.code not in _MISSING or one.path not in wrong)


_MISSING: Final = ("X010", "X032")


def document_of(plain: Plain, form: str) -> Document:
    """Plain data of a known format as a document, with all its problems."""
    return _document(plain, FORMATS[form], plain.source.name, plain.source.text)


def _document(plain: Plain, form: _Format, name: str, text: str) -> Document:
    shaped, problems = shape(plain, form.model, form.family)
    problems += plain.problems
    if shaped is None:
        return Document(name, sorted_problems(problems), form.kind, text=text)
    value, refused = shaped.value, (*shaped.refused, *_doubtful(plain))
    if isinstance(value, Referential):
        problems += check_partial(value, refused) if refused else check_referential(value)
    elif isinstance(value, Members) and not refused:
        problems += check_members(value)
    found = sorted_problems(problems)
    document = Document(name, found, form.kind, None if shaped.refused else value, text)
    if refused:
        object.__setattr__(document, "_partial", Partial(value, refused))
    return document


def _doubtful(plain: Plain) -> Iterator[DataPath]:
    """The path of each value that an error of syntax leaves in doubt, as a key written twice."""
    for one in plain.problems:
        if is_error(one) and one.path:
            yield one.path
        elif is_error(one) and one.line is not None and one.column is not None:
            yield plain.source.path_at(one.line, one.column)


def _all_of(plain: Plain | None, error: DataError) -> tuple[Problem, ...]:
    """Join the problems found before and the one that ended the reading.

    In a broken file, a missing format is not reported.
    """
    before = plain.problems if plain else ()
    if isinstance(error, UnknownFormatError) and any(map(is_error, before)):
        return before
    return sorted_problems((*before, *error.problems))


def open_document(path: str | PathLike[str]) -> Document:
    """Read a file. If it cannot be opened, the document has that problem alone."""
    try:
        return read_document(read_bytes(Path(path)), str(path))
    except DataError as error:
        return Document(str(path), error.problems)


def value_of(document: Document, model: type[M]) -> M:
    """The value of a document that must be a referential, an audit or a list of members.

    Raises ReferentialError, AuditError or MembersError with every problem, or UnknownFormatError.
    """
    form = _FORMAT_OF[model]
    if document.kind is not None and document.kind != form.kind:
        raise form.error([wrong_kind(document, form.kind)])
    if any(item.code in ("Y020", "Y021") for item in document.problems):
        raise UnknownFormatError(document.problems)
    if not document.is_sound or not isinstance(document.value, model):
        raise form.error(document.problems)
    return document.value


def wrong_kind(document: Document, wanted: Kind) -> Problem:
    """The problem of a file of one kind where another was expected."""
    trouble = problem("Y022", found=str(document.kind), expected=wanted)
    if is_spreadsheet("", document.name):
        return trouble.at_cell(document.name, None)
    return trouble.in_file(document.name, _first_line(document), 1)


def _first_line(document: Document) -> int:
    """The line that a document starts on, which is not the first in a `.jsonl`."""
    if document.value is not None:
        return document.value.source.first_line
    is_line = is_lines(document.name) and document.problems
    return (document.problems[0].line if is_line else None) or 1


def _kind_named_in(text: str) -> Kind | None:
    """The kind that is named in a text that cannot be read."""
    found = _FORMAT_LINE.search(text.replace("\0", ""))  # UTF-16 has one at each letter
    return cast("Kind", found[1]) if found else None


def _format_of(plain: Plain) -> _Format:
    written: Any = plain.data.get("format")
    if written == RECORD_FORMAT:
        trouble = problem("Y022", ("format",), found="record", expected="readable")
        raise DataError([trouble.located(plain.source)])
    if isinstance(written, str) and written in FORMATS:
        return FORMATS[written]
    raise unknown_format(plain, tuple(FORMATS))


def unknown_format(plain: Plain, expected: tuple[str, ...]) -> UnknownFormatError:
    """The problem of a file that names no format, or none of the expected ones."""
    written: Any = plain.data.get("format")
    if isinstance(written, str):
        near = near_miss(written, expected)
        trouble = problem("Y020", ("format",), value=written, expected=expected, near=near)
    else:
        trouble = problem("Y021", ("format",) if written else (), example=expected[-1])
    return UnknownFormatError([trouble.located(plain.source)])
