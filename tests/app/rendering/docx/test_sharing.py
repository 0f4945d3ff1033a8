"""Which sections share a page of Word, by about how high they are."""

from app.document import Document, PageBreak, Paragraph, Section, Start
from app.rendering.docx.sharing import begins_page
from app.words.words import Words
from tests.app.rendering.sample import LONG, dossier

SHORT = Paragraph(LONG)
LONGER = Paragraph(LONG * 12)


def begins(*sections: Section, single_page: bool = False) -> list[bool]:
    """Return which of the sections begin on a new page."""
    return begins_page(Document("T", "es", sections, single_page=single_page), Words("es"))


def test_short_sections_share_a_page_and_long_ones_have_their_own() -> None:
    short, longer = Section("A", (SHORT,)), Section("B", (LONGER, LONGER))
    assert begins(short, short, short) == [True, False, False]
    assert begins(longer, longer) == [True, True]


def test_what_is_hardly_begun_leaves_the_page_to_what_follows() -> None:
    assert begins(Section("A", (SHORT,)), Section("B", (LONGER, LONGER))) == [True, False]


def test_a_section_begins_where_it_asks_to() -> None:
    own = Section("B", (SHORT,), start=Start.NEW_PAGE)
    below = Section("C", (LONGER, LONGER), start=Start.BELOW)
    assert begins(Section("A", (SHORT,)), own, below) == [True, True, False]
    assert begins(Section("A", (LONGER, LONGER)), Section("B", (LONGER,)), single_page=True) == [True, False]


def test_another_side_and_a_break_need_a_page() -> None:
    side = Section("B", (SHORT,), landscape=True)
    assert begins(Section("A", (SHORT,)), side, side) == [True, True, False]
    assert begins(Section("A", (SHORT, PageBreak())), Section("B", (LONGER, LONGER))) == [True, True]


def test_every_block_has_a_height() -> None:
    assert begins_page(dossier(rows=30), Words("es")) == [True, True, True, True, True]
