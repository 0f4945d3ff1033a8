"""What every editor of a field can do, and what it may ask of the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.records.catalog import Catalog, FieldInfo
from app.records.reading import Hit
from app.words.problems import Problem, ProblemError
from app.words.values import read_value, show_value
from app.words.words import Words
from ui.look.theme import set_property
from ui.work.pause import Pausing, at_once

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted

NOTHING_KNOWN: Mapping[str, object] = MappingProxyType({})
"""What is known of a record that is made on the way, beside its name."""


class References(Protocol):
    """Where editors of references look for records, and what they do with one."""

    def choose(self, entity: str, text: str) -> Sequence[Hit]:
        """Return the records of `entity` that `text` may mean, likeliest first."""

    def search(self, text: str) -> Sequence[Hit]:
        """Return the records of any kind that have the words of `text`, kind by kind."""

    def titles(self, entity: str, ids: Sequence[str]) -> Mapping[str, str]:
        """Return what each record is called."""

    def open(self, entity: str, id: str) -> None:
        """Show the record in its room."""

    def create(
        self, entity: str, text: str, done: Callable[[str], None], values: Mapping[str, object] = NOTHING_KNOWN
    ) -> None:
        """Let the person make a record that begins with `text` and `values`, and hand its key to `done`."""


Pasting = Callable[[str, "Destination", Callable[["Pasted"], None]], object]
"""Reads a text as rows of a destination and hands them over."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What editors are given: the language of the person, the kinds of record, and those that references point to.

    `pausing` makes of a piece of reading one that waits while something is being written; `today` returns the day by
    which "ayer" is a date, where there is one. `paste` reads rows that were copied from a spreadsheet, beside the
    window.
    """

    words: Words
    catalog: Catalog
    references: References | None = None
    pausing: Pausing = at_once
    today: Callable[[], date] | None = None
    paste: Pasting | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in an editor, wrong or not: its value, what is typed over that, what a referenced record is called.

    The title is no part of what the person wrote: it may be read later than the value.
    """

    value: object
    typed: object = None
    title: str = field(default="", compare=False)


class Editor(QWidget):
    """An editor of one field. None is the value of what is not recorded."""

    changed = Signal()
    """The person has changed something; the value may be wrong while they still type."""
    settled = Signal()
    """The person has left the field: now is the moment to say what is wrong."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Edit the field that `info` describes."""
        super().__init__(parent)
        self.info = info
        self.desk = desk
        self.words = desk.words
        self.country = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def value(self) -> object:
        """Return the value, typed as its kind says; None when nothing is recorded or what is typed is wrong."""
        raise NotImplementedError

    def set_value(self, value: object, title: str = "") -> None:
        """Show `value`, without a signal; `title` is what a referenced record is called, when that is known."""
        raise NotImplementedError

    def written(self) -> Written:
        """Return what stands in the editor, as `write` takes it."""
        return Written(self.value())

    def write(self, written: Written) -> None:
        """Put back what `written` gave, as the person does: with the signal."""
        self.put(written)
        self.changed.emit()

    def put(self, written: Written) -> None:
        """Show what `written` gave, without a signal."""
        self.set_value(written.value, written.title)

    def problem(self) -> Problem | None:
        """Return what is wrong with what is typed, if anything."""
        return None

    def set_country(self, country: str) -> None:
        """Take numbers and subdivisions as those of `country` (ISO 3166-1, or "")."""
        self.country = country

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied but not changed."""
        self.setEnabled(not read_only)

    def enter_by(self, part: QWidget) -> None:
        """Let the keyboard come into the editor by `part`, and its parts keep together where Tab is ordered anew.

        Qt moves the parts with a widget only if that can itself have the keyboard: left behind, it would take Tab.
        """
        self.setFocusProxy(part)
        self.setFocusPolicy(part.focusPolicy())

    def input(self) -> QWidget:
        """Return the part that takes the keyboard, for labels, names and focus."""
        return self.focusProxy() or self

    def name_input(self, label: str, help_text: str) -> None:
        """Tell whoever cannot see the label what this field is."""
        self.input().setAccessibleName(label)
        self.input().setAccessibleDescription(help_text)
        for button in self.buttons():
            button.setAccessibleDescription(label)

    def tell(self, *, place: str = "", fault: str = "") -> None:
        """Tell what this field is, in which `place` it stands among its like, and what is wrong with it.

        That it has to be filled in is told in words, since Qt has no state for it.
        """
        field, words = self.info.field, self.words
        label, required = words(self.info.written_label), words("Obligatorio.") if field.required else ""
        told = " ".join(part for part in (required, fault, words(field.help)) if part)
        self.name_input(f"{label}, {place}" if place else label, told)

    def buttons(self) -> Sequence[QWidget]:
        """Return what can be pressed beside the part that takes the keyboard."""
        return ()

    def set_faulty(self, faulty: bool) -> None:
        """Wear the edge of a field that has a problem."""
        part = self.input()
        if bool(part.property("faulty")) != faulty:
            set_property(part, "faulty", faulty)

    def shown(self, value: object) -> str:
        """Write `value` as people read it."""
        return show_value(self.info.field, value, self.words)

    def read(self, text: str) -> tuple[object, Problem | None]:
        """Read what was typed: the value, or what is wrong with it."""
        try:
            today = self.desk.today() if self.desk.today is not None else None
            return read_value(self.info.field, text, self.words, country=self.country, today=today), None
        except ProblemError as error:
            return None, error.problems[0]
