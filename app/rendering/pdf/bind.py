"""Binding: the pages of attached PDFs set, scaled, onto the stamped pages that wait for them."""

from collections.abc import Mapping
from io import BytesIO
from typing import cast

from pypdf import PdfWriter, Transformation
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

from app.rendering.pdf.forms import PageForm, add_stream

NAME = "/EnlaceAnnex"


def bind_forms(paper: bytes, forms: Mapping[int, tuple[PageForm, tuple[float, float, float]]]) -> bytes:
    """Set each form onto the page with its index (from 0), at left, bottom and scale; give the whole paper."""
    if not forms:
        return paper
    writer = PdfWriter(clone_from=BytesIO(paper))
    for index, (form, place) in forms.items():
        _set_form(writer, index, form, place)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _set_form(writer: PdfWriter, index: int, form: PageForm, place: tuple[float, float, float]) -> None:
    page = writer.pages[index]
    resources = cast("DictionaryObject", page["/Resources"])
    known = resources.get("/XObject", DictionaryObject()).get_object()
    resources[NameObject("/XObject")] = DictionaryObject({**known, NameObject(NAME): add_stream(writer, form.form)})
    left, bottom, scale = place
    numbers = " ".join(f"{value:.5f}" for value in Transformation().scale(scale).translate(left, bottom).ctm)
    stream = DecodedStreamObject()
    stream.set_data(f"q {numbers} cm {NAME} Do Q\n".encode("ascii"))
    contents = page.raw_get("/Contents")
    # The annex goes under the stamp, so that a white page of a scan never hides it.
    page[NameObject("/Contents")] = ArrayObject([add_stream(writer, stream), contents])
