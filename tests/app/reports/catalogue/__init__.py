"""Tests of `app/reports/catalogue/`."""
