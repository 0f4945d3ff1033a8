"""Each tab of each room with ten times the sample: to its first paint, and until all that it reads is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.rendering import render
from app.reports.offered import REPORTS, make
from app.reports.report import ANY_KIND
from app.screens import SCREENS
from app.words.words import Words
from tests.bench.measure import tell_plain, timed
from tests.bench.tenfold import make_tenfold
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.theme import Theme
from ui.room.tabs import TabbedRoom
from ui.work.preferences import Preferences

LEAST_TOLD = 50
"""In milliseconds: what takes less is told only by the number of places that do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A tab: after how many milliseconds it is painted, and after how many all that it reads is shown."""

    called: str
    painted: float
    shown: float


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until nothing is read any more and all stands in its place, and paint."""
    wait_until_idle(window, qtbot)
    window.grab()


def paint(window: Window, name: str, tab: int | None) -> None:
    """Show a tab of a room and paint what is known of it at once."""
    frame = window.frame
    assert frame is not None
    if tab is None:
        frame.show_room(name)
    else:
        page = frame.page
        assert isinstance(page, TabbedRoom)
        page.tabs.setCurrentIndex(tab)
    window.grab()


def places(window: Window) -> Iterator[tuple[str, str, int | None]]:
    """Return each place: what it is called, its room, and its tab where it is not the first of the room."""
    for screen in SCREENS:
        yield screen.name, screen.name, None
        page = window.frame.page if window.frame is not None else None
        if isinstance(page, TabbedRoom):
            yield from ((f"{screen.name}/{each.name}", screen.name, at) for at, each in enumerate(page.offered) if at)


@pytest.mark.bench
def test_rooms(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    """Measure every tab once, in a file just opened: what a person waits for who goes there for the first time."""
    store = make_tenfold(tmp_path / "diez.enlace")
    window = Window(Preferences(tmp_path, system_locale="es"), Theme(qapp))
    window.resize(1366, 768)
    window.show()
    window.take_store(store, "inicio")
    settle(window, qtbot)
    found: list[Place] = []
    for called, room, tab in places(window):
        painted = timed(partial(paint, window, room, tab))
        found.append(Place(called, painted, painted + timed(partial(settle, window, qtbot))))
    middle = median(each.painted for each in found)
    tell_plain(f"first paint of {len(found)} tabs, ten times the sample, the middle one", middle, "ms", "≤ 50 ms")
    for each in sorted(found, reverse=True, key=lambda each: each.shown):
        if max(each.painted, each.shown) > LEAST_TOLD:
            tell_plain(f"  {each.called}: painted at {each.painted:.0f} ms, all shown", each.shown, "ms", "—")
    window.close_file(remember=False)
    window.close()
    window.deleteLater()


@pytest.mark.bench
def test_reports(tmp_path: Path) -> None:
    """Measure what each report with its usual options takes from the file to paper, with ten times the sample."""
    words = Words("es")
    store = make_tenfold(tmp_path / "diez.enlace")
    for name in (report.name for report in REPORTS if report.about != ANY_KIND and report.name != "list"):
        begun = perf_counter()
        document = make(store, name, None, "es")
        composed = perf_counter()
        pages = render(document, "pdf", tmp_path / "papel.pdf", words).pages
        taken = perf_counter() - begun
        said = f"  report {name}, composed in {composed - begun:.1f} s, {pages} pages: on paper"
        tell_plain(said, taken, "s", "≤ 10 s")
    store.close()
