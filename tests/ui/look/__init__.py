"""Tests of `ui/look/`."""
