"""How the sections of a document come onto pages: short ones together, and none on a page for a sentence."""

import re
from dataclasses import replace

from app.document import Block, Column, Document, KeyFigures, Paragraph, Section, Start, Table
from tests.app.rendering.reading import bookmarks, printed, texts
from tests.app.rendering.sample import LONG, agenda, resolutions


def _short(title: str, *, start: Start = Start.SHARED) -> Section:
    return Section(title, (Paragraph(f"No hay {title.lower()}."),), start=start)


def _long(title: str, *, landscape: bool = False) -> Section:
    table = Table((Column("Punto"), Column("Acta", 4)), tuple((str(at), LONG) for at in range(12)))
    return Section(title, (table,), landscape=landscape)


def _pages(*sections: Section) -> list[str]:
    return texts(printed(Document("Dossier", "es", sections))[0])


def _page_of(pages: list[str], text: str) -> int:
    (page,) = [number for number, said in enumerate(pages, 1) if text in said]
    return page


def test_several_short_sections_share_a_page() -> None:
    pages = _pages(*(_short(title) for title in ("Resoluciones", "Contactos", "Experiencias", "Anexos")))
    assert len(pages) == 1
    assert all(f"No hay {what}." in pages[0] for what in ("resoluciones", "contactos", "experiencias", "anexos"))


def test_figures_begin_no_page_before_their_table() -> None:
    table = Table((Column("Punto"), Column("Acta", 4)), (("Primero", LONG), ("Segundo", LONG)))
    for lines in range(20, 36):
        above = Section("Asuntos", tuple(Paragraph(f"Renglón {line}") for line in range(lines)))
        summed = Section("Estado", (KeyFigures(((4137, "fichas"),)), table), start=Start.BELOW)
        pages = _pages(above, summed)
        assert _page_of(pages, "4.137") == _page_of(pages, "Primero")


def test_the_last_lines_of_a_paper_take_the_section_before_them_to_their_page() -> None:
    table = Table((Column("Punto"), Column("Acta", 4)), tuple((str(at), "Asunto") for at in range(12)))
    for lines in range(12, 24):
        above = Section("Asuntos", tuple(Paragraph(f"Renglón {line}") for line in range(lines)))
        pages = _pages(above, Section("Pauta", (table,), start=Start.SHARED), _short("Documentos"))
        assert _page_of(pages, "Pauta") == _page_of(pages, "No hay documentos.")
        assert len(pages) <= 2


def test_an_empty_section_stands_under_a_long_one_and_takes_no_page() -> None:
    alone = _pages(agenda())
    assert len(_pages(agenda(), _short("Resoluciones"))) == len(alone)


def test_a_long_section_begins_a_page_but_under_a_few_sentences() -> None:
    after_long = _pages(_long("Asuntos"), _long("Estado"))
    assert [number for number, text in enumerate(after_long, 1) if "Asuntos" in text] == [1]
    assert _page_of(after_long, "Estado") == 2
    pages = _pages(_short("Resoluciones"), _long("Estado"))
    assert _page_of(pages, "No hay resoluciones.") == 1
    assert "Estado" in pages[0]


def test_a_long_section_does_not_go_on_under_the_last_lines_of_another() -> None:
    lines = tuple(Paragraph(f"Renglón {line}") for line in range(40))
    pages = _pages(Section("Uno", lines), _long("Estado"))
    assert (_page_of(pages, "Renglón 39"), _page_of(pages, "Estado\n")) == (2, 3)


def test_a_section_longer_than_half_a_page_does_not_go_on_under_another() -> None:
    lines = tuple(Paragraph(f"Renglón {line}") for line in range(18))
    pages = _pages(Section("Uno", lines[:10]), Section("Dos", lines))
    assert [number for number, text in enumerate(pages, 1) if "Renglón 0" in text] == [1, 2]


def test_a_sentence_lies_on_its_side_under_a_wide_table_rather_than_on_a_page_alone() -> None:
    wide = replace(resolutions(3), landscape=True)
    assert len(_pages(wide, _short("Experiencias"), _short("Anexos"))) == len(_pages(wide)) == 1


def test_a_wide_table_does_not_stand_up_to_share_a_page() -> None:
    assert len(_pages(_short("Agenda"), replace(resolutions(3), landscape=True))) == 2


def test_a_sheet_that_is_taken_out_has_a_page_of_its_own() -> None:
    pages = _pages(_short("Resoluciones"), _short("Firmas", start=Start.NEW_PAGE))
    assert [_page_of(pages, "No hay resoluciones."), _page_of(pages, "No hay firmas.")] == [1, 2]


def test_contents_and_bookmarks_lead_to_sections_that_share_a_page() -> None:
    blocks: tuple[Block, ...] = tuple(Paragraph(f"Renglón {line}") for line in range(26))
    sections = (_short("Uno"), Section("Dos", blocks), _short("Tres"), _short("Cuatro"))
    reader, _ = printed(Document("Dossier", "es", sections, contents=True))
    pages, marked = texts(reader), bookmarks(reader)
    entries = dict(re.findall(r"^(.+?)\s*\n?(\d+)$", pages[0], re.MULTILINE))
    for title in ("Uno", "Dos", "Tres", "Cuatro"):
        assert title in pages[marked[title] - 1]
        assert int(entries[title]) == marked[title]
    assert marked["Tres"] == marked["Cuatro"]
