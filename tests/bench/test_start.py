"""From the start of the program to a painted list, against a bare PySide6 window."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
"""

OURS = """
import os, sys
from pathlib import Path
from app.loading import loading
with loading():  # as app.__main__ loads them, in the same order
    import app.cli
with loading():
    import ui.frame.start
from app.file.files import open_file
from ui.work.preferences import Preferences
from ui.table.table import Table
from ui.look.theme import Scheme, Theme
from ui.frame.window import Window
seen = []
paint = Table.paintEvent
Table.paintEvent = lambda table, event: (paint(table, event), table.rows.ids and seen.append(table))
application = ui.frame.start._application()
window = Window(Preferences(Path(sys.argv[2]), system_locale="es"), Theme(application, scheme=Scheme.LIGHT))
window.resize(1366, 768)
window.show()
window.take_store(open_file(Path(sys.argv[1]), None), "contactos")
while not seen:
    application.processEvents()
os.write(1, b"painted")
window.close()
"""


def painted(script: str, cache: Path, *arguments: str) -> float:
    """Return the milliseconds from the start of a cold process, as a person starts a program, until it has painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
    environment["PYTHONPYCACHEPREFIX"] = str(cache)
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
    """Start both in turns, to a painted window of the same size; the first of each compiles its modules."""
    path, cache = tmp_path / "mediana.enlace", tmp_path / "cache"
    make_large(path, 1000, 5000).close()
    runs = [(painted(BARE, cache), painted(OURS, cache, str(path), str(tmp_path))) for _ in range(1 + RUNS)][1:]
    floor, ours = (Timing(tuple(run[at] for run in runs)) for at in range(2))
    tell("start to a painted list, against a bare window", ours.median, floor.median, "≤ 3")
