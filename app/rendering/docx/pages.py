"""What stands around the text of a document for Word: the cover, headers, footers with the pages, and the sections."""

from app.document import Cover, Document
from app.rendering.docx.look import page_xml
from app.rendering.docx.markup import field, paragraph, run, sliver, twips
from app.rendering.docx.package import Package
from app.rendering.pdf.flow import text_room
from app.rendering.say import printable
from app.words.words import Words

_PAGE, _PAGES = "\ue000", "\ue001"
"""Where the numbers stand in the words of the footer: letters that no language has."""

_STRONG = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'


class PageWriter:
    """Writes what surrounds the text of one document; each side of the paper has one header and one footer."""

    def __init__(self, package: Package, document: Document, words: Words) -> None:
        """Take the file in the making and its document."""
        self.package = package
        self.document = document
        self.words = words
        self._references: dict[bool, str] = {}

    def cover(self, cover: Cover, head: str) -> str:
        """Return the first page, a section of its own without header, with what is small at the foot of the page.

        It begins with `head`, the letterhead.
        """
        lines = [(cover.over, "CoverOver"), (cover.title, "Title"), (cover.subtitle, "Subtitle")]
        lines += [(line, "CoverLine") for line in cover.lines]
        said = "".join(paragraph(run(text), name) for text, name in lines if text)
        office = self.document.letterhead
        below = paragraph(run(cover.foot), "CoverFoot") if cover.foot else ""
        below += paragraph(run(office.address), "Footer") if office and office.address else ""
        foot = self.package.footer(below) if below else ""
        reference = f'<w:footerReference w:type="default" r:id="{foot}"/>' if foot else ""
        return head + said + sliver(section=f"<w:sectPr>{reference}{page_xml(landscape=False)}</w:sectPr>")

    def ends(self, *, landscape: bool) -> str:
        """Return what ends a section whose pages lie on that side: the break, and how its pages are set."""
        return sliver(section=self.section(landscape=landscape))

    def section(self, *, landscape: bool) -> str:
        """Return how the pages of a section are set; of the last one it stands at the end of the text."""
        if landscape not in self._references:
            self._references[landscape] = self._refer(landscape=landscape)
        page = page_xml(landscape=landscape, is_numbered_anew=self.document.each_apart)
        return f"<w:sectPr>{self._references[landscape]}{page}</w:sectPr>"

    def _refer(self, *, landscape: bool) -> str:
        # Sections keep the header of the one before them unless they name one; that of the other side is too short.
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(text_room(landscape=landscape)[0])}"/></w:tabs>'
        header = self.package.header(paragraph(self._above(), "Header", keeps=tab))
        office = self.document.letterhead
        address = paragraph(run(office.address), "Footer") if office and office.address else ""
        footer = self.package.footer(paragraph(self._below(), "Footer", keeps=tab) + address)
        return (
            f'<w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/>'
        )

    def _above(self) -> str:
        """Return the title of the document, and of a long one the section on the page, which Word works out."""
        said = run(self.document.title)
        return f"{said}{_TAB}{field('STYLEREF 1', look=_STRONG)}" if self.document.contents else said

    def _below(self) -> str:
        said = self.words("página {page} de {pages}", page=_PAGE, pages=_PAGES)
        codes = {_PAGE: "PAGE", _PAGES: "SECTIONPAGES" if self.document.each_apart else "NUMPAGES"}
        parts = said.replace(_PAGE, f"\n{_PAGE}\n").replace(_PAGES, f"\n{_PAGES}\n").split("\n")
        numbered = "".join(field(codes[part], "1", _STRONG) if part in codes else run(part, _STRONG) for part in parts)
        return run(printable(self.document.footer)) + _TAB + numbered


_TAB = "<w:r><w:tab/></w:r>"
