"""Tests of `app/screens/`."""
