"""The first room: what needs attention today."""

from app.words import mark
from ui.page import Page
from ui.screen import Screen
from ui.workspace import Workspace


def build(workspace: Workspace) -> Page:
    """Make the room."""
    from ui.today import TodayPage

    return TodayPage(workspace)


SCREEN = Screen("inicio", mark("Inicio"), "house", "", build)
