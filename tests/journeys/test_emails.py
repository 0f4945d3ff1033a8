"""People are written to and called from where they are seen: a row of the list, several of them, a meeting."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from app.records.emails import GROUP
from tests.ui.meetings.meeting import Meeting, meeting
from tests.ui.menus import choose, lines_of, right_click
from tests.ui.seeing import list_of, names_of, news_of
from tests.ui.waiting import press, wait_until_idle
from ui.room.email_groups import EmailGroups

__all__ = ["meeting"]


def add_person(meeting: Meeting, name: str, **points: str) -> str:
    """Save a contact with one contact point of each kind, and give its key."""
    rows = Rows(tuple(Draft("contact_point", None, {"kind": kind, "value": value}) for kind, value in points.items()))
    return save_record(meeting.store, Draft("person", None, {"name": name}, {"contact_points": rows})).id


def list_people(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.window.show_room("contactos")
    wait_until_idle(meeting.window, qtbot)


def test_from_its_row_a_contact_is_written_to_called_and_copied(
    meeting: Meeting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    add_person(meeting, "Aaron Ficticio", email="aaron@example.org", phone="+59829001122")
    list_people(meeting, qtbot)
    table, row = list_of(meeting.window).table, names_of(meeting.window).index("Aaron Ficticio")
    choose(right_click(table, row), "Escribir un correo")
    choose(right_click(table, row), "Llamar por teléfono")
    assert opened == ["mailto:aaron@example.org", "tel:+59829001122"]
    choose(right_click(table, row), "Copiar el correo")
    assert QGuiApplication.clipboard().text() == "aaron@example.org"
    choose(right_click(table, row), "Copiar el teléfono")
    assert QGuiApplication.clipboard().text() == "+598 2900 1122"


def test_a_row_offers_only_the_ways_that_its_contact_has(meeting: Meeting, qtbot: QtBot) -> None:
    add_person(meeting, "Aaron Ficticio", phone="+59829001122")
    list_people(meeting, qtbot)
    table, row = list_of(meeting.window).table, names_of(meeting.window).index("Aaron Ficticio")
    said = lines_of(right_click(table, row))
    assert "Llamar por teléfono" in said
    assert "Escribir un correo" not in said
    assert "Copiar los correos" not in said
    table.selectAll()
    said = lines_of(right_click(table, row))
    assert "Copiar los correos" in said
    assert "Llamar por teléfono" not in said


def test_without_a_program_for_it_the_address_is_copied_and_that_said(
    meeting: Meeting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_url: QUrl) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    add_person(meeting, "Aaron Ficticio", email="aaron@example.org")
    list_people(meeting, qtbot)
    row = names_of(meeting.window).index("Aaron Ficticio")
    choose(right_click(list_of(meeting.window).table, row), "Escribir un correo")
    assert QGuiApplication.clipboard().text() == "aaron@example.org"
    assert "no tiene un programa para abrir aaron@example.org: se copió" in news_of(meeting.window)


def test_more_e_mails_than_one_message_takes_are_copied_group_by_group(meeting: Meeting, qtbot: QtBot) -> None:
    for number in range(GROUP + 1):
        add_person(meeting, f"Aaron {number:03}", email=f"a{number:03}@example.org")
    list_people(meeting, qtbot)
    list_of(meeting.window).table.selectAll()
    press(meeting.window, "copy_emails", qtbot)
    dialog = meeting.window.findChild(EmailGroups)
    assert dialog is not None
    clipboard = QGuiApplication.clipboard()
    seen: list[str] = []
    for said in ("Copiar el grupo 1 de 2", "Copiar el grupo 2 de 2"):
        assert dialog.accepting.text() == said
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert len(clipboard.text().split("; ")) <= GROUP
        seen += clipboard.text().split("; ")
    assert seen[: GROUP + 1] == [f"a{number:03}@example.org" for number in range(GROUP + 1)]
    dialog.buttons_of_groups[0].click()
    assert clipboard.text().startswith("a000@example.org; ")
    assert dialog.accepting.text() == "Listo"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_e_mails_of_a_meeting_are_those_of_who_attends(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    assert attendance.copying.isHidden()
    attendance.convoke()
    delegation = attendance.groups[0].lines[0].record.id
    person = add_person(meeting, "Aaron Ficticio", email="aaron@example.org")
    meeting.window.workspace.write(  # type: ignore[union-attr]  # a file is open
        lambda: save_record(meeting.store, Draft("attendance", delegation, {"person_id": person})).changes
    )
    wait_until_idle(meeting.window, qtbot)
    attendance.copying.click()
    wait_until_idle(meeting.window, qtbot)
    assert "aaron@example.org" in QGuiApplication.clipboard().text()
    assert news_of(meeting.window).startswith("Se copi")
