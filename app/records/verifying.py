"""Records confirmed today, many at once: those that keep a day of verification, and those whose parts do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_draft
from app.records.namesakes import titles_apart
from app.records.reading import batched
from app.words.problems import Label
from db.base import Verified
from db.catalog import Catalog
from db.changes import Changes
from db.session import FileSession
from db.spans import parameters
from db.store import Store
from db.titles import Name, Title


@dataclass(frozen=True, slots=True)
class Verification:
    """What was confirmed: how many rows of each kind, how many records had nothing to confirm, and what was touched."""

    confirmed: Mapping[str, int]
    without: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a day of verification is kept: the kind of its rows, and their column that says whose they are."""

    entity: str
    owner: str
    verified: Verified


def can_verify(catalog: Catalog, entity: str) -> bool:
    """Tell whether records of `entity` can be confirmed, by themselves or by one of their parts."""
    return any(_places(catalog, entity))


def verify_records(store: Store, entity: str, ids: Sequence[str]) -> Verification:
    """Write the day of today as that of the verification of records, in one operation.

    Of a record with parts that are verified, such as a person with mandates, all that still last are confirmed.
    """
    day = store.today()
    confirmed: dict[str, int] = {}
    found: set[str] = set()
    with store.operation(_title(store, entity, ids)) as session:
        for place in _places(store.catalog, entity):
            rows = dict(_lasting(session, store, place, ids))
            found.update(rows.values())
            if rows:
                confirmed[place.entity] = len(rows)
            for key in rows:
                write_draft(session, Draft(place.entity, key, {place.verified.day: day}))
    return Verification(confirmed, len(ids) - len(found), session.changes)


def _places(catalog: Catalog, entity: str) -> Iterator[_Kept]:
    info = catalog[entity]
    for name, owner in ((entity, "id"), *((part.entity, part.key) for part in info.parts)):
        verified = catalog.entity(name).facts.verified
        if verified is not None and not catalog[name].read_only:
            yield _Kept(name, owner, verified)


def _lasting(session: FileSession, store: Store, place: _Kept, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return the rows of which there is something to make sure, each with the record whose it is."""
    made = session.catalog.entity(place.entity)
    owner = made.__table__.columns[place.owner]
    lasts = getattr(made, place.verified.lasts)()
    for some in batched(ids):
        wanted = select(made.id, owner).where(owner.in_(some), lasts)
        yield from session.connection().execute(wanted, parameters(store.today()))


def _title(store: Store, entity: str, ids: Sequence[str]) -> Title:
    info = store.catalog[entity]
    if len(ids) != 1:
        return Title("Verificación de {count} {what}", count=len(ids), values={"what": Label(info.many)})
    with store.reading() as session:
        name = titles_apart(session, store, entity, ids).get(ids[0], "")
    return Title("Verificación de {what} «{name}»", values={"what": Label(info.one), "name": Name(name)})
