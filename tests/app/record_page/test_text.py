"""A page is copied as plain text that a letter or a spreadsheet takes."""

from datetime import date

from app.document import (
    NOT_RECORDED,
    Cell,
    Column,
    DescriptionList,
    Heading,
    Paragraph,
    Several,
    Table,
    Timeline,
    TimelineRow,
    Tone,
)
from app.record_page import page_text
from tests.make import SPANISH


def test_a_fact_is_a_line_and_a_table_has_its_columns_apart() -> None:
    blocks = (
        Paragraph("Ciudad · Argentina", Tone.MUTED),
        DescriptionList(
            (("Situación", "Miembro"), ("Sigla", NOT_RECORDED), ("Correo", Several(("a@example.org", "b@example.org"))))
        ),
        Heading("Cargos (1)"),
        Table((Column("Cargo"), Column("Lo ocupa")), ((Cell("Intendente", Tone.STRONG), None),)),
    )
    assert page_text("Rosario", blocks, SPANISH).splitlines() == [
        "Rosario",
        "Ciudad · Argentina",
        "Situación: Miembro",
        "Correo: a@example.org, b@example.org",
        "",
        "Cargos (1)",
        "Cargo\tLo ocupa",
        "Intendente\t",
    ]


def test_rows_across_months_are_said_in_their_words() -> None:
    rows = (TimelineRow("1. Redes", leads=True), TimelineRow("Boletín", date(2009, 3, 1), said="desde el 01/03/2009"))
    timeline = Timeline("Calendario", "Acción", (date(2009, 3, 1),), rows)
    assert page_text("Plan", (timeline,), SPANISH).splitlines() == ["Plan", "1. Redes", "Boletín: desde el 01/03/2009"]
