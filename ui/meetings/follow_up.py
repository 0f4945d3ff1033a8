"""The follow-up: what earlier meetings of the body left to do, with its state and progress edited in place."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.meetings import FollowUp, Overview
from app.records.reading import Record
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from ui.form.edits import Edits
from ui.look.buttons import icon_button
from ui.look.icons import IconLabel
from ui.look.menus import ContextMenu, offers_of
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.tab_order import lead_on
from ui.look.theme import Role, distance, dress
from ui.meetings.papers import printing_button
from ui.room.panel import Panel
from ui.room.saving import FieldSaver
from ui.work.workspace import Workspace

FIELDS = ("state", "progress")


def say_due(each: FollowUp, words: Words, today: date) -> tuple[str, str, Role]:
    """Say when a resolution is due, with the icon and the role of the words.

    What is overdue on the day of the meeting alone, and not `today`, says so.
    """
    if each.finished:
        if each.closed_on is None:
            return words("Terminada"), "check-circle", Role.GOOD
        return words("Terminada el {date}", date=words.date(each.closed_on)), "check-circle", Role.GOOD
    if each.due_on is None:
        return words("Sin fecha de vencimiento"), "calendar-blank", Role.QUIET
    if each.overdue and each.due_on >= today:
        return words("Vence el {date}, antes de la reunión", date=words.date(each.due_on)), "warning", Role.CAUTION
    if each.overdue:
        return words("Atrasada desde el {date}", date=words.date(each.due_on)), "warning", Role.CAUTION
    return words("Vence el {date}", date=words.date(each.due_on)), "calendar-blank", Role.QUIET


class FollowUpCard(QFrame):
    """One resolution: its text, who answers for it, when it is due, its state and its progress."""

    def __init__(self, workspace: Workspace, *beside: QAbstractButton) -> None:
        """Begin without a resolution; its menu offers what the buttons `beside` it do too."""
        super().__init__()
        self.beside = beside
        self.workspace = workspace
        self.words = workspace.words
        self.key = ""
        dress(self, Role.CARD)
        self.number = Label()
        dress(self.number, Role.HEADING)
        self.opening = icon_button(self.words("Abrir la resolución"), "arrow-square-out", self._open)
        self.source = Label(wraps=True)
        dress(self.source, Role.QUIET)
        self.due_icon = IconLabel("calendar-blank")
        self.due = Label()
        self.text = Label()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.responsible = Label()
        self.responsible.setWordWrap(True)
        dress(self.responsible, Role.QUIET)
        self.saver = FieldSaver(workspace, "resolution", FIELDS, self)
        self._lay_out()

    def show_follow_up(self, each: FollowUp) -> None:
        """Show a resolution; of the one shown already, what is being written stays."""
        words = self.words
        self.key = each.id
        self.number.setText(each.number or words("Sin número"))
        told = [each.meeting, words.date(each.meeting_on)]
        self.source.setText(" · ".join(part for part in told if part))
        said, icon_name, role = say_due(each, words, self.workspace.store.today())
        self.due_icon.show_icon(icon_name)
        self.due.setText(said)
        dress(self.due, role)
        self.text.setText(each.text)
        names = BETWEEN_NAMES.join(each.responsible)
        self.responsible.setText(words("Responsable: {names}", names=names) if names else words("Sin responsable"))
        values: dict[str, object] = {"state": str(each.state.value), "progress": each.progress or None}
        self.saver.show_record(Record("resolution", each.id, each.number, values))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in its order."""
        return (self.opening, *(self.saver.boxes[name].editor for name in FIELDS))

    def _open(self) -> None:
        self.workspace.record_wanted.emit("resolution", self.key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(distance(1, self))
        head.addWidget(self.number)
        head.addWidget(self.source, 1)
        head.addWidget(self.due_icon)
        head.addWidget(self.due)
        head.addWidget(self.opening)
        ContextMenu(self, lambda: offers_of(self.opening, *self.beside))
        edited = QHBoxLayout()
        edited.setSpacing(distance(2, self))
        edited.addWidget(self.saver.boxes["state"], 0, Qt.AlignmentFlag.AlignTop)
        edited.addWidget(self.saver.boxes["progress"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(1.5, self), distance(1, self), distance(1.5, self), distance(1, self))
        column.setSpacing(distance(0.5, self))
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.responsible)
        column.addLayout(edited)


class FollowUpPanel(Panel):
    """All that is carried forward to the meeting, the overdue first."""

    label = mark("Seguimiento")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        self.cards: list[FollowUpCard] = []
        self.summary = Label()
        self.summary.setWordWrap(True)
        dress(self.summary, Role.QUIET)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), distance(3, self))
        self._column.setSpacing(distance(1, self))
        self.printing = printing_button(self, "follow-up")
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.printing, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self.area = scrolled(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        ContextMenu(self, lambda: offers_of(self.printing))

    def edits(self) -> Edits | None:
        """Return the steps of the resolution in which something is being written."""
        found = (card.saver.edits for card in self.cards)
        return next((each for each in found if each.undo_said or each.redo_said), None)

    def show_owner(self, meeting: Record) -> None:
        """Wait for the overview: what is carried forward is not in the record."""

    def show_overview(self, overview: Overview) -> None:
        """Show what is carried forward."""
        found = overview.follow_up
        self.summary.setText(self._said_summary(found))
        known = {card.key: card for card in self.cards}
        wanted = [known.pop(each.id) if each.id in known else self._make_card() for each in found]
        for card in known.values():
            card.hide()
            card.deleteLater()
        for card, each in zip(wanted, found, strict=True):
            card.show_follow_up(each)
        if wanted != self.cards:
            for card in wanted:
                self._column.removeWidget(card)
            for at, card in enumerate(wanted, start=1):
                self._column.insertWidget(at, card)
                card.show()
            lead_on(self.printing, (stop for card in wanted for stop in card.stops()))
        self.cards = wanted

    def flush(self) -> bool:
        """Save what is being written in any card."""
        return False not in [card.saver.flush() for card in self.cards]

    def take_focus(self) -> None:
        """Go to the first resolution."""
        if self.cards:
            self.cards[0].saver.boxes["state"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to one resolution."""
        found = next((card for card in self.cards if card.key == id), None)
        if found is not None:
            found.saver.boxes["progress"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(found)
        return found is not None

    def _make_card(self) -> FollowUpCard:
        made = FollowUpCard(self.workspace, self.printing)
        self.follow(made.saver.edits)
        return made

    def _said_summary(self, found: tuple[FollowUp, ...]) -> str:
        words = self.words
        if not found:
            return words("Las reuniones anteriores de esta instancia no dejaron nada pendiente.")
        unfinished = sum(not each.finished for each in found)
        overdue = sum(each.overdue for each in found)
        said = words.plural("{count} resolución pendiente", "{count} resoluciones pendientes", unfinished)
        if not overdue:
            return said
        day = found[0].counted_on
        if day == self.workspace.store.today():
            late = words.plural("{count} atrasada", "{count} atrasadas", overdue)
        else:
            late = words.plural(
                "{count} atrasada al {day}, día de la reunión",
                "{count} atrasadas al {day}, día de la reunión",
                overdue,
                day=words.date(day),
            )
        return words("{unfinished}, {overdue}", unfinished=said, overdue=late)


def count_follow_up(overview: Overview, words: Words) -> str:
    """Return how many are left to do."""
    left = sum(not each.finished for each in overview.follow_up)
    return words.number(left) if left else ""
