"""The cells of a sheet as they are in the file, with the row of its titles marked."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from app.sheets.reading.workbook import CellError, CellValue, Row, Sheet, column_letter
from app.words.values.texts import as_text
from app.words.words import Words
from ui.table.read_model import ReadModel


class SheetModel(ReadModel[Row]):
    """Every row of a sheet; nothing is copied of it."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Begin without a sheet."""
        super().__init__((), frozenset(), parent)
        self.words = words
        self.sheet: Sheet | None = None
        self.header: int | None = None

    def show_sheet(self, sheet: Sheet | None, header: int | None) -> None:
        """Show `sheet`; `header` is the number in the file of the row of titles, None when it has none."""
        self.beginResetModel()
        self.sheet, self.header = sheet, header
        self.lines = sheet.rows if sheet else ()
        self.headings = tuple(map(column_letter, range(sheet.width))) if sheet else ()
        self.endResetModel()

    def shown(self, at: int, column: int, role: int) -> object:
        """Return what a cell holds; the titles stand out, what is above them, not imported, stands back."""
        if role == Qt.ItemDataRole.DisplayRole:
            return show_cell(self.lines[at][column], self.words)
        number = self.number_of(at)
        if self.header is None or number > self.header:
            return None
        palette = QGuiApplication.palette()
        if number < self.header:
            return palette.color(QPalette.ColorRole.PlaceholderText) if role == Qt.ItemDataRole.ForegroundRole else None
        return {
            Qt.ItemDataRole.FontRole: _bold(),
            Qt.ItemDataRole.BackgroundRole: palette.color(QPalette.ColorRole.Highlight),
            Qt.ItemDataRole.ForegroundRole: palette.color(QPalette.ColorRole.HighlightedText),
        }.get(Qt.ItemDataRole(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the letters of the columns and the numbers of the rows, as the spreadsheet program shows them."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        number = self.number_of(section)
        return f"▸ {number}" if number == self.header else str(number)

    def number_of(self, row: int) -> int:
        """Return the number in the file of a row of the model."""
        return row + (self.sheet.first_row if self.sheet else 1)


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font


def show_cell(value: CellValue, words: Words) -> str:
    """Write what a cell holds on one line."""
    if value is None:
        return ""
    return value.code if isinstance(value, CellError) else " ".join(as_text(value, words).split())
