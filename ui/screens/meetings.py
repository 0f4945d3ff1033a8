"""The room of the meetings."""

from app.records.catalog import Order
from app.words.words import mark
from ui.form.layout import FormLayout, Section
from ui.room.screen import RoomLayout, Screen
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

LAYOUT = RoomLayout(
    FormLayout(
        "meeting",
        (
            Section(
                "",
                (
                    "name",
                    ("body_id", "period_id"),
                    ("starts_on", "starts_at", "ends_on"),
                    ("place", "municipality_id"),
                    ("state", "convened_on"),
                ),
            ),
            Section(mark("Numeración"), (("series", "code"), "parent_id")),
            Section(mark("Notas"), ("notes",)),
        ),
    ),
    (),
    (Order("starts_on", descending=True),),
    hidden=("opening", "closing"),
    without_files=True,
    begin=mark("Reunión nueva"),
)


def build(workspace: Workspace) -> RoomPage:
    """Make the room."""
    from ui.meetings.room import MeetingsRoom

    return MeetingsRoom(workspace, LAYOUT)


SCREEN = Screen(
    "reuniones",
    mark("Reuniones"),
    "users-three",
    mark("Trabajo"),
    build,
    ("meeting", "agenda_item", "attendance"),
)
