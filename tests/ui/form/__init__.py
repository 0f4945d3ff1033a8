"""Tests of `ui/form/`."""
