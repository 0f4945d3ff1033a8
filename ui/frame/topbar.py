"""The bar on top: one search over everything, and the current period."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from app.words.folding import fold
from app.words.words import Words
from ui.look.actions import command_of, say_keys
from ui.look.buttons import icon_button
from ui.look.hints import room_of_hint
from ui.look.icons import icon
from ui.look.lines import let_search
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress

if TYPE_CHECKING:
    from app.network.current_period import CurrentPeriod
    from app.records.changes import Changes
    from app.records.reading import Hit
    from ui.frame.rooms import NamedRoom
    from ui.frame.search_results import SearchResults
    from ui.work.workspace import Workspace

TYPING = 50
"""Milliseconds without a key after which the search is asked."""
EACH_KIND = 6


class SearchLine(QLineEdit):
    """Where the search is typed; the arrows and Enter work in its answers."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._hints: Sequence[str] = ()

    def say_hints(self, *hints: str) -> None:
        """Show, while nothing is typed, the first of `hints` that there is room for, or the last."""
        self._hints = hints
        self._choose_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._choose_hint()

    def _choose_hint(self) -> None:
        if self._hints:
            fitting = (each for each in self._hints if room_of_hint(self, each) <= self.width())
            self.setPlaceholderText(next(fitting, self._hints[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the answers, take one, or put them away."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the answers away when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class TopBar(QFrame):
    """The search and the period of one file; it is seen before the file is open."""

    room_wanted = Signal(str, str)
    """The room of that name is to be shown, at the tab of that name where it is not empty."""
    workspace: "Workspace"
    results: "SearchResults"

    def __init__(self, words: Words) -> None:
        """Stand there, without a file to search in."""
        super().__init__()
        self.words = words
        self.line = SearchLine()
        self.line.say_hints(
            self.words("Buscar ciudades, contactos, reuniones… (Ctrl+K)"), self.words("Buscar… (Ctrl+K)")
        )
        self.line.setAccessibleName(self.words("Buscar en todo"))
        let_search(self.line, words)
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)  # at 200 % the period stands beside it
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 84)
        self.period = PushButton()
        self.period.setIcon(icon("flag"))
        dress(self.period, Role.LINK)
        self._period_id = ""
        self._entered = ""
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self.back = self._way("arrow-left", self.words("Atrás"), "back")
        self.forward = self._way("arrow-right", self.words("Adelante"), "forward")
        self.allow_ways(back=False, forward=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(1, self), distance(0.75, self), distance(2, self), distance(0.75, self))
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.line, 3)
        row.addStretch(1)
        row.addWidget(self.period)

    def fill(self, workspace: "Workspace", results_over: QWidget) -> None:
        """Search in `workspace` from now on, and name its period; the answers stand over the widget `results_over`."""
        from ui.frame.search_results import SearchResults

        self.workspace = workspace
        self.results = SearchResults(self.words, workspace.catalog, results_over)
        self.results.setFocusProxy(self.line)  # else Qt tells nobody which answer the arrows have come to
        self._read_period = workspace.pausing(self._name_period, self)
        self._take_found = workspace.pausing(self._take_entered, self)
        self._typing.timeout.connect(self.search)
        self.line.textEdited.connect(lambda _text: self._typing.start())
        self.line.textChanged.connect(self._on_text)
        self.line.moved.connect(self.results.move_choice)
        self.line.taken.connect(self._take)
        self.line.left.connect(self._leave)
        self.results.chosen.connect(self._open)
        self.period.clicked.connect(self._open_period)
        QTimer.singleShot(0, self, self.show_period)

    def allow_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there is something that was seen before and after."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _way(self, icon_name: str, said: str, command: str) -> ToolButton:
        keys = say_keys(command_of(command).shortcuts[0])
        button = icon_button(said, icon_name, lambda: self.workspace.command_wanted.emit(command), keys)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        return button

    def take_focus(self) -> None:
        """Put the keyboard in the search."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def search(self) -> None:
        """Ask for what is typed, beside the window; the newest question wins."""
        text = self.line.text().strip()
        if text:
            self.workspace.runner.run(lambda _: self._find(text), partial(self._show, text), topic="search")

    def refresh(self, changes: "Changes") -> None:
        """Show the period as it is now."""
        from app.network.current_period import reach_of_periods

        if reach_of_periods(self.workspace.catalog).meets(changes):
            self.show_period()

    def show_period(self) -> None:
        """Name the period that today lies in, as soon as the periods can be read."""
        self._read_period()

    def _name_period(self) -> None:
        from app.network.current_period import current_period

        found = current_period(self.workspace.store)
        self._period_id = found.key if found is not None else ""
        self.period.setText(self._said(found))
        set_tip(self.period, self.words("Gestión de la Secretaría Ejecutiva"))

    def _said(self, period: "CurrentPeriod | None") -> str:
        if period is None:
            return self.words("Registrar la gestión actual")
        if not period.city:
            return period.name
        return self.words("Gestión {name} · {city}", name=period.name, city=period.city)

    def _open_period(self) -> None:
        if self._period_id:
            self.workspace.record_wanted.emit("period", self._period_id)
        else:
            self.workspace.new_wanted.emit("period", {})

    def _find(self, text: str) -> "tuple[Hit, ...]":
        """Search, and put first among each kind what begins as the person has typed."""
        from app.records.reading import search

        hits = search(self.workspace.store, text, EACH_KIND, words=self.words)
        kinds = list(dict.fromkeys(hit.entity for hit in hits))
        typed = fold(text)
        order = {id(hit): (kinds.index(hit.entity), not fold(hit.title).startswith(typed)) for hit in hits}
        return tuple(sorted(hits, key=lambda hit: order[id(hit)]))

    def _places(self, text: str) -> "tuple[NamedRoom, ...]":
        from ui.frame.rooms import places_called

        return places_called(text, self.words, self.workspace.catalog)

    def _on_text(self, text: str) -> None:
        if not text.strip():
            self._typing.stop()
            self.results.hide()

    def _show(self, text: str, hits: "tuple[Hit, ...]") -> None:
        if self.line.text().strip() != text:
            return
        said = self.results.show_hits(hits, text, self._places(text))
        self.results.stand_below(self.line)
        self.results.show()
        self.results.raise_()
        say_aloud(self.results, said)

    def _take(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._entered = self.line.text().strip()
            self._take_found()
        elif not self.results.isHidden():
            self.results.take()

    def _take_entered(self) -> None:
        """Open the likeliest answer to what was entered, unless the person has gone on or left since."""
        text = self.line.text().strip()
        if text and text == self._entered:
            self._show(text, self._find(text))
            self.results.take()

    def _leave(self) -> None:
        self._entered = ""
        self.results.hide()

    def _open(self, found: "Hit | NamedRoom") -> None:
        from ui.frame.rooms import NamedRoom

        self.results.hide()
        self.line.clear()
        if isinstance(found, NamedRoom):
            self.room_wanted.emit(found.room, found.face)
        else:
            self.workspace.record_wanted.emit(found.entity, found.id)
