"""Tests of `app/sheets/writing/`."""
