"""The editor of texts of several paragraphs, which grows with what it holds."""

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.records.catalog import FieldInfo
from app.words.problems import Problem
from ui.form.editors.editor import Desk, Editor, Written

FEWEST_LINES, MOST_LINES = 3, 14
"""How many lines a text shows at least, and at most before it scrolls."""
LINES_OF_PROSE = 9, 22
"""The same of a text of pages: an empty one invites to write, and of a long one much is seen in a low window too."""


class LongTextEditor(Editor):
    """Paragraphs; Tab goes on to the next field."""

    lines = FEWEST_LINES, MOST_LINES

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(info, desk, parent)
        self.box = _Paragraphs(*self.lines)
        self.enter_by(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self._setting = False
        self.box.textChanged.connect(self._on_changed)

    def value(self) -> object:
        """Return the text without the blanks around it; None when there is none."""
        return self._reading()[0]

    def problem(self) -> Problem | None:
        """Say why the text cannot be kept."""
        return self._reading()[1]

    def _reading(self) -> tuple[object, Problem | None]:
        text = self.box.toPlainText()
        return self.read(text) if text.strip() else (None, None)

    def set_value(self, value: object, title: str = "") -> None:
        """Show `value`."""
        text = "" if value is None else str(value)
        if self.box.toPlainText() != text:  # the cursor stays where somebody writes
            self._setting = True
            self.box.setPlainText(text)
            self._setting = False
        self.box.document().clearUndoRedoStacks()  # what stood there before is taken back by the form

    def written(self) -> Written:
        """Return the text as it stands."""
        return Written(None, self.box.toPlainText())

    def put(self, written: Written) -> None:
        """Show a text as it stood."""
        self.set_value(written.typed)

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text selectable."""
        self.box.setReadOnly(read_only)

    def _on_changed(self) -> None:
        self.box.grow()
        if not self._setting:
            self.changed.emit()


class ProseEditor(LongTextEditor):
    """The text of a chapter, which runs over pages."""

    lines = LINES_OF_PROSE


class _Paragraphs(QPlainTextEdit):
    def __init__(self, fewest: int, most: int) -> None:
        super().__init__()
        self._fewest, self._most = fewest, most
        self.setTabChangesFocus(True)
        self.grow()

    def grow(self) -> None:
        lines = min(max(int(self.document().size().height()), self._fewest), self._most)
        margins = self.contentsMargins()
        room = 2 * self.document().documentMargin() + margins.top() + margins.bottom() + 4
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + room))
