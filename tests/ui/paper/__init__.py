"""Tests of `ui/paper/`."""
