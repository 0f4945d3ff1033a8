"""Letters of every kind on paper: those of the fallback font, and the sign of those that no font has."""

import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics

import resources
from app.document import (
    BarChart,
    Block,
    Cell,
    Column,
    Cover,
    DescriptionList,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    Tone,
)
from app.rendering.pdf.fonts import FALLBACK, FONTS, Typesetter
from app.rendering.pdf.style import HEADINGS, Letter
from app.rendering.rendered import Lacking
from tests.app.rendering.reading import printed, texts

STRANGE = "Ωμέγα Жуковский Ѣ ☎ → ∑ ✓ ẽ ỹ"


def _paper(*blocks: Block, title: str = "Prueba", cover: Cover | None = None) -> Document:
    return Document("Prueba", "es", (Section(title, blocks),), cover)


def _said(document: Document) -> str:
    return " ".join(" ".join(texts(printed(document)[0])).split())


def _names(reader: PdfReader) -> list[str]:
    fonts = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]  # a page has fonts
    return [str(font.get_object()["/BaseFont"]) for font in fonts]


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(STRANGE),),
        (Heading(STRANGE),),
        (Table((Column("Dato"), Column("Valor")), ((STRANGE, 1),)),),
        (Table((Column(STRANGE),), (("uno",),)),),
        (DescriptionList(((STRANGE, "valor"),)),),
        (KeyFigures(((3, STRANGE),)),),
        (Table((Column("Dato"),), ((Cell(STRANGE, Tone.LATE),),)),),
    ],
)
def test_greek_cyrillic_and_signs_are_printed_wherever_a_text_stands(blocks: tuple[Block, ...]) -> None:
    document = _paper(*blocks)
    assert STRANGE.replace(" ", "") in _said(document).replace(" ", "")
    assert printed(document)[1].lacking == ()


def test_they_are_printed_on_the_cover_in_titles_and_in_charts_too() -> None:
    cover = Cover("Μερκο", "Ρώμη", "Москва", ("☎ 1",), "→ 2")
    said = _said(_paper(BarChart("Ж", (("Σόφια", 3),)), title="Αθήνα", cover=cover))
    assert all(text in said for text in ("Μερκο", "Ρώμη", "Москва", "☎ 1", "→ 2", "Αθήνα", "Ж", "Σόφια"))


def test_a_paper_that_needs_no_fallback_does_not_carry_it() -> None:
    assert not any("DejaVu" in name for name in _names(printed(_paper(Paragraph("Ñandú ção")))[0]))
    assert any("DejaVu" in name for name in _names(printed(_paper(Paragraph("☎ ✓")))[0]))


def test_what_is_measured_is_what_is_drawn() -> None:
    typesetter = Typesetter()
    for font in FONTS:
        drawn = pdfmetrics.stringWidth(STRANGE, font, 10)
        assert drawn == pytest.approx(typesetter.width(STRANGE, Letter(font, 10, 12)), abs=0.01)


def test_the_fallback_is_small_and_its_licence_lies_beside_it() -> None:
    assert resources.path(f"fonts/{FALLBACK}.ttf").stat().st_size < 1_000_000
    assert "Bitstream" in resources.path("fonts/LICENSE.txt").read_text(encoding="utf-8")


def test_a_letter_that_no_font_has_is_a_numbered_sign_one_number_for_each_letter() -> None:
    blocks = (Heading("Ana 王"), Paragraph("王 y 山 en שלום"), Table((Column("山"),), (("a",),)))
    document = _paper(*blocks)
    reader, rendered = printed(document)
    said = " ".join(" ".join(texts(reader)).split())
    assert "Ana ▯¹" in said
    assert "▯¹ y ▯² en ▯³▯⁴▯⁵▯⁶" in said
    assert [(each.number, each.letter) for each in rendered.lacking] == list(enumerate("王山שלום", 1))
    assert rendered.lacking[0] == Lacking(1, "王", ("Ana 王", "王 y 山 en שלום"))


def test_more_than_nine_letters_have_numbers_of_two_digits() -> None:
    said = _said(_paper(Paragraph("一二三四五六七八九十")))
    assert said.endswith("▯⁹▯¹⁰") or "▯⁹▯¹⁰" in said


def test_a_sign_is_as_wide_as_it_is_drawn_and_the_document_stays_as_it_was() -> None:
    document = _paper(Paragraph("王"))
    printed(document)
    assert document.sections[0].blocks == (Paragraph("王"),)
    assert Typesetter().width("▯¹", HEADINGS[2]) > 0


def test_what_asks_for_another_look_of_a_letter_is_no_letter() -> None:
    assert printed(_paper(Paragraph("☎\ufe0f Teléfono")))[1].lacking == ()
