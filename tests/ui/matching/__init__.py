"""Tests of `ui/matching/`."""
