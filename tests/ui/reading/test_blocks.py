"""Every block of a document can be a part of a page, and what is not recorded is no part of it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.document import NOT_RECORDED, Block, DescriptionList, Heading, PageBreak
from tests.app.test_document import BLOCKS
from tests.make import SPANISH
from ui.look.link import Link
from ui.reading.blocks import Section, SectionMaker
from ui.reading.values import ValueMaker


def sections_of(*blocks: Block) -> list[Section]:
    """Return the sections that these blocks make, with no action."""
    values = ValueMaker(SPANISH, lambda _: None, lambda *_: ())
    return SectionMaker(values, lambda _: (), lambda _: ()).sections(blocks)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_page_shows_what_a_block_says(block: Block, qtbot: QtBot) -> None:
    made = sections_of(Heading("Antes"), block)
    said = []
    for section in made:
        qtbot.addWidget(section)
        said += [label.text() for label in section.findChildren(QLabel)]
        said += [link.said for link in section.findChildren(Link)]
    assert isinstance(block, PageBreak) or any("uerta" in text for text in said)


def test_what_is_not_recorded_is_left_out_with_its_label(qtbot: QtBot) -> None:
    (section,) = sections_of(DescriptionList((("Sigla", NOT_RECORDED), ("Lugar", None), ("Tipo", "Foro"))))
    qtbot.addWidget(section)
    assert [label.text() for label in section.findChildren(QLabel)] == ["Tipo", "Foro"]
