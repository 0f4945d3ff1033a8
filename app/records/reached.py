"""How records are reached at once: of each its preferred e-mail or phone."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from app.document import Address, Way
from app.records.reading import batched
from db.catalog import Catalog, EntityInfo, PartInfo
from db.entities.contact_point import ContactKind, ContactPoint
from db.fields import Kind
from db.session import FileSession
from db.store import Store

AT_ONCE: Mapping[Way, tuple[Kind, tuple[ContactKind, ...]]] = {
    Way.EMAIL: (Kind.EMAIL, (ContactKind.EMAIL,)),
    Way.PHONE: (Kind.PHONE, (ContactKind.PHONE, ContactKind.MOBILE)),
}
"""The ways that a program of the system goes at once, with the kind of field and of contact point that hold each."""


def is_reached(catalog: Catalog, entity: str, way: Way) -> bool:
    """Tell whether records of `entity` can be reached by `way`: by a field of theirs, or among their contact points."""
    info = catalog[entity]
    return not info.read_only and (_part(info) is not None or bool(_fields(info, way)))


def preferred(session: FileSession, entity: str, ids: Sequence[str], way: Way) -> Mapping[str, str]:
    """Return by their keys where the records `ids` are reached: by the first of their contact points, else by a field.

    Who is not reached by `way` is left out.
    """
    return {key: found for some in batched(ids) for key, found in _found(session, entity, some, way).items()}


def ways_of(store: Store, entity: str, id: str) -> tuple[Address, ...]:
    """Return the preferred e-mail and phone of a record, as far as it has them, as they are stored."""
    with store.reading() as session:
        ways = [way for way in AT_ONCE if is_reached(session.catalog, entity, way)]
        found = [(way, preferred(session, entity, [id], way).get(id, "")) for way in ways]
    return tuple(Address(each, way, each) for way, each in found if each)


def _found(session: FileSession, entity: str, ids: Sequence[str], way: Way) -> Mapping[str, str]:
    info, made = session.catalog[entity], session.catalog.entity(entity)
    found: dict[str, str] = {}
    part = _part(info)
    if part is not None:
        for key, value in _points(session, part, ids, way):
            found.setdefault(key, value)
    for name in _fields(info, way):
        column = made.__table__.columns[name]
        for key, value in session.execute(select(made.id, column).where(made.id.in_(ids), column.is_not(None))):
            found.setdefault(key, value)
    return found


def _points(session: FileSession, part: PartInfo, ids: Sequence[str], way: Way) -> Iterator[tuple[str, str]]:
    owner = ContactPoint.__table__.columns[part.key]
    kinds = [each.value for each in AT_ONCE[way][1]]
    wanted = select(owner, ContactPoint.value).where(owner.in_(ids), ContactPoint.kind.in_(kinds))
    yield from session.execute(wanted.order_by(ContactPoint.position, ContactPoint.id))


def _part(info: EntityInfo) -> PartInfo | None:
    return next((part for part in info.parts if part.entity == ContactPoint.__tablename__), None)


def _fields(info: EntityInfo, way: Way) -> tuple[str, ...]:
    return tuple(each.name for each in info.stored if each.field.kind is AT_ONCE[way][0])
