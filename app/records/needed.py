"""What still refers to records that are to go: how many of each kind, and the first of them by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from app.records.namesakes import read_titles
from app.records.sealing import Sealed, read_seals
from app.words.names import join_names
from app.words.problems import Label, Named, Problem, Tally
from app.words.words import mark
from db.catalog import Catalog
from db.fields import Kind
from db.links import link_of
from db.session import FileSession
from db.values import RecordKey

MOST_NAMED = 5
"""How many of what refers to a record are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class _Referrer:
    """The kind whose records refer, by which field, the column of whom they refer to, and the one of their own keys."""

    entity: str
    field: str
    many: str
    table: FromClause
    other: ColumnElement[str]
    own: ColumnElement[str]


def needed_by(session: FileSession, entity: str, names: Mapping[str, str]) -> list[Problem]:
    """Return what refers to the records of `names`, titles by key, and is neither one of them nor one of their parts.

    One problem for each record, which counts those of each kind that refer to it and names the first of each. Where an
    approved acta says one of them, it is that which hinders.
    """
    found: dict[str, list[tuple[Tally, Sequence[Named]]]] = {}
    hindering: dict[str, Sealed] = {}
    for each in _referring(session.catalog, entity) if names else ():
        counts, keys = dict[str, int](), dict[str, list[str]]()
        for key, referrer, count in session.execute(_first_of(each, names, but_own=each.entity == entity)):
            counts[key] = count
            keys.setdefault(key, []).append(referrer)
        first_keys = list(dict.fromkeys(chain.from_iterable(keys.values())))
        named = name_with_holders(session, each.entity, first_keys)
        seals = read_seals(session, each.entity, first_keys)
        for key, count in counts.items():
            first = [named[referrer] for referrer in keys[key]]
            found.setdefault(key, []).append((Tally(Label(each.many), count), first))
            for referrer in keys[key]:
                if referrer in seals and each.field in seals[referrer].fields:
                    hindering.setdefault(key, seals[referrer].meeting)
    return [_refused(names[key], needing, hindering.get(key)) for key, needing in found.items()]


def _refused(name: str, needing: Sequence[tuple[Tally, Sequence[Named]]], sealed: Sealed | None) -> Problem:
    """Say in what a record figures, and what to do: what an approved acta says is not taken from it."""
    hint = mark("Quítelo antes de allí.")
    if sealed is not None and sealed.number:
        hint = mark(
            "Lo nombra el acta Nº {number} de «{meeting}», que está aprobada: para quitarlo, hay que reabrirla."
        )
    elif sealed is not None:
        hint = mark("Lo nombra el acta de «{meeting}», que está aprobada: para quitarlo, hay que reabrirla.")
    acta = {"number": sealed.number, "meeting": sealed.name} if sealed is not None else {}
    return Problem(
        mark("No se puede eliminar «{name}»: figura en {needing}."),
        hint,
        values={"name": name, "needing": tuple(tally for tally, _ in needing), **acta},
        named=tuple(chain.from_iterable(first for _, first in needing)),
    )


def _first_of(each: _Referrer, names: Mapping[str, str], *, but_own: bool) -> Select[str, str, int]:
    """Ask for the key of each of `names` beside those of the first that refer to it, and how many do."""
    count = func.count().over(partition_by=each.other).label("count")
    place = func.row_number().over(partition_by=each.other, order_by=each.own).label("place")
    found = select(each.other.label("other"), each.own.label("own"), count, place).where(each.other.in_(names))
    first = (found.where(each.own.not_in(names)) if but_own else found).subquery().columns
    return select(first.other, first.own, first["count"]).where(first.place <= MOST_NAMED).order_by(first.place)


def _referring(catalog: Catalog, entity: str) -> Iterator[_Referrer]:
    """Return what refers to `entity`, but for its own parts."""
    own = {(part.entity, part.key) for part in catalog[entity].parts}
    for name, info in catalog.items():
        made = catalog.entity(name)
        for each in info.stored:
            if each.target != entity or (name, each.name) in own:
                continue
            if each.field.kind is Kind.LINKS:
                link = link_of(made, each.name)
                yield _Referrer(name, each.name, info.many, link.table, link.other, link.mine)
            else:
                table = made.__table__
                yield _Referrer(name, each.name, info.many, table, table.columns[each.name], table.columns["id"])


def name_with_holders(session: FileSession, entity: str, keys: Sequence[str]) -> dict[str, Named]:
    """Name records by their keys; a part is called by what holds it too: "Ana Ficticio · Intendencia"."""
    info, made = session.catalog[entity], session.catalog.entity(entity)
    said = {key: [title] for key, title in read_titles(session, entity, keys).items()}
    for name in made.facts.owners:
        owner: ColumnElement[str] = getattr(made, name)
        found = select(made.id, owner).where(made.id.in_(keys), owner.is_not(None))
        held: dict[str, str] = dict(iter(session.execute(found)))
        titles = read_titles(session, info.field(name).target, set(held.values()))
        for key, holder in held.items():
            if holder in titles:  # else it is what was to go, and the problem names it
                said[key].insert(0, titles[holder])
    return {
        key: Named(RecordKey(entity, key), Label(info.one), join_names(dict.fromkeys(titles)))
        for key, titles in said.items()
    }
