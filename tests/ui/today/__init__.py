"""Tests of `ui/today/`."""
