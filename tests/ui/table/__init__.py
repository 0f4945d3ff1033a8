"""Tests of `ui/table/`."""
