"""A window on a meeting, and what tests look at in it."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from app.records.reading import read_record
from tests.make import add
from tests.ui.network import Network
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.meetings.agenda import AgendaPanel
from ui.meetings.annexes import AnnexesPanel
from ui.meetings.attendance import AttendancePanel
from ui.meetings.minutes import MinutesPanel
from ui.meetings.pane import MeetingPane
from ui.meetings.resolutions import ResolutionsPanel
from ui.room.panel import Panel

ITEMS = (("Apertura", 15), ("Informe de gestión", 45), ("Varios", None))


class Meeting:
    """A window on a meeting of a body with three seats, and what tests look at in it."""

    def __init__(self, window: Window, keys: dict[str, str]) -> None:
        self.window = window
        self.keys = keys
        assert window.workspace is not None
        self.store = window.workspace.store

    @property
    def pane(self) -> MeetingPane:
        pane = getattr(frame_of(self.window).page, "pane", None)
        assert isinstance(pane, MeetingPane)
        return pane

    def panel(self, name: str) -> Panel:
        self.pane.show_tab(name)
        return self.pane.panels[name]

    def value(self, entity: str, key: str, field: str) -> object:
        record = read_record(self.store, entity, key)
        assert record is not None
        return record.values[field]

    @property
    def agenda(self) -> AgendaPanel:
        panel = self.panel("agenda")
        assert isinstance(panel, AgendaPanel)
        return panel

    @property
    def attendance(self) -> AttendancePanel:
        panel = self.panel("attendance")
        assert isinstance(panel, AttendancePanel)
        return panel

    @property
    def minutes(self) -> MinutesPanel:
        panel = self.panel("minutes")
        assert isinstance(panel, MinutesPanel)
        return panel

    @property
    def resolutions(self) -> ResolutionsPanel:
        panel = self.panel("resolutions")
        assert isinstance(panel, ResolutionsPanel)
        return panel


def with_meeting(network: Network, folder: Path) -> Network:
    """Make in `folder` a network with a second meeting, of a body with three seats."""
    keys = dict(network.keys)
    second = {
        "name": "Segunda reunión",
        "body_id": keys["Comisión"],
        "starts_on": date(2027, 3, 1),
        "starts_at": "09:30",
    }
    items = tuple(Draft("agenda_item", None, {"name": name, "duration": minutes}) for name, minutes in ITEMS)
    with network.open(folder) as store:
        for city in ("Rosario", "Canelones", "Montevideo"):
            add(store, "seat", body_id=keys["Comisión"], municipality_id=keys[city], role="member")
        keys["Segunda"] = save_record(store, Draft("meeting", None, second, {"agenda_items": Rows(items)})).id
    return Network(store.path, keys)


@pytest.fixture
def meeting(window: Window, meeting_file: Network, tmp_path: Path, qtbot: QtBot) -> Meeting:
    window.take_store(meeting_file.open(tmp_path), "reuniones")
    frame_of(window).show_record("meeting", meeting_file.keys["Segunda"])
    made = Meeting(window, dict(meeting_file.keys))
    wait_until_idle(window, qtbot)
    assert not made.pane.lacking.isHidden()
    return made


def lines(panel: AgendaPanel | ResolutionsPanel | AnnexesPanel) -> list[tuple[str, ...]]:
    """Return the cells of each line of an ordered list."""
    return [line.cells for line in panel.table.rows.lines]


def write_meanwhile(meeting: Meeting, draft: Draft) -> None:
    """Let another operation end while the person is writing."""
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, draft).changes)
