"""The form of a record, made from a layout written by hand and the facts of its fields."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.records.conflicts import Conflict
from app.records.drafts import Draft, made_again
from app.records.reading import Record
from app.screens.layout import FormLayout, PartSection, Section
from app.words.fields import Kind, UnitIn
from app.words.problems import Place, Problem
from ui.form.conflict_box import ConflictBox, Side, ask_about
from ui.form.editors.decimals import DecimalEditor
from ui.form.editors.editor import Desk
from ui.form.edits import Edits
from ui.form.fault_bar import Fault
from ui.form.field_box import FieldBox, watch
from ui.form.field_state import RecordState
from ui.form.filling import Filling
from ui.form.form_top import FormTop
from ui.form.parts import PartsGrid
from ui.form.rare_fields import RareFields
from ui.look.columns import Columns
from ui.look.plain import Label
from ui.look.scroll import bring_into_view
from ui.look.tab_order import lead_to
from ui.look.theme import Role, distance, dress

WIDEST = 120
"""Characters beyond which a form grows no wider: longer lines are hard to read."""


class Form(QScrollArea):
    """Shows a record, lets it be edited in place and says beside each field what is wrong with it."""

    changed = Signal()

    def __init__(self, layout: FormLayout, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay out the fields of an entity; KeyError for a name that it does not have."""
        super().__init__(parent)
        self.words = desk.words
        self.desk = desk
        self.entity = desk.catalog[layout.entity]
        units = (each.field.unit for each in self.entity.fields)
        self._units = frozenset(unit.field for unit in units if isinstance(unit, UnitIn))
        self.edits = Edits(self)
        self.filling = Filling(self.entity)
        self.boxes: dict[str, FieldBox] = {}
        self.parts: dict[str, PartsGrid] = {}
        self.rare: list[RareFields] = []
        self.top = FormTop(self.words, self.go_to)
        """What is said above what is scrolled: whoever lays out the form puts it there, where it is heard too."""
        self.problems, self.faults, self.seal = self.top.problems, self.top.faults, self.top.seal
        self.gone = ConflictBox(self.words)
        self._record: Record | None = None
        self._page = QWidget()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stops at its fields
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._page)  # while it is empty: Qt dresses anew all that comes with it
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(8)
        self._column.addWidget(self.gone)
        for section in layout.sections:
            self._add_section(section)
        self.state = RecordState(self.entity, {name: box.state for name, box in self.boxes.items()})
        self._column.addStretch(1)
        self._page.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        self.changed.connect(self._look_at_faults)

    def stand_flush(self) -> None:
        """Stand in a dialog, whose own margins align it with the heading."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self.top.stand_flush()

    def set_record(self, record: Record | None, defaults: Mapping[str, object] | None = None) -> None:
        """Show `record`; for None a form for a new one, with what it would have anyway, begun with `defaults`."""
        self._record = record
        usual = {each.name: each.default for each in self.entity.stored}
        values = record.values if record else usual
        titles = record.titles if record else {}
        for name, box in self.boxes.items():
            box.set_value(values.get(name), titles.get(name, ""))
        self.state.begin(record)
        for name, grid in self.parts.items():
            grid.set_records(record.parts.get(name, ()) if record else ())
            if record is None:
                grid.propose()
        for name, value in (defaults or {}).items():
            self.boxes[name].fill(value)
        for rare in self.rare:
            rare.begin()
        self.filling.begin(self._values())
        self.edits.clear()
        self.top.show_seal(record, self.desk)
        self._say([], [])
        self.gone.hide()
        self._tell_others()
        self.verticalScrollBar().setValue(0)

    def refresh(self, record: Record) -> None:
        """Show what another operation made of the record, but for what the person is writing."""
        self._record = record
        self.gone.hide()
        shown = self.state.refresh(record)
        for name in shown:
            self.boxes[name].forgive()
        for rare in self.rare:
            rare.open_for_values(shown)
        for name, grid in self.parts.items():
            grid.refresh(record.parts.get(name, ()))
        self.edits.look_again()
        self.top.show_seal(record, self.desk)
        self._say_above()
        self._tell_others()
        self.changed.emit()

    def value(self, name: str) -> object:
        """Return what is written in a field; KeyError when the form has none of that name."""
        return self.boxes[name].editor.value()

    def fill(self, values: Mapping[str, object], said: str = "", *, follows: Collection[str] = ()) -> None:
        """Write values for the person, such as those of the place chosen in the gazetteer, as one step called `said`.

        What the last choice wrote goes with it; what the person wrote stays, but for the fields that `follows` names.
        """
        with self.edits.together(said):
            for name, value in self.filling.plan(values, self._values(), follows=follows).items():
                if name not in self.state.sealed:
                    self.boxes[name].fill(value)

    def draft(self) -> Draft:
        """Return what the person has changed of the record, with what was read; of a new one all that is written."""
        values = self.state.values()
        parts = {name: rows for name, grid in self.parts.items() if (rows := grid.changes())}
        if self._record is None:
            written = {name: box.editor.value() for name, box in self.boxes.items() if not box.info.derived}
            values = {name: value for name, value in written.items() if value not in (None, "", ())} | values
            return Draft(self.entity.name, None, values, parts)
        draft = Draft(self.entity.name, self._record.id, values, parts, self.state.read_of_edited())
        return made_again(self.desk.catalog, self._record, draft) if self.gone.side is Side.MINE else draft

    @property
    def left_out(self) -> bool:
        """Whether the record is no more and the person leaves it at that."""
        return self.gone.side is Side.THEIRS

    @property
    def dirty(self) -> bool:
        """Whether leaving would lose something, a choice between two values among it."""
        asking = any(not box.isHidden() for box in self._conflicts())
        return asking or self.state.edited or any(grid.edited for grid in self.parts.values())

    @property
    def waiting(self) -> bool:
        """Whether a choice between two values is offered and none made."""
        return any(box.waiting for box in self._conflicts())

    def _conflicts(self) -> Iterator[ConflictBox]:
        yield self.gone
        yield from (box.conflict for box in self.boxes.values())
        yield from (box for grid in self.parts.values() for box in grid.conflicts())

    def typed_problems(self) -> list[Problem]:
        """Return what is wrong with what is typed, each with its field as `show_problems` takes it."""
        found = [
            replace(problem, place=Place(field=name))
            for name, box in self.boxes.items()
            if (problem := box.editor.problem()) is not None
        ]
        return found + [problem for grid in self.parts.values() for problem in grid.typed_problems()]

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say each problem beside its field (`place.field`; of a part, "part.key.field"), or on top.

        Above the form a link leads to each of those fields, for as long as something is wrong there.
        """
        for box in self.boxes.values():
            box.refuse(None)
        for grid in self.parts.values():
            grid.forgive()
        loose = [problem for problem in problems if not self._show_beside(problem)]
        for rare in self.rare:
            rare.open_for_problems()
        found = self._found_faults()
        self._say(loose, found)
        if found:
            self.faults.announce()
            self.go_to(found[0].place)

    def show_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Offer both sides of each conflict beside its field or row, on top when the record itself is no more."""
        self._say([], [])
        asked = [self._ask(conflict) for conflict in conflicts]
        for rare in self.rare:
            rare.open_for_problems()
        first = min(asked, key=lambda box: box.mapTo(self._page, QPoint()).y())
        self.changed.emit()
        first.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self, first)

    def focus_first(self, known: Container[str] = ()) -> None:
        """Go to the first field that nobody sealed; the `known` ones are filled already."""
        free = (box.editor for name, box in self.boxes.items() if name not in known and name not in self.state.sealed)
        first = next((each.input() for each in free), self.first_input())
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_input(self) -> QWidget | None:
        """Return where writing begins; None for a form without fields."""
        return next((box.editor.input() for box in self.boxes.values()), None)

    def go_to(self, seen: QWidget) -> None:
        """Go to one of the widgets of the form, out of its fold."""
        for rare in self.rare:
            if rare.isAncestorOf(seen):
                rare.open()
        seen.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self, seen)

    def show_whole(self, seen: QWidget) -> None:
        """Scroll to one of the widgets of the form, whole, once it has its place."""
        bring_into_view(self, seen, 24)

    def focus_on(self, name: str) -> None:
        """Go to the field or part called `name`, to the first field when the form has none of that name.

        A part without rows begins with one to write in.
        """
        if name in self.boxes:
            self.go_to(self.boxes[name].editor)
        elif name in self.parts and not self.parts[name].rows:
            self.parts[name].add()
        elif name in self.parts:
            self.go_to(self.parts[name].first_stop())
        else:
            self.focus_first()

    def set_country(self, country: str) -> None:
        """Take phones and subdivisions as those of `country`, for forms that have no field of country."""
        for box in self.boxes.values():
            box.editor.set_country(country)
        for grid in self.parts.values():
            grid.set_country(country)

    def _found_faults(self) -> list[Fault]:
        """Return where something is wrong, from the top to the bottom."""
        found = [
            Fault(self.words(box.info.written_label), box.fault.text(), box.editor)
            for box in self.boxes.values()
            if box.faulty
        ]
        found += [fault for grid in self.parts.values() for fault in grid.faults()]
        return sorted(found, key=lambda fault: fault.place.mapTo(self._page, QPoint()).y())

    def _look_at_faults(self) -> None:
        """Lead no more to what is mended."""
        if not self.faults.isHidden() and self.faults.show_faults(self._found_faults()):
            self._say_above()

    def _say(self, loose: Iterable[Problem], faults: Sequence[Fault]) -> None:
        self.problems.show_problems(loose)
        self.faults.show_faults(faults)
        self._say_above()

    def _say_above(self) -> None:
        self.top.fit()
        if (before := self.first_input()) is not None:
            lead_to((*self.top.links(), *self.faults.links), before)

    def _show_beside(self, problem: Problem) -> bool:
        name, _, rest = problem.place.field.partition(".")
        if name in self.boxes and not rest:
            self.boxes[name].refuse(problem)
            return True
        key, _, field = rest.partition(".")
        return name in self.parts and self.parts[name].show_problem(key, field, problem)

    def _ask(self, conflict: Conflict) -> ConflictBox:
        if conflict.part:
            return self.parts[conflict.part].ask(conflict)
        name = next((name for name in conflict.mine if name in self.boxes), "")
        box = self.boxes[name].conflict if name else self.gone
        ask_about(box, conflict, self.entity.name, self.desk, partial(self._decide, conflict))
        return box

    def _decide(self, conflict: Conflict, side: Side) -> None:
        self.state.decide(conflict.mine, conflict.theirs, keep_mine=side is Side.MINE)
        self.edits.look_again()
        self.changed.emit()

    def _add_section(self, section: Section | PartSection) -> None:
        if section.title:
            heading = Label(self.words(section.title))
            dress(heading, Role.HEADING)
            self._column.addSpacing(distance(1, self))
            self._column.addWidget(heading)
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            dress(line, Role.HAIRLINE)
            self._column.addWidget(line)
        if isinstance(section, PartSection):
            self._add_part(section)
        else:
            for row in section.front_rows():
                self._column.addLayout(self._make_row(row))
            if section.rare:
                self._add_rare(section)

    def _add_part(self, section: PartSection) -> None:
        part = next((each for each in self.entity.parts if each.name == section.part), None)
        if part is None:
            raise KeyError(f"{self.entity.name}.{section.part}")
        grid = PartsGrid(part, section, self.desk, self.edits)
        grid.changed.connect(self.changed)
        grid.went.connect(self.show_whole)
        self.parts[part.name] = grid
        self._column.addWidget(grid)

    def _add_rare(self, section: Section) -> None:
        rows = [(self._make_row(names), [self.boxes[name] for name in names]) for names in section.rare_rows()]
        rare = RareFields(self.words, rows, self._column.spacing())
        rare.opened.connect(partial(bring_into_view, self, rare))
        self.rare.append(rare)
        self._column.addWidget(rare)

    def _make_row(self, names: tuple[str, ...]) -> Columns:
        line = Columns(spacing=distance(2, self))
        spans = column_spans([self.entity.field(name).field.width for name in names])
        for name, span in zip(names, spans, strict=True):
            box = FieldBox(self.entity.field(name), self.desk)
            watch(self.edits, box.editor, self.words)
            box.changed.connect(self.changed)
            if box.info.field.kind is Kind.COUNTRY:
                box.editor.settled.connect(partial(self._leave_country, box))
            if box.info.field.kind is Kind.COUNTRY or name in self._units:
                box.changed.connect(self._tell_others)
            self.boxes[name] = box
            line.add(box, span)
        return line

    def _values(self) -> dict[str, object]:
        return {name: box.editor.value() for name, box in self.boxes.items() if not box.info.derived}

    def _leave_country(self, country: FieldBox) -> None:
        """Empty the subdivision that a choice wrote once the person has written another country than its own."""
        code = country.editor.value()
        for name, box in self.boxes.items():
            value = box.editor.value()
            if (
                box.info.field.kind is Kind.SUBDIVISION
                and code is not None
                and not str(value or "").startswith(f"{code}-")
                and self.filling.is_chosen(name, value)
            ):
                with self.edits.together("", after=country.editor):
                    box.fill(None)

    def _tell_others(self) -> None:
        """Tell editors what they take from another field: the country of a phone, the unit of a measure."""
        countries = (box for box in self.boxes.values() if box.info.field.kind is Kind.COUNTRY)
        first = next(countries, None)
        if first is not None:
            self.set_country(str(first.editor.value() or ""))
        for box in self.boxes.values():
            unit = box.info.field.unit
            if isinstance(unit, UnitIn) and unit.field in self.boxes and isinstance(box.editor, DecimalEditor):
                said = self.boxes[unit.field].editor
                box.editor.set_unit(said.shown(said.value()))


def column_spans(widths: Sequence[int]) -> list[int]:
    """Return the twelfths of the page that fields of `widths` (in characters) take, so that lines align.

    Two fields share it by halves or thirds; more of them evenly.
    """
    if len(widths) != 2:  # noqa: PLR2004 - two fields of unlike widths are the case that needs a rule
        return [12 // max(1, len(widths))] * len(widths)
    first = max(widths[0], 12) / (max(widths[0], 12) + max(widths[1], 12))
    span = min((4, 6, 8), key=lambda each: abs(each / 12 - first))
    return [span, 12 - span]
