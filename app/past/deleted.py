"""What was deleted from the file, and the way back for each of it."""

from dataclasses import dataclass
from datetime import datetime

from app.past.listing import PAGE
from app.past.rows import kind_of, name_in
from app.records.rules.standing import ensure_rules, keeping_rules
from app.words.folding import fold
from app.words.problems import Label, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.journal import gone, story
from db.journal.undoing import Ruling, Verdict
from db.store import Store
from db.titles import Name, Title


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record that was deleted: what it is called, by whom and when, and the `operation` that took it away.

    `entry` tells it from others: more is asked for below it.
    """

    entity: str
    id: str
    kind: str
    name: str
    author: str
    made_at: datetime
    operation: int
    entry: int


def list_deleted(
    store: Store, words: Words, *, entity: str = "", text: str = "", limit: int = PAGE, below: int | None = None
) -> tuple[Deleted, ...]:
    """Return up to `limit` deleted records, the last one first: of one kind, or with certain words, when asked for."""
    folded = fold(text).split()
    found: list[Deleted] = []
    while len(found) < limit:
        block = _block(store, words, [entity] if entity else store.catalog.answering, limit, below)
        found += [each for each in block if all(word in fold(f"{each.kind} {each.name}") for word in folded)]
        if len(block) < limit:
            break
        below = block[-1].entry
    return tuple(found[:limit])


@dataclass(frozen=True, slots=True)
class Back:
    """What came back, and how many of its parts and links did not, since what they name is not there either."""

    changes: Changes
    left: int


def bring_back(store: Store, deleted: Deleted) -> Back:
    """Make a deleted record again, with the parts, links and files that went with it.

    What another record that came back before it had to do without, since this one was gone, comes with it too.
    Raises ProblemError when it is there already, what it cannot be without is gone, or it would break a rule by now.
    """
    with store.reading() as session:
        connection = session.connection()
        behind = gone.left_behind(connection, store.shape, deleted.id)
        rows = gone.with_it(connection, store.shape, deleted.operation, deleted.id) | set(behind)
    operations = sorted({deleted.operation, *behind.values()})
    plan = store.plan_undo(operations, rows)
    own = next((each for each in plan.rulings if each.row_id == deleted.id), None)
    if own is None or own.verdict is not Verdict.CLEAN:
        raise ProblemError(_problem(own, deleted))
    values = {"what": Label(store.catalog[deleted.entity].one), "name": Name(deleted.name)}
    title = Title("Recuperación de {what} «{name}»", values=values)
    changes = keeping_rules(
        store, lambda known: store.bring_back(operations, rows, title, lambda session: ensure_rules(session, known))
    )
    return Back(changes, len({each.row_id for each in plan.stays}))


def _problem(own: Ruling | None, deleted: Deleted) -> Problem:
    if own is not None and own.verdict is Verdict.MISSING:
        return Problem(
            mark("No se puede traer de nuevo «{name}»: aquello a lo que se refería ya no está."),
            mark("Traiga de nuevo primero lo otro."),
            values={"name": deleted.name},
        )
    return Problem(mark("«{name}» ya está en el archivo."), values={"name": deleted.name})


def _block(
    store: Store, words: Words, entities: list[str] | tuple[str, ...], limit: int, below: int | None
) -> list[Deleted]:
    with store.reading() as session:
        connection = session.connection()
        found = gone.deleted(connection, store.shape, entities, limit, below)
        done = {each.number: each for each in story.by_number(connection, {each.operation for each in found})}
    return [
        Deleted(
            each.entity,
            each.row_id,
            kind_of(store.catalog, each.entity, words),
            name_in(store.catalog, each.entity, each.change.before) or words("(sin nombre)"),
            done[each.operation].author,
            done[each.operation].made_at,
            each.operation,
            each.number,
        )
        for each in found
    ]
