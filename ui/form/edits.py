"""What a person wrote and has not saved, step by step, so that it is taken back one by one."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.form.editors.editor import Written


class Writing(Protocol):
    """Where a person writes: what stands there can be taken and put back."""

    def written(self) -> Written:
        """Return what stands there, wrong or not."""

    def write(self, written: Written) -> None:
        """Put back what `written` gave, and tell that it changed."""

    def input(self) -> QWidget:
        """Return the part that takes the keyboard."""


class Part(Protocol):
    """One of the things that a step changed."""

    def swap(self) -> QWidget:
        """Put back what was there before, and keep what is there now; return where it is seen."""

    def is_about(self, writing: Writing) -> bool:
        """Tell whether it is what stands in `writing`."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done at once: how it is called after «Deshacer:», in the person's language, and what it changed."""

    said: str
    parts: tuple[Part, ...]

    def is_about(self, writings: Collection[Writing]) -> bool:
        """Tell whether it changed what stands in one of `writings`."""
        return any(part.is_about(each) for part in self.parts for each in writings)


class Watched:
    """One field whose changes are steps: what stood in it when it was last looked at."""

    def __init__(self, writing: Writing, said: str) -> None:
        """Begin with what stands in `writing`."""
        self.writing = writing
        self.said = said
        self.seen = writing.written()


class FieldPart:
    """What stood in a field before a step."""

    def __init__(self, watched: Watched, kept: Written) -> None:
        """Keep `kept`."""
        self.watched = watched
        self.kept = kept

    def swap(self) -> QWidget:
        """Write what was kept."""
        writing = self.watched.writing
        kept, self.kept = self.kept, writing.written()
        writing.write(kept)
        self.watched.seen = writing.written()
        return writing.input()

    def is_about(self, writing: Writing) -> bool:
        """Tell whether it is what stands in `writing`."""
        return self.watched.writing is writing


class Edits(QObject):
    """The steps that can be taken back and those that can be made again; a save or another record leaves none."""

    changed = Signal()
    went = Signal(QWidget)
    """A step was taken back or made again: this is where it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without steps."""
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._watched: dict[Writing, Watched] = {}
        self._gathered: list[Part] | None = None
        self._typing: Watched | None = None
        self._busy = False

    @property
    def undo_said(self) -> str:
        """What undo takes back; empty for nothing."""
        return self._done[-1].said if self._done else ""

    @property
    def redo_said(self) -> str:
        """What redo makes again; empty for nothing."""
        return self._undone[-1].said if self._undone else ""

    def watch(self, writing: Writing, said: str) -> Watched:
        """Make steps of what the person writes in `writing`, each called `said`; whoever asks tells what it is told."""
        found = self._watched[writing] = Watched(writing, said)
        return found

    def note_field(self, watched: Watched) -> None:
        """Take the change of a field as a step: what is typed in one without leaving it is one."""
        before, watched.seen = watched.seen, watched.writing.written()
        if self._busy or before == watched.seen:
            return
        if self._gathered is not None:
            self._gathered.append(FieldPart(watched, before))
        elif self._typing is watched and self._done:
            self._go_on_typing(watched)
        else:
            self._push(Step(watched.said, (FieldPart(watched, before),)))
            self._typing = watched

    def note(self, said: str, part: Part) -> None:
        """Take a change that is done as a step."""
        self._push(Step(said, (part,)))

    @contextmanager
    def together(self, said: str, *, after: Writing | None = None) -> Iterator[None]:
        """Make one step of all that changes meanwhile; it is of the last step when that is about `after`."""
        self._gathered = []
        try:
            yield
        finally:
            parts, self._gathered = tuple(self._gathered), None
            if parts and after is not None and self._done and self._done[-1].is_about([after]):
                self._done[-1] = Step(self._done[-1].said, (*self._done[-1].parts, *parts))
            elif parts:
                self._push(Step(said, parts))

    def settle(self, watched: Watched) -> None:
        """Let what is written next be another step: the person has left the field, or chosen something."""
        watched.seen = watched.writing.written()
        self._typing = None

    def undo(self) -> None:
        """Take the last step back."""
        self._move(self._done, self._undone)

    def redo(self) -> None:
        """Make again what was taken back last."""
        self._move(self._undone, self._done)

    def clear(self) -> None:
        """Forget all steps: what stands there is what is saved."""
        for watched in self._watched.values():
            watched.seen = watched.writing.written()
        self._keep([], [])

    def forget(self, writings: Collection[Writing]) -> None:
        """Forget the steps that changed what stands in `writings`."""
        for each in writings:
            self._watched[each].seen = each.written()
        self._keep(*([step for step in steps if not step.is_about(writings)] for steps in (self._done, self._undone)))

    def look_again(self) -> None:
        """Forget the steps of the fields in which something else than the person has written meanwhile."""
        self.forget([each for each, watched in self._watched.items() if watched.seen != each.written()])

    def drop(self, writings: Collection[Writing]) -> None:
        """Forget fields that are no more, with their steps."""
        self.forget(writings)
        for each in writings:
            del self._watched[each]

    def _go_on_typing(self, watched: Watched) -> None:
        first = self._done[-1].parts[0]
        if isinstance(first, FieldPart) and first.kept == watched.seen:
            self._typing = None
            self._swap(self._done.pop().parts[1:])  # what was there before is written again, and what followed goes
        self.changed.emit()

    def _push(self, step: Step) -> None:
        self._typing = None
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def _move(self, steps: list[Step], others: list[Step]) -> None:
        if not steps:
            return
        step = steps.pop()
        others.append(step)
        self._typing = None
        seen = self._swap(step.parts)
        self.changed.emit()
        self.went.emit(seen[-1])

    def _swap(self, parts: Sequence[Part]) -> list[QWidget]:
        self._busy = True
        try:
            return [part.swap() for part in reversed(parts)]
        finally:
            self._busy = False

    def _keep(self, done: list[Step], undone: list[Step]) -> None:
        self._typing = None
        changed = (len(done), len(undone)) != (len(self._done), len(self._undone))
        self._done, self._undone = done, undone
        if changed:
            self.changed.emit()
