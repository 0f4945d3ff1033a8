"""Makes each room from its screen: its lists with their records, but for what is made by hand."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.screens.screen import Screen
from app.words.words import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.screen import RoomLayout
    from ui.room.record import Helper, RecordPane
    from ui.room.tabs import Tab
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace


def make_room(screen: Screen, workspace: "Workspace") -> "RoomPage":
    """Make the room of `screen`; what it needs is imported now, so that the window opens quickly."""
    by_hand = MADE_BY_HAND.get(screen.name)
    if by_hand is not None:
        return by_hand(screen, workspace)
    lists = _tabs_of(screen, workspace)
    if len(lists) == 1:
        return lists[0].make()
    from ui.room.tabs import TabbedRoom

    return TabbedRoom(workspace, lists)


def _tabs_of(screen: Screen, workspace: "Workspace") -> "list[Tab]":
    from ui.room.room import Room
    from ui.room.tabs import Tab

    def tab_of(layout: "RoomLayout") -> Tab:
        title = workspace.words(layout.called or workspace.catalog[layout.entity].many)
        return Tab(layout.entity, title, lambda: Room(workspace, layout, helper=HELPERS.get(layout.entity)))

    pages = [
        Tab(name, workspace.words(title), partial(make, workspace)) for name, title, make in PAGES.get(screen.name, ())
    ]
    return [*pages, *(tab_of(layout) for layout in screen.layouts)]


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


def _make_board(workspace: "Workspace") -> "RoomPage":
    from ui.plan.board import BoardPage

    return BoardPage(workspace)


def _make_calendar(workspace: "Workspace") -> "RoomPage":
    from ui.plan.calendar import CalendarPage

    return CalendarPage(workspace)


def _make_units(workspace: "Workspace") -> "RoomPage":
    from ui.units.overview import OverviewPage

    return OverviewPage(workspace)


def _make_matrix(workspace: "Workspace") -> "RoomPage":
    from ui.units.matrix import MatrixPage

    return MatrixPage(workspace)


def _make_month(workspace: "Workspace") -> "RoomPage":
    from ui.agenda.page import MonthPage

    return MonthPage(workspace)


def _make_forum(workspace: "Workspace") -> "RoomPage":
    from ui.forum.page import ForumPage

    return ForumPage(workspace)


PAGES: "Mapping[str, tuple[tuple[str, str, Callable[[Workspace], RoomPage]], ...]]" = MappingProxyType(
    {
        "plan": (("board", mark("Tablero"), _make_board), ("calendar", mark("Calendario"), _make_calendar)),
        "unidades": (("units", mark("Unidades"), _make_units), ("matrix", mark("Matriz"), _make_matrix)),
        "agenda": (("month", mark("Mes"), _make_month),),
        "fccr": (("forum", mark("Foro"), _make_forum),),
    }
)
"""What is made by hand before the lists of a room, each with its name and its title, by the names of screens."""

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
