"""Tests of `app/units/`."""
