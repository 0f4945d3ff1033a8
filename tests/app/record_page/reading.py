"""What tests read of the page of a record: its blocks, and its facts by their labels."""

from collections.abc import Mapping, Sequence

from app.document import Block, DescriptionList, Heading, Table, Value
from app.record_page import Beside, Page, read_beside, read_page
from app.screens import layout_of
from app.words.words import Words
from db.store import Store


def page_of(store: Store, entity: str, key: str, language: str = "es") -> Page:
    """Return the page of a record that exists."""
    layout = layout_of(entity)
    assert layout is not None
    page = read_page(store, layout, key, Words(language))
    assert page is not None
    return page


def beside_of(store: Store, entity: str, key: str, *whole: str) -> Beside:
    """Return what belongs to a record on its page, of these names all."""
    layout = layout_of(entity)
    assert layout is not None
    return read_beside(store, layout, key, Words("es"), whole=frozenset(whole))


def head_of(page: Page) -> Mapping[str, Value]:
    """Return the facts of the head by their labels."""
    block = page.section.blocks[1]
    assert isinstance(block, DescriptionList)
    return dict(block.pairs)


def names_of(blocks: Sequence[Block]) -> list[str]:
    """Return the names of the headings."""
    return [block.name for block in blocks if isinstance(block, Heading)]


def table_below(blocks: Sequence[Block], name: str) -> Table:
    """Return the table below the heading with this name."""
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.name == name)
    table = blocks[at + 1]
    assert isinstance(table, Table)
    return table
