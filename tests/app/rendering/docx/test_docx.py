"""Documents of Word, read back as a person would find them: styles, sections, running lines, contents."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from app.document import Document, PageBreak, Paragraph, Section, Start
from app.rendering.docx.docx import render_docx
from app.rendering.pdf.marks import mark_sections
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.rendering.docx.opening import Opened, bytes_of, opened, opened_of
from tests.app.rendering.sample import annexes, dossier
from tests.app.rendering.timelines import document_of, small


@pytest.fixture(scope="module")
def whole() -> Opened:
    """Return the sample of all blocks, made once."""
    return opened(dossier(rows=12))


def test_titles_have_the_styles_by_which_word_knows_headings(whole: Opened) -> None:
    named = [(each.style.name, each.text) for each in whole.word.paragraphs if each.style is not None]
    assert ("Title", "Dossier de la Comisión Directiva") in named
    titles = [text for name, text in named if name == "Heading 1"]
    assert titles == ["Orden del día", "Resoluciones", "Estado de la red", "Anexos", "Asistencia"]
    assert ("Heading 2", "Notas para la presidencia") in named
    assert ("Heading 3", "Detalle del punto 2") in named
    assert ("Caption", "Temario propuesto") in named


def test_the_contents_are_a_field_whose_lines_are_already_there(whole: Opened) -> None:
    assert [each.strip() for each in whole.found("//w:instrText/text()")] == ['TOC \\o "1-2" \\h \\z \\u']
    listed = [mark for part in mark_sections(dossier(rows=12), Words("es")) for mark in part.marks() if mark.listed]
    assert whole.styled("TOC1") == [mark.title for mark in listed if mark.level == 0]
    assert whole.styled("TOC2") == [mark.title for mark in listed if mark.level == 1]
    anchors = whole.found("//w:hyperlink/@w:anchor")
    assert len(anchors) == len(listed)
    assert set(anchors) <= set(whole.found("//w:bookmarkStart/@w:name"))
    assert b"updateFields" not in whole.parts["word/settings.xml"]
    kinds = whole.found("//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_a_document_without_contents_has_none() -> None:
    assert opened_of(Paragraph("Nada")).count("//w:instrText") == 0


def test_cover_body_and_pages_on_their_side_are_sections(whole: Opened) -> None:
    cover, body, side = whole.word.sections
    assert [each.orientation for each in (cover, body, side)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    assert side.page_width is not None
    assert round(side.page_width.mm) == 297
    assert body.left_margin is not None
    assert round(body.left_margin.mm) == 24
    assert cover.header.is_linked_to_previous  # there is none before it
    assert [each.text for each in cover.footer.paragraphs] == ["Secretaría Ejecutiva"]


def test_each_side_of_the_paper_has_header_and_footer_with_the_fields_of_the_pages(whole: Opened) -> None:
    for section, width in ((whole.word.sections[1], 168), (whole.word.sections[2], 261)):
        assert section.header.paragraphs[0].text.startswith("Dossier de la Comisión Directiva")
        footer = section.footer.paragraphs[0]
        assert footer.text.startswith("Mercociudades · Secretaría Ejecutiva\tpágina ")
        stop = footer.paragraph_format.tab_stops[0].position
        assert stop is not None
        assert round(stop.mm) == width
    codes = whole.found("//w:instrText/text()", "word/footer2.xml")
    assert [each.strip() for each in codes] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "said"), [("es", "es-UY"), ("pt", "pt-BR"), ("en", "en-GB")])
def test_the_language_of_the_document_is_that_of_its_spelling(language: str, said: str) -> None:
    file = opened(Document("T", language, (Section("S", ()),)))
    assert file.found("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == [said]
    assert file.word.core_properties.language == said


def test_the_properties_say_title_author_and_day(whole: Opened) -> None:
    properties = whole.word.core_properties
    assert (properties.title, properties.author) == ("Dossier de la Comisión Directiva", "Secretaría Ejecutiva")
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2009, 3, 1)  # noqa: DTZ001  # a day without a zone


def test_the_same_document_gives_the_same_bytes() -> None:
    assert bytes_of(dossier(rows=3)) == bytes_of(dossier(rows=3))


def test_letters_that_xml_forbids_do_not_break_the_file() -> None:
    hidden = "Uno\x00dos\x0btres\x1f\ud800cuatro\uffff & <cinco>\u200b"
    document = Document(hidden, "es", (Section(hidden, (Paragraph(hidden),)),), footer=hidden, author=hidden)
    file = opened(document)
    assert "& <cinco>" in file.styled("Heading1")[0]
    assert file.word.core_properties.author.startswith("Uno dos")


def test_a_title_longer_than_the_properties_take_is_cut_there_alone() -> None:
    file = opened(Document("Largo " * 100, "es", (Section("S", ()),)))
    assert len(file.word.core_properties.title) == 255


def test_a_break_within_a_section_begins_a_page_and_the_last_one_none() -> None:
    file = opened_of(Paragraph("A"), PageBreak(), Paragraph("B"), PageBreak())
    assert file.count("//w:pageBreakBefore") == 1


def test_a_section_that_asks_for_a_page_gets_it_and_one_below_stays() -> None:
    parts = (Section("A", ()), Section("B", (), start=Start.NEW_PAGE), Section("C", (), start=Start.BELOW))
    file = opened(Document("T", "es", parts))
    assert file.found("//w:p[w:pPr/w:pageBreakBefore]//w:t/text()") == ["B"]


def test_a_picture_is_embedded_and_a_pdf_is_said_to_go_in_the_pdf(whole: Opened) -> None:
    paragraphs = [each.text for each in whole.word.paragraphs]
    at = paragraphs.index("Anexo 1 · Acta de la reunión anterior", 20)
    assert paragraphs[at + 1] == "acta.pdf"
    assert "sus páginas van en el PDF de este documento" in paragraphs[at + 2]
    assert any("gastos.ods» acompaña este documento" in each for each in paragraphs)
    assert [name for name in whole.parts if name.startswith("word/media/")] == [
        "word/media/image1.png",
        "word/media/image2.jpg",
    ]
    map_, picture = whole.word.inline_shapes
    assert round(map_.width.mm) == 168
    assert picture.width.mm < 168.5
    assert picture.height.mm < 253
    assert whole.found("//wp:docPr/@descr")[1] == "Fotografía de la firma"


def test_a_damaged_picture_is_said_in_its_place_and_as_a_problem(tmp_path: Path) -> None:
    broken = replace(annexes()[3], content=annexes()[3].content[:60])
    document = Document("T", "es", (Section("Anexos", (broken,)),))
    rendered = render_docx(document, tmp_path / "t.docx", Words("es"))
    assert [each.place.file for each in rendered.problems] == ["firma.png"]
    assert any("está dañado" in each.text for each in docx.Document(str(tmp_path / "t.docx")).paragraphs)


def test_parts_are_counted_with_the_cover_and_progress_ends_at_one(tmp_path: Path) -> None:
    told: list[float] = []
    assert render_docx(dossier(rows=3), tmp_path / "a.docx", Words("es"), told.append).pages == 6
    assert told[-1] == 1
    assert render_docx(Document("T", "es", ()), tmp_path / "b.docx", Words("es")).pages == 1


def test_a_timeline_is_told_in_words_with_its_days() -> None:
    file = opened(document_of(small()))
    (table,) = file.word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Acción", "Desde", "Hasta", "En palabras"]
    assert [cell.text for cell in table.rows[5].cells] == ["▲\u00a0Tarde", "01/01/2009", "31/01/2009", "atrasada"]


def test_a_file_that_is_open_in_another_program_is_a_problem_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses it while Word has it open."""

    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ProblemError) as raised:
        render_docx(Document("T", "es", (), created=date(2009, 1, 1)), tmp_path / "t.docx", Words("es"))
    assert "no está abierto en otro programa" in raised.value.problems[0].say(Words("es"))
    assert list(tmp_path.iterdir()) == []


def test_the_pages_of_each_letter_begin_with_one() -> None:
    letters = tuple(Section(name, (Paragraph(name),), start=Start.NEW_PAGE) for name in ("Ana", "Luz"))
    made = opened(Document("Cartas", "es", letters, each_apart=True))
    assert len(made.word.sections) == len(letters)
    assert made.found("//w:pgNumType/@w:start") == ["1", "1"]
    codes = made.found("//w:instrText/text()", "word/footer1.xml")
    assert [each.strip() for each in codes] == ["PAGE", "SECTIONPAGES"]
