"""The record that a person names by its title, another of its names, or its key."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from app.records.catalog import EntityInfo
from app.records.reading import Hit, read_hits
from app.words.folding import fold
from app.words.names import BETWEEN_NAMES
from app.words.problems import Label, Place, Problem, ProblemError
from app.words.words import mark
from db.fields import Kind
from db.store import Store


def find_record(store: Store, entity: str, text: str) -> str:
    """Return the key of the record of `entity` that `text` names, accents and case aside.

    That is its key, its title or a name in it; when it is none of these for any record, another of its short texts,
    such as an acronym. Raises ProblemError when nothing is called so, or when several are, which it lists.
    """
    made, info = store.catalog.entity(entity), store.catalog[entity]
    columns = [made.__table__.columns[each.name] for each in info.stored if each.field.kind is Kind.TEXT]
    with store.reading() as session:
        rows = session.execute(select(made.id, made.title(), *columns).order_by(made.id)).all()
        found = [row.id for row in rows if row.id == text] or _called(rows, fold(text))
        hits = read_hits(session, store, entity, found, None) if len(found) > 1 else []
    if len(found) == 1:
        return found[0]
    raise ProblemError(_problem(info, text, hits))


def _called(rows: Sequence[Row[*tuple[str, ...]]], folded: str) -> Sequence[str]:
    """Return the keys of the rows whose title is `folded`, or a name in it; else of those with such a text."""
    titled = [key for key, title, *_ in rows if folded in {fold(name) for name in (title or "", *_names(title))}]
    return titled or [key for key, _, *texts in rows if folded in {fold(text) for text in texts if text}]


def _names(title: str | None) -> Sequence[str]:
    return (title or "").split(BETWEEN_NAMES)


def _problem(info: EntityInfo, text: str, hits: Sequence[Hit]) -> Problem:
    place = Place(field="record_id")
    values = {"name": text, "list": Label(info.many)}
    if not hits:
        hint = mark("Escriba el nombre como figura en la lista.")
        return Problem(mark("No se encontró «{name}» en la lista «{list}»."), hint, place, values)
    known = "\n".join(f"{BETWEEN_NAMES.join(filter(None, (each.title, each.detail)))}: {each.id}" for each in hits)
    hint = mark("Indique cuál, con uno de estos identificadores:\n{records}")
    text = mark("La lista «{list}» tiene más de una ficha «{name}».")
    return Problem(text, hint, place, {**values, "records": known})
