"""PDF pages on paper, through the system's own dialog."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.file.naming import file_name
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from ui.look.plain import set_title
from ui.paper.pdf import POINTS_PER_INCH, PageSize, PdfPages
from ui.work.folders import usual_folder
from ui.work.run import Advance

DOTS_PER_INCH = 300


def ask_printer(words: Words, title: str, count: int, parent: QWidget) -> QPrinter | None:
    """Ask where and which of `count` pages to print; None when the person leaves.

    `title` names the job, and the file that is proposed where there is no printer.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setDocName(title)
    if not QPrinterInfo.availablePrinterNames():  # Qt proposes a folder, and refuses to print into it
        printer.setOutputFileName(str(usual_folder() / file_name(title, ".pdf")))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    set_title(dialog, words("Imprimir"))
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    answer = dialog.exec()
    dialog.deleteLater()
    return printer if answer == QDialog.DialogCode.Accepted else None


def print_pages(data: bytes, printer: QPrinter, advance: Advance) -> int:
    """Print the PDF in `data` and give the number of pages; the printer's own range of pages is kept.

    Can run beside the window. Raises ProblemError when the printer does not take it, and Cancelled.
    """
    pages = PdfPages(data)
    first = (printer.fromPage() or 1) - 1
    last = min(printer.toPage() or len(pages.sizes), len(pages.sizes))
    painter = QPainter()
    try:
        for done, number in enumerate(range(first, last)):
            advance(done, last - first)
            _turn(printer, pages.sizes[number])
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise ProblemError(
                    Problem(mark("La impresora no responde."), mark("Mire si está encendida y conectada."))
                )
            image = pages.draw(number, printer.resolution() / POINTS_PER_INCH)
            painter.drawImage(_inside(pages.sizes[number], printer), image)
    finally:
        if painter.isActive():
            painter.end()
        pages.close()
    return last - first


def _turn(printer: QPrinter, size: PageSize) -> None:
    across = size.width > size.height
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    paper = QSizeF(min(size.width, size.height), max(size.width, size.height))
    printer.setPageLayout(QPageLayout(QPageSize(paper, QPageSize.Unit.Point), way, QMarginsF(), QPageLayout.Unit.Point))


def _inside(size: PageSize, printer: QPrinter) -> QRectF:
    """Return where the page goes on the paper: as large as it fits, in the middle."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / size.width, paper.height() / size.height)
    width, height = size.width * scale, size.height * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
