"""Attached files in the paper: whole, upright, stamped, numbered, and said in words when they cannot be read."""

from io import BytesIO

import pytest
from PIL import Image

from app.document import Annex
from app.words.words import Words
from tests.app.rendering.pdf.attached import PDF, attaching, picture_of
from tests.app.rendering.reading import bookmarks, printed, texts
from tests.app.rendering.sample import annexes, locked_pdf, pdf_of, picture


def test_every_page_of_an_attached_pdf_is_there_and_stamped() -> None:
    reader, rendered = printed(attaching(Annex(2, "Acta", "acta.pdf", PDF, pdf_of(18))))
    pages = [text for text in texts(reader) if "Anexo 2 · p." in text]
    assert len(pages) == 18
    for number, text in enumerate(pages, 1):
        assert f"Anexo 2 · p. {number}/18" in text
        assert f"Acta {number}" in text
        assert f"de {rendered.pages}" in text
    assert rendered.problems == ()


def test_an_annex_of_several_pages_begins_on_a_right_hand_page() -> None:
    attached = [Annex(number, f"Acta {number}", "acta.pdf", PDF, pdf_of(3)) for number in (1, 2, 3)]
    reader, _ = printed(attaching(*attached))
    marked = bookmarks(reader)
    assert "Esta página queda en blanco." in texts(reader)[marked["Anexo 2 · Acta 2"] - 2]
    assert [page % 2 for title, page in marked.items() if title.startswith("Anexo ")] == [1, 1, 1]


def test_contents_and_bookmarks_name_the_true_page_of_each_annex() -> None:
    reader, _ = printed(attaching(*annexes()))
    pages = texts(reader)
    for title, page in bookmarks(reader).items():
        if title.startswith("Anexo "):
            assert f"{title.split(' · ')[0]} · p. 1/" in pages[page - 1]
            assert f"{title}\n{page}" in pages[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf_of(3)[:600], "está dañado"),
        (b"", "está dañado"),
        (b"%PDF-1.7\n" + b"\x00" * 400, "está dañado"),
        (b"<html>no es un pdf</html>", "está dañado"),
        (locked_pdf(), "está protegido con una contraseña"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_said_in_its_place_and_reported(content: bytes, said: str) -> None:
    reader, rendered = printed(attaching(Annex(1, "Convenio", "convenio.pdf", PDF, content)))
    page = texts(reader)[-1].replace("\n", " ")
    assert said in page
    assert "convenio.pdf" in page
    assert "Anexo 1 · p. 1/1" in page
    (problem,) = rendered.problems
    assert said in problem.say(Words("es"))
    assert problem.place.file == "convenio.pdf"


def test_a_picture_is_printed_on_a_page_of_its_own_shape() -> None:
    document = attaching(Annex(1, "Firma", "firma.png", "image/png", picture(1200, 800)))
    image = picture_of(document, 3)
    assert image.width > image.height
    red, green, blue = image.getpixel((image.width // 2, image.height // 2))  # type: ignore[misc]  # RGB has three
    assert abs(red - 0x7A) < 6
    assert abs(green - 0xA6) < 6
    assert abs(blue - 0xA8) < 6


def test_each_page_of_a_scan_is_printed() -> None:
    first, second = (Image.new("L", (600, 800), shade) for shade in (200, 90))
    target = BytesIO()
    first.save(target, "TIFF", save_all=True, append_images=[second])
    pages = texts(printed(attaching(Annex(1, "Escaneo", "acta.tif", "image/tiff", target.getvalue())))[0])
    assert "Anexo 1 · p. 2/2" in pages[-1]


def test_a_damaged_picture_is_said_in_its_place_and_reported() -> None:
    reader, rendered = printed(attaching(Annex(1, "Firma", "firma.png", "image/png", picture()[:200])))
    assert "está dañado" in texts(reader)[-1]
    assert len(rendered.problems) == 1


def test_another_kind_of_file_is_named_on_a_page_and_is_no_problem() -> None:
    reader, rendered = printed(attaching(Annex(1, "Gastos", "gastos.ods", "application/x-ods", b"PK")))
    assert "gastos.ods" in texts(reader)[-1]
    assert rendered.problems == ()
