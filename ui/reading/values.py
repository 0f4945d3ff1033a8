"""One value of a page as a widget: text that can be selected, or a link that leads where it says."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Absent, Address, Cell, Reference, Several, Tone, Value, Way
from app.rendering.say import as_cell, say_value
from app.words.words import Words
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.link import EDGE, Link
from ui.look.menus import ContextMenu, Entry, Offer
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.reading.passage import Passage, is_too_long

UNBROKEN = "\u00a0"
"""A space where no line ends, within a phone."""
TONES: Mapping[Tone, Role] = {Tone.MUTED: Role.QUIET, Tone.WARNING: Role.CAUTION, Tone.LATE: Role.ERROR}


class ValueMaker:
    """Makes the widgets of values; `follow` leads where a link says, `commands` are those of a field or of a record."""

    def __init__(
        self,
        words: Words,
        follow: Callable[[Reference | Address], object],
        commands: Callable[[str, Reference | None], Sequence[Offer]],
    ) -> None:
        """Speak the language of `words`."""
        self.words = words
        self._follow = follow
        self._commands = commands

    def make(self, value: Value | Cell, label: str, name: str = "") -> QWidget | None:
        """Return the widget of a value that `label` names, of the field `name`; None for what is not recorded."""
        cell = as_cell(value)
        match cell.value:
            case None | "" | Absent():
                return None
            case Reference() | Address(way=Way.EMAIL | Way.PHONE | Way.WEB):
                return self._link(cell.value, label, name)
            case Several():
                return self._several(cell.value, label, name)
            case _:
                return self.text(say_value(cell.value, self.words), label, name, cell.tone)

    def text(self, text: str, label: str, name: str = "", tone: Tone = Tone.PLAIN) -> Label | Passage:
        """Return a text that can be selected and copied; a screen reader hears `label` before it."""
        made = Passage(text) if is_too_long(text) else _label(text)
        made.setAccessibleName(f"{label}: {text}" if label else text)
        if tone in TONES:
            dress(made, TONES[tone])
        if tone is Tone.STRONG:
            font = made.font()
            font.setBold(True)
            made.setFont(font)
        self.give_menu(made, lambda: made.selectedText() or text, name, None)
        return made

    def _link(self, value: Reference | Address, label: str, name: str) -> Link:
        is_phone = isinstance(value, Address) and value.way is Way.PHONE
        made = Link(value.text.replace(" ", UNBROKEN) if is_phone else value.text)
        made.setAccessibleName(f"{label}: {value.text}" if label else value.text)
        made.clicked.connect(lambda _checked=False: self._follow(value))
        self.give_menu(made, lambda: value.text, name, value if isinstance(value, Reference) else None)
        return made

    def _several(self, values: Several, label: str, name: str) -> QWidget:
        made = QWidget()
        parts = [each for each in (self.make(each, label, name) for each in values.values) if each is not None]
        if values.between.startswith("\n"):
            column = QVBoxLayout(made)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for each in parts:
                column.addWidget(each)
        else:
            flow = Flow(made, spacing=distance(1, made))
            for each in parts:
                flow.addWidget(each)
        return made

    def give_menu(self, widget: QWidget, said: Callable[[], str], name: str, record: Reference | None = None) -> None:
        """Offer on a widget to copy what it says, and what can be done with the field, list or record that it shows."""
        # A menu listens to all that happens to its widget: it is made when it is first asked for, or a page were slow.
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(partial(self._open_menu, widget, said, name, record))

    def _open_menu(
        self, widget: QWidget, said: Callable[[], str], name: str, record: Reference | None, at: QPoint
    ) -> None:
        def entries() -> Sequence[Entry]:
            copy = Offer(self.words("Copiar"), lambda: QGuiApplication.clipboard().setText(said()), icon("copy"))
            return (copy, *self._commands(name, record))

        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        ContextMenu(widget, entries).open_at(widget.mapToGlobal(at))


def _label(text: str) -> Label:
    made = Label(text, wraps=True)
    made.setMargin(EDGE)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
