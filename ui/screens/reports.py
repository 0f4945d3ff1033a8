"""The room of the reports: what can be put on paper, and what each one is for."""

from app.words.words import mark
from ui.room.screen import Screen
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


def build(workspace: Workspace) -> RoomPage:
    """Make the room."""
    from ui.paper.report_list import ReportList

    return ReportList(workspace)


SCREEN = Screen("informes", mark("Informes"), "files", mark("Informes"), build)
