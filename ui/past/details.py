"""One operation of the history opened: its title, who and when, and each field before and after."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.past.listing import Done
from app.past.opened import Opened, Touched, open_operation
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.past.fields_tree import FieldsTree
from ui.work.run import Runner
from ui.work.workspace import Workspace


class DetailsPane(QWidget):
    """Opens the operation that is chosen, beside the window."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        """Begin with none."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self._runner = runner
        self._shown: int | None = None
        self.title = Label(wraps=True)
        dress(self.title, Role.HEADING)
        self.about = Label(wraps=True)
        dress(self.about, Role.QUIET)
        words = self.words
        self.tree = FieldsTree(words("Qué cambió"), (words("Campo"), words("Antes"), words("Después")), (5, 5, 6))
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(2, self), 0, 0, 0)
        column.setSpacing(distance(0.5, self))
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.tree, 1)

    def show_operation(self, done: Done | None) -> None:
        """Open an operation, or none."""
        number = done.number if done is not None else None
        if done is None or number != self._shown:
            self.tree.clear()
        self._shown = number
        self.title.setText(done.title if done is not None else "")
        self.about.setText(self._about(done) if done is not None else "")
        if done is None:
            return
        store, words = self.workspace.store, self.words

        def show(opened: Opened) -> None:
            if self._shown == number:
                self._fill(opened)

        work = lambda _: open_operation(store, done.number, words)  # noqa: E731 - one line of work
        self._runner.run(work, show, title=words("Abriendo el cambio"), topic="opened")

    def _about(self, done: Done) -> str:
        parts = [
            done.author,
            self.words.moment(done.made_at.astimezone()),
            self.words.plural("{count} fila", "{count} filas", done.rows),
        ]
        return " · ".join(part for part in parts if part)

    def _fill(self, opened: Opened) -> None:
        self.tree.clear()
        for record in opened.records:
            self._add(record)
        if opened.more:
            said = self.words.plural("y {count} fila más", "y {count} filas más", opened.more)
            self.tree.add_record(said)
        self.tree.expandAll()

    def _add(self, record: Touched) -> None:
        item = self.tree.add_record(f"{record.title} · {record.what}")
        for said in record.fields:
            self.tree.add_field(
                item, (f"{said.part}: {said.field}" if said.part else said.field, said.before, said.after)
            )
