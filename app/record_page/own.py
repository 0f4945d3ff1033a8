"""What the page of one kind says beyond what its layout names.

After the rows of a part, what the amounts of a project come to, by currency; after what belongs to a record, as a
section of its own, what the forms of the observatories ask of an experience, and what the informe of a term lacks.
"""

from collections.abc import Iterator
from typing import assert_never

from app.document import Block
from app.experiences.completeness import TEXTS, Completeness, read_completeness
from app.experiences.forms import forms_blocks
from app.funds.reading import read_sums_of
from app.funds.tables import sums_table
from app.management.missing import Missing, missing_section, read_missing
from app.records.catalog import EntityInfo
from app.words.words import Words
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

Own = Completeness | Missing
"""What a section of its own is composed of."""


def own_blocks(session: FileSession, store: Store, record: RecordKey, part: str, words: Words) -> Iterator[Block]:
    """Compose what follows the rows of a part of a record; nothing for most kinds."""
    if (record.entity, part) == ("project", "fundings"):
        yield from sums_table(read_sums_of(session, store, record.id), words)


def read_own(session: FileSession, store: Store, record: RecordKey) -> Own | None:
    """Read what the section of its own says of a record; None for most kinds."""
    match record.entity:
        case "experience":
            return read_completeness(session, store, record.id)
        case "period":
            return read_missing(session, store, record.id)
        case _:
            return None


def own_section(found: Own | None, info: EntityInfo, words: Words) -> Iterator[Block]:
    """Compose that section; nothing where there is none."""
    match found:
        case Completeness():
            yield from forms_blocks(found, {name: words(info.field(name).field.label) for name in TEXTS}, words)
        case Missing():
            yield from missing_section(found, words)
        case None:
            return
        case _:
            assert_never(found)
