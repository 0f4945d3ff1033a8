"""Tests of `app/sheets/importing/`."""
