"""The calendar that unfolds from a date: each day that the keyboard comes to is heard whole."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QWidget

from app.words.words import Words, mark
from ui.look.spoken import hear_as, say_aloud

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "qt_calendar_prevmonth": mark("Mes anterior"),
        "qt_calendar_nextmonth": mark("Mes siguiente"),
        "qt_calendar_yearedit": mark("Año"),
    }
)
"""What Qt gives no name, by the names that it gives for style sheets."""


class Calendar(QCalendarWidget):
    """A month of days, from Monday on."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Unfold from `parent`, in the language of `words`."""
        super().__init__(parent)
        self._words = words
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setLocale(QLocale(str(words.locale)))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self.setAccessibleName(words("Elegir en el calendario"))
        hear_as(self, QAccessible.Role.Dialog)
        for part in self.findChildren(QWidget):
            if part.objectName() in PARTS:
                part.setAccessibleName(words(PARTS[part.objectName()]))
            if isinstance(part, QAbstractButton):
                part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name_month()
        self.currentPageChanged.connect(self._name_month)
        self.selectionChanged.connect(self._say_day)

    def showEvent(self, event: QShowEvent) -> None:
        """Say the day that the keyboard comes to."""
        super().showEvent(event)
        self._say_day()

    def _name_month(self) -> None:
        month = self.locale().standaloneMonthName(self.monthShown())
        view = self.findChild(QWidget, "qt_calendar_calendarview")
        if view is not None:
            view.setAccessibleName(f"{month} {self.yearShown()}")

    def _say_day(self) -> None:
        day = self.selectedDate()
        if self.isVisible():
            said = self._words.long_date(date(day.year(), day.month(), day.day()))
            say_aloud(self, f"{self.locale().dayName(day.dayOfWeek())} {said}")
