"""Tests of `db/migrations/`."""
