"""The rows that belong to a record, edited inside its form: contact points, agenda, seats, mandates."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.catalog import FieldInfo, PartInfo, describe
from app.editing import Draft
from app.fields import Kind
from app.problems import Problem
from app.records import Record
from ui.editors.editor import Desk, Editor
from ui.editors.make import make_editor
from ui.icons import icon
from ui.layout import PartSection
from ui.theme import Role, dress

ORDER = "order"
"""The field that says the place of a row in its list, of kinds whose order is the person's."""
LINES = 3
"""Lines of the grid for each row: its fields, what is below them, what is wrong."""


class PartRow:
    """One row: its key once it is saved, and an editor for each field."""

    def __init__(self, infos: Sequence[FieldInfo], desk: Desk, record: Record | None) -> None:
        """Edit `record`, or a new row for None."""
        self.id = record.id if record else None
        self.words = desk.words
        self.editors: dict[str, Editor] = {info.name: make_editor(info, desk) for info in infos}
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.hide()
        dress(self.fault, Role.ERROR)
        self.buttons: list[QToolButton] = []
        for info in infos:
            if record is not None:
                self.editors[info.name].set_value(record.values.get(info.name), record.titles.get(info.name, ""))
            self.editors[info.name].name_input(desk.words(info.field.label), desk.words(info.field.help))
            self.editors[info.name].set_read_only(info.derived)
        self._initial = self._values()
        self._refused: dict[str, Problem] = {}

    def widgets(self) -> Iterator[QWidget]:
        """Give all that the row shows."""
        yield from self.editors.values()
        yield from self.buttons
        yield self.fault

    @property
    def empty(self) -> bool:
        """Whether nobody has written anything in a new row."""
        untouched = self._values() == self._initial and not any(self.problems())
        return self.id is None and untouched

    @property
    def edited(self) -> bool:
        """Whether the person has changed what the row holds."""
        return self._values() != self._initial or any(self.problems())

    def draft(self, entity: str) -> Draft:
        """Give what is written, without what only derives."""
        written = {name: editor.value() for name, editor in self.editors.items() if not editor.info.derived}
        if self.id is None:
            # What is left out gets its default; what is None would be refused where it is required.
            written = {name: value for name, value in written.items() if value not in (None, "", ())}
        return Draft(entity, self.id, written)

    def problems(self) -> Iterator[Problem]:
        """Give what is wrong with what is typed."""
        found = ((name, editor.problem()) for name, editor in self.editors.items())
        yield from (problem for _, problem in found if problem is not None)

    def check(self) -> bool:
        """Say what is wrong with what is typed, below the row; True when nothing is."""
        self.forgive()
        self.look_again()
        return self.fault.isHidden()

    def look_again(self) -> None:
        """Say what is wrong with what is typed, and what was refused of it."""
        found = [(name, editor.problem() or self._refused.get(name)) for name, editor in self.editors.items()]
        self.show_problems(found)

    def refuse(self, name: str, problem: Problem) -> None:
        """Say what was refused of the row when it was saved, until something in the row changes."""
        self._refused[name] = problem
        self.show_problems([(name, problem)])

    def forgive(self) -> None:
        """Forget what was refused, for the row is no longer the one that was."""
        self._refused = {}

    def show_problems(self, found: Sequence[tuple[str, Problem | None]]) -> None:
        """Say what is wrong with each named field; None takes back what was said."""
        said = [problem.say(self.words) for _, problem in found if problem is not None]
        self.fault.setText(" ".join(said))
        self.fault.setVisible(bool(said))
        for name, problem in found:
            if name in self.editors:
                self.editors[name].set_faulty(problem is not None)

    def _values(self) -> dict[str, object]:
        return {name: editor.value() for name, editor in self.editors.items()}


class PartsGrid(QWidget):
    """All rows of a part, one below the other; each can be taken away and, where order matters, moved."""

    changed = Signal()

    def __init__(self, part: PartInfo, section: PartSection, desk: Desk, parent: QWidget | None = None) -> None:
        """Edit the rows of `part` with the fields that `section` names."""
        super().__init__(parent)
        self.part = part
        self.section = section
        self.desk = desk
        self.rows: list[PartRow] = []
        entity = describe(part.entity)
        self._infos = [entity.field(name) for name in (*section.fields, *section.more)]
        self._ordered = any(info.name == ORDER for info in entity.fields)
        self._country = ""
        self._saved: list[str | None] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._headings = [self._heading(info) for info in self._infos[: len(section.fields)]]
        self.adding = QPushButton(desk.words("Agregar"))
        self.adding.setIcon(icon("plus"))
        self.adding.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show `records` as the rows that are saved."""
        for row in self.rows:
            self._discard(row)
        self.rows = [self._make(record) for record in records]
        self._saved = [row.id for row in self.rows]
        self._lay_out()

    def drafts(self) -> tuple[Draft, ...]:
        """Give what is written in all rows, in their order; new rows in which nothing is written are left out."""
        return tuple(row.draft(self.part.entity) for row in self.rows if not row.empty)

    @property
    def edited(self) -> bool:
        """Whether the person has changed, added, moved or taken away a row."""
        written = [row for row in self.rows if not row.empty]
        return [row.id for row in written] != self._saved or any(row.edited for row in written)

    def check(self) -> bool:
        """Say below each row what is wrong with it; True when nothing is."""
        fine = [row.check() for row in self.rows]
        return all(fine)

    def show_problem(self, position: int, name: str, problem: Problem) -> bool:
        """Say what is wrong with a field of the row drafted at `position`; False when there is no such row."""
        drafted = [row for row in self.rows if not row.empty]
        if not 0 <= position < len(drafted):
            return False
        drafted[position].refuse(name, problem)
        return True

    def first_faulty(self) -> QWidget | None:
        """Give the first field with a problem, to take the focus."""
        for row in self.rows:
            faulty = [editor.input() for editor in row.editors.values() if editor.input().property("faulty")]
            if not row.fault.isHidden():
                return next(iter(faulty), next(iter(row.editors.values())).input())
        return None

    def set_country(self, country: str) -> None:
        """Take phones and subdivisions as those of `country`."""
        self._country = country
        for row in self.rows:
            for editor in row.editors.values():
                editor.set_country(country)

    def add(self) -> None:
        """Add an empty row at the end and go to it."""
        row = self._make(None)
        self.rows.append(row)
        self._lay_out()
        next(iter(row.editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, row: PartRow) -> None:
        """Take a row away; nothing is lost before the record is saved, nor after, thanks to undo."""
        at = self.rows.index(row)
        self.rows.remove(row)
        self._discard(row)
        self._lay_out()
        follower = self.rows[min(at, len(self.rows) - 1)] if self.rows else None
        (next(iter(follower.editors.values())) if follower else self.adding).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def shift(self, row: PartRow, step: int) -> None:
        """Move a row up (-1) or down (1)."""
        at = self.rows.index(row)
        to = at + step
        if 0 <= to < len(self.rows):
            self.rows.insert(to, self.rows.pop(at))
            self._lay_out()
            self.changed.emit()

    def _heading(self, info: FieldInfo) -> QLabel:
        label = self.desk.words(info.field.label)
        heading = QLabel(f"{label} *" if info.field.required else label)
        dress(heading, Role.QUIET)
        heading.setToolTip(self.desk.words(info.field.help))
        return heading

    def _make(self, record: Record | None) -> PartRow:
        row = PartRow(self._infos, self.desk, record)
        words = self.desk.words
        presses = [("trash", words("Quitar"), partial(self.remove, row))]
        if self._ordered:
            presses.insert(0, ("arrow-down", words("Bajar"), partial(self.shift, row, 1)))
            presses.insert(0, ("arrow-up", words("Subir"), partial(self.shift, row, -1)))
        row.buttons = [self._button(*press) for press in presses]
        for editor in row.editors.values():
            editor.set_country(self._country)
            editor.changed.connect(self.changed)
            editor.changed.connect(row.forgive)
            editor.settled.connect(row.look_again)
        return row

    def _button(self, name: str, text: str, press: partial[None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked=False: press())
        return button

    def _discard(self, row: PartRow) -> None:
        for widget in row.widgets():
            widget.hide()
            widget.deleteLater()

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        count = len(self.section.fields)
        for at, heading in enumerate(self._headings):
            heading.setVisible(bool(self.rows))
            self._grid.addWidget(heading, 0, at)
        for at, info in enumerate(self._infos[:count]):
            self._grid.setColumnStretch(at, _stretch(info))
        for number, row in enumerate(self.rows):
            self._lay_out_row(row, 1 + number * (LINES + len(self.section.more)))
            if self._ordered:
                row.buttons[0].setEnabled(number > 0)
                row.buttons[1].setEnabled(number < len(self.rows) - 1)
        self._set_tab_order()

    def _lay_out_row(self, row: PartRow, line: int) -> None:
        count = len(self.section.fields)
        top = Qt.AlignmentFlag.AlignTop
        for at, name in enumerate(self.section.fields):
            self._grid.addWidget(row.editors[name], line, at, top)
        for at, button in enumerate(row.buttons):
            self._grid.addWidget(button, line, count + at, top)
        for below, name in enumerate(self.section.more, start=1):
            editor = row.editors[name]
            self._placeholder(editor)
            self._grid.addWidget(editor, line + below, 0, 1, count)
        self._grid.addWidget(row.fault, line + 1 + len(self.section.more), 0, 1, count)

    def _placeholder(self, editor: Editor) -> None:
        """Say inside a field that has no heading what it is for."""
        editor.input().setProperty("placeholderText", self.desk.words(editor.info.field.label))

    def _set_tab_order(self) -> None:
        order = [part.input() if isinstance(part, Editor) else part for row in self.rows for part in row.widgets()]
        order = [widget for widget in order if not isinstance(widget, QLabel)] + [self.adding]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)


def _stretch(info: FieldInfo) -> int:
    wide = info.field.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE, Kind.LINKS)
    return max(info.field.width, 24) if wide else min(info.field.width, 12)
