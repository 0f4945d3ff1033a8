"""Writes a list as a file for a spreadsheet program."""

from app.sheets.writing.csv import write_csv
from app.sheets.writing.xlsx import write_xlsx

__all__ = ["write_csv", "write_xlsx"]
