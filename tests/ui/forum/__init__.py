"""Tests of `ui/forum/`."""
