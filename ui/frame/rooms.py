"""Makes each room from its screen: its lists with their records, but for what is made by hand."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.screens.screen import Screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.room.record import Helper, RecordPane
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace


def make_room(screen: Screen, workspace: "Workspace") -> "RoomPage":
    """Make the room of `screen`; what it needs is imported now, so that the window opens quickly."""
    by_hand = MADE_BY_HAND.get(screen.name)
    if by_hand is not None:
        return by_hand(screen, workspace)
    if len(screen.layouts) == 1:
        from ui.room.room import Room

        return Room(workspace, screen.layouts[0], helper=HELPERS.get(screen.layouts[0].entity))
    from ui.room.tabs import TabbedRoom

    return TabbedRoom(workspace, screen.layouts, HELPERS)


def _make_today(_: Screen, workspace: "Workspace") -> "RoomPage":
    from ui.today.page import TodayPage

    return TodayPage(workspace)


def _make_deadlines(screen: Screen, workspace: "Workspace") -> "RoomPage":
    from ui.room.deadlines import DeadlinesRoom

    return DeadlinesRoom(workspace, screen.layouts[0])


def _make_meetings(screen: Screen, workspace: "Workspace") -> "RoomPage":
    from ui.meetings.room import MeetingsRoom

    return MeetingsRoom(workspace, screen.layouts[0])


def _make_reports(_: Screen, workspace: "Workspace") -> "RoomPage":
    from ui.paper.report_list import ReportList

    return ReportList(workspace)


def _make_place_line(pane: "RecordPane") -> "QWidget":
    from ui.room.place_line import PlaceLine

    return PlaceLine(pane)


MADE_BY_HAND: "Mapping[str, Callable[[Screen, Workspace], RoomPage]]" = MappingProxyType(
    {
        "inicio": _make_today,
        "vencimientos": _make_deadlines,
        "reuniones": _make_meetings,
        "informes": _make_reports,
    }
)
"""The rooms that are not lists with their records, by the names of their screens."""

HELPERS: "Mapping[str, Helper]" = MappingProxyType({"municipality": _make_place_line})
"""What stands above the form of a new record and helps to fill it, by its entity."""
