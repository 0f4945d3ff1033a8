"""What goes with records that are deleted: their parts, their links, and what is owned by any of it."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import delete, select, update

from app.records.namesakes import read_titles
from app.records.reading import part_ids
from db.fields import Kind
from db.links import link_of
from db.referring import columns_of, refers_to
from db.session import FileSession

Going = Mapping[str, Mapping[str, str]]
"""By kind, the titles by key of the records that go."""

_NAMELESS = "…"
"""What a record is called that has no name."""


def find_going(session: FileSession, entity: str, ids: Sequence[str]) -> Going:
    """Return what goes with the records `ids` of `entity`, these first: parts, what is owned, and theirs in turn."""
    found: dict[str, dict[str, str]] = {}
    ahead = [(entity, list(ids))]
    for kind, keys in ahead:  # it grows while it is gone through
        known = found.setdefault(kind, {})
        new = read_titles(session, kind, [key for key in keys if key not in known])
        if new:
            known |= new
            ahead += _belonging(session, kind, list(new))
    return found


def _belonging(session: FileSession, entity: str, ids: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    for part in session.catalog[entity].parts:
        yield part.entity, part_ids(session, part, ids)
    for kind, field in session.catalog.referring_to_any:
        if field.owned:
            made = session.catalog.entity(kind)
            yield kind, list(session.scalars(select(made.id).where(refers_to(made, field.name, entity, ids))))


def remove(session: FileSession, going: Going) -> None:
    """Delete all of `going` with its links; what refers to it and stays keeps what it was called."""
    for entity, titles in reversed(list(going.items())):
        made = session.catalog.written(entity)
        for each in session.catalog[entity].stored:
            if each.field.kind is Kind.LINKS:
                link = link_of(made, each.name)
                session.execute(delete(link.table).where(link.mine.in_(titles)))
        session.execute(delete(made).where(made.id.in_(titles)))
    for entity, titles in going.items():
        _keep_names(session, entity, titles)


def _keep_names(session: FileSession, entity: str, titles: Mapping[str, str]) -> None:
    for kind, field in session.catalog.referring_to_any:
        if field.owned or not titles:
            continue
        made = session.catalog.entity(kind)
        _, key, called = columns_of(made, field.name)
        referred = session.scalars(select(key).where(refers_to(made, field.name, entity, titles)).distinct())
        for each in sorted(referred):
            rows = update(made).where(refers_to(made, field.name, entity, [each]))
            session.execute(rows.values({called.name: titles[each] or _NAMELESS}))
    session.expire_all()
