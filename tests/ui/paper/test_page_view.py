"""The preview: a PDF page by page, sized, turned by keyboard, printed; a damaged one is said."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.paper.page_view import Fit
from ui.paper.pdf import PdfPages
from ui.paper.preview import Preview
from ui.paper.printing import ask_printer, print_pages
from ui.work.run import Advance

A4 = (595.0, 842.0)
ACROSS = (842.0, 595.0)


def pdf(*sizes: tuple[float, float]) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height)
    buffer = BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def open_pages(preview: Preview, count: int, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(*[A4] * count), "prueba")
    qtbot.waitUntil(lambda: preview.view.count == count)


def test_the_page_in_sight_is_counted(preview: Preview, qtbot: QtBot) -> None:
    open_pages(preview, 24, qtbot)
    assert (preview.number.text(), preview.total.text()) == ("1", "/ 24")
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.number.text() == "3"
    assert preview.view.accessibleName() == "Página 3 de 24"
    QTest.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.number.text() == "24"
    QTest.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.number.text() == "1"


def test_a_page_is_reached_by_its_number(preview: Preview, qtbot: QtBot) -> None:
    open_pages(preview, 24, qtbot)
    preview.number.setText("17")
    preview.number.editingFinished.emit()
    assert preview.view.page == 16


def test_pages_follow_the_width_of_the_window_until_a_size_is_chosen(preview: Preview, qtbot: QtBot) -> None:
    open_pages(preview, 3, qtbot)
    narrow = preview.view.zoom
    preview.resize(900, 600)
    assert preview.view.zoom > narrow
    preview.view.choose_zoom(1.0)
    preview.resize(700, 600)
    assert preview.view.zoom == 1.0
    assert preview.size_shown.text().replace("\N{NO-BREAK SPACE}", " ") in ("100 %", "100%")
    preview.view.choose_fit(Fit.PAGE)
    assert preview.view.zoom < 1


def test_the_page_in_sight_stays_when_the_size_changes(preview: Preview, qtbot: QtBot) -> None:
    open_pages(preview, 24, qtbot)
    preview.view.go_to(9)
    preview.view.enlarge()
    assert preview.view.page == 9
    preview.view.reduce()
    assert preview.view.page == 9


def test_a_damaged_pdf_is_said_in_words(preview: Preview, qtbot: QtBot) -> None:
    preview.show_pdf(b"%PDF-1.7 cut off", "roto")
    qtbot.waitUntil(preview.problems.isVisible)
    assert "No se puede mostrar este PDF." in preview.problems.text.text()
    open_pages(preview, 2, qtbot)
    assert preview.problems.isHidden()


def test_a_page_is_drawn_at_the_size_asked_for() -> None:
    pages = PdfPages(pdf(A4))
    image = pages.draw(0, 2.0)
    assert (image.width(), image.height()) == (1190, 1684)
    assert image.pixelColor(5, 5).name() == "#ffffff"
    pages.close()
    assert pages.draw(0, 1.0).isNull()


def test_an_enormous_page_does_not_fill_the_memory() -> None:
    pages = PdfPages(pdf((14_000.0, 14_000.0)))
    image = pages.draw(0, 4.0)
    assert image.width() * image.height() <= 60_100_000
    pages.close()


def test_pages_are_printed_in_their_own_orientation(tmp_path: Path, qapp: QObject) -> None:
    target = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(72)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    assert print_pages(pdf(A4, ACROSS, A4), printer, Advance()) == 3
    printed = pypdfium2.PdfDocument(target)
    sizes = [printed.get_page_size(number) for number in range(len(printed))]
    printed.close()
    assert [width > height for width, height in sizes] == [False, True, False]


def test_only_the_pages_asked_for_are_printed(tmp_path: Path, qapp: QObject) -> None:
    target = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(72)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFromTo(2, 3)
    assert print_pages(pdf(A4, A4, A4, A4), printer, Advance()) == 2


def test_where_there_is_no_printer_a_file_is_proposed_that_can_be_written(
    monkeypatch: pytest.MonkeyPatch, words: Words, qapp: QApplication
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    parent = QWidget()
    printer = ask_printer(words, "Dossier · ACTA Nº 01/2026", 3, parent)
    assert printer is not None
    proposed = Path(printer.outputFileName())
    assert proposed.name == "Dossier · ACTA Nº 01 2026.pdf"
    assert proposed.parent.is_dir()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Oficina"])
    printer = ask_printer(words, "Dossier", 3, parent)
    assert printer is not None
    assert printer.outputFileName() == ""
    parent.deleteLater()
