"""The resolutions that a meeting adopts: number, text, who answers for each and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.records.reading import Record
from app.words.words import mark
from ui.look.menus import Entry, offers_of
from ui.meetings.items import ItemsOfMeeting
from ui.meetings.papers import printing_button
from ui.meetings.seal import SealLine
from ui.room.ordered_panel import Column, OrderedPanel, OrderedPart
from ui.work.workspace import Workspace

RESOLUTIONS = OrderedPart(
    owner="meeting",
    part="resolutions",
    columns=(
        Column(mark("Número"), "number", 11),
        Column(mark("Texto"), "text"),
        Column(mark("Responsable"), "responsible", 20),
        Column(mark("Vence el"), "due_on", 15),
        Column(mark("Situación"), "state", 14),
    ),
    edited=(
        ("number", "agenda_item_id"),
        ("text",),
        ("municipality_id", "body_id", "person_id"),
        ("due_on", "state", "closed_on"),
        ("progress",),
    ),
    named="text",
    begun=mark("Resolución nueva"),
    adding=mark("Agregar resolución"),
    empty=mark("Esta reunión todavía no tiene resoluciones. Agréguelas aquí o desde un punto del acta."),
    hint=mark("Elija una resolución para completarla."),
)
ADOPTED = ("number", "agenda_item_id", "text", "municipality_id", "body_id", "person_id", "due_on")
"""What the acta says of a resolution; what is done about it afterwards it does not."""
DUE = next(at for at, column in enumerate(RESOLUTIONS.columns) if column.field == "due_on")


class ResolutionsPanel(OrderedPanel):
    """The resolutions; of the agenda only the items of their own meeting are offered, and what is late is marked."""

    label = mark("Resoluciones")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        self.items = ItemsOfMeeting(workspace.references)
        desk = replace(workspace.desk, references=self.items)
        super().__init__(workspace, RESOLUTIONS, parent, desk=desk)
        self.printing = printing_button(self, "resolutions")
        self.bar.addWidget(self.printing)
        said = self.words("El acta está aprobada: lo resuelto solo se lee; su seguimiento se sigue anotando.")
        self.sealing = SealLine(self.words, said)
        self.notes.addWidget(self.sealing)

    def show_owner(self, meeting: Record) -> None:
        """Show the resolutions of `meeting`."""
        self.items.meeting = meeting
        super().show_owner(meeting)
        self.seal(self.sealing.show_record(meeting), ADOPTED)

    def offers(self) -> Sequence[Entry]:
        """Return what can be done with all of them."""
        return (*super().offers(), *offers_of(self.printing))

    def icons_of(self, row: Record) -> Mapping[int, str]:
        """Mark the day of one that is overdue."""
        return {DUE: "warning"} if row.values.get("overdue") else {}
