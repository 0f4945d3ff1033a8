"""The record of a meeting: its data, and behind tabs all the work before it, in it and after it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.meetings import Missing, Overview, overview
from app.records.attachments import FILES
from app.records.changes import Changes
from app.records.editing import Rows
from app.records.reach import EVERYTHING
from app.records.reading import Record
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.form.edits import Edits
from ui.form.form import Form
from ui.look.buttons import text_button
from ui.look.opening import open_dialog
from ui.look.plain import set_tip
from ui.look.theme import distance, set_property
from ui.meetings.acta_dialogs import ReopenDialog
from ui.meetings.agenda import AgendaPanel
from ui.meetings.annexes import AnnexesPanel
from ui.meetings.attendance import AttendancePanel
from ui.meetings.beginning import FromLast
from ui.meetings.family import FamilyStrip
from ui.meetings.follow_up import FollowUpPanel, count_follow_up
from ui.meetings.lacking import LackingStrip
from ui.meetings.minutes import MinutesPanel
from ui.meetings.papers import WithPaper
from ui.meetings.resolutions import ResolutionsPanel
from ui.meetings.seal import Sealing
from ui.paper.report_dialog import ReportDialog
from ui.room.panel import Panel
from ui.room.record import RecordPane
from ui.room.record_tab import RecordTab
from ui.work.run import Advance
from ui.work.workspace import Workspace

PARTS: Mapping[str, str] = {
    "agenda_items": "agenda",
    "attendances": "attendance",
    "resolutions": "resolutions",
    "minutes": "minutes",
}
"""The tab where each part of a meeting is worked on."""

TAB_OF_PART: Mapping[str, str] = {
    "agenda_item": "agenda",
    "attendance": "attendance",
    "resolution": "resolutions",
    "document": "annexes",
}
"""The tab where the records of each kind that a meeting holds are found."""


class MeetingPane(RecordPane):
    """The form of a meeting is saved as any other; behind the tabs each field is saved on leaving it."""

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """Show no meeting yet."""
        self.panels: dict[str, Panel] = {}
        self._beside = EVERYTHING
        self._gap: tuple[str | None, Missing | None] = (None, None)
        super().__init__(workspace, layout, parent)
        self.lacking = LackingStrip(self.words)
        self.lacking.wanted.connect(self.go_to)
        self._go_on = workspace.pausing(self._go_to_gap, self)
        self.above_tabs.setContentsMargins(distance(3, self), distance(0.5, self), distance(3, self), 0)
        self.above_tabs.addWidget(self.lacking)
        self.beginning = FromLast(workspace, self)
        self.above_tabs.addWidget(self.beginning.strip)
        self.family = FamilyStrip(workspace)
        self.above_tabs.addWidget(self.family)
        self.dossier_button = text_button(self.words("Dossier…"), "file-text", self.open_dossier)
        set_tip(self.dossier_button, self.words("El dossier de esta reunión, página por página"))
        self.head.put_first(self.dossier_button)
        set_property(self.tabs, "role", "dense")

    def make_form(self) -> Form:
        """Make the form, and follow in it what a new meeting is begun with."""
        form = super().make_form()
        self.beginning.follow(form)
        form.seal.reopening.connect(self.reopen)
        return form

    def reopen(self) -> None:
        """Ask whether the approved acta of the meeting that is shown is reopened."""
        if self.record is not None:
            open_dialog(ReopenDialog(self.workspace, self.record, self.window()))

    def more_tabs(self) -> Sequence[tuple[str, str, RecordTab]]:
        """Return the parts of a meeting."""
        minutes = MinutesPanel(self.workspace)
        minutes.resolution_wanted.connect(self.add_resolution)
        self.attendance, self.follow_up = AttendancePanel(self.workspace), FollowUpPanel(self.workspace)
        self.panels = {
            "agenda": AgendaPanel(self.workspace),
            "attendance": self.attendance,
            "minutes": minutes,
            "resolutions": ResolutionsPanel(self.workspace),
            "follow_up": self.follow_up,
            "annexes": AnnexesPanel(self.workspace),
        }
        for sealing in (panel.sealing for panel in self.panels.values() if isinstance(panel, Sealing)):
            sealing.reopening.connect(self.reopen)
        for name, panel in self.panels.items():
            panel.went.connect(partial(self._show_written, name))
        return [(name, self.words(panel.label), panel) for name, panel in self.panels.items()]

    def show_record(self, id: str) -> bool:
        """Show a meeting, with what is known of it beside its record."""
        if id != self.id:
            self.flush()
            self.lacking.hide()
            self.beginning.forget()
        if not super().show_record(id):
            return False
        self._after_reading()
        return True

    def edits(self) -> Edits | None:
        """Return the steps of what is seen before those of what stands behind other tabs."""
        seen = self.parts.shown
        panels = sorted(self.panels.values(), key=lambda panel: panel is not seen)
        written = (each for panel in panels if (each := panel.edits()) is not None)
        held = (each for each in written if each.undo_said or each.redo_said)
        return super().edits() if seen not in panels and self.dirty else next(held, super().edits())

    def begin(self, values: Mapping[str, object] | None = None) -> None:
        """Begin a new meeting."""
        self.flush()
        self.beginning.forget()
        super().begin(values)
        self.beginning.start()
        self.lacking.hide()
        self.family.hide()
        for name in self.panels:
            self._say_count(name, "")
        self.dossier_button.setEnabled(False)

    def parts_begun(self) -> Mapping[str, Rows]:
        """Return the items of the agenda that come from the last meeting."""
        items = self.beginning.items
        return {"agenda_items": items} if self.fresh and items is not None else {}

    def refresh(self, changes: Changes) -> None:
        """Show the meeting as it is now."""
        super().refresh(changes)
        if self.record is None:
            return
        own = self.reach(self.record.id)
        shown = own.meets(changes) and not self.dirty
        if not shown and (own | FILES | self._beside).meets(changes):
            self._after_reading()

    def leave(self, then: Callable[[], object]) -> None:
        """Save what is being written behind the tabs, then leave as any record."""
        if self.flush():
            super().leave(then)

    def save(self) -> bool:
        """Save the form, and what is being written behind the tabs."""
        if not self.flush():
            return False
        if not self.dirty and not self.fresh:
            return True
        return super().save()

    def flush(self) -> bool:
        """Save what is being written behind the tabs; False when that is not possible."""
        for name, panel in self.panels.items():
            if not panel.flush():
                self.show_tab(name)
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tabs with Ctrl+Tab; leave with Esc, having saved."""
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = -1 if event.key() == Qt.Key.Key_Backtab else 1
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
            return
        if event.key() == Qt.Key.Key_Escape and not self.flush():
            return
        super().keyPressEvent(event)

    def print_part(self) -> bool:
        """Show what stands behind the tab that is seen as its paper; False where that has none."""
        seen = self.parts.shown
        if self.record is None or not isinstance(seen, WithPaper):
            return False
        seen.printing.click()
        return True

    def open_dossier(self) -> None:
        """Show the dossier of the meeting, page by page."""
        if self.record is None:
            return
        self.leave(partial(self._open_dossier, self.record.id))

    def go_to(self, missing: Missing) -> None:
        """Go to where a gap is filled, as soon as that can be read."""
        self._gap = (self.id, missing)
        self._go_on()

    def _go_to_gap(self) -> None:
        key, missing = self._gap
        if missing is not None and key == self.id:
            self._go_to(missing)

    def _go_to(self, missing: Missing) -> None:
        if missing.entity == "meeting" and missing.field in PARTS:
            self.show_tab(PARTS[missing.field])
            self.panels[PARTS[missing.field]].take_focus()
        elif missing.entity == "meeting":
            self.edit(missing.field)
        elif missing.entity in TAB_OF_PART:
            self.go_to_part(RecordKey(missing.entity, missing.id))
        elif missing.field:
            self.workspace.edit_wanted.emit(missing.entity, missing.id, missing.field)
        else:
            self.workspace.record_wanted.emit(missing.entity, missing.id)

    def go_to_part(self, part: RecordKey | None) -> None:
        """Go to what the meeting holds, such as an item of its agenda or an annex, behind its tab."""
        if part is None or part.entity not in TAB_OF_PART:
            super().go_to_part(part)
        else:
            self.show_tab(TAB_OF_PART[part.entity])
            self.panels[TAB_OF_PART[part.entity]].show_part(part.id)

    def add_resolution(self, item: str) -> None:
        """Add a resolution of an item of the agenda."""
        self.show_tab("resolutions")
        panel = self.panels["resolutions"]
        if isinstance(panel, ResolutionsPanel):
            panel.add({"agenda_item_id": item})

    def _show_written(self, name: str, seen: QWidget) -> None:
        self.show_tab(name)
        seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_dossier(self, key: str) -> None:
        open_dialog(ReportDialog(self.workspace, "board-pack", parent=self.window(), record_id=key))

    def _after_reading(self) -> None:
        if self.record is None:
            return
        key = self.record.id
        self._beside = EVERYTHING  # until the answer is here nobody knows what it was read from
        self.dossier_button.setEnabled(True)
        self.family.show_meeting(self.record)
        self._say_counts(self.record)

        def work(_: Advance) -> Overview | None:
            return overview(self.workspace.store, key, self.words)

        self.workspace.runner.run(work, partial(self._take_overview, key), topic=f"meeting {id(self)}")

    def _take_overview(self, key: str, found: Overview | None) -> None:
        if found is None or key != self.id:
            return
        self._beside = found.reach
        self.lacking.show_missing(found.missing)
        self.attendance.show_overview(found)
        self.follow_up.show_overview(found)
        self._say_count("follow_up", count_follow_up(found, self.words))

    def _say_counts(self, meeting: Record) -> None:
        for name, panel in self.panels.items():
            if name != "follow_up":
                self._say_count(name, panel.count_of(meeting))

    def _say_count(self, name: str, count: str) -> None:
        title = self.words(self.panels[name].label)
        said = f"{title} ({count})" if count else title
        self.panels[name].title_changed.emit(said)
