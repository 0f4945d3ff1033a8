"""Tests of `app/rendering/docx/`."""
