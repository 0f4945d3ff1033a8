"""Steps through the import wizard, and what is seen on its page of the plan."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from app.sheets.importing.importing import Answer
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.importing.plan_model import NAME
from ui.importing.wizard import PLAN, RESULT, ImportWizard


def load(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    """Read a file."""
    wizard.load(path)
    wait_until_idle(wizard, qtbot)
    assert wizard.prepared is not None


def plan(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    """Read a file and go on as it was recognised, to what would happen."""
    load(wizard, path, qtbot)
    wizard.go_on()
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == PLAN


def importing(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    """Go through the wizard until it says what happened."""
    plan(wizard, path, qtbot)
    take_in(wizard, qtbot)


def take_in(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Import what the plan says."""
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == RESULT


def cities(window: Window) -> int:
    """Count the cities of the file."""
    assert window.workspace is not None
    return len(list_ids(window.workspace.store, Query("municipality")))


def cell(wizard: ImportWizard, row: int, column: int) -> str:
    """Return what a cell of the plan says."""
    return str(wizard.rows.rows.index(row, column).data())


def chips(wizard: ImportWizard) -> list[str]:
    """Return the verdicts with their numbers."""
    return [chip.text() for chip in wizard.rows.chips.values()]


def decide(wizard: ImportWizard, name: str, answer: Answer, qtbot: QtBot) -> None:
    """Answer of the row of that name."""
    model = wizard.rows.rows
    row = next(at for at in range(model.rowCount()) if cell(wizard, at, NAME) == name)
    wizard.rows.table.selectRow(row)
    before = wizard.plan
    wizard.rows.answer(answer)
    wait_until_idle(wizard, qtbot)
    assert wizard.plan is not before
