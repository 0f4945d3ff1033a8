"""Tests of `ui/importing/`."""
