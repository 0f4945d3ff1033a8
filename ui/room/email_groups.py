"""More e-mails than one message takes: in groups, copied one after another."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.records.emails import GROUP, Emails, as_line, say_without
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.dialog import DialogFrame
from ui.look.elided import ElidedLabel
from ui.look.icons import icon
from ui.look.plain import Label, PushButton, set_tip
from ui.look.scroll import scrolled
from ui.look.theme import distance

WIDTH = 560
MOST_SEEN = 8
"""Groups that are seen at once; the others are scrolled to."""


class EmailGroups(DialogFrame):
    """Each press of the main button copies the next group; each has its own button too, to copy it again."""

    def __init__(self, words: Words, found: Emails, parent: QWidget | None = None) -> None:
        """Offer the groups of `found`."""
        super().__init__(words, words("Copiar los correos"), "", parent)
        self.groups = found.groups
        self.copied: set[int] = set()
        self.setMinimumWidth(WIDTH)
        self.cancelling.setText(words("Cerrar"))
        count = words.plural("Es {count} correo.", "Son {count} correos.", len(found.addresses))
        why = words(
            "Muchos servidores rechazan un mensaje con más de 100 destinatarios: van en grupos de hasta {most}, uno por"
            " mensaje.",
            most=words.number(GROUP),
        )
        self.say(" ".join(filter(None, (count, say_without(words, found), why))))
        self.buttons_of_groups: list[PushButton] = []
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, distance(1, self), 0)
        grid.setSpacing(distance(1, self))
        grid.setColumnStretch(1, 1)
        for at, group in enumerate(self.groups):
            self._add_row(grid, at, group)
        area = scrolled(page)
        area.setFrameShape(QFrame.Shape.NoFrame)
        shown = min(len(self.groups), MOST_SEEN)
        area.setFixedHeight(page.sizeHint().height() * shown // len(self.groups) + (shown < len(self.groups)))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area)
        self._area = area
        self._say_next()
        self.accepting.setFocus()

    def accept(self) -> None:
        """Copy the next group; after the last, leave."""
        at = self._next()
        if at is None:
            super().accept()
        else:
            self.copy(at)

    def copy(self, at: int) -> None:
        """Put one group on the clipboard."""
        QGuiApplication.clipboard().setText(as_line(self.groups[at]))
        self.copied.add(at)
        button = self.buttons_of_groups[at]
        button.setText(self.words("Copiado"))
        button.setIcon(icon("check-circle"))
        self._area.ensureWidgetVisible(button)
        self._say_next()

    def _next(self) -> int | None:
        return next((at for at in range(len(self.groups)) if at not in self.copied), None)

    def _say_next(self) -> None:
        at, words = self._next(), self.words
        if at is None:
            self.accepting.setText(words("Listo"))
        else:
            self.accepting.setText(self._said_copying(at))
        self.cancelling.setVisible(at is not None)

    def _said_copying(self, at: int) -> str:
        number, count = self.words.number(at + 1), self.words.number(len(self.groups))
        return self.words("Copiar el grupo {number} de {count}", number=number, count=count)

    def _add_row(self, grid: QGridLayout, at: int, group: tuple[str, ...]) -> None:
        words = self.words
        name = words("Grupo {number}", number=words.number(at + 1))
        count = words.plural("{count} correo", "{count} correos", len(group))
        ends = ElidedLabel(words("{first} a {last}", first=group[0], last=group[-1]))
        set_tip(ends, as_line(group))
        button = text_button(words("Copiar"), "copy", partial(self.copy, at))
        said = words("{group} · {count}", group=name, count=count)
        button.setAccessibleDescription(said)
        grid.addWidget(Label(said), at, 0)
        grid.addWidget(ends, at, 1)
        grid.addWidget(button, at, 2)
        self.buttons_of_groups.append(button)
