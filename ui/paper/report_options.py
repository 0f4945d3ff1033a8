"""The options of a report: what it is about, which parts it has, and in which language it is."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reports.report import Report
from app.words.fields import Kind
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from ui.form.editors.combo import Combo
from ui.form.field_box import FieldBox
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.plain import CheckBox, Label
from ui.look.problem import ProblemBox
from ui.look.scroll import scrolled
from ui.look.theme import Role, dress
from ui.work.workspace import Workspace

LANGUAGE_NAMES: Mapping[str, str] = {"es": "Español", "pt": "Português", "en": "English"}
"""Each language in its own words, whatever the language of the window."""
MANY = 10
"""Parts from which on there is a way to tick all or none of them at once."""


class ReportOptions(QWidget):
    """The options as they stand; a wrong one stands with its reason."""

    changed = Signal()

    def __init__(self, workspace: Workspace, report: Report[Any, Any], given: Mapping[str, object]) -> None:
        """Begin with the usual options of `report`, but for those `given`."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.report = report
        self.problems = ProblemBox(self.words)
        self.boxes: dict[str, FieldBox] = {}
        self.checks: dict[str, CheckBox] = {}
        self.parts: dict[str, CheckBox] = {}
        self.languages = Combo()
        self.empty = ProblemBox(self.words)
        self.empty.show_problems([Problem(mark("El informe no tiene ninguna parte."), mark("Marque al menos una."))])
        self.empty.hide()
        self._given = dict(given)
        self._begun = False
        self._remembered_as = ""
        self._usual_parts = frozenset(part.name for part in report.parts if part.is_usual)
        self._begin = workspace.pausing(self._show_usual, self)
        self._recall = workspace.pausing(self._recall_parts, self)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._ask_language()
        self._ask_fields()
        self._ask_parts()
        self._column.addStretch(1)
        self._lay_out()
        self.setEnabled(False)
        if self._given and report.remembered_by is None:
            self._show_usual()
        else:
            self._begin()

    def language(self) -> str:
        """Return the language of the report."""
        return str(self.languages.currentData())

    def value(self) -> object | None:
        """Return the options; None while something that the report needs is missing or wrong, or not read yet."""
        if not self._begun:
            return None
        values = dict(self._given)
        values.update({name: box.isChecked() for name, box in self.checks.items()})
        for name, box in self.boxes.items():
            values[name] = box.editor.value()
            if box.editor.problem() is not None or (values[name] is None and box.info.field.required):
                return None
        if self.parts:
            values["parts"] = frozenset(self._ticked())
            if not values["parts"]:
                return None
        made: object = self.report.options(**values)
        return made

    def _show_usual(self) -> None:
        """Show the options to begin with, and let the person say others."""
        start = self._usual()
        for name, box in self.boxes.items():
            box.set_value(getattr(start, name, None))
        for name, check in self.checks.items():
            check.setChecked(bool(getattr(start, name, None)))
        self._usual_parts = getattr(start, "parts", self._usual_parts)
        self._tick(self._usual_parts)
        self._recall_parts()
        self._say_whether_empty()
        self._begun = True
        self.setEnabled(True)
        self.changed.emit()

    def _usual(self) -> object | None:
        """Return the options to begin with; None while the person has to say first what the report is about."""
        try:
            usual: object = self.report.options(**self._given) if self._given else self._defaults()
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return None
        return usual

    def _defaults(self) -> object:
        return self.report.defaults(self.workspace.store)

    def _ask_language(self) -> None:
        label = Label(self.words("Idioma del informe"))
        label.setBuddy(self.languages)
        self.languages.setAccessibleName(self.words("Idioma del informe"))
        for code, name in LANGUAGE_NAMES.items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(self.words.language))
        self.languages.activated.connect(self.changed)
        self._column.addWidget(label)
        self._column.addWidget(self.languages)

    def _ask_fields(self) -> None:
        for info in self.report.asked(self.workspace.catalog, str(self._given.get("entity", ""))):
            if info.field.kind is Kind.BOOLEAN:
                self.checks[info.name] = self._add_check(info.field.label)
                continue
            box = FieldBox(info, self.workspace.desk)
            box.editor.settled.connect(self._on_settled)
            self.boxes[info.name] = box
            self._column.addWidget(box)

    def _on_settled(self) -> None:
        """Take back what was said of something missing, once nothing is missing any more."""
        if self.value() is not None:
            self.problems.show_problems([])
        if self.report.remembered_by is not None:
            self._recall()
        self.changed.emit()

    def _recall_parts(self) -> None:
        """Tick what the person ticked the last time of what this is about now, the usual parts where that was never."""
        box = self.boxes.get("record_id")
        about = self.report.remembered_as(self.workspace.store, str(box.editor.value() or "")) if box else ""
        if about != self._remembered_as:
            self._remembered_as = about
            self._tick(self.workspace.preferences.settings.parts.get(about, self._usual_parts))

    def _tick(self, names: Collection[str]) -> None:
        for name, part in self.parts.items():
            part.setChecked(name in names)

    def _ticked(self) -> list[str]:
        return [name for name, box in self.parts.items() if box.isChecked()]

    def _tick_as_asked(self, names: Collection[str]) -> None:
        self._tick(names)
        self._remember()

    def _remember(self) -> None:
        """Keep what the person has ticked, where it is remembered of what this is about."""
        if self._remembered_as:
            name, ticked = self._remembered_as, self._ticked()
            self.workspace.preferences.keep(lambda settings: settings.with_parts(name, ticked))

    def _ask_parts(self) -> None:
        if not self.report.parts:
            return
        heading = Label(self.words("Partes"))
        dress(heading, Role.HEADING)
        self._column.addWidget(heading)
        for part in self.report.parts:
            self.parts[part.name] = self._add_check(part.label)
            self.parts[part.name].clicked.connect(self._remember)
        if len(self.parts) >= MANY:
            both = Flow(spacing=16)
            for text, name, ticked in (
                (self.words(mark("Todas", "parts")), self.words("Marcar todas las partes"), self.parts),
                (self.words(mark("Ninguna", "parts")), self.words("No marcar ninguna parte"), ()),
            ):
                button = text_button(text, "", partial(self._tick_as_asked, ticked), Role.BARE_LINK)
                button.setAccessibleName(name)
                both.addWidget(button)
            self._column.insertLayout(self._column.indexOf(heading) + 1, both)

    def _add_check(self, text: str) -> CheckBox:
        box = CheckBox(self.words(text))
        box.toggled.connect(self._on_ticked)
        self._column.addWidget(box)
        return box

    def _on_ticked(self) -> None:
        self._say_whether_empty()
        self.changed.emit()

    def _say_whether_empty(self) -> None:
        """Say that a paper without any part is none, which would be printed as a blank page."""
        self.empty.setVisible(bool(self.parts) and not self._ticked())

    def _lay_out(self) -> None:
        page = QWidget()
        page.setLayout(self._column)
        area = scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.problems)
        column.addWidget(self.empty)
        column.addWidget(area, 1)
