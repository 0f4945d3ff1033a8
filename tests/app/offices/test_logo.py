"""What may be a logo, and what is said of what may not."""

import pytest

from app.offices.logo import LARGEST, check_logo
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.offices.pictures import png, svg

ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
REFUSED = {
    "no picture": (b"Hola", "no es una imagen PNG ni SVG"),
    "a page": (b"<html><body/></html>", "no es una imagen PNG ni SVG"),
    "a cut PNG": (png()[:40], "está dañado"),
    "too heavy": (png() + b"\0" * LARGEST, "más de 2 MB"),
    "a PNG that says it is huge": (png(said=(100_000, 100_000)), "más de 4000 píxeles"),
    "a wide SVG": (svg(size='width="50000mm" height="10000mm"'), "más de 4000 píxeles"),
    "an SVG without size": (svg(size='width="100%"'), "no dice cuánto mide"),
    "a line": (svg(size='viewBox="0 0 900 10"'), "demasiado alargado"),
    "script": (svg("<script>1</script>"), "elemento <script>"),
    "script of no namespace": (svg('<x:script xmlns:x="urn:x"/>'), "elemento <script>"),
    "another language": (svg("<foreignObject/>"), "elemento <foreignObject>"),
    "event": (svg('<rect onload="x()"/>'), "atributo «onload»"),
    "event of the root": (svg(size='width="9" height="9" ONCLICK="x()"'), "atributo «ONCLICK»"),
    "entities": (svg(before=ENTITIES, inside="<text>&b;</text>"), "DOCTYPE o entidades"),
    "a doctype": (svg(before="<!DOCTYPE svg>"), "DOCTYPE o entidades"),
    "a style sheet": (svg(before='<?xml-stylesheet href="https://example.org/a.css"?>'), "una instrucción"),
    "a picture of the web": (svg('<image xlink:href="https://example.org/a.png"/>'), "https://example.org/a.png"),
    "a picture of the disk": (svg('<image href="/etc/passwd"/>'), "/etc/passwd"),
    "an SVG within": (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "fuera de él"),
    "a use from elsewhere": (svg('<use href="otro.svg#a"/>'), "otro.svg#a"),
    "a fill from elsewhere": (svg('<rect fill="url(https://example.org/a#b)"/>'), "example.org"),
    "a style from elsewhere": (svg("<rect style=\"fill: URL( 'a.svg#b' )\"/>"), "a.svg#b"),
    "a sheet that fetches": (svg("<style>@import 'a.css';</style>"), "@import"),
    "a sheet in disguise": (svg("<style>rect{fill:u\\72l(a.svg)}</style>"), "fuera de él"),
    "another base": (svg('<g xml:base="https://example.org/"/>'), "https://example.org/"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_may_be_no_logo_is_refused_with_the_reason_and_the_file(content: bytes, said: str) -> None:
    with pytest.raises(ProblemError) as refused:
        check_logo(content, "escudo.svg")
    problem = refused.value.problems[0]
    assert said in problem.say(Words("es"))
    assert problem.place.file == "escudo.svg"


def test_a_png_is_known_by_its_content() -> None:
    picture = check_logo(png(40, 20), "escudo.svg")
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 40, 20)


def test_an_svg_that_draws_with_its_own_parts_is_taken() -> None:
    drawn = '<!-- escudo --><defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/>'
    drawn += '<style>rect { fill: url("#a") }</style><image xlink:href="data:image/png;base64,AAAA"/>'
    picture = check_logo(svg(drawn, size='viewBox="0 0 200 100"'), "escudo.svg")
    assert (picture.media_type, picture.width, picture.height) == ("image/svg+xml", 200, 100)
