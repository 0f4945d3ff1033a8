"""Tests of `app/forum/`."""
