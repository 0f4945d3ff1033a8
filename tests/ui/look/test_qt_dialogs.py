"""The dialogs that Qt brings, as the program opens them, say all they say in the language of the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QLibraryInfo, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from app.words.words import Words
from ui.look.qt_gaps import GAPS
from ui.look.qt_words import QtWords, speak_qt

TRANSLATED = ("es", "pt")
BUTTONS = {
    "es": ["Guardar", "Cancelar", "Descartar", "&Sí", "&No", "Ayuda"],
    "pt": ["Salvar", "Cancelar", "Descartar", "&Sim", "&Não", "Ajuda"],
    "en": ["Save", "Cancel", "Discard", "&Yes", "&No", "Help"],
}
FILES = {
    "es": ["&Nombre de archivo:", "&Tipo de archivo:", "&Buscar en:", "Cancelar", "Guardar"],
    "pt": ["&Nome do arquivo:", "&Tipo de arquivo:", "&Procurar em:", "Cancelar", "Salvar"],
    "en": ["File &name:", "Files of &type:", "&Look in:", "Cancel", "Save"],
}
"""What a dialog that saves a file says."""
EDITING = {
    "es": ["&Deshacer", "&Rehacer", "Cor&tar", "&Copiar", "&Pegar", "Borrar", "Seleccionar todo"],
    "pt": ["&Desfazer", "&Refazer", "Recor&tar", "&Copiar", "Co&lar", "Excluir", "Selecionar tudo"],
    "en": ["&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"],
}


@pytest.fixture
def lacking(speaking: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[tuple[str, str]]]:
    """Note what Qt asks for and nobody has words for."""
    missed: set[tuple[str, str]] = set()
    find = QtWords.find

    def noted(self: QtWords, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        found = find(self, context, source, disambiguation, n)
        if not found:
            missed.add((context, source))
        return found

    monkeypatch.setattr(QtWords, "find", noted)
    yield missed
    for dialog in speaking.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()


def file_dialog(mode: QFileDialog.FileMode, accepts: QFileDialog.AcceptMode) -> QFileDialog:
    """Make Qt's own dialog, which a system without one of its own shows."""
    dialog = QFileDialog(None, "", "/")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accepts)
    return dialog


def every_file_dialog() -> Iterator[QWidget]:
    for mode in QFileDialog.FileMode:
        for accepts in QFileDialog.AcceptMode:
            yield file_dialog(mode, accepts)


def every_message() -> Iterator[QWidget]:
    for button in QMessageBox.StandardButton:
        box = QMessageBox()
        box.setStandardButtons(button)
        box.setDetailedText("…")
        yield box


def print_dialog() -> Iterator[QWidget]:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintDialog(printer)
    dialog.setMinMax(1, 9)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    yield dialog
    dialog.close()
    dialog.deleteLater()
    del printer


def fields() -> Iterator[QWidget]:
    for field in (QLineEdit("…"), QPlainTextEdit("…"), QTextEdit("…")):
        menu = field.createStandardContextMenu()
        yield field
        menu.deleteLater()
    yield QSpinBox()
    yield QCalendarWidget()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("make", [every_file_dialog, every_message, print_dialog, fields])
def test_nothing_that_qt_says_is_left_in_english(
    speaking: QApplication, lacking: set[tuple[str, str]], language: str, make: Callable[[], Iterator[QWidget]]
) -> None:
    assert speak_qt(speaking, language) is None
    for shown in make():
        shown.show()
        for menu in shown.findChildren(QMenu):
            menu.aboutToShow.emit()
        for model in shown.findChildren(QAbstractItemModel):
            for column in range(model.columnCount()):
                model.headerData(column, Qt.Orientation.Horizontal)
        speaking.processEvents()
        shown.close()
        shown.deleteLater()
    assert lacking == set()


@pytest.mark.parametrize("language", BUTTONS)
def test_the_buttons_of_a_question_speak_the_language(speaking: QApplication, language: str) -> None:
    speak_qt(speaking, language)
    kinds = QMessageBox.StandardButton
    box = QMessageBox()
    wanted = (kinds.Save, kinds.Cancel, kinds.Discard, kinds.Yes, kinds.No, kinds.Help)
    assert [box.addButton(kind).text() for kind in wanted] == BUTTONS[language]
    below = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    said = [below.button(kind).text() for kind in (below.StandardButton.Save, below.StandardButton.Cancel)]
    assert said == BUTTONS[language][:2]


@pytest.mark.parametrize("language", FILES)
def test_the_dialog_of_files_speaks_the_language(speaking: QApplication, language: str) -> None:
    speak_qt(speaking, language)
    dialog = file_dialog(QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave)
    labels = [dialog.labelText(which) for which in QFileDialog.DialogLabel]
    buttons = [each.text().replace("&", "") for each in dialog.findChildren(QPushButton)]
    said = {*labels, *buttons}
    assert [each for each in FILES[language] if each not in said] == [], said
    dialog.deleteLater()


@pytest.mark.parametrize("language", EDITING)
def test_the_menu_of_a_text_field_speaks_the_language(speaking: QApplication, language: str) -> None:
    speak_qt(speaking, language)
    for field in (QLineEdit(), QPlainTextEdit()):
        menu = field.createStandardContextMenu()
        said = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
        assert [each.replace("&", "") for each in said][:7] == [each.replace("&", "") for each in EDITING[language]]
        menu.deleteLater()
        field.deleteLater()


@pytest.mark.parametrize(
    ("language", "binding"),
    [("es", "Se da vuelta por el lado largo"), ("pt", "Encadernação no lado longo"), ("en", "Long side binding")],
)
def test_what_the_translation_of_qt_lacks_is_said_by_us_and_nothing_else(
    speaking: QApplication, language: str, binding: str
) -> None:
    speak_qt(speaking, language)
    assert speaking.translate("QPrintSettingsOutput", "Long side binding") == binding


def test_qt_calls_a_file_as_the_program_does(speaking: QApplication) -> None:
    speak_qt(speaking, "es")
    assert speaking.translate("QFileDialog", "All Files (*)") == "Todos los archivos (*)"
    assert speaking.translate("QFileDialog", "Files of type:") == "Archivos de tipo:"


def test_a_program_without_the_translation_of_qt_says_so(
    speaking: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", lambda _which: "/nowhere")
    problem = speak_qt(speaking, "pt")
    assert problem is not None
    assert "inglés" in problem.say(Words("es"))
    assert speaking.translate("QFileDialog", "&Look in:") == Words("pt")(GAPS["QFileDialog", "&Look in:"])
