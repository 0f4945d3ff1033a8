"""What is said at the end of an import: of a sheet that brings nothing new, why not."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from tests.ui.importing.steps import importing
from ui.importing.wizard import FILE, ImportWizard


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (CITIES, "Lo demás ya estaba en el archivo; 2 filas no entraron."),
        (CITIES[:3], "Todo lo que trae la planilla ya estaba en el archivo."),
    ],
)
def test_a_sheet_imported_again_says_whether_all_of_it_was_there(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, rows: Sequence[Sequence[object]], said: str
) -> None:
    path = cities_sheet(tmp_path, rows)
    importing(wizard, path, qtbot)
    wizard._show_page(FILE)  # noqa: SLF001  # as a second wizard would begin
    importing(wizard, path, qtbot)
    assert wizard.outcome.title.text() == "Nada cambió"
    assert wizard.outcome.text.text() == said
