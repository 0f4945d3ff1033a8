"""The sheet of any record, made from the layout of its form: its fields, its parts, and what is linked to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.document import Block, Document, Heading, Paragraph, Start, Tone
from app.document import Section as Chapter
from app.record_page.own import Own, own_section, read_own
from app.records.attachments import Attachment, list_documents
from app.records.catalog import EntityInfo, FieldInfo
from app.records.linked import find_linked
from app.records.reading import Record, read_record
from app.rendering.say import say_value
from app.reports.linked_rows import read_linked
from app.reports.record_blocks import Said, field_blocks, file_blocks, rows_blocks
from app.reports.recorded import Named, Rows, name_links, read_part, recorded, say_recorded
from app.reports.report import ANY_KIND, Report
from app.screens import layout_of
from app.screens.layout import PartSection, Section
from app.screens.screen import Linked
from app.words.names import BETWEEN_NAMES
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import Words, mark
from db.fields import Kind
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

MOST_ROWS = 200
"""The most records that a list of the sheet has; the rest is counted, for the window has them all."""


@dataclass(frozen=True, slots=True)
class Options:
    """The record of the sheet: its entity, one that has a list of its own, and its key."""

    entity: str
    record_id: str


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """All that the sheet prints; `body` has the sections of the form in their order, each part with its rows."""

    today: date
    info: EntityInfo
    record: Record
    body: tuple[Section | Rows, ...]
    named: Named
    linked: tuple[Rows, ...]
    files: tuple[Attachment, ...]
    own: Own | None = None


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
        raise ProblemError(Problem(mark("La ficha ya no existe."), WHERE_DELETED))
    with store.reading() as session:
        return RecordSheet(
            today=store.today(),
            info=store.catalog[options.entity],
            record=record,
            body=tuple(_read_section(session, store, record, section) for section in layout.form.sections),
            named=name_links(session, store, [record], store.catalog[options.entity].fields),
            linked=tuple(_read_linked(session, store, each, record) for each in (*layout.linked, *layout.on_paper)),
            files=list_documents(session, layout.entity, record.id),
            own=read_own(session, store, RecordKey(layout.entity, record.id)),
        )


def _read_section(session: FileSession, store: Store, record: Record, section: Section | PartSection) -> Section | Rows:
    if isinstance(section, Section):
        return section
    found = read_part(session, store, record, section.title, section.part, *section.fields, *section.more)
    return replace(found, rows=found.rows[:MOST_ROWS])


def _read_linked(session: FileSession, store: Store, linked: Linked, record: Record) -> Rows:
    keys = find_linked(session, store, linked, record.entity, record.id)
    return read_linked(session, store, linked, keys, MOST_ROWS, of=record.id)


def compose(sheet: RecordSheet, words: Words) -> Document:
    """Compose the sheet: what is not recorded is said in the first section, and left out of the others."""
    title = _title(sheet.record)
    chapter = Chapter(title, tuple(_blocks(sheet, words)), sheet=words("Ficha"), start=Start.BELOW)
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
    texts = [each for each in record.values.values() if isinstance(each, str)]
    longer = start not in texts and any(each.startswith(start.removesuffix("…")) for each in texts)
    return f"{record.title.rpartition(' ')[0]} …" if longer and " " in start else record.title


def _blocks(sheet: RecordSheet, words: Words) -> Iterator[Block]:
    yield Paragraph(words(sheet.info.one), Tone.MUTED, with_next=True)
    for place, section in enumerate(sheet.body):
        if isinstance(section, Rows):
            yield from rows_blocks(section, words)
        elif place == 0:
            yield from _main(sheet, section, words)
        else:
            yield from _further(sheet, section, words)
    for rows in sheet.linked:
        yield from rows_blocks(rows, words, is_counted=True)
    yield from file_blocks(sheet.files, words)
    yield from own_section(sheet.own, sheet.info, words)


def _main(sheet: RecordSheet, section: Section, words: Words) -> Iterator[Block]:
    """Compose the first section, with what is not recorded; what the title says is not said again."""
    names = sheet.record.title.split(BETWEEN_NAMES)
    fields = [sheet.info.field(name) for name in section.names()]
    known = [each for each in fields if not _is_spared(sheet, each) and sheet.record.values[each.name] not in names]
    if section.title and known:
        yield Heading(words(section.title), name=known[0].name)
    yield from field_blocks(_said(sheet, known, words), words, rows=section.rows)


def _further(sheet: RecordSheet, section: Section, words: Words) -> Iterator[Block]:
    """Compose what is recorded in a later section; one without a title has each field under its own."""
    known = [sheet.info.field(name) for name in section.names() if _is_known(sheet.record, name)]
    if section.title and known:
        yield Heading(words(section.title), name=known[0].name)
        yield from field_blocks(_said(sheet, known, words), words, words(section.title), rows=section.rows)
        return
    for info, value in _said(sheet, known, words):
        yield from (Heading(words(info.field.label), name=info.name), Paragraph(say_value(value, words)))


def _is_known(record: Record, name: str) -> bool:
    return record.values[name] not in (None, "", ())


def _is_spared(sheet: RecordSheet, info: FieldInfo) -> bool:
    """Tell whether a reference is empty because another one stands in its place: a post of a city is of no body."""
    if info.field.kind is not Kind.REFERENCE or _is_known(sheet.record, info.name):
        return False
    others = sheet.info.together_with(info.name)
    return any(sheet.info.field(name).field.kind is Kind.REFERENCE and _is_known(sheet.record, name) for name in others)


def _said(sheet: RecordSheet, fields: Iterable[FieldInfo], words: Words) -> list[Said]:
    return [(info, say_recorded(info, recorded(sheet.record, info, sheet.named), words)) for info in fields]


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
