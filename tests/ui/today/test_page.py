"""Inicio: what needs attention, each with its number and its way in; an empty file offers three doors."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids
from app.today import MOST_DUE
from app.words.fields import RecordKey
from db.values import PartialDate
from tests.make import add, copied_store
from tests.ui.network import add_person
from tests.ui.seeing import edit_shown, frame_of, list_of, names_of, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard
from ui.look.link import Link
from ui.today.page import ConcernLine, TodayPage


def today_of(window: Window, qtbot: QtBot) -> TodayPage:
    window.show_room("inicio")
    page = frame_of(window).page
    assert isinstance(page, TodayPage)
    wait_until_idle(window, qtbot)
    assert page.today is not None
    return page


def test_each_concern_has_its_number_and_shows_its_list(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    said = [line.accessibleName() for line in page.lines.values()]
    assert said == [
        "1 plazo vencido",
        "1 resolución pendiente o en curso",
        "5 ciudades miembro sin contacto hace 6 meses",
        "0 plazos que vencen en los próximos 30 días",
        "0 convenios por vencer",
        "0 contactos con el mandato a verificar",
        "0 demandas abiertas sin una experiencia que sirva",
        "0 redes sin contacto hace 6 meses",
    ]
    page.lines["open"].click()
    assert frame_of(opened).current == "resoluciones"
    assert names_of(opened) == ["Inciso 1"]
    assert [chip.text.text() for chip in room_of(opened).list.filters.chips] == ["Situación: Pendiente, En curso"]


def test_what_has_nothing_to_do_steps_back_into_one_line_and_still_leads_on(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    pressed = [name for name, line in page.lines.items() if isinstance(line, ConcernLine)]
    resting = {name: line for name, line in page.lines.items() if isinstance(line, Link)}
    assert pressed == ["overdue", "open"]
    assert list(resting) == ["silent_cities", "due", "expiring", "to_verify", "needs_without", "silent_networks"]
    lowest = max(page.lines[name].mapTo(page, QPoint()).y() for name in pressed)
    assert all(line.isVisible() and line.mapTo(page, QPoint()).y() > lowest for line in resting.values())
    assert resting["due"].parentWidget() is resting["to_verify"].parentWidget()
    assert all(line.height() < page.lines["open"].height() for line in resting.values())
    page.take_focus()
    assert page.lines["overdue"].hasFocus()
    resting["to_verify"].click()
    assert frame_of(opened).current == "contactos"


def test_what_is_due_in_the_days_to_come_leads_to_its_record_and_the_rest_to_its_list(
    opened: Window, qtbot: QtBot
) -> None:
    store, day = workspace_of(opened).store, workspace_of(opened).store.today()
    body = list_ids(store, Query("body"))[0]
    for at in range(MOST_DUE + 1):
        add(store, "commitment", text=f"Compromiso {at}", due_on=day, record=RecordKey("body", body))
    page = today_of(opened, qtbot)
    assert page.week is not None
    assert page.week.links["rest"].said == "y 1 más en esos días"
    first = next(iter(page.week.links.values()))
    assert first.accessibleName() == "22 de noviembre de 2026: Compromiso 0"
    first.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Compromiso 0"
    opened.show_room("inicio")
    page.week.links["rest"].click()
    assert frame_of(opened).current == "vencimientos"
    assert len(list_of(opened).table.rows.ids) == MOST_DUE + 1


def test_each_line_of_the_plan_says_how_far_it_is_and_leads_to_it(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    add(store, "plan_line", number="8", name="Vacante", vacant=True)
    line = add(store, "plan_line", number="4", name="Redes")
    add(store, "plan_action", line_id=line, name="Encuentros", due_on=date(2026, 11, 1))
    page = today_of(opened, qtbot)
    said = {card.accessibleName().partition(" ")[0]: card.accessibleDescription() for card in page.cards.values()}
    assert said["8"] == "Vacante: el documento no trae este punto."
    assert said["4"] == "0 de 1 acción cumplida; ninguna con medición. 1 acción atrasada"
    page.cards[line].click()
    wait_until_idle(opened, qtbot)
    assert (frame_of(opened).current, pane_of(opened).id) == ("plan", line)


def test_a_term_without_a_plan_leads_to_where_it_is_begun(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    add(store, "plan_line", number="4", name="Redes")
    assert today_of(opened, qtbot).plan_beginning is None, "the lines of no term are those that are seen"
    city = list_ids(store, Query("municipality"))[0]
    term = Draft("period", None, {"name": "2026", "municipality_id": city, "starts": PartialDate(2026, 1, 1)})
    workspace_of(opened).apply(save_record(store, term).changes)
    page = today_of(opened, qtbot)
    assert not page.cards
    assert page.plan_beginning is not None
    page.plan_beginning.click()
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "plan"


def test_what_inicio_counts_is_what_the_list_of_deadlines_shows(opened: Window, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    store = opened.workspace.store
    post = add(store, "post", name="Coordinación", body_id=add(store, "body", name="Instancia de prueba", kind="board"))
    add_person(store, "Carla Ensayo", post, PartialDate(2026, 12, 18))
    page = today_of(opened, qtbot)
    assert page.today is not None
    counts = {each.figure.name: each.count for each in page.today.concerns}
    for name, chips, texts in (
        ("overdue", ["Situación: Plazo vencido"], ["Inciso 1 · Enviar las fichas"]),
        ("due", ["Situación: En plazo", "Vence el hasta 22/12/2026"], ["Coordinación · Instancia de prueba"]),
    ):
        opened.show_room("inicio")
        page.lines[name].click()
        assert frame_of(opened).current == "vencimientos"
        shown = list_of(opened)
        assert [chip.text.text() for chip in shown.filters.chips] == chips
        column = [each.name for each in shown.table.rows.columns].index("text")
        found = [shown.table.rows.text(row, column) for row in range(shown.table.rows.rowCount())]
        assert (found, counts[name]) == (texts, len(found))
    wait_until_idle(opened, qtbot)


def test_the_numbers_follow_what_is_done(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    opened.show_room("resoluciones")
    table = room_of(opened).list.table
    room_of(opened).show_record("resolution", table.rows.ids[0])
    edit_shown(opened)
    pane_of(opened).form.boxes["state"].fill("done")
    assert pane_of(opened).save()
    opened.show_room("inicio")
    wait_until_idle(opened, qtbot)
    assert page.lines["overdue"].accessibleName() == "0 plazos vencidos"


def test_the_next_meeting_says_what_its_dossier_lacks(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    assert page.today is not None
    assert page.today.meeting is not None
    assert page.today.meeting.name == "Primera reunión"
    assert page.today.meeting.missing


def test_what_the_dossier_lacks_is_counted_once(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    assert page.today is not None
    assert page.today.meeting is not None
    for name in ("Apertura", "Varios"):
        item = Draft("agenda_item", None, {"meeting_id": page.today.meeting.id, "name": name})
        workspace_of(opened).apply(save_record(workspace_of(opened).store, item).changes)
    wait_until_idle(opened, qtbot)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "•  2 puntos sin quien los presente" in said


def said_steps(page: TodayPage) -> list[str]:
    return [button.text() for button in page.steps]


def test_what_the_file_lacks_is_offered_until_it_has_it(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    store, day = workspace_of(opened).store, PartialDate(2026, 1, 1)
    secretariat = "Registrar la ciudad de la Secretaría Ejecutiva y las fechas de su gestión"
    board = "Cargar los integrantes de la Comisión Directiva"
    assert said_steps(page) == [secretariat, board]
    page.steps[0].click()
    wait_until_idle(opened, qtbot)
    assert (pane_of(opened).entity.name, pane_of(opened).fresh) == ("period", True)
    pane_of(opened).close_record(ask=False)
    city = list_ids(store, Query("municipality"))[0]
    term = Draft("period", None, {"name": "2026", "municipality_id": city, "starts": day})
    workspace_of(opened).apply(save_record(store, term).changes)
    assert said_steps(today_of(opened, qtbot)) == [board]
    body = list_ids(store, Query("body", filters=(Filter("kind", Operator.EQUALS, "board"),)))[0]
    seat = Draft("seat", None, {"body_id": body, "municipality_id": city, "role": "member"})
    workspace_of(opened).apply(save_record(store, seat).changes)
    page = today_of(opened, qtbot)
    assert said_steps(page) == []
    assert "Qué sigue" not in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_file_without_contacts_offers_their_import(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.take_store(copied_store(template, tmp_path))
    add(workspace_of(window).store, "municipality", short_name="Azul", country="AR")
    page = today_of(window, qtbot)
    page.steps[-1].click()
    wait_until_idle(window, qtbot)
    wizard = window.dialog
    assert isinstance(wizard, ImportWizard)
    assert wizard.file.entity == "person"
    wizard.reject()


def test_a_meeting_is_begun_where_none_lies_ahead(opened: Window, qtbot: QtBot) -> None:
    page = today_of(opened, qtbot)
    assert page.beginning is None
    store = workspace_of(opened).store
    for key in list_ids(store, Query("meeting")):
        workspace_of(opened).apply(save_record(store, Draft("meeting", key, {"state": "held"})).changes)
    page = today_of(opened, qtbot)
    assert page.beginning is not None
    page.beginning.click()
    wait_until_idle(opened, qtbot)
    assert (pane_of(opened).entity.name, pane_of(opened).fresh) == ("meeting", True)


def test_a_file_with_an_action_alone_counts_what_is_due(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store = copied_store(template, tmp_path)
    line = add(store, "plan_line", number="4", name="Redes")
    add(store, "plan_action", line_id=line, name="Encuentros", due_on=date(2026, 11, 1))
    window.take_store(store)
    page = today_of(window, qtbot)
    assert not page.doors
    assert page.lines["overdue"].accessibleName() == "1 plazo vencido"


def test_an_empty_file_offers_three_doors(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window.take_store(copied_store(template, tmp_path))
    page = today_of(window, qtbot)
    wait_until_idle(window, qtbot)
    assert page.doors
    assert [door.accessibleName() for door in page.doors.values()] == [
        "Importar una planilla",
        "Escribir la primera ciudad",
        "Abrir el ejemplo",
    ]
    QTest.keyClick(page.doors["city"], Qt.Key.Key_Return)
    assert frame_of(window).current == "ciudades"
    assert pane_of(window).fresh
