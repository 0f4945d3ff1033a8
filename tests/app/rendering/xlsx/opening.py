"""Opens rendered workbooks in the tests."""

from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Cell, Column, Document, Section, Table, Value
from app.rendering.xlsx.xlsx import render_xlsx
from app.words.words import Words


def worksheet_of(workbook: Workbook, name: str) -> Worksheet:
    """Return a sheet by its name."""
    sheet = workbook[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def opened(document: Document) -> Workbook:
    """Render a document and open it."""
    target = BytesIO()
    render_xlsx(document, target, Words(document.language))
    return openpyxl.load_workbook(target)


def sheet_of(*values: Value | Cell) -> Worksheet:
    """Render one row under headings and give its sheet: the headings are in row 3, the values in row 4."""
    table = Table(tuple(Column(f"Columna {number}") for number in range(len(values))), (values,))
    return worksheet_of(opened(Document("Lista", "es", (Section("Ciudades", (table,)),))), "Ciudades")
