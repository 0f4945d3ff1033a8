"""A new meeting that begins from the last of its body: the offer above its form, and what is written in it."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.meetings import Beginning, begin_from_last
from app.records.editing import Rows
from app.words.words import Words
from ui.form.form import Form
from ui.look.buttons import text_button
from ui.look.plain import Label, set_tip
from ui.look.theme import Role
from ui.work.workspace import Workspace


class BeginningStrip(QWidget):
    """A line with its button; hidden while there is no earlier meeting."""

    taken = Signal()
    """The person wants to begin from the last one."""
    left = Signal()
    """The person does not want its agenda after all."""

    def __init__(self, words: Words) -> None:
        """Begin with nothing to offer."""
        super().__init__()
        self.words = words
        self.text = Label(wraps=True)  # what a person does not see copied they would miss later
        self.taking = text_button(words("Empezar desde ella"), "copy", self.taken.emit)
        what = words(
            "Trae su lugar, su hora, el número que sigue y su orden del día; la gestión es la de la nueva fecha."
        )
        set_tip(self.taking, what)
        self.taking.setAccessibleDescription(what)
        self.leaving = text_button(words("No copiar los puntos"), "", self.left.emit, Role.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.taking)
        row.addWidget(self.leaving)
        self.hide()

    def offer(self, last: Beginning | None) -> None:
        """Offer to begin from `last`, or nothing."""
        if last is not None:
            self._say(self.words("La última de esta instancia: {meeting}", meeting=last.title), copying=False)
        self.setVisible(last is not None)

    def tell_copying(self, last: Beginning) -> None:
        """Say what comes with the meeting when it is saved."""
        items = len(last.items.added)
        said = self.words.plural(
            "Al guardar se copia {count} punto del orden del día de {meeting}, sin su acta.",
            "Al guardar se copian {count} puntos del orden del día de {meeting}, sin su acta.",
            items,
            meeting=last.title,
        )
        self._say(said, copying=True)
        self.setVisible(bool(items))

    def _say(self, text: str, *, copying: bool) -> None:
        self.text.setText(text)
        self.taking.setVisible(not copying)
        self.leaving.setVisible(copying)


class FromLast(QObject):
    """Follows what is written of a new meeting, offers the last one of its body, and fills in what that gives."""

    def __init__(self, workspace: Workspace, form: Form, parent: QObject) -> None:
        """Fill in `form`, the one of meetings; nothing is offered before `start`."""
        super().__init__(parent)
        self.strip = BeginningStrip(workspace.words)
        self._workspace = workspace
        self._form = form
        self._follows = False
        self._has_begun = False
        """Whether what the last meeting gives has been written in the form."""
        self._last: Beginning | None = None
        self._copied: Beginning | None = None
        self._body: object = None
        self._day: date | None = None
        self._look_for_last = workspace.pausing(self._find_last, self)
        self.strip.taken.connect(self.take)
        self.strip.left.connect(self._leave_agenda)
        form.changed.connect(self._on_written_body)
        form.boxes["starts_on"].editor.settled.connect(self._on_written_day)

    @property
    def items(self) -> Rows | None:
        """The items of the agenda that go with the new meeting when it is saved; None for none."""
        return self._copied.items if self._follows and self._copied is not None else None

    def forget(self) -> None:
        """Offer nothing, and follow the form no more: no new meeting is written in it."""
        self._follows = self._has_begun = False
        self._last = self._copied = self._body = self._day = None
        self.strip.offer(None)

    def start(self) -> None:
        """Follow what is written of a new meeting, which may have its body already."""
        self.forget()
        self._follows = True
        self._on_written_body()

    def take(self) -> None:
        """Write what the last meeting of the body gives to the new one; what the person wrote stays."""
        last = self._last
        if last is not None and self._follows:
            self._copied, self._has_begun = last, True
            self._fill(last)
            self.strip.tell_copying(last)
            self._form.focus_on("starts_on")

    def _on_written_body(self) -> None:
        body = self._form.value("body_id") if self._follows else None
        if body != self._body:
            self._body, self._last, self._copied, self._has_begun = body, None, None, False
            self._look_for_last()

    def _on_written_day(self) -> None:
        """Ask again for the day on which the meeting will be: number and term may be others then."""
        if self._body and self._follows and self._written_day() != self._day:
            self._look_for_last()

    def _written_day(self) -> date | None:
        day = self._form.value("starts_on")
        return day if isinstance(day, date) else None

    def _find_last(self) -> None:
        self._day, store = self._written_day(), self._workspace.store
        self._last = begin_from_last(store, str(self._body), self._day) if self._body else None
        if not self._has_begun:
            self.strip.offer(self._last)
        elif self._last is not None:
            self._copied = self._last if self._copied is not None else None
            self._fill(self._last)

    def _fill(self, last: Beginning) -> None:
        values = {name: value for name, value in last.values.items() if name in self._form.boxes}
        self._form.fill(values, self._workspace.words("Empezar desde la última"))

    def _leave_agenda(self) -> None:
        self._copied = None
        self.strip.hide()
