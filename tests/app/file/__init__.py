"""Tests of `app/file/`."""
