"""Spreadsheets, xlsx and ods, become plain data with the cell of everything."""
