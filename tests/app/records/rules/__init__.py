"""Tests of the rules of records."""
