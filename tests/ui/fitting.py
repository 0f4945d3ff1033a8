"""Whether each text that stands in a window fits: measured against the room that it is given, without a picture."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.look.elided import ElidedButton, ElidedLabel
from ui.look.theme import Role

_ACROSS = Qt.Orientation.Horizontal
LONG = 80
"""Characters of a text beyond which it is not said whole."""
BOLD_WHEN_CHOSEN = (Role.RAIL.value, Role.CHIP.value)
HIGH = 10_000
"""Pixels that no text needs."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that is cut: what it says, the pixels that it needs and has, and what it stands in."""

    text: str
    needs: int
    has: int
    where: str

    def __str__(self) -> str:
        """Say it in a line."""
        text = self.text if len(self.text) < LONG else f"{self.text[:LONG]}…"
        return f"{text!r} needs {self.needs} and has {self.has} pixels ({self.where})"


def misfits(window: QWidget) -> Iterator[Misfit]:
    """Find the texts of a window that are cut: by what they stand in, or by what that stands in."""
    for widget in seen_in(window):
        for kind, measure in MEASURES.items():
            if isinstance(widget, kind):
                yield from measure(widget)
                yield from _cut_off(widget)


def seen_in(part: QWidget) -> Iterator[QWidget]:
    """Return all that is seen in a part of a window: of what is hidden, such as another tab, nothing is looked at."""
    for each in part.children():
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow():
            yield each
            yield from seen_in(each)


def free_widths(window: QWidget) -> Iterator[str]:
    """Find the tables whose columns leave width free beside them."""
    for header in seen_in(window):
        view = header.parentWidget()
        if isinstance(header, QHeaderView) and isinstance(view, QAbstractItemView) and header.orientation() is _ACROSS:
            free = view.viewport().width() - header.length()
            if free > 0:
                yield f"{free} pixels are free beside the columns ({place_of(header)})"


def _label(label: QLabel) -> Iterator[Misfit]:
    room, text = label.contentsRect(), label.text()
    if isinstance(label, ElidedLabel):
        if "".join(label.shown(room.width())).replace(" ", "") != text.replace(" ", "") and not label.toolTip():
            yield Misfit(text, label.fontMetrics().horizontalAdvance(text), room.width(), "elided without a tip")
        return
    wraps = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextExpandTabs
    needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), HIGH), int(wraps), text)
    if text:
        yield from _compare(label, text, needed.size(), room.size())


def _button(button: QAbstractButton) -> Iterator[Misfit]:
    if button.text() and not (isinstance(button, ElidedButton) and button.toolTip()):
        is_bolder = button.isChecked() and button.property("role") in BOLD_WHEN_CHOSEN and not _is_icon(button)
        grown = _semibold(button).horizontalAdvance(button.text()) if is_bolder else 0
        more = max(0, grown - button.fontMetrics().horizontalAdvance(button.text()))
        least = QSize(button.sizeHint().width() + more, button.fontMetrics().height())
        yield from _compare(button, button.text(), least, button.size())


def _is_icon(button: QAbstractButton) -> bool:
    """Tell whether a button shows its icon alone, and its words to those who hear it."""
    return isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _combo(combo: QComboBox) -> Iterator[Misfit]:
    option = QStyleOptionComboBox()
    option.initFrom(combo)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(control, option, part, combo).size() - QSize(2, 0)
    metrics, text = combo.fontMetrics(), combo.currentText()
    yield from _compare(combo, text, QSize(metrics.horizontalAdvance(text), metrics.height()), room)


def _placeholder(line: QLineEdit) -> Iterator[Misfit]:
    if line.text() or not line.placeholderText():
        return
    option = QStyleOptionFrame()
    option.initFrom(line)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    metrics, text = line.fontMetrics(), line.placeholderText()
    inner = room.size() - QSize(4, 0)  # two pixels that QLineEdit keeps on either side
    yield from _compare(line, text, QSize(metrics.horizontalAdvance(text), metrics.height()), inner)


def _tabs(bar: QTabBar) -> Iterator[Misfit]:
    for at in filter(bar.isTabVisible, range(bar.count())):
        metrics = _semibold(bar) if at == bar.currentIndex() else bar.fontMetrics()
        option = QStyleOptionTab()
        option.initFrom(bar)
        option.rect = bar.tabRect(at)
        room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar)
        wanted = QSize(metrics.horizontalAdvance(bar.tabText(at)), metrics.height())
        yield from _compare(bar, bar.tabText(at), wanted, room.size())
        if not bar.usesScrollButtons() and not bar.rect().contains(bar.tabRect(at)):
            yield Misfit(bar.tabText(at), bar.tabRect(at).right(), bar.width(), place_of(bar))


def _headings(header: QHeaderView) -> Iterator[Misfit]:
    if header.orientation() is Qt.Orientation.Vertical:
        return
    for at in range(header.count()):
        text = str(header.model().headerData(at, header.orientation()) or "")
        tip = header.model().headerData(at, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if header.isSectionHidden(at) or not text or tip == text:
            continue
        yield from _compare(header, text, QSize(header.sectionSizeHint(at), 0), QSize(header.sectionSize(at), HIGH))


MEASURES: Mapping[type[QWidget], Callable[..., Iterator[Misfit]]] = MappingProxyType(
    {
        QLabel: _label,
        QAbstractButton: _button,
        QComboBox: _combo,
        QLineEdit: _placeholder,
        QTabBar: _tabs,
        QHeaderView: _headings,
    }
)


def _compare(widget: QWidget, text: str, needed: QSize, given: QSize) -> Iterator[Misfit]:
    if needed.width() > given.width():
        yield Misfit(text, needed.width(), given.width(), place_of(widget))
    elif needed.height() > given.height():
        yield Misfit(text, needed.height(), given.height(), f"{place_of(widget)}, its height")


def _cut_off(widget: QWidget) -> Iterator[Misfit]:
    """Find what is cut by the edge of something that it stands in; what scrolls up and down shows all in the end."""
    part, scrolls = widget, False
    while not part.isWindow() and (above := part.parentWidget()) is not None:
        area = above.parentWidget()
        scrolls = scrolls or (isinstance(area, QAbstractScrollArea) and area.viewport() is above)
        if isinstance(area, QAbstractItemView) and area.viewport() is above:
            return
        left = widget.mapTo(above, QPoint())
        right, bottom = left.x() + widget.width(), left.y() + widget.height()
        if left.x() < 0 or right > above.width():
            yield Misfit(_text(widget), right, above.width(), f"{place_of(widget)}, cut by {place_of(above)}")
            return
        if not scrolls and (left.y() < 0 or bottom > above.height()):
            yield Misfit(_text(widget), bottom, above.height(), f"{place_of(widget)}, cut below by {place_of(above)}")
            return
        part = above


def _semibold(widget: QWidget) -> QFontMetrics:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font)


def _text(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")() or widget.accessibleName())


def place_of(widget: QWidget) -> str:
    """Name a widget by the classes of ours that it stands in, the innermost first."""
    names: list[str] = []
    part: QWidget | None = widget
    while part is not None and len(names) < 4:
        if type(part).__module__.startswith("ui.") or not names:
            names.append(type(part).__name__)
        part = part.parentWidget()
    return " in ".join(names)
