"""The left rail: the rooms, grouped, with their names or as icons alone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.screens.screen import Screen
from app.words.words import Words
from ui.look.icons import icon
from ui.look.plain import Label, ToolButton, set_tip
from ui.look.scroll import take_menu_of_bar
from ui.look.spoken import hear_as, turn_pages
from ui.look.theme import SCROLL_BAR, Role, distance, dress

GAP = 2
AROUND, AROUND_CLOSE = 10, 5
"""Pixels above and below the name of a room: where there is room for all of them, and where there is not."""
FULL_WIDTH = 22
"""Characters that the names of rooms have room for at the least."""
LEAST_BESIDE = 60
"""Characters of a room that are seen beside the names: the bar of a new record in Portuguese takes 58."""


class RoomButton(ToolButton):
    """One room of the rail; the arrows go to the next."""

    moved = Signal(int)

    def __init__(self, screen: Screen, words: Words, shortcut: str) -> None:
        """Stand for `screen`; `shortcut` is said in the tip."""
        super().__init__()
        self.screen_name = screen.name
        self.said = words(screen.title)
        self.setText(f" {self.said}")  # Qt leaves no room between icon and words
        self.setIcon(icon(screen.icon))
        self.setCheckable(True)
        set_tip(self, f"{self.said} ({shortcut})" if shortcut else self.said)
        self.setAccessibleName(self.said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, Role.RAIL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrows."""
        if event.key() == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)


class Rail(QFrame):
    """The rooms of the window."""

    chosen = Signal(str)
    """The room of that name is wanted."""
    folded = Signal(bool)

    def __init__(self, screens: Sequence[Screen], words: Words, *, collapsed: bool = False) -> None:
        """List `screens` under their groups."""
        super().__init__()
        self.words = words
        self.buttons: dict[str, RoomButton] = {}
        self.headings: list[Label] = []
        self.collapsed = collapsed
        """Whether icons alone are shown."""
        self._chosen = collapsed
        self._is_narrow = False
        dress(self, Role.RAIL)
        self._choice = QButtonGroup(self)
        self._inside = QWidget()
        for each in (self, self._inside):
            each.setAccessibleName(words("Secciones"))
        hear_as(self._inside, QAccessible.Role.PageTabList)
        self._column = QVBoxLayout(self._inside)
        margin = distance(1, self)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(GAP)
        self._fill(screens)
        self.folding = ToolButton()
        self.folding.clicked.connect(lambda: self.collapse(collapsed=not self.collapsed))
        dress(self.folding, Role.RAIL)
        self.folding.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        area = self._area = QScrollArea()
        self._ground = QWidget()  # one asked of Qt by `viewport` has PySide make 79 enums
        self._ground.setAutoFillBackground(False)
        area.setViewport(self._ground)
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        take_menu_of_bar(area)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        aside = area.horizontalScrollBar()
        # Qt goes aside to show the whole of a button while the rail is still narrower than its names, and stays there.
        aside.valueChanged.connect(lambda at: aside.setValue(0) if at else None)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(margin, 0, margin, margin)
        foot.addWidget(self.folding)
        column.addLayout(foot)
        self._show(collapsed=collapsed)

    def show_room(self, name: str) -> None:
        """Mark the room that is shown."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)
            self._area.ensureWidgetVisible(self.buttons[name], 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rooms together where they have little height, and keep the one that is shown in sight."""
        super().resizeEvent(event)
        self._fit_height()
        shown = self._choice.checkedButton()
        if shown is not None:
            self._area.ensureWidgetVisible(shown, 0, 0)

    def collapse(self, *, collapsed: bool) -> None:
        """Show icons alone, or names too, as the person chooses."""
        self._chosen = collapsed
        self._show(collapsed=collapsed)
        self.folded.emit(collapsed)

    def fit_in(self, width: int) -> None:
        """Show icons alone while a window of `width` pixels is too narrow for names and room, else what was chosen."""
        character = self.fontMetrics().averageCharWidth()
        is_narrow = width < (FULL_WIDTH + LEAST_BESIDE) * character
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show(collapsed=is_narrow or self._chosen)

    def _fit_height(self) -> None:
        """Leave less around the names where all rooms would else not be seen at once."""
        shown = [heading for heading in self.headings if not heading.isHidden()]
        buttons, gaps = len(self.buttons), len(self.buttons) + len(shown) - 1
        letters, above = self.fontMetrics().height(), distance(1.5, self)
        wide = letters + 2 * AROUND
        asked = buttons * wide + len(shown) * (letters + above + GAP) + gaps * GAP + 2 * distance(1, self)
        is_close = asked > self._area.height()
        for button in self.buttons.values():
            button.setFixedHeight(letters + 2 * AROUND_CLOSE if is_close else wide)
        for heading in self.headings:
            heading.setContentsMargins(distance(1, self), distance(0.5, self) if is_close else above, 0, GAP)

    def _show(self, *, collapsed: bool) -> None:
        self.collapsed = collapsed
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (*self.buttons.values(), self.folding):
            button.setToolButtonStyle(alone if collapsed else beside)
        for heading in self.headings:
            heading.setVisible(not collapsed)
        said = self.words("Mostrar los nombres") if collapsed else self.words("Achicar")
        self.folding.setText(said)
        set_tip(self.folding, said)
        self.folding.setAccessibleName(said)
        self.folding.setIcon(icon("caret-double-right" if collapsed else "caret-double-left"))
        self._fit_height()
        self.setFixedWidth(self.fontMetrics().height() + distance(4.5, self) if collapsed else self._room_of_names())

    def _room_of_names(self) -> int:
        """Return the width of the longest name as it is written while its room is shown, in bold."""
        around = 2 * distance(1, self) + 1 + SCROLL_BAR
        asked = [self.fontMetrics().averageCharWidth() * FULL_WIDTH]
        for button in self.buttons.values():
            button.ensurePolished()
            font = QFont(button.font())
            font.setBold(True)
            plain, bold = (QFontMetrics(each).horizontalAdvance(button.text()) for each in (button.font(), font))
            asked.append(button.sizeHint().width() + max(0, bold - plain) + around)
        return max(asked)

    def _fill(self, screens: Sequence[Screen]) -> None:
        group = ""
        side = self.fontMetrics().height()
        for number, screen in enumerate(screens, start=1):
            if screen.group != group:
                group = screen.group
                heading = Label(self.words(group))
                dress(heading, Role.QUIET)
                self.headings.append(heading)
                self._column.addWidget(heading)
            button = RoomButton(screen, self.words, f"Ctrl+{number}" if number <= 9 else "")  # noqa: PLR2004 - keys 1 to 9
            button.setIconSize(QSize(side + 6, side))
            button.clicked.connect(partial(self.chosen.emit, screen.name))
            button.moved.connect(partial(self._move, screen.name))
            turn_pages(self._choice, button)
            self.buttons[screen.name] = button
            self._column.addWidget(button)
        self._column.addStretch(1)

    def _move(self, name: str, step: int) -> None:
        """Put the keyboard on the room after `name`, or before it."""
        names = list(self.buttons)
        at = names.index(name) + step
        if 0 <= at < len(names):
            self.buttons[names[at]].setFocus(Qt.FocusReason.TabFocusReason)
