"""The record beside its list: its form, what is linked to it, its files and its history."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.records.changes import Changes
from app.records.conflicts import ConflictError
from app.records.editing import Saved, save_record
from app.records.reach import Reach, reach_of_record
from app.records.reading import Record, read_record
from app.screens.screen import RoomLayout
from app.words.problems import ProblemError
from ui.form.edits import Edits
from ui.form.form import Form
from ui.look.elided import ElidedLabel
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.plain import TabBar, ToolButton, set_tip
from ui.look.theme import Role, distance, dress
from ui.look.unsaved import Answer, UnsavedDialog
from ui.room.bars import MARGIN, SelfSavingLine, UnsavedBar
from ui.room.record_tab import RecordTab
from ui.work.workspace import Workspace


class RecordPane(QFrame):
    """Shows one record at a time and keeps what the person writes until it is saved or given up."""

    begun = Signal()
    """A new record has begun: what helps to fill it begins anew too."""
    closed = Signal()
    saved = Signal(str)
    """The record with this key has been saved, perhaps for the first time."""
    state_changed = Signal()
    widened = Signal(bool)

    def __init__(
        self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None, *, helper: "Helper | None" = None
    ) -> None:
        """Show records of the entity of `layout`; empty until `show_record` or `begin`. `helper` helps to fill one."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        self.facts = layout
        self.entity = workspace.catalog[layout.entity]
        self.record: Record | None = None
        self.fresh = False
        self.gone = False
        """Whether what is shown has been deleted meanwhile, and stays for what the person is writing in it."""
        self.dialog: UnsavedDialog | None = None
        self.form = Form(layout.form, workspace.desk)
        self.form.changed.connect(self._on_changed)
        self.form.edits.changed.connect(self.state_changed)
        self.form.edits.went.connect(self._show_edit)
        self.helper = helper(self) if helper is not None else None
        self.heading = ElidedLabel()
        self.head = QHBoxLayout()
        self.above_tabs = QVBoxLayout()
        self.tabs = TabBar()
        self.stack = QStackedWidget()
        self.tab_pages: dict[str, RecordTab] = {}
        self.paper_button = self._tool("file-text", self.words("Ver en papel"), self.show_paper)
        self.wide_button = self._tool("arrows-out-simple", self.words("Usar todo el ancho"), self._toggle_wide)
        self.close_button = self._tool("x", self.words("Cerrar la ficha (Esc)"), self.close_record)
        self.bar = UnsavedBar(self.words, self.save, self.discard)
        self.self_saving = SelfSavingLine(workspace)
        self.self_saving.hide()
        self._wide = False
        self._read_again = workspace.pausing(self._show_again, self)
        self._make_tabs()
        self._lay_out()
        ContextMenu(self, self._offers)

    @property
    def dirty(self) -> bool:
        """Whether leaving would lose something."""
        return self.form.dirty and (self.record is not None or self.fresh)

    @property
    def id(self) -> str | None:
        """The key of the record shown; None for a new one and for none."""
        return self.record.id if self.record else None

    def show_record(self, id: str) -> bool:
        """Show a record as it is saved; False, showing nothing, when it is no more."""
        if id != self.id:
            self.self_saving.begin()
        self.record = read_record(self.workspace.store, self.entity.name, id)
        self.fresh = self.gone = False
        if self.record is None:
            self.close_record(ask=False)
            return False
        self.form.set_record(self.record)
        self._show_heading(self.record.title)
        self._tell_tabs()
        self._after_showing()
        return True

    def begin(self, values: Mapping[str, object] | None = None) -> None:
        """Begin a new record with `values`."""
        self.record = None
        self.fresh, self.gone = True, False
        known = {name: value for name, value in (values or {}).items() if name in self.form.boxes}
        self.form.set_record(None, known)
        self.begun.emit()
        begun = self.words(self.facts.begin) or self.words("Ficha nueva: {what}", what=self.words(self.entity.one))
        self._show_heading(begun)
        self.tabs.setCurrentIndex(0)
        self._tell_tabs()
        self._after_showing()
        (self.helper or self.form).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.helper is None:
            self.form.focus_first()

    def edits(self) -> Edits:
        """Return the steps of what is written and not saved."""
        return self.form.edits

    def save(self) -> bool:
        """Save what is written; False when something is wrong, which then stands beside its field."""
        if not self.dirty and not self.fresh:
            return True
        self.tabs.setCurrentIndex(0)
        if self.form.left_out:
            self.close_record(ask=False)
            return True
        if not self.form.check():
            return False
        found: list[Saved] = []
        draft = self.form.draft()

        def work() -> Changes:
            found.append(save_record(self.workspace.store, draft))
            return found[0].changes

        try:
            self.workspace.write(work, written=self._on_written)
        except ConflictError as error:
            self.form.show_conflicts(error.conflicts)
            return False
        except ProblemError as error:
            self.form.show_problems(error.problems)
            return False
        self.show_record(found[0].id)
        self.workspace.tell_done(found[0].changes, name=self.heading.text())
        self.saved.emit(found[0].id)
        return True

    def discard(self) -> None:
        """Give up what is written and show the record as it is saved."""
        if self.record is None:
            self.close_record(ask=False)
            return
        self.form.set_record(self.record)
        self._on_changed()
        self._read_again()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost, asking when something would be."""
        if not self.dirty:
            then()
            return
        self.dialog = UnsavedDialog(self.words, self.heading.text(), self.window())
        self.dialog.answered.connect(lambda answer: self._on_answer(answer, then))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def close_record(self, *, ask: bool = True) -> None:
        """Show nothing any more; with `ask`, only once nothing unsaved is lost."""
        if ask and self.dirty:
            self.leave(lambda: self.close_record(ask=False))
            return
        self.record = None
        self.fresh = self.gone = False
        self.form.set_record(None)
        self.set_wide(wide=False)
        self.closed.emit()
        self.state_changed.emit()

    def refresh(self, changes: Changes) -> None:
        """Show the record as it is now; what the person is writing in it stays, also when the record is no more."""
        if self.record is None:
            return
        if self.reach(self.record.id).meets(changes):
            if not self.dirty:
                self.show_record(self.record.id)  # and what stands behind the tabs
                return
            found = read_record(self.workspace.store, self.entity.name, self.record.id)
            self.gone = found is None
            if found is not None:
                self.record = found
                self.form.refresh(found)
                self._show_heading(found.title)
        for page in self.tab_pages.values():
            page.refresh(changes)

    def reach(self, key: str) -> Reach:
        """Return what the record with this key is read from."""
        return reach_of_record(self.workspace.catalog, self.entity.name, key)

    def show_paper(self) -> None:
        """Show the record on paper, page by page."""
        from app.reports.offered import sheet_of
        from ui.paper.report_dialog import ReportDialog

        if self.record is not None:
            report = sheet_of(self.entity.name)
            given = report.options_of(self.entity.name, self.record.id)
            dialog = ReportDialog(self.workspace, report.name, self.window(), **given)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def show_tab(self, name: str) -> None:
        """Turn to the tab called `name` (`form`, `linked`, `files`, `history`)."""
        names = ["form", *self.tab_pages]
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def more_tabs(self) -> Sequence[tuple[str, str, RecordTab]]:
        """Return the tabs that a hand-made record has beside its form: name, title in the person's language, page."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_record()
        else:
            super().keyPressEvent(event)

    def _make_tabs(self) -> None:
        from ui.room.attached import AttachedTab
        from ui.room.linked import LinkedTab
        from ui.room.record_history import HistoryTab

        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.helper is not None:
            column.addWidget(self.helper)
        column.addWidget(self.form, 1)
        self.stack.addWidget(first)
        self.tabs.add(self.words("Ficha"))
        for name, title, page in self.more_tabs():
            self._add_tab(name, title, page)
        if self.facts.linked:
            self._add_tab("linked", self.words("Vínculos"), LinkedTab(self.workspace, self.facts.linked))
        if not self.facts.without_files:
            self._add_tab("files", self.words("Archivos"), AttachedTab(self.workspace, self.entity.name))
        self._add_tab("history", self.words("Historial"), HistoryTab(self.workspace, self.entity.name))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)  # at twice the text not all tabs fit
        self.tabs.setAccessibleName(self.words("Partes de la ficha"))
        self.tabs.currentChanged.connect(self._on_tab)

    def _add_tab(self, name: str, title: str, page: RecordTab) -> None:
        self.tab_pages[name] = page
        page.edits_changed.connect(self._on_edits)
        page.title_changed.connect(partial(self.tabs.setTabText, self.tabs.add(title)))
        self.stack.addWidget(page)

    def _lay_out(self) -> None:
        dress(self.heading, Role.TITLE)
        self.head.setContentsMargins(MARGIN, distance(1.5, self), distance(1, self), 0)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.paper_button)
        self.head.addWidget(self.wide_button)
        self.head.addWidget(self.close_button)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN - distance(1.5, self), 0, MARGIN, 0)
        tabs.addWidget(self.tabs, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        dress(line, Role.HAIRLINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addLayout(self.above_tabs)
        column.addLayout(tabs)
        column.addWidget(line)
        column.addWidget(self.stack, 1)
        column.addWidget(self.self_saving)
        column.addWidget(self.bar)

    def _tool(self, name: str, text: str, press: Callable[[], object]) -> ToolButton:
        button = ToolButton()
        button.setIcon(icon(name))
        set_tip(button, text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked=False: press())
        return button

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the record that is shown."""
        seeing = offers_of(self.paper_button, self.wide_button)
        return ("save_record", "history", SEPARATOR, *seeing, SEPARATOR, "delete", *offers_of(self.close_button))

    def _show_again(self) -> None:
        if self.record is not None and not self.dirty:
            self.show_record(self.record.id)

    def _show_heading(self, title: str) -> None:
        self.heading.setText(" ".join(title.split()))
        set_tip(self.heading, title)

    def _tell_tabs(self) -> None:
        for at, page in enumerate(self.tab_pages.values(), start=1):
            self.tabs.setTabEnabled(at, self.record is not None)
            page.show_record(self.record)
        self._on_tab(self.tabs.currentIndex())

    def _after_showing(self) -> None:
        self.paper_button.setEnabled(self.record is not None)
        if self.helper is not None:
            self.helper.setVisible(self.fresh)
        self._on_changed()

    def _on_written(self) -> None:
        self.fresh = False

    def _on_tab(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        page = self.stack.currentWidget()
        self._say_saving()
        if isinstance(page, RecordTab):
            page.look()

    def _on_changed(self) -> None:
        self.bar.setVisible(self.dirty or self.fresh)
        new, changed = self.words("Ficha nueva, todavía sin guardar."), self.words("Hay cambios sin guardar.")
        asked = self.words("Elija con qué se queda y guarde otra vez.")
        if self.tabs.currentIndex():
            changed = self.words("La ficha tiene cambios sin guardar.")
        self.bar.text.setText(new if self.fresh else asked if self.form.waiting else changed)
        self.state_changed.emit()

    def _on_edits(self) -> None:
        self._say_saving()
        self.state_changed.emit()

    def _say_saving(self) -> None:
        """Say below what is shown whether it is saved by itself."""
        page = self.stack.currentWidget()
        shown = isinstance(page, RecordTab) and page.saves_itself and self.record is not None
        edits = page.edits() if isinstance(page, RecordTab) else None
        self.self_saving.show_written(written=edits is not None and bool(edits.undo_said))
        self.self_saving.setVisible(shown)
        self._on_changed()

    def _on_answer(self, answer: Answer, then: Callable[[], object]) -> None:
        if answer is Answer.KEEP:
            return
        if answer is Answer.SAVE and not self.save():
            return
        if answer is Answer.DISCARD:
            self.discard()
        then()

    def _show_edit(self, seen: QWidget) -> None:
        self.tabs.setCurrentIndex(0)
        self.form.go_to(seen)

    def _toggle_wide(self) -> None:
        self.set_wide(wide=not self._wide)

    def set_wide(self, *, wide: bool) -> None:
        """Take the room of the list too, or give it back."""
        self._wide = wide
        self.wide_button.setIcon(icon("arrows-in-simple" if wide else "arrows-out-simple"))
        said = self.words("Mostrar también la lista") if wide else self.words("Usar todo el ancho")
        set_tip(self.wide_button, said)
        self.wide_button.setAccessibleName(said)
        self.widened.emit(wide)


Helper = Callable[[RecordPane], QWidget]
"""Makes what stands above the form of a new record and helps to fill it."""
