"""Tests of `app/rendering/pdf/`."""
