"""The way from a record to those before and after it in the list, and back to the list where that is hidden."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words.words import Words
from ui.look.actions import say_keys
from ui.look.buttons import icon_button, text_button
from ui.look.plain import set_tip
from ui.look.theme import Role, distance
from ui.table.table import Table


class Turning(QWidget):
    """Stands on the head of a record."""

    def __init__(self, room: QWidget, words: Words, turn: Callable[[int], object], back: Callable[[], object]) -> None:
        """Call `turn` with -1 or 1 for the record before or after, and `back` for the list.

        It waits in its `room`, unseen, for the first record: outside, what its buttons call would keep the room for
        good when none is ever shown.
        """
        super().__init__(room)
        self.hide()
        self.back = text_button(words("Lista"), "caret-left", back, Role.LINK)
        set_tip(self.back, words("Volver a la lista (Esc)"))
        self.back.setAccessibleName(words("Volver a la lista"))
        self.previous = icon_button(words("Ficha anterior"), "caret-up", lambda: turn(-1), say_keys("Ctrl+PgUp"))
        self.next = icon_button(words("Ficha siguiente"), "caret-down", lambda: turn(1), say_keys("Ctrl+PgDown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(distance(0.25, self))
        for button in (self.back, self.previous, self.next):
            row.addWidget(button)
        self.say_alone(alone=False)

    def allow(self, *, previous: bool, next: bool) -> None:  # noqa: A002 - as the command is called
        """Say whether there is a record before and after."""
        self.previous.setEnabled(previous)
        self.next.setEnabled(next)

    def say_alone(self, *, alone: bool) -> None:
        """Offer the way back to the list, which a record that stands alone has taken the room of."""
        self.back.setVisible(alone)


def neighbours(table: Table, shown: str | None) -> tuple[str, str]:
    """Return the keys of the records before and after the one `shown` in the order of a list, empty for none."""
    ids, is_current = table.rows.ids, shown is not None and shown == table.current_id()
    if shown is None or not (is_current or shown in ids):
        return "", ""
    row = table.currentIndex().row() if is_current else ids.index(shown)
    return ids[row - 1] if row > 0 else "", ids[row + 1] if row + 1 < len(ids) else ""
