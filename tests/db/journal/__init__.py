"""Tests of `db/journal/`."""
