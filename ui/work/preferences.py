"""The settings of the person while the window is open: read by all, changed in one place, written soon after."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.file.settings import Settings, load_settings, save_settings
from app.words.problems import Problem, ProblemError

WRITE_AFTER = 1000
"""Milliseconds between a change and the file, so that dragging a column does not write a hundred times."""


class Preferences(QObject):
    """The settings as they stand."""

    def __init__(self, folder: Path | None = None, *, system_locale: str = "", parent: QObject | None = None) -> None:
        """Read the settings of `folder`, by default the person's own."""
        super().__init__(parent)
        found = load_settings(folder, system_locale=system_locale)
        self.settings = found.settings
        self.notice: Problem | None = found.notice
        self._written = self.settings
        self._folder = folder
        self._timer = QTimer(self, singleShot=True, interval=WRITE_AFTER)
        self._timer.timeout.connect(self.flush)

    def keep(self, change: Callable[[Settings], Settings]) -> None:
        """Change the settings; they are written a moment later."""
        changed = change(self.settings)
        if changed != self.settings:
            self.settings = changed
            self._timer.start()

    def flush(self) -> None:
        """Write now what has not been written; what cannot be written is kept for as long as the window is open."""
        if self.settings == self._written:
            return
        self._timer.stop()
        self._written = self.settings
        try:
            save_settings(self.settings, self._folder)
        except ProblemError as error:
            self.notice = error.problems[0]
