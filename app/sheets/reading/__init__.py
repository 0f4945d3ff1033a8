"""Spreadsheets of any format read into one form."""
