"""Tests of `app/words/`."""
