"""Rows of a spreadsheet pasted into a part of a meeting, where they are saved at once, as one operation."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.meetings.pasted import agenda_rows, roll_rows, understood
from app.records.editing import Draft, Rows, save_record
from app.records.reading import Record
from ui.form.field_box import FieldBox
from ui.form.pasting import PasteNote, RowPasting
from ui.look.menus import Entry
from ui.room.panel import Panel

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted

Gather = Callable[["Pasted", Record], tuple[Rows, int]]
"""Makes of what was pasted the rows of a record, and counts those of them that could be."""


class PanelPasting(QObject):
    """Takes what is pasted in a panel and saves the rows; below its bar the note says what was not understood."""

    def __init__(self, panel: Panel, part: tuple[str, str], fields: tuple[str, ...], gather: Gather) -> None:
        """Paste into the `part` of the panel's record (its name and its kind of record), whose `fields` it may have."""
        super().__init__(panel)
        self.note = PasteNote(panel.words)
        self._panel = panel
        self._part = part
        self._fields = fields
        self._gather = gather
        self._owner = ""
        self._added: frozenset[str] = frozenset()
        self._select: Callable[[str], object] = bool
        self._rows = RowPasting(panel.workspace.desk, self._destination, self._take, self)

    def watch(self, select: Callable[[str], object], *widgets: QWidget) -> None:
        """Take what is pasted in these widgets; `select` goes to a row that came so."""
        self._select = select
        for each in widgets:
            self._rows.watch(each)

    def watch_fields(self, boxes: Mapping[str, FieldBox]) -> None:
        """Take what is pasted where the fields of one row are written, when it was several cells."""
        for name, box in boxes.items():
            self._rows.watch_editor(box.editor, name)

    def offers(self) -> Sequence[Entry]:
        """Return what a menu of the panel offers: to paste rows, once there are any."""
        return self._rows.offers()

    def show_owner(self, owner: Record) -> None:
        """Say nothing any more of what was pasted into another record, or was taken back since."""
        there = {row.id for row in owner.parts.get(self._part[0], ())}
        if owner.id != self._owner:
            self._owner = owner.id
            self._rows.forget()
            self.note.hide()
        elif self._added and not self._added & there:
            self._added = frozenset()
            self.note.hide()

    def _destination(self, focused: str) -> "Destination":
        from app.sheets.pasting import Destination

        return Destination(self._part[1], self._fields, focused)

    def _take(self, pasted: "Pasted") -> None:
        panel, owner = self._panel, self._panel.owner
        if owner is None or panel.refuses() or not panel.flush():
            return
        rows, count = self._gather(pasted, owner)
        draft = Draft(owner.entity, owner.id, parts={self._part[0]: rows})
        words, store = panel.words, panel.workspace.store
        said = words.plural("Se pegó {count} fila.", "Se pegaron {count} filas.", count)
        if not rows or panel.do(lambda: save_record(store, draft).changes, said):
            self.note.say(pasted, count)
            self._added = frozenset(str(each.id) for each in rows.added)
            for each in (*rows.added, *rows.changed)[:1]:
                self._select(str(each.id))


def points_of(panel: Panel, begun: str) -> Gather:
    """Return what makes points of an agenda; `begun` is what one without a subject is called, in source words."""

    def gather(pasted: "Pasted", _meeting: Record) -> tuple[Rows, int]:
        rows = agenda_rows(pasted, panel.workspace.catalog["agenda_item"], panel.words(begun), panel.words)
        return rows, len(rows.added)

    return gather


def delegations_of(panel: Panel) -> Gather:
    """Return what marks the delegations of a roll and adds others to them."""

    def gather(pasted: "Pasted", meeting: Record) -> tuple[Rows, int]:
        info, roll = panel.workspace.catalog["attendance"], meeting.parts.get("attendances", ())
        return roll_rows(pasted, roll, info, panel.words), understood(pasted)

    return gather
