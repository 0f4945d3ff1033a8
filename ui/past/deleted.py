"""What was deleted from the file, and the button that brings one of it back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.past.deleted import Deleted, list_deleted
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.look.buttons import text_button
from ui.look.lines import let_clear
from ui.look.menus import ContextMenu, offers_of
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.past.paged_model import Line, PagedModel
from ui.past.paged_table import line_of, make_table, select_again
from ui.room.filter_line import FilterLine
from ui.room.listing import TYPING
from ui.work.run import Advance, Runner
from ui.work.workspace import Workspace

NAME, KIND, WHO, WHEN = range(4)
WIDTHS = (40, 18, 24, 20)


class DeletedTab(QWidget):
    """What was deleted and is not there, the last one first."""

    wanted_back = Signal(object)
    """Deleted: this record is to be there again."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        """Read from the file of `workspace` by `runner`."""
        super().__init__()
        self.workspace = workspace
        self.words = words = workspace.words
        self.kind = Combo()
        self.kind.setAccessibleName(words("Clase de ficha"))
        self.kind.addItem(words("Todas las fichas"), "")
        for entity in workspace.catalog.answering:
            self.kind.addItem(words(workspace.catalog[entity].many), entity)
        self.kind.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.line = FilterLine()
        self.line.setPlaceholderText(words("Buscar en los eliminados"))
        self.line.setAccessibleName(words("Buscar en los eliminados"))
        let_clear(self.line, words)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        headings = (words("Qué"), words("Clase"), words("Quién"), words("Cuándo"))
        self.model = PagedModel(headings, frozenset(), runner, words("Buscando lo eliminado"))
        self.table = make_table(self.model, words("Eliminados"), WIDTHS, NAME)
        self.nothing = Label()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self.nothing, Role.QUIET)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.bringing = text_button(words("Traer de nuevo"), "arrow-counter-clockwise", self._bring)
        ContextMenu(self.table, lambda: offers_of(self.bringing))
        self._kept: int | None = None
        self._lay_out()
        self._connect()
        self.ask()

    def ask(self) -> None:
        """List what is asked for now."""
        self._typing.stop()
        store, words = self.workspace.store, self.words
        entity, text = str(self.kind.currentData()), self.line.text()

        def read(below: int | None, limit: int, _advance: Advance) -> list[Line]:
            found = list_deleted(store, words, entity=entity, text=text, limit=limit, below=below)
            return [line_for(each, words) for each in found]

        self.model.ask(read)

    def reload(self) -> None:
        """Read again what is shown: something was done."""
        line = line_of(self.table, self.model)
        self._kept = line.key if line is not None else None
        self.model.reload()

    def current(self) -> Deleted | None:
        """Return the record that is chosen."""
        line = line_of(self.table, self.model)
        return line.subject if line is not None and isinstance(line.subject, Deleted) else None

    def _on_loaded(self) -> None:
        if self.kind.currentData() or self.line.text():
            self.nothing.setText(self.words("Nada de lo eliminado coincide con la búsqueda."))
        else:
            self.nothing.setText(self.words("No se eliminó nada que no esté de nuevo."))
        self.stack.setCurrentWidget(self.table if self.model.lines else self.nothing)
        select_again(self.table, self.model, self._kept)
        self._allow()

    def _allow(self) -> None:
        self.bringing.setEnabled(self.current() is not None)

    def _bring(self) -> None:
        deleted = self.current()
        if deleted is not None:
            self.wanted_back.emit(deleted)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _at: self.ask())
        self.line.textChanged.connect(lambda _text: self._typing.start())
        self.line.down.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._typing.timeout.connect(self.ask)
        self.model.loaded.connect(self._on_loaded)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(distance(1, self))
        bar.addWidget(self.kind)
        bar.addWidget(self.line, 1)
        below = QHBoxLayout()
        below.setSpacing(distance(1, self))
        below.addWidget(self.bringing)
        below.addWidget(self._explained(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, distance(1.5, self), 0, 0)
        whole.setSpacing(distance(1, self))
        whole.addLayout(bar)
        whole.addWidget(self.stack, 1)
        whole.addLayout(below)

    def _explained(self) -> Label:
        label = Label(self.words("Vuelve con sus partes, sus vínculos y sus archivos."))
        dress(label, Role.QUIET)
        return label


def line_for(deleted: Deleted, words: Words) -> Line:
    """Return the line of a deleted record."""
    when = words.moment(deleted.made_at.astimezone())
    return Line(deleted.entry, (deleted.name, deleted.kind, deleted.author, when), deleted)
