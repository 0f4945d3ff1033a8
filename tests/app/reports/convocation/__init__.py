"""Tests of `app/matching/`."""
