"""Tests of `app/rendering/html/`."""
