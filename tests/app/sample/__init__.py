"""Tests of `app/sample/`."""
