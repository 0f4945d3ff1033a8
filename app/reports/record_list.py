"""Any list as it is seen: its columns, its filters said in words, and its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.document import Block, Cell, Column, Document, Paragraph, Section, Table, Tone, Value
from app.records.catalog import EntityInfo, FieldInfo, Filter, Query
from app.records.filters import filtered_field, operations_of, say_filter
from app.records.namesakes import read_rows, titles_apart
from app.records.reading import batched
from app.reports.report import Report
from app.screens import layout_of
from app.words.titles import say_within
from app.words.values import export_value
from app.words.words import Words, mark
from db.query import find_ids
from db.session import FileSession
from db.store import Store
from db.titles import Title

UPRIGHT = 108
"""Up to how many characters, as the fields declare their widths, a list stands upright on A4."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the list asks for, its columns (those that the entity shows at first when none), and the ids as seen.

    Without `ids` the query is asked anew; with them, those records are given in that order. `chosen` says that they
    are what a person has selected of a list.
    """

    query: Query
    columns: tuple[str, ...] = ()
    title: str = ""
    ids: tuple[str, ...] | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class RecordList:
    """The rows of a list, a reference as its title, and the titles of the records and operations that filters name."""

    options: Options
    info: EntityInfo
    today: date
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    titles: Mapping[str, str]
    operations: Mapping[str, Title]


def options_of(entity: str = "municipality", query: Query | None = None, **seen: Any) -> Options:  # noqa: ANN401  Options
    """Return the list that `query` asks for, else the whole list of `entity`, in the order of its room."""
    layout = layout_of(entity)
    return Options(query or Query(entity, order=layout.order if layout else ()), **seen)


def default_options(_: Store) -> Options:
    """Return the list of all cities."""
    return options_of()


def gather(store: Store, options: Options) -> RecordList:
    """Read the rows of the list."""
    entity = options.query.entity
    columns = options.columns or store.catalog[entity].columns
    with store.reading() as session:
        ids = find_ids(session, options.query, store.today()) if options.ids is None else options.ids
        rows = [row for some in batched(ids) for row in read_rows(session, store, entity, columns, some)]
        titles = _titles(session, store, options.query)
        operations = operations_of(session, options.query.filters)
    return RecordList(options, store.catalog[entity], store.today(), columns, tuple(rows), titles, operations)


def _titles(session: FileSession, store: Store, query: Query) -> Mapping[str, str]:
    """Return the titles of the records that filters on references and links name."""
    info = session.catalog[query.entity]
    titles: dict[str, str] = {}
    for wanted in query.filters:
        target = filtered_field(info, wanted).target
        if target:
            titles.update(titles_apart(session, store, target, _keys(wanted)))
    return titles


def _keys(wanted: Filter) -> Sequence[str]:
    values = wanted.value if isinstance(wanted.value, tuple) else (wanted.value,)
    return [value for value in values if isinstance(value, str)]


def compose(found: RecordList, words: Words) -> Document:
    """Compose the list, upright or on its side by the width of its columns."""
    info = found.info
    fields = [info.field(name) for name in found.columns]
    title = found.options.title or words(info.many)
    table = Table(
        tuple(Column(words(each.field.label), each.field.width) for each in fields),
        tuple(_row(fields, row, words) for row in found.rows),
        empty=words("La lista está vacía."),
    )
    wide = sum(each.field.width for each in fields) > UPRIGHT
    section = Section(title, (*_heading(info, found, words), table), sheet=title, landscape=wide)
    return Document(
        title=title,
        language=words.language,
        sections=(section,),
        footer=words("Al {day}", day=words.date(found.today)),
        author=words("Red de Mercociudades"),
        created=found.today,
    )


def _heading(info: EntityInfo, found: RecordList, words: Words) -> list[Block]:
    query = found.options.query
    titles = {**found.titles, **{number: say_within(each, words) for number, each in found.operations.items()}}
    said = [say_filter(wanted, filtered_field(info, wanted), words, titles) for wanted in query.filters]
    if query.words:
        said.insert(0, words("Con las palabras «{words}»", words=query.words))
    if found.options.chosen:
        count = words.plural("{count} ficha seleccionada", "{count} fichas seleccionadas", len(found.rows))
    else:
        count = words.plural("{count} ficha", "{count} fichas", len(found.rows))
    blocks: list[Block] = [Paragraph(count, Tone.STRONG)]
    if said:
        blocks.append(Paragraph("\n".join(said), Tone.MUTED))
    return blocks


def _row(fields: Sequence[FieldInfo], row: Sequence[object], words: Words) -> tuple[Value | Cell, ...]:
    return tuple(export_value(each.field, value, words) for each, value in zip(fields, row, strict=True))


REPORT = Report(
    "list",
    mark("Lista"),
    mark("Cualquier lista, tal como se la ve."),
    icon="list-bullets",
    options=options_of,
    defaults=default_options,
    gather=gather,
    compose=compose,
    begun_in_a_room=True,
)
