"""From the start of the program to a painted list, against a bare PySide6 window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.large import make_large
from tests.bench.measure import in_turns, tell

ROOT = Path(__file__).parents[2]

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
window.grab()
"""

OURS = """
import sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.start import _application
from ui.preferences import Preferences
from ui.theme import Scheme, Theme
from ui.window import Window
from app.files import open_file
application = _application()
window = Window(Preferences(Path(sys.argv[2]), system_locale="es"), Theme(application, scheme=Scheme.LIGHT))
window.resize(1366, 768)
window.show()
window.take_store(open_file(Path(sys.argv[1]), None), "contactos")
from ui.table import Table
while not any(table.rows.rowCount() for table in window.findChildren(Table)):
    application.processEvents()
window.grab()
window.close()
"""


def run(script: str, *arguments: str) -> None:
    """Run a script from a cold process to its end, as a person starts a program."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    command = [sys.executable, "-c", script, *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.mark.bench
def test_start(tmp_path: Path) -> None:
    """Start both in turns, to a painted window of the same size."""
    path = tmp_path / "mediana.enlace"
    make_large(path, 1000, 5000).close()
    floor, ours = in_turns([lambda: run(BARE), lambda: run(OURS, str(path), str(tmp_path))])
    tell("start to a painted list, against a bare window", ours.median, floor.median, "≤ 3")
