"""Tests of `ui/form/editors/`."""
