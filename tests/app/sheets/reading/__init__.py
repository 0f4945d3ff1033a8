"""Tests of `app/sheets/reading/`."""
