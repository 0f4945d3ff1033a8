"""What stands above a record: what it is called, and what can be done with it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.words.words import Words
from ui.look.actions import command_of, say_keys
from ui.look.buttons import icon_button, text_button
from ui.look.elided import ElidedLabel
from ui.look.icons import icon
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.theme import Role, distance, dress
from ui.look.wrapping import wrapped
from ui.room.bars import MARGIN

LINES = 2
"""On how many lines a title stands at the most: the end of it often tells a record from its namesakes."""


SHARING = (QEvent.Type.Resize, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
"""What happens to a record, or to what leads back from it, that leaves another width."""
LETTERS = 22
"""The letters of a line of the title below which the buttons stand in a line of their own."""


class RecordHead(QBoxLayout):
    """The title, then the buttons in the order in which they were added; where it is narrow, these stand above it."""

    def __init__(self, words: Words, view: QWidget) -> None:
        """Stand above `view`, in the language of `words`."""
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.words = words
        self._view = view
        self._back: QWidget | None = None
        self._names: dict[PushButton, str] = {}
        self._commands: dict[str, PushButton] = {}
        self.heading = ElidedLabel(lines=LINES)
        dress(self.heading, Role.TITLE)
        self.setContentsMargins(MARGIN, distance(1.5, view), distance(1, view), distance(1, view))
        self.setSpacing(distance(0.5, view))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(distance(0.5, view))
        self.buttons.addStretch()
        self.addWidget(self.heading, 1)
        self.addLayout(self.buttons)
        view.installEventFilter(self)

    def put_first(self, button: QWidget) -> None:
        """Put a button before the others."""
        self.buttons.insertWidget(1, button)
        button.show()

    def put_before(self, back: QWidget) -> None:
        """Put before all what leads back from the record."""
        self._back = back
        self.insertWidget(0, back)
        back.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width anew once there is another, or more to stand in it."""
        if event.type() in SHARING:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Leave the title the room to be read, and the buttons their words where there is room for them."""
        margins = self.contentsMargins()
        room = self._view.width() - margins.left() - margins.right()
        back = self._back.sizeHint().width() + self.spacing() if self._back and not self._back.isHidden() else 0
        for stacked, is_said in ((False, True), (False, False), (True, True), (True, False)):
            self._name(is_said=is_said)
            taken = back + self.buttons.sizeHint().width() + self.spacing()
            if taken <= room if stacked else self._is_read(room - taken):
                break
        self._stack(stacked=stacked)

    def _is_read(self, width: int) -> bool:
        """Tell whether `width` pixels are enough for the title."""
        if width >= self.heading.fontMetrics().averageCharWidth() * LETTERS:
            return True
        words = self.heading.text().split()
        longest = max(map(self.heading.fontMetrics().horizontalAdvance, words), default=0)
        return longest <= width and len(wrapped(self.heading.text(), self.heading.font(), width)) <= LINES

    def _stack(self, *, stacked: bool) -> None:
        if self._back is not None:
            self.removeWidget(self._back)
            self.buttons.removeWidget(self._back)
            (self.buttons if stacked else self).insertWidget(0, self._back)
        self.heading.lines = 1 if stacked else LINES
        # The line of the title is the last one, above what is said of the record.
        self.setDirection(QBoxLayout.Direction.BottomToTop if stacked else QBoxLayout.Direction.LeftToRight)

    def _name(self, *, is_said: bool) -> None:
        for at in range(self.buttons.count()):
            item = self.buttons.itemAt(at)
            button = item.widget() if item is not None else None
            if isinstance(button, PushButton) and button is not self._back:
                name = self._names.setdefault(button, button.text())
                button.setAccessibleName(name)
                button.setText(name if is_said else "")
        self.buttons.invalidate()  # Qt lets the outer layout know of another text, and not yet the one inside of it

    def say(self, title: str) -> None:
        """Show what the record is called; the whole of it is its tip."""
        self.heading.setText(" ".join(title.split()))
        set_tip(self.heading, title)
        self._view.setAccessibleName(title)
        self.fit()

    def add(self, name: str, text: str, press: Callable[[], object]) -> ToolButton:
        """Add a button of an icon; `text` is its name and its tip."""
        button = icon_button(text, name, press)
        self.buttons.addWidget(button)
        return button

    def add_editing(self, press: Callable[[], object]) -> PushButton:
        """Add the button that turns the page into the form."""
        button = text_button(self.words("Editar"), "pencil-simple", press)
        self.buttons.addWidget(button)
        return button

    def add_verifying(self, press: Callable[[], object]) -> ToolButton:
        """Add the button that writes that the record was confirmed today."""
        keys = say_keys(command_of("verify").shortcuts[0])
        button = icon_button(self.words("Verificado hoy"), "check-circle", press, keys)
        self.buttons.addWidget(button)
        return button

    def add_command(self, name: str, give: Callable[[str], object]) -> PushButton:
        """Add the button of a command that is of this kind of record alone; pressing `give`s its name."""
        command = command_of(name)
        button = text_button(self.words(command.text), command.icon, lambda: give(name))
        keys = ", ".join(map(say_keys, command.shortcuts))
        set_tip(button, f"{self.words(command.text)} ({keys})" if keys else self.words(command.text))
        self.buttons.addWidget(button)
        self._commands[name] = button
        return button

    def offer(self, names: Collection[str], *, shown: bool) -> None:
        """Show the buttons of the commands called `names`, as far as there are any, or put them away."""
        for button in (button for name, button in self._commands.items() if name in names):
            button.setVisible(shown)
        self.fit()

    def offer_editing(self, button: PushButton, *, shown: bool, allowed: bool) -> None:
        """Offer the form where the record can be written, and say why where it cannot."""
        button.setVisible(shown)
        button.setEnabled(allowed)
        why = self.words("Esta lista solo muestra fichas de otras: se editan en la suya.")
        set_tip(button, self.words("Editar (F2)") if allowed else why)
        self.fit()

    def say_width(self, button: ToolButton, *, wide: bool) -> None:
        """Say on the button that gives or takes the width what it does now."""
        said = self.words("Mostrar también la lista") if wide else self.words("Usar todo el ancho")
        button.setIcon(icon("arrows-in-simple" if wide else "arrows-out-simple"))
        set_tip(button, said)
        button.setAccessibleName(said)
