"""Two people who work in one file, one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.past.listing import Done, Wanted, read_page
from app.past.undo_plan import PlannedField, plan_undo
from app.records.editing import Draft, save_record
from db.store import Store
from tests.make import SPANISH


@contextmanager
def written_by(store: Store, author: str) -> Iterator[None]:
    """Let somebody else write for a while."""
    before, store.author = store.author, author
    yield
    store.author = before


def last(store: Store) -> int:
    """Return the number of the last operation."""
    return read_page(store, SPANISH, limit=1)[0].number


def edit(store: Store, entity: str, key: str, **values: object) -> int:
    """Write into a record and give the number of the operation."""
    save_record(store, Draft(entity, key, values))
    return last(store)


def titles(store: Store, wanted: Wanted | None = None) -> list[str]:
    """Return the titles of the operations asked for, the newest first."""
    return [each.title for each in listed(store, wanted)]


def listed(store: Store, wanted: Wanted | None = None) -> tuple[Done, ...]:
    """Return the operations asked for."""
    return read_page(store, SPANISH, wanted)


def verdicts(store: Store, *numbers: int) -> dict[str, str]:
    """Return what the plan of an undo says of each field, by record and field."""
    return {f"{title} · {each.name}": each.said for title, each in planned(store, *numbers)}


def planned(store: Store, *numbers: int) -> list[tuple[str, PlannedField]]:
    """Return each field of the plan of an undo, with its record."""
    return [(record.title, each) for record in plan_undo(store, numbers, SPANISH).records for each in record.fields]
