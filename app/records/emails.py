"""The e-mails of records, as a mail program takes them: of each the preferred one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.document import Way
from app.records.reached import is_reached, preferred
from app.words.words import Words
from db.catalog import Catalog
from db.store import Store

SEPARATOR = "; "
"""What stands between addresses: the mail programs of offices take the semicolon, and it stands in no address."""
GROUP = 50
"""Addresses of one message. Gmail sends to 100 at most from a mail program, and beyond the 100 that RFC 5321
(4.5.3.1.8) has each server take, one may refuse; hosts of small offices stop at fewer. Half of it leaves room for
copies too."""


@dataclass(frozen=True, slots=True)
class Emails:
    """Addresses, each once, in the order of their records, and how many records have none."""

    addresses: tuple[str, ...]
    without: int

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The addresses of one message each, in groups that differ by one at most."""
        count = -(-len(self.addresses) // GROUP)
        ends = [at * len(self.addresses) // count for at in range(count + 1)] if count else []
        return tuple(self.addresses[start:end] for start, end in pairwise(ends))


def as_line(addresses: Iterable[str]) -> str:
    """Return addresses as they are pasted where the receivers of a message stand."""
    return SEPARATOR.join(addresses)


def has_emails(catalog: Catalog, entity: str) -> bool:
    """Tell whether records of `entity` have e-mails: in a field of theirs, or among their ways to be reached."""
    return is_reached(catalog, entity, Way.EMAIL)


def emails_of(store: Store, entity: str, ids: Sequence[str]) -> Emails:
    """Return the e-mails of the records `ids`: of each the first of its ways to be reached, else that of its field."""
    with store.reading() as session:
        found = preferred(session, entity, ids, Way.EMAIL)
    return each_once([found.get(key, "") for key in ids])


def each_once(addresses: Sequence[str]) -> Emails:
    """Return each of the addresses once, whatever its case; an empty one is of a record that has none."""
    once: dict[str, str] = {}
    for each in filter(None, addresses):
        once.setdefault(each.casefold(), each)
    return Emails(tuple(once.values()), sum(not each for each in addresses))


def say_copied(words: Words, found: Emails) -> str:
    """Return in words how many e-mails were copied, and how many records have none."""
    if not found.addresses:
        return words("No se copió nada: no hay correos.")
    said = words.plural("Se copió {count} correo.", "Se copiaron {count} correos.", len(found.addresses))
    lacking = say_without(words, found)
    return f"{said} {lacking}" if lacking else said


def say_without(words: Words, found: Emails) -> str:
    """Return in words how many records have no e-mail; empty when all have one."""
    return words.plural("{count} ficha no tiene.", "{count} fichas no tienen.", found.without) if found.without else ""
