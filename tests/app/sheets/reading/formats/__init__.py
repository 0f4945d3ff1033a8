"""Tests of `app/sheets/reading/formats/`."""
