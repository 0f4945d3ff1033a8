"""Tests of `ui/meetings/`."""
