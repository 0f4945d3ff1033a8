"""What is linked to a record: listed by kind, opened in its room, begun with its link."""

from pytestqt.qtbot import QtBot

from tests.ui.seeing import frame_of, open_record, pane_of
from ui.frame.window import Window
from ui.room.linked import LinkedTab


def test_what_is_linked_is_listed_and_leads_to_its_room(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    tenures = tab.lists[0]
    assert tenures.heading.text() == "Contactos y mandatos (2)"
    people = {tenures.table.rows.text(row, 0): row for row in range(2)}
    assert set(people) == {"Ana Prueba Ejemplo", "Bruno Ficticio"}
    tenures.open_linked(tenures.table.rows.ids[people["Ana Prueba Ejemplo"]])
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Ana Prueba Ejemplo"


def test_a_linked_record_begins_with_its_link(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    city = pane_of(opened).id
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    next(each for each in tab.lists if each.linked.entity == "experience").adding.click()
    assert frame_of(opened).current == "experiencias"
    assert pane_of(opened).form.value("municipalities") == (city,)
