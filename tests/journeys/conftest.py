"""Journeys go through the real window, with the same hygiene as its tests."""

from tests.ui.conftest import qt_hygiene, theme, window

__all__ = ["qt_hygiene", "theme", "window"]
