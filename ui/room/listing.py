"""The list of a room: what stands above the table and what the table shows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.file.settings import ListLook
from app.records.catalog import Filter, Order, Query
from app.records.changes import Changes
from app.records.reach import reach_of_columns, reach_of_query
from app.records.views import read_look
from app.screens.screen import ListPaper, RoomLayout
from app.words.names import within
from ui.look.icons import icon
from ui.look.lines import let_search
from ui.look.menus import LIST_GROUND, ContextMenu, Entry, offers_of, rows_of, with_calendar
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.theme import distance
from ui.room.doings import say_selected
from ui.room.emails import offers_of_record
from ui.room.filter_line import FilterLine
from ui.room.filters import FilterBar
from ui.room.list_head import ListHead
from ui.room.order_line import OrderLine
from ui.room.several import SelectionBar
from ui.room.unlisted import Absence, UnlistedLine
from ui.room.views import ViewsButton
from ui.table.table import ColumnState, Table
from ui.table.two_lines import line_fields
from ui.work.workspace import EntitySource, Workspace

if TYPE_CHECKING:
    from app.reports.record_list import Options

TYPING = 180
"""Milliseconds without a key after which the list is filtered by what is typed."""
LONG = 5000
"""Records above which a list is looked for beside the window: to order it may take longer than people wait."""
NARROWEST, NARROWEST_COLUMN = 384, 256
"""Pixels of width below which a list is of no use, as a table and as one column."""


class CountedSource(EntitySource):
    """The keys and rows of an entity, and how many there are whatever is asked for, counted with the keys."""

    total: int | None = None

    def ids(self, query: Query) -> Sequence[str]:
        """Return all the keys of the query in its order."""
        found = super().ids(query)
        if not (query.words or query.filters):
            self.total = len(found)
        elif self.total is None:
            self.total = len(super().ids(Query(query.entity)))
        return found


class ListPane(QWidget):
    """A list with its filters, its count, its saved views and its columns."""

    adding = Signal()
    exporting = Signal()
    on_paper = Signal()
    count_changed = Signal()

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """List the entity of `layout`; nothing is read before `ask`."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        self.layout_facts = layout
        self.entity = workspace.catalog[layout.entity]
        self.query = Query(layout.entity, filters=layout.filters, order=layout.order)
        self.source = CountedSource(workspace.store, self.entity.name)
        self.head = ListHead(self.words(layout.called or self.entity.many))
        self.title, self.count = self.head.title, self.head.count
        self.words_line = self._make_line()
        self.filters = FilterBar(workspace, self.entity, layout.hidden)
        self.filters.changed.connect(self._on_filters)
        self.table = self._make_table()
        self.order_line = OrderLine(self.table.rows.columns, self.words)
        self.order_line.chosen.connect(self._on_order)
        self.order_line.hide()
        self.new_text = self.words(layout.begin) or self.words("Ficha nueva")
        self.new_button = PushButton(self.new_text)
        self.new_button.setAccessibleName(self.new_text)
        set_tip(self.new_button, self.words("{what} (Ctrl+N)", what=self.new_text))
        self.new_button.setIcon(icon("plus"))
        self.new_button.clicked.connect(self.adding)
        self.open_button = self._make_open_button()
        (self.new_button if self.entity.read_only else self.open_button).hide()
        self.views = ViewsButton(workspace, layout.entity, self.current_view, layout.views)
        self.views.chosen.connect(self.ask)
        self.columns = self._tool("columns", self.words("Columnas"), self._choose_columns)
        self.export = self._tool("export", self.words("Exportar esta lista"), self.exporting.emit)
        self.paper = self._make_paper_button(layout.paper)
        self.selection = SelectionBar(workspace)
        self.selection.ending.connect(self.table.clearSelection)
        self.table.selection_changed.connect(self._on_selection)
        self.unlisted = UnlistedLine(self.words)
        self.unlisted.removing.connect(self.ask_for_all)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._on_words)
        self._lay_out()
        self._restore_look()

    @property
    def asked(self) -> bool:
        """Whether the list has been asked for."""
        return self.table.rows.query is not None

    @property
    def total(self) -> int:
        """How many records there are, listed or not."""
        return self.source.total or 0

    def ask(self, query: Query) -> None:
        """List what `query` asks for, and show its words and filters above the list."""
        query = query if query.order else replace(query, order=self.layout_facts.order)
        self.query = query
        if self.words_line.text().strip() != query.words:
            self.words_line.setText(query.words)
            self._typing.stop()
        self.filters.show_filters(query.filters)
        self._arrange(narrow=self.table.one_column.on)
        self.table.ask(query)

    def ask_for_all(self) -> None:
        """List all records, in the order that the list has."""
        self.ask(replace(self.current_view(), words="", filters=()))

    def say_absence(self, shown: str | None, *, gone: bool = False) -> None:
        """Say why the record `shown` beside the list is not in it, if it is not: filtered out, or `gone`."""
        if self.table.rows.waiting:
            return  # what is listed now is about to be another
        rows = self.table.rows
        listed = shown is None or not rows.asked or shown in rows.ids
        filtered = bool(self.query.words or self.query.filters)
        absence = Absence.GONE if gone else Absence.FILTERED if filtered else None
        self.unlisted.tell(None if listed else absence)

    def refresh(self, changes: Changes) -> None:
        """Read again what can show of what was touched: its rows, and the whole list when it can be another now."""
        catalog = self.workspace.catalog
        if reach_of_query(catalog, Query(self.entity.name)).meets(changes):
            self.source.total = None
        rows = reach_of_columns(catalog, self.entity.name, self.table.rows.read_names)
        self.table.refresh(changes, rows=rows, keys=reach_of_query(catalog, self.current_view()))

    def current_view(self) -> Query:
        """Return what the list asks for now, in the order in which the person has put it."""
        asked = self.table.rows.query
        return replace(self.query, order=asked.order if asked is not None else self.query.order)

    def show_one_column(self, *, on: bool) -> None:
        """Be one column of rows of two lines, as beside a record, or the table that it was before."""
        if on == self.table.one_column.on:
            return
        self.title.setVisible(not on)
        self.columns.setVisible(not on)
        self.order_line.setVisible(on)
        self.filters.show_words(not on)
        self.selection.show_buttons(not on)
        self.head.fit()
        self._arrange(narrow=on)
        if on:
            self.table.one_column.show()
            return
        above = self.layout()
        if above is not None:
            above.activate()  # the table has its height back before it is asked which rows it showed
        self.table.one_column.give_back()

    def take_filter(self) -> None:
        """Put the keyboard where the list is filtered: in the words, or in another filter where it has no words."""
        if self.entity.searched:
            self.words_line.setFocus()
        else:
            self.filters.open_popup()

    def shown_columns(self) -> tuple[str, ...]:
        """Return the names of the columns that are seen, in their order."""
        return tuple(state.name for state in self.table.states() if not state.hidden)

    def seen(self) -> "Options":
        """Return the list as it is seen: what it asks for, its columns and its records, in their order."""
        from app.reports.record_list import Options

        return Options(self.current_view(), self.shown_columns(), ids=tuple(self.table.rows.ids))

    def chosen(self, ids: Sequence[str]) -> "Options":
        """Return the records `ids` with the columns that are seen, whatever the list is filtered by."""
        from app.reports.record_list import Options

        query = Query(self.entity.name, order=self.current_view().order)
        return Options(query, self.shown_columns(), ids=tuple(ids), chosen=True)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room that the list needs with its buttons as icons alone."""
        least = NARROWEST_COLUMN if self.table.one_column.on else NARROWEST
        return QSize(least * self.fontMetrics().height() // 18, super().minimumSizeHint().height())

    def _make_line(self) -> FilterLine:
        line = FilterLine()
        line.setPlaceholderText(self.words("Filtrar por palabras"))
        line.setAccessibleName(self.words("Filtrar por palabras"))
        let_search(line, self.words)
        line.textChanged.connect(self._wait)
        line.down.connect(self._go_down)
        if not self.entity.searched:
            line.hide()
        return line

    def _make_open_button(self) -> PushButton:
        """Make the button that opens a row where no record stands beside the list."""
        button = PushButton(self.words("Abrir"))
        button.setAccessibleName(self.words("Abrir"))
        set_tip(button, self.words("Abrir la ficha de esta fila (Enter)"))
        button.setIcon(icon("arrow-square-out"))
        button.setEnabled(False)
        self.table.selection_changed.connect(lambda: button.setEnabled(self.table.current_id() is not None))
        button.clicked.connect(lambda: self.table.opened.emit(self.table.current_id()))
        return button

    def _make_table(self) -> Table:
        infos = [info for info in self.entity.fields if info.name not in self.layout_facts.hidden]
        first = [self.entity.field(name) for name in self.entity.columns]
        others = [info for info in infos if info.name not in self.entity.columns]
        columns = (*first, *others)
        names = [info.name for info in columns]
        lines = line_fields(self.entity, names)
        table = Table(self.source, columns, self.words, pausing=self.workspace.pausing, lines=lines)
        table.setAccessibleName(self.words(self.entity.many))
        table.rows.loaded.connect(self._on_loaded)
        table.states_changed.connect(self._keep_look)
        ContextMenu(table, self._offers_of_rows, self._offers_of_ground)
        return table

    def _make_paper_button(self, paper: ListPaper | None) -> ToolButton:
        """Make the way to the report of these records, hidden where there is none."""
        text = paper.text if paper is not None else ""
        button = self._tool("file-text", self.words(text), self.on_paper.emit)
        if paper is None:
            button.hide()
        return button

    def _offers_of_ground(self) -> Sequence[Entry]:
        """Return what can be done with the list as a whole."""
        return (*with_calendar(self.entity.name, LIST_GROUND), *offers_of(self.paper))

    def _offers_of_rows(self) -> Sequence[Entry]:
        """Return what can be done with the selected rows: one record is written to or called, several are gathered."""
        chosen = self.table.selected_ids()
        if len(chosen) != 1:
            return (*rows_of(self.entity.name), *offers_of(self.paper))
        return rows_of(self.entity.name, offers_of_record(self.workspace, self.entity.name, chosen[0]))

    def _lay_out(self) -> None:
        self.head.offer((self.views, self.columns, self.export, self.paper), (self.new_button, self.open_button))
        self._head = QStackedWidget()
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head.addWidget(self.head)
        self._head.addWidget(self.selection)
        self._filtering = QHBoxLayout()
        self._filtering.setSpacing(distance(1, self))
        self._filtering.addWidget(self.words_line)
        self._filtering.addWidget(self.filters)
        self._arrange(narrow=False)
        above = QVBoxLayout()
        above.setContentsMargins(distance(1, self), distance(1.5, self), distance(2, self), distance(1, self))
        above.setSpacing(distance(1, self))
        above.addWidget(self._head)
        above.addLayout(self._filtering)
        above.addWidget(self.order_line)
        above.addWidget(self.unlisted)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(1, self), 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)

    def _arrange(self, *, narrow: bool) -> None:
        """Let the words and the other filters share a line; in one column each has its own once there are some."""
        under = narrow and bool(self.filters.filters)
        direction = QBoxLayout.Direction
        self._filtering.setDirection(direction.TopToBottom if under else direction.LeftToRight)
        for widget, share in ((self.words_line, 2), (self.filters, 0 if narrow else 3)):
            self._filtering.setStretchFactor(widget, 0 if under else share)

    def _tool(self, name: str, text: str, press: Callable[[], object]) -> ToolButton:
        button = ToolButton()
        button.setIcon(icon(name))
        button.setText(text)
        set_tip(button, text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked=False: press())
        return button

    def _wait(self) -> None:
        self._typing.start()

    def _on_words(self) -> None:
        words = self.words_line.text().strip()
        if words != self.query.words:
            self.ask(replace(self.current_view(), words=words))

    def _on_filters(self, filters: tuple[Filter, ...]) -> None:
        self.ask(replace(self.current_view(), filters=filters))

    def _on_order(self, order: Order) -> None:
        self.ask(replace(self.current_view(), order=(order,)))

    def _on_selection(self) -> None:
        """Say how many are selected, when they are several, in the place of the buttons that stand above the list."""
        count = self.table.selected_count()
        if count > 1 and self._head.isVisible():
            self._head.setMinimumHeight(self._head.height())  # no row may move under the mouse
        self._head.setCurrentIndex(1 if count > 1 else 0)
        said = say_selected(self.words, count, everything=self.table.all_selected)
        self.selection.say(said if count > 1 else "")

    def _on_loaded(self) -> None:
        self._on_selection()
        asked = self.table.rows.query
        self.order_line.show_order(asked.order if asked is not None else ())
        shown = len(self.table.rows.ids)
        filtered = bool(self.query.words or self.query.filters)
        self.table.look_beside(self.workspace.runner if self.total > LONG else None)
        self.head.say_count(*self._said_count(shown, self.total, filtered=filtered))
        self.table.set_empty_text(self._said_emptiness(filtered=filtered))
        self.count_changed.emit()

    def _said_count(self, shown: int, total: int, *, filtered: bool) -> tuple[str, str]:
        """Return how many there are, and the same without the noun."""
        what = within(self.words(self.entity.one if total == 1 else self.entity.many))
        number = self.words.number
        if filtered:
            of = {"shown": number(shown), "total": number(total)}
            return self.words("{shown} de {total} {what}", **of, what=what), self.words("{shown} de {total}", **of)
        return self.words("{total} {what}", total=number(total), what=what), number(total)

    def _said_emptiness(self, *, filtered: bool) -> str:
        if filtered:
            return self.words("No hay nada con esas palabras y esos filtros. Quite alguno.")
        if self.entity.read_only:
            return self.words(
                "Todavía no hay nada aquí. La lista se llena sola con lo que se anota en otras secciones."
            )
        return self.words("Todavía no hay nada aquí. Empiece con «{new}» (Ctrl+N).", new=self.new_text)

    def _go_down(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._on_words()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if self.table.current_id() is None and self.table.rows.ids:
            self.table.select_id(self.table.rows.ids[0])

    def _choose_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _keep_look(self) -> None:
        states = self.table.states()
        widths = {state.name: state.width for state in states if state.width}
        look = ListLook(tuple(state.name for state in states if not state.hidden), widths)
        self.workspace.preferences.keep(lambda settings: settings.with_list(self.entity.name, look))

    def _restore_look(self) -> None:
        kept = self.workspace.preferences.settings.lists.get(self.entity.name, ListLook())
        look = read_look(self.entity.name, kept)
        known = {state.name: state for state in self.table.states()}
        shown = [name for name in look.columns or self.entity.columns if name in known]
        order = [*shown, *(name for name in known if name not in shown)]
        self.table.restore(ColumnState(name, look.widths.get(name, 0), name not in shown) for name in order)
