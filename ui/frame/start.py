"""The start of the window: the application, its looks, the settings, and a picture of it where there is no display."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.frame.window import Window
from ui.look.program_icon import program_icon
from ui.look.qt_words import speak_qt
from ui.look.theme import IN_FUSION, Scheme, Theme
from ui.work.preferences import Preferences

if TYPE_CHECKING:
    from app.file.files import Store

PICTURE_SIZE = (1366, 768)
"""The small laptop for which every screen is judged."""
PATIENCE = 20.0
"""Seconds after which a picture is taken whatever is still looked for."""
CALM = 0.5
"""Seconds without work beside the window, after which what came is also laid out."""


def run(path: Path | None) -> int:
    """Show the window, on the file at `path` when one is named, until the person closes it; gives the exit code."""
    application = _application()
    preferences = Preferences(system_locale=QLocale.system().name())
    settings = preferences.settings
    theme = Theme(application, scheme=Scheme(settings.scheme), scale=settings.text_scale)
    preferences.notice = speak_qt(application, settings.language) or preferences.notice
    window = Window(preferences, theme, path)
    remove = window.faults.install()
    try:
        window.show()
        if path is not None:
            window.open_path(path)
        else:
            window.filing.prepare()
        return application.exec()
    finally:
        remove()


def picture(
    source: "Path | Callable[[], Store] | None",
    target: Path,
    size: tuple[int, int] = PICTURE_SIZE,
    room: str = "inicio",
    *,
    dark: bool = False,
) -> None:
    """Write to `target` (a PNG) what the window shows of a file in `room`, without a display.

    `source` is the path of a file without passphrase, or what opens one. Raises StoreFailure when it cannot be
    opened, OSError when `target` cannot be written.
    """
    from app.file.files import open_file

    application = _application()
    with tempfile.TemporaryDirectory() as folder:
        theme = Theme(application, scheme=Scheme.DARK if dark else Scheme.LIGHT)
        window = Window(Preferences(Path(folder), system_locale="es"), theme)
        try:
            window.resize(*size)
            window.show()
            if source is not None:
                window.take_store(open_file(source, None) if isinstance(source, Path) else source(), room)
            _settle(application, window)
            if not window.grab().save(str(target), "PNG"):
                raise OSError(f"cannot write {target}")
        finally:
            window.close()
            window.deleteLater()


def _settle(application: QApplication, window: Window) -> None:
    """Let what the room looks for beside the window arrive and be laid out; gives up after PATIENCE."""
    until = time.monotonic() + PATIENCE
    calm_since = time.monotonic()
    while time.monotonic() < min(until, calm_since + CALM):
        application.processEvents()
        if window.workspace is not None and window.workspace.runner.busy:
            calm_since = time.monotonic()


def _application() -> QApplication:
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(list(IN_FUSION))
    application.setApplicationName("Enlace")
    application.setApplicationDisplayName("Enlace")
    application.setWindowIcon(program_icon())
    return application
