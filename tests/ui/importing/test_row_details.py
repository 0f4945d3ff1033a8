"""All that is known of one row of a plan, and what a person answers of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from app.sheets.importing.importing import Answer, Verdict
from tests.make import add, add_city
from tests.make_sheets import make_xlsx
from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from tests.ui.importing.steps import chips, cities, decide, plan, take_in
from tests.ui.waiting import lay_out, wait_until_idle
from ui.frame.window import Window
from ui.importing.row_details import LINE_END, WholeText
from ui.importing.wizard import FILE, ImportWizard
from ui.look.link import Link


def test_the_answer_to_a_row_is_seen_and_can_be_changed(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", 520_000, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    decide(wizard, "Canelonnes", Answer.SAME_AS, qtbot)
    answers = wizard.rows.details.answers
    assert answers is not None
    chosen = answers.checkedButton()
    assert chosen is not None
    assert chosen.accessibleName().startswith("Es la misma que Canelones")
    wizard.rows.table.setFocus()
    QTest.keyClick(wizard.rows.table, Qt.Key.Key_N)
    wait_until_idle(wizard, qtbot)
    assert chips(wizard)[1:3] == ["Nuevas 1", "Cambian 0"]


def question(wizard: ImportWizard) -> str:
    """Return what is asked of the row that is shown."""
    shown = filter(QLabel.isVisible, wizard.rows.details.choices.findChildren(QLabel))
    return next(each.text() for each in shown if "¿" in each.text())


def test_a_question_names_the_record_that_it_is_about(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    plan(wizard, cities_sheet(tmp_path, (CITIES[0], CITIES[4])), qtbot)
    lay_out()
    assert question(wizard) == "Ciudad «San Martín»: ¿qué hacer con esta fila?"
    assert opened.workspace is not None
    store = opened.workspace.store
    for subdivision in ("AR-B", "AR-S"):
        add_city(store, "Avellaneda", "AR", subdivision)
    add(store, "organisation", name="Red Ejemplo", country="AR")
    rows = [
        ("Nombre y apellido", "Cargo", "Ciudad", "Organismo", "País"),
        ("Ana Ficticio", "Prensa", "Avellaneda", "", "AR"),
        ("Bruno Ficticio", "Prensa", "", "Red Ejemplos", "AR"),
    ]
    wizard.file.show_entity("person")
    wizard._show_page(FILE)  # noqa: SLF001  # as a second wizard would begin
    plan(wizard, make_xlsx(tmp_path / "contactos.xlsx", {"Hoja": rows}), qtbot)
    asked = []
    for row in range(2):
        wizard.rows.table.selectRow(row)
        lay_out()
        asked.append(question(wizard))
    assert asked == [
        "Ciudad «Avellaneda»: ¿qué hacer con esta fila?",
        "Organismo «Red Ejemplos»: ¿qué hacer con esta fila?",
    ]
    decide(wizard, "Ana Ficticio", Answer.NEW, qtbot)
    assert question(wizard) == asked[0]


def test_a_contact_in_doubt_about_its_city_and_then_about_who_it_is_is_settled(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    store = opened.workspace.store
    for subdivision in ("AR-B", "AR-S"):
        add_city(store, "Avellaneda", "AR", subdivision)
    rows = [("Nombre y apellido", "Ciudad", "País", "Correo"), ("Diego Muestra", "Avellaneda", "AR", "d@example.org")]
    email = Draft("contact_point", None, {"kind": "email", "value": "d@example.org"})
    other = save_record(store, Draft("person", None, {"name": "Ana Ficticio"}, {"contact_points": Rows((email,))})).id
    wizard.file.show_entity("person")
    plan(wizard, make_xlsx(tmp_path / "contactos.xlsx", {"Hoja": rows}), qtbot)
    wizard.rows.table.selectRow(0)
    details = wizard.rows.details
    decide(wizard, "Diego Muestra", Answer.SAME_AS, qtbot)
    assert question(wizard) == "Contacto «Diego Muestra»: ¿qué hacer con esta fila?"
    assert details.answers is not None
    assert details.answers.checkedButton() is None, "the answer about the city is none about the person"
    link = next(each for each in details.choices.findChildren(Link) if each.isVisible())
    link.click()
    wait_until_idle(wizard, qtbot)
    assert question(wizard) == "Ciudad «Avellaneda»: ¿qué hacer con esta fila?"
    decide(wizard, "Diego Muestra", Answer.SAME_AS, qtbot)
    decide(wizard, "Diego Muestra", Answer.SAME_AS, qtbot)
    assert question(wizard) == "Contacto «Diego Muestra»: ¿qué hacer con esta fila?"
    assert wizard.plan is not None
    (row,) = wizard.plan.rows
    assert (row.verdict, row.record_id) == (Verdict.CHANGED, other)


def test_answers_are_read_whole_and_reached_before_the_buttons(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", 520_000, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    lay_out()
    details = wizard.rows.details
    buttons = details.answers.buttons()  # type: ignore[union-attr]  # it asks
    assert all(button.sizeHint().width() <= button.width() <= details.viewport().width() for button in buttons)
    assert " ".join(buttons[1].text().split()) == buttons[1].accessibleName()
    assert buttons[1].accessibleName().endswith("(1)")
    details.setFocus()
    QTest.keyClick(details, Qt.Key.Key_Tab)
    assert wizard.focusWidget() is buttons[0]


def test_who_answers_by_the_keyboard_stays_at_the_answer(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", 520_000, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    first, second, *_ = wizard.rows.details.answers.buttons()  # type: ignore[union-attr]  # it asks
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    wait_until_idle(wizard, qtbot)
    first, second, *_ = wizard.rows.details.answers.buttons()  # type: ignore[union-attr]  # it can be changed
    assert second.isChecked()
    assert wizard.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert wizard.focusWidget() is wizard.rows.details.changes
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    wait_until_idle(wizard, qtbot)
    answers = wizard.rows.details.answers
    assert answers is not None
    assert wizard.focusWidget() is answers.checkedButton() is answers.buttons()[0]


def test_who_answers_of_many_rows_stays_at_the_answer(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", "", "", ""), ("San Martín", "Argentina", "", "", "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    page = wizard.rows
    page.table.selectAll()
    new = next(each for each in page.many.findChildren(QPushButton) if each.text() == "Son nuevas")
    new.setFocus()
    QTest.keyClick(new, Qt.Key.Key_Space)
    wait_until_idle(wizard, qtbot)
    assert chips(wizard)[1] == "Nuevas 2"
    assert wizard.focusWidget() is new


def test_a_doubtful_row_can_be_one_of_the_cities_that_it_resembles(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    before = cities(opened)
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", 520_000, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    labels = [button.text() for button in wizard.rows.details.answers.buttons()]  # type: ignore[union-attr]  # it asks
    assert any(text.startswith("Es la misma que Canelones (Uruguay") for text in labels)
    decide(wizard, "Canelonnes", Answer.SAME_AS, qtbot)
    assert chips(wizard)[2] == "Cambian 1"
    assert wizard.rows.details.changes.item(0, 2) is not None
    take_in(wizard, qtbot)
    assert cities(opened) == before


def test_a_long_email_is_read_whole(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    email = "coordinacion.general.de.relaciones.internacionales@municipalidad-de-avellaneda.example.org"
    rows = [("Ciudad", "País", "Correo"), ("Azul", "AR", email)]
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    lay_out()
    changes = wizard.rows.details.changes
    (at,) = (row for row in range(changes.rowCount()) if changes.item(row, 2).text() == email)  # type: ignore[union-attr]  # each cell has one
    option = QStyleOptionViewItem()
    option.initFrom(changes)
    option.rect = changes.visualRect(changes.model().index(at, 2))
    delegate = changes.itemDelegate()
    assert isinstance(delegate, WholeText)
    delegate.initStyleOption(option, changes.model().index(at, 2))
    lines = option.text.split(LINE_END)
    assert "".join(lines) == email
    assert max(map(changes.fontMetrics().horizontalAdvance, lines)) <= changes.columnWidth(2)
    assert changes.rowHeight(at) >= len(lines) * changes.fontMetrics().height()
