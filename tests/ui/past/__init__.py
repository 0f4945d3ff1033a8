"""Tests of `ui/past/`."""
