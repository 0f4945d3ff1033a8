"""Tests of `app/rendering/xlsx/`."""
