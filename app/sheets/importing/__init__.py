"""The import of a spreadsheet: its columns matched, its rows planned, the plan applied."""
