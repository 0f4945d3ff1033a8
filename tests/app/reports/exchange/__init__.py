"""Tests of `app/reports/exchange/`."""
