"""What is known of a record, as the page on which it is read begins: its name, its head, and its sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.document import Block, DescriptionList, Heading, Paragraph, Tone
from app.document import Section as Chapter
from app.experiences.leaving import is_left
from app.record_page.head import HeadReader, reach_of_head
from app.record_page.notices import notice_blocks
from app.record_page.own import own_blocks
from app.records.catalog import EntityInfo
from app.records.fulfilling import can_be_met, open_among
from app.records.hints import has_hints
from app.records.reach import Reach, reach_of_record
from app.records.reading import Record, read_hits, read_records
from app.rendering.say import say_value
from app.reports.record_blocks import field_blocks, say_count, table_beside, table_of, texts_beside
from app.reports.recorded import Named, name_links, read_part, recorded, say_recorded
from app.screens.layout import PartSection, Section
from app.screens.screen import RoomLayout
from app.words.names import BETWEEN_NAMES
from app.words.words import Words
from db.fields import Kind
from db.reach import watched
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

TOLD_APART = frozenset({Kind.TEXT, Kind.COUNTRY, Kind.SUBDIVISION})
"""Kinds of field that are not said again where they tell a record from its namesakes; others lead somewhere."""


@dataclass(frozen=True, slots=True)
class Page:
    """A record as it is read: `section` has its title, what tells it apart, its head, and all that is known of it."""

    record: Record
    section: Chapter
    reach: Reach
    is_met: bool = False
    """Whether it is owed by a day and done, or was dropped."""


def read_page(store: Store, layout: RoomLayout, key: str, words: Words) -> Page | None:
    """Return the page of a record in the language of `words`; None when the record is no more."""
    with store.reading() as session, watched(session.connection()) as seen:
        record = next(iter(read_records(session, store, layout.entity, [key])), None)
        if record is None:
            return None
        owed = can_be_met(store.catalog, layout.entity)
        is_met = (owed and not open_among(session, layout.entity, [key])) or is_left(session, layout.entity, key)
        section = Chapter(record.title, tuple(_Composer(session, store, record, words).blocks(layout)))
    reach = reach_of_record(store.catalog, layout.entity, key) | reach_of_head(layout.head)
    reach = reach | seen.reach if has_hints(store.catalog, layout.entity) else reach
    return Page(record, section, reach, is_met)


class _Composer:
    """Composes the page of one record, whose head is said first and not again."""

    def __init__(self, session: FileSession, store: Store, record: Record, words: Words) -> None:
        self.session = session
        self.store = store
        self.record = record
        self.words = words
        self.info: EntityInfo = store.catalog[record.entity]
        self.named: Named = name_links(session, store, [record], self.info.fields)
        self.head = HeadReader(session, store, record, words, self.named)

    def blocks(self, layout: RoomLayout) -> Iterator[Block]:
        """Return the blocks from top to bottom; what is not recorded is left out."""
        hit = read_hits(self.session, self.store, self.record.entity, [self.record.id], self.words)[0]
        yield Paragraph(BETWEEN_NAMES.join(filter(None, (self.words(self.info.one), hit.detail))), Tone.MUTED)
        told = {name for name in self.info.detail if self.info.field(name).field.kind in TOLD_APART}
        facts = self.head.read([name for name in layout.head if name not in told])
        if facts:
            pairs = tuple((fact.label, fact.value) for fact in facts)
            yield DescriptionList(pairs, names=tuple(fact.name for fact in facts))
        yield from notice_blocks(self.session, self.record.entity, self.record.id, self.words)
        for place, section in enumerate(layout.form.sections):
            if isinstance(section, Section):
                yield from self._section(section, told, is_first=place == 0)
            elif section.part not in self.head.covered:
                yield from self._part(section)

    def _section(self, section: Section, told: set[str], *, is_first: bool) -> Iterator[Block]:
        names = self.record.title.split(BETWEEN_NAMES)
        fields = [self.info.field(name) for name in section.names() if name not in told | self.head.covered]
        known = [
            (each, say_recorded(each, value, self.words))
            for each in fields
            if (value := recorded(self.record, each, self.named)) is not None and value not in names
        ]
        if section.title and known:
            title = self.words(section.title)
            yield Heading(title, name=known[0][0].name)
            yield from field_blocks(known, self.words, title, rows=section.rows)
            return
        short = [each for each in known if each[0].field.kind is not Kind.LONG_TEXT]
        if short:
            yield Heading(self.words("Datos") if is_first else self.words("Otros datos"), name=short[0][0].name)
            yield from field_blocks(short, self.words)
        beside = texts_beside(known, section.rows)
        for each, value in (said for said in known if said not in short):
            if each.name not in beside:
                yield Heading(self.words(each.field.label), name=each.name)
                yield Paragraph(say_value(value, self.words))
            elif beside[each.name]:
                yield Heading(self.words(each.field.label), name=each.name)
                yield table_beside(beside[each.name], self.words)

    def _part(self, section: PartSection) -> Iterator[Block]:
        fields = (*section.fields, *section.more)
        found = read_part(self.session, self.store, self.record, section.title, section.part, *fields)
        if found.rows:
            yield Heading(say_count(self.words(section.title), found.count, self.words), name=section.part)
            yield table_of(found, self.words)
            key = RecordKey(self.record.entity, self.record.id)
            yield from own_blocks(self.session, self.store, key, section.part, self.words)
