"""A workbook as another library reads it."""

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from cpe_label.reports.network import FORMATS
from cpe_label.rules.network import Network
from cpe_label.text.typography import Language


def read_workbook(content: bytes) -> dict[str, list[list[Any]]]:
    """The rows of each sheet, by its name."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def sheets_of(whole: Network, language: Language) -> dict[str, list[list[Any]]]:
    """The rows of each sheet of a network."""
    content = FORMATS["xlsx"].write(whole, language)
    assert isinstance(content, bytes)
    return read_workbook(content)
