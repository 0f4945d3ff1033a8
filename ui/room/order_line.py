"""By what a list is ordered, as a choice: for a list that has no headings to click."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.records.catalog import FieldInfo, Order
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.look.buttons import icon_button
from ui.look.icons import icon
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, distance, dress
from ui.table.model import leading


class OrderLine(QWidget):
    """The field that a list is ordered by, and the direction."""

    chosen = Signal(object)
    """Order: the person wants this one."""

    def __init__(self, columns: Sequence[FieldInfo], words: Words) -> None:
        """Offer `columns`."""
        super().__init__()
        self.words = words
        self._columns = columns
        self._descending = False
        label = Label(words("Orden"))
        dress(label, Role.QUIET)
        self.fields = Combo()
        self.fields.setAccessibleName(words("Orden"))
        self.fields.setPlaceholderText(words("Como se agregaron"))
        self.fields.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for column in columns:
            self.fields.addItem(words(column.field.label), column.name)
        self.fields.activated.connect(lambda _at: self._choose(descending=False))
        self.direction = icon_button("", "sort-ascending", lambda: self._choose(descending=not self._descending))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(distance(1, self))
        row.addWidget(label)
        row.addWidget(self.fields, 1)
        row.addWidget(self.direction)
        self.show_order(())

    def show_order(self, order: Sequence[Order]) -> None:
        """Show by what the list is ordered now, as its headings say it, or nothing for the order of their making."""
        first = leading(order, self._columns)
        self._descending = first is not None and first.descending
        self.fields.setCurrentIndex(self.fields.findData(first.field) if first is not None else -1)
        said = self.words("Descendente") if self._descending else self.words("Ascendente")
        self.direction.setIcon(icon("sort-descending" if self._descending else "sort-ascending"))
        set_tip(self.direction, said)
        self.direction.setAccessibleName(self.words("Sentido del orden: {how}", how=said))
        self.direction.setEnabled(self.fields.currentIndex() >= 0)

    def _choose(self, *, descending: bool) -> None:
        self.chosen.emit(Order(str(self.fields.currentData()), descending))
