"""The page of HTML: one file, escaped, readable aloud, by day and by night."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from app.document import Cell, Column, Cover, DescriptionList, Document, Heading, Paragraph, Section, Table, Tone
from app.rendering.html.html import render_html
from app.words.words import Words
from tests.app.rendering.sample import dossier
from tests.app.rendering.timelines import document_of, small

SCRIPT = "<script>alert('x')</script> & \"comillas\""


def test_every_text_is_escaped_wherever_it_stands() -> None:
    table = Table((Column(SCRIPT),), ((SCRIPT,), (Cell(SCRIPT, Tone.LATE),)), caption=SCRIPT)
    blocks = (
        Heading(SCRIPT),
        Paragraph(SCRIPT),
        DescriptionList(((SCRIPT, SCRIPT),)),
        table,
        Table((), (), SCRIPT, SCRIPT),
    )
    cover = Cover(SCRIPT, SCRIPT, SCRIPT, (SCRIPT,), SCRIPT)
    document = Document(SCRIPT, "es", (Section(SCRIPT, blocks),), cover, contents=True, footer=SCRIPT)
    page = render_html(document, Words("es"))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 15


def test_the_page_needs_no_other_file() -> None:
    page = render_html(dossier(), Words("es"))
    assert not re.search(r"<(link|script|img|iframe)\b|url\((?!#)|@import|\bsrc=", page)


@pytest.mark.parametrize(("language", "said"), [("es", "es-UY"), ("pt", "pt-BR")])
def test_the_page_says_its_language(language: str, said: str) -> None:
    assert html.fromstring(render_html(dossier(language), Words(language))).get("lang") == said


def test_headings_go_down_one_level_at_a_time_and_tables_name_their_columns() -> None:
    tree = html.fromstring(render_html(dossier(), Words("es")))
    levels = [int(str(element.tag)[1]) for element in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tree.xpath("count(//th)") == tree.xpath("count(//thead//th[@scope='col'])")


def _found(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the attributes that an XPath finds."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_the_contents_lead_to_the_sections() -> None:
    tree = html.fromstring(render_html(dossier(), Words("es")))
    targets = [link[1:] for link in _found(tree, "//nav//a/@href")]
    assert len(targets) == 5
    assert targets == _found(tree, "//h2/@id")


def test_no_id_is_given_twice() -> None:
    ids = _found(html.fromstring(render_html(dossier(), Words("es"))), "//@id")
    assert len(ids) == len(set(ids))


def test_drawings_have_a_name_for_who_hears_the_page() -> None:
    page = render_html(dossier(), Words("es"))
    drawings = [ET.fromstring(found) for found in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]  # noqa: S314  # our own
    titles = [drawing.findtext("{http://www.w3.org/2000/svg}title") for drawing in drawings]
    assert titles == ["Ciudades por país", "Ciudades miembros"]


def test_what_is_late_has_a_sign_beside_its_colour() -> None:
    assert re.search(r'<td class="late">▲\s?vencida</td>', render_html(dossier(), Words("es")))


def test_the_page_follows_the_scheme_of_the_system() -> None:
    assert "prefers-color-scheme: dark" in render_html(dossier(), Words("es"))


def test_bars_across_months_are_a_figure_with_its_key_and_all_its_words() -> None:
    page = render_html(document_of(small()), Words("es"))
    tree = html.fromstring(page)
    assert tree.xpath("count(//figure/*[local-name()='svg'])") == 2
    said = " ".join(" ".join(_found(tree, "//figure//text()")).split())
    for text in ("De 01/2009 a 04/2009", "Compromiso atrasado", "Enero", "▲ Tarde", "con compromisos", "Vacante"):
        assert text in said
    ids = _found(tree, "//@id")
    assert len(ids) == len(set(ids))
