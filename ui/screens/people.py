"""The room of the contacts."""

from app.records.catalog import Order
from app.words.words import mark
from ui.form.layout import FormLayout, PartSection, Section
from ui.room.screen import Linked, RoomLayout, Screen
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

FORM = FormLayout(
    "person",
    (
        Section("", (("treatment", "name"), "language")),
        PartSection(mark("Teléfonos, correos y direcciones"), "contact_points", ("kind", "value", "label")),
        PartSection(mark("Cargos"), "tenures", ("post_id", "starts", "ends", "verified_on")),
        Section("", ("notes",)),
    ),
)

LINKED = (
    Linked(
        mark("Experiencias"), ("experience.person_id",), ("name", "municipalities", "starts", "state"), adds="person_id"
    ),
    Linked(mark("Asistencia a reuniones"), ("attendance.person_id",), ("meeting_id", "state"), opens="meeting_id"),
    Linked(mark("Resoluciones a su cargo"), ("resolution.person_id",), ("number", "text", "due_on", "state")),
)

LAYOUT = RoomLayout(FORM, LINKED, (Order("name"),), begin=mark("Contacto nuevo"))


def build(workspace: Workspace) -> RoomPage:
    """Make the room."""
    from ui.room.room import Room

    return Room(workspace, LAYOUT)


SCREEN = Screen("contactos", mark("Contactos"), "address-book", mark("Red"), build, ("person",))
