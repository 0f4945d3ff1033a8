"""Tests of `app/sheets/importing/planners/`."""
