"""Makes each room from its screen: its lists with their records, but for what is made by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.screens import SCREENS
from app.screens.screen import Screen
from app.words.folding import fold
from app.words.words import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.records.catalog import Catalog
    from app.screens.screen import RoomLayout
    from app.words.words import Words
    from ui.room.record import Helper, RecordPane
    from ui.room.tabs import Tab
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NamedRoom:
    """A room, or its tab `face`, as people call it; of a tab `within` is what its room is called."""

    room: str
    face: str
    title: str
    within: str = ""


def places_called(text: str, words: "Words", catalog: "Catalog") -> tuple[NamedRoom, ...]:
    """Return the rooms and tabs whose name has a word that begins with each word of `text`, accents and case aside.

    A tab may be told by words of its room too, but is not found by these alone. None for a text without letters.
    """
    typed = fold(text).split()
    return tuple(place for place in _places(words, catalog) if typed and _is_called(place, typed))


def _places(words: "Words", catalog: "Catalog") -> "Sequence[NamedRoom]":
    found = []
    for screen in SCREENS:
        title = words(screen.title)
        faces = _faces_of(screen, words, catalog)
        # A list called as its room, such as that of the cities, is offered once, as the room turned to it.
        same = next((name for name, called in faces if fold(called) == fold(title)), "")
        found.append(NamedRoom(screen.name, same, title))
        found += [NamedRoom(screen.name, name, called, title) for name, called in faces if name != same]
    return found


def _is_called(place: NamedRoom, typed: "Sequence[str]") -> bool:
    own, around = fold(place.title).split(), fold(place.within).split()
    return _begins_any(own, typed) and all(_begins_any([*own, *around], (word,)) for word in typed)


def _begins_any(names: "Sequence[str]", typed: "Sequence[str]") -> bool:
    return any(name.startswith(word) for name in names for word in typed)


def _faces_of(screen: Screen, words: "Words", catalog: "Catalog") -> "Sequence[tuple[str, str]]":
    """Return the name and the title of each page and list of a room, those with a tab first; none without tabs."""
    pages = [(each.name, words(each.title)) for each in PAGES.get(screen.name, ())]
    lists = [(each.entity, words(each.called or catalog[each.entity].many)) for each in screen.layouts]
    faces = [*pages, *lists]
    if screen.tabs:
        order = {name: at for at, name in enumerate(screen.tabs)}
        faces.sort(key=lambda face: order.get(face[0], len(order)))
    return faces if len(faces) > 1 and screen.name not in MADE_BY_HAND else ()


def make_room(screen: Screen, workspace: "Workspace") -> "RoomPage":
    """Make the room of `screen`; what it needs is imported now, so that the window opens quickly."""
    by_hand = MADE_BY_HAND.get(screen.name)
    if by_hand is not None:
        return by_hand(screen, workspace)
    from ui.room.tabs import TabbedRoom

    tabs = _tabs_of(screen, workspace)
    return TabbedRoom(workspace, tabs) if tabs else make_list(workspace, screen.layouts[0])


def _tabs_of(screen: Screen, workspace: "Workspace") -> "list[Tab]":
    from ui.room.tabs import Tab

    pages = {each.name: partial(each.make, workspace) for each in PAGES.get(screen.name, ())}
    making = {**pages, **{layout.entity: partial(make_list, workspace, layout) for layout in screen.layouts}}
    return [
        Tab(name, title, making[name], is_behind=bool(screen.tabs) and name not in screen.tabs)
        for name, title in _faces_of(screen, workspace.words, workspace.catalog)
    ]


def make_list(workspace: "Workspace", layout: "RoomLayout") -> "RoomPage":
    """Make the list of one kind of record with what stands beside it."""
    by_hand = LISTS_BY_HAND.get(layout.entity)
    if by_hand is not None:
        return by_hand(workspace, layout)
    from ui.room.room import Room

    return Room(workspace, layout, helper=HELPERS.get(layout.entity))


def _make_today(_: Screen, workspace: "Workspace") -> "RoomPage":
    from ui.today.page import TodayPage

    return TodayPage(workspace)


def _make_deadlines(workspace: "Workspace", layout: "RoomLayout") -> "RoomPage":
    from ui.room.deadlines import DeadlinesRoom

    return DeadlinesRoom(workspace, layout)


def _make_meetings(workspace: "Workspace", layout: "RoomLayout") -> "RoomPage":
    from ui.meetings.room import MeetingsRoom

    return MeetingsRoom(workspace, layout)


def _make_matching(workspace: "Workspace", layout: "RoomLayout") -> "RoomPage":
    from ui.matching.room import MatchingRoom

    return MatchingRoom(workspace, layout)


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


def _make_funds(workspace: "Workspace") -> "RoomPage":
    from ui.funds.page import FundsPage

    return FundsPage(workspace)


def _make_networks(workspace: "Workspace") -> "RoomPage":
    from ui.other_networks.page import NetworksPage

    return NetworksPage(workspace)


def _make_themes(workspace: "Workspace") -> "RoomPage":
    from ui.experiences.page import ThemesPage

    return ThemesPage(workspace)


@dataclass(frozen=True, slots=True)
class Page:
    """A page made by hand in a room of lists: its name, its title in Spanish source words, and what makes it."""

    name: str
    title: str
    make: "Callable[[Workspace], RoomPage]"


PAGES: Mapping[str, tuple[Page, ...]] = MappingProxyType(
    {
        "plan": (Page("board", mark("Tablero"), _make_board), Page("calendar", mark("Calendario"), _make_calendar)),
        "unidades": (Page("units", mark("Unidades"), _make_units), Page("matrix", mark("Matriz"), _make_matrix)),
        "agenda": (Page("month", mark("Mes"), _make_month),),
        "fccr": (Page("forum", mark("Foro"), _make_forum),),
        "convenios": (Page("funds", mark("Fondos"), _make_funds),),
        "organismos": (Page("networks", mark("Redes"), _make_networks),),
        "experiencias": (Page("by_theme", mark("Por tema"), _make_themes),),
    }
)
"""What is made by hand beside the lists of a room, by the names of screens."""

MADE_BY_HAND: "Mapping[str, Callable[[Screen, Workspace], RoomPage]]" = MappingProxyType(
    {
        "inicio": _make_today,
        "informes": _make_reports,
    }
)
"""The rooms that are not lists with their records, by the names of their screens."""

LISTS_BY_HAND: "Mapping[str, Callable[[Workspace, RoomLayout], RoomPage]]" = MappingProxyType(
    {"due": _make_deadlines, "meeting": _make_meetings, "need": _make_matching, "experience": _make_matching}
)
"""The lists that stand otherwise than beside the form of one of their records, by their entities."""

HELPERS: "Mapping[str, Helper]" = MappingProxyType({"municipality": _make_place_line})
"""What stands above the form of a new record and helps to fill it, by its entity."""
