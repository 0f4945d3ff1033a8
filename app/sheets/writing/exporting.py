"""All records of an entity to a spreadsheet, in a form that an import reads back and finds unchanged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.document import Column, Value
from app.records.catalog import FieldInfo, Query
from app.records.namesakes import read_links, read_rows
from app.words.problems import Place, Problem, ProblemError
from app.words.values import amount, export_value
from app.words.words import Words, mark
from db.catalog import EntityInfo
from db.fields import Kind
from db.progress import Progress, ignore_progress
from db.query import find_ids
from db.session import FileSession
from db.store import Store
from db.values import Money

KEY_LABEL = mark("Identificador de Enlace")
"""The title of the column by which an import knows a record again even when all else of it was changed."""

CURRENCY_LABEL = mark("{label} (moneda)")
"""The title of the column that says the currency of the amounts in the column `label`."""

_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Exported:
    """How many records were written, and what a person should know of it."""

    count: int
    notices: tuple[Problem, ...] = ()


def exported_fields(info: EntityInfo) -> tuple[FieldInfo, ...]:
    """Return the fields of an export: those of the list, the others that are stored, and the order; none said twice."""
    listed = [info.field(name) for name in info.columns]
    others = (each for each in info.fields if (not each.derived or each.name == "order") and each not in listed)
    return (*listed, *others)


def export_entity(
    store: Store, entity: str, path: Path, words: Words, progress: Progress = ignore_progress
) -> Exported:
    """Write all records of `entity` to `path`, an .xlsx or a .csv by its ending, in the language of `words`.

    Raises ProblemError for another ending, or when the place cannot be written; then nothing is left behind.
    """
    from app.sheets.writing.write import write_csv, write_xlsx

    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        text = mark("No se pueden guardar archivos «{ending}».")
        raise ProblemError(Problem(text, mark("Use .xlsx o .csv."), Place(file=path.name), {"ending": ending}))
    fields = exported_fields(store.catalog[entity])
    with store.speaking("").reading() as session:  # an import holds names against those that are stored
        ids = find_ids(session, Query(entity), store.today())
        rows = _rows(session, store, entity, ids, words=words)
        columns = list(_columns(fields, words))
        if ending == ".csv":
            write_csv(path, columns, rows, words, progress=progress)
            return Exported(len(ids))
        notices = write_xlsx(path, words(store.catalog[entity].many), columns, rows, words, progress=progress)
    return Exported(len(ids), notices)


def _columns(fields: Sequence[FieldInfo], words: Words) -> Iterator[Column]:
    for each in fields:
        label = words(each.field.label)
        yield Column(label, each.field.width)
        if each.field.kind is Kind.MONEY:
            yield Column(words(CURRENCY_LABEL, label=label))
    yield Column(words(KEY_LABEL), 32)


def _rows(
    session: FileSession, store: Store, entity: str, ids: Sequence[str], *, words: Words
) -> Iterator[tuple[Value, ...]]:
    fields = exported_fields(session.catalog[entity])
    plain = [each for each in fields if each.field.kind is not Kind.LINKS]
    links = [each for each in fields if each.field.kind is Kind.LINKS]
    for start in range(0, len(ids), _BLOCK):
        block = ids[start : start + _BLOCK]
        linked = {each.name: read_links(session, store, entity, each, block) for each in links}
        found = read_rows(session, store, entity, [each.name for each in plain], block)
        for key, row in zip(block, found, strict=True):
            values = dict(zip((each.name for each in plain), row, strict=True))
            values |= {name: tuple(title for _, title in found.get(key, ())) for name, found in linked.items()}
            yield tuple(_cells(fields, values, key, words))


def _cells(fields: Sequence[FieldInfo], values: Mapping[str, object], key: str, words: Words) -> Iterator[Value]:
    for each in fields:
        value = values[each.name]
        if each.field.kind is Kind.MONEY:
            yield amount(value) if isinstance(value, Money) else None
            yield value.currency if isinstance(value, Money) else None
        else:
            yield export_value(each.field, value, words)
    yield key
