"""The last page: what was imported, what was not, and the ways on from here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.network.beginning import Step
from app.records.catalog import EntityInfo
from app.sheets.importing.importing import Counts, Verdict
from app.words.words import Words
from ui.importing.said import VERDICTS, count_of, say_imported
from ui.look.buttons import text_button
from ui.look.icons import IconLabel
from ui.look.notice import NoticeBar
from ui.look.plain import Label, PushButton
from ui.look.tab_order import lead_on
from ui.look.theme import Role, distance, dress


class ResultPage(QWidget):
    """Numbers that add up to the rows of the file."""

    undo_wanted = Signal()
    rest_wanted = Signal()
    """The rows that were not imported are to be saved as a spreadsheet."""
    seeing_wanted = Signal()
    """The records that came in are to be listed."""
    step_wanted = Signal(object)
    """Step: what the person wants to do next."""

    def __init__(self, words: Words) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self.words = words
        self.mark = IconLabel("check-circle")
        self.title = Label()
        self.title.setWordWrap(True)
        dress(self.title, Role.TITLE)
        self.text = Label()
        self.text.setWordWrap(True)
        self.figures = QWidget()
        self.numbers: dict[Verdict, Label] = {}
        self.captions: dict[Verdict, Label] = {}
        self.seeing = text_button(words("Ver lo que entró"), "eye", self.seeing_wanted.emit)
        self.undoing = text_button(words("Deshacer la importación"), "arrow-u-up-left", self.undo_wanted.emit)
        self.saving = text_button(words("Guardar las filas que no entraron…"), "table", self.rest_wanted.emit)
        self.next = QWidget()
        self.next.hide()
        self.steps: list[PushButton] = []
        self.notices = NoticeBar(words)
        self._lay_out()

    def show_result(self, info: EntityInfo, counts: Counts, *, imported: int) -> None:
        """Say what became of the rows of an import of the kind `info`, and that so many records were `imported`."""
        words = self.words
        if imported:
            self.title.setText(say_imported(info, imported, words))
            self.text.setText(words("Puede deshacer la importación entera, ahora o más tarde, con Ctrl+Z."))
        else:
            self.title.setText(words("Nada cambió"))
            self.text.setText(self._said_unchanged(counts))
        self.undoing.setVisible(imported > 0)
        self.seeing.setVisible(imported > 0)
        for verdict, number in self.numbers.items():
            number.setText(words.number(count_of(counts, verdict)))
        self.saving.setVisible(_left_out(counts) > 0)

    def _said_unchanged(self, counts: Counts) -> str:
        """Say why nothing was imported; of a sheet of which some did not go in, that the rest was there already."""
        if not counts.same:
            return ""
        if left := _left_out(counts):
            return self.words.plural(
                "Lo demás ya estaba en el archivo; {count} fila no entró.",
                "Lo demás ya estaba en el archivo; {count} filas no entraron.",
                left,
            )
        return self.words("Todo lo que trae la planilla ya estaba en el archivo.")

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Offer what is still to do in the file; nothing hides the offer."""
        for button in self.steps:
            button.hide()
            button.deleteLater()
        self.steps = [text_button(self.words(each.said), "arrow-right", self._ask(each), Role.LINK) for each in steps]
        for button in self.steps:
            self._column_of_steps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        lead_on(self.seeing, (self.undoing, self.saving, *self.steps))
        self.next.setVisible(bool(steps))

    def show_undone(self) -> None:
        """Say that the import was taken back."""
        self.title.setText(self.words("Importación deshecha"))
        self.text.setText(self.words("El archivo quedó como estaba antes de importar."))
        for gone in (self.undoing, self.seeing, self.figures, self.next):
            gone.hide()

    def _ask(self, step: Step) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(step)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(distance(1, self))
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        figures = QHBoxLayout(self.figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(distance(4, self))
        for verdict in Verdict:
            figures.addLayout(self._figure(verdict))
        figures.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(distance(1, self))
        buttons.addWidget(self.seeing)
        buttons.addWidget(self.undoing)
        buttons.addWidget(self.saving)
        buttons.addStretch(1)
        heading = Label(self.words("Qué sigue"))
        dress(heading, Role.HEADING)
        self._column_of_steps = QVBoxLayout(self.next)
        self._column_of_steps.setContentsMargins(0, distance(1, self), 0, 0)
        self._column_of_steps.setSpacing(distance(0.5, self))
        self._column_of_steps.addWidget(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, distance(2, self), 0, 0)
        column.setSpacing(distance(2, self))
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.figures)
        column.addLayout(buttons)
        column.addWidget(self.next)
        column.addStretch(1)
        column.addWidget(self.notices)

    def _figure(self, verdict: Verdict) -> QVBoxLayout:
        number = Label()
        dress(number, Role.NUMBER)
        caption = Label(self.words(VERDICTS[verdict].done))
        dress(caption, Role.QUIET)
        number.setBuddy(caption)
        self.numbers[verdict], self.captions[verdict] = number, caption
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(number)
        column.addWidget(caption)
        return column


def _left_out(counts: Counts) -> int:
    """Return how many rows of the sheet did not go in."""
    return counts.doubtful + counts.refused
