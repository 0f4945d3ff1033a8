"""A document is plain data: every format knows each of its blocks, and nothing alters one that was composed."""

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from app.document import (
    NOT_RECORDED,
    Address,
    Annex,
    BarChart,
    Block,
    Cell,
    Column,
    DescriptionList,
    Document,
    Heading,
    KeyFigures,
    MapPoint,
    PageBreak,
    Paragraph,
    PointMap,
    Reference,
    Section,
    Several,
    Table,
    Timeline,
    TimelineRow,
    Tone,
    Value,
    Way,
)
from app.rendering import RENDERERS, render
from app.sheets.reading.read import open_workbook
from tests.app.rendering.docx.opening import SPACES, opened
from tests.app.rendering.reading import printed, texts
from tests.make import SPANISH

MONTHS = (date(2009, 3, 1), date(2009, 4, 1))

BLOCKS: tuple[Block, ...] = (
    Heading("Huerta en la escuela"),
    Paragraph("Huerta en la escuela"),
    DescriptionList((("Experiencia", "Huerta en la escuela"),)),
    KeyFigures(((3, "Huerta en la escuela"),)),
    Table((Column("Experiencia"),), (("Huerta en la escuela",),)),
    BarChart("Experiencias", (("Huerta en la escuela", 3),)),
    Timeline("De 03/2009 a 04/2009", "Acción", MONTHS, (TimelineRow("Huerta en la escuela", MONTHS[0], MONTHS[1]),)),
    PointMap("Lugares", (MapPoint("Huerta en la escuela", -34_900_000, -56_160_000, "UY"),)),
    Annex(1, "Huerta en la escuela", "huerta.ods", "application/x-ods", b"PK"),
    PageBreak(),
)


def document_of(*blocks: Block) -> Document:
    """Return a document of these blocks."""
    return Document("Prueba", "es", (Section("Experiencias", blocks),))


def test_each_kind_of_block_is_tried() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_format_says_what_a_block_says(block: Block, tmp_path: Path) -> None:
    document = document_of(Paragraph("Antes."), block, Paragraph("Después."))
    said = {}
    for renderer in RENDERERS:
        path = tmp_path / f"prueba{renderer.ending}"
        render(document, renderer.name, path, SPANISH)
        said[renderer.name] = written_in(path, document)
    for text in said.values():
        assert "Antes." in text
        assert "Después." in text
        assert isinstance(block, PageBreak) or "Huerta en la escuela" in text


LINKED: tuple[tuple[Value, str], ...] = (
    (Reference("Rosario · Santa Fe", "municipality", "f" * 32), "Rosario · Santa Fe"),
    (Address("ana@example.org", Way.EMAIL, "ana@example.org"), "ana@example.org"),
    (Several((Reference("Salud", "theme", "a" * 32), 2009), ", "), "Salud, 2.009"),
    (NOT_RECORDED, "sin registrar"),
)


@pytest.mark.parametrize(("value", "said"), LINKED, ids=lambda each: type(each).__name__)
def test_every_format_says_a_record_an_address_and_what_is_not_recorded(
    value: Value, said: str, tmp_path: Path
) -> None:
    table = Table((Column("Dato"), Column("Valor")), (("Fila", value), ("Otra", Cell(value, Tone.STRONG))))
    document = document_of(DescriptionList((("Dato", value),)), table)
    for renderer in RENDERERS:
        path = tmp_path / f"prueba{renderer.ending}"
        render(document, renderer.name, path, SPANISH)
        assert written_in(path, document).count(said) == 3, renderer.name


def test_an_empty_fact_is_marked_as_not_recorded() -> None:
    pairs = DescriptionList((("Sigla", None), ("Lugar", ""), ("Presentes", 0)))
    assert list(pairs.marked()) == [("Sigla", NOT_RECORDED), ("Lugar", NOT_RECORDED), ("Presentes", 0)]


def written_in(path: Path, document: Document) -> str:
    """Return all that a person reads in a file."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(texts(printed(document)[0])).split())
    if path.suffix == ".docx":
        read = opened(document)
        paragraphs = read.word.element.body.iter(f"{{{SPACES['w']}}}p")
        lines = ("".join(each.itertext(f"{{{SPACES['w']}}}t")) for each in paragraphs)
        return " ".join((*lines, *read.found("//wp:docPr/@descr")))
    if path.suffix == ".xlsx":
        return " ".join(str(cell) for sheet in open_workbook(path).sheets for row in sheet.rows for cell in row)
    return path.read_text(encoding="utf-8")


def test_a_document_that_was_composed_is_not_altered() -> None:
    document = document_of(*BLOCKS)
    with pytest.raises(FrozenInstanceError):
        document.title = "Otra"  # type: ignore[misc]  # that it is refused is what is tried
    for block in BLOCKS[:-1]:
        name = next(iter(block.__slots__))
        with pytest.raises(FrozenInstanceError):
            setattr(block, name, "Otra")


def test_each_tone_is_told_in_text_too() -> None:
    rows = tuple((Cell("texto", tone),) for tone in Tone)
    (page,) = texts(printed(document_of(Table((Column("Tono"),), rows)))[0])
    signs = [line.replace("texto", "").strip() for line in page.splitlines() if "texto" in line]
    assert signs == ["", "", "", "△", "▲"]
