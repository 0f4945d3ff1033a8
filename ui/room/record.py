"""The record beside its list: a page to read it, and the form in which it is edited."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.record_page import HISTORY
from app.records.changes import Changes
from app.records.editing import Rows, Saved
from app.records.reach import Reach, reach_of_record
from app.records.reading import Record, read_record
from app.records.verifying import can_verify
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from app.words.words import mark
from ui.form.edits import Edits
from ui.form.form import Form
from ui.form.form_hints import FormHints
from ui.form.save_form import save_form
from ui.form.turning import turn_section
from ui.look.menus import FINISHING, SEPARATOR, ContextMenu, Entry, offers_of, own_of, with_calendar
from ui.look.unsaved import UnsavedDialog, ask_unsaved
from ui.reading.page import ReadingPage
from ui.room.bars import SelfSavingLine, UnsavedBar
from ui.room.record_head import RecordHead
from ui.room.record_layout import add_form, lay_out
from ui.room.record_tab import RecordTab
from ui.room.record_tabs import RecordTabs
from ui.work.workspace import Workspace


class RecordPane(QFrame):
    """Shows one record at a time, to be read; what is written in its form it keeps until that is saved or given up."""

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
        self._begun: Mapping[str, object] = {}
        self.editing = False
        """Whether the form is shown, and not the page."""
        self.page = self._make_page()
        self._form: Form | None = None
        self.hints: FormHints | None = None
        self.helper = helper(self) if helper is not None else None
        self.head = RecordHead(self.words, self)
        self.heading = self.head.heading
        self.above_tabs = QVBoxLayout()
        self.faces = QStackedWidget()
        """The page, and the form."""
        self.parts = RecordTabs(self.words, self.faces, self)
        self.tabs, self.stack = self.parts.bar, self.parts.stack
        self.edit_button = self.head.add_editing(self.edit)
        self.verify_button = self.head.add_verifying(partial(workspace.command_wanted.emit, "verify"))
        self.own_buttons = [self.head.add_command(one, workspace.command_wanted.emit) for one in own_of(layout.entity)]
        self.copy_button = self.head.add("copy", self.words("Copiar la ficha"), self.page.copy_all)
        self.paper_button = self.head.add("file-text", self.words("Ver en papel"), self.show_paper)
        self.wide_button = self.head.add(
            "arrows-out-simple", self.words("Usar todo el ancho"), lambda: self.set_wide(wide=not self._wide)
        )
        self.close_button = self.head.add("x", self.words("Cerrar la ficha (Esc)"), self.close_record)
        self.bar = UnsavedBar(self.words, self.save, self.discard, (self._another(), self.save_and_begin))
        self.self_saving = SelfSavingLine(workspace)
        self._wide = False
        self._read_again = workspace.pausing(self._show_again, self)
        self._turning = QTimer(self, singleShot=True, interval=0)
        self._turning.timeout.connect(workspace.pausing(self._turn_back, self))
        for name, title, page in self.more_tabs():
            self.parts.add(name, title, page)
        self.parts.turned.connect(self._say_saving)
        lay_out(self)
        ContextMenu(self, self._offers)

    @property
    def form(self) -> Form:
        """What the record is edited in; made when that is first asked for, as most records are only read."""
        self._form = self._form or self.make_form()
        return self._form

    def make_form(self) -> Form:
        """Make the form in its place; what follows what is written in it begins to."""
        form = Form(self.facts.form, self.workspace.desk, self.faces.widget(1))
        form.changed.connect(self._on_changed)
        form.edits.changed.connect(self.state_changed)
        form.edits.went.connect(self._show_edit)
        self.hints = add_form(self, form)
        return form

    def _make_page(self) -> ReadingPage:
        page = ReadingPage(self.workspace, self.facts)
        page.edit_wanted.connect(self.edit)
        page.row_wanted.connect(self.add_row)
        return page

    def _another(self) -> str:
        """Return what one more record is called in the person's language."""
        return self.words(self.facts.another or mark("otra ficha"))

    @property
    def dirty(self) -> bool:
        """Whether leaving would lose something."""
        return self.editing and self.form.dirty and (self.record is not None or self.fresh)

    @property
    def id(self) -> str | None:
        """The key of the record shown; None for a new one and for none."""
        return self.record.id if self.record else None

    @property
    def stays_edited(self) -> bool:
        """Whether the form is shown and is not about to turn into the page, as after a save."""
        return self.editing and not self._turning.isActive()

    @property
    def can_edit(self) -> bool:
        """Whether the record can be written: a kind that lists those of others is only read."""
        return self.record is not None and not self.entity.read_only

    def show_record(self, id: str) -> bool:
        """Show a record as it is saved, in its form while a series is edited; False, and nothing, without it."""
        if id != self.id:
            self.self_saving.begin()
        self.editing = self.editing and not self.fresh
        self.record = (
            read_record(self.workspace.store, self.entity.name, id) if self.editing else self.page.show_record(id)
        )
        self.fresh = self.gone = False
        if self.record is None:
            self.close_record(ask=False)
            return False
        if self.editing:
            self.form.set_record(self.record)
        self.head.say(self.record.title)
        self.parts.tell(self.record)
        self._after_showing()
        return True

    def begin(self, values: Mapping[str, object] | None = None) -> None:
        """Begin a new record with `values`."""
        self.record = None
        self.fresh, self.gone, self.editing = True, False, True
        self._begun = dict(values or {})
        known = {name: value for name, value in (values or {}).items() if name in self.form.boxes}
        self.form.set_record(None, known)
        self.begun.emit()
        begun = self.words(self.facts.begin) or self.words("Ficha nueva: {what}", what=self.words(self.entity.one))
        self.head.say(begun)
        self.tabs.setCurrentIndex(0)
        self.parts.tell(self.record)
        self._after_showing()
        (self.helper or self.form).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.helper is None:
            self.form.focus_first(known)

    def edits(self) -> Edits | None:
        """Return the steps of what is written and not saved; None while nothing was ever written."""
        return self._form.edits if self._form is not None else None

    def edit(self, name: str = "") -> None:
        """Turn the page into the form, and go to the field or part called `name`, to the first without one."""
        if self.record is None or not self.can_edit:
            return
        self.tabs.setCurrentIndex(0)
        if not self.editing:
            self.editing = True
            self.form.set_record(self.record)
            self._after_showing()
        self.form.focus_on(name)

    def add_row(self, name: str) -> None:
        """Turn the page into the form, with a new row of the part called `name`."""
        self.edit(name)
        if self.editing:
            self.form.parts[name].add()

    def read(self) -> None:
        """Turn the form into the page; what is written in it is given up."""
        self.editing = False
        if self.record is not None and self.show_record(self.record.id):
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the record is read, or edited, or in what stands behind the tab that is shown."""
        shown = self.parts.shown
        if isinstance(shown, RecordTab):
            shown.take_focus()
        elif self.editing:
            self.form.focus_first()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_part(self, part: RecordKey | None) -> None:
        """Put the keyboard where `part` stands, such as a file of the record; without one, where reading begins."""
        self.take_focus()
        if part is not None and not self.editing:
            self.page.show_section(
                next((each.name for each in self.entity.parts if each.entity == part.entity), part.entity)
            )

    def save(self) -> bool:
        """Save what is written; False when something is wrong, which then stands beside its field.

        The page comes back, unless something was typed meanwhile: that comes after the save, and keeps its form.
        """
        if not self.dirty and not self.fresh:
            self.read()
            return True
        self.tabs.setCurrentIndex(0)
        if self.form.left_out:
            self.close_record(ask=False)
            return True
        saved = save_form(self.form, self.workspace, self._on_written, parts=self.parts_begun())
        if saved is None:
            return False
        self.show_record(saved.id)
        self._turning.start()
        self.workspace.tell_done(saved.changes, name=self.heading.text())
        self.saved.emit(saved.id)
        return True

    def parts_begun(self) -> Mapping[str, Rows]:
        """Return the rows that a new record begins with beside what its form holds."""
        return {}

    def save_and_begin(self) -> None:
        """Save a new record, and begin another with what this one was begun with."""
        begun = self._begun
        if self.save():
            self.workspace.new_wanted.emit(self.entity.name, begun)

    def discard(self) -> None:
        """Give up what is written and show the record as it is saved."""
        if self.record is None:
            self.close_record(ask=False)
            return
        self.editing = False
        self.form.set_record(self.record)
        self._after_showing()
        if self.isAncestorOf(self.window().focusWidget()):
            self.take_focus()
        self._read_again()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost, asking when something would be."""
        if not self.dirty:
            then()
            return
        asked = self.words, self.heading.text(), self.window()
        self.dialog = ask_unsaved(*asked, save=self.save, discard=self.discard, then=then)

    def close_record(self, *, ask: bool = True) -> None:
        """Show nothing any more; with `ask`, only once nothing unsaved is lost."""
        if ask and self.dirty:
            self.leave(lambda: self.close_record(ask=False))
            return
        self.record = None
        self.fresh = self.gone = self.editing = False
        self.page.clear()
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
                self.head.say(found.title)
        elif not self.editing:
            self.page.refresh(changes)
        self.parts.refresh(changes)

    def reach(self, key: str) -> Reach:
        """Return what the record with this key is read from, and what its page says of it."""
        own = reach_of_record(self.workspace.catalog, self.entity.name, key)
        return own | self.page.page.reach if self.page.page is not None and not self.editing else own

    def show_paper(self) -> None:
        """Show the record on paper, page by page."""
        from ui.paper.report_dialog import show_sheet

        if self.record is not None:
            show_sheet(self.workspace, self.entity.name, self.record.id, self.window())

    def show_tab(self, name: str) -> None:
        """Turn to the tab called `name`: `form` is the first, where the record is read and edited."""
        self.parts.show(name)

    def show_history(self) -> None:
        """Go to what was done to the record, once nothing that is written is lost."""
        if self.editing:
            self.leave(self.read)
        if self.record is not None and not self.editing:
            self.tabs.setCurrentIndex(0)
            self.page.show_section(HISTORY)

    def more_tabs(self) -> Sequence[tuple[str, str, RecordTab]]:
        """Return the tabs that a hand-made record has beside its form: name, title in the person's language, page."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the form with Esc, then the page; go from section to section with Ctrl+Tab."""
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if event.key() == Qt.Key.Key_Escape and self.editing and not self.fresh:
            self.leave(self.read)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_record()
        elif tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = -1 if event.key() == Qt.Key.Key_Backtab else 1
            if self.editing:
                turn_section(self.form, self.facts.form, step)
            else:
                self.page.turn_section(step)
        else:
            super().keyPressEvent(event)

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the record that is shown."""
        seeing = with_calendar(self.entity.name, offers_of(self.copy_button, self.paper_button, self.wide_button))
        verifying = ("verify",) if can_verify(self.workspace.catalog, self.entity.name) else ()
        doing = ("edit_record", "save_record", *verifying, *own_of(self.entity.name), "history", SEPARATOR)
        return (*doing, *seeing, SEPARATOR, "delete", *offers_of(self.close_button))

    def _show_again(self) -> None:
        if self.record is not None and not self.dirty:
            self.show_record(self.record.id)

    def _turn_back(self) -> None:
        """Go back to reading what was saved."""
        if self.editing and not self.dirty and self.record is not None:
            self.read()

    def _after_showing(self) -> None:
        self.faces.setCurrentIndex(1 if self.editing else 0)
        self.head.offer_editing(self.edit_button, shown=not self.editing, allowed=self.can_edit)
        self.verify_button.setVisible(can_verify(self.workspace.catalog, self.entity.name))
        self.head.offer(FINISHING, shown=not self.page.is_met(self.id))
        for button in (self.verify_button, self.paper_button, self.copy_button, *self.own_buttons):
            button.setEnabled(self.record is not None)
        if self.helper is not None:
            self.helper.setVisible(self.fresh)
        if self.editing and self.hints is not None:
            self.hints.ask()
        self._on_changed()

    def _on_written(self, _: Saved) -> None:
        self.fresh = False

    def _on_changed(self) -> None:
        seen = not self.tabs.currentIndex()
        self.bar.setVisible(self.editing and (seen or self.dirty or self.fresh))
        self.bar.say(fresh=self.fresh, waiting=bool(self._form and self._form.waiting), dirty=self.dirty, is_seen=seen)
        self.state_changed.emit()

    def _say_saving(self) -> None:
        self.self_saving.show_part(self.parts.shown, has_record=self.record is not None)
        self._on_changed()

    def _show_edit(self, seen: QWidget) -> None:
        self.tabs.setCurrentIndex(0)
        self.form.go_to(seen)

    def set_wide(self, *, wide: bool) -> None:
        """Take the room of the list too, or give it back."""
        self._wide = wide
        self.head.say_width(self.wide_button, wide=wide)
        self.widened.emit(wide)


Helper = Callable[[RecordPane], QWidget]
"""Makes what stands above the form of a new record and helps to fill it."""
