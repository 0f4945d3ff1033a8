"""Pictures of a document for Word: the map, and those among the annexes."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from app.document import Annex, Letterhead, PointMap
from app.rendering.docx.markup import NEXT, attribute, paragraph, run
from app.rendering.docx.package import Package
from app.rendering.docx.raster import png_of
from app.rendering.docx.tables import caption
from app.rendering.logo import dotted
from app.rendering.map.map import draw_map
from app.rendering.pdf.annex import AnnexSheet, open_annex
from app.rendering.pdf.style import MM
from app.rendering.say import printable
from app.words.problems import Problem
from app.words.words import Words, mark

EMU = 12_700
"""Parts of a point in which drawings are measured."""

HIGHEST_MAP = 150 * MM
"""Height of a map with its legend, in points: caption and heading stay on its page."""

ROOM_ABOVE = 32 * MM
"""What the title of an annex takes of the page of its first picture."""

IN_PDF = mark(
    "El archivo «{file}» es un PDF: sus páginas van en el PDF de este documento, y no se pueden incluir en uno de Word."
)

Room = tuple[float, float]
"""Width and height of the text of a page, in points."""


class PictureWriter:
    """Writes the pictures of one document; `problems` are those of annexes that could not be read."""

    def __init__(self, package: Package, words: Words) -> None:
        """Take the file that holds the pictures, and the language of the document."""
        self.package = package
        self.words = words
        self.problems: list[Problem] = []

    def map(self, block: PointMap, room: Room) -> Iterator[str]:
        """Return the map with its places named for who hears it."""
        drawing = draw_map(block, room[0], self.words, min(HIGHEST_MAP, room[1]))
        places = ", ".join(point.label for point in block.points)
        yield caption(block.title)
        size = (float(drawing.width), float(drawing.height))
        yield paragraph(self._drawn(png_of(drawing), size, f"{block.title}: {places}"))

    def letterhead(self, letterhead: Letterhead | None, keeps: str) -> str:
        """Return the logo of the office and its name as a paragraph that `keeps` holds to its page; nothing of none."""
        if letterhead is None:
            return ""
        logo = dotted(letterhead)
        drawn = self._drawn(logo.content, (logo.width * MM, logo.height * MM), letterhead.name) if logo else ""
        return paragraph(drawn + run(f"  {letterhead.name}" if drawn else letterhead.name), "Letterhead", keeps=keeps)

    def annex(self, annex: Annex, room: Room) -> Iterator[str]:
        """Return what stands below the title of an annex: its pictures, or in words what it is and where it goes."""
        yield paragraph(run(annex.file_name, '<w:rPr><w:rStyle w:val="Muted"/></w:rPr>'), keeps=NEXT)
        if is_pdf(annex):
            yield paragraph(run(self.words(IN_PDF, file=printable(annex.file_name))))
            return
        opened = open_annex(annex)
        self.problems += [opened.problem] if opened.problem else []
        for sheet in opened.sheets:
            yield paragraph(self._sheet(sheet, room))

    def _sheet(self, sheet: AnnexSheet, room: Room) -> str:
        if sheet.image is None:
            notice = sheet.notice
            values = {"file": printable(sheet.annex.file_name)}
            return (
                run(" ".join(self.words(text, **values) for text in (notice.text, notice.hint) if text))
                if notice
                else ""
            )
        with Image.open(BytesIO(sheet.image)) as image:
            width, height = image.size
        scale = min(room[0] / width, (room[1] - ROOM_ABOVE) / height, 1.0)
        title = f"{sheet.annex.title} ({sheet.number}/{sheet.total})" if sheet.total > 1 else sheet.annex.title
        return self._drawn(sheet.image, (width * scale, height * scale), title)

    def _drawn(self, content: bytes, size: Room, title: str) -> str:
        """Return a picture as large as `size` in points, in the line of the text; `title` is said to who hears it."""
        name, number = self.package.picture(content), self.package.number()
        width, height = (round(side * EMU) for side in size)
        told = f'id="{number}" name="{number}"'
        drawn = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr {told} descr={attribute(title)}/><a:graphic><a:graphicData uri="{drawn}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            f"</wp:inline></w:drawing></w:r>"
        )


def is_pdf(annex: Annex) -> bool:
    """Whether an annex is a PDF, by its content or by what it was stored as."""
    return annex.content.lstrip()[:5] == b"%PDF-" or annex.media_type == "application/pdf"
