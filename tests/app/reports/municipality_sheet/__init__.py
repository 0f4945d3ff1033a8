"""Tests of `app/reports/municipality_sheet/`."""
