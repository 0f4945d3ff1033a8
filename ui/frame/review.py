"""The bar above a record while one goes through all that a number counts, one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.screens import screen_of
from app.words.fields import RecordKey
from ui.look.buttons import icon_button, text_button
from ui.look.conditions import Condition
from ui.look.notice import Notice, Tone
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress

if TYPE_CHECKING:
    from app.today import Concern
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Review:
    """What is gone through: what counts it, the records in their order, and which of them were verified on the way."""

    concern: "Concern"
    keys: Sequence[RecordKey]
    verified: frozenset[RecordKey] = frozenset()


class ReviewBar(QFrame):
    """Says which of how many is shown, and leads on: by its buttons, and by itself once one is verified.

    It stands above the records that it goes through, and above no other.
    """

    left = Signal()
    """The keyboard was here, and nothing is gone through any more."""
    arrived = Signal()
    """Nothing more is to come by itself: there is no record to go through, or none could be found."""

    def __init__(self, workspace: "Workspace", page: "Callable[[], RoomPage | None]") -> None:
        """Go through records of `workspace`, in the order of the list of `page`, the room that is seen."""
        super().__init__()
        self._page = page
        self.workspace = workspace
        self.words = words = workspace.words
        self.review: Review | None = None
        self._at = -1
        self._is_read = False
        self.is_arriving = False
        """Whether the first record is still to come: what is seen till then is no step of the way."""
        dress(self, Role.BAR)
        self.text = Label()
        self.verifying = text_button(words("Verificado hoy"), "check-circle", lambda: self._do("verify"))
        self.following = text_button(words("Ficha siguiente"), "caret-down", self.go_on)
        self.editing = text_button(words("Editar"), "pencil-simple", lambda: self._do("edit_record"))
        self.ending = icon_button(words("Dejar el recorrido"), "x", self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(2, self), distance(0.5, self), distance(1, self), distance(0.5, self))
        row.setSpacing(distance(0.75, self))
        row.addWidget(self.text, 1)
        for button in (self.verifying, self.following, self.editing, self.ending):
            row.addWidget(button)
        self.hide()
        workspace.review_wanted.connect(self.begin)
        workspace.verified.connect(self._on_verified)

    def begin(self, concern: "Concern") -> None:
        """List what `concern` counts, and show the first of it as soon as it is known."""
        screen = screen_of(concern.query.entity) if concern.query is not None else None
        if screen is None or concern.query is None:
            return
        self.end()
        workspace, query = self.workspace, concern.query
        self.is_arriving = True
        workspace.room_wanted.emit(screen.name, query)
        begun = self._place()
        page = self._page()
        listed = page.asked() if page is not None else None
        if listed is not None and listed.entity == query.entity:
            query = replace(query, order=listed.order)

        def read(_: object) -> Sequence[RecordKey]:
            from app.reviewing import records_of

            return records_of(workspace.store, query)

        def start(keys: Sequence[RecordKey]) -> None:
            self.take_up(Review(concern, keys))
            if keys and self._place() == begun:  # whoever went elsewhere meanwhile stays there
                self._go_to(0)
            else:
                self._arrive()

        def fail(error: Exception) -> None:
            self._arrive()
            workspace.present(error)

        workspace.runner.run(read, start, fail, topic="review")

    def take_up(self, review: Review | None) -> None:
        """Go through what a bar before this one went through, from the record that is shown."""
        self.review = review

    @property
    def _keys(self) -> Sequence[RecordKey]:
        return self.review.keys if self.review is not None else ()

    def _place(self) -> "tuple[RoomPage | None, RecordKey | None]":
        page = self._page()
        return page, page.shown() if page is not None else None

    def look(self, page: "RoomPage | None") -> None:
        """Stand above the record that `page`, the room that is seen, shows, if it is gone through; say which it is."""
        shown = page.shown() if page is not None and self._keys else None
        at = self._keys.index(shown) if shown in self._keys else -1
        is_read = page is not None and Condition.READING in page.conditions()
        has_come = at >= 0 and is_read and (at != self._at or not self._is_read)
        self._at, self._is_read = at, is_read
        self.is_arriving = self.is_arriving and at < 0
        self.setVisible(at >= 0)
        if page is None or at < 0:
            return
        self.verifying.setVisible("verify" in page.commands())
        self.editing.setEnabled(is_read)
        is_last = at == len(self._keys) - 1
        self.following.setText(self.words("Terminar") if is_last else self.words("Ficha siguiente"))
        self._say(at)
        if has_come:
            QTimer.singleShot(0, self, self._take_focus)  # once the record has put the keyboard where it wants

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through nothing any more with Esc; the record stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Show the next record, once what is unsaved is settled; after the last one say how it ended."""
        self._go_to(self._at + 1)

    def end(self) -> None:
        """Go through nothing any more."""
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self.review, self._at, self._is_read = None, -1, False
        self.is_arriving = False
        self.hide()
        if had_focus:
            self.left.emit()

    def _arrive(self) -> None:
        self.is_arriving = False
        self.arrived.emit()

    def _go_to(self, at: int) -> None:
        if at < len(self._keys):
            self.workspace.record_wanted.emit(self._keys[at].entity, self._keys[at].id)
        elif self.review is not None and self._keys:
            seen, verified = len(self._keys), len(self.review.verified)
            self.end()
            said = self.words.plural("Se recorrió {count} ficha.", "Se recorrieron {count} fichas.", seen)
            more = self.words.plural("Se verificó {count}.", "Se verificaron {count}.", verified) if verified else ""
            self.workspace.tell(Notice(f"{said} {more}".strip(), Tone.GOOD))

    def _say(self, at: int) -> None:
        if self.review is None:
            return
        count = len(self._keys)
        what = self.review.concern.figure.say(count, self.words)
        number = self.words.number
        said = self.words("{shown} de {total} {what}", shown=number(at + 1), total=number(count), what=what)
        if said != self.text.text():
            self.text.setText(said)
            say_aloud(self.text, said)

    def _take_focus(self) -> None:
        if self.isVisible():
            first = self.verifying if self.verifying.isVisible() else self.following
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, command: str) -> None:
        self.workspace.command_wanted.emit(command)

    def _on_verified(self, entity: str, ids: Sequence[str]) -> None:
        """Go on by itself once the record that is shown is verified."""
        found = {RecordKey(entity, each) for each in ids} & set(self._keys)
        if self.review is not None:
            self.review = replace(self.review, verified=self.review.verified | found)
        if 0 <= self._at < len(self._keys) and self._keys[self._at] in found:
            self.go_on()
