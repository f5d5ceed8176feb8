"""Read the record of an evaluation: JSON, with the place of each of its fields."""

import json
from os import PathLike
from pathlib import Path
from typing import Any, Final

from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..record.evaluation import RECORD_FORMAT, Recorded
from ..text.arguments import expects
from .builder import Plain
from .document import FORMATS, read_plain, unknown_format
from .files import decode, read_bytes
from .json_syntax import read_json

_LONGEST_WHOLE: Final = 18


@expects(path=str | PathLike)
def load_record(path: str | PathLike[str]) -> Recorded:
    """Read the record that `evaluate --format json` wrote.

    The record is not trusted: `verify` compares it with a new evaluation of the audit.
    Raises DataError with the problem of the file or of its syntax, or UnknownFormatError.
    """
    return parse_record(read_bytes(Path(path)), source=str(path))


@expects(content=str | bytes, source=str)
def parse_record(content: str | bytes, *, source: str = "<text>", first_line: int = 1) -> Recorded:
    """Read a record from a text; `source` names it in problems.

    Raises DataError with the problem of its syntax, or UnknownFormatError.
    """
    file = decode(content, source, first_line)
    _check_format(read_plain(file))  # also if it is YAML, because it may be the audit
    plain = read_json(file)  # refuses what is too deep or too long
    if plain.problems:
        raise DataError(plain.problems)
    return Recorded(json.loads(file.text, parse_int=_whole), plain.source)


def _check_format(plain: Plain) -> None:
    written: Any = plain.data.get("format")
    if written == RECORD_FORMAT:
        return
    if isinstance(written, str) and written in FORMATS:
        trouble = problem("Y022", (), found=FORMATS[written].kind, expected="record")
        raise DataError([trouble.located(plain.source)])
    raise unknown_format(plain, (RECORD_FORMAT,))


def _whole(digits: str) -> int | float:
    """Read a huge number as a float: no record has one, and Python refuses to read it exactly."""
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)
