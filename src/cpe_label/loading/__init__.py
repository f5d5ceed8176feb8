"""Reading referentials and audits: from untrusted bytes to frozen values, with places.

`read_document` reads either kind and keeps every problem; the `load_*` and `parse_*` functions
give the value or raise.
"""

from .documents import (
    Document,
    load_audit,
    load_referential,
    open_document,
    parse_audit,
    parse_referential,
    read_document,
)
from .shelf import Shelf, find_referential, shipped_referentials

__all__ = [
    "Document",
    "Shelf",
    "find_referential",
    "load_audit",
    "load_referential",
    "open_document",
    "parse_audit",
    "parse_referential",
    "read_document",
    "shipped_referentials",
]
