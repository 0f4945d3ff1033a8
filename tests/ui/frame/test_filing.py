"""Files: made, opened with their passphrase, and refused each in its own words."""

import errno
import os
import shutil
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.files import new_file, open_file
from db.store import Store
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.dialogs.lock import CheckedChoice, CheckedRemoval
from ui.dialogs.new_file import NewFileDialog
from ui.dialogs.passphrase import AskPassphrase
from ui.frame.window import Window
from ui.look.problem import ProblemDialog


def refusal(window: Window, path: Path, qtbot: QtBot) -> str:
    window.open_path(path)
    qtbot.waitUntil(lambda: isinstance(window.filing.dialog, ProblemDialog))
    dialog = window.filing.dialog
    assert isinstance(dialog, ProblemDialog)
    said = dialog.box.text.text()
    dialog.close()
    assert window.filing.dialog is None
    return said


def test_a_new_file_is_made_with_what_is_known_of_the_network(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.commands["new_file"].trigger()
    dialog = window.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    dialog.place.setText(str(tmp_path))
    dialog.name.setText("Secretaría")
    dialog.accepting.click()
    qtbot.waitUntil(lambda: window.frame is not None)
    assert (tmp_path / "Secretaría.enlace").exists()
    assert window.filing.dialog is None
    assert frame_of(window).current == "inicio"


def test_two_different_passphrases_make_no_file(window: Window, tmp_path: Path) -> None:
    dialog = NewFileDialog(window.words, tmp_path, window)
    dialog.passphrase.setText("una")
    dialog.repeated.setText("otra")
    dialog.accept()
    assert "no son iguales" in dialog.problems.text.text()
    assert list(tmp_path.glob("*.enlace")) == []
    dialog.deleteLater()


def test_a_name_that_is_taken_is_said_in_the_dialog(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Red.enlace").write_text("de otro", encoding="utf-8")
    window.filing.ask_new()
    dialog = window.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    dialog.place.setText(str(tmp_path))
    dialog.name.setText("Red")
    dialog.accepting.click()
    qtbot.waitUntil(lambda: "Ya hay un archivo" in dialog.problems.text.text())
    assert (tmp_path / "Red.enlace").read_text(encoding="utf-8") == "de otro"
    dialog.close()


def test_a_key_pressed_while_a_file_is_being_made_waits_until_it_is_shown(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(path: Path, passphrase: str | None, *, author: str, language: str) -> Store:
        time.sleep(0.3)
        return new_file(path, passphrase, author=author, language=language)

    monkeypatch.setattr("app.file.files.new_file", slow)
    window.filing.ask_new()
    dialog = window.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    dialog.place.setText(str(tmp_path))
    dialog.name.setText("Red")
    dialog.accepting.click()
    if shiboken6.isValid(dialog):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until_idle(window, qtbot)
    assert window.windowTitle() == "Red — Enlace"
    window.close_file()
    Store.open(tmp_path / "Red.enlace").close()  # nobody holds it


def test_a_locked_file_asks_again_after_a_wrong_passphrase(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "cerrado.enlace"
    new_file(path, "cuatro palabras sueltas aquí").close()
    window.open_path(path)
    qtbot.waitUntil(lambda: isinstance(window.filing.dialog, AskPassphrase))
    dialog = window.filing.dialog
    assert isinstance(dialog, AskPassphrase)
    QTest.keyClicks(dialog.field, "no era esta")
    dialog.accepting.click()
    qtbot.waitUntil(lambda: "La contraseña no abre" in dialog.problems.text.text())
    assert dialog.isVisible()
    dialog.field.setText("cuatro palabras sueltas aquí")
    dialog.accepting.click()
    qtbot.waitUntil(lambda: window.frame is not None)
    assert window.filing.dialog is None
    assert frame_of(window).status.lock.text() == "Con contraseña"


def test_each_file_that_cannot_be_opened_says_why(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> None:
    assert "No existe el archivo" in refusal(window, tmp_path / "falta.enlace", qtbot)
    other = tmp_path / "otro.enlace"
    other.write_bytes(b"%PDF-1.7 de otro programa")
    assert "no es de Enlace" in refusal(window, other, qtbot)
    cut = tmp_path / "cortado.enlace"
    cut.write_bytes(template.read_bytes()[:20_000])
    assert "dañado o incompleto" in refusal(window, cut, qtbot)
    assert window.frame is None


def test_a_file_in_use_is_said_to_be(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "usado.enlace"
    shutil.copy(template, path)
    with Store.open(path):
        assert "abierto en otra ventana" in refusal(window, path, qtbot)


def test_the_present_passphrase_must_be_right_to_change_it(window: Window, tmp_path: Path) -> None:
    with new_file(tmp_path / "a.enlace", "la de ahora") as store:
        choice = CheckedChoice(store, window.words, window)
        choice.current.setText("otra")
        choice.accept()
        assert "no es la contraseña actual" in choice.problems.text.text()
        removal = CheckedRemoval(store, window.words, window)
        removal.field.setText("otra")
        removal.accept()
        assert "no es la contraseña actual" in removal.problems.text.text()
        removal.field.setText("la de ahora")
        removal.accept()
        assert removal.result() == removal.DialogCode.Accepted
        choice.deleteLater()
        removal.deleteLater()


def test_a_file_opened_by_name_shows_inicio_and_is_remembered(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert frame_of(window).current == "inicio"
    assert window.preferences.settings.recent_files == (str(path),)
    assert window.windowTitle() == "red — Enlace"


def open_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(path: Path, passphrase: str | None, *, author: str) -> Store:
        time.sleep(0.5)
        return open_file(path, passphrase, author=author)

    monkeypatch.setattr("app.file.files.open_file", slow)


def test_the_frame_of_a_file_is_seen_while_it_is_being_opened(
    window: Window, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_slowly(monkeypatch)
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    seen: list[tuple[str, ...]] = []

    def look() -> None:
        frame = window.coming
        assert frame is not None
        assert window.centralWidget() is frame
        assert frame.isVisible()
        assert not frame.status.lock_icon.isVisible(), "nobody knows yet whether there is a lock"
        marked = next(button for button in frame.rail.buttons.values() if button.isChecked())
        seen.append((window.windowTitle(), frame.status.file.text(), marked.said))

    QTimer.singleShot(150, window, look)
    window.open_path(path)
    assert seen == [("red — Enlace", "red.enlace", "Inicio")]
    assert frame_of(window).status.lock_icon.isVisible()
    assert window.centralWidget() is window.frame, "the room is put into the frame that was seen"


def test_what_is_typed_while_a_file_is_being_opened_comes_when_it_is_open(
    window: Window, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_slowly(monkeypatch)
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    seen: list[tuple[bool, str]] = []

    def type_letter() -> None:
        """Type as an input method does, of which Qt knows nothing that it could keep from the window by itself."""
        assert window.coming is not None
        event = QInputMethodEvent()
        event.setCommitString("á")
        QCoreApplication.postEvent(window.coming.top.line, event)

    def look() -> None:
        assert window.coming is not None
        seen.append((window.frame is None, window.coming.top.line.text()))

    QTimer.singleShot(100, window, type_letter)
    QTimer.singleShot(300, window, look)
    window.open_path(path)
    QCoreApplication.processEvents()
    assert seen == [(True, "")], "it waits until the file is open"
    assert frame_of(window).top.line.text() == "á"
    frame_of(window).top.line.clear()


def test_keys_and_clicks_wait_while_a_file_is_being_opened(
    window: Window, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    loops: list[QEventLoop.ProcessEventsFlag] = []

    class Watched(QEventLoop):
        def exec(self, flags: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents) -> int:
            loops.append(flags)
            return super().exec(flags)

    monkeypatch.setattr("ui.work.run.QEventLoop", Watched)
    window.open_path(path)
    assert loops == [QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents], "Qt keeps them and hands them over later"
    assert window.frame is not None, "what they are for is there when they come"
    assert window.commands["search"].isEnabled()


def test_a_window_that_is_closed_while_it_opens_a_file_closes_after_it(
    window: Window, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    open_slowly(monkeypatch)
    path = tmp_path / "red.enlace"
    shutil.copy(template, path)
    QTimer.singleShot(100, window, window.close)
    window.open_path(path)
    qtbot.waitUntil(lambda: not window.isVisible())
    Store.open(path).close()  # and nobody holds it any more


def test_the_start_page_is_there_again_once_it_is_said_why_a_file_was_not_opened(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_path(tmp_path / "falta.enlace")
    dialog = window.filing.dialog
    assert isinstance(dialog, ProblemDialog)
    assert window.centralWidget() is window.coming, "it is said in front of the frame"
    dialog.close()
    assert window.centralWidget() is window.welcome
    assert window.windowTitle() == "Enlace"
    locked = tmp_path / "cerrado.enlace"
    new_file(locked, "cuatro palabras sueltas aquí").close()
    window.open_path(locked)
    asking = window.filing.dialog
    assert isinstance(asking, AskPassphrase)
    assert window.centralWidget() is window.coming
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert window.centralWidget() is window.welcome


def test_a_file_that_cannot_be_opened_leaves_the_open_one_in_sight(opened: Window, tmp_path: Path) -> None:
    before = frame_of(opened)
    opened.open_path(tmp_path / "falta.enlace")
    assert isinstance(opened.filing.dialog, ProblemDialog)
    opened.filing.dialog.close()
    assert opened.centralWidget() is before is opened.frame
    assert opened.windowTitle() == "prueba — Enlace"


def proposed(window: Window) -> str:
    """Return the folder that a new file is proposed to be made in."""
    window.filing.ask_new()
    dialog = window.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    folder = dialog.place.text()
    dialog.close()
    return folder


def test_a_new_file_is_proposed_where_the_last_one_was_or_in_documents_or_at_home(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, used = tmp_path / "Documentos", tmp_path / "USB"
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    assert proposed(window) == str(tmp_path)
    documents.mkdir()
    assert proposed(window) == str(documents)
    used.mkdir()
    shutil.copy(template, used / "red.enlace")
    window.open_path(used / "red.enlace")
    qtbot.waitUntil(lambda: window.frame is not None)
    wait_until_idle(window, qtbot)
    assert proposed(window) == str(used)
    window.close_file()
    shutil.rmtree(used)
    assert proposed(window) == str(documents)


def test_a_folder_that_may_not_be_looked_at_is_passed_by(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, look = tmp_path / "de otra persona", os.stat

    def stat(path: str | Path, **how: bool) -> os.stat_result:
        if str(path) == str(refused):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "")
    window.preferences.keep(lambda settings: settings.with_recent(refused / "red.enlace"))
    assert proposed(window) == str(tmp_path)


def test_what_keeps_a_new_file_from_being_made_is_said_of_making_it(window: Window, tmp_path: Path) -> None:
    dialog = NewFileDialog(window.words, tmp_path, window)
    for place, name, said, field in (
        (str(tmp_path / "nada"), "Red", f"No existe la carpeta {tmp_path / 'nada'}.", dialog.place),
        ("Documentos", "Red", "No existe la carpeta Documentos.", dialog.place),
        ("", "Red", "Falta la carpeta en la que crear el archivo.", dialog.place),
        (str(tmp_path), "ñ" * 120, "El nombre es demasiado largo", dialog.name),
    ):
        dialog.place.setText(place)
        dialog.name.setText(name)
        dialog.accept()
        assert dialog.problems.text.text().startswith(said)
        assert dialog.focusWidget() is field
    assert list(tmp_path.rglob("*.enlace")) == []
    dialog.deleteLater()
