"""Pages of a foreign PDF on pages of ours: upright, whole, and with what was written into their fields."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.document import Annex
from tests.app.rendering.pdf.attached import PDF, attaching, picture_of
from tests.app.rendering.reading import printed, texts
from tests.app.rendering.sample import A4, pdf_of


@pytest.mark.parametrize("size", [A4, (612, 792), (298, 420), (1684, 2384)])
def test_a_page_of_any_size_is_scaled_onto_a4(size: tuple[float, float]) -> None:
    document = attaching(Annex(1, "Plano", "plano.pdf", PDF, pdf_of(1, size=size)))
    reader, _ = printed(document)
    assert [round(float(side)) for side in (reader.pages[2].mediabox.width, reader.pages[2].mediabox.height)] == [
        595,
        842,
    ]
    dark = picture_of(document, 3).convert("L").point(lambda shade: 255 if shade < 128 else 0)
    left, top, right, bottom = dark.crop((0, 40, 595, 802)).getbbox() or (0, 0, 0, 0)
    assert right - left > 300
    assert bottom - top > 450


@pytest.mark.parametrize(("rotation", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))])
def test_a_turned_page_is_printed_as_it_is_seen_on_the_screen(rotation: int, corner: tuple[int, int]) -> None:
    # The text is in the upper left corner of the page before it is turned.
    image = picture_of(attaching(Annex(1, "Girado", "girado.pdf", PDF, pdf_of(1, rotation=rotation))), 3)
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
    image = picture_of(attaching(Annex(1, "Recorte", "recorte.pdf", PDF, target.getvalue())), 3)
    assert image.width > image.height


def test_the_fields_of_a_filled_form_are_printed_too() -> None:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.acroForm.textfield(value="Aprobado", x=100, y=300, width=200, height=60, fillColor=Color(1, 0, 0))
    canvas.showPage()
    canvas.save()
    image = picture_of(attaching(Annex(1, "Formulario", "formulario.pdf", PDF, target.getvalue())), 3)
    colors = image.getcolors(1 << 20) or []
    assert sum(count for count, color in colors if color == (255, 0, 0)) > 5_000


def test_a_pdf_that_opens_without_a_password_is_printed_though_it_is_encrypted() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of(1)))
    writer.encrypt("", "propietaria", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    reader, rendered = printed(attaching(Annex(1, "Decreto", "decreto.pdf", PDF, target.getvalue())))
    assert "Acta 1" in texts(reader)[-1]
    assert rendered.problems == ()
