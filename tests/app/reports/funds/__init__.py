"""Tests of `app/reports/funds/`."""
