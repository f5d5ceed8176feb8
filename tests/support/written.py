"""Files as they are written, to which tests add what they try."""

from typing import Final

MINIMAL: Final = """\
format: cpe-label/audit/1
referential: {id: label-cpe, version: "2019.1"}
organisation: {name: Coopérative Exemple}
kind: audit
audited_on: {from: 2026-10-12}
"""
"""The shortest audit, of five lines: what a test adds stands on line 6."""
