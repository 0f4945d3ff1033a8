"""Journeys go through the real window, with the same hygiene and stillness as its tests."""

from tests.ui.conftest import opened, qt_hygiene, stillness, template, theme, window

__all__ = ["opened", "qt_hygiene", "stillness", "template", "theme", "window"]
