"""What belongs to a record and is read after it: what is linked to it, its files, what its kind says, its history."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from app.document import Block, DescriptionList, Heading, Paragraph, Tone
from app.offices.thumbnail import Thumbnail, thumbnail_of
from app.past.said import say_done
from app.record_page.own import own_section, read_own
from app.records.attachments import FILES as FILES_REACH
from app.records.attachments import Attachment, list_documents
from app.records.fulfilling import open_among
from app.records.history import RecordChange, record_history
from app.records.history_words import SaidChange, say_changes
from app.records.linked import find_linked, reach_of_linked
from app.records.reach import Reach, reach_of_story
from app.reports.linked_rows import read_linked
from app.reports.record_blocks import FILES, file_blocks, say_count, table_of
from app.reports.recorded import Rows
from app.screens.screen import Linked, RoomLayout
from app.steps import NextStep, next_step
from app.words.fields import RecordKey
from app.words.words import Words
from db.reach import watched
from db.session import FileSession
from db.store import Store

HISTORY = "history"
"""The name of what was done to a record."""

OPERATION = "operation"
"""What the name of a change begins with, before its number."""

FIRST_ROWS = 10
"""How many linked records of one list a page shows at first."""

LAST_CHANGES = 5
"""How many changes a page shows at first."""

FIRST_FIELDS = 6
"""How many fields of one change a page shows, while it does not show the whole history."""

MOST_ROWS = 200
"""The most rows that a page ever shows of one list; the list itself has them all."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to a record: `left` says of each name that is not shown whole how many there are in all.

    `files` are the files that are shown, by their keys, `changes` those of the history, by the names of their headings,
    and `next_step` is that of its route, where one is planned; `shown` are the lists that have something. `owed` are
    the linked records that are left to do, and can be ticked. `logo` is the file among these that is the logo of an
    office, as PNG.
    """

    blocks: tuple[Block, ...]
    left: Mapping[str, int]
    files: Mapping[str, Attachment]
    changes: Mapping[str, RecordChange]
    reach: Reach
    next_step: NextStep | None = None
    shown: frozenset[str] = frozenset()
    owed: frozenset[RecordKey] = frozenset()
    logo: Thumbnail | None = None


def read_beside(
    store: Store, layout: RoomLayout, key: str, words: Words, *, whole: frozenset[str] = frozenset()
) -> Beside:
    """Return what belongs to a record, in the language of `words`; of the names in `whole` all that a page can hold."""
    with store.reading() as session:
        reader = _Reader(session, store, layout, key, words)
        blocks = (*reader.lists(whole), *reader.file_table())
        with watched(session.connection()) as seen:
            found = read_own(session, store, RecordKey(layout.entity, key))
        logo = thumbnail_of(session, key) if layout.entity == "office" else None
        blocks += tuple(own_section(found, store.catalog[layout.entity], words))
    blocks += tuple(reader.history(is_whole=HISTORY in whole))
    catalog = store.catalog
    reaches = [reach_of_linked(catalog, each) for each in layout.linked]
    reach = reduce(or_, [*reaches, FILES_REACH, reach_of_story(catalog, layout.entity, key), seen.reach])
    shown = frozenset(reader.shown)
    return Beside(
        blocks, reader.left, reader.files, reader.changes, reach, reader.next_step, shown, frozenset(reader.owed), logo
    )


class _Reader:
    """Reads and composes what belongs to one record."""

    def __init__(self, session: FileSession, store: Store, layout: RoomLayout, key: str, words: Words) -> None:
        self.session = session
        self.store = store
        self.layout = layout
        self.key = key
        self.words = words
        self.left: dict[str, int] = {}
        self.files: dict[str, Attachment] = {}
        self.changes: dict[str, RecordChange] = {}
        self.shown: set[str] = set()
        self.owed: set[RecordKey] = set()
        self.next_step: NextStep | None = None

    def lists(self, whole: frozenset[str]) -> Iterator[Block]:
        """Return what is linked: a list that is empty is left out, unless one can be added there."""
        for linked in self.layout.linked:
            most = MOST_ROWS if linked.name in whole else FIRST_ROWS
            keys = find_linked(self.session, self.store, linked, self.layout.entity, self.key)
            found = read_linked(self.session, self.store, linked, keys, most, of=self.key)
            if found.count:
                self.shown.add(found.name)
            if linked.entity == "step":
                self.next_step = next_step(self.session, RecordKey(self.layout.entity, self.key))
            owed = open_among(self.session, linked.entity, keys[:most])
            self.owed |= {RecordKey(linked.entity, each) for each in owed}
            if found.count > len(found.rows):
                self.left[found.name] = found.count
            yield from _counted(found, linked, self.words)

    def file_table(self) -> Iterator[Block]:
        """Return the files, or where some can be attached; nothing for a kind that has none."""
        if self.layout.without_files:
            return
        files = list_documents(self.session, self.layout.entity, self.key)
        self.files = {each.id: each for each in files}
        yield from file_blocks(files, self.words) if files else [Heading(self.words("Archivos"), name=FILES)]

    def history(self, *, is_whole: bool) -> Iterator[Block]:
        """Return what was done to the record, the last first."""
        changes = record_history(self.store, self.layout.entity, self.key)
        shown = changes if is_whole else changes[:LAST_CHANGES]
        if len(changes) > len(shown):
            self.left[HISTORY] = len(changes)
        if changes:
            yield Heading(say_count(self.words("Historial"), len(changes), self.words), name=HISTORY)
        for change in shown:
            yield from self._change(change, is_whole=is_whole)

    def _change(self, change: RecordChange, *, is_whole: bool) -> Iterator[Block]:
        words = self.words
        title = say_done(change.title, words, is_undo=change.is_undo, is_redo=change.is_redo)
        when = words.moment(change.made_at.astimezone())
        name = f"{OPERATION}/{change.number}"
        self.changes[name] = change
        yield Heading(" · ".join(filter(None, (when, change.author, title))), 3, name)
        said = say_changes(self.store, change.fields, self.layout.entity, words)
        most = len(said) if is_whole else FIRST_FIELDS
        if said:
            yield DescriptionList(tuple(_said(each) for each in said[:most]))
        if len(said) > most:
            more = words.plural("y {count} dato más", "y {count} datos más", len(said) - most)
            yield Paragraph(more, Tone.MUTED)


def _counted(found: Rows, linked: Linked, words: Words) -> Iterator[Block]:
    title = words(found.title)
    if found.rows:
        yield Heading(say_count(title, found.count, words), name=found.name)
        yield table_of(found, words)
    elif linked.adds:
        yield Heading(title, name=found.name)


def _said(each: SaidChange) -> tuple[str, str]:
    """Return of what a change speaks, and what it was before and after."""
    label = f"{each.part}: {each.field}" if each.part else each.field
    return label, f"{each.before} → {each.after or '—'}" if each.before else each.after or "—"
