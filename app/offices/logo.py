"""What may be the logo of an office: a PNG, or an SVG that draws and does nothing else.

What an SVG must not have is from its specification (SVG 2, "Secure static mode"): no script, nothing that is fetched,
no part of another language; and no entities, with which a small file unfolds into one that fills the memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import cast

from lxml import etree
from PIL import Image

from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark

LARGEST = 2_000_000
"""Bytes of the largest logo: 2 MB."""
WIDEST = 4000
"""Pixels of the longest side of a logo: more than a page is wide in print."""
LONGEST = 20
"""How many times one side may be the other: what is longer is a line, and on paper no logo."""
PNG, SVG = "image/png", "image/svg+xml"

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_LINKS = frozenset({"href", "src", "base"})
_INSIDE = re.compile(r"#.*|data:image/(png|jpeg);.*", re.IGNORECASE | re.DOTALL)
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[0-9]+)?)\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
_PIXELS = MappingProxyType({"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0})
_HINT = mark("Elija un PNG, o un SVG que solo dibuje.")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be a logo: its bytes, PNG or SVG by its `media_type`, its sides in pixels."""

    content: bytes
    media_type: str
    width: float
    height: float


def check_logo(content: bytes, name: str) -> Picture:
    """Return the picture in `content`; ProblemError that says of the file `name` why it cannot be a logo.

    It is judged by its content, whatever its name ends with.
    """
    if len(content) > LARGEST:
        raise _refused(name, mark("El logo es demasiado grande: más de 2 MB."), mark("Guárdelo más pequeño."))
    picture = _png(content, name) if content.startswith(_SIGNATURE) else _svg(content, name)
    if max(picture.width, picture.height) > WIDEST:
        text = mark("El logo mide más de {most} píxeles de lado.")
        raise _refused(name, text, mark("Guárdelo más pequeño."), most=WIDEST)
    short, long = sorted((picture.width, picture.height))
    if short <= 0:
        raise _refused(name, mark("El logo no dice cuánto mide."))
    if long > LONGEST * short:
        text = mark("El logo es demasiado alargado: un lado mide más de {most} veces lo que el otro.")
        raise _refused(name, text, most=LONGEST)
    return picture


def _png(content: bytes, name: str) -> Picture:
    # Its size is read before the picture is: a few bytes can say that they are a million pixels wide.
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    if max(width, height) <= WIDEST:
        try:
            with Image.open(BytesIO(content), formats=("PNG",)) as image:
                image.load()
        except (OSError, ValueError, SyntaxError) as error:
            raise _refused(name, mark("El logo está dañado.")) from error
    return Picture(content, PNG, width, height)


def _svg(content: bytes, name: str) -> Picture:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(name, mark("El archivo no es una imagen PNG ni SVG.")) from error
    if root.tag not in {f"{_NAMESPACE}svg", "svg"}:
        raise _refused(name, mark("El archivo no es una imagen PNG ni SVG."))
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(name, mark("El SVG declara un DOCTYPE o entidades."))
    before = list(root.itersiblings(preceding=True)) + list(root.itersiblings())
    for element in (*before, *root.iter()):
        _check_element(element, name)
    width, height = _sides(root)
    return Picture(content, SVG, width, height)


def _check_element(element: etree._Element, name: str) -> None:
    if cast("object", element.tag) is etree.Comment:
        return
    if not isinstance(element.tag, str):  # an entity, or an instruction, by which a style sheet is fetched
        raise _refused(name, mark("El SVG tiene una instrucción o una entidad."))
    kind = etree.QName(element).localname
    if kind in {"script", "foreignObject"}:
        raise _refused(name, mark("El SVG tiene un elemento <{element}>."), element=kind)
    for attribute, value in element.attrib.items():
        _check_attribute(etree.QName(attribute).localname, str(value), name)
    for target in _reached(element.text or "") if kind == "style" else ():
        _check_target(target, name)


def _check_attribute(attribute: str, value: str, name: str) -> None:
    if attribute.casefold().startswith("on"):
        raise _refused(name, mark("El SVG tiene un atributo «{attribute}», que ejecuta algo."), attribute=attribute)
    targets = [value.strip()] if attribute.casefold() in _LINKS else _reached(value)
    for target in targets:
        _check_target(target, name)


def _reached(text: str) -> Iterator[str]:
    """Return what a style reaches for; with a stroke backwards any letter can be written in disguise."""
    if "\\" in text or "@import" in text.casefold():
        yield text
    yield from (found[1].strip() for found in _URL.finditer(text))


def _check_target(target: str, name: str) -> None:
    if not _INSIDE.fullmatch(target):
        text = mark("El SVG lleva a algo que está fuera de él: {target}.")
        raise _refused(name, text, target=target if len(target) <= 80 else f"{target[:80]}…")  # noqa: PLR2004  # as much as one line says


def _sides(root: etree._Element) -> tuple[float, float]:
    """Return the sides of an SVG in pixels, by its measures or else by its box; zeros where neither says them."""
    said = [_LENGTH.fullmatch(root.get(name) or "") for name in ("width", "height")]
    measured = [float(each[1]) * _PIXELS[(each[2] or "px").casefold()] for each in said if each is not None]
    if len(measured) == len(said):
        return measured[0], measured[1]
    box = [float(each) for each in re.findall(r"-?[0-9]*\.?[0-9]+", root.get("viewBox") or "")]
    return (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)  # noqa: PLR2004  # left, top, width and height


def _refused(name: str, text: str, hint: str = _HINT, **values: object) -> ProblemError:
    return ProblemError(Problem(text, hint, Place(file=name), values))
