"""From the start of the program to its painted frame, and to a painted list, against a bare PySide6 window."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.file.settings import FOLDER_VARIABLE, Settings, save_settings
from tests.bench.large import make_large
from tests.bench.measure import Timing, tell

ROOT = Path(__file__).parents[2]
RUNS = 7

BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()  # it is painted when this has returned
os.write(1, b"painted")
os._exit(0)
"""

OURS = """
import os, sys
from app.__main__ import _Desktop, _load_qt
from app.loading import loading
with loading():  # as app.__main__ loads them, in the same order
    import app.cli
_load_qt()
with loading():
    from ui.frame.window import Window
def painted():
    os.write(1, b"painted")
    os._exit(0)  # what comes after is not measured
def take_store(window, store, room=""):
    from ui.table.table import Table
    paint = Table.paintEvent
    Table.paintEvent = lambda table, event: (paint(table, event), table.rows.ids and painted())
    take(window, store, "contactos")
if sys.argv[2] == "frame":
    await_file = Window.await_file
    def seen(window, path):
        await_file(window, path)  # it is painted when this has returned
        if window.isVisible():
            painted()
    Window.await_file = seen
else:
    take, Window.take_store = Window.take_store, take_store
show = Window.show
Window.show = lambda window: (window.resize(1366, 768), show(window))
sys.exit(app.cli.main(sys.argv[1:2], _Desktop()))
"""


def painted(script: str, folder: Path, *arguments: str) -> float:
    """Return the milliseconds from the start of a cold process, as a person starts a program, until it has painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    environment[FOLDER_VARIABLE] = str(folder)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "cache")
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read(7)
        passed = (time.perf_counter() - begun) * 1000
    assert (said, process.returncode) == (b"painted", 0)
    return passed


@pytest.mark.bench
def test_start(tmp_path: Path) -> None:
    """Start all three in turns, to a painted window of the same size; the first of each compiles its modules."""
    path = tmp_path / "mediana.enlace"
    make_large(path, 1000, 5000).close()
    save_settings(Settings(author="Ana Ejemplo", scheme="light"), tmp_path)
    starts = ((BARE,), (OURS, str(path), "frame"), (OURS, str(path), "list"))
    runs = [[painted(script, tmp_path, *given) for script, *given in starts] for _ in range(1 + RUNS)][1:]
    floor, frame, listed = (Timing(tuple(run[at] for run in runs)) for at in range(3))
    tell("start to the painted frame, against a bare window", frame.median, floor.median, "≤ 2")
    tell("start to a painted list, against a bare window", listed.median, floor.median, "≤ 4.5")
