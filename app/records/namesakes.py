"""Records as they are called where a person reads which one is meant: told from others of their name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from sqlalchemy import select

from app.records.catalog import EntityInfo, FieldInfo
from app.words.names import join_names, tell_apart
from app.words.values import show_value
from app.words.words import Words
from db.fields import Kind
from db.named import fetch_named, find_namesakes
from db.query import fetch_rows, linked_titles, titles_of
from db.session import FileSession
from db.store import Store
from db.values import NamedRecord

MOST_NAMESAKES = 100
"""The most records of one title that are looked through for what tells one of them apart."""
BETWEEN_LINKS = ", "
"""What stands between the records to which one is linked."""


def read_rows(
    session: FileSession, store: Store, entity: str, columns: Sequence[str], ids: Sequence[str], *, deep: bool = True
) -> list[tuple[object, ...]]:
    """Return the values of `columns` for each key that there still is; what they name is told from its namesakes.

    What tells it may name records in its turn, which are told apart when `deep`, and no further.
    """
    rows = fetch_rows(session, entity, columns, ids, store.today())
    infos = [session.catalog[entity].field(name) for name in columns]
    if not rows or not any(each.kinds or each.field.kind is Kind.RECORD for each in infos):
        return rows
    naming = [each for each in infos if each.kinds and each.field.kind is not Kind.LINKS]
    named = fetch_named(session, entity, [each.name for each in naming], ids, store.today())
    present = [key for key in ids if key in named]
    of_field = {each.name: {key: named[key][at] for key in present} for at, each in enumerate(naming)}
    of_field |= {each.name: _linked_keys(session, entity, each, present) for each in infos if _is_link(each)}
    called = _called(session, store, _wanted(infos, rows, of_field), deep=deep)
    if not called:
        return rows
    return [
        tuple(
            _cell(each, value, of_field.get(each.name, {}).get(key, ()), called)
            for each, value in zip(infos, row, strict=True)
        )
        for key, row in zip(present, rows, strict=True)
    ]


def _is_link(each: FieldInfo) -> bool:
    return each.field.kind is Kind.LINKS


def _linked_keys(session: FileSession, entity: str, each: FieldInfo, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found = linked_titles(session, session.catalog.entity(entity), each.name, ids)
    return {key: tuple(other for other, _ in linked) for key, linked in found.items()}


def _wanted(
    infos: Sequence[FieldInfo],
    rows: Sequence[tuple[object, ...]],
    of_field: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> dict[str, set[str]]:
    """Return, by the kinds of which they may be, the keys of the records that rows name."""
    wanted: dict[str, set[str]] = {}
    for each in infos:
        keys = {key for named in of_field.get(each.name, {}).values() for key in named}
        for kind in each.kinds if keys else ():
            wanted.setdefault(kind, set()).update(keys)
    for value in (value for row in rows for value in row if isinstance(value, NamedRecord)):
        wanted.setdefault(value.key.entity, set()).add(value.key.id)
    return wanted


def _called(session: FileSession, store: Store, wanted: Mapping[str, set[str]], *, deep: bool) -> dict[str, str]:
    """Return what the records `wanted` are called; nothing when none of them has a namesake."""
    told_apart = {
        kind: keys for kind, keys in wanted.items() if kind in session.catalog and session.catalog[kind].detail
    }
    if not find_namesakes(session, told_apart):
        return {}
    told = (titles_apart(session, store, kind, keys, deep=deep) for kind, keys in told_apart.items())
    return {key: title for titles in told for key, title in titles.items()}


def _cell(each: FieldInfo, value: object, keys: Sequence[str], called: Mapping[str, str]) -> object:
    if isinstance(value, NamedRecord):
        return replace(value, title=called.get(value.key.id, value.title))
    if not keys or any(key not in called for key in keys):
        return value
    said = [called[key] for key in keys]
    return BETWEEN_LINKS.join(said) if _is_link(each) else join_names(said)


def read_links(
    session: FileSession, store: Store, entity: str, each: FieldInfo, ids: Sequence[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, by the key of each record of `ids`, the key and the title of each of its links in the field `each`."""
    found = linked_titles(session, session.catalog.entity(entity), each.name, ids)
    called = titles_apart(session, store, each.target, {key for linked in found.values() for key, _ in linked})
    return {owner: tuple((key, called[key]) for key, _ in linked) for owner, linked in found.items()}


def read_titles(session: FileSession, entity: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of the records with these keys."""
    return titles_of(session, session.catalog.entity(entity), ids)


def titles_apart(
    session: FileSession, store: Store, entity: str, ids: Iterable[str], *, deep: bool = True
) -> dict[str, str]:
    """Return the titles of the records with these keys, each told from others of its title in the file.

    "Rosario · Santa Fe" beside "Rosario · Colonia": by the last thing of its detail that tells all of them apart, or
    by all of it when nothing alone does. Of very many of one title ("Intendente") each is told by all of it.
    """
    found = read_titles(session, entity, ids)
    info, made = session.catalog[entity], session.catalog.entity(entity)
    if not info.detail or not found:
        return found
    shared = find_namesakes(session, {entity: found})
    if not shared:
        return found
    keys = list(session.scalars(select(made.title_key()).where(made.id.in_(shared)), session.reader))
    # Names have an index by their keys and none by themselves.
    same_title = made.title().in_({found[key] for key in shared})
    alike = select(made.id, made.title()).where(made.title_key().in_(keys), same_title)
    most = MOST_NAMESAKES * len(shared)
    same = session.execute(alike.limit(most), session.reader).all()
    if len(same) == most:
        return found | titles_with_detail(session, store, entity, shared, deep=deep)
    groups: dict[str, list[str]] = {}
    for key, title in same:
        groups.setdefault(title, []).append(key)
    for title, namesakes in groups.items():
        if title and len(namesakes) > 1:
            told = _told(session, store, info, namesakes, shortly=True, deep=deep)
            found |= {key: join_names((title, detail)) for key, detail in told if key in found}
    return found


def titles_with_detail(
    session: FileSession, store: Store, entity: str, ids: Sequence[str], *, deep: bool = True
) -> dict[str, str]:
    """Return the titles of the records with these keys, each with all of its detail: "Intendencia · Rosario"."""
    found = read_titles(session, entity, ids)
    told = _told(session, store, session.catalog[entity], list(found), deep=deep)
    return found | {key: join_names((found[key], detail)) for key, detail in told}


def _told(
    session: FileSession, store: Store, info: EntityInfo, keys: Sequence[str], *, deep: bool, shortly: bool = False
) -> Iterator[tuple[str, str]]:
    """Return what tells records from each other, by their keys; `shortly` by one thing, where that does."""
    fields, spoken = [info.field(name).field for name in info.detail], repeat(Words(session.language or "es"))
    if deep:
        rows = read_rows(session, store, info.name, info.detail, keys, deep=False)
    else:
        rows = fetch_rows(session, info.name, info.detail, keys, store.today())
    said = {key: tuple(map(show_value, fields, row, spoken)) for key, row in zip(keys, rows, strict=True)}
    yield from (tell_apart(said) if shortly else {key: join_names(row) for key, row in said.items()}).items()
