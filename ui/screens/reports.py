"""The room of the reports: what can be put on paper, and what each one is for."""

from app.words import mark
from ui.page import Page
from ui.screen import Screen
from ui.workspace import Workspace


def build(workspace: Workspace) -> Page:
    """Make the room."""
    from ui.report_list import ReportList

    return ReportList(workspace)


SCREEN = Screen("informes", mark("Informes"), "files", mark("Papeles"), build)
