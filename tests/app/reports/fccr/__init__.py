"""Tests of `app/reports/fccr/`."""
