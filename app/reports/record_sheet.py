"""The sheet of any record, made from the layout of its form: its fields, its parts, and what is linked to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.document import Block, Column, DescriptionList, Document, Heading, Paragraph, Table, Tone, Value
from app.document import Section as Chapter
from app.records.attachments import Attachment, list_documents
from app.records.catalog import Catalog, EntityInfo, FieldInfo
from app.records.linked import find_linked
from app.records.reading import Record, list_rows, read_record
from app.reports.report import ANY_KIND, Report
from app.screens import layout_of
from app.screens.layout import PartSection, Section
from app.screens.screen import Linked, RoomLayout
from app.words.names import BETWEEN_NAMES
from app.words.problems import Problem, ProblemError
from app.words.values import export_value, show_value
from app.words.words import Words, mark
from db.fields import Kind
from db.store import Store

MOST_ROWS = 200
"""The most records that a list of the sheet has; the rest is counted, for the window has them all."""


@dataclass(frozen=True, slots=True)
class Options:
    """The record of the sheet: its entity, one that has a list of its own, and its key."""

    entity: str
    record_id: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of the record, or what is linked to it: of the `count` that there are, those that are printed."""

    title: str
    fields: tuple[FieldInfo, ...]
    rows: tuple[tuple[object, ...], ...]
    count: int


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """All that the sheet prints; `body` has the sections of the form in their order, each part with its rows."""

    today: date
    info: EntityInfo
    record: Record
    body: tuple[Section | Rows, ...]
    linked: tuple[Rows, ...]
    files: tuple[Attachment, ...]


def default_options(_: Store) -> Options:
    """Raise ProblemError: nobody but the person can say of which record the sheet is."""
    raise ProblemError(Problem(mark("Falta indicar de quién es la ficha."), mark("Indíquelo con --of.")))


def gather(store: Store, options: Options) -> RecordSheet:
    """Read all that the sheet prints; ProblemError when the record is no more, KeyError for one without a layout."""
    layout = layout_of(options.entity)
    if layout is None:
        raise KeyError(options.entity)
    record = read_record(store, options.entity, options.record_id)
    if record is None:
        raise ProblemError(Problem(mark("La ficha ya no existe."), mark("Elija otra de la lista.")))
    return RecordSheet(
        today=store.today(),
        info=store.catalog[options.entity],
        record=record,
        body=tuple(_read_section(store.catalog, record, section) for section in layout.form.sections),
        linked=tuple(_read_linked(store, linked, record) for linked in (*layout.linked, *layout.on_paper)),
        files=_read_files(store, layout, record),
    )


def _read_section(catalog: Catalog, record: Record, section: Section | PartSection) -> Section | Rows:
    if isinstance(section, Section):
        return section
    entity = next(part.entity for part in catalog[record.entity].parts if part.name == section.part)
    fields = tuple(catalog[entity].field(name) for name in (*section.fields, *section.more))
    children = record.parts[section.part]
    rows = tuple(tuple(_value_of(child, each) for each in fields) for child in children[:MOST_ROWS])
    return Rows(section.title, fields, rows, len(children))


def _value_of(record: Record, info: FieldInfo) -> object:
    """Return what is recorded in a field, of a reference or links the titles."""
    named = info.field.kind in (Kind.REFERENCE, Kind.LINKS, Kind.RECORD)
    return record.titles[info.name] if named else record.values[info.name]


def _read_linked(store: Store, linked: Linked, record: Record) -> Rows:
    keys = find_linked(store, linked, record.entity, record.id)
    fields = tuple(store.catalog[linked.entity].field(name) for name in linked.columns)
    rows = list_rows(store, linked.entity, linked.columns, keys[:MOST_ROWS])
    return Rows(linked.title, fields, tuple(rows), len(keys))


def _read_files(store: Store, layout: RoomLayout, record: Record) -> tuple[Attachment, ...]:
    with store.reading() as session:
        return list_documents(session, layout.entity, record.id)


def compose(sheet: RecordSheet, words: Words) -> Document:
    """Compose the sheet: what is not recorded is said in the first section, and left out of the others."""
    title = _title(sheet.record)
    chapter = Chapter(title, tuple(_blocks(sheet, words)), sheet=words("Ficha"), new_page=False)
    return Document(
        title=words("Ficha de {name}", name=title),
        language=words.language,
        sections=(chapter,),
        footer=words("Al {day}", day=words.date(sheet.today)),
        author=words("Red de Mercociudades"),
        created=sheet.today,
    )


def _title(record: Record) -> str:
    """Return the title of a record; one that is the beginning of a longer text ends with a whole word and a sign."""
    start = record.title.split(BETWEEN_NAMES)[-1]
    longer = any(isinstance(each, str) and each != start and each.startswith(start) for each in record.values.values())
    return f"{record.title.rpartition(' ')[0]} …" if longer and " " in start else record.title


def _blocks(sheet: RecordSheet, words: Words) -> Iterator[Block]:
    yield Paragraph(words(sheet.info.one), Tone.MUTED, with_next=True)
    for place, section in enumerate(sheet.body):
        if isinstance(section, Rows):
            yield from _table(section, words)
        elif place == 0:
            yield from _main(sheet, section, words)
        else:
            yield from _further(sheet, section, words)
    for rows in sheet.linked:
        yield from _table(rows, words, is_counted=True)
    yield from _files(sheet.files, words)


def _main(sheet: RecordSheet, section: Section, words: Words) -> Iterator[Block]:
    """Compose the first section, with what is not recorded; what the title says is not said again."""
    names = sheet.record.title.split(BETWEEN_NAMES)
    fields = [sheet.info.field(name) for name in section.names()]
    known = [each for each in fields if not _is_spared(sheet, each) and sheet.record.values[each.name] not in names]
    if section.title and known:
        yield Heading(words(section.title))
    yield from _fields(sheet, known, words)


def _further(sheet: RecordSheet, section: Section, words: Words) -> Iterator[Block]:
    """Compose what is recorded in a later section; one without a title has each field under its own."""
    known = [sheet.info.field(name) for name in section.names() if _is_known(sheet.record, name)]
    if section.title and known:
        yield Heading(words(section.title))
        yield from _fields(sheet, known, words, heading=words(section.title))
        return
    for info in known:
        text = show_value(info.field, _value_of(sheet.record, info), words)
        yield from (Heading(words(info.field.label)), Paragraph(text))


def _is_known(record: Record, name: str) -> bool:
    return record.values[name] not in (None, "", ())


def _is_spared(sheet: RecordSheet, info: FieldInfo) -> bool:
    """Tell whether a reference is empty because another one stands in its place: a post of a city is of no body."""
    if info.field.kind is not Kind.REFERENCE or _is_known(sheet.record, info.name):
        return False
    others = sheet.info.together_with(info.name)
    return any(sheet.info.field(name).field.kind is Kind.REFERENCE and _is_known(sheet.record, name) for name in others)


def _fields(sheet: RecordSheet, fields: Sequence[FieldInfo], words: Words, heading: str = "") -> Iterator[Block]:
    """Compose short fields as pairs, and long texts as running text under their label, unless `heading` says it."""
    pairs: list[tuple[str, Value]] = []
    for info in fields:
        value = export_value(info.field, _value_of(sheet.record, info), words)
        label = words(info.field.label)
        if info.field.kind is not Kind.LONG_TEXT or not isinstance(value, str):
            pairs.append((label, value))
            continue
        yield from _pairs(pairs)
        pairs.clear()
        if label != heading:
            yield Heading(label, 3)
        yield Paragraph(value)
    yield from _pairs(pairs)


def _pairs(pairs: Sequence[tuple[str, Value]]) -> Iterator[Block]:
    if pairs:
        yield DescriptionList(tuple(pairs))


def _table(found: Rows, words: Words, *, is_counted: bool = False) -> Iterator[Block]:
    """Compose a table of the columns in which something is recorded; nothing when there is no row."""
    if not found.rows:
        return
    title = words(found.title)
    yield Heading(f"{title} ({words.number(found.count)})" if is_counted else title)
    known = [at for at in range(len(found.fields)) if any(row[at] not in (None, "", ()) for row in found.rows)]
    columns = tuple(Column(words(found.fields[at].field.label), _width(found.fields[at])) for at in known)
    yield Table(columns, tuple(tuple(_cells(found.fields, row, known, words)) for row in found.rows))
    left = found.count - len(found.rows)
    if left:
        said = words.plural("Falta aquí {count} ficha.", "Faltan aquí {count} fichas.", left)
        yield Paragraph(said, Tone.MUTED)


def _width(info: FieldInfo) -> float:
    """Return the share of the width that a column asks for: long texts get most, but no column is a thread."""
    return min(max(info.field.width, 10), 48)


def _cells(fields: Sequence[FieldInfo], row: Sequence[object], known: Iterable[int], words: Words) -> Iterator[Value]:
    yield from (export_value(fields[at].field, row[at], words) for at in known)


def _files(files: Sequence[Attachment], words: Words) -> Iterator[Block]:
    if files:
        title = words("Archivos")
        yield Heading(f"{title} ({words.number(len(files))})")
        columns = (Column(words("Archivo"), 3), Column(words("Descripción"), 4), Column(words("Fecha"), 1.2))
        yield Table(columns, tuple((each.name, each.description or None, each.dated) for each in files))


REPORT = Report(
    "sheet",
    mark("Ficha"),
    mark("Una ficha entera, en el orden de la ventana, con lo que tiene vinculado."),
    icon="file-text",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about=ANY_KIND,
    is_sheet=True,
    begun_in_a_room=True,
)
