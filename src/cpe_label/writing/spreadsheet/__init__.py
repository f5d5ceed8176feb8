"""Audits, referentials and lists of members become workbooks."""
