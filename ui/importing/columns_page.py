"""The second page: what each column of the file is, as it was recognised and as the person corrects it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.records.catalog import Catalog, FieldInfo
from app.sheets.importing.importing import ColumnMatch, Matching, Options, Prepared, Targets
from app.sheets.importing.match import ALIAS, CHOSEN, EXACT
from app.sheets.reading.header import data_rows
from app.sheets.reading.workbook import column_letter, is_blank
from app.words.fields import Field, Kind
from app.words.words import Words, mark
from ui.form.editors.combo import Combo
from ui.form.editors.editor import Desk
from ui.form.editors.make import make_editor
from ui.importing.sheet_model import show_cell
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.plain import Label, set_tip
from ui.look.problem import ProblemBox
from ui.look.theme import distance
from ui.table.calm import calm, set_width

SAMPLES = 3
SAMPLED_ROWS = 200
"""Rows below the titles among which sample values are looked for."""
COUNTRY = FieldInfo("country", Field(mark("País para las filas sin país"), Kind.COUNTRY))
LETTER, TITLE, FIELD, HOW, SAMPLE = range(5)


class ColumnsPage(QWidget):
    """A line for each column that has a title or a value."""

    matching_changed = Signal(object)
    """Matching: the person has said what a column is."""
    options_changed = Signal(object)
    """Options: the person has said what is taken for granted."""

    def __init__(self, words: Words, catalog: Catalog) -> None:
        """Begin without columns."""
        super().__init__()
        self.words = words
        self.matching: Matching | None = None
        self.options = Options()
        self.chosen: set[int] = set()
        self.shown: list[int] = []
        self.combos: dict[int, Combo] = {}
        self.problems = ProblemBox(words)
        self.summary = Label()
        self.summary.setWordWrap(True)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [words("Col."), words("Título en la planilla"), words("Se importa como"), "", words("Ejemplos")]
        )
        self._set_manners()
        self._choices = QStandardItemModel(self)
        self.states = Combo()
        self.country = make_editor(COUNTRY, Desk(words, catalog))
        self.granted = self._make_granted(catalog)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        column.addWidget(self.problems)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.granted)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the columns of a sheet that was just read, or read in another way."""
        self.chosen.clear()
        self._fill_choices(prepared.matching.targets)
        shown = list(_shown(prepared))
        self.shown = [column.index for column in shown]
        self.table.setRowCount(len(shown))
        self.combos.clear()
        for row, column in enumerate(shown):
            self._fill_row(row, column, prepared)
        self.show_matching(prepared.matching)
        self._show_granted(prepared.matching)

    def show_matching(self, matching: Matching) -> None:
        """Show what each column is taken for now."""
        self.matching = matching
        for row in range(self.table.rowCount()):
            self._show_row(row, matching)
        taken = sum(column.target is not None for column in matching.columns)
        left = len(matching.unmatched)
        said = [self.words.plural("Se importará {count} columna.", "Se importarán {count} columnas.", taken)]
        if left:
            said.append(self.words.plural("{count} no se importará.", "{count} no se importarán.", left))
        doubtful = sum(_is_guess(column) and column.index not in self.chosen for column in matching.columns)
        if doubtful:
            said.append(
                self.words.plural(
                    "{count} se reconoció por parecido: compruébela.",
                    "{count} se reconocieron por parecido: compruébelas.",
                    doubtful,
                )
            )
        if matching.entity == "municipality" and "country" not in matching.matched and not self.options.country:
            said.append(self.words("Ninguna columna trae el país: elíjalo abajo."))
        self.summary.setText(" ".join(said))
        self.problems.show_problems([])

    def choose(self, index: int, target: str | None) -> None:
        """Take the column `index` of the file for `target`, or for nothing."""
        if self.matching is not None:
            self.chosen.add(index)
            changed = self.matching.with_choice(index, target)
            self.show_matching(changed)
            self.matching_changed.emit(changed)

    def _on_choice(self, index: int, _at: int) -> None:
        self.choose(index, self.combos[index].currentData() or None)

    def _fill_choices(self, targets: Targets) -> None:
        self._choices.clear()
        for name, text in [("", self.words("No se importa")), *self._labels(targets)]:
            item = QStandardItem(text)
            item.setData(name, Qt.ItemDataRole.UserRole)
            self._choices.appendRow(item)

    def _labels(self, targets: Targets) -> list[tuple[str, str]]:
        return [(each.name, self.words(each.field.label)) for each in targets.values()]

    def _fill_row(self, row: int, column: ColumnMatch, prepared: Prepared) -> None:
        letter = column_letter(column.index)
        samples = _samples(prepared, column.index, self.words)
        for at, text in ((LETTER, letter), (TITLE, column.title), (SAMPLE, samples)):
            item = QTableWidgetItem(text)
            set_tip(item, text)
            self.table.setItem(row, at, item)
        combo = Combo()
        combo.setModel(self._choices)
        combo.setAccessibleName(self.words("Columna {column}, {title}", column=letter, title=column.title))
        combo.activated.connect(partial(self._on_choice, column.index))
        self.combos[column.index] = combo
        self.table.setCellWidget(row, FIELD, _inset(combo))

    def _show_row(self, row: int, matching: Matching) -> None:
        index = self.shown[row]
        column = next(each for each in matching.columns if each.index == index)
        combo = self.combos[index]
        combo.setCurrentIndex(combo.findData(column.target or ""))
        said, icon_name = self._said_how(column)
        how = QTableWidgetItem(icon(icon_name), said)
        set_tip(how, said)
        self.table.setItem(row, HOW, how)

    def _said_how(self, column: ColumnMatch) -> tuple[str, str]:
        if column.target is None:
            return self.words("No se importa"), "minus-circle"
        if column.index in self.chosen:
            return self.words("Elegida por usted"), "user-circle"
        if _is_guess(column):
            return self.words("Parecida: compruébela"), "warning"
        return self.words("Reconocida"), "check-circle"

    def _make_granted(self, catalog: Catalog) -> QWidget:
        """Make what is asked of rows that do not say it: the situation of their cities, and their country."""
        words = self.words
        field = catalog["membership"].field("state").field
        for choice in field.choices or ():
            self.states.addItem(words(choice.label), str(choice.value))
        self.states.addItem(words("Ninguna"), None)
        self.states.setAccessibleName(words("Situación para las ciudades sin ese dato"))
        self.states.activated.connect(self._on_granted)
        self.country.settled.connect(self._on_granted)
        label = Label(words("Situación en la red para las ciudades sin ese dato"))
        label.setBuddy(self.states)
        country = Label(words(COUNTRY.field.label))
        country.setBuddy(self.country.input())
        self.country.name_input(words(COUNTRY.field.label), "")
        part = QWidget()
        row = Flow(part, spacing=distance(3, self))
        self.asked_state = _beside(label, self.states)
        row.addWidget(_beside(country, self.country))
        row.addWidget(self.asked_state)
        return part

    def _show_granted(self, matching: Matching) -> None:
        cities = matching.entity == "municipality"
        self.asked_state.setVisible(cities)
        self.states.setCurrentIndex(self.states.findData(self.options.membership_state))
        self.country.set_value(self.options.country or None)

    def _on_granted(self) -> None:
        state = self.states.currentData()
        country = str(self.country.value() or "")
        changed = replace(self.options, membership_state=state, country=country)
        if changed != self.options:
            self.options = changed
            self.options_changed.emit(changed)
            if self.matching is not None:
                self.show_matching(self.matching)

    def _set_manners(self) -> None:
        table = self.table
        calm(table, self.words("Columnas de la planilla"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        needed = _inset(Combo()).sizeHint().height() + 1  # the hairline
        table.verticalHeader().setDefaultSectionSize(max(table.fontMetrics().height() + 24, needed))
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        for at, characters in ((LETTER, 6), (TITLE, 30), (FIELD, 38), (HOW, 26)):
            set_width(table, at, characters)
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _beside(label: Label, field: QWidget) -> QWidget:
    """Keep a label beside its field."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addWidget(field)
    return pair


def _inset(combo: Combo) -> QWidget:
    """Leave the hairlines of the table in sight around a list."""
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 4, 16, 5)
    row.addWidget(combo)
    return around


def _is_guess(column: ColumnMatch) -> bool:
    return column.target is not None and column.score not in (EXACT, ALIAS, CHOSEN)


def _shown(prepared: Prepared) -> Iterator[ColumnMatch]:
    """Return the columns that have a title or, below, some value."""
    filled: set[int] = set()
    for at, (_, row) in enumerate(data_rows(prepared.sheet, prepared.header)):
        filled |= {index for index, value in enumerate(row) if value is not None}
        if at >= SAMPLED_ROWS:
            break
    for column in prepared.matching.columns:
        if column.title or column.index in filled:
            yield column


def _samples(prepared: Prepared, index: int, words: Words) -> str:
    found: dict[str, None] = {}
    for at, (_, row) in enumerate(data_rows(prepared.sheet, prepared.header)):
        if len(found) >= SAMPLES or at >= SAMPLED_ROWS:
            break
        if not is_blank(row) and row[index] is not None:
            found[show_cell(row[index], words)] = None
    return " · ".join(found)
