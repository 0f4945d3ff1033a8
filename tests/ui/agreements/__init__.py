"""Tests of `ui/agreements/`."""
