"""What is linked to a record: a short list for each kind, with ways in and out."""

from collections.abc import Sequence
from functools import partial, reduce
from operator import or_

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.catalog import Filter, Operator, Query
from app.records.linked import find_linked, reach_of_linked
from app.records.reach import NOTHING, Reach
from app.records.reading import Record, list_ids, list_rows, read_record
from app.screens import layout_of, screen_of
from app.screens.screen import Linked
from app.words.fields import Kind, RecordKey
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, Offer, offers_of
from ui.look.plain import Label, PushButton
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.room.record_tab import RecordTab
from ui.table.table import Table
from ui.work.workspace import Workspace

WIDE = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE, Kind.RECORD})
"""Kinds whose columns take the room that the others leave."""
MOST_ROWS = 12
"""Rows of a linked list that are seen at once; the others are a scroll away."""


class KnownRows:
    """The keys and rows of a list whose keys are known beforehand."""

    def __init__(self, workspace: Workspace, entity: str) -> None:
        """Begin with none."""
        self.keys: list[str] = []
        self._workspace = workspace
        self._entity = entity

    def ids(self, query: Query) -> list[str]:
        """Return the keys, ordered as the query asks when it asks."""
        if not query.order:
            return list(self.keys)
        known = set(self.keys)
        return [key for key in list_ids(self._workspace.store, Query(self._entity, order=query.order)) if key in known]

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        """Return a row of values for each key."""
        return list_rows(self._workspace.store, self._entity, columns, ids)


class LinkedList(QWidget):
    """One kind of linked record under its heading; it hides its table while there is none."""

    def __init__(self, workspace: Workspace, linked: Linked) -> None:
        """List what `linked` says."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.linked = linked
        self.record: Record | None = None
        entity = workspace.catalog[linked.entity]
        self.reach = reach_of_linked(workspace.catalog, linked)
        self.source = KnownRows(workspace, linked.entity)
        self.heading = Label()
        dress(self.heading, Role.HEADING)
        self.adding = PushButton(self.words("Agregar"))
        self.adding.setIcon(icon("plus"))
        self.adding.setAccessibleName(self.words("Agregar: {what}", what=self.words(entity.one)))
        self.adding.clicked.connect(self.add)
        if not linked.adds:
            self.adding.hide()
        dress(self.adding, Role.LINK)
        self.nothing = Label(self.words("Nada registrado."))
        dress(self.nothing, Role.QUIET)
        self.table = Table(
            self.source, [entity.field(name) for name in linked.columns], self.words, pausing=workspace.pausing
        )
        self.table.setAccessibleName(self.words(linked.title))
        self.table.opened.connect(self.open_linked)
        self.table.horizontalHeader().setStretchLastSection(True)
        ContextMenu(self.table, self._offers_of_row, self._offers)
        ContextMenu(self, self._offers)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(0.5, self))
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.nothing)

    def read(self, record: Record) -> int:
        """List what is linked to `record`; gives how many there are."""
        self.record = record
        self.source.keys = find_linked(self.workspace.store, self.linked, record.entity, record.id)
        self.table.rows.reload()
        self.table.ask(Query(self.linked.entity))
        count = len(self.source.keys)
        said = self.words(self.linked.title)
        self.heading.setText(f"{said} ({self.words.number(count)})" if count else said)
        self.nothing.setVisible(count == 0)
        self.table.setVisible(count > 0)
        rows = min(count, MOST_ROWS)
        height = self.table.verticalHeader().defaultSectionSize() * rows
        self.table.setFixedHeight(height + self.table.horizontalHeader().sizeHint().height() + 2)
        self._fit_columns()
        return count

    def open_linked(self, id: str) -> None:
        """Show the linked record, or the one that it leads to, in its room."""
        if self.linked.opens:
            self.workspace.seeking.show(partial(self._find_target, id))
        else:
            self.workspace.record_wanted.emit(self.linked.entity, id)

    def add(self) -> None:
        """Begin a new record that is linked to this one."""
        if self.record is None:
            return
        kind = self.workspace.catalog[self.linked.entity].field(self.linked.adds).field.kind
        key = self.record.id
        whole = {Kind.LINKS: (key,), Kind.RECORD: RecordKey(self.record.entity, key)}
        value: object = whole.get(kind, key)
        self.workspace.new_wanted.emit(self.linked.entity, {self.linked.adds: value})

    def show_list(self) -> None:
        """Show the linked records in the list of their room, by the field that refers to this one where one does."""
        screen, record = screen_of(self.linked.entity), self.record
        if screen is not None and record is not None:
            filters = (self._filter_by(record),) if len(self.linked.path) == 1 else ()
            self.workspace.room_wanted.emit(screen.name, Query(self.linked.entity, filters=filters))

    def _filter_by(self, record: Record) -> Filter:
        name = self.linked.path[0].partition(".")[2]
        refers_to_any = self.workspace.catalog[self.linked.entity].field(name).field.kind is Kind.RECORD
        return Filter(name, Operator.EQUALS, RecordKey(record.entity, record.id) if refers_to_any else record.id)

    def _offers_of_row(self) -> Sequence[Entry]:
        """Return what can be done with the rows that are selected."""
        key = self.table.current_id()
        opening = partial(self.open_linked, key or "")
        return (
            Offer(self.words("Abrir"), opening, icon("arrow-square-out"), "Return", allowed=key is not None),
            Offer(
                self.words("Copiar"), self.table.copy, icon("copy"), "Ctrl+C", allowed=bool(self.table.selected_ids())
            ),
            SEPARATOR,
            *self._offers(),
        )

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the list."""
        has_list = layout_of(self.linked.entity) is not None
        going = Offer(self.words("Ir a la lista"), self.show_list, icon("list-bullets"))
        return (*offers_of(self.adding), *((going,) if has_list else ()))

    def _find_target(self, id: str) -> RecordKey | None:
        """Return the record that the one with this key leads to."""
        found = read_record(self.workspace.store, self.linked.entity, id)
        target = found.values.get(self.linked.opens) if found else None
        if target is None or isinstance(target, RecordKey):
            return target
        return RecordKey(self.workspace.catalog[self.linked.entity].field(self.linked.opens).target, str(target))

    def _fit_columns(self) -> None:
        """Share the width among the columns as their fields ask, so that nothing is cut while there is room."""
        character = self.table.fontMetrics().averageCharWidth()
        fields = [info.field for info in self.table.rows.columns]
        least = [
            min(max(field.width, len(self.words(field.label)) + 2), 12 if field.kind in WIDE else 24) * character + 16
            for field in fields
        ]
        spare = max(0, self.table.viewport().width() - sum(least))
        wishes = [field.width if field.kind in WIDE else 0 for field in fields]
        for at, (width, wish) in enumerate(zip(least, wishes, strict=True)):
            self.table.setColumnWidth(at, width + spare * wish // max(1, sum(wishes)))


class LinkedTab(RecordTab):
    """All that is linked to the record."""

    def __init__(self, workspace: Workspace, linked: tuple[Linked, ...]) -> None:
        """List each of `linked`."""
        super().__init__(workspace, title=workspace.words("Vínculos"))
        self.lists = [LinkedList(workspace, each) for each in linked]
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(24, 16, 24, 24)
        inside.setSpacing(distance(2, self))
        for each in self.lists:
            inside.addWidget(each)
        inside.addStretch(1)
        area = scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def reach(self, record: Record) -> Reach:
        """Return what the lists are read from."""
        return reduce(or_, (each.reach for each in self.lists), NOTHING)

    def read(self, record: Record) -> None:
        """List what is linked to `record`."""
        self.say_count(sum(each.read(record) for each in self.lists))
