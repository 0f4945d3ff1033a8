"""Tests of `app/management/`."""
