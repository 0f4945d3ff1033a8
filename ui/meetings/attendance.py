"""Who is convened to a meeting and who came, with the quorum when its rule is known."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.meetings import (
    CAME,
    AttendanceState,
    Overview,
    convoke,
    emails_of_meeting,
    mark_attendance,
    say_nameless,
)
from app.meetings.pasted import ROLL_FIELDS
from app.records.editing import delete_records
from app.records.reading import Record
from app.words.problems import ProblemError
from app.words.words import mark
from ui.form.edits import Edits
from ui.look.buttons import text_button
from ui.look.columns import Columns
from ui.look.icons import IconLabel, icon
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.menus import SEPARATOR, ContextMenu, Entry, Offer, offers_of
from ui.look.opening import open_dialog
from ui.look.plain import Label
from ui.look.problem import ProblemBox
from ui.look.theme import Role, distance, dress
from ui.meetings.papers import printing_button, show_paper
from ui.meetings.pasting import PanelPasting, delegations_of
from ui.meetings.roll import Group, count_states, read_roll
from ui.meetings.roll_bar import RollBar
from ui.meetings.roll_view import RollView
from ui.meetings.seal import SealLine
from ui.room.emails import copy_emails
from ui.room.panel import Panel
from ui.room.saving import FieldSaver
from ui.room.split import ListAndDetail
from ui.work.workspace import Workspace

FIELDS = ("person_id", "represented_by", "notes")
LEAST = (9, 5)
"""Lines of text that the roll and the one line of fields below it are high: on a small screen the roll comes first."""


class AttendancePanel(Panel):
    """The roll by country; convoking, marking, guests and the quorum."""

    label = mark("Asistencia")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        words = self.words
        self.groups: tuple[Group, ...] = ()
        self.problems = ProblemBox(words)
        self.convoking = text_button(words("Convocar"), "megaphone-simple", self.convoke)
        self.inviting = text_button(words("Agregar invitado…"), "user-plus", self.invite)
        self.printing = printing_button(self, "attendance")
        self.copying = text_button(words("Copiar los correos"), "envelope-simple", self.copy_emails)
        self.writing = text_button(words("Cartas…"), "envelope-open", self.write_letters)
        self.bar = RollBar(self.convoking, (self.inviting, self.writing, self.copying), self.printing)
        self.counts = self.bar.counts
        self.sealing = SealLine(words, words("El acta está aprobada: la asistencia solo se lee."))
        self.quorum_icon = IconLabel("info")
        self.quorum = Label()
        self.quorum_rule = text_button(words("Registrar la regla"), "", self.open_body, Role.LINK)
        self.nameless = LinkLine()
        self.nameless.hide()
        self.roll = RollView(words)
        self.roll.empty_text = words(
            "Nadie está convocado todavía. «Convocar» trae a quienes integran la instancia en la fecha de la reunión."
        )
        self.pasting = PanelPasting(self, ("attendances", "attendance"), ROLL_FIELDS, delegations_of(self))
        self.pasting.watch(self.roll.select, self.roll, self.convoking, self.inviting)
        self.saver = FieldSaver(workspace, "attendance", FIELDS, self)
        self.pasting.watch_fields(self.saver.boxes)
        self.follow(self.saver.edits)
        hint = words("Elija una delegación para indicar quién asiste.")
        self.detail = ListAndDetail(self.roll, self._detail(), hint, parent=self, shares=(4, 1), least=LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), 0)
        column.setSpacing(distance(1, self))
        column.addWidget(self.bar)
        column.addWidget(self.sealing)
        column.addLayout(self._quorum_line())
        column.addWidget(self.nameless)
        column.addWidget(self.problems)
        column.addWidget(self.pasting.note)
        column.addWidget(self.detail, 1)
        ContextMenu(self.roll, self._offers, self._offers_below)
        self.roll.marked.connect(self.mark)
        self.roll.removal_wanted.connect(self.remove)
        self.roll.current_changed.connect(self._show_delegation)

    def show_owner(self, meeting: Record) -> None:
        """Show who is convened to `meeting`."""
        self.groups = read_roll(self.workspace, meeting)
        self.pasting.show_owner(meeting)
        self.roll.show_groups(self.groups)
        self.copying.setVisible(bool(self.groups))
        self.writing.setVisible(bool(self.groups))
        # The main button bears no icon: those are painted in the colour of the text of plain ones.
        self.convoking.setIcon(icon("megaphone-simple") if self.groups else QIcon())
        dress(self.convoking, Role.BODY if self.groups else Role.PRIMARY)
        self.bar.say_counts(count_states(self.groups, self.words))
        if not self.roll.current_key() and self.groups:
            self.roll.select(self.groups[0].lines[0].record.id)
        self._show_delegation(self.roll.current_key())
        self._seal(self.sealing.show_record(meeting))

    def _seal(self, why: str) -> None:
        """Let the roll only be read since `why`, empty where it is not."""
        self.let_read(why)
        self.roll.let_mark(marks=not why)
        for button in (self.convoking, self.inviting):
            button.setEnabled(not why)
        for box in self.saver.boxes.values():
            box.editor.set_read_only(bool(why))

    def show_overview(self, overview: Overview) -> None:
        """Say the quorum, and for which countries there is nobody to convene."""
        if overview.nameless:
            naming = Link(self.words("Indicar quién"), partial(self.open_body, "seats"))
            self.nameless.show_links(say_nameless(overview.nameless, self.words), [naming], Role.CAUTION)
        self.nameless.setVisible(bool(overview.nameless))
        said, icon_name, role = self._said_quorum(overview)
        self.quorum.setText(said)
        self.quorum_icon.show_icon(icon_name)
        dress(self.quorum, role)
        self.quorum_rule.setVisible(overview.quorum.rule is None)

    def edits(self) -> Edits:
        """Return the steps of what is being written of the delegation."""
        return self.saver.edits

    def flush(self) -> bool:
        """Save what is being written of the delegation."""
        return self.saver.flush()

    def count_of(self, meeting: Record) -> str:
        """Return how many came of how many are convened."""
        states = [row.values.get("state") for row in meeting.parts.get("attendances", ())]
        came = sum(state in CAME for state in states)
        if not states:
            return ""
        return f"{self.words.number(came)}/{self.words.number(len(states))}" if came else self.words.number(len(states))

    def take_focus(self) -> None:
        """Go to the roll."""
        self.roll.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to one delegation."""
        self.take_focus()
        return self.roll.select(id)

    def convoke(self) -> None:
        """Convene whoever sits on the body on the day of the meeting."""
        if self.owner is None or not self.flush():
            return
        key = self.owner.id
        try:
            changes = self.workspace.write(lambda: convoke(self.workspace.store, key, self.words))
        except ProblemError as error:
            self.problems.show_problems(error.problems)
        else:
            self.problems.show_problems([])
            self.workspace.tell_done(changes)
            self.take_focus()

    def invite(self) -> None:
        """Ask who else comes."""
        from ui.meetings.guest import GuestDialog

        if self.owner is not None and self.flush():
            open_dialog(GuestDialog(self.workspace, self.owner, self.window()))

    def copy_emails(self) -> None:
        """Put the e-mails of all who are convened on the clipboard."""
        if self.owner is not None and self.flush():
            copy_emails(self.workspace, partial(emails_of_meeting, self.workspace.store, self.owner.id), self)

    def write_letters(self) -> None:
        """Show the letters to all who are convened."""
        show_paper(self, "convocation")

    def mark(self, keys: list[str], state: str) -> None:
        """Mark attendances; of whoever is represented the person then says by whom."""
        if self.refuses() or not self.flush():
            return
        work = partial(mark_attendance, self.workspace.store, keys, AttendanceState.of(state))
        done = self.do(work)
        if done and state == "represented" and len(keys) == 1 and self.roll.select(keys[0]):
            self.saver.boxes["represented_by"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, keys: list[str]) -> None:
        """Take delegations off the roll; undo brings them back."""
        if self.refuses():
            return
        self.do(lambda: delete_records(self.workspace.store, "attendance", keys))

    def open_body(self, field: str = "quorum_rule") -> None:
        """Go to the form of the body, where the rule of quorum is recorded and who sits on it."""
        if self.owner is not None:
            self.workspace.edit_wanted.emit("body", str(self.owner.values["body_id"]), field)

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the selected delegations."""
        words, keys = self.words, self.roll.selected_keys()
        allowed = bool(keys) and not self.only_read
        marks = [
            Offer(
                each.text,
                partial(self.mark, keys, each.state),
                icon(each.icon),
                each.key,
                allowed=allowed,
            )
            for each in self.roll.choices
        ]
        removing = Offer(words("Quitar"), partial(self.remove, keys), icon("trash"), "Del", allowed=allowed)
        return (*marks, SEPARATOR, removing, SEPARATOR, *self._offers_below())

    def _offers_below(self) -> Sequence[Entry]:
        """Return what can be done with the whole roll."""
        adding = (*offers_of(self.convoking, self.inviting), *self.pasting.offers())
        return (*adding, *offers_of(self.copying, self.printing))

    def _said_quorum(self, overview: Overview) -> tuple[str, str, Role]:
        words, quorum = self.words, overview.quorum
        if quorum.rule is None:
            return words("Quórum: regla sin registrar"), "info", Role.QUIET
        if quorum.needed is None:
            return words("Quórum: sin fecha o sin integrantes no se puede contar"), "info", Role.QUIET
        needed = words.plural("hace falta {count}", "hacen falta {count}", quorum.needed)
        if overview.awaited and not quorum.present:
            return words("Quórum: {needed}", needed=needed), "info", Role.QUIET
        counts = {"needed": needed, "present": words.number(quorum.present)}
        if quorum.reached:
            return words("Quórum: alcanzado ({needed}; hay {present})", **counts), "check-circle", Role.GOOD
        said = words("Quórum: no alcanzado ({needed}; hay {present})", **counts)
        return (said, "info", Role.QUIET) if overview.awaited else (said, "warning", Role.CAUTION)

    def _show_delegation(self, key: str) -> None:
        lines = [line for group in self.groups for line in group.lines]
        found = next((line for line in lines if line.record.id == key), None)
        if found is not None:
            if found.record.id != self.saver.record_id and not self.saver.flush():
                self.roll.select(self.saver.record_id)  # what is wrong there is mended first
                return
            self.saver.show_record(found.record)
            self.saver.boxes["represented_by"].setVisible(found.state == "represented")
        self.detail.show_detail(found is not None)

    def _quorum_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.quorum_icon)
        row.addWidget(self.quorum)
        row.addWidget(self.quorum_rule)
        row.addStretch(1)
        return row

    def _detail(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, distance(1, self), distance(1, self), distance(1, self))
        line = Columns(spacing=distance(2, self))
        for name in FIELDS:
            line.add(self.saver.boxes[name], self.workspace.catalog["attendance"].field(name).field.width)
        column.addLayout(line)
        column.addStretch(1)
        return page
