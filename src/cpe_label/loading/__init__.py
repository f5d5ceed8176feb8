"""Reading referentials and audits: from untrusted bytes to frozen values, with places.

`read_document` reads either kind and keeps every problem; the `load_*` and `parse_*` functions
give the value or raise. Records are read in `records`.
"""

from .documents import (
    Document,
    load_audit,
    load_referential,
    open_document,
    parse_audit,
    parse_referential,
    read_document,
    value_of,
)
from .gathering import (
    STANDARD_INPUT,
    document_from,
    documents_in,
    documents_under,
)
from .shelf import Shelf, clashing, find_referential, load_referentials, shipped_referentials

__all__ = [
    "STANDARD_INPUT",
    "Document",
    "Shelf",
    "clashing",
    "document_from",
    "documents_in",
    "documents_under",
    "find_referential",
    "load_audit",
    "load_referential",
    "load_referentials",
    "open_document",
    "parse_audit",
    "parse_referential",
    "read_document",
    "shipped_referentials",
    "value_of",
]
