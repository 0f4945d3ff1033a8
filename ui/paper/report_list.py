"""The reports that there are, as doors to their pages."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reports.offered import REPORTS
from ui.look.door import Door
from ui.look.opening import open_dialog
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

WIDEST = 110


class ReportList(RoomPage):
    """One door for each report."""

    def __init__(self, workspace: Workspace) -> None:
        """Offer the reports of `workspace`."""
        super().__init__(workspace)
        self.doors: dict[str, Door] = {}
        title = Label(self.words("Informes"))
        dress(title, Role.TITLE)
        page = QWidget()
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        inside = QVBoxLayout(page)
        margin = distance(2, self)
        inside.setContentsMargins(margin, distance(1.5, self), margin, margin)
        inside.setSpacing(distance(1.5, self))
        inside.addWidget(title)
        intro = Label(self.words("Cada informe se ve página por página antes de guardarlo o imprimirlo."))
        dress(intro, Role.QUIET)
        inside.addWidget(intro)
        for report in REPORTS:
            if report.begun_in_a_room:
                continue
            door = Door(report.icon, self.words(report.label), self.words(report.help))
            door.clicked.connect(partial(self.open_report, report.name))
            self.doors[report.name] = door
            inside.addWidget(door)
        inside.addWidget(self._hint())
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(page))

    def open_report(self, name: str) -> None:
        """Show a report page by page."""
        from ui.paper.report_dialog import ReportDialog

        open_dialog(ReportDialog(self.workspace, name, self.window()))

    def take_focus(self) -> None:
        """Put the keyboard on the first report."""
        next(iter(self.doors.values())).setFocus()

    def _hint(self) -> Label:
        said = self.words(
            "Para imprimir o exportar una lista tal como se la ve, use «Exportar esta lista» en la sección de la lista."
        )
        hint = Label(said)
        hint.setWordWrap(True)
        dress(hint, Role.QUIET)
        return hint
