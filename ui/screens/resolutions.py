"""The room of the resolutions and of what became of them."""

from app.records.catalog import Order
from app.words.words import mark
from ui.form.layout import FormLayout, Section
from ui.room.screen import RoomLayout, Screen
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

LAYOUT = RoomLayout(
    FormLayout(
        "resolution",
        (
            Section("", ("meeting_id", ("number", "state"), "agenda_item_id", "text")),
            Section(
                mark("Seguimiento"),
                (
                    ("municipality_id", "body_id"),
                    "person_id",
                    ("due_on", "closed_on"),
                    "progress",
                ),
            ),
        ),
    ),
    order=(Order("due_on"),),
    hidden=("order",),
    begin=mark("Resolución nueva"),
)


def build(workspace: Workspace) -> RoomPage:
    """Make the room."""
    from ui.room.room import Room

    return Room(workspace, LAYOUT)


SCREEN = Screen("resoluciones", mark("Resoluciones"), "check-square-offset", mark("Trabajo"), build, ("resolution",))
