"""The look of a document of Word: styles of its own, letters that every Word replaces, settings that ask nothing."""

import pytest
from lxml import etree

from app.document import Paragraph
from app.rendering.docx.look import PARAGRAPHS, fonts_xml, page_xml, settings_xml, styles_xml
from app.rendering.docx.markup import NAMESPACES
from app.words.words import Words
from tests.app.rendering.docx.opening import SPACES, opened_of

W = f"{{{SPACES['w']}}}"
ORDER = ("keepNext", "keepLines", "pageBreakBefore", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl")
"""The order in which Word asks for what a paragraph says (ISO/IEC 29500-1, 17.3.1.26)."""


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_each_style_has_a_name_of_its_own_in_the_language_of_the_document(language: str) -> None:
    styles = etree.fromstring(styles_xml(Words(language)))
    names = [each.get(f"{W}val") for each in styles.iterfind("w:style/w:name", SPACES)]
    assert len(set(names)) == len(names)
    assert ("Tabla: texto" in names) == (language == "es")


def test_each_style_that_a_style_names_is_there() -> None:
    styles = etree.fromstring(styles_xml(Words("es")))
    known = {each.get(f"{W}styleId") for each in styles.iterfind("w:style", SPACES)}
    named = {each.get(f"{W}val") for tag in ("basedOn", "next") for each in styles.iterfind(f"w:style/w:{tag}", SPACES)}
    assert named <= known
    assert {each.id for each in PARAGRAPHS} <= known


def test_what_a_style_says_stands_in_the_order_that_word_reads() -> None:
    styles = etree.fromstring(styles_xml(Words("es")))
    for said in styles.iterfind("w:style/w:pPr", SPACES):
        places = [ORDER.index(str(etree.QName(each).localname)) for each in said]
        assert places == sorted(places)


def test_every_word_has_what_stands_in_for_our_letters() -> None:
    fonts = etree.fromstring(fonts_xml())
    behind = {each.get(f"{W}name"): each[0].get(f"{W}val") for each in fonts}
    assert behind == {"Source Sans 3": "Calibri", "Source Sans 3 Light": "Calibri Light"}
    styles = etree.fromstring(styles_xml(Words("es")))
    assert {each.get(f"{W}ascii") for each in styles.iter(f"{W}rFonts")} == set(behind)


@pytest.mark.parametrize(("language", "decimal"), [("es", ","), ("pt", ","), ("en", ".")])
def test_the_document_opens_without_a_question_as_one_of_the_present_word(language: str, decimal: str) -> None:
    said = settings_xml(Words(language))
    assert "updateFields" not in said
    assert 'w:name="compatibilityMode"' in said
    assert f'<w:decimalSymbol w:val="{decimal}"/>' in said


def test_a_page_has_the_size_and_the_margins_of_the_paper() -> None:
    upright, side = (etree.fromstring(f"<w:x {NAMESPACES}>{page_xml(landscape=each)}</w:x>") for each in (False, True))
    assert (upright[0].get(f"{W}w"), upright[0].get(f"{W}h")) == ("11906", "16838")
    assert side[0].get(f"{W}orient") == "landscape"
    assert (upright[1].get(f"{W}left"), side[1].get(f"{W}left")) == ("1361", "1020")


def test_the_theme_has_our_letters_and_accent_and_nothing_names_another_program() -> None:
    file = opened_of(Paragraph("Nada"))
    theme = file.parts["word/theme/theme1.xml"]
    assert theme.count(b'typeface="Source Sans 3"') == 1
    assert b"0B5A60" in theme
    assert not any(b"Macintosh" in content or b"python-docx" in content for content in file.parts.values())
    assert not [name for name in file.parts if "thumbnail" in name or "customXml" in name]
