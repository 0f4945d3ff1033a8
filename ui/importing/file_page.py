"""The first page: which file, what it holds, and in which row its titles are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.catalog import Catalog
from app.sheets.importing.importing import Prepared
from app.words.problems import Problem
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.importing.endings import SHEETS
from ui.importing.sheet_model import SheetModel
from ui.look.buttons import text_button
from ui.look.dropping import Drop, DropPlace
from ui.look.menus import ContextMenu, Offer
from ui.look.plain import CheckBox, Label, presses
from ui.look.problem import ProblemBox
from ui.look.theme import Role, distance, dress

PATTERNS = " ".join(f"*{each}" for each in SHEETS)


class FilePage(QWidget):
    """Takes a file by its button or by dropping it, and shows its first rows."""

    file_chosen = Signal(object)
    """Path: the person wants this file to be read."""
    entity_chosen = Signal(str)
    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    """The titles are in the row with this number; 0 when the sheet has none."""

    def __init__(self, words: Words, catalog: Catalog, entity: str, folder: Path) -> None:
        """Begin without a file; `entity` is what it most likely holds, `folder` where it most likely is."""
        super().__init__()
        self.words = words
        self.folder = folder
        DropPlace(self, self._wanted_files)
        self.choosing = text_button(words("Elegir archivo…"), "folder-open", self.choose)
        self.file = Label(words("Ningún archivo elegido"))
        self.problems = ProblemBox(words)
        self.notices = Label()
        self.notices.setWordWrap(True)
        self.notices.hide()
        dress(self.notices, Role.CAUTION)
        self.holds = self._combo(words("Contiene"))
        for name in catalog.stored:
            self.holds.addItem(words(catalog[name].many), name)
        self.show_entity(entity)
        self.sheets = self._combo(words("Hoja"))
        self.header = QSpinBox()
        self.header.setAccessibleName(words("Fila de los títulos"))
        self.untitled = CheckBox(words("No tiene títulos"))
        self.found = Label()
        self.found.setWordWrap(True)
        dress(self.found, Role.QUIET)
        self._titled = False
        """Whether the titles are where the reader wrote them, and nobody is asked for them."""
        self.rows = SheetModel(words, self)
        self.table = self._make_table()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_drop())
        self.stack.addWidget(self.table)
        self.facts = self._make_facts()
        self._lay_out()
        self._connect()

    @property
    def entity(self) -> str:
        """What the file holds, as the person says."""
        return str(self.holds.currentData())

    def show_entity(self, entity: str) -> None:
        """Show that the file is taken to hold records of `entity`."""
        self.holds.setCurrentIndex(max(0, self.holds.findData(entity)))

    def choose(self) -> None:
        """Ask for the file."""
        words = self.words
        kinds = ";;".join((words("Planillas ({patterns})", patterns=PATTERNS), words("Todos los archivos (*)")))
        name, _ = QFileDialog.getOpenFileName(self, words("Elegir la planilla"), str(self.folder), kinds)
        if name:
            self.file_chosen.emit(Path(name))

    def show_problems(self, path: Path, problems: tuple[Problem, ...]) -> None:
        """Say why the file cannot be read."""
        self.file.setText(path.name)
        self.problems.show_problems(problems)
        self.notices.hide()
        self.rows.show_sheet(None, None)
        self.stack.setCurrentIndex(0)
        self.facts.hide()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the sheet, with the row of its titles marked."""
        book, sheet = prepared.workbook, prepared.sheet
        self._titled = book.titled
        self.problems.show_problems([])
        self.file.setText(book.file)
        said = " ".join(notice.say(self.words) for notice in book.notices)
        self.notices.setText(said)
        self.notices.setVisible(bool(said))
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for each in book.sheets:
            self.sheets.addItem(self.words("{name} (oculta)", name=each.name) if each.hidden else each.name, each.name)
        self.sheets.setCurrentIndex(self.sheets.findData(sheet.name))
        self.sheets.blockSignals(False)
        for part in (self.sheets, self.sheets_label):
            part.setVisible(len(book.sheets) > 1)
        self._show_header(prepared)
        self.rows.show_sheet(sheet, prepared.header.row)
        self.stack.setCurrentIndex(1)
        self.facts.show()
        if prepared.header.row is not None:
            row = prepared.header.row - sheet.first_row
            self.table.scrollTo(self.rows.index(max(0, row - 3), 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the row with the keyboard for that of the titles with Enter, as a click does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and presses(event):
            if self.table.currentIndex().isValid():
                self._on_row(self.table.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def _wanted_files(self, paths: Sequence[Path]) -> Drop | None:
        """Read the file that is dropped."""
        if not paths:
            return None
        return Drop(self.words("Soltar para leer {file}", file=paths[0].name), partial(self.file_chosen.emit, paths[0]))

    def _show_header(self, prepared: Prepared) -> None:
        words, row = self.words, prepared.header.row
        for part in (self.header, self.untitled):
            part.blockSignals(True)
        self.header.setRange(prepared.sheet.first_row, prepared.sheet.last_row)
        self.header.setValue(row or prepared.sheet.first_row)
        self.header.setEnabled(row is not None)
        self.untitled.setChecked(row is None)
        for part in (self.header, self.untitled):
            part.blockSignals(False)
        count = len(prepared.sheet.rows)
        rows = words.plural("{count} fila", "{count} filas", count)
        for shown in (self.header_label, self.header, self.untitled):
            shown.setVisible(not prepared.workbook.titled)
        if prepared.workbook.titled:
            said = words.plural("{count} evento", "{count} eventos", count - 1)
        elif row is None:
            said = words(
                "{rows}. No se encontraron títulos: en la página siguiente indique qué es cada columna.", rows=rows
            )
        else:
            said = words("{rows}. Si los títulos están en otra fila, haga clic en ella.", rows=rows)
        self.found.setText(said)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setAccessibleName(self.words("Primeras filas de la planilla"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultSectionSize(table.fontMetrics().averageCharWidth() * 18)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.verticalHeader().setSectionsClickable(True)
        table.verticalHeader().sectionClicked.connect(self._on_row)
        table.clicked.connect(lambda index: self._on_row(index.row()))
        table.installEventFilter(self)
        titles = self.words("Usar como fila de los títulos")
        offers = (Offer(titles, lambda: self._on_row(table.currentIndex().row())),)
        ContextMenu(table, lambda: () if self._titled else offers)
        return table

    def _make_drop(self) -> QWidget:
        zone = QFrame()
        dress(zone, Role.CARD)
        said = Label(self.words("Arrastre la planilla hasta aquí, o elija el archivo."))
        dress(said, Role.HEADING)
        kinds = Label(
            self.words(
                "Excel (.xlsx, .xls), LibreOffice (.ods), texto (.csv) o calendario (.ics). El archivo no se modifica."
            )
        )
        dress(kinds, Role.QUIET)
        column = QVBoxLayout(zone)
        column.addStretch(1)
        for label in (said, kinds):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        return zone

    def _make_facts(self) -> QWidget:
        facts = QWidget()
        row = QHBoxLayout(facts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(distance(1, self))
        self.sheets_label = Label(self.words("Hoja"))
        self.header_label = Label(self.words("Fila de los títulos"))
        self.header_label.setBuddy(self.header)
        for part in (self.sheets_label, self.sheets, self.header_label, self.header, self.untitled):
            row.addWidget(part)
        row.addWidget(self.found, 1)
        facts.hide()
        return facts

    def _combo(self, name: str) -> Combo:
        combo = Combo()
        combo.setAccessibleName(name)
        return combo

    def _lay_out(self) -> None:
        holds = Label(self.words("Contiene"))
        holds.setBuddy(self.holds)
        top = QHBoxLayout()
        top.setSpacing(distance(1, self))
        top.addWidget(self.choosing)
        top.addWidget(self.file, 1)
        top.addWidget(holds)
        top.addWidget(self.holds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        column.addLayout(top)
        column.addWidget(self.problems)
        column.addWidget(self.notices)
        column.addWidget(self.facts)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.holds.activated.connect(lambda _at: self.entity_chosen.emit(self.entity))
        self.sheets.activated.connect(lambda _at: self.sheet_chosen.emit(str(self.sheets.currentData())))
        self.header.valueChanged.connect(self.header_chosen)
        self.untitled.toggled.connect(lambda on: self.header_chosen.emit(0 if on else self.header.value()))

    def _on_row(self, row: int) -> None:
        if not self._titled:
            self.header_chosen.emit(self.rows.number_of(row))
