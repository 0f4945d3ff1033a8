"""Tests of the steps of records."""
