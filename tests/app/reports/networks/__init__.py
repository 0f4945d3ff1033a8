"""Tests of `app/reports/networks/`."""
