"""A report before it is paper: what is in it, its pages, their number, their size, and printing."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from app.words.problems import ProblemError
from app.words.words import Words
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entries, nothing, offers_of
from ui.look.plain import Label, ToolButton, set_tip
from ui.look.problem import ProblemBox
from ui.paper.outline_view import OutlineView
from ui.paper.page_view import Fit, PageView
from ui.paper.pdf import PdfPages
from ui.paper.printing import ask_printer, print_pages
from ui.work.run import Advance, Runner

OUTLINE = 30
"""Letters for which the outline has room at first."""


class Preview(QWidget):
    """Shows a PDF page by page, with its bookmarks beside, and prints it."""

    printed = Signal(int, str)
    """So many pages have gone to the printer, or into the file of this path."""

    def __init__(self, runner: Runner, words: Words, parent: QWidget | None = None) -> None:
        """Begin without pages; reading, drawing and printing are done by `runner`."""
        super().__init__(parent)
        self.words = words
        self.title = ""
        self.data = b""
        self._runner = runner
        self._going = False
        self.outline = OutlineView(words)
        self.view = PageView(runner, words)
        self.problems = ProblemBox(words)
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, 1, self.number))
        self.number.setAccessibleName(words("Página"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(self.fontMetrics().averageCharWidth() * 5 + 16)
        self.total = Label()
        self.size_shown = Label()
        self.buttons: list[ToolButton] = []
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(8, 4, 8, 4)
        self.bar.setSpacing(4)
        self.also: Entries = nothing
        """What else can be done with the pages, by whoever shows them."""
        self._fill_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self.problems)
        column.addWidget(self._make_middle(), 1)
        self.view.page_changed.connect(self._show_number)
        self.view.zoom_changed.connect(self._show_size)
        self.view.verticalScrollBar().valueChanged.connect(self._follow)
        self.outline.wanted.connect(self._go_to_bookmark)
        self.number.editingFinished.connect(self._go)
        self._show_number(0)

    def show_pdf(self, data: bytes, title: str) -> None:
        """Show the PDF in `data`; `title` names the job when it is printed. A damaged one is said in its place."""
        self.data, self.title = data, title
        self.problems.show_problems([])
        self._runner.run(
            lambda _: PdfPages(data),
            self._take,
            self._refuse,
            title=self.words("Abriendo el PDF"),
            topic=f"preview {id(self)}",
        )

    def show_file(self, path: Path) -> None:
        """Show the PDF in the file `path`; OSError when it cannot be read."""
        self.show_pdf(path.read_bytes(), path.stem)

    def clear(self) -> None:
        """Show nothing."""
        self.data = b""
        self.view.set_pages(None)
        self._show_outline()
        self._show_number(0)

    def print(self) -> None:
        """Ask for the printer and print beside the window."""
        if not self.data:
            return
        printer = ask_printer(self.words, self.title, self.view.count, self)
        if printer is None:
            return
        data = self.data

        def work(advance: Advance) -> int:
            return print_pages(data, printer, advance)

        self._runner.run(
            work, partial(self._tell_printed, printer.outputFileName()), self._refuse, title=self.words("Imprimiendo")
        )

    def _tell_printed(self, file: str, pages: int) -> None:
        self.printed.emit(pages, file)

    def _take(self, pages: PdfPages) -> None:
        self.view.set_pages(pages)
        self._show_outline()
        self.number.setValidator(QIntValidator(1, max(1, self.view.count), self.number))
        self._show_number(0)

    def _show_outline(self) -> None:
        self.outline.show_bookmarks(self.view.pages.bookmarks if self.view.pages else ())
        has_some = bool(self.outline.items)
        self.outlining.setVisible(has_some)
        self.outline.setVisible(has_some and self.outlining.isChecked())
        self._follow()

    def _follow(self) -> None:
        if not self._going:
            self.outline.follow(self.view.bookmark_in_sight())

    def _go_to_bookmark(self, number: int) -> None:
        if self.view.pages is None:
            return
        # The last places cannot be scrolled to the top: the one that was chosen stays marked all the same.
        self._going = True
        place = self.view.pages.bookmarks[number]
        self.view.go_to(place.page, place.below)
        self._going = False

    def _make_middle(self) -> QSplitter:
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(1)
        middle.addWidget(self.outline)
        middle.addWidget(self.view)
        middle.setStretchFactor(1, 1)
        wide = self.fontMetrics().averageCharWidth() * OUTLINE
        middle.setSizes([wide, wide * 4])
        return middle

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ProblemError):
            raise error
        self.problems.show_problems(error.problems)

    def _fill_bar(self) -> None:
        words = self.words
        self.outlining = self._add_button("list-dashes", words("Contenido"), self._toggle_outline)
        self.outlining.setCheckable(True)
        self.outlining.setChecked(True)
        self._add_button("caret-up", words("Página anterior"), lambda: self.view.go_to(self.view.page - 1))
        self._add_button("caret-down", words("Página siguiente"), lambda: self.view.go_to(self.view.page + 1))
        self.bar.addWidget(self.number)
        self.bar.addWidget(self.total)
        self.bar.addStretch(1)
        self._add_button("magnifying-glass-minus", words("Más chico"), self.view.reduce)
        self.bar.addWidget(self.size_shown)
        self._add_button("magnifying-glass-plus", words("Más grande"), self.view.enlarge)
        self._add_button(
            "arrows-out-line-horizontal", words("Ancho de la ventana"), lambda: self.view.choose_fit(Fit.WIDTH)
        )
        self._add_button("frame-corners", words("Página entera"), lambda: self.view.choose_fit(Fit.PAGE))
        self.bar.addStretch(1)
        self.printing = self._add_button("printer", words("Imprimir…"), self.print)
        ContextMenu(self.view, lambda: (*offers_of(*self.buttons), SEPARATOR, *self.also()) if self.view.count else ())

    def _toggle_outline(self) -> None:
        self.outline.setVisible(self.outlining.isChecked() and bool(self.outline.items))

    def _add_button(self, name: str, text: str, press: object) -> ToolButton:
        button = ToolButton()
        button.setIcon(icon(name))
        set_tip(button, text)
        button.setAccessibleName(text)
        button.clicked.connect(press)
        self.bar.addWidget(button)
        self.buttons.append(button)
        return button

    def _show_number(self, page: int) -> None:
        count = self.view.count
        self.number.setText(str(page + 1) if count else "")
        self.total.setText(f"/ {self.words.number(count)}" if count else "")
        self.number.setEnabled(bool(count))
        self.printing.setEnabled(bool(count))

    def _show_size(self, zoom: float) -> None:
        self.size_shown.setText(self.words.percent(zoom))

    def _go(self) -> None:
        text = self.number.text()
        if text.isdigit() and int(text) != self.view.page + 1:
            self.view.go_to(int(text) - 1)
