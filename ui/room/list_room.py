"""What every room over a list has: the list, and what the commands of the window do to it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.plan.evidencing import can_show
from app.records.catalog import Query
from app.records.changes import Changes
from app.records.emails import emails_of, has_emails
from app.screens.belonging import can_be_told
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.look.conditions import Condition
from ui.look.menus import CALENDARS
from ui.look.opening import open_dialog
from ui.room.emails import copy_emails
from ui.room.listing import ListPane
from ui.room.own import own_commands
from ui.room.place import RoomPlace, place_of_list, return_to_list
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

if TYPE_CHECKING:
    from app.reports.record_list import Options


class ListRoom(RoomPage):
    """A room over the list of one kind of record; each room says itself what a row opens."""

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """List what `layout` says."""
        super().__init__(workspace, parent)
        self.facts = layout
        self.entity = layout.entity
        self.list = ListPane(workspace, layout)
        self.list.exporting.connect(self.export)
        self.list.on_paper.connect(self.show_report)
        self.list.table.opened.connect(lambda _key: self.open_selected())
        self.list.table.copied = self.acted_on
        self.list.selection.offer(self.commands())

    @property
    def shown_id(self) -> str | None:
        """The key of the record that is shown; None where rows open elsewhere."""
        return None

    def shown(self) -> RecordKey | None:
        """Return the record that is shown beside the list, or in its place."""
        return RecordKey.of(self.facts.entity, self.shown_id)

    def acted_on(self) -> list[str]:
        """Return the records that a command acts on: the selected ones, in the order of the list."""
        return self.list.table.selected_ids()

    def conditions(self) -> frozenset[Condition]:
        """Say what the list allows now."""
        count = len(self.acted_on())
        met = {
            Condition.LIST: True,
            Condition.SELECTION: count > 0,
            Condition.SEVERAL: count > 1,
            Condition.OWED: count > 0,
            Condition.LOGO: count > 0,
        }
        return frozenset(condition for condition, is_met in met.items() if is_met)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do to the list."""
        table = self.list.table
        mailed = has_emails(self.workspace.catalog, self.facts.entity)
        return {
            **({"copy_emails": self.copy_emails} if mailed else {}),
            **({"show_evidence": self.show_evidence} if can_show(self.workspace.catalog, self.facts.entity) else {}),
            **({"tell_of": self.tell_of} if can_be_told(self.facts) else {}),
            **own_commands(self.workspace, self.facts.entity, self.acted_on, self),
            **({"export_calendar": self.export_calendar} if self.facts.entity in CALENDARS else {}),
            "open_record": self.open_selected,
            "select_all": table.selectAll,
            "select_none": table.clearSelection,
            "copy": table.copy,
            "export_list": self.export,
            "export_selected": self.export_selected,
            "print": self.export_pdf,
            "filter": self.list.take_filter,
        }

    def showEvent(self, event: object) -> None:
        """Ask for the list when it is first seen."""
        if not self.list.asked:
            self.list.ask(self.list.query)

    def refresh(self, changes: Changes) -> None:
        """Show what was touched."""
        self.list.refresh(changes)

    def show_query(self, query: Query) -> None:
        """List what `query` asks for."""
        self.list.ask(query)
        self.list.table.setFocus()

    def place(self) -> object:
        """Return what is listed, and where the person is in it."""
        return RoomPlace(place_of_list(self.list))

    def return_to(self, place: object) -> None:
        """List what was listed."""
        if isinstance(place, RoomPlace) and place.list is not None:
            return_to_list(self.list, place.list)

    def asked(self) -> Query | None:
        """Return what is listed; None before anything is."""
        return self.list.current_view() if self.list.asked else None

    def show_again(self, query: Query | None, record: RecordKey | None, face: str = "") -> None:
        """List what was listed, and show the record that was shown, or none."""
        if record is None:
            self.back_to_list()
        if query is not None and query != self.asked():
            self.list.ask(query)
        super().show_again(None, record)

    def back_to_list(self) -> None:
        """Show nothing but the list."""

    def take_focus(self) -> None:
        """Put the keyboard in the list."""
        self.list.table.setFocus()

    def open_selected(self) -> None:
        """Show the record of the row with the focus."""

    def export(self) -> None:
        """Export the list as it is seen, or what is selected of it when it is several."""
        from ui.paper.export_list import ask_export

        ask_export(self.workspace, self._on_paper(), self, whole=self.list.seen())

    def export_selected(self) -> None:
        """Export the records that a command acts on, with the columns of the list."""
        from ui.paper.export_list import ask_export

        ids = self.acted_on()
        if ids:
            ask_export(self.workspace, self.list.chosen(ids), self)

    def export_calendar(self) -> None:
        """Export what a command acts on, or all that is listed, as a calendar."""
        from ui.agenda.export import ask_calendar

        ids = self.acted_on()
        name = self.words("Solo esta ficha") if len(ids) == 1 else self.words("Lo seleccionado")
        ask_calendar(self.workspace, self.facts.entity, (name, ids), self.list.table.rows.ids, self)

    def copy_emails(self) -> None:
        """Put the e-mails of the records that a command acts on on the clipboard."""
        ids = self.acted_on()
        if ids:
            copy_emails(self.workspace, partial(emails_of, self.workspace.store, self.facts.entity, ids), self)

    def show_evidence(self) -> None:
        """Show the records that a command acts on as evidence of the plan of work."""
        from ui.form.of_each_dialog import ask_of_each
        from ui.plan.evidence_dialog import EvidenceDialog

        workspace, entity = self.workspace, self.facts.entity
        ask_of_each(lambda ids: EvidenceDialog(workspace, entity, ids, self.window()), self.acted_on())

    def tell_of(self) -> None:
        """Note what was published of the records that a command acts on."""
        from ui.agenda.tell_dialog import TellDialog
        from ui.form.of_each_dialog import ask_of_each

        workspace, entity = self.workspace, self.facts.entity
        ask_of_each(lambda ids: TellDialog(workspace, entity, ids, self.window()), self.acted_on())

    def export_pdf(self) -> None:
        """Show the list as it is seen, or what is selected of it when it is several, page by page."""
        from ui.paper.export_list import preview_list

        preview_list(self.workspace, self._on_paper(), self)

    def show_report(self) -> None:
        """Show the report of all the records of the list, begun with what the list is filtered by."""
        from app.records.list_paper import options_of_list
        from ui.paper.report_dialog import ReportDialog

        paper = self.facts.paper
        if paper is not None:
            options = options_of_list(self.workspace.catalog, paper, self.list.current_view())
            open_dialog(ReportDialog(self.workspace, paper.report, self.window(), **options))

    def _on_paper(self) -> "Options":
        """Return the selected records when they are several, else the list; all of it selected is the list."""
        ids = self.acted_on()
        return self.list.chosen(ids) if 1 < len(ids) < len(self.list.table.rows.ids) else self.list.seen()
