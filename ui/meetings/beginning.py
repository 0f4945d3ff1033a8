"""A new meeting that begins from the last of its body: the offer above its form, and what is written in it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.meetings import Beginning, begin_from_last, begin_within
from app.records.editing import Rows
from app.words.words import Words
from ui.form.editors.editor import Written
from ui.form.form import Form
from ui.look.buttons import text_button
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.plain import Label, set_tip
from ui.look.theme import Role
from ui.work.workspace import Workspace


class BeginningStrip(QWidget):
    """A line with its button; hidden while there is no earlier meeting."""

    taken = Signal()
    """The person wants to begin from the last one."""
    left = Signal()
    """The person does not want its agenda after all."""
    series_wanted = Signal(str)
    """The new meeting is of this other series of the body."""

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
        self.series = LinkLine()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.taking)
        row.addWidget(self.leaving)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.series)
        self.hide()

    def offer(self, last: Beginning | None) -> None:
        """Offer to begin from `last`, or nothing."""
        if last is not None:
            self._say(self.words("La última de esta instancia: {meeting}", meeting=last.title), copying=False)
            links = [Link(name, partial(self.series_wanted.emit, name)) for name in last.others]
            self.series.show_links(self.words("O la que sigue de otra serie:"), links, Role.QUIET)
            self.series.setVisible(bool(links))
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
        self.series.hide()
        self.setVisible(bool(items))

    def _say(self, text: str, *, copying: bool) -> None:
        self.text.setText(text)
        self.taking.setVisible(not copying)
        self.leaving.setVisible(copying)


class FromLast(QObject):
    """Follows what is written of a new meeting, offers the last one of its body, and fills in what that gives."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Offer nothing before `start`, which the form must be there for."""
        super().__init__(parent)
        self.strip = BeginningStrip(workspace.words)
        self._workspace = workspace
        self._follows = False
        self._has_begun = False
        """Whether what the last meeting gives has been written in the form."""
        self._last: Beginning | None = None
        self._copied: Beginning | None = None
        self._body: object = None
        self._day: date | None = None
        self._series = ""
        self._parent = ""
        self._look_for_parent = workspace.pausing(self._fill_from_parent, self)
        self._look_for_last = workspace.pausing(self._find_last, self)
        self.strip.taken.connect(self.take)
        self.strip.left.connect(self._leave_agenda)
        self.strip.series_wanted.connect(self._take_series)

    def follow(self, form: Form) -> None:
        """Fill in `form`, the one of meetings."""
        self._form = form
        form.changed.connect(self._on_written_body)
        form.boxes["starts_on"].editor.settled.connect(self._on_written_day)
        form.boxes["series"].editor.settled.connect(self._on_written_series)

    @property
    def items(self) -> Rows | None:
        """The items of the agenda that go with the new meeting when it is saved; None for none."""
        return self._copied.items if self._follows and self._copied is not None else None

    def forget(self) -> None:
        """Offer nothing, and follow the form no more: no new meeting is written in it."""
        self._follows = self._has_begun = False
        self._last = self._copied = self._body = self._day = None
        self._series = self._parent = ""
        self.strip.offer(None)

    def start(self) -> None:
        """Follow what is written of a new meeting, which may have its body already, or the one that contains it."""
        self.forget()
        self._follows = True
        self._parent = str(self._form.value("parent_id") or "")
        if self._parent:
            self._look_for_parent()
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

    def _on_written_series(self) -> None:
        """Ask again for the series that the person named: each is counted by itself."""
        if self._body and self._follows and self._written_series() != self._series:
            self._look_for_last()

    def _written_series(self) -> str:
        """Return the series that the person wrote; nothing where the last meeting gave it."""
        series = self._form.value("series")
        return "" if self._form.filling.is_chosen("series", series) else str(series or "")

    def _take_series(self, series: str) -> None:
        """Write another series of the body, and begin from the last of that."""
        self._form.boxes["series"].editor.write(Written(series))
        self._last = None
        self._on_written_series()
        self.take()

    def _fill_from_parent(self) -> None:
        values = begin_within(self._workspace.store, self._parent) if self._follows else {}
        known = {name: value for name, value in values.items() if name in self._form.boxes}
        self._form.fill(known, self._workspace.words("Empezar dentro de otra"))

    def _written_day(self) -> date | None:
        day = self._form.value("starts_on")
        return day if isinstance(day, date) else None

    def _find_last(self) -> None:
        self._day, store = self._written_day(), self._workspace.store
        self._series, body = self._written_series(), str(self._body or "")
        series, parent = self._series, self._parent
        self._last = begin_from_last(store, body, self._day, series=series, parent_id=parent) if body else None
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
