"""The archive that a spreadsheet is: its parts that are read, within limits, in a clean archive.

What a file declares about its sizes is not trusted: each part is unpacked up to a limit, and the
reader of cells is given what was unpacked and nothing else. Pictures, macros and links to other
files are left out.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, Literal
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...problems.exceptions import DataError
from ...problems.problem import Argument, problem
from .other_files import OLE, kind_of

MOST_BYTES_UNPACKED: Final = 24_000_000
MOST_PARTS: Final = 2_000

Form = Literal["xlsx", "ods"]

_READ: Final[dict[Form, re.Pattern[str]]] = {
    "xlsx": re.compile(
        r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml"
        r"|xl/(?:_rels/)?[^/]*\.(?:xml|rels)|xl/worksheets/[^/]*\.xml"
    ),
    "ods": re.compile(r"mimetype|content\.xml|styles\.xml|meta\.xml|META-INF/manifest\.xml"),
}
_MIDDLE: Final[dict[Form, str]] = {"xlsx": "xl/workbook.xml", "ods": "content.xml"}
"""The part without which an archive is not a spreadsheet of that form."""
_ARCHIVE: Final = b"PK\x03\x04"
_ENCRYPTED_NAME: Final = "EncryptedPackage".encode("utf-16-le")
_SEALED: Final = b"manifest:encryption-data"
_IS_LOCKED: Final = 1
"""The flag of a part that needs a password."""

_TAB: Final = re.compile(rb"<text:tab\s*/>|<text:tab\s*></text:tab>")


class Parts(dict[str, bytes]):
    """The parts of a spreadsheet by name, and its form."""

    def __init__(self, form: Form, parts: dict[str, bytes]) -> None:
        super().__init__(parts)
        self.form = form

    def packed(self) -> BytesIO:
        """A clean archive of these parts alone."""
        packed = BytesIO()
        with ZipFile(packed, "w") as archive:
            for name, content in self.items():
                archive.writestr(ZipInfo(name), content)
        packed.seek(0)
        return packed


def unpacked(content: bytes, name: str) -> Parts:
    """The parts of a spreadsheet. Raises DataError if it cannot be read or is too large."""
    if content.startswith(OLE) and _ENCRYPTED_NAME in content:
        raise _refused(name, "X002")
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _parts(archive, name)
    except (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        found = "unreadable" if content.startswith(_ARCHIVE) else kind_of(content)
        raise _refused(name, "X001", found=found) from None


def _parts(archive: ZipFile, name: str) -> Parts:
    known = {one.filename: one for one in archive.infolist()}
    form = next((form for form, part in _MIDDLE.items() if part in known), None)
    if form is None:
        raise _refused(name, "X001", found="another_archive")
    if len(known) > MOST_PARTS:
        raise _refused(name, "X003", limit=MOST_PARTS, kind="parts")
    read = [one for one in known.values() if _READ[form].fullmatch(one.filename)]
    if any(one.flag_bits & _IS_LOCKED for one in read):
        raise _refused(name, "X002")
    parts = Parts(form, dict(_contents(archive, read, name)))
    if form == "ods":
        if _SEALED in parts.get("META-INF/manifest.xml", b""):
            raise _refused(name, "X002")
        # The reader of cells takes no notice of tabs.
        parts["content.xml"] = _TAB.sub(b"\t", parts["content.xml"])
    return parts


def _contents(archive: ZipFile, read: list[ZipInfo], name: str) -> Iterator[tuple[str, bytes]]:
    room = MOST_BYTES_UNPACKED
    for one in read:
        with archive.open(one) as part:
            content = part.read(room + 1)
        room -= len(content)
        if room < 0:
            raise _refused(name, "X003", limit=MOST_BYTES_UNPACKED, kind="bytes")
        yield one.filename, content


def _refused(name: str, code: str, **arguments: Argument) -> DataError:
    return DataError([problem(code, **arguments).at_cell(name, None)])
