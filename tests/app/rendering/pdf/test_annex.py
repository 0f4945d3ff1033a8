"""Attached files in the paper: whole, upright, stamped, numbered, and said in words when they cannot be read."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.document import Annex, Document, Paragraph, Section
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words
from tests.app.rendering.reading import bookmarks, printed, texts
from tests.app.rendering.sample import A4, annexes, locked_pdf, pdf_of, picture

PDF = "application/pdf"


def _with(*attached: Annex) -> Document:
    return Document(
        "Dossier", "es", (Section("Anexos", (Paragraph("Van con este dossier."), *attached)),), contents=True
    )


def _picture_of(document: Document, page: int) -> Image.Image:
    """Return a page as it is seen, one pixel a point."""
    target = BytesIO()
    render_pdf(document, target, Words("es"))
    with pypdfium2.PdfDocument(target.getvalue()) as opened:
        image: Image.Image = opened[page - 1].render(scale=1).to_pil().convert("RGB")
        return image


def test_every_page_of_an_attached_pdf_is_there_and_stamped() -> None:
    reader, rendered = printed(_with(Annex(2, "Acta", "acta.pdf", PDF, pdf_of(18))))
    pages = [text for text in texts(reader) if "Anexo 2 · p." in text]
    assert len(pages) == 18
    for number, text in enumerate(pages, 1):
        assert f"Anexo 2 · p. {number}/18" in text
        assert f"Acta {number}" in text
        assert f"de {rendered.pages}" in text
    assert rendered.problems == ()


def test_an_annex_of_several_pages_begins_on_a_right_hand_page() -> None:
    attached = [Annex(number, f"Acta {number}", "acta.pdf", PDF, pdf_of(3)) for number in (1, 2, 3)]
    reader, _ = printed(_with(*attached))
    marked = bookmarks(reader)
    assert "Esta página queda en blanco." in texts(reader)[marked["Anexo 2 · Acta 2"] - 2]
    assert [page % 2 for title, page in marked.items() if title.startswith("Anexo ")] == [1, 1, 1]


def test_contents_and_bookmarks_name_the_true_page_of_each_annex() -> None:
    reader, _ = printed(_with(*annexes()))
    pages = texts(reader)
    for title, page in bookmarks(reader).items():
        if title.startswith("Anexo "):
            assert f"{title.split(' · ')[0]} · p. 1/" in pages[page - 1]
            assert f"{title}\n{page}" in pages[0]


@pytest.mark.parametrize("size", [A4, (612, 792), (298, 420), (1684, 2384)])
def test_a_page_of_any_size_is_scaled_onto_a4(size: tuple[float, float]) -> None:
    document = _with(Annex(1, "Plano", "plano.pdf", PDF, pdf_of(1, size=size)))
    reader, _ = printed(document)
    assert [round(float(side)) for side in (reader.pages[2].mediabox.width, reader.pages[2].mediabox.height)] == [
        595,
        842,
    ]
    dark = _picture_of(document, 3).convert("L").point(lambda shade: 255 if shade < 128 else 0)
    left, top, right, bottom = dark.crop((0, 40, 595, 802)).getbbox() or (0, 0, 0, 0)
    assert right - left > 300
    assert bottom - top > 450


@pytest.mark.parametrize(("rotation", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))])
def test_a_turned_page_is_printed_as_it_is_seen_on_the_screen(rotation: int, corner: tuple[int, int]) -> None:
    # The text is in the upper left corner of the page before it is turned.
    image = _picture_of(_with(Annex(1, "Girado", "girado.pdf", PDF, pdf_of(1, rotation=rotation))), 3)
    assert (image.width > image.height) == (rotation in (90, 270))
    image = image.crop((0, 32, image.width, image.height - 32))  # without the stamp and the number
    middle_x, middle_y = image.width // 2, image.height // 2
    ink = {}
    for across in (0, 1):
        for down in (0, 1):
            box = (across * middle_x, down * middle_y, middle_x * (across + 1), middle_y * (down + 1))
            ink[across, down] = sum(image.crop(box).convert("L").histogram()[:128])
    assert max(ink, key=lambda place: ink[place]) == corner


def test_a_crop_box_and_an_origin_elsewhere_are_respected() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of(1)))
    page = writer.pages[0]
    page.cropbox.lower_left = (36, 500)
    page.cropbox.upper_right = (436, 806)
    target = BytesIO()
    writer.write(target)
    image = _picture_of(_with(Annex(1, "Recorte", "recorte.pdf", PDF, target.getvalue())), 3)
    assert image.width > image.height


def test_the_fields_of_a_filled_form_are_printed_too() -> None:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.acroForm.textfield(value="Aprobado", x=100, y=300, width=200, height=60, fillColor=Color(1, 0, 0))
    canvas.showPage()
    canvas.save()
    image = _picture_of(_with(Annex(1, "Formulario", "formulario.pdf", PDF, target.getvalue())), 3)
    colors = image.getcolors(1 << 20) or []
    assert sum(count for count, color in colors if color == (255, 0, 0)) > 5_000


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
    reader, rendered = printed(_with(Annex(1, "Convenio", "convenio.pdf", PDF, content)))
    page = texts(reader)[-1].replace("\n", " ")
    assert said in page
    assert "convenio.pdf" in page
    assert "Anexo 1 · p. 1/1" in page
    (problem,) = rendered.problems
    assert said in problem.say(Words("es"))
    assert problem.place.file == "convenio.pdf"


def test_a_pdf_that_opens_without_a_password_is_printed_though_it_is_encrypted() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of(1)))
    writer.encrypt("", "propietaria", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    reader, rendered = printed(_with(Annex(1, "Decreto", "decreto.pdf", PDF, target.getvalue())))
    assert "Acta 1" in texts(reader)[-1]
    assert rendered.problems == ()


def test_a_picture_is_printed_on_a_page_of_its_own_shape() -> None:
    document = _with(Annex(1, "Firma", "firma.png", "image/png", picture(1200, 800)))
    image = _picture_of(document, 3)
    assert image.width > image.height
    red, green, blue = image.getpixel((image.width // 2, image.height // 2))  # type: ignore[misc]  # RGB has three
    assert abs(red - 0x7A) < 6
    assert abs(green - 0xA6) < 6
    assert abs(blue - 0xA8) < 6


def test_each_page_of_a_scan_is_printed() -> None:
    first, second = (Image.new("L", (600, 800), shade) for shade in (200, 90))
    target = BytesIO()
    first.save(target, "TIFF", save_all=True, append_images=[second])
    pages = texts(printed(_with(Annex(1, "Escaneo", "acta.tif", "image/tiff", target.getvalue())))[0])
    assert "Anexo 1 · p. 2/2" in pages[-1]


def test_a_damaged_picture_is_said_in_its_place_and_reported() -> None:
    reader, rendered = printed(_with(Annex(1, "Firma", "firma.png", "image/png", picture()[:200])))
    assert "está dañado" in texts(reader)[-1]
    assert len(rendered.problems) == 1


def test_another_kind_of_file_is_named_on_a_page_and_is_no_problem() -> None:
    reader, rendered = printed(_with(Annex(1, "Gastos", "gastos.ods", "application/x-ods", b"PK")))
    assert "gastos.ods" in texts(reader)[-1]
    assert rendered.problems == ()
