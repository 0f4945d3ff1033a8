"""One row of a part inside the form of its record: its fields, what is wrong with them, what is to be chosen."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.records.catalog import PartInfo
from app.records.drafts import Draft, made_again, new_key
from app.records.reading import Record
from app.screens.layout import PartSection
from app.words.problems import Problem
from ui.form.card import Card
from ui.form.conflict_box import ConflictBox, Side
from ui.form.editors.contact import ContactEditor
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.editors.make import make_editor
from ui.form.editors.sibling import SiblingEditor, Siblings
from ui.form.edits import Edits
from ui.form.field_state import FieldState, RecordState
from ui.form.hint_box import HintBox
from ui.look.plain import Label, ToolButton
from ui.look.theme import Role, dress


class PartRow:
    """One row: its key, and an editor for each field. A new row has a key of its own before it is saved."""

    def __init__(self, part: PartInfo, section: PartSection, desk: Desk, record: Record | None) -> None:
        """Edit `record` as a row of `part`, laid out as `section` says, or a new row for None."""
        self.record = record
        self.id = record.id if record else new_key()
        self.desk = desk
        self.words = desk.words
        entity = desk.catalog[part.entity]
        infos = [entity.field(name) for name in (*section.fields, *section.more)]
        self.editors: dict[str, Editor] = {info.name: make_editor(info, desk, entity=entity.name) for info in infos}
        for editor in self.editors.values():
            if isinstance(editor, ContactEditor):
                editor.stand_beside(self.editors)
        self.fault = Label()
        self.fault.setWordWrap(True)
        self.fault.hide()
        dress(self.fault, Role.ERROR)
        self.hint = HintBox(desk.words)
        self.conflict = ConflictBox(desk.words)
        self.buttons: list[ToolButton] = []
        fields = {name: FieldState(editor) for name, editor in self.editors.items()}
        for info in infos:
            if record is not None:
                fields[info.name].show(record.values.get(info.name), record.titles.get(info.name, ""))
            self.editors[info.name].set_read_only(info.derived)
        lines = [[self.editors[name] for name in names] for names in (section.fields, section.more)]
        self.card = Card(lines, (self.fault, self.hint, self.conflict), desk.words)
        self.state = RecordState(entity, fields)
        self.state.begin(record)
        self.gone = False
        self._refused: dict[str, Problem] = {}
        self._place = ""
        self._told: dict[str, str] = {}
        """What is said of each field that is wrong."""

    def stand_among(self, siblings: Siblings) -> None:
        """Let fields that refer to another row of the part choose of `siblings`, but for this one."""
        for editor in self.editors.values():
            if isinstance(editor, SiblingEditor):
                editor.stand_among(lambda: [each for each in siblings() if each.id != self.id])

    def stand_at(self, number: int, part: str) -> None:
        """Tell of each field and button that it is of the row `number` of `part`, counted from 1."""
        self._place = self.words("fila {row} de {part}", row=self.words.number(number), part=part)
        for name, editor in self.editors.items():
            editor.tell(place=self._place, fault=self._told.get(name, ""))
        for button in self.buttons:
            button.setAccessibleDescription(self._place)

    def put(self, written: Mapping[str, Written]) -> None:
        """Let what is given stand in the fields of a new row, as if a person had written it."""
        for name, editor in self.editors.items():
            if name in written:
                editor.put(written[name])

    def stops(self) -> Iterator[QWidget]:
        """Return where the keyboard stops, in its order; an editor stands for all its parts."""
        yield from self.editors.values()
        yield from self.buttons
        yield from self.conflict.buttons

    @property
    def first(self) -> Editor:
        """The field in which one begins to write: what is guessed from another is no place to begin."""
        typed = (each for each in self.editors.values() if isinstance(each, ContactEditor))
        return next(typed, next(iter(self.editors.values())))

    def follow(self, edits: Edits) -> None:
        """Let what follows from what is written be of the same step of `edits`."""
        for editor in self.editors.values():
            if isinstance(editor, ContactEditor):
                editor.follow(edits)

    def give_buttons(self, buttons: Sequence[ToolButton]) -> None:
        """Show what can be done to the row."""
        self.buttons = list(buttons)
        self.card.add_buttons(buttons)

    def put_aside(self) -> None:
        """Show nothing of the row, which the person has taken away."""
        self.card.hide()

    def come_back(self) -> None:
        """Show the row as it was."""
        self.card.show()
        self.conflict.setVisible(self.gone)
        self.look_again()

    @property
    def empty(self) -> bool:
        """Whether nobody has written anything in a new row."""
        return self.record is None and not self.edited

    @property
    def edited(self) -> bool:
        """Whether the person has changed what the row holds."""
        return self.state.edited or any(self.typed_problems())

    @property
    def new(self) -> bool:
        """Whether the file is to get the row, for the first time or again."""
        return self.record is None or (self.gone and self.conflict.side is Side.MINE)

    @property
    def left_out(self) -> bool:
        """Whether the row is no more and stays so."""
        return self.gone and self.conflict.side is Side.THEIRS

    def draft(self) -> Draft:
        """Return what is written, without what derives: of a row that is saved what changed, with what was read."""
        entity = self.state.entity.name
        values = self.state.values()
        if self.record is None:
            # What is left out gets its default; what is None would be refused where it is required.
            return Draft(
                entity, self.id, {name: value for name, value in values.items() if value not in (None, "", ())}
            )
        draft = Draft(entity, self.id, values, read=self.state.read_of_edited())
        return made_again(self.desk.catalog, self.record, draft) if self.new else draft

    def removal(self) -> Draft:
        """Return the draft that removes the row as it was read."""
        return Draft(self.state.entity.name, self.id, read=dict(self.state.read))

    def typed_problems(self) -> Iterator[tuple[str, Problem]]:
        """Return what is wrong with what is typed, by field."""
        found = ((name, editor.problem()) for name, editor in self.editors.items())
        yield from ((name, problem) for name, problem in found if problem is not None)

    def faults(self) -> Iterator[tuple[Editor, str]]:
        """Return each field of which something is said, with that; what is of no field is said of the first."""
        of: dict[Editor, list[str]] = {}
        for name, said in self._told.items():
            of.setdefault(self.editors.get(name) or next(iter(self.editors.values())), []).append(said)
        yield from ((editor, " ".join(all_said)) for editor, all_said in of.items())

    def look_again(self) -> None:
        """Say what is wrong with what is typed, and what was refused of it."""
        found = [(name, editor.problem() or self._refused.get(name)) for name, editor in self.editors.items()]
        self.show_problems(
            [*found, *((name, each) for name, each in self._refused.items() if name not in self.editors)]
        )

    def refuse(self, name: str, problem: Problem) -> None:
        """Say what was refused of the row when it was saved, until something in the row changes."""
        self._refused[name] = problem
        self.look_again()

    def forgive(self, name: str = "") -> None:
        """Forget what was refused of a field, which is no longer what it was; without a name, of all of them."""
        self._refused = {each: problem for each, problem in self._refused.items() if name and each != name}
        if not self.fault.isHidden() and not any(self.typed_problems()):
            self.look_again()

    def show_problems(self, found: Sequence[tuple[str, Problem | None]]) -> None:
        """Say what is wrong with each named field; None takes back what was said."""
        self._told = {name: problem.say(self.words) for name, problem in found if problem is not None}
        self.fault.setText(" ".join(self._told.values()))
        self.fault.setVisible(bool(self._told))
        for name, problem in found:
            if name in self.editors:
                self.editors[name].set_faulty(problem is not None)
                self.editors[name].tell(place=self._place, fault=self._told.get(name, ""))
