"""Who works here is asked once, before the first file, and is told in the history."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.settings import FOLDER_VARIABLE, load_settings
from app.records import history
from tests.make import add_city
from tests.ui.seeing import frame_of
from ui.dialogs.author import AuthorDialog
from ui.dialogs.new_file import NewFileDialog
from ui.dialogs.settings import Preferred
from ui.frame.window import Window
from ui.look.theme import Scheme


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Return a file to open."""
    return Path(shutil.copy(template, tmp_path / "red.enlace"))


@pytest.fixture
def unknown(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Show a window that does not know who works; the account of the system is called `lucia`."""
    monkeypatch.setattr("ui.dialogs.author.full_name", str)
    for place in ("ui.dialogs.author", "ui.frame.window"):
        monkeypatch.setattr(f"{place}.account_name", lambda: "lucia")
    window.preferences.keep(lambda settings: replace(settings, author=""))
    return window


def asked(window: Window) -> AuthorDialog:
    dialog = window.filing.dialog
    assert isinstance(dialog, AuthorDialog)
    return dialog


def author_of(window: Window) -> str:
    assert window.workspace is not None
    store = window.workspace.store
    add_city(store)
    assert history.operations(store)[0].author == store.author
    return store.author


def test_the_name_is_typed_once_and_kept(unknown: Window, path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    unknown.open_path(path)
    dialog = asked(unknown)
    assert unknown.workspace is None
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClicks(dialog.name, "  Raul   Prueba ")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert author_of(unknown) == "Raul Prueba"
    unknown.preferences.flush()
    assert load_settings(tmp_path / "settings").settings.author == "Raul Prueba"
    unknown.close_file()
    unknown.open_path(path)
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert unknown.filing.dialog is None


def test_the_full_name_of_the_account_is_proposed(
    unknown: Window, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.dialogs.author.full_name", lambda: "Lucía Ejemplo")
    unknown.open_path(path)
    assert asked(unknown).name.selectedText() == "Lucía Ejemplo"
    QTest.keyClick(asked(unknown).name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert author_of(unknown) == "Lucía Ejemplo"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_whoever_says_nothing_is_called_as_their_account_and_not_asked_again(
    unknown: Window, path: Path, key: Qt.Key, qtbot: QtBot
) -> None:
    unknown.open_path(path)
    assert "«lucia»" in asked(unknown).hint.text()
    QTest.keyClick(asked(unknown).name, key)
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert author_of(unknown) == "lucia"
    assert unknown.preferences.settings.author == "lucia"


def test_what_was_typed_is_not_kept_by_whoever_skips(unknown: Window, path: Path, qtbot: QtBot) -> None:
    unknown.open_path(path)
    QTest.keyClicks(asked(unknown).name, "Raul")
    asked(unknown).cancelling.click()
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert author_of(unknown) == "lucia"


def test_it_is_asked_before_a_new_file(unknown: Window, tmp_path: Path, qtbot: QtBot) -> None:
    unknown.commands["new_file"].trigger()
    QTest.keyClicks(asked(unknown).name, "Raul Prueba")
    asked(unknown).accepting.click()
    dialog = unknown.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    dialog.place.setText(str(tmp_path))
    dialog.accepting.click()
    qtbot.waitUntil(lambda: unknown.frame is not None)
    assert frame_of(unknown).workspace.store.author == "Raul Prueba"
    assert [each.author for each in history.operations(frame_of(unknown).workspace.store)] == ["Raul Prueba"]


def test_it_is_asked_before_the_example(
    unknown: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    unknown.commands["open_sample"].trigger()
    QTest.keyClicks(asked(unknown).name, "Raul Prueba")
    asked(unknown).accepting.click()
    qtbot.waitUntil(lambda: unknown.frame is not None, timeout=30_000)
    assert {each.author for each in history.operations(frame_of(unknown).workspace.store)} == {"Raul Prueba"}


def test_a_name_that_is_emptied_in_the_settings_is_that_of_the_account(
    unknown: Window, path: Path, qtbot: QtBot
) -> None:
    unknown.preferences.keep(lambda settings: replace(settings, author="Raul Prueba"))
    unknown.open_path(path)
    qtbot.waitUntil(lambda: unknown.frame is not None)
    unknown.prefer(Preferred("", "es", Scheme.SYSTEM, 100))
    assert author_of(unknown) == "lucia"


def test_all_of_the_question_is_named_and_reached_with_the_keyboard(unknown: Window, path: Path) -> None:
    unknown.open_path(path)
    dialog = asked(unknown)
    assert dialog.name.accessibleName() == "Su nombre"
    for expected in (dialog.cancelling, dialog.accepting, dialog.name):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected
    dialog.cancelling.click()
    unknown.close_file()
