"""Tests of `ui/funds/`."""
