"""Tests of `app/reports/management/`."""
