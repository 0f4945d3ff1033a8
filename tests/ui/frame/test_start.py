"""The start: the window runs until it is closed, and can be drawn where there is no display."""

import json
import os
import shutil
import subprocess
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

ROOT = Path(__file__).parents[3]

LOADED = """
import json, sys
from app.__main__ import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame
from ui.frame.rail import Rail
loaded = []
def paint(rail, event):
    loaded.append(list(sys.modules))
    QFrame.paintEvent(rail, event)
Rail.paintEvent = paint
def look():
    window = next((each for each in QApplication.topLevelWidgets() if getattr(each, "frame", None)), None)
    if window is not None:
        timer.stop()
        print(json.dumps([loaded[0], list(sys.modules)]))
        window.close()
make = QApplication.__init__
def begin(application, *given):
    global timer
    make(application, *given)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
QApplication.__init__ = begin
sys.exit(main())
"""
"""Tells what is loaded when the rail is painted first, and when a room is there."""


def loaded_by_start(path: Path, settings: Path) -> tuple[set[str], set[str]]:
    """Return which packages and modules are loaded when the frame is seen, and when the file is open."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", FOLDER_VARIABLE: str(settings)}
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    frame, room = json.loads(ran.stdout)
    return set(frame), set(room)


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
            window.deleteLater()  # as the end of the program does

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


def test_the_frame_is_seen_before_the_engine_is_loaded(template: Path, tmp_path: Path) -> None:
    save_settings(Settings(author="Ana Ejemplo"), tmp_path / "settings")
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    frame, room = loaded_by_start(path, tmp_path / "settings")
    late = {
        "sqlalchemy",
        "sqlcipher3",
        "filelock",
        "db.store",
        "db.entities",
        "babel",
        "app.commands.offered",
    }
    assert frame & late == set()
    assert room > {"sqlalchemy", "sqlcipher3", "db.store"}
    for_some = {"openpyxl", "python_calamine", "reportlab", "lxml", "pypdf", "pypdfium2", "PIL", "alembic", "rapidfuzz"}
    assert room & {*for_some, "app.commands.offered", "PySide6.QtPrintSupport"} == set()
