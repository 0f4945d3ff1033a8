"""The history of a record, field by field, in the words of who looks."""

from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.seeing import open_record, pane_of
from ui.frame.window import Window
from ui.room.record_history import HistoryTab


def item_of(tab: HistoryTab, at: int) -> QTreeWidgetItem:
    item = tab.tree.topLevelItem(at)
    assert item is not None
    return item


def rows_of(item: QTreeWidgetItem) -> list[tuple[str, str, str]]:
    children = [child for at in range(item.childCount()) if (child := item.child(at)) is not None]
    return [(child.text(0), child.text(1), child.text(2)) for child in children]


def test_the_history_says_each_field_before_and_after_in_words(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).form.boxes["government_kind"].fill("municipality")
    assert pane_of(opened).save()
    pane_of(opened).show_tab("history")
    tab = pane_of(opened).tab_pages["history"]
    assert isinstance(tab, HistoryTab)
    newest = item_of(tab, 0)
    assert newest.text(0).endswith("Ana Ejemplo · Cambio en ciudad «Rosario»")
    assert rows_of(newest) == [("Tipo de gobierno", "—", "Municipio o ciudad")]
    oldest = item_of(tab, 1)
    said = {row[0]: row[2] for row in rows_of(oldest)}
    assert said["País"] == "Argentina"
    assert said["Provincia, estado o departamento"] == "Santa Fe"
    assert said["Situación en la red: Situación"] == "Miembro"
    assert said["Situación en la red: Desde"] == "2001"


def test_the_history_of_a_record_is_told_in_the_language_of_who_looks(opened: Window, qtbot: QtBot) -> None:
    opened.choose_language("en")
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("history")
    tab = pane_of(opened).tab_pages["history"]
    assert isinstance(tab, HistoryTab)
    assert item_of(tab, 0).text(0).endswith("Ana Ejemplo · New city “Rosario”")
