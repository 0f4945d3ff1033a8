"""Spreadsheets in and out: reading, matching, planning and applying an import, and writing lists."""
