"""The first room: what needs attention today."""

from app.words.words import mark
from ui.room.screen import Screen
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


def build(workspace: Workspace) -> RoomPage:
    """Make the room."""
    from ui.today.page import TodayPage

    return TodayPage(workspace)


SCREEN = Screen("inicio", mark("Inicio"), "house", "", build)
