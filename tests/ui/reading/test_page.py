"""A record is read on a page: text to select, links that lead, sections that a screen reader knows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.record_page import Beside
from app.records.catalog import Filter, Operator, Query
from app.screens import layout_of
from app.screens.screen import Linked
from app.words.fields import RecordKey
from tests.app.reports.example import Network
from tests.ui.menus import choose, lines_of, right_click_on
from tests.ui.reading.reading import link_to, said_by, section_of, shown_in, shown_page
from ui.look.link import Link
from ui.reading.page import ReadingPage
from ui.work.workspace import Workspace


@pytest.fixture
def rosario(workspace: Workspace, network: Network, qtbot: QtBot) -> ReadingPage:
    """Return the page of a city of which much is known."""
    return shown_page(workspace, "municipality", network.keys["rosario"], qtbot)


def test_what_is_known_is_text_to_select_and_each_is_heard_after_its_label(rosario: ReadingPage) -> None:
    heard = said_by(section_of(rosario, "name"))
    assert "Nombre oficial: Municipalidad de Rosario" in heard
    text = next(each for each in shown_in(rosario, QLabel) if each.text() == "Municipalidad de Rosario")
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_headings_and_regions_are_heard_as_what_they_are(rosario: ReadingPage) -> None:
    section = section_of(rosario, "memberships")
    region = QAccessible.queryAccessibleInterface(section)
    assert region.role() is QAccessible.Role.Grouping
    assert region.text(QAccessible.Text.Name) == "Situación en la red (1)"
    heading = QAccessible.queryAccessibleInterface(section.heading)
    assert heading.role() is QAccessible.Role.Heading
    assert heading.text(QAccessible.Text.Name) == "Situación en la red (1)"


def test_the_page_is_heard_as_that_of_its_record_and_each_pencil_as_that_of_its_section(rosario: ReadingPage) -> None:
    page = QAccessible.queryAccessibleInterface(rosario)
    assert (page.role(), page.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Ficha: Rosario")
    pencils = [each for each in rosario.findChildren(QToolButton) if each.accessibleName() == "Editar"]
    assert len(pencils) > 1
    assert len({each.accessibleDescription() for each in pencils}) == len(pencils)
    section = section_of(rosario, "memberships")
    assert "Situación en la red (1)" in {each.accessibleDescription() for each in section.findChildren(QToolButton)}


def test_a_reference_opens_its_record_by_one_click_or_by_the_keyboard(
    rosario: ReadingPage, network: Network, workspace: Workspace
) -> None:
    wanted: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda entity, key: wanted.append((entity, key)))
    link = link_to(rosario, "Luis Muestra")
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    QTest.keyClick(link_to(rosario, "Comisión Directiva"), Qt.Key.Key_Space)
    assert wanted == [("person", network.keys["luis"]), ("body", network.keys["board"])]


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("luis@example.org", "mailto:luis@example.org"),
        ("+54 9 341 555-0101", "tel:+5493415550101"),
        ("https://rosario.example.org", "https://rosario.example.org"),
    ],
)
def test_an_address_goes_to_the_program_of_the_person(
    rosario: ReadingPage, monkeypatch: pytest.MonkeyPatch, said: str, address: str
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    link_to(rosario, said).click()
    assert opened == [address]


def test_each_section_leads_to_the_form_and_each_list_to_a_new_record(
    rosario: ReadingPage, network: Network, workspace: Workspace
) -> None:
    wanted: list[str] = []
    rosario.edit_wanted.connect(wanted.append)
    section_of(rosario, "contact_points").findChildren(QToolButton)[0].click()
    assert wanted == ["contact_points"]
    begun: list[tuple[str, object]] = []
    workspace.new_wanted.connect(lambda entity, values: begun.append((entity, values)))
    adding = section_of(rosario, "experience.municipalities").findChildren(QPushButton)[0]
    assert adding.accessibleName() == "Agregar: Experiencia"
    adding.click()
    assert begun == [("experience", {"municipalities": (network.keys["rosario"],)})]


@pytest.mark.parametrize(("entity", "key"), [("person", "luis"), ("municipality", "canelones"), ("body", "board")])
def test_every_part_has_a_way_to_add_and_a_pencil_for_its_rows(
    workspace: Workspace, network: Network, qtbot: QtBot, entity: str, key: str
) -> None:
    page = shown_page(workspace, entity, network.keys[key], qtbot)
    assert page.record is not None
    added: list[str] = []
    edited: list[str] = []
    page.row_wanted.connect(added.append)
    page.edit_wanted.connect(edited.append)
    titles = {workspace.words(section.title) for section in page.facts.form.parts()}
    parts = {section.part for section in page.facts.form.parts()}
    for adding in shown_in(page, QAbstractButton):
        if adding.accessibleName().removeprefix("Agregar: ") in titles:
            adding.click()
    filled = {part for part in parts if page.record.parts[part]}
    assert (set(added), set(edited), len(added) + len(edited)) == (filled, parts - filled, len(parts))
    edited.clear()
    for pencil in shown_in(page, QToolButton):
        if pencil.accessibleName() == "Editar":
            pencil.click()
    assert {each for each in edited if each in parts} == filled
    assert len([each for each in edited if each in parts]) == len(filled)


def test_a_body_without_seats_has_their_heading_and_copies_nothing_of_it(
    workspace: Workspace, network: Network, qtbot: QtBot
) -> None:
    page = shown_page(workspace, "body", network.keys["stpm"], qtbot)
    assert section_of(page, "seats").heading.text() == "Integrantes"
    assert "Integrantes" not in page.text().splitlines()


def test_a_value_says_that_it_can_be_edited_where_its_field_is_in_the_form(rosario: ReadingPage) -> None:
    wanted: list[str] = []
    rosario.edit_wanted.connect(wanted.append)
    text = next(each for each in shown_in(rosario, QLabel) if each.text() == "Municipalidad de Rosario")
    choose(right_click_on(text), "Editar este dato")
    assert wanted == ["name"]
    choose(right_click_on(text), "Copiar")
    assert QGuiApplication.clipboard().text() == "Municipalidad de Rosario"
    assert lines_of(right_click_on(link_to(rosario, "Presupuesto participativo"))) == ["Copiar", "Abrir"]


def test_the_page_is_copied_whole_as_text(rosario: ReadingPage) -> None:
    rosario.copy_all()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Rosario"
    assert "Nombre oficial: Municipalidad de Rosario" in lines
    assert "Ana Ficticia\tIntendente\t12/2007\tVigente" in lines
    assert not any("sin registrar" in line for line in lines)


def test_from_section_to_section_and_round(rosario: ReadingPage) -> None:
    rosario.activateWindow()
    rosario.turn_section(1)
    assert section_of(rosario, "name").isAncestorOf(rosario.focusWidget())
    rosario.turn_section(1)
    assert section_of(rosario, "memberships").isAncestorOf(rosario.focusWidget())
    rosario.turn_section(-1)
    assert section_of(rosario, "name").isAncestorOf(rosario.focusWidget())


def test_what_comes_to_the_page_has_its_place_at_once(rosario: ReadingPage, network: Network, qtbot: QtBot) -> None:
    seen: list[bool] = []
    rosario.beside_shown.connect(lambda: seen.extend(each.isVisible() for each in rosario.sections))
    rosario.show_record(network.keys["canelones"])
    rosario.show_section("history")
    qtbot.waitUntil(lambda: bool(seen))
    assert len(seen) > 4
    assert all(seen)


def test_the_keyboard_stays_in_what_is_read_again(rosario: ReadingPage, network: Network, qtbot: QtBot) -> None:
    rosario.window().activateWindow()
    before = section_of(rosario, "history")
    link = before.findChildren(QToolButton)[-1]
    link.setFocus()
    with qtbot.waitSignal(rosario.beside_shown):
        rosario.show_record(network.keys["rosario"])
    now = section_of(rosario, "history")
    assert now is not before
    assert now.findChildren(QToolButton)[-1].hasFocus()


def test_a_long_list_leads_to_the_whole_of_it(rosario: ReadingPage, network: Network, workspace: Workspace) -> None:
    asked: list[tuple[str, object]] = []
    workspace.room_wanted.connect(lambda room, query: asked.append((room, query)))
    button = rosario._whole_button("experience.municipalities", 312)  # noqa: SLF001 - a list of 312 would take its time
    assert button.text() == "Ver todo (312)"
    button.click()
    wanted = Filter("municipalities", Operator.EQUALS, network.keys["rosario"])
    assert asked == [("experiencias", Query("experience", filters=(wanted,)))]
    button.deleteLater()


def test_an_answer_that_comes_late_is_dropped(rosario: ReadingPage, network: Network, qtbot: QtBot) -> None:
    late = rosario.beside
    assert isinstance(late, Beside)
    with qtbot.waitSignal(rosario.beside_shown, timeout=60_000):
        rosario.show_record(network.keys["porto"])
        rosario._take_beside(network.keys["rosario"], late)  # noqa: SLF001 - as if it had been slow
        assert "Comisión Directiva" not in rosario.text()
    assert "Luis Muestra" not in rosario.text()


def test_the_history_is_shown_whole_when_asked(rosario: ReadingPage, qtbot: QtBot) -> None:
    assert "y 1" in rosario.text()
    with qtbot.waitSignal(rosario.beside_shown, timeout=60_000):
        rosario._show_whole("history")  # noqa: SLF001 - its button is there only for a longer history
    assert "Idiomas: español" in rosario.text()
    assert "y 1" not in rosario.text()


def test_a_list_of_what_refers_to_any_kind_begins_a_row_that_refers_to_the_record(
    workspace: Workspace, network: Network, qtbot: QtBot
) -> None:
    files = Linked("Documentos", ("document.record",), ("name", "record"), opens="record", adds="record")
    layout = layout_of("meeting")
    assert layout is not None
    page = ReadingPage(workspace, replace(layout, linked=(files,)))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.beside_shown, timeout=60_000):
        page.show_record(network.keys["next"])
    begun: list[object] = []
    wanted: list[tuple[str, str]] = []
    workspace.new_wanted.connect(lambda _, values: begun.append(values))
    workspace.record_wanted.connect(lambda entity, key: wanted.append((entity, key)))
    section_of(page, "document.record").findChildren(QPushButton)[0].click()
    assert begun == [{"record": RecordKey("meeting", network.keys["next"])}]
    section_of(page, "document.record").findChildren(Link)[0].click()
    assert wanted == [("meeting", network.keys["next"])]
