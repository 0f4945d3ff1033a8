"""Tests of `db/entities/`."""
