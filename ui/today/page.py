"""Inicio: what needs attention today, each with its number and its way in."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.network.beginning import Step
from app.records.changes import Changes
from app.records.reach import EVERYTHING
from app.screens import screen_of
from app.today import NEVER_URGENT, SOON, Concern, NextMeeting, PlanOfToday, Today, Week, read_today
from ui.look.buttons import text_button
from ui.look.door import Card, Door
from ui.look.icons import IconLabel, icon
from ui.look.link import Link
from ui.look.map_view import MapView
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton
from ui.look.scroll import scroll_to, scrolled
from ui.look.theme import Role, distance, dress
from ui.plan.line_card import LineCard
from ui.today.map_card import MapCard
from ui.today.quiet_line import quiet_line
from ui.today.week import WeekList
from ui.work.room_page import RoomPage
from ui.work.steps import take_step
from ui.work.workspace import Workspace

MOST_MISSING = 8
MAP_BELOW = 780
"""Pixels of width, at the usual size of text, below which the map stands below what needs attention."""
MAP_LINES = 22
"""Lines of text that the map is high there."""


class ConcernLine(Card):
    """One concern that has something to do: its number, what it counts, and the way in."""

    def __init__(self, concern: Concern, workspace: Workspace) -> None:
        """Say `concern`."""
        super().__init__()
        words = workspace.words
        said = concern.figure.say(concern.count, words)
        number = words.number(concern.count)
        self.setAccessibleName(f"{number} {said}")
        shown = Label(number)
        dress(shown, Role.NUMBER)
        caret = IconLabel("caret-right", QPalette.ColorRole.PlaceholderText)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown.setMinimumWidth(self.fontMetrics().averageCharWidth() * 9)
        text = Label(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(1, self), distance(0.5, self), distance(1.5, self), distance(0.5, self))
        row.setSpacing(distance(2, self))
        row.addWidget(shown)
        row.addWidget(text, 1)
        row.addWidget(caret)
        for each in (shown, text, caret):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if concern.query is not None and screen_of(concern.query.entity) is not None:
            self.clicked.connect(partial(workspace.review_wanted.emit, concern))


class TodayPage(RoomPage):
    """The page of the day; read again, beside the window, after each change."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty; read when first shown."""
        super().__init__(workspace)
        self.today: Today | None = None
        self.lines: dict[str, ConcernLine | Link] = {}
        self.doors: dict[str, Door] = {}
        self.week: WeekList | None = None
        """What is due in the days to come; None where nothing is."""
        self.cards: dict[str, LineCard] = {}
        """The lines of the plan by their keys."""
        self.steps: list[PushButton] = []
        self.beginning: PushButton | None = None
        """What begins a meeting where none lies ahead."""
        self.plan_beginning: PushButton | None = None
        """What leads to the plan of a term that has none yet."""
        self.map: MapView | None = None
        self._stale = True
        self._kept: object = None
        self._reach = EVERYTHING
        self._copy: Label | None = None
        self._map_place: QWidget | None = None
        self._beside: QHBoxLayout | None = None
        self._below: QVBoxLayout | None = None
        workspace.file_changed.connect(self._tell_copy)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the map below where it would take the room of what needs attention."""
        super().resizeEvent(event)
        self._fit_map()

    def showEvent(self, event: object) -> None:
        """Read what has changed since it was last seen."""
        if self._stale:
            self.read()

    def refresh(self, changes: Changes) -> None:
        """Read again what can show now, at once or when it is next seen."""
        self._stale = self._stale or self._reach.meets(changes)
        if self._stale and self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the day beside the window."""
        self._stale, self._reach = False, EVERYTHING  # until the answer is here nobody knows what it was read from
        store, words = self.workspace.store, self.words
        self.workspace.runner.run(lambda _: read_today(store, words), self.show_today, topic="today")

    def show_today(self, today: Today) -> None:
        """Show what was read, as far down as it is read."""
        self._kept = self._kept if self._kept is not None else self.place()
        self.today, self._reach = today, today.reach
        self.lines, self.doors, self.map, self._copy, self._map_place = {}, {}, None, None, None
        self._beside = self._below = None
        self.steps, self.beginning, self.week, self.cards, self.plan_beginning = [], None, None, {}, None
        # A dialog that is just closing may still be the active window; Qt's stubs forget that there may be none.
        focused = cast("QWidget | None", self.window().focusWidget())
        entered = focused is self or (focused is not None and self.isAncestorOf(focused))
        content = self._make_doors() if today.is_empty else self._make_content(today)
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._place.addWidget(content)
        if entered:
            self.take_focus()
        QTimer.singleShot(0, self, self._go_back)

    def return_to(self, place: object) -> None:
        """Keep where the person was until the day is read."""
        self._kept = place

    def _go_back(self) -> None:
        kept, self._kept = self._kept, None
        if isinstance(kept, tuple):
            scroll_to(self, kept)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be pressed."""
        first = next(iter((*self.lines.values(), *self.doors.values())), None)
        (first or self).setFocus()

    def _make_content(self, today: Today) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        margin = distance(2, self)
        column.setContentsMargins(margin, distance(1.5, self), margin, margin)
        column.setSpacing(distance(1, self))
        self._add_title(column, today)
        self._add_concerns(column, today)
        self._add_steps(column, today.steps)
        self._add_week(column, today.week)
        self._add_meeting(column, today.meeting)
        self._add_plan(column, today.plan)
        self._add_copy(column)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch(1)
        area = scrolled(left)
        page = QWidget()
        self._beside = QHBoxLayout(page)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(area, 5)
        self._map_place = self._make_map(today)
        self._fit_map()
        return page

    def _fit_map(self) -> None:
        """Put the map beside what needs attention, or below it."""
        if self._map_place is None or self._beside is None or self._below is None:
            return
        is_narrow = self.width() < MAP_BELOW * self.fontMetrics().height() / 18
        place, other = (self._below, self._beside) if is_narrow else (self._beside, self._below)
        if place.indexOf(self._map_place) >= 0:
            return
        other.removeWidget(self._map_place)
        self._map_place.setMinimumHeight(self.fontMetrics().lineSpacing() * MAP_LINES if is_narrow else 0)
        place.addWidget(self._map_place, 4)

    def _add_title(self, column: QVBoxLayout, today: Today) -> None:
        title = Label(self.words("Inicio"))
        dress(title, Role.TITLE)
        day = Label(self.words.long_date(today.day))
        dress(day, Role.QUIET)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(day, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)

    def _add_concerns(self, column: QVBoxLayout, today: Today) -> None:
        self._add_heading(column, self.words("Qué necesita atención"))
        counting = [concern for concern in today.concerns if concern.count]
        for concern in counting:
            if concern.figure not in NEVER_URGENT:
                line = ConcernLine(concern, self.workspace)
                self.lines[concern.figure.name] = line
                column.addWidget(line)
        quiet = [concern for concern in counting if concern.figure in NEVER_URGENT]
        resting = [concern for concern in today.concerns if not concern.count]
        for said, concerns in ((self.words("Conviene llamar:"), quiet), (self.words("Al día:"), resting)):
            if concerns:
                links = quiet_line(said, concerns, self.workspace)
                self.lines.update(zip((each.figure.name for each in concerns), links.links, strict=True))
                column.addWidget(links)

    def _add_steps(self, column: QVBoxLayout, steps: Sequence[Step]) -> None:
        """Offer what the file still lacks, for as long as it does."""
        if not steps:
            return
        column.addSpacing(distance(1, self))
        self._add_heading(column, self.words("Qué sigue"))
        for each in steps:
            button = text_button(
                self.words(each.said), "arrow-right", partial(take_step, self.workspace, each), Role.LINK
            )
            self.steps.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_week(self, column: QVBoxLayout, week: Week) -> None:
        column.addSpacing(distance(1, self))
        title = self.words.plural("Vence en el próximo día", "Vence en los próximos {count} días", SOON)
        self._add_heading(column, title)
        if not week.count:
            self._add_quiet(column, self.words("Nada."))
            return
        self.week = WeekList(week, self.workspace)
        column.addWidget(self.week)

    def _add_plan(self, column: QVBoxLayout, plan: PlanOfToday) -> None:
        """Show how far each line of the plan is, the vacant ones as that; where there is none, the way to begin one."""
        if not plan.lines and plan.term.period_id is None:
            return
        column.addSpacing(distance(1, self))
        title = " · ".join(filter(None, (self.words("Plan de trabajo"), plan.term.name)))
        self._add_heading(column, title)
        if not plan.lines:
            self._add_quiet(column, self.words("Esta gestión todavía no tiene plan de trabajo."))
            begin = partial(self.workspace.room_wanted.emit, "plan", None)
            self.plan_beginning = text_button(self.words("Empezar el plan"), "arrow-right", begin, Role.LINK)
            column.addWidget(self.plan_beginning, 0, Qt.AlignmentFlag.AlignLeft)
        for line in plan.lines:
            card = self.cards[line.id] = LineCard(line, self.words)
            card.clicked.connect(partial(self.workspace.record_wanted.emit, "plan_line", line.id))
            column.addWidget(card)

    def _add_meeting(self, column: QVBoxLayout, meeting: NextMeeting | None) -> None:
        column.addSpacing(distance(1, self))
        self._add_heading(column, self.words("Próxima reunión"))
        if meeting is None:
            self._add_quiet(column, self.words("No hay ninguna reunión prevista."))
            begin = partial(self.workspace.new_wanted.emit, "meeting", {})
            self.beginning = text_button(self.words("Reunión nueva"), "plus", begin)
            column.addWidget(self.beginning, 0, Qt.AlignmentFlag.AlignLeft)
            return
        name = PushButton(meeting.name)
        dress(name, Role.BARE_LINK)
        name.clicked.connect(partial(self.workspace.record_wanted.emit, "meeting", meeting.id))
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        when = self.words.long_date(meeting.starts_on) if meeting.starts_on else self.words("Sin fecha")
        self._add_quiet(column, " · ".join(part for part in (meeting.body, when, meeting.place) if part))
        if meeting.missing:
            column.addWidget(Label(self.words("Pendiente para su dossier:")))
        for missing in meeting.missing[:MOST_MISSING]:
            self._add_bullet(column, missing.label)
        if len(meeting.missing) > MOST_MISSING:
            rest = len(meeting.missing) - MOST_MISSING
            self._add_quiet(column, self.words.plural("y {count} cosa más", "y {count} cosas más", rest))
        dossier = PushButton(self.words("Ver el dossier"))
        dossier.setIcon(icon("file-text"))
        dossier.clicked.connect(partial(self._open_dossier, meeting.id))
        column.addWidget(dossier, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_copy(self, column: QVBoxLayout) -> None:
        column.addSpacing(distance(1, self))
        self._add_heading(column, self.words("Copia verificada"))
        self._copy = Label(self._said_copy())
        self._copy.setWordWrap(True)
        column.addWidget(self._copy)
        button = PushButton(self.words("Guardar una copia…"))
        button.setIcon(icon("copy-simple"))
        button.clicked.connect(partial(self.workspace.command_wanted.emit, "backup"))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _said_copy(self) -> str:
        store = self.workspace.store
        made = self.workspace.preferences.settings.copies.get(str(store.path.absolute()))
        if made is None:
            return self.words("Todavía no se guardó una copia verificada de este archivo.")
        when = self.words.moment(datetime.fromisoformat(made.made_at).astimezone())
        return self.words("La última es del {when}: {path}", when=when, path=made.path)

    def _tell_copy(self) -> None:
        if self._copy is not None:
            self._copy.setText(self._said_copy())

    def _make_map(self, today: Today) -> QWidget:
        card = MapCard(self.workspace, today)
        self.map = card.map
        outer = QWidget()
        around = QVBoxLayout(outer)
        around.setContentsMargins(0, distance(2, self), distance(2, self), distance(2, self))
        around.addWidget(card)
        return outer

    def _make_doors(self) -> QWidget:
        page = QWidget()
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        column = QVBoxLayout(page)
        margin = distance(2, self)
        column.setContentsMargins(margin, distance(1.5, self), margin, margin)
        column.setSpacing(distance(1.5, self))
        title = Label(self.words("El archivo está vacío. ¿Por dónde empezar?"))
        dress(title, Role.TITLE)
        column.addWidget(title)
        words = self.words
        self.doors = {
            "import": Door(
                "download-simple",
                words("Importar una planilla"),
                words("Las ciudades miembro desde Excel, LibreOffice o CSV; se ve qué va a pasar antes de que pase."),
            ),
            "city": Door(
                "buildings",
                words("Escribir la primera ciudad"),
                words("Con el nombre alcanza: provincia, población y coordenadas se completan solas."),
            ),
            "sample": Door(
                "book-open", words("Abrir el ejemplo"), words("Un archivo de muestra, para mirar y probar sin riesgo.")
            ),
        }
        self.doors["import"].clicked.connect(partial(self.workspace.command_wanted.emit, "import"))
        self.doors["city"].clicked.connect(partial(self.workspace.new_wanted.emit, "municipality", {}))
        self.doors["sample"].clicked.connect(partial(self.workspace.command_wanted.emit, "open_sample"))
        for door in self.doors.values():
            column.addWidget(door)
        column.addStretch(1)
        return page

    def _add_heading(self, column: QVBoxLayout, text: str) -> None:
        heading = Label(text)
        dress(heading, Role.HEADING)
        column.addWidget(heading)

    def _add_quiet(self, column: QVBoxLayout, text: str) -> None:
        label = Label(text)
        label.setWordWrap(True)
        dress(label, Role.QUIET)
        column.addWidget(label)

    def _add_bullet(self, column: QVBoxLayout, text: str) -> None:
        label = Label(f"•  {text}")
        label.setWordWrap(True)
        column.addWidget(label)

    def _open_dossier(self, meeting: str) -> None:
        from ui.paper.report_dialog import ReportDialog

        open_dialog(ReportDialog(self.workspace, "board-pack", self.window(), record_id=meeting))
