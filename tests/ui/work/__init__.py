"""Tests of `ui/work/`."""
