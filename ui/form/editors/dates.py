"""Editors of dates, whole or partial: typed as 18/06/2008, or picked from a calendar."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo
from app.words.fields import Kind, PartialDate
from ui.form.editors.calendar import Calendar
from ui.form.editors.editor import Desk
from ui.form.editors.typed import TypedEditor
from ui.look.hints import say_hint
from ui.look.icons import icon
from ui.look.plain import ToolButton, set_tip
from ui.look.spoken import hear_popups_of
from ui.look.unfold import stand_at

WHOLE_DATE = 13
"""Characters of room that 18/06/2008 takes with its edges."""


class DateEditor(TypedEditor):
    """A date by the keyboard; Alt+Down or the button opens the calendar."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a date."""
        super().__init__(info, desk, parent)
        self.partial = info.field.kind is Kind.PARTIAL_DATE
        hint = self.words("día, mes o año") if self.partial else self.words("día/mes/año")
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * WHOLE_DATE)
        say_hint(self.line, hint)
        self.line.installEventFilter(self)
        self.button = ToolButton()
        self.button.setIcon(icon("calendar-blank"))
        set_tip(self.button, self.words("Elegir en el calendario"))
        self.button.setAccessibleName(self.words("Elegir en el calendario"))
        self.button.clicked.connect(self.open_calendar)
        self.calendar: Calendar | None = None
        hear_popups_of(self)
        self.row.insertWidget(1, self.button)

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text selectable and take the calendar away."""
        super().set_read_only(read_only)
        self.button.setVisible(not read_only)

    def buttons(self) -> Sequence[QWidget]:
        """Return the one that opens the calendar."""
        return (self.button,)

    def open_calendar(self) -> None:
        """Show the calendar below the field, at the date typed so far or at today."""
        if self.calendar is None:
            self.calendar = Calendar(self.words, self)
            self.calendar.clicked.connect(self._pick)
            self.calendar.activated.connect(self._pick)
        typed = self.value()
        day = typed.first_day if isinstance(typed, PartialDate) else typed
        if isinstance(day, date):
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        stand_at(self.calendar, self.line)
        self.calendar.show()
        self.calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar with Alt+Down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wanted = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if wanted and not self.line.isReadOnly():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _pick(self, picked: QDate) -> None:
        day = date(picked.year(), picked.month(), picked.day())
        self.set_value(PartialDate.of(day) if self.partial else day)
        if self.calendar is not None:
            self.calendar.hide()
        self.line.setFocus()
        self.changed.emit()
        self.settled.emit()
