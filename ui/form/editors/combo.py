"""Lists that open below their field and let the wheel scroll the page when they are shut."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QSizePolicy, QStyle, QWidget

from app.records.catalog import FieldInfo
from ui.form.editors.editor import Desk, Editor
from ui.look.icons import icon
from ui.look.spoken import name_list

BESIDE = 4
"""Pixels that the style keeps beside the text of a list, and leaves out of what it asks for."""


class Combo(QComboBox):
    """A list whose value changes only when the person means it, and which unfolds as wide as its texts."""

    def sizeHint(self) -> QSize:
        """Ask for the room of the widest text, with the pixels that the style keeps beside it."""
        return super().sizeHint() + QSize(BESIDE, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less, where it has not been said that less will do."""
        return super().minimumSizeHint() + QSize(BESIDE, 0)

    def showPopup(self) -> None:
        """Unfold as wide and as high as the texts, up to the size of the screen."""
        view, bar = self.view(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = view.sizeHintForColumn(0) + 2 * view.frameWidth() + bar
        view.setMinimumWidth(min(needed, self.screen().availableGeometry().width()))
        name_list(self)
        # Qt asks for the margins of the list when it is dressed and again here, and a field in focus has others: it
        # would unfold the list some pixels too low for its texts.
        QApplication.sendEvent(view.window(), QEvent(QEvent.Type.StyleChange))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which the style leaves out of a field with edges of its own."""
        super().paintEvent(event)
        side = self.fontMetrics().height() * 3 // 4
        rect = QRect(self.width() - side - 8, (self.height() - side) // 2, side, side)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        icon("caret-down").paint(QPainter(self), rect, mode=mode)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value changed by scrolling past it is one that nobody sees."""
        event.ignore()


class ComboEditor(Editor):
    """A choice among few: the options as stored value and words, and "not recorded" where it may be."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing recorded."""
        super().__init__(info, desk, parent)
        self.box = Combo()
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.enter_by(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        said = info.field.choices.none_said() if info.field.choices else ""
        none = self.words(said) if said else self.words("sin registrar")
        self.box.addItem("" if info.field.required else none, None)
        for value, label in self.options():
            self.box.addItem(label, value)
        self.box.activated.connect(self._on_activated)

    def options(self) -> list[tuple[object, str]]:
        """Return what can be chosen: the stored value and the words for it."""
        raise NotImplementedError

    def value(self) -> object:
        """Return the stored value of the option shown."""
        return self.box.currentData()

    def set_value(self, value: object, title: str = "") -> None:
        """Show the option of `value`; one that is no longer offered is added, so as not to lose it."""
        found = next((row for row in range(self.box.count()) if self.box.itemData(row) == value), -1)
        if found < 0:
            self.box.addItem(self.shown(value), value)
            found = self.box.count() - 1
        self.box.setCurrentIndex(found)

    def _on_activated(self) -> None:
        self.changed.emit()
        self.settled.emit()


class ChoiceEditor(ComboEditor):
    """One of the choices that the field declares."""

    def options(self) -> list[tuple[object, str]]:
        """Return the choices in the order of their declaration."""
        choices = self.info.field.choices
        return [(str(each.value), self.words(each.label)) for each in choices] if choices else []


class BooleanEditor(ComboEditor):
    """Yes, no, or not recorded."""

    def options(self) -> list[tuple[object, str]]:
        """Return yes and no."""
        return [(True, self.words("Sí")), (False, self.words("No"))]
