"""The board of a plan: a card for each line, with how far it is, how that comes about, and what is overdue."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.file.files import Store
from app.plan import Board, BoardLine, PlanChoice, read_board, say_progress
from app.plan.board import lines_in_order, reach_of_board
from app.records.catalog import Query
from app.records.reach import Reach
from app.screens import layout_of
from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.door import Card
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.plan.page import PlanPage
from ui.work.workspace import Workspace

BAR_HEIGHT = 6
BAR_WIDTH = 160


class ProgressBar(QWidget):
    """A thin bar, filled as far as something is; what it says stands in words beside it."""

    def __init__(self, share: float) -> None:
        """Fill `share` of the bar, from 0 to 1."""
        super().__init__()
        self.share = min(max(share, 0.0), 1.0)
        self.setFixedHeight(BAR_HEIGHT)

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
        row.addLayout(inside, 1)
        late = self._add_late(inside, line, words)
        if line.progress is not None:
            row.addWidget(ProgressBar(float(line.progress.number) / 100), 0, Qt.AlignmentFlag.AlignVCenter)
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


class BoardPage(PlanPage):
    """The lines of the plan; a press leads to one, with its actions and its evidence."""

    title = mark("Plan de trabajo")
    parts = frozenset({"board", "actions"})

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace)
        self.cards: dict[str, LineCard] = {}
        adding = text_button(self.words("Línea de acción nueva"), "plus", self._add_line)
        self.chooser.add(adding)
        for kind, press in (("plan_line", self._list_lines), ("evidence", self._list_evidence)):
            self.chooser.add(text_button(self.words(workspace.catalog[kind].many), "list-bullets", press, Role.LINK))

    def read_content(self, store: Store, term: PlanChoice) -> tuple[Board, Reach]:
        """Read the lines with what is counted of them."""
        return read_board(store, term.period_id), reach_of_board(store.catalog, term.period_id)

    def show_content(self, content: object) -> QWidget:
        """Make a card for each line."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(0.75, self))
        self.cards = {}
        for line in content.lines if isinstance(content, Board) else ():
            card = self.cards[line.id] = LineCard(line, self.words)
            card.clicked.connect(partial(self.workspace.record_wanted.emit, "plan_line", line.id))
            column.addWidget(card)
        column.addStretch(1)
        self.entry = next(iter(self.cards.values()), None)
        return scrolled(page)

    def _list_lines(self) -> None:
        """List the lines of the plan that is seen: what is done to many at once is done there."""
        self.workspace.show_list(lines_in_order(self._period()))

    def _list_evidence(self) -> None:
        layout = layout_of("evidence")
        if layout is not None:
            self.workspace.show_list(Query(layout.entity, order=layout.order))

    def _period(self) -> str | None:
        return self.seen.term.period_id if self.seen is not None and self.seen.term is not None else None

    def _add_line(self) -> None:
        period = self._period()
        self.workspace.new_wanted.emit("plan_line", {"period_id": period} if period else {})


def _say(line: BoardLine, words: Words) -> str:
    return say_progress(words, actions=line.actions, done=line.done, measured=line.measured, progress=line.progress)
