"""The editor of a measure, which shows beside it the unit that another field of the record says."""

from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo
from ui.form.editors.editor import Desk
from ui.form.editors.typed import TypedEditor
from ui.look.plain import Label
from ui.look.theme import Role, dress


class DecimalEditor(TypedEditor):
    """A number with up to three decimals; a fixed unit is written with it, another stands beside it."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(info, desk, parent)
        self.unit = Label()
        dress(self.unit, Role.QUIET)
        self.unit.hide()
        self.row.insertWidget(1, self.unit)

    def set_unit(self, unit: str) -> None:
        """Show `unit` beside the number; nothing for an empty one."""
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
