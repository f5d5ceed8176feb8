"""Reading the record of an evaluation: JSON as it stands, with the place of each of its fields."""

import json
from os import PathLike
from pathlib import Path
from typing import Final

from ..errors import DataError, UnknownFormatError, problem
from ..formats import RECORD_FORMAT
from ..record import Recorded
from ..text import near_miss
from .building import Plain
from .content import decode, read_bytes
from .documents import FORMATS
from .syntax import read_json, read_plain

_LONGEST_WHOLE: Final = 18


def load_record(path: str | PathLike[str]) -> Recorded:
    """Read the record that `evaluate --format json` wrote.

    It is not believed: `verify` holds it against the evaluation made anew.
    Raises DataError with the problem of the file or of its syntax, or UnknownFormatError.
    """
    return parse_record(read_bytes(Path(path)), source=str(path))


def parse_record(content: str | bytes, *, source: str = "<text>") -> Recorded:
    """Read a record from a text; `source` names it in problems.

    Raises DataError with the problem of its syntax, or UnknownFormatError.
    """
    read = decode(content, source)
    _check_format(read_plain(read))  # of a YAML file too: it may be the audit
    plain = read_json(read)  # refuses what is too deep, too long or said twice
    return Recorded(json.loads(read.text, parse_int=_whole), plain.source)


def _check_format(plain: Plain) -> None:
    written, source = plain.data.get("format"), plain.source
    if written == RECORD_FORMAT:
        return
    if written is None:
        trouble = problem("Y021", (), example=RECORD_FORMAT)
    elif isinstance(written, str) and written in FORMATS:
        kind = FORMATS[written].kind
        raise DataError([problem("Y022", (), found=kind, expected="record").located(source)])
    else:
        expected = (RECORD_FORMAT,)
        near = near_miss(str(written), expected)
        trouble = problem("Y020", ("format",), value=str(written), expected=expected, near=near)
    raise UnknownFormatError([trouble.located(source)])


def _whole(digits: str) -> int | float:
    """A number that no record holds need not be exact, and Python refuses to read a huge one."""
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)
