"""What is shown and would be interpreted: a page where a text was meant, a letter that lost its &, a picture."""

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)
from sqlalchemy import func, select, update

from app.words.fields import Kind
from db.entities.meeting import Meeting, MeetingState
from db.store import Store
from db.titles import Title
from tests.ui.fitting import place_of, seen_in

MARKED = '<b>x</b> & <img src="/etc/hostname"> <a href="https://example.org/">y</a>'
"""A text of a record that Qt would show as a bold x, a picture and a link."""
MARK = " & <b>x</b>"
"""What is written behind each text of a record, which stays otherwise what it was."""
MOST_ROWS = 20
"""Rows of a list that are looked at: those below are made as they are."""


def mark_texts(store: Store) -> None:
    """Write MARK behind every text of every record that has room for it: names stay different, in their order.

    Actas that are approved are reopened for it, and are approved again.
    """
    with store.reading() as session:
        approved = session.scalars(select(Meeting.id).where(Meeting.state == MeetingState.CLOSED.value)).all()
    for meeting in approved:
        _let_be(store, meeting, MeetingState.HELD)
    with store.operation(Title("Cambio en el orden de los archivos")) as session:  # which the sample has none of
        for name in store.catalog.stored:
            entity = store.catalog.entity(name)
            for each in store.catalog[name].stored:
                if each.field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                    text, longest = getattr(entity, each.name), each.field.bounds.longest
                    has_room = text != "" if longest is None else func.length(text) <= longest - len(MARK)
                    session.execute(update(entity).where(has_room).values({each.name: text + MARK}))
    for meeting in approved:
        _let_be(store, meeting, MeetingState.CLOSED)


def _let_be(store: Store, meeting: str, state: MeetingState) -> None:
    with store.operation(Title("Cambio en el orden de los archivos"), opens=meeting) as session:
        session.get_one(Meeting, meeting).state = state.value


def interpreted(top: QWidget) -> list[str]:
    """Return what Qt interprets of the texts in `top`, seen or not: each with the widget that shows it."""
    found: list[str] = []
    for widget in (top, *top.findChildren(QWidget)):
        kind = f"{type(widget).__name__} of {type(widget.parent()).__name__}"
        found += [f"{kind}: {said}" for said in (*_wrong_texts(widget), *_wrong_tips(widget))]
    return found


def interpreted_in_sight(top: QWidget) -> Iterator[str]:
    """Find what Qt interprets of the texts in `top` that are seen."""
    for widget in seen_in(top):
        for said in (*_wrong_texts(widget), *_wrong_tips(widget)):
            yield f"{said} is interpreted ({place_of(widget)})"


def shown_texts(top: QWidget) -> list[str]:
    """Return the words of labels and buttons and the first cells of lists in `top`, as they are kept."""
    labels = [label.text() for label in top.findChildren(QLabel)]
    buttons = [button.text() for button in top.findChildren(QAbstractButton)]
    cells = [
        str(index.data() or "")
        for view in top.findChildren(QAbstractItemView)
        if view.model() is not None
        for index in _cells(view.model(), QModelIndex())
    ]
    return labels + buttons + cells


def all_interpreted() -> list[str]:
    """Return what Qt interprets in every window, dialog and popup that there is."""
    return [each for top in QApplication.topLevelWidgets() for each in interpreted(top)]


def interpreted_out_of_sight() -> Iterator[str]:
    """Find what Qt interprets of the texts of every widget that there is, but for the tips, which take longer."""
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            yield from (f"{said} is interpreted ({place_of(widget)})" for said in _wrong_texts(widget))


def _wrong_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text() and widget.textFormat() != Qt.TextFormat.PlainText:
            yield f"label {widget.text()}"
        case QLabel() if widget.buddy() is not None and "&" in widget.text():
            yield f"key of label {widget.text()}"
        case QAbstractButton() if _has_key(QAbstractButton.text(widget)):
            yield f"button {QAbstractButton.text(widget)}"
        case QTabBar():
            yield from (said for at in range(widget.count()) if _has_key(said := QTabBar.tabText(widget, at)))
        case QMenu() if not isinstance(widget.parent(), QMenuBar):
            yield from _wrong_lines(widget.actions())
        case QTextEdit():
            yield "a text that is a page"
    if "[*]" in widget.windowTitle().replace("[*][*]", ""):
        yield f"title {widget.windowTitle()}"


def _wrong_lines(actions: list[QAction]) -> Iterator[str]:
    yield from (f"line {action.text()}" for action in actions if _has_key(action.text()))
    yield from (f"tip {action.toolTip()}" for action in actions if action.statusTip())


def _wrong_tips(widget: QWidget) -> Iterator[str]:
    tips = [widget.toolTip(), widget.whatsThis(), *(action.toolTip() for action in widget.actions())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        tips += [_tip(index) for index in _cells(model, QModelIndex())]
        if isinstance(widget, QTableView | QTreeView):
            headings = range(model.columnCount(QModelIndex()))
            role = Qt.ItemDataRole.ToolTipRole
            tips += [str(model.headerData(at, Qt.Orientation.Horizontal, role) or "") for at in headings]
    yield from (f"tip {tip}" for tip in tips if not _is_literal(tip))


def _cells(model: QAbstractItemModel, above: QModelIndex) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for row in range(min(model.rowCount(above), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, above)
            yield index
            if not isinstance(model, QAbstractListModel | QAbstractTableModel):
                yield from _cells(model, index)


def _tip(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def _has_key(text: str) -> bool:
    return "&" in text.replace("&&", "")


def _is_literal(tip: str) -> bool:
    """Tell whether a tip shows its text as it is: Qt takes it for no page, or the page is the text escaped."""
    if "<" not in tip:
        return True
    page = QTextDocument()
    page.setHtml(tip)
    inside = re.sub(r"^<span[^>]*>|</span>$", "", tip)
    return page.toPlainText() == _unescaped(inside) and "<" not in inside


def _unescaped(escaped: str) -> str:
    """Return what an escaped text says."""
    said = escaped
    for sign in "\"'<>&":
        said = said.replace(escape(sign), sign)
    return said
