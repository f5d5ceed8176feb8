"""Change an audit in its YAML file, and keep its comments and its layout: see `docs/edit.md`."""

from .writing.edit import AuditFile as AuditFile
from .writing.edit import open_audit as open_audit

__all__ = ["AuditFile", "open_audit"]
