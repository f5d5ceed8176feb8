"""The formats of files: what each one says it is, in its first line."""

from typing import Final

REFERENTIAL_FORMAT: Final = "cpe-label/referential/1"
AUDIT_FORMAT: Final = "cpe-label/audit/1"
RECORD_FORMAT: Final = "cpe-label/evaluation/1"
PROBLEMS_FORMAT: Final = "cpe-label/problems/1"
