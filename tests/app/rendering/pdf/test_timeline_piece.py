"""A calendar over pages: the months and the line come again, and no action is lost."""

import re

import pytest

from app.document import Block, Paragraph, Timeline, TimelineRow
from tests.app.rendering.reading import printed, texts
from tests.app.rendering.timelines import document_of, long, small


def test_a_calendar_of_fifteen_months_and_sixty_actions_has_its_months_on_each_page() -> None:
    pages = texts(printed(document_of(long()))[0])
    assert 3 <= len(pages) <= 7
    for page in pages:
        assert {"2008", "2009", "Jun", "Set", "Ago", "Acción"} <= set(page.split())


def test_a_calendar_loses_no_action_and_says_the_line_again_where_it_goes_on() -> None:
    pages = texts(printed(document_of(long()))[0])
    found = [re.findall(r"A\d\d-\d\d", page) for page in pages]
    wanted = [f"A{line:02d}-{at:02d}" for line in range(1, 11) for at in range(6)]
    assert [name for names in found for name in names] == wanted
    for page, names in zip(pages, found, strict=True):
        line = int(names[0][1:3])
        goes_on = not names[0].endswith("-00")
        assert ("(sigue)" in page) == goes_on
        assert f"{line}. Línea {line} del plan" in page


@pytest.mark.parametrize("filler", range(10, 24))
def test_no_page_ends_with_a_line_without_its_actions(filler: int) -> None:
    blocks: tuple[Block, ...] = (*(Paragraph(f"Renglón {line}") for line in range(filler)), long(3, 3))
    pages = texts(printed(document_of(*blocks))[0])
    for page in pages:
        ends = re.findall(r"A\d\d-\d\d|\d\. Línea \d del plan", page)
        assert not ends or ends[-1].startswith("A")


def test_the_words_of_an_action_that_are_longer_than_a_page_go_on_on_the_next() -> None:
    row = TimelineRow("Boletín", said=" ".join(f"palabra{number}" for number in range(1_500)))
    block = Timeline("Calendario", "Acción", small().months, (TimelineRow("1. Redes", leads=True), row))
    pages = texts(printed(document_of(block))[0])
    assert len(pages) > 1
    found = re.findall(r"palabra\d+", " ".join(pages))
    assert found == [f"palabra{number}" for number in range(1_500)]


def test_a_calendar_without_rows_is_not_printed() -> None:
    (page,) = texts(printed(document_of(Paragraph("Nada."), Timeline("De enero", "Acción", small().months, ())))[0])
    assert "De enero" not in page
