"""Pages of a foreign PDF as forms: drawings that can be placed, scaled, on a page of ours."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    StreamObject,
)

BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    ArithmeticError,
    RecursionError,
    OSError,
)
"""What pypdf raises, at any depth, for a file that is not what a PDF should be."""

HIDDEN = 0b100010
"""Flags of an annotation that is not shown: Hidden and NoView (ISO 32000-1, table 165)."""


class LockedPdf(Exception):  # the world's doing, not ours
    """Raised for a PDF that opens with a password only, or whose cipher is not known here."""


class BrokenPdf(Exception):  # the world's doing, not ours
    """Raised for a file that cannot be read as a PDF with at least one page."""


@dataclass(frozen=True, slots=True)
class PageForm:
    """A page as a form whose lower left corner is (0, 0), already turned as it asks; lengths in points."""

    form: StreamObject
    width: float
    height: float


def read_forms(content: bytes) -> tuple[PageForm, ...]:
    """Read every page of a PDF; raises LockedPdf or BrokenPdf, and nothing later: all that is needed is copied here."""
    with _quiet():
        try:
            reader = PdfReader(BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise LockedPdf
            scratch = PdfWriter()
            forms = tuple(_page_form(page, scratch) for page in reader.pages)
        except (DependencyError, FileNotDecryptedError) as error:
            raise LockedPdf from error
        except BROKEN as error:
            raise BrokenPdf from error
    if not forms:
        raise BrokenPdf
    return forms


def add_stream(writer: PdfWriter, stream: StreamObject) -> IndirectObject:
    """Add a copy of `stream`, with all that it refers to, and return its reference, by which alone a page names it."""
    if not hasattr(stream, "indirect_reference"):
        # Of what was made here: pypdf gives a number to the copy of what has a place for one, and to no other.
        stream.indirect_reference = None
    return cast("IndirectObject", stream.clone(writer).indirect_reference)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf from logging what it mends: what it cannot mend is said to the person instead."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _page_form(page: PageObject, scratch: PdfWriter) -> PageForm:
    box = page.cropbox
    turned, width, height = _upright(box, page.rotation)
    if width <= 0 or height <= 0:
        raise BrokenPdf
    form = DecodedStreamObject()
    contents = page.get_contents()
    form.set_data(contents.get_data() if contents is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/FormType"): NumberObject(1),
            NameObject("/BBox"): RectangleObject(tuple(map(float, box))),
            NameObject("/Matrix"): _numbers(turned),
            NameObject("/Resources"): _copied(page.get("/Resources"), scratch),
        }
    )
    if "/Group" in page:
        form[NameObject("/Group")] = _copied(page["/Group"], scratch)
    _flatten_annotations(page, form, scratch)
    return PageForm(form.flate_encode(), width, height)


def _upright(box: RectangleObject, rotation: int) -> tuple[Transformation, float, float]:
    """Return what moves `box` to the origin and turns it clockwise by `rotation` degrees, and its size then."""
    width, height = float(box.width), float(box.height)
    moved = Transformation().translate(-float(box.left), -float(box.bottom))
    turns = {
        0: (moved, width, height),
        90: (moved.rotate(-90).translate(0, width), height, width),
        180: (moved.rotate(180).translate(width, height), width, height),
        270: (moved.rotate(90).translate(height, 0), height, width),
    }
    return turns[rotation % 360]


def _numbers(transformation: Transformation) -> ArrayObject:
    return ArrayObject(FloatObject(round(number, 5)) for number in transformation.ctm)


def _copied(found: Any, scratch: PdfWriter) -> Any:  # noqa: ANN401  # pypdf's objects are of any kind
    found = found.get_object() if found is not None else DictionaryObject()
    return found.clone(scratch)


def _flatten_annotations(page: PageObject, form: DecodedStreamObject, scratch: PdfWriter) -> None:
    """Draw what fields, stamps and signatures look like into the form, for a form cannot carry them."""
    resources = _dictionary(form["/Resources"])
    drawn = [form.get_data(), b"\n"]
    forms = DictionaryObject(_dictionary(resources.get("/XObject")))
    for number, (look, place) in enumerate(_looks(page)):
        name = f"/EnlaceNote{number}"
        forms[NameObject(name)] = add_stream(scratch, look)
        numbers = " ".join(f"{value:.5f}" for value in place.ctm)
        drawn.append(f"q {numbers} cm {name} Do Q\n".encode("ascii"))
    if len(drawn) > 2:  # noqa: PLR2004  # more than the page itself
        resources[NameObject("/XObject")] = forms
        form.set_data(b"q\n" + drawn[0] + b"\nQ\n" + b"".join(drawn[2:]))


def _looks(page: PageObject) -> Iterator[tuple[StreamObject, Transformation]]:
    """Return the appearance of each visible annotation and where it goes (ISO 32000-1, 12.5.5)."""
    for reference in page.get("/Annots", ArrayObject()).get_object() or ():
        annotation = reference.get_object()
        if not isinstance(annotation, DictionaryObject) or int(annotation.get("/F", 0)) & HIDDEN:
            continue
        look = _look(annotation)
        if look is not None and annotation.get("/Subtype") not in ("/Popup", "/Link"):
            yield look, _fitted(look, _rectangle(annotation["/Rect"]))


def _look(annotation: DictionaryObject) -> StreamObject | None:
    normal = _dictionary(annotation.get("/AP")).get("/N")
    found = normal.get_object() if normal is not None else None
    if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
        state = found.get(annotation.get("/AS", ""))
        found = state.get_object() if isinstance(state, IndirectObject) else state
    return found if isinstance(found, StreamObject) else None


def _dictionary(found: PdfObject | None) -> DictionaryObject:
    """Return a dictionary behind its reference, or an empty one for none; raises TypeError for anything else."""
    direct = found.get_object() if found is not None else DictionaryObject()
    if not isinstance(direct, DictionaryObject):
        raise TypeError("not a dictionary")
    return direct


def _rectangle(found: PdfObject | None) -> RectangleObject:
    """Return four numbers as a rectangle; raises TypeError for anything else."""
    direct = found.get_object() if found is not None else None
    if not isinstance(direct, ArrayObject):
        raise TypeError("not a rectangle")
    return RectangleObject(direct)


def _fitted(look: StreamObject, place: RectangleObject) -> Transformation:
    matrix = Transformation(tuple(map(float, look.get("/Matrix", (1, 0, 0, 1, 0, 0)))))  # type: ignore[arg-type]  # six numbers
    box = _rectangle(look["/BBox"])
    corners = [matrix.apply_on((x, y)) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    scale = (float(place.width) / wide if wide else 1.0, float(place.height) / high if high else 1.0)
    return Transformation().translate(-left, -bottom).scale(*scale).translate(float(place.left), float(place.bottom))
