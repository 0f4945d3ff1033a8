"""The look of a document for Word: styles, fonts and settings, from those of the paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.rendering.docx.markup import NAMESPACES, NEXT, attribute, millimetres, twips
from app.rendering.pdf import style
from app.rendering.pdf.style import ACCENT, HAIRLINE, LATE, LIGHT, MUTED, SEMIBOLD, STEP, WARNING, Letter
from app.words.words import Words, mark

FACE = "Source Sans 3"
"""The letters of the paper by their present name; where they are not installed Word takes those of `BEHIND`."""

FACE_LIGHT = "Source Sans 3 Light"

BEHIND: Mapping[str, str] = {FACE: "Calibri", FACE_LIGHT: "Calibri Light"}
"""What each face is replaced by: every Word has these."""

_PANOSE: Mapping[str, str] = {FACE: "020F0502020204030204", FACE_LIGHT: "020F0302020204030204"}
"""How letters look, in ten numbers (PANOSE): those of what stands behind, by which Word looks for another face."""

_RULE = 8
"""Eighths of a point: the line over titles and under the headings of tables."""

_HAIR = 4
"""Eighths of a point: the line between rows, as thin as every printer draws it."""

Spaces = tuple[float, float]
"""Space above and below a paragraph, in points."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style of paragraphs: its id in the file, its name in Word, letters and spaces.

    Word says the names of its own styles in its own language; the others are `ours` and said in that of the document.
    `keeps` and `extra` are what stands before and after the spaces in the order that Word asks for.
    """

    id: str
    name: str
    letter: Letter
    spaces: Spaces = (0.0, 0.0)
    keeps: str = ""
    extra: str = ""
    level: int | None = None
    follows: str = "Normal"
    ours: bool = False


def _line(edge: str, size: int, color: str, space: int = 1) -> str:
    return f'<w:{edge} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color[1:].upper()}"/>'


def _bordered(edge: str, size: int, color: str, space: int) -> str:
    return f"<w:pBdr>{_line(edge, size, color, space)}</w:pBdr>"


def _dotted(indent: float) -> tuple[str, str]:
    """Return the tab at which the number of a page stands in the contents, and how far in its line begins."""
    end = twips(style.PAGE[0] - style.INNER - style.OUTER)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>'
    return tab, f'<w:ind w:left="{twips(indent)}"/>'


_TOGETHER = f"{NEXT}<w:keepLines/>"
_SECTION_RULE = _bordered("top", 2 * _RULE, ACCENT, 6)
_FIGURE_RULE = _bordered("top", _RULE, ACCENT, 4)
_HEADINGS = style.HEADINGS

PARAGRAPHS = (
    ParagraphStyle("Normal", "Normal", style.BODY, (STEP / 2, STEP / 2)),
    ParagraphStyle("Title", "Title", style.COVER_TITLE, (STEP, STEP), _bordered("top", 3 * _RULE, ACCENT, 12)),
    ParagraphStyle("Subtitle", "Subtitle", style.COVER_SUBTITLE, (0, 2 * STEP)),
    ParagraphStyle("Letterhead", mark("Membrete"), style.COVER_OVER, (0, 2 * STEP), ours=True),
    ParagraphStyle("CoverOver", mark("Portada: encima del título"), style.COVER_OVER, (18 * STEP, STEP), ours=True),
    ParagraphStyle("CoverLine", mark("Portada: renglón"), style.COVER_LINE, ours=True),
    ParagraphStyle(
        "CoverFoot",
        mark("Portada: pie"),
        style.COVER_FOOT,
        keeps=_bordered("top", _HAIR, HAIRLINE, 6),
        ours=True,
    ),
    ParagraphStyle("Heading1", "heading 1", style.SECTION, (2 * STEP, STEP), _TOGETHER + _SECTION_RULE, level=0),
    ParagraphStyle("Heading2", "heading 2", _HEADINGS[2], (2 * STEP, STEP / 2), _TOGETHER, level=1),
    ParagraphStyle("Heading3", "heading 3", _HEADINGS[3], (STEP, STEP / 2), _TOGETHER, level=2),
    ParagraphStyle("TOCHeading", "TOC Heading", style.SECTION, (0, STEP), _TOGETHER),
    ParagraphStyle("TOC1", "toc 1", style.CONTENTS[0], (STEP / 2, 0), *_dotted(0)),
    ParagraphStyle("TOC2", "toc 2", style.CONTENTS[1], (0, 0), *_dotted(6 * style.MM)),
    ParagraphStyle("Caption", "caption", style.CAPTION, (STEP, STEP / 2), _TOGETHER),
    ParagraphStyle("Header", "header", style.RUNNING, keeps=_bordered("bottom", _HAIR, HAIRLINE, 3), follows="Header"),
    ParagraphStyle("Footer", "footer", style.RUNNING, follows="Footer"),
    ParagraphStyle("Cell", mark("Tabla: texto"), style.CELL, follows="Cell", ours=True),
    ParagraphStyle("CellHead", mark("Tabla: encabezado"), style.CELL_HEAD, (0, 0), NEXT, follows="Cell", ours=True),
    ParagraphStyle("FactLabel", mark("Datos: rótulo"), style.FACT_LABEL, follows="Cell", ours=True),
    ParagraphStyle("Figure", mark("Cifra"), style.FIGURE, keeps=NEXT + _FIGURE_RULE, follows="FigureLabel", ours=True),
    ParagraphStyle("FigureLabel", mark("Cifra: qué cuenta"), style.FIGURE_LABEL, follows="Cell", ours=True),
    ParagraphStyle("Sliver", mark("Salto"), Letter(style.REGULAR, 1, 1), ours=True),
    ParagraphStyle("Gap", mark("Espacio"), Letter(style.REGULAR, 4, STEP / 2), ours=True),
)
"""The styles of paragraphs, the one that all others stand on first."""

_CHARACTERS = (
    ("Strong", "Strong", "", True, ""),
    ("Hyperlink", "Hyperlink", ACCENT, False, '<w:u w:val="single"/>'),
    ("Muted", mark("Texto en segundo plano"), MUTED, False, ""),
    ("Warning", mark("Texto de advertencia"), WARNING, False, ""),
    ("Late", mark("Texto de atraso"), LATE, True, ""),
)
"""The styles of letters: id, name, colour, weight, and what else they say."""

_SCHEME = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
    'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
)
"""Which colours of the theme stand for which of the page: as every file of Word has it."""

TABLE, PLAIN = mark("Tabla con líneas"), mark("Tabla sin líneas")


def styles_xml(words: Words) -> str:
    """Return the styles of a document in the language of `words`, each of ours named in it."""
    language = str(words.locale).replace("_", "-")
    fonts = _fonts(FACE)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    said = (defaults, *_bare(), *(_paragraph(each, words) for each in PARAGRAPHS), *_characters(words), *_tables(words))
    return f"<w:styles {NAMESPACES}>{''.join(said)}</w:styles>"


def fonts_xml() -> str:
    """Return what stands in for each face where it is not installed."""
    said = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{behind}"/><w:panose1 w:val="{_PANOSE[name]}"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, behind in BEHIND.items()
    )
    return f"<w:fonts {NAMESPACES}>{said}</w:fonts>"


def settings_xml(words: Words) -> str:
    """Return how the document is opened: printed on two sides, as a file of the present Word, nothing asked."""
    language = str(words.locale).replace("_", "-")
    address = "http://schemas.microsoft.com/office/word"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{address}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    decimal = words.number(Decimal("0.5"))[1]
    separator = "," if decimal == "." else ";"
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:mirrorMargins/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{language}"/>{_SCHEME}'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def _fonts(face: str) -> str:
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def _letters(letter: Letter) -> str:
    """Return font, weight, colour and size, in half points; what is semibold on paper is bold in Word."""
    size = round(letter.size * 2)
    fonts = _fonts(FACE_LIGHT if letter.font == LIGHT else FACE)
    weight = "<w:b/><w:bCs/>" if letter.font == SEMIBOLD else ""
    color = f'<w:color w:val="{letter.color[1:].upper()}"/>'
    return f'<w:rPr>{fonts}{weight}{color}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _paragraph(each: ParagraphStyle, words: Words) -> str:
    above, below = (twips(space) for space in each.spaces)
    rule = "exact" if each.id in ("Sliver", "Gap") else "atLeast"
    spacing = (
        f'<w:spacing w:before="{above}" w:after="{below}" w:line="{twips(each.letter.leading)}" w:lineRule="{rule}"/>'
    )
    level = f'<w:outlineLvl w:val="{each.level}"/>' if each.level is not None else ""
    is_base = each.id == "Normal"
    head = ' w:default="1"' if is_base else ' w:customStyle="1"' if each.ours else ""
    based = "" if is_base else f'<w:basedOn w:val="Normal"/><w:next w:val="{each.follows}"/>'
    name = words(each.name) if each.ours else each.name
    return (
        f'<w:style w:type="paragraph"{head} w:styleId="{each.id}"><w:name w:val={attribute(name)}/>{based}<w:qFormat/>'
        f"<w:pPr>{each.keeps}{spacing}{each.extra}{level}</w:pPr>{_letters(each.letter)}</w:style>"
    )


def _bare() -> Iterator[str]:
    """Return the styles that each file of Word has, for letters, tables and lists of no style."""
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    for kind, id, name, said in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        ("table", "TableNormal", "Normal Table", f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"),
        ("numbering", "NoList", "No List", ""),
    ):
        yield (
            f'<w:style w:type="{kind}" w:default="1" w:styleId="{id}"><w:name w:val="{name}"/>'
            f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>{said}</w:style>'
        )


def _characters(words: Words) -> Iterator[str]:
    for id, name, color, is_bold, extra in _CHARACTERS:
        head = "" if id == name else ' w:customStyle="1"'
        weight = "<w:b/><w:bCs/>" if is_bold else ""
        inked = f'<w:color w:val="{color[1:].upper()}"/>' if color else ""
        yield (
            f'<w:style w:type="character"{head} w:styleId="{id}"><w:name w:val={attribute(words(name))}/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{weight}{inked}{extra}</w:rPr></w:style>'
        )


def _tables(words: Words) -> Iterator[str]:
    """Return the style of tables without lines, and that of all others: hairlines, the accent under the headings."""
    pad = twips(style.CELL_PAD)
    sides = (("top", pad), ("left", 0), ("bottom", pad), ("right", twips(style.GUTTER)))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    borders = _line("bottom", _HAIR, HAIRLINE, 0) + _line("insideH", _HAIR, HAIRLINE, 0)
    under = f"<w:tcPr><w:tcBorders>{_line('bottom', _RULE, ACCENT, 0)}</w:tcBorders></w:tcPr>"
    head = f'<w:tblStylePr w:type="firstRow">{under}</w:tblStylePr>'
    for id, name, lines, first in (
        ("EnlacePlain", PLAIN, "", ""),
        ("EnlaceTable", TABLE, f"<w:tblBorders>{borders}</w:tblBorders>", head),
    ):
        yield (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val={attribute(words(name))}/>'
            '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr>{lines}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            f"{first}</w:style>"
        )


def page_xml(*, landscape: bool, is_numbered_anew: bool = False) -> str:
    """Return size and margins of a page: A4, the inner margin bound, both the outer one on a page on its side.

    Pages of a section that `is_numbered_anew` begin with number 1.
    """
    width, height = (twips(side) for side in (style.PAGE[::-1] if landscape else style.PAGE))
    turned = ' w:orient="landscape"' if landscape else ""
    left = style.OUTER if landscape else style.INNER
    sides = (("top", style.TOP), ("right", style.OUTER), ("bottom", style.BOTTOM), ("left", left))
    margins = " ".join(f'w:{side}="{twips(length)}"' for side, length in sides)
    running = f'w:header="{millimetres(10)}" w:footer="{millimetres(9)}" w:gutter="0"'
    anew = '<w:pgNumType w:start="1"/>' if is_numbered_anew else ""
    return f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar {margins} {running}/>{anew}<w:cols w:space="720"/>'
