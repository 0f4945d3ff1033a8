"""The agenda of a meeting: its items in order, with the time at which each one comes, and all that is said of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.meetings import agenda_times
from app.meetings.pasted import AGENDA_FIELDS
from app.records.attachments import FILES, Attachment, attachments_of
from app.records.reach import Reach
from app.records.reading import Record
from app.words.fields import RecordKey
from app.words.words import Words, mark
from ui.look.menus import Entry, offers_of
from ui.look.plain import Label
from ui.look.theme import Role, dress
from ui.meetings.files import FilesStrip
from ui.meetings.papers import printing_button
from ui.meetings.pasting import PanelPasting, points_of
from ui.meetings.seal import SealLine
from ui.room.ordered_panel import Column, OrderedPanel, OrderedPart
from ui.work.workspace import Workspace

ITEMS = "agenda_items"
REST = 100
"""The share of the bar that is left by its buttons, beside the single one of the space after them."""
HOUR = Column(mark("Hora"), characters=6)
PRESENTER = Column(mark("Presenta"), characters=26)
ANNEXES = Column(mark("Anexos"), characters=6, right=True)
AGENDA = OrderedPart(
    owner="meeting",
    part=ITEMS,
    columns=(
        Column(mark("N.º"), characters=3, right=True),
        HOUR,
        Column(mark("Tema", "agenda item"), "name"),
        Column(mark("Duración (min)"), "duration", 6, right=True),
        PRESENTER,
        ANNEXES,
    ),
    edited=(("name",), ("duration", "starts_at", "person_id", "presenter"), ("description",)),
    named="name",
    begun=mark("Punto nuevo"),
    adding=mark("Agregar punto"),
    empty=mark("Todavía no hay puntos. Agregue el primero: con su duración, Enlace calcula las horas."),
    hint=mark("Elija un punto para completarlo."),
    shares=(1, 1),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """The hour and the duration of an item, as the running time is computed from them."""

    starts_at: str | None
    duration: int | None


def times_of(meeting: Record) -> tuple[time | None, ...]:
    """Return when each item of the agenda of `meeting` begins."""
    slots = [Slot(_text(item, "starts_at"), _number(item, "duration")) for item in meeting.parts.get(ITEMS, ())]
    return agenda_times(slots, _text(meeting, "starts_at"))


def presenter_of(item: Record) -> str:
    """Return who presents an item: the person of the contacts, or whoever is named."""
    return item.titles.get("person_id", "") or str(item.values.get("presenter") or "")


def span_of(items: Sequence[Record], times: Sequence[time | None], words: Words) -> str:
    """Say when the agenda begins and ends and how many minutes are planned, as far as that is known."""
    total = sum(_number(item, "duration") or 0 for item in items)
    said = words.plural("{count} minuto previsto", "{count} minutos previstos", total) if total else ""
    if not items or times[-1] is None or _number(items[-1], "duration") is None or times[0] is None:
        return said
    minutes = times[-1].hour * 60 + times[-1].minute + (_number(items[-1], "duration") or 0)
    last = time(minutes // 60 % 24, minutes % 60)
    return words("De {first} a {last} · {planned}", first=words.time(times[0]), last=words.time(last), planned=said)


class AgendaPanel(OrderedPanel):
    """The items with the hour at which each comes, which is computed, and the files of the one with the focus."""

    label = mark("Orden del día")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, AGENDA, parent)
        self.times: Mapping[str, time | None] = {}
        self._files: Mapping[RecordKey, tuple[Attachment, ...]] = {}
        self.span = Label(wraps=True)
        self.span.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        dress(self.span, Role.QUIET)
        self.bar.addWidget(self.span, REST)
        self.printing = printing_button(self, "agenda")
        self.bar.addWidget(self.printing)
        self.pasting = PanelPasting(self, (ITEMS, "agenda_item"), AGENDA_FIELDS, points_of(self, AGENDA.begun))
        self.pasting.watch(self.table.select, self.table, self.adding)
        self.pasting.watch_fields(self.saver.boxes)
        self.notes.addWidget(self.pasting.note)
        self.sealing = SealLine(self.words, self.words("El acta está aprobada: el orden del día solo se lee."))
        self.notes.addWidget(self.sealing)
        self.files = FilesStrip(workspace, "agenda_item")
        self.below.addWidget(self.files)

    def offers(self) -> Sequence[Entry]:
        """Return what can be done with all of them."""
        return (*super().offers(), *self.pasting.offers(), *offers_of(self.printing))

    def reach(self, record: Record) -> Reach:
        """Return what is read of the meeting, its files with it."""
        return super().reach(record) | FILES

    def show_owner(self, meeting: Record) -> None:
        """Show the items of `meeting`, and how long they take."""
        items, times = self.rows(), times_of(meeting)
        self.pasting.show_owner(meeting)
        self._files = attachments_of(self.workspace.store, [RecordKey(item.entity, item.id) for item in items])
        self.times = {item.id: at for item, at in zip(items, times, strict=True)}
        self.span.setText(span_of(items, times, self.words))
        super().show_owner(meeting)
        self.seal(self.sealing.show_record(meeting))

    def cell(self, column: Column, number: int, row: Record) -> str:
        """Return what stands in a column of an item: beside its fields its hour, who presents it and its files."""
        if column is HOUR:
            at = self.times[row.id]
            return self.words.time(at) if at else "—"
        if column is PRESENTER:
            return presenter_of(row)
        if column is ANNEXES:
            files = len(self._files_of(row))
            return self.words.number(files) if files else ""
        return super().cell(column, number, row)

    def show_row(self, row: Record) -> None:
        """Show an item, with its files."""
        super().show_row(row)
        self.files.show_files(row.id, self._files_of(row))

    def _files_of(self, item: Record) -> tuple[Attachment, ...]:
        return self._files.get(RecordKey(item.entity, item.id), ())


def _text(record: Record, name: str) -> str | None:
    value = record.values.get(name)
    return str(value) if value else None


def _number(record: Record, name: str) -> int | None:
    value = record.values.get(name)
    return value if isinstance(value, int) else None
