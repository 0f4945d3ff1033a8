"""The operations of the file: filtered by person, kind and words, each opened beside the list."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.past.listing import Done, Wanted, authors, read_page
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.lines import let_clear
from ui.look.menus import ContextMenu, offers_of
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.past.details import DetailsPane
from ui.past.paged_model import Line, PagedModel
from ui.past.paged_table import line_of, make_table, select_again
from ui.room.filter_line import FilterLine
from ui.room.listing import TYPING
from ui.work.run import Advance, Runner
from ui.work.workspace import Workspace

WHEN, WHO, WHAT, ROWS, STATE = range(5)
WIDTHS = (19, 18, 30, 8, 17)


class ChangesTab(QWidget):
    """What was done, the newest first."""

    undo_wanted = Signal(object)
    """Done: this operation is to be undone."""
    return_wanted = Signal(object)
    """Done: the file is to be again as it was after this operation."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        """Read from the file of `workspace` by `runner`."""
        super().__init__()
        self.workspace = workspace
        self.words = words = workspace.words
        self._runner = runner
        self._newest = 0
        self.person = self._combo(words("Persona"), words("Todas las personas"))
        self.kind = self._combo(words("Clase de ficha"), words("Todas las fichas"))
        for entity in workspace.catalog.answering:
            self.kind.addItem(words(workspace.catalog[entity].many), entity)
        self.line = FilterLine()
        self.line.setPlaceholderText(words("Buscar en los cambios"))
        self.line.setAccessibleName(words("Buscar en los cambios"))
        let_clear(self.line, words)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        headings = (words("Cuándo"), words("Quién"), words("Qué"), words("Filas"), words("Situación"))
        self.model = PagedModel(headings, frozenset({ROWS}), runner, words("Buscando en el historial"))
        self.table = make_table(self.model, words("Cambios"), WIDTHS, WHAT)
        self.nothing = Label(words("Ningún cambio coincide con la búsqueda."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self.nothing, Role.QUIET)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.details = DetailsPane(workspace, runner)
        self.undoing = text_button(words("Deshacer esta…"), "arrow-u-up-left", self._undo)
        self.returning = text_button(words("Volver hasta aquí…"), "clock-counter-clockwise", self._return)
        ContextMenu(self.table, lambda: offers_of(self.undoing, self.returning))
        self._kept: int | None = None
        self._lay_out()
        self._connect()
        self._read_authors()
        self.ask()

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(self.person.currentData(), self.kind.currentData() or "", self.line.text())

    def ask(self) -> None:
        """List what is asked for now."""
        self._typing.stop()
        self._kept = None
        store, words, wanted = self.workspace.store, self.words, self.wanted()

        def read(below: int | None, limit: int, advance: Advance) -> list[Line]:
            found = read_page(store, words, wanted, limit=limit, below=below, progress=advance)
            return [line_for(each, words) for each in found]

        self.model.ask(read)

    def reload(self) -> None:
        """Read again what is shown: something was done."""
        line = line_of(self.table, self.model)
        self._kept = line.key if line is not None else None
        self._read_authors()
        self.model.reload()

    def current(self) -> Done | None:
        """Return the operation that is chosen."""
        line = line_of(self.table, self.model)
        return line.subject if line is not None and isinstance(line.subject, Done) else None

    def _on_loaded(self) -> None:
        self.stack.setCurrentWidget(self.table if self.model.lines else self.nothing)
        if not self.wanted() and self.model.lines:
            self._newest = self.model.lines[0].key
        select_again(self.table, self.model, self._kept)
        self._on_current()

    def _on_current(self) -> None:
        done = self.current()
        self.details.show_operation(done)
        self.undoing.setEnabled(done is not None and done.can_undo)
        self.returning.setEnabled(done is not None and done.number < self._newest)

    def _undo(self) -> None:
        done = self.current()
        if done is not None and done.can_undo:
            self.undo_wanted.emit(done)

    def _return(self) -> None:
        done = self.current()
        if done is not None:
            self.return_wanted.emit(done)

    def _read_authors(self) -> None:
        self._runner.run(lambda _: authors(self.workspace.store), self._show_authors, topic="authors")

    def _show_authors(self, found: tuple[str, ...]) -> None:
        kept = self.person.currentData()
        while self.person.count() > 1:
            self.person.removeItem(1)
        for author in found:
            self.person.addItem(author or self.words("Sin nombre"), author)
        self.person.setCurrentIndex(max(0, self.person.findData(kept)) if kept is not None else 0)

    def _combo(self, name: str, everything: str) -> Combo:
        combo = Combo()
        combo.addItem(everything, None)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(lambda _at: self.ask())
        return combo

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._typing.start())
        self.line.down.connect(partial(self.table.setFocus, Qt.FocusReason.OtherFocusReason))
        self._typing.timeout.connect(self.ask)
        self.model.loaded.connect(self._on_loaded)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(distance(1, self))
        bar.addWidget(self.person)
        bar.addWidget(self.kind)
        bar.addWidget(self.line, 1)
        right = QWidget()
        buttons = QWidget()
        below = Flow(buttons, spacing=distance(1, self))
        below.addWidget(self.undoing)
        below.addWidget(self.returning)
        indented = QHBoxLayout()
        indented.setContentsMargins(distance(2, self), 0, 0, 0)
        indented.addWidget(buttons)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        column.addWidget(self.details, 1)
        column.addLayout(indented)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.stack)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([740, 440])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, distance(1.5, self), 0, 0)
        whole.setSpacing(distance(1, self))
        whole.addLayout(bar)
        whole.addWidget(splitter, 1)


def line_for(done: Done, words: Words) -> Line:
    """Return the line of an operation."""
    state, mark = "", ""
    if done.undone:
        state, mark = words("Deshecho"), "arrow-u-up-left"
    elif done.is_start:
        state, mark = words("Inicio"), "flag"
    cells = (words.moment(done.made_at.astimezone()), done.author, done.title, words.number(done.rows), state)
    return Line(done.number, cells, done, {STATE: mark} if mark else {})
