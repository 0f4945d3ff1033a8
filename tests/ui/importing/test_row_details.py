"""All that is known of one row of a plan, and what a person answers of it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.sheets.importing.importing import Answer
from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from tests.ui.importing.steps import chips, cities, decide, plan, take_in
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard


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
