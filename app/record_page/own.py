"""What the page of one kind says of a part beyond its rows: what the amounts of a project come to, by currency."""

from collections.abc import Iterator

from app.document import Block
from app.funds.reading import read_sums_of
from app.funds.tables import sums_table
from app.words.words import Words
from db.session import FileSession
from db.store import Store
from db.values import RecordKey


def own_blocks(session: FileSession, store: Store, record: RecordKey, part: str, words: Words) -> Iterator[Block]:
    """Compose what follows the rows of a part of a record; nothing for most kinds."""
    if (record.entity, part) == ("project", "fundings"):
        yield from sums_table(read_sums_of(session, store, record.id), words)
