"""The editor of amounts of money: the number and, beside it, the currency, which is never left out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.records.catalog import FieldInfo
from app.words.fields import Money
from app.words.problems import Problem
from app.words.words import mark
from ui.form.editors.combo import Combo
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.editors.own_undo import give_text
from ui.form.editors.suggesting import CURRENCIES


class MoneyEditor(Editor):
    """An amount and its currency; one that is written with the amount is taken instead of the one beside it."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing recorded; a sum without currency is refused."""
        super().__init__(info, desk, parent)
        self.amount = QLineEdit()
        self.amount.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currency = Combo()
        self.currency.addItem("", "")
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        self._value: Money | None = None
        self._shown = ""
        self.enter_by(self.amount)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.amount)
        row.addWidget(self.currency)
        row.addStretch(1)
        self.amount.textEdited.connect(self._on_edited)
        self.amount.editingFinished.connect(self.settle)
        self.currency.activated.connect(self._on_currency)

    def name_input(self, label: str, help_text: str) -> None:
        """Tell also of which amount the currency is."""
        super().name_input(label, help_text)
        self.currency.setAccessibleName(self.words("Moneda de «{field}»", field=label))

    def buttons(self) -> Sequence[QWidget]:
        """Return the list of currencies."""
        return (self.currency,)

    def value(self) -> object:
        """Return the Money that is typed."""
        return self._reading()[0]

    def set_value(self, value: object, title: str = "") -> None:
        """Show a Money, or nothing for None."""
        self._value = value if isinstance(value, Money) else None
        self._shown = "" if self._value is None else self.words.amount(self._value)
        give_text(self.amount, self._shown)
        self._show_currency(self._value.currency if self._value else "")

    def written(self) -> Written:
        """Return the Money, the number as it is typed, and the currency beside it."""
        return Written(self._value, (self.amount.text(), str(self.currency.currentData() or "")))

    def put(self, written: Written) -> None:
        """Show a Money, and what was made of it since."""
        self.set_value(written.value)
        if isinstance(written.typed, tuple):
            amount, currency = written.typed
            self.amount.setText(amount)
            self._show_currency(currency)

    def problem(self) -> Problem | None:
        """Say what is wrong with the number, or that the currency is missing."""
        return self._reading()[1]

    def set_read_only(self, read_only: bool) -> None:
        """Keep the amount selectable."""
        self.amount.setReadOnly(read_only)
        self.currency.setEnabled(not read_only)

    def settle(self) -> None:
        """Write the amount with the thousands and decimals of its currency."""
        value, problem = self._reading()
        if problem is None and value is not None:
            self.set_value(value)
        self.settled.emit()

    def _reading(self) -> tuple[object, Problem | None]:
        text = self.amount.text().strip()
        currency = self.currency.currentData()
        if self._value is not None and text == self._shown and currency == self._value.currency:
            return self._value, None
        if not text:
            chosen = currency and currency != (self._value.currency if self._value is not None else "")
            return None, Problem(mark("Falta el monto."), mark("O deje la moneda sin elegir.")) if chosen else None
        names_its_own = any(letter.isalpha() or letter in "$€" for letter in text)
        return self.read(f"{currency} {text}" if currency and not names_its_own else text)

    def _show_currency(self, code: str) -> None:
        found = self.currency.findData(code)
        if found < 0:
            self.currency.addItem(code, code)
            found = self.currency.count() - 1
        self.currency.setCurrentIndex(found)

    def _on_edited(self) -> None:
        self.changed.emit()

    def _on_currency(self) -> None:
        self.changed.emit()
        if self.amount.text().strip():  # who begins with the currency has the amount still to write
            self.settle()
