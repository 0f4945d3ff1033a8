"""Tests of `app/rendering/map/`."""
