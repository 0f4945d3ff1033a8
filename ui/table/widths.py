"""How wide the columns of a table are: as the person has set them, and the others as the width that is free allows."""

from typing import TYPE_CHECKING

from app.words.fields import Kind

if TYPE_CHECKING:
    from ui.table.table import Table

NARROWEST, WIDEST = 6, 60
"""The widths, in characters, between which a column begins."""
MARGINS = 24
MISSED_BY_LITTLE = 1.25
"""What all columns ask for may be so many times the width that there is, and they are drawn into it."""
TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE, Kind.RECORD, Kind.LINKS})


class ColumnWidths:
    """Of the columns that nobody has set, the widest with texts takes what is left."""

    def __init__(self, table: "Table") -> None:
        """Begin with none set by hand."""
        self._table = table
        self.by_hand: dict[int, int] = {}
        """The widths that the person has set, by the place of the column in the model."""
        character, header = table.fontMetrics().averageCharWidth(), table.horizontalHeader()
        self._wanted: dict[int, int] = {}
        for at, column in enumerate(table.rows.columns):
            wanted = max(NARROWEST, column.field.width, len(table.words(column.field.label)) + 3)
            width = min(wanted, WIDEST) * character + MARGINS
            self._wanted[at] = max(width, header.sectionSizeHint(at))
            table.setColumnWidth(at, self._wanted[at])

    def take(self, at: int, before: int, now: int) -> None:
        """Keep the width of a column that was dragged, and none that was hidden or shown."""
        if before and now:
            self.by_hand[at] = now

    def set(self, at: int, width: int) -> None:
        """Make a column as wide as the person has set it."""
        self.by_hand[at] = width
        self._table.horizontalHeader().resizeSection(at, width)

    def share(self) -> None:
        """Give the columns that nobody has set their part of the width; one column for all has the whole of it."""
        table, room = self._table, self._table.viewport().width()
        if not table.isVisible():
            return
        header = table.horizontalHeader()
        shown = [at for at in self._wanted if not header.isSectionHidden(at)]
        free = [at for at in shown if at not in self.by_hand]
        set_by_hand = sum(width for at, width in self.by_hand.items() if at in shown)
        widths = dict.fromkeys(shown, room) if table.one_column.on else self._widths(free, room - set_by_hand)
        header.blockSignals(True)  # the person has set none of these
        for at, width in widths.items():
            header.resizeSection(at, width)
        header.blockSignals(False)
        header.viewport().update()
        table.viewport().update()
        table.updateGeometries()

    def _widths(self, free: list[int], room: int) -> dict[int, int]:
        """Return the widths of the columns `free` in `room` pixels."""
        widths = {at: self._wanted[at] for at in free}
        total = sum(widths.values())
        if free and total <= room:
            columns = self._table.rows.columns
            texts = [at for at in free if columns[at].field.kind in TEXTS]
            widths[max(texts or free, key=lambda at: self._wanted[at])] += room - total
        elif total <= room * MISSED_BY_LITTLE:
            header = self._table.horizontalHeader()
            least = {at: min(self._wanted[at], header.sectionSizeHint(at)) for at in free}
            slack = total - sum(least.values())
            kept = max(0.0, room - sum(least.values())) / slack if slack else 1.0
            widths = {at: least[at] + int((widths[at] - least[at]) * kept) for at in free}
            if kept > 0:
                widths[free[-1]] += room - sum(widths.values())  # what is lost in parts of a pixel
        return widths
