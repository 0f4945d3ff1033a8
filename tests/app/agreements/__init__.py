"""Tests of `app/agreements/`."""
