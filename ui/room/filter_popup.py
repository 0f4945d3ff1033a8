"""The small question in which a filter is made: which field, how it compares, with what."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.records.catalog import EntityInfo, FieldInfo, Filter, Operator
from app.words.fields import Field, Kind
from app.words.words import Words, mark
from ui.form.editors.combo import Combo
from ui.form.editors.editor import Editor
from ui.form.editors.make import make_editor
from ui.look.plain import Label, PushButton
from ui.look.spoken import hear_as, say_aloud
from ui.look.theme import Role, distance, dress
from ui.look.unfold import stand_at
from ui.work.workspace import Workspace

SAYINGS: Mapping[Operator, str] = {
    Operator.EQUALS: mark("es"),
    Operator.NOT_EQUALS: mark("no es"),
    Operator.CONTAINS: mark("contiene"),
    Operator.AT_LEAST: mark("desde"),
    Operator.AT_MOST: mark("hasta"),
    Operator.IS_EMPTY: mark("sin dato"),
    Operator.IS_FILLED: mark("con dato"),
}
WITHOUT_VALUE = frozenset({Operator.IS_EMPTY, Operator.IS_FILLED})
_PRESENCE = (Operator.IS_FILLED, Operator.IS_EMPTY)
_RANGE = (Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUALS, *_PRESENCE)
_TEXT = (Operator.CONTAINS, Operator.EQUALS, Operator.NOT_EQUALS, *_PRESENCE)
_ONE = (Operator.EQUALS, Operator.NOT_EQUALS, *_PRESENCE)
OPERATORS: Mapping[Kind, tuple[Operator, ...]] = {
    Kind.INTEGER: _RANGE,
    Kind.NUMERAL: _RANGE,
    Kind.DECIMAL: _RANGE,
    Kind.PERCENT: _RANGE,
    Kind.MONEY: _RANGE,
    Kind.DATE: _RANGE,
    Kind.PARTIAL_DATE: (Operator.AT_LEAST, Operator.AT_MOST, *_PRESENCE),
    Kind.TIME: (Operator.AT_LEAST, Operator.AT_MOST, *_PRESENCE),
    Kind.DEGREES: _PRESENCE,
    Kind.BOOLEAN: (Operator.EQUALS, *_PRESENCE),
    Kind.CHOICE: _ONE,
    Kind.CHOICES: _ONE,
    Kind.LANGUAGES: _ONE,
    Kind.COUNTRY: _ONE,
    Kind.SUBDIVISION: _ONE,
    Kind.CURRENCY: _ONE,
    Kind.REFERENCE: _ONE,
    Kind.RECORD: _TEXT,
    Kind.LINKS: _ONE,
}


_ONE_OF_THEM: Mapping[Kind, Kind] = {
    Kind.LINKS: Kind.REFERENCE,
    Kind.CHOICES: Kind.CHOICE,
    Kind.LANGUAGES: Kind.LANGUAGE,
}
"""What a field of several values is asked by: one of them."""


def filterable(entity: EntityInfo, hidden: tuple[str, ...]) -> list[FieldInfo]:
    """Return the fields that a list can be filtered by: all but those `hidden`."""
    return [info for info in entity.fields if info.name not in hidden]


def _as_question(info: FieldInfo, operator: Operator) -> FieldInfo:
    """Return the field as the filter asks for it: of several values by one, a part of a text as text."""
    kind = info.field.kind
    if kind in _ONE_OF_THEM:
        kind = _ONE_OF_THEM[kind]
    elif operator is Operator.CONTAINS or kind is Kind.LONG_TEXT:
        kind = Kind.TEXT
    return FieldInfo(
        info.name, Field(info.field.label, kind, choices=info.field.choices, unit=info.field.unit), info.target
    )


class FilterPopup(QFrame):
    """Asks for one filter."""

    chosen = Signal(object)
    """Filter: the person wants it."""

    def __init__(
        self, workspace: Workspace, entity: EntityInfo, hidden: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """Offer the fields of `entity`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.workspace = workspace
        self.words: Words = workspace.words
        self.entity = entity
        self.editor: Editor | None = None
        self.setAccessibleName(self.words("Agregar filtro"))
        hear_as(self, QAccessible.Role.Dialog)
        self.fields = Combo()
        self.fields.setAccessibleName(self.words("Campo"))
        self.operators = Combo()
        self.operators.setAccessibleName(self.words("Comparación"))
        for info in filterable(entity, hidden):
            self.fields.addItem(self.words(info.field.label), info.name)
        self.fault = Label()
        self.fault.setWordWrap(True)
        self.fault.hide()
        dress(self.fault, Role.ERROR)
        self.adding = PushButton(self.words("Filtrar"))
        self.adding.setDefault(True)
        dress(self.adding, Role.PRIMARY)
        self.adding.clicked.connect(self.choose)
        self._place = QVBoxLayout()
        self._lay_out()
        self.fields.activated.connect(self._on_field)
        self.operators.activated.connect(self._on_operator)
        self._on_field()

    def show_below(self, button: QWidget) -> None:
        """Open below `button`, inside its screen."""
        self.adjustSize()
        stand_at(self, button, gap=2)
        self.show()
        self.fields.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose_field(self, name: str) -> None:
        """Ask for a filter on the field `name`."""
        self.fields.setCurrentIndex(max(0, self.fields.findData(name)))
        self._on_field()

    def choose(self) -> None:
        """Take what is asked, or say what is missing."""
        operator = self._operator()
        value = self.editor.value() if self.editor is not None and operator not in WITHOUT_VALUE else None
        problem = self.editor.problem() if self.editor is not None and operator not in WITHOUT_VALUE else None
        if problem is not None or (value is None and operator not in WITHOUT_VALUE):
            self._refuse(problem.say(self.words) if problem else self.words("Falta indicar con qué se compara."))
            return
        self.chosen.emit(Filter(str(self.fields.currentData()), operator, value))
        self.close()

    def _refuse(self, text: str) -> None:
        """Say what is wrong, also at the field."""
        self.fault.setText(text)
        self.fault.show()
        self.adjustSize()
        if self.editor is not None:
            self.editor.name_input(self.words(self.editor.info.field.label), text)
        say_aloud(self.fault, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Filter with Enter: a popup is no dialog, whose main button would take it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        margin = distance(1.5, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(distance(1, self))
        dress(self, Role.CARD)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 46)
        row = QHBoxLayout()
        row.addWidget(self.fields, 1)
        row.addWidget(self.operators)
        column.addLayout(row)
        column.addLayout(self._place)
        column.addWidget(self.fault)
        column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignRight)

    def _operator(self) -> Operator:
        return Operator(self.operators.currentData())

    def _info(self) -> FieldInfo:
        return self.entity.field(str(self.fields.currentData()))

    def _on_field(self) -> None:
        self.operators.clear()
        for operator in OPERATORS.get(self._info().field.kind, _TEXT):
            self.operators.addItem(self.words(SAYINGS[operator]), operator.value)
        self._on_operator()

    def _on_operator(self) -> None:
        self.fault.hide()
        if self.editor is not None:
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if self._operator() not in WITHOUT_VALUE:
            asked = _as_question(self._info(), self._operator())
            self.editor = make_editor(asked, self.workspace.desk)
            self.editor.name_input(self.words(asked.field.label), "")
            self._place.addWidget(self.editor)
            QWidget.setTabOrder(self.operators, self.editor.input())
            QWidget.setTabOrder(self.editor.input(), self.adding)
        self.adjustSize()
