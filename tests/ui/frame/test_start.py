"""The start: the window runs until it is closed, and can be drawn where there is no display."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.file.settings import FOLDER_VARIABLE, Settings, save_settings
from ui.frame.start import picture, run
from ui.frame.window import Window
from ui.look.program_icon import program_icon
from ui.look.theme import Scheme, Theme


def shown_window() -> Window | None:
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible()), None
    )


def test_the_window_runs_on_the_file_that_is_named_until_it_is_closed(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    save_settings(Settings(author="Ana Ejemplo"))
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    hook = sys.excepthook
    seen: list[str] = []
    icons: list[QImage] = []

    def look() -> None:
        window = shown_window()
        if window is not None and window.frame is not None:
            seen.append(window.windowTitle())
            icons.append(window.windowIcon().pixmap(64, 64).toImage())
            timer.stop()
            window.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert run(path) == 0
    assert seen == ["red — Enlace"]
    assert icons == [program_icon().pixmap(64, 64).toImage()]
    assert sys.excepthook is hook
    assert (tmp_path / "settings" / "preferencias.json").exists()


def test_a_picture_is_drawn_at_the_size_of_a_small_laptop(template: Path, tmp_path: Path, theme: Theme) -> None:
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    picture(path, tmp_path / "ventana.png", room="ciudades", dark=True)
    drawn = QImage(str(tmp_path / "ventana.png"))
    assert (drawn.width(), drawn.height()) == (1366, 768)
    assert drawn.pixelColor(700, 400).lightness() < 80
    theme.choose_scheme(Scheme.SYSTEM)  # the tests after this one wear their own looks
