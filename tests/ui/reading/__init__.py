"""Tests of the page on which a record is read."""
