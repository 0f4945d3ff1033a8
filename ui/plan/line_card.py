"""A line of the plan in short, as the board and Inicio show it: how far it is, how that comes about, what is late."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plan import BoardLine, say_progress
from app.words.words import Words
from ui.look.door import Card
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress

BAR_HEIGHT = 6
BAR_WIDTH = 160


class ProgressBar(QWidget):
    """A thin bar, filled as far as something is; what it says stands in words beside it."""

    def __init__(self, share: float) -> None:
        """Fill `share` of the bar, from 0 to 1."""
        super().__init__()
        self.share = min(max(share, 0.0), 1.0)
        self.setFixedHeight(BAR_HEIGHT)
        self.setMaximumWidth(BAR_WIDTH)

    def sizeHint(self) -> QSize:
        """Ask for the room of a thin bar."""
        return QSize(BAR_WIDTH, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the way in a quiet colour, and what is done of it in the colour of what is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        whole.setWidth(whole.width() * self.share)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
        painter.drawRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.end()


class LineCard(Card):
    """One line of the plan."""

    def __init__(self, line: BoardLine, words: Words) -> None:
        """Say `line`."""
        super().__init__()
        said = words("Vacante: el documento no trae este punto.") if line.vacant else _say(line, words)
        number = Label(line.number)
        dress(number, Role.NUMBER)
        number.setMinimumWidth(self.fontMetrics().averageCharWidth() * 5)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title = Label(line.name, wraps=True)
        dress(title, Role.QUIET if line.vacant else Role.HEADING)
        below = Label(said, wraps=True)
        dress(below, Role.QUIET)
        inside = QVBoxLayout()
        inside.setSpacing(2)
        inside.addWidget(title)
        inside.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(1, self), distance(0.75, self), distance(1.5, self), distance(0.75, self))
        row.setSpacing(distance(2, self))
        row.addWidget(number)
        row.addLayout(inside, 3)
        late = self._add_late(inside, line, words)
        if line.progress is not None:
            row.addWidget(ProgressBar(float(line.progress.number) / 100), 1)
        row.addWidget(IconLabel("caret-right", QPalette.ColorRole.PlaceholderText))
        self.setAccessibleName(" · ".join(filter(None, (line.number, line.name))))
        self.setAccessibleDescription(". ".join(filter(None, (said, late))))
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _add_late(self, below: QVBoxLayout, line: BoardLine, words: Words) -> str:
        if not line.overdue:
            return ""
        said = words.plural("{count} acción atrasada", "{count} acciones atrasadas", line.overdue)
        text = Label(said)
        dress(text, Role.CAUTION)
        row = QHBoxLayout()
        row.addWidget(IconLabel("warning", QPalette.ColorRole.WindowText))
        row.addWidget(text, 1)
        below.addLayout(row)
        return said


def _say(line: BoardLine, words: Words) -> str:
    return say_progress(words, actions=line.actions, done=line.done, measured=line.measured, progress=line.progress)
