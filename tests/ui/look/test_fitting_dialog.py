"""A dialog fits on the screen whatever it tells: the text scrolls, the buttons stay in reach."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.file.settings import Settings
from app.words.problems import Problem
from tests.make import SPANISH
from tests.ui.seeing import workspace_of
from tests.ui.waiting import lay_out, wait_until_idle
from ui.dialogs.settings import SettingsDialog
from ui.frame.window import Window
from ui.look.dialog import DialogFrame
from ui.look.fitting_dialog import FittingDialog
from ui.look.plain import Label
from ui.look.problem import ProblemDialog
from ui.look.scroll import UpAndDown
from ui.room.edit_many import EditManyDialog

FEW, MANY = (
    tuple(Problem(f"Ese dato es obligatorio: no se puede dejar vacío ({number}).") for number in range(count))
    for count in (2, 90)
)


def in_reach(dialog: FittingDialog, button: QWidget) -> bool:
    """Tell whether all of a button stands on the dialog, and the dialog on its screen."""
    low = button.mapTo(dialog, QPoint(0, button.height())).y() <= dialog.height()
    return low and not button.visibleRegion().isEmpty() and dialog.height() < dialog.screen().size().height()


def test_many_problems_scroll_and_the_button_stays_in_reach(opened: Window, qtbot: QtBot) -> None:
    dialog = ProblemDialog(SPANISH, "No se pudo hacer", MANY, opened)
    qtbot.addWidget(dialog)
    dialog.open()
    assert in_reach(dialog, dialog.closing)
    assert dialog.box.height() > dialog.height()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.box.mapTo(dialog, QPoint()).y() < 0
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_few_problems_are_seen_whole(opened: Window, qtbot: QtBot) -> None:
    dialog = ProblemDialog(SPANISH, "No se pudo hacer", FEW, opened)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.box.visibleRegion().boundingRect() == dialog.box.rect()
    assert dialog.height() < 300


def test_a_question_that_the_screen_has_room_for_is_seen_whole(opened: Window, qtbot: QtBot) -> None:
    dialogs = (
        SettingsDialog(SPANISH, Settings(author="Ana"), opened),
        EditManyDialog(workspace_of(opened), "person", ["1", "2"], opened),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.open()
        wait_until_idle(opened, qtbot)
        lay_out()
        assert [area.verticalScrollBar().maximum() for area in dialog.findChildren(UpAndDown)] == [0], dialog
        dialog.reject()


def test_a_question_grows_with_what_is_wrong_and_shows_it(opened: Window, qtbot: QtBot) -> None:
    dialog = DialogFrame(SPANISH, "Preguntar", "Seguir", opened)
    qtbot.addWidget(dialog)
    dialog.say("Una frase.")
    dialog.open()
    before = dialog.height()
    dialog.show_problems(FEW)
    assert dialog.height() > before
    dialog.show_problems(MANY)
    wait_until_idle(opened, qtbot)
    lay_out()
    assert dialog.problems.visibleRegion().boundingRect().top() == 0
    assert dialog.problems.visibleRegion().boundingRect().height() > 200
    assert in_reach(dialog, dialog.accepting)


def test_a_dialog_that_grows_stays_on_the_screen_with_its_buttons(opened: Window, qtbot: QtBot) -> None:
    dialog = FittingDialog(opened)
    qtbot.addWidget(dialog)
    said = Label("Una línea.")
    dialog.content.addWidget(said)
    screen = dialog.screen().availableGeometry()
    dialog.show()
    dialog.move(dialog.x(), screen.bottom() - dialog.height())
    said.setText("\n".join(["Una línea."] * 20))
    dialog.grow()
    assert dialog.frameGeometry().bottom() <= screen.bottom()
    said.setText("\n".join(["Una línea."] * 200))
    dialog.grow()
    assert dialog.frameGeometry().top() >= screen.top()
    dialog.close()
