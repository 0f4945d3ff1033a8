"""Tests of `ui/dialogs/`."""
