"""Change an audit in its YAML file, and keep its comments and its layout: see `docs/edit.md`."""

from .writing.edit import AuditFile, open_audit

__all__ = ["AuditFile", "open_audit"]
