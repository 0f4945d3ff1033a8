"""The blocks of a page as widgets, gathered in sections: each heading begins one, and bears its actions."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.document import (
    Annex,
    BarChart,
    Block,
    Cell,
    DescriptionList,
    Drawn,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Reference,
    Table,
    Timeline,
    Value,
)
from ui.look.flow import Flow
from ui.look.link import EDGE
from ui.look.plain import Label
from ui.look.spoken import HeadingLabel, Region
from ui.look.theme import Role, distance, dress
from ui.reading.values import ValueMaker

LABELS = 22
"""Characters that the labels of facts are wide."""

Actions = Callable[[str], Sequence[QWidget]]
"""Returns the buttons of what bears a name."""


class Section(Region):
    """A heading with its actions, and what stands below it."""

    def __init__(self, title: str, name: str, actions: Sequence[QWidget] = ()) -> None:
        """Stand under `title`, and show what is called `name`; without a title there is no heading."""
        super().__init__(title)
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(distance(0.5, self))
        if not title:
            return
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        dress(line, Role.HAIRLINE)
        self.column.addWidget(line)
        self.heading = HeadingLabel(title, level=2)
        self.heading.setMargin(EDGE)
        dress(self.heading, Role.HEADING)
        self.heading.setMinimumHeight(distance(3.5, self))
        self.column.addWidget(_beside(self.heading, actions, title))


class SectionMaker:
    """Makes the sections of a page from its blocks."""

    def __init__(self, values: ValueMaker, actions: Actions, actions_of_rows: Actions) -> None:
        """Make values by `values`; `actions` are put beside headings by their names.

        Rows that stand among the facts have no heading: `actions_of_rows` are put beside the first of them.
        """
        self.values = values
        self._actions = actions
        self._actions_of_rows = actions_of_rows

    def sections(self, blocks: Iterable[Block]) -> list[Section]:
        """Return the sections in their order; what stands before the first heading is one without a title."""
        found = [Section("", "")]
        found[0].setAccessibleName(self.values.words("Datos principales"))
        blocks = list(blocks)
        headed = {block.name for block in blocks if isinstance(block, Heading)}
        for block in blocks:
            if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004 - headings are of 2 and 3
                found.append(Section(block.text, block.name, self._actions(block.name)))
                self.values.give_menu(found[-1].heading, partial(str, block.text), block.name)
            else:
                for widget in self._widgets(block, headed):
                    found[-1].column.addWidget(widget)
        return [each for each in found if each.column.count()]

    def _widgets(self, block: Block, headed: Container[str]) -> Iterator[QWidget]:
        """Return the widgets of a block; the rows of a part whose heading is not `headed` have its actions there."""
        match block:
            case Heading():
                yield self._subheading(block)
            case Paragraph():
                yield self.values.text(block.text, "", "", block.tone)
            case DescriptionList():
                names = block.names or ("",) * len(block.pairs)
                facts = [(*pair, name) for pair, name in zip(block.marked(), names, strict=True)]
                yield self._facts(facts, {name for name in names if name not in headed}, block.wanting)
            case KeyFigures():
                yield self._facts([(label, value, "") for value, label in block.figures])
            case BarChart() | Timeline() | PointMap():
                yield self._drawn(block)
            case Table():
                yield self._table(block)
            case Annex():
                yield self.values.text(block.file_name, block.title)
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def _drawn(self, block: Drawn) -> QWidget:
        """Return in words what is drawn on paper."""
        match block:
            case BarChart():
                return self._facts([(label, count, "") for label, count in block.bars])
            case Timeline():
                rows = (": ".join(filter(None, (row.label, row.said))) for row in block.rows)
                return self.values.text("\n".join(rows), block.title)
            case PointMap():
                return self.values.text(", ".join(point.label for point in block.points), block.title)
            case _:
                assert_never(block)

    def _subheading(self, block: Heading) -> QWidget:
        """Return a heading within a section, and beside it what can be done with what it speaks of."""
        heading = HeadingLabel(block.text, level=3)
        heading.setMargin(EDGE)
        self.values.give_menu(heading, partial(str, block.text), block.name)
        actions = self._actions(block.name)
        if not actions and not block.name:
            dress(heading, Role.QUIET)
            return heading
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        if not actions:  # buttons beside it would keep it away from what stands above
            heading.setContentsMargins(0, distance(1, heading), 0, 0)
            return heading
        return _beside(heading, actions, block.text)

    def _filling(self, name: str) -> Sequence[QWidget]:
        """Return the way to fill in what is missing: the rows of a part, briefly, or a field, a list or the files."""
        return self._actions_of_rows(name) or self._actions(name)

    def _facts(
        self, facts: Sequence[tuple[str, Value, str]], acted_on: Container[str] = (), wanting: Container[int] = ()
    ) -> QWidget:
        """Return labels and values in two columns, of what is known, and beside them their actions.

        Those of the rows of a part stand beside the first that is `acted_on`, those of the field or list that fills in
        what is `wanting` beside each of these places.
        """
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(distance(1.5, made))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        width = made.fontMetrics().averageCharWidth() * LABELS
        done: set[str] = set()
        for at, (label, value, name) in enumerate(facts):
            widget = self.values.make(value, label, name)
            if widget is not None:
                row = grid.rowCount()
                grid.addWidget(_label(label, width), row, 0, Qt.AlignmentFlag.AlignTop)
                of_rows = self._actions_of_rows(name) if name in acted_on and name not in done else ()
                actions = self._filling(name) if at in wanting else of_rows
                done.add(name)
                shown = _beside(widget, actions, label) if actions else widget
                grid.addWidget(shown, row, 1)
        return made

    def _table(self, table: Table) -> QWidget:
        """Return rows of values below the titles of their columns."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(distance(1.5, made))
        grid.setVerticalSpacing(0)
        for at, column in enumerate(table.columns):
            grid.addWidget(_label(column.title, wraps=True), 0, at)
            grid.setColumnStretch(at, round(column.width * 10))
        for number, row in enumerate(table.rows, 1):
            for at, cell in enumerate(row):
                widget = self.cell(cell, table.columns[at].title)
                if widget is not None:
                    grid.addWidget(widget, number, at)
        return made

    def cell(self, cell: Value | Cell, label: str) -> QWidget | None:
        """Return the widget of a cell of a table; a file has its actions beside it."""
        widget = self.values.make(cell, label)
        actions = self._actions(f"{cell.entity}/{cell.id}") if isinstance(cell, Reference) else ()
        if widget is None or not actions:
            return widget
        return _beside(widget, actions, cell.text if isinstance(cell, Reference) else label)


def _beside(widget: QWidget, actions: Sequence[QWidget], what: str) -> QWidget:
    """Return a widget and beside it its actions, of which is heard of `what` they are; several take lines as needed."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 1)
    several = QWidget() if len(actions) > 1 else None
    lines = Flow(several, spacing=distance(0.5, both), right=True) if several is not None else None
    for each in actions:
        each.setAccessibleDescription(what)
        if lines is not None:
            lines.addWidget(each)
        else:
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
    if several is not None:
        row.addWidget(several, 2)
    return both


def _label(text: str, width: int = 0, *, wraps: bool = False) -> Label:
    made = Label(text, wraps=wraps or bool(width))
    made.setMargin(EDGE)
    if width:
        made.setFixedWidth(width)
    dress(made, Role.QUIET)
    return made
