"""The e-mails of records, as a mail program takes them: of each the preferred one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.reading import batched
from db.catalog import Catalog, EntityInfo, PartInfo
from db.entities.contact_point import ContactKind, ContactPoint
from db.fields import Kind
from db.session import FileSession
from db.store import Store

SEPARATOR = "; "
"""What stands between addresses: the mail programs of offices take the semicolon, and it stands in no address."""


@dataclass(frozen=True, slots=True)
class Emails:
    """Addresses, each once, in the order of their records, and how many records have none."""

    addresses: tuple[str, ...]
    without: int

    @property
    def line(self) -> str:
        """The addresses as they are pasted where the receivers of a message stand."""
        return SEPARATOR.join(self.addresses)


def has_emails(catalog: Catalog, entity: str) -> bool:
    """Tell whether records of `entity` have e-mails: in a field of theirs, or among their ways to be reached."""
    info = catalog[entity]
    return not info.read_only and (_part(info) is not None or bool(_fields(info)))


def emails_of(store: Store, entity: str, ids: Sequence[str]) -> Emails:
    """Return the e-mails of the records `ids`: of each the first of its ways to be reached, else that of its field."""
    with store.reading() as session:
        found = {key: address for some in batched(ids) for key, address in _found(session, entity, some).items()}
    once: dict[str, str] = {}
    for key in ids:
        if key in found:
            once.setdefault(found[key].casefold(), found[key])
    return Emails(tuple(once.values()), sum(key not in found for key in ids))


def _found(session: FileSession, entity: str, ids: Sequence[str]) -> Mapping[str, str]:
    info, made = session.catalog[entity], session.catalog.entity(entity)
    found: dict[str, str] = {}
    part = _part(info)
    if part is not None:
        for key, address in _points(session, part, ids):
            found.setdefault(key, address)
    for name in _fields(info):
        column = made.__table__.columns[name]
        for key, address in session.execute(select(made.id, column).where(made.id.in_(ids), column.is_not(None))):
            found.setdefault(key, address)
    return found


def _points(session: FileSession, part: PartInfo, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    owner = ContactPoint.__table__.columns[part.key]
    wanted = select(owner, ContactPoint.value).where(owner.in_(ids), ContactPoint.kind == ContactKind.EMAIL.value)
    yield from session.execute(wanted.order_by(ContactPoint.position, ContactPoint.id))


def _part(info: EntityInfo) -> PartInfo | None:
    return next((part for part in info.parts if part.entity == ContactPoint.__tablename__), None)


def _fields(info: EntityInfo) -> tuple[str, ...]:
    return tuple(each.name for each in info.stored if each.field.kind is Kind.EMAIL)
