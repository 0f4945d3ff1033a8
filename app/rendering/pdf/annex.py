"""Annexes as sheets: the pages of a PDF, the frames of an image, or a notice in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from app.document import Annex
from app.rendering.pdf.forms import BrokenPdf, LockedPdf, PageForm, read_forms
from app.words.problems import Place, Problem
from app.words.words import mark

SHARPEST = (2480, 3508)
"""Pixels of an image on paper: A4 at 300 dots an inch; more only makes the file heavy."""

QUALITY = 88


@dataclass(frozen=True, slots=True)
class Notice:
    """What is printed in place of an annex that cannot be: Spanish source words, a hint, and their values."""

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    """One page of an annex: exactly one of a page of a PDF, an image (as JPEG) and a notice."""

    annex: Annex
    number: int
    total: int
    landscape: bool = False
    form: PageForm | None = None
    image: bytes | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class OpenedAnnex:
    """The sheets of an annex, at least one, and the problem that a person should know of."""

    sheets: tuple[AnnexSheet, ...]
    problem: Problem | None = None


DAMAGED = Notice(
    mark("No se pudo incluir el archivo «{file}»: está dañado o no es lo que indica el nombre."),
    mark("Ábralo, guárdelo de nuevo y vuelva a adjuntarlo."),
)
LOCKED = Notice(
    mark("No se pudo incluir el archivo «{file}»: está protegido con una contraseña."),
    mark("Guarde una copia sin contraseña y vuelva a adjuntarlo."),
)
UNPRINTABLE = Notice(
    mark("El archivo «{file}» acompaña este documento y no se puede imprimir aquí."),
    mark("Pídalo en su forma original."),
)


def open_annex(annex: Annex) -> OpenedAnnex:
    """Open `annex` by its content, whatever its name says; a file that cannot be read becomes a notice."""
    if annex.content.lstrip()[:5] == b"%PDF-" or annex.media_type == "application/pdf":
        return _open_pdf(annex)
    if annex.media_type.startswith("image/"):
        return _open_image(annex)
    return _notice(annex, UNPRINTABLE, is_problem=False)


def _open_pdf(annex: Annex) -> OpenedAnnex:
    try:
        forms = read_forms(annex.content)
    except LockedPdf:
        return _notice(annex, LOCKED)
    except BrokenPdf:
        return _notice(annex, DAMAGED)
    total = len(forms)
    sheets = [
        AnnexSheet(annex, number, total, landscape=form.width > form.height, form=form)
        for number, form in enumerate(forms, 1)
    ]
    return OpenedAnnex(tuple(sheets))


def _open_image(annex: Annex) -> OpenedAnnex:
    try:
        frames = _frames(annex.content)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _notice(annex, DAMAGED)
    total = len(frames)
    sheets = [
        AnnexSheet(annex, number, total, landscape=image.width > image.height, image=_jpeg(image))
        for number, image in enumerate(frames, 1)
    ]
    return OpenedAnnex(tuple(sheets))


def _frames(content: bytes) -> Sequence[Image.Image]:
    """Return the pages of a scan, or the one picture, upright, on white and no larger than paper can show."""
    frames = []
    with Image.open(BytesIO(content)) as image:
        for index in range(getattr(image, "n_frames", 1) if image.format == "TIFF" else 1):
            image.seek(index)
            upright = ImageOps.exif_transpose(image).convert("RGBA")
            paper = Image.new("RGB", upright.size, "white")
            paper.paste(upright, mask=upright.getchannel("A"))
            wide = paper.width > paper.height
            paper.thumbnail(SHARPEST[::-1] if wide else SHARPEST)
            frames.append(paper)
    return frames


def _jpeg(image: Image.Image) -> bytes:
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _notice(annex: Annex, notice: Notice, *, is_problem: bool = True) -> OpenedAnnex:
    sheets = (AnnexSheet(annex, 1, 1, notice=notice),)
    if not is_problem:
        return OpenedAnnex(sheets)
    place = Place(file=annex.file_name)
    return OpenedAnnex(sheets, Problem(notice.text, notice.hint, place, {"file": annex.file_name}))
