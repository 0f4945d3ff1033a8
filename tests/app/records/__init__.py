"""Tests of `app/records/`."""
