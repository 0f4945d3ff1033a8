"""The file of a document for Word, by python-docx: its parts and their relations, always in the same bytes."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart
from lxml import etree

from app.document import Document
from app.rendering.docx.look import FACE, FACE_LIGHT, fonts_xml, settings_xml, styles_xml
from app.rendering.docx.markup import NAMESPACES, legible
from app.rendering.pdf.style import ACCENT
from app.words.words import Words

UNDATED = date(2000, 1, 1)
"""Date in the file of a document without one, so that the same document always gives the same bytes."""

ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The moment that every part of the file bears: the earliest that an archive can say."""

LONGEST = 255
"""Most characters of what the properties of a file say (ECMA-376, part 2)."""

_KEPT = frozenset({RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.THEME})
"""Of the parts of an empty document of python-docx those that stay; the others speak of who made it."""


class Package:
    """One file in the making: what its text refers to is put in first, the text last."""

    def __init__(self, document: Document, words: Words) -> None:
        """Begin a file in the language of `words`, with the title, author and day of `document`."""
        self._file = docx.Document()
        self._links: dict[str, str] = {}
        self._numbers = 0
        self._clear()
        self._dress(words)
        self._describe(document, words)

    def link(self, address: str) -> str:
        """Return by which name the text refers to `address`."""
        if address not in self._links:
            name = f"rIdLink{len(self._links) + 1}"
            # With a name of its own: python-docx would look through all there are for each new one.
            self._file.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
            self._links[address] = name
        return self._links[address]

    def picture(self, content: bytes) -> str:
        """Put in a picture and return by which name the text refers to it."""
        return self._file.part.get_or_add_image(BytesIO(content))[0]

    def header(self, content: str) -> str:
        """Put in what stands above the text of pages, as paragraphs; return by which name sections refer to it."""
        part, name = self._file.part.add_header_part()  # type: ignore[no-untyped-call]  # python-docx types no maker of parts
        return _fill(part, content, name)

    def footer(self, content: str) -> str:
        """Put in what stands below the text of pages, as `header` does."""
        part, name = self._file.part.add_footer_part()  # type: ignore[no-untyped-call]  # as that of headers
        return _fill(part, content, name)

    def number(self) -> int:
        """Return a number that no bookmark or picture of this file has yet."""
        self._numbers += 1
        return self._numbers

    def bytes_of(self, body: str) -> bytes:
        """Return the whole file with `body`, the text with its sections."""
        root = self._file.element
        root.replace(root.body, parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))
        made = BytesIO()
        self._file.save(made)
        return _undated(made.getvalue())

    def _clear(self) -> None:
        """Leave out a thumbnail, lists that nobody uses, and what names another program."""
        package = self._file.part.package
        assert package is not None  # noqa: S101  # python-docx opened it as one
        for rels in (self._file.part.rels, package.rels):
            for name, relation in list(rels.items()):
                if relation.reltype not in _KEPT | {
                    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
                    RELATIONSHIP_TYPE.CORE_PROPERTIES,
                }:
                    del rels[name]
        theme = self._file.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        self._put(RELATIONSHIP_TYPE.THEME, str(theme.partname), theme.content_type, _themed(theme.blob))
        kind = CONTENT_TYPE.WML_FONT_TABLE
        self._put(RELATIONSHIP_TYPE.FONT_TABLE, "/word/fontTable.xml", kind, fonts_xml().encode())

    def _put(self, relation: str, name: str, content_type: str, content: bytes) -> None:
        """Put in a part, instead of one that there may be."""
        rels = self._file.part.rels
        for known in [known for known, found in rels.items() if found.reltype == relation]:
            del rels[known]
        package = self._file.part.package
        self._file.part.relate_to(Part(PackURI(name), content_type, content, package), relation)

    def _dress(self, words: Words) -> None:
        styles, settings = self._file.styles.element, self._file.settings.element
        # Which of Word's own styles its lists offer unasked; without it they offer all of them.
        latent = styles.find(qn("w:latentStyles"))
        for element, said in ((styles, styles_xml(words)), (settings, settings_xml(words))):
            element.clear()
            element.extend(list(parse_xml(said)))
        styles.insert(1, latent)

    def _describe(self, document: Document, words: Words) -> None:
        made = datetime.combine(document.created or UNDATED, time(), UTC).replace(tzinfo=None)
        properties = self._file.core_properties
        properties.title = _short(document.title)
        properties.author = properties.last_modified_by = _short(document.author) or "Enlace"
        properties.subject = _short(document.cover.subtitle) if document.cover else ""
        properties.comments = ""
        properties.language = str(words.locale).replace("_", "-")
        properties.created = properties.modified = made
        properties.revision = 1


def _short(text: str) -> str:
    return " ".join(legible(text).splitlines())[:LONGEST]


def _fill(part: StoryPart, content: str, name: str) -> str:
    """Let `part` hold these paragraphs alone."""
    element = part.element
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(f"<w:hdr {NAMESPACES}>{content}</w:hdr>")))
    return name


def _themed(theme: bytes) -> bytes:
    """Return a theme with our letters and accent: what people add to a document looks like the rest of it."""
    root = parse_xml(theme)
    faces: Mapping[str, str] = {"majorFont": FACE_LIGHT, "minorFont": FACE}
    for kind, face in faces.items():
        for font in root.iter(qn(f"a:{kind}")):
            font[0].set("typeface", face)
    for kind in ("accent1", "hlink", "folHlink"):
        for color in root.iter(qn(f"a:{kind}")):
            color[0].set("val", ACCENT[1:].upper())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _undated(content: bytes) -> bytes:
    """Return an archive whose parts do not tell when and by which system it was made."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(target, "w") as kept:
        for name in made.namelist():
            part = ZipInfo(name, ZIPPED)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            kept.writestr(part, made.read(name))
    return target.getvalue()
