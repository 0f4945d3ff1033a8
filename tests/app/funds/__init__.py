"""Tests of `app/funds/`."""
