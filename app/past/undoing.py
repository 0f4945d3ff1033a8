"""Operations taken back: one of them, or all since a moment; and what stands in the way of it, in words."""

from collections.abc import Sequence
from dataclasses import replace

from app.past.said import BACK_TO
from app.records.history import naming_the_record
from app.records.rules.standing import ensure_rules, keeping_rules
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.journal import story
from db.journal.story import Operation
from db.journal.tables import OperationKind, operations
from db.store import Store
from db.titles import Title


def undoable(store: Store, number: int) -> Operation:
    """Return the operation `number`; ProblemError when there is none or when it cannot be taken back."""
    found = _find(store, number)
    if found is None:
        raise ProblemError(
            Problem(
                mark("No hay ninguna operación {number} en este archivo."),
                mark("«enlace history» muestra el número de cada una."),
                values={"number": number},
            )
        )
    if found.kind is OperationKind.START:
        raise ProblemError(
            Problem(
                mark("La operación {number} no se deshace: es con lo que empezó el archivo."), values={"number": number}
            )
        )
    if found.undone:
        raise ProblemError(Problem(mark("La operación {number} ya está deshecha."), values={"number": number}))
    return found


def last_undoable(store: Store, *, redo: bool = False) -> int | None:
    """Return the number of the operation that undo, or redo, would take back; None when there is none."""
    with store.reading() as session:
        connection = session.connection()
        return story.next_redo(connection) if redo else story.next_undo(connection)


def numbers_after(store: Store, number: int) -> tuple[int, ...]:
    """Return the numbers of what was done after the operation `number`: taking all back leads back to then."""
    with store.reading() as session:
        return tuple(story.numbers_after(session.connection(), number))


def title_of(store: Store, numbers: Sequence[int]) -> Title:
    """Return the title of the undo of these operations: that of one, or the return to the moment before several."""
    with store.reading() as session:
        connection = session.connection()
        if len(numbers) == 1:
            return story.title_of(connection, numbers[0])
        before = story.latest(connection, 1, where=[operations.c.number < min(numbers)])
        first = before or story.by_number(connection, [min(numbers)])
    moment = Words("es").moment(first[0].made_at.astimezone())  # dates are written alike in each language
    return replace(BACK_TO, values={"moment": moment})


def undo_operations(store: Store, numbers: Sequence[int]) -> Changes:
    """Take back what is clean of these operations in one undo.

    StoreFailure(CONFLICT), naming a record that stays, when nothing is; no Changes when all is as it would be already.
    ProblemError where a record would break a rule by it: what was right in its time can be wrong beside what was done
    since. Nothing is asked where the file only goes back, or on again, to what it was.
    """
    title = title_of(store, numbers)
    with naming_the_record(store):
        if _goes_straight(store, numbers):
            return store.undo_operations(numbers, title)
        return keeping_rules(
            store, lambda known: store.undo_operations(numbers, title, lambda session: ensure_rules(session, known))
        )


def _goes_straight(store: Store, numbers: Sequence[int]) -> bool:
    """Tell whether an undo takes back the last operations alone, or the last undo."""
    one = list(numbers)
    if one in ([last_undoable(store)], [last_undoable(store, redo=True)]):
        return True
    return set(numbers) == set(numbers_after(store, min(numbers) - 1))


def _find(store: Store, number: int) -> Operation | None:
    with store.reading() as session:
        return next(iter(story.latest(session.connection(), 1, where=[operations.c.number == number])), None)
