"""Writes a list as a file for a spreadsheet program."""

from app.sheets.write_csv import write_csv
from app.sheets.write_xlsx import write_xlsx

__all__ = ["write_csv", "write_xlsx"]
