"""Journeys go through the real window, with the same hygiene and stillness as its tests."""

from tests.ui.conftest import qt_hygiene, stillness, theme, window

__all__ = ["qt_hygiene", "stillness", "theme", "window"]
