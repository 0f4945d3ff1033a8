"""Tests of `app/reports/plan/`."""
