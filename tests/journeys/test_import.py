"""Importing the cities: planned, applied, undone whole, applied again, and once more with nothing to change."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.journeys.hands import begin_file, count, import_sheet
from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.seeing import names_of, news_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window


def test_the_cities_go_in_come_out_and_go_in_again(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    window.show_room("ciudades")
    path = cities_sheet(tmp_path)
    content = path.read_bytes()

    wizard = import_sheet(window, path, qtbot)
    numbers = [int(label.text()) for label in wizard.outcome.numbers.values()]
    assert numbers == [4, 0, 0, 1, 1]
    assert sum(numbers) == len(wizard.plan.rows if wizard.plan else ()) == 6
    wizard.going_on.click()
    assert names_of(window).count("Avellaneda") == 2
    assert "San Martín" not in names_of(window)
    assert news_of(window) == "Se importaron 4 ciudades."

    wait_until_idle(window, qtbot)
    assert "padron.xlsx" in window.commands["undo"].text()
    press(window, "undo", qtbot)
    assert count(window, "municipality") == 0
    assert count(window, "membership") == 0

    import_sheet(window, path, qtbot).going_on.click()
    assert count(window, "municipality") == 4

    wizard = import_sheet(window, path, qtbot)
    assert wizard.outcome.title.text() == "Nada cambió"
    wizard.going_on.click()
    assert count(window, "municipality") == 4
    assert path.read_bytes() == content
