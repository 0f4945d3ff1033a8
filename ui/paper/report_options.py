"""The options of a report: what it is about, which parts it has, and in which language it is."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app.records.catalog import FieldInfo
from app.reports.report import Report
from app.words.fields import Field, Kind
from app.words.problems import ProblemError
from app.words.words import mark
from ui.form.editors.combo import Combo
from ui.form.field_box import FieldBox
from ui.look.problem import ProblemBox
from ui.look.scroll import scrolled
from ui.look.theme import Role, dress
from ui.work.workspace import Workspace

LANGUAGE_NAMES: Mapping[str, str] = {"es": "Español", "pt": "Português", "en": "English"}
"""Each language in its own words, whatever the language of the window."""

ASKED: tuple[FieldInfo, ...] = (
    FieldInfo("meeting_id", Field(mark("Reunión"), Kind.REFERENCE, required=True, width=28), "meeting"),
    FieldInfo("municipality_id", Field(mark("Ciudad"), Kind.REFERENCE, required=True, width=28), "municipality"),
    FieldInfo("day", Field(mark("En la fecha"), Kind.DATE), ""),
    FieldInfo("country", Field(mark("País"), Kind.COUNTRY, help=mark("Vacío: todos los países.")), ""),
)
"""What a report may ask beside its parts, by the name of its option; what it does not have is not asked."""

SHORT_NAMES: Mapping[str, str] = {"meeting": "meeting_id", "municipality": "municipality_id"}
"""What callers may say for short."""


LEADING: Mapping[str, str] = {"board-pack": "meeting_id", "municipality": "municipality_id"}
"""What a report is about: without it there is nothing to begin with."""


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
        self.parts: dict[str, QCheckBox] = {}
        self.languages = Combo()
        self._given = {SHORT_NAMES.get(name, name): value for name, value in given.items()}
        self._start = self._usual()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._ask_language()
        self._ask_fields()
        self._ask_parts()
        self._column.addStretch(1)
        self._lay_out()

    def language(self) -> str:
        """Return the language of the report."""
        return str(self.languages.currentData())

    def value(self) -> object | None:
        """Return the options; None while something that the report needs is missing or wrong."""
        if self._start is None:
            return None
        values: dict[str, object] = {name: box.isChecked() for name, box in self.parts.items()}
        for name, box in self.boxes.items():
            found = box.editor.value()
            if box.editor.problem() is not None or (found is None and box.info.field.required):
                return None
            values[name] = found if found is not None or name != "country" else ""
        made: object = replace(self._start, **values)
        return made

    def _usual(self) -> Any:  # noqa: ANN401  each report has options of its own
        """Return the options to begin with; None while the person has to say first what the report is about."""
        about = self._given.get(LEADING.get(self.report.name, ""))
        try:
            usual = self._options_about(about) if about else self.report.defaults(self.workspace.store)
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return None
        return replace(usual, **self._given)

    def _options_about(self, key: object) -> Any:  # noqa: ANN401  each report has options of its own
        if self.report.options_for is None:
            return self.report.defaults(self.workspace.store)
        return self.report.options_for(self.workspace.store, str(key))

    def _ask_language(self) -> None:
        label = QLabel(self.words("Idioma del informe"))
        label.setBuddy(self.languages)
        self.languages.setAccessibleName(self.words("Idioma del informe"))
        for code, name in LANGUAGE_NAMES.items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(self.words.language))
        self.languages.activated.connect(self.changed)
        self._column.addWidget(label)
        self._column.addWidget(self.languages)

    def _ask_fields(self) -> None:
        leading = {LEADING[self.report.name]} if self.report.name in LEADING else set()
        known = {each.name for each in fields(self._start)} if self._start is not None else leading
        for info in ASKED:
            if info.name in known:
                box = FieldBox(info, self.workspace.desk)
                box.set_value(getattr(self._start, info.name, None) or None)
                box.editor.settled.connect(self._on_settled)
                self.boxes[info.name] = box
                self._column.addWidget(box)

    def _on_settled(self) -> None:
        """Begin with the options of what the person has just named, when there were none to begin with."""
        if self._start is None:
            self._given = {name: box.editor.value() for name, box in self.boxes.items() if box.editor.value()}
            self._start = self._usual() if self._given else None
            if self._start is not None:
                self.problems.show_problems([])
        self.changed.emit()

    def _ask_parts(self) -> None:
        if not self.report.parts:
            return
        heading = QLabel(self.words("Partes"))
        dress(heading, Role.HEADING)
        self._column.addWidget(heading)
        for name, text in self.report.parts.items():
            box = QCheckBox(self.words(text))
            box.setChecked(bool(getattr(self._start, name, True)))
            box.toggled.connect(lambda _on: self.changed.emit())
            self.parts[name] = box
            self._column.addWidget(box)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setLayout(self._column)
        area = scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.problems)
        column.addWidget(area, 1)
