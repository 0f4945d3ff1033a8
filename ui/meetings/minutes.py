"""The minutes of a meeting on one page that flows: its opening, what each item dealt with, its closing."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.records.attachments import FILES
from app.records.changes import Changes
from app.records.conflicts import Conflict, ConflictError, Meanwhile
from app.records.drafts import made_again
from app.records.editing import Draft, save_record
from app.records.reach import Reach
from app.records.reading import Record
from app.words.fields import Field
from app.words.values import read_value
from app.words.words import mark
from ui.form.conflict_box import ConflictBox, Side, ask_about
from ui.form.editors.editor import Written
from ui.form.edits import Edits
from ui.form.gone import GoneDialog
from ui.look.buttons import text_button
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton
from ui.look.scroll import scrolled
from ui.look.tab_order import lead_on
from ui.look.theme import Role, distance, dress
from ui.meetings.acta_bar import ActaBar
from ui.meetings.agenda import ITEMS, presenter_of, times_of
from ui.meetings.papers import printing_button
from ui.meetings.seal import SealLine
from ui.room.panel import Panel
from ui.work.workspace import Workspace

WIDEST = 104
"""Characters of a line of minutes: longer ones are hard to read."""
FEWEST = 2
"""Lines of an empty text."""


class Paragraphs(QPlainTextEdit):
    """A text as high as it is long, so that the page scrolls and not each text; it is saved when it is left."""

    left = Signal()
    typed = Signal()
    """The person has changed the text."""

    def __init__(self, name: str, hint: str) -> None:
        """Begin empty; `name` is for screen readers and `hint` stands in it while nothing is written."""
        super().__init__()
        self.saved = ""
        self._showing = False
        self.textChanged.connect(self._on_text)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QPlainTextEdit.SizeAdjustPolicy.AdjustIgnored)
        self.document().documentLayout().documentSizeChanged.connect(self.grow)
        self.grow()

    def show_text(self, text: str) -> bool:
        """Show `text` as it is saved; False when the person has written another since, which stays."""
        if self.toPlainText() != text and self.edited:
            return False
        self.saved = text
        if self.toPlainText() != text:
            self.put(text)
        return True

    def put(self, text: str) -> None:
        """Show `text`, which nobody has typed."""
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def written(self) -> Written:
        """Return the text as it stands."""
        return Written(None, self.toPlainText())

    def write(self, written: Written) -> None:
        """Put back a text as it stood."""
        self.put(str(written.typed or ""))
        self.typed.emit()

    def input(self) -> QWidget:
        """Return what takes the keyboard."""
        return self

    def _on_text(self) -> None:
        if not self._showing:
            self.typed.emit()

    @property
    def edited(self) -> bool:
        """Whether what is written is not saved."""
        return self.toPlainText() != self.saved

    def grow(self) -> None:
        """Be as high as the text."""
        lines = max(FEWEST, round(self.document().size().height()))
        margins = 2 * (self.document().documentMargin() + self.frameWidth())
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + margins + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again."""
        super().resizeEvent(event)
        self.grow()

    def event(self, event: QEvent) -> bool:
        """Leave the wheel to the page, and tell when the keyboard has gone elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class MinutesText(QWidget):
    """One text of the minutes: which field of which record, under its heading."""

    def __init__(self, workspace: Workspace, edits: Edits, entity: str, name: str, hint: str) -> None:
        """Edit the field `name` of a record of `entity`; what is typed are steps of `edits`."""
        super().__init__()
        self.workspace = workspace
        self.entity = entity
        self.name = name
        self.record_id = ""
        self.read: object = None
        self.record: Record | None = None
        self.field: Field = workspace.catalog[entity].field(name).field
        self.heading = Label()
        self.heading.setWordWrap(True)
        dress(self.heading, Role.HEADING)
        self.detail = Label()
        dress(self.detail, Role.QUIET)
        self.hint = hint
        self.unwritten = workspace.words("Sin texto.")
        self.text = Paragraphs(workspace.words(self.field.label), hint)
        self.edits = edits
        label = workspace.words(self.field.label)
        watched = edits.watch(self.text, workspace.words("cambio en «{field}»", field=label))
        self.text.typed.connect(partial(edits.note_field, watched))
        self.text.left.connect(partial(edits.settle, watched))
        self.buttons: list[PushButton] = []
        self._beside = QHBoxLayout()
        self._beside.setSpacing(distance(1, self))
        self._beside.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._beside)
        column.addWidget(self.detail)
        column.addWidget(self.text)
        self.conflict = ConflictBox(workspace.words)
        column.addWidget(self.conflict)

    def offer(self, button: PushButton) -> None:
        """Put a button beside the heading, of which is heard that it is of this text."""
        self.buttons.append(button)
        self._beside.addWidget(button)

    def seal(self, *, sealed: bool) -> None:
        """Let the text only be read where an approved acta says it; nothing is added to it then."""
        self.text.setReadOnly(sealed)
        self.text.setPlaceholderText(self.unwritten if sealed else self.hint)
        for button in self.buttons:
            button.setVisible(not sealed)

    def show_record(self, record: Record, heading: str, detail: str = "") -> None:
        """Show the text of `record` under `heading`."""
        self.record_id = record.id
        self.heading.setText(heading)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.text.setAccessibleName(heading)
        for button in self.buttons:
            button.setAccessibleDescription(heading)
        self.record = record
        value = record.values.get(self.name)
        if self.text.show_text(str(value or "")):
            self.read = value
            self.conflict.hide()
            self.edits.forget([self.text])

    def draft(self) -> Draft | None:
        """Return what is written and not saved yet, if anything."""
        if not self.text.edited or not self.record_id:
            return None
        value = read_value(self.field, self.text.toPlainText(), self.workspace.words)
        return Draft(self.entity, self.record_id, {self.name: value}, read={self.name: self.read})

    def ask(self, conflict: Conflict, save: Callable[[], object]) -> None:
        """Offer what the person wrote and what is stored now; what they choose is saved by `save`."""

        def decide(side: Side) -> None:
            self.read = conflict.theirs[self.name]
            text = conflict.mine[self.name] if side is Side.MINE else self.read
            self.text.saved = str(self.read or "")
            self.text.put(str(text or ""))
            save()

        ask_about(self.conflict, conflict, self.entity, self.workspace.desk, decide)


class MinutesPanel(Panel):
    """The page; each text is saved when the person leaves it."""

    label = mark("Acta")
    resolution_wanted = Signal(str)
    """A resolution of the item with this key is to be begun."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        words = self.words
        self.writing = Edits(self)
        self.follow(self.writing)
        self.opening = self._text("meeting", "opening", words("Lugar, hora, quién preside y quiénes están presentes."))
        self.items: list[MinutesText] = []
        self.nothing = Label(
            words("El orden del día está vacío: los puntos que se agreguen allí tendrán aquí su texto.")
        )
        self.nothing.setWordWrap(True)
        dress(self.nothing, Role.QUIET)
        self.closing = self._text("meeting", "closing", words("Hora de cierre y firmas."))
        self.next = self._text("meeting", "next_meeting", words("Lugar y fecha acordados."))
        self.dialog: GoneDialog | None = None
        self._saving = False
        self._page = QWidget()
        self._page.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(distance(3, self), distance(2, self), distance(3, self), distance(3, self))
        self._column.setSpacing(distance(2, self))
        for part in (self.opening, self.nothing, self.closing, self.next):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.area = scrolled(self._page)
        self.printing = printing_button(self, "acta", words("Imprimir el acta…"))
        self.bar = ActaBar(workspace, self.printing, self.do, self.flush)
        self.sealing = SealLine(words, words("El acta está aprobada: sus textos solo se leen."))
        self.sealing.reopen.hide()  # the bar above it has that button
        side = distance(3, self)
        self.sealing.setContentsMargins(side, 0, side, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.sealing)
        column.addWidget(self.area)

    def reach(self, record: Record) -> Reach:
        """Return what is read of the meeting, with the file in which its approved acta is kept."""
        return super().reach(record) | FILES

    def show_owner(self, meeting: Record) -> None:
        """Show the minutes of `meeting`."""
        words = self.words
        self.bar.show_meeting(meeting)
        self.opening.show_record(meeting, words("Apertura"))
        self.closing.show_record(meeting, words("Cierre"))
        self.next.show_record(meeting, words("Próxima reunión"))
        items = meeting.parts.get(ITEMS, ())
        self._match(items)
        times = times_of(meeting)
        for number, (part, item, at) in enumerate(zip(self.items, items, times, strict=True), start=1):
            heading = words("{number}. {title}", number=number, title=item.title)
            told = [words.time(at) if at else "", presenter_of(item)]
            part.show_record(item, heading, " · ".join(each for each in told if each))
        self.nothing.setVisible(not items)
        why = self.sealing.show_record(meeting)
        self.let_read(why)
        for part in (self.opening, *self.items, self.closing, self.next):
            part.seal(sealed=bool(why))

    def edits(self) -> Edits:
        """Return the steps of what is typed and not saved."""
        return self.writing

    def flush(self) -> bool:
        """Save every text that is written and not saved."""
        return False not in [self._save(part) for part in (self.opening, *self.items, self.closing, self.next)]

    def count_of(self, meeting: Record) -> str:
        """Return how many items have their minutes, once one has."""
        items = meeting.parts.get(ITEMS, ())
        written = sum(bool(item.values.get("minutes")) for item in items)
        return f"{self.words.number(written)}/{self.words.number(len(items))}" if written else ""

    def take_focus(self) -> None:
        """Go to the first text that is still empty."""
        texts = [part.text for part in (self.opening, *self.items, self.closing)]
        empty = next((text for text in texts if not text.toPlainText()), texts[0])
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to the text of one item."""
        found = next((part for part in self.items if part.record_id == id), None)
        if found is not None:
            found.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(found)
        return found is not None

    def _match(self, items: Sequence[Record]) -> None:
        """Have a text for each item, in their order; one that is being written in stays where it is."""
        known = {part.record_id: part for part in self.items}
        wanted = [known.pop(item.id) if item.id in known else self._item_text() for item in items]
        for part in known.values():
            self._save(part)
            self.writing.drop([part.text])
            part.hide()
            part.deleteLater()
        if wanted != self.items:
            for part in wanted:
                self._column.removeWidget(part)
            for at, part in enumerate(wanted, start=1):
                self._column.insertWidget(at, part)
                part.show()
            parts = (self.opening, *wanted, self.closing, self.next)
            order = [stop for part in parts for stop in (part.text, *part.findChildren(PushButton))]
            lead_on(order[0], order[1:])
        self.items = wanted

    def _item_text(self) -> MinutesText:
        part = self._text("agenda_item", "minutes", self.words("Lo tratado y lo acordado."))
        begin = partial(self._begin_resolution, part)
        part.offer(text_button(self.words("Agregar resolución"), "plus", begin, Role.LINK))
        return part

    def _begin_resolution(self, part: MinutesText) -> None:
        if self.flush():
            self.resolution_wanted.emit(part.record_id)

    def _text(self, entity: str, name: str, hint: str) -> MinutesText:
        part = MinutesText(self.workspace, self.writing, entity, name, hint)
        part.text.left.connect(self.workspace.pausing(partial(self._save, part), part))
        part.text.cursorPositionChanged.connect(partial(self._follow, part.text))
        return part

    def _save(self, part: MinutesText) -> bool:
        draft = part.draft()
        if draft is None or self._saving:
            return True
        self._saving = True

        text = part.text.toPlainText()

        def work() -> Changes:
            return save_record(self.workspace.store, draft).changes

        def written() -> None:
            part.text.saved = text
            self.writing.forget([part.text])
            part.read = draft.values[part.name]
            part.conflict.hide()

        try:
            return self.write(work, written=written) is not None
        except ConflictError as error:
            return self._ask(part, draft, error.conflicts[0])
        finally:
            self._saving = False

    def _ask(self, part: MinutesText, draft: Draft, conflict: Conflict) -> bool:
        """Offer the choice below a text; one whose record is no more has its place no more either."""
        if conflict.kind is Meanwhile.CHANGED:
            part.ask(conflict, partial(self._save, part))
            return False
        if part.record is not None:
            part.text.saved = part.text.toPlainText()
            self.dialog = GoneDialog(
                self.workspace, conflict, made_again(self.workspace.catalog, part.record, draft), self.window()
            )
            open_dialog(self.dialog)
        return True

    def _follow(self, text: Paragraphs) -> None:
        """Keep the line that is being written in sight."""
        if text.hasFocus():
            at = text.mapTo(self._page, text.cursorRect().center())
            self.area.ensureVisible(at.x(), at.y(), 0, 48)
