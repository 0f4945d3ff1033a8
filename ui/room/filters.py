"""The filters of a list: a chip for each one set, and the button that adds another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.records.catalog import EntityInfo, Filter, Operator
from app.records.filters import filtered_field, is_of_operation, named_operations, say_filter
from app.words.fields import Kind, RecordKey
from ui.form.editors.chips import Chip
from ui.form.editors.reference import UNNAMED
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.menus import ContextMenu, Entry, Offer, offers_of
from ui.look.plain import ToolButton
from ui.look.spoken import hear_popups_of
from ui.room.filter_popup import FilterPopup
from ui.work.workspace import Workspace

MERGED = frozenset({Kind.CHOICE, Kind.COUNTRY, Kind.SUBDIVISION, Kind.REFERENCE, Kind.LINKS, Kind.RECORD})
"""Kinds of which two filters on one field mean either value."""


def with_filter(filters: tuple[Filter, ...], added: Filter, kind: Kind) -> tuple[Filter, ...]:
    """Return `filters` with `added`: one more value of a field that has one already means either of them."""
    if added in filters:
        return filters
    if kind in MERGED and added.operator is Operator.EQUALS:
        for at, each in enumerate(filters):
            if each.field == added.field and each.operator in (Operator.EQUALS, Operator.ONE_OF):
                known = each.value if isinstance(each.value, tuple) else (each.value,)
                either = Filter(each.field, Operator.ONE_OF, tuple(dict.fromkeys((*known, added.value))))
                return (*filters[:at], either, *filters[at + 1 :])
    return (*filters, added)


class FilterBar(QWidget):
    """The chips of the filters that are set."""

    changed = Signal(object)
    """tuple[Filter, ...]: the person wants these."""

    def __init__(self, workspace: Workspace, entity: EntityInfo, hidden: tuple[str, ...] = ()) -> None:
        """Filter by the fields of `entity`, but for those `hidden`."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.entity = entity
        self.filters: tuple[Filter, ...] = ()
        self.chips: list[Chip] = []
        self.popup: FilterPopup | None = None
        self._hidden = hidden
        self._titles: dict[str, str] = {}
        self._name = workspace.pausing(self._name_chips, self)
        self.adding = ToolButton()
        self.adding.setIcon(icon("funnel-simple"))
        self.adding.setText(self.words("Agregar filtro"))
        self.adding.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.adding.clicked.connect(self.open_popup)
        self.adding.setAccessibleName(self.words("Agregar filtro"))
        self.setAccessibleName(self.words("Filtros"))
        hear_popups_of(self)
        self._flow = Flow(self, spacing=6)
        self._flow.addWidget(self.adding)
        ContextMenu(self, self._offers)

    def show_filters(self, filters: tuple[Filter, ...]) -> None:
        """Show a chip for each of `filters`."""
        if filters == self.filters:
            return
        for chip in self.chips:
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.filters = filters
        self._flow.removeWidget(self.adding)
        self.chips = [self._make_chip(each) for each in filters]
        for widget in (*self.chips, self.adding):
            self._flow.addWidget(widget)
        self.updateGeometry()
        self._name()

    def show_words(self, shown: bool) -> None:
        """Say on the button what it adds, or leave it to its tip where there is no room."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.adding.setToolButtonStyle(beside if shown else alone)

    def add(self, added: Filter) -> None:
        """Set one more filter."""
        self.changed.emit(with_filter(self.filters, added, filtered_field(self.entity, added).field.kind))

    def remove(self, gone: Filter) -> None:
        """Take a filter away."""
        self.changed.emit(tuple(each for each in self.filters if each != gone))
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_all(self) -> None:
        """Take all filters away."""
        self.changed.emit(())
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_popup(self, wanted: Filter | None = None) -> None:
        """Ask for another filter, or for another form of `wanted`."""
        popup = FilterPopup(self.workspace, self.entity, self._hidden, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self.add)
        popup.show_below(self.adding)
        self.popup = popup

    def _make_chip(self, each: Filter) -> Chip:
        chip = Chip(self.words, self._said(each))
        chip.removing.clicked.connect(partial(self.remove, each))
        ContextMenu(chip, lambda: (*offers_of(chip.removing), *self._offers()))
        return chip

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the filters together."""
        everything = Offer(
            self.words("Quitar todos los filtros"), self.remove_all, icon("x"), allowed=bool(self.filters)
        )
        return (*offers_of(self.adding), everything)

    def _said(self, each: Filter) -> str:
        """Return a filter in words, with the titles of records as far as they are read."""
        titles = dict.fromkeys(self._records(each), UNNAMED) | self._titles
        return say_filter(each, filtered_field(self.entity, each), self.words, titles)

    def _records(self, each: Filter) -> dict[str, RecordKey]:
        """Return the records that the values of a filter refer to, by the text of each value."""
        target = filtered_field(self.entity, each).target
        parts = [part for part in (each.value if isinstance(each.value, tuple) else (each.value,)) if part]
        if target:
            return {str(part): RecordKey(target, str(part)) for part in parts}
        return {str(part): part for part in parts if isinstance(part, RecordKey)}

    def _name_chips(self) -> None:
        records = {value: record for each in self.filters for value, record in self._records(each).items()}
        for entity in {record.entity for record in records.values()}:
            asked = {value: record.id for value, record in records.items() if record.entity == entity}
            titles = self.workspace.references.titles(entity, list(asked.values()))
            self._titles |= {value: titles.get(key, "") for value, key in asked.items()}
        if any(map(is_of_operation, self.filters)):
            self._titles |= named_operations(self.workspace.store, self.filters, self.words)
        for chip, each in zip(self.chips, self.filters, strict=True):
            chip.say(self._said(each))
