"""Tests of the records that may be one and the same."""
