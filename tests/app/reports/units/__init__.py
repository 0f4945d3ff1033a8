"""Tests of `app/reports/units/`."""
