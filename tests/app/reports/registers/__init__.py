"""Tests of `app/reports/registers/`."""
