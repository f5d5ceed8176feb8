"""What stands on standard input has no name: whether it is lines is seen in how it starts."""

import io
import json

import pytest
import yaml
from support.files import GRANTED

from cpe_label.reading.discovery import Unread, found_on

AUDIT = yaml.load(GRANTED.read_text("utf-8"), yaml.BaseLoader)
LINE = json.dumps(AUDIT, ensure_ascii=False).encode()

LINES: dict[str, tuple[bytes, list[int]]] = {
    "two": (LINE + b"\n" + LINE, [1, 2]),
    "with ends of Windows": (LINE + b"\r\n\r\n" + LINE + b"\r\n", [1, 3]),
    "empty lines first": (b"\n \n\t\r\n" + LINE + b"\n" + LINE, [4, 5]),
    "a space in the line between": (LINE + b"\n \n" + LINE, [1, 3]),
    "a mark of UTF-8": (b"\xef\xbb\xbf" + LINE + b"\n" + LINE, [1, 2]),
    "indented": (b" " + LINE + b"\n  " + LINE, [1, 2]),
    "the first damaged": (b"{bad\n" + LINE + b"\n" + LINE, [1, 2, 3]),
    "the second damaged": (LINE + b"\nbad\n" + LINE, [1, 2, 3]),
    "the second cut": (LINE + b"\n" + LINE[:90] + b"\n" + LINE, [1, 2, 3]),
}
DOCUMENTS: dict[str, bytes] = {
    "one line": LINE,
    "one line and empty ones": LINE + b"\n\n \n",
    "JSON over several lines": json.dumps(AUDIT, indent=2).encode(),
    "JSON with a bracket in a line": b"{\n" + LINE[1:],
    "YAML": GRANTED.read_bytes(),
    "YAML that holds JSON": b"---\n" + LINE,
    "nothing": b"",
    "empty lines alone": b"\n" * 300,
}


@pytest.mark.parametrize("what", LINES)
def test_lines_are_read_one_by_one(what: str) -> None:
    content, numbers = LINES[what]
    found = list(found_on(io.BytesIO(content)))
    assert [one.number for one in found if isinstance(one, Unread)] == numbers
    sound = [one.read() for one in found if isinstance(one, Unread)]
    assert sum(one.is_sound for one in sound) == 2


@pytest.mark.parametrize("what", DOCUMENTS)
def test_a_document_is_read_whole(what: str) -> None:
    (found,) = found_on(io.BytesIO(DOCUMENTS[what]))
    assert not isinstance(found, Unread)
    assert found.is_sound is (what not in ("nothing", "empty lines alone"))
