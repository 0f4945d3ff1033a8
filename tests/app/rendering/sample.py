"""A document with every block, as a Comisión Directiva would get it, in Spanish or in Portuguese."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from app.document import (
    Annex,
    BarChart,
    Cell,
    Column,
    Cover,
    DescriptionList,
    Document,
    Heading,
    KeyFigures,
    MapPoint,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Table,
    Tone,
)
from db.values import Money, PartialDate

A4 = (595.28, 841.89)

TITLES: Mapping[str, tuple[str, ...]] = {
    "es": (
        "Dossier de la Comisión Directiva",
        "Orden del día",
        "Resoluciones",
        "Estado de la red",
        "Anexos",
        "Asistencia",
    ),
    "pt": ("Dossiê da Comissão Diretiva", "Ordem do dia", "Resoluções", "Estado da Rede", "Anexos", "Presenças"),
}

LONG = (
    "La Secretaría Ejecutiva informó sobre la marcha del plan de trabajo, las gestiones ante el Foro Consultivo y la "
    "preparación de la Cumbre. Las ciudades presentes destacaron la participación de las Unidades Temáticas y pidieron "
    "que los informes lleguen con quince días de anticipación, en los dos idiomas de la Red. "
)


def pdf_of(pages: int, *, size: tuple[float, float] = A4, text: str = "Acta", rotation: int = 0) -> bytes:
    """Make a PDF of numbered pages with `text` on each, as an attached file."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 14)
        canvas.drawString(72, size[1] - 72, f"{text} {number}")
        canvas.rect(36, 36, size[0] - 72, size[1] - 72)
        canvas.showPage()
    canvas.save()
    return turned(target.getvalue(), rotation) if rotation else target.getvalue()


def turned(content: bytes, rotation: int) -> bytes:
    """Turn every page clockwise, as scanners note it."""
    writer = PdfWriter(clone_from=BytesIO(content))
    for page in writer.pages:
        page.rotate(rotation)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def locked_pdf() -> bytes:
    """Make a PDF that only a password opens."""
    writer = PdfWriter(clone_from=BytesIO(pdf_of(1)))
    writer.encrypt("secreta", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def picture(width: int = 1200, height: int = 800) -> bytes:
    """Make a picture that lies on its side."""
    target = BytesIO()
    Image.new("RGB", (width, height), "#7aa6a8").save(target, "PNG")
    return target.getvalue()


def annexes() -> tuple[Annex, ...]:
    """Return an annex of each kind: pages, a turned page, a picture, another file, a damaged and a locked one."""
    pdf = "application/pdf"
    return (
        Annex(1, "Acta de la reunión anterior", "acta.pdf", pdf, pdf_of(4)),
        Annex(2, "Presupuesto apaisado", "presupuesto.pdf", pdf, pdf_of(2, text="Presupuesto", rotation=90)),
        Annex(3, "Folleto pequeño", "folleto.pdf", pdf, pdf_of(1, size=(298, 420), text="Folleto")),
        Annex(4, "Fotografía de la firma", "firma.png", "image/png", picture()),
        Annex(5, "Planilla de gastos", "gastos.ods", "application/vnd.oasis.opendocument.spreadsheet", b"PK"),
        Annex(6, "Convenio escaneado", "convenio.pdf", pdf, pdf_of(3)[:600]),
        Annex(7, "Informe reservado", "reservado.pdf", pdf, locked_pdf()),
    )


def agenda() -> Section:
    """Return a section with a table of times, running text and facts."""
    rows = (
        (time(9), "Apertura y verificación del cuórum", "Intendencia de Canelones", True),
        (time(9, 30), "Informe de la Secretaría Ejecutiva sobre la marcha del plan de trabajo", "Ana Ferreira", False),
        (time(11), "Solicitudes de ingreso a la Red", "Secretaría Técnica Permanente", True),
        (None, "Asuntos varios", "", None),
    )
    return Section(
        "Orden del día",
        (
            DescriptionList(
                (
                    ("Reunión", "ACTA Nº 03/2009"),
                    ("Lugar", "Canelones, Uruguay"),
                    ("Fecha", date(2009, 3, 18)),
                    ("Primera Cumbre", PartialDate(1995, 11)),
                    ("Cuórum", None),
                )
            ),
            Table(
                (Column("Hora", 1), Column("Asunto", 6), Column("Presenta", 3), Column("Resuelve", 1.5)),
                rows,
                caption="Temario propuesto",
            ),
            Heading("Notas para la presidencia"),
            Paragraph(LONG),
            Paragraph("Falta confirmar el transporte de las delegaciones.", Tone.WARNING),
            Paragraph("Texto en dos\nrenglones & con <signos>.", Tone.MUTED),
            Heading("Detalle del punto 2", 3),
            Paragraph(LONG * 3),
        ),
    )


def resolutions(count: int = 70) -> Section:
    """Return a section with a table of `count` rows, some overdue."""
    rows = tuple(
        (
            f"{number:02d}/2009",
            Cell(LONG[: 60 + number * 37 % 200].strip(), Tone.STRONG if number % 9 == 0 else Tone.PLAIN),
            ("Rosario", "Porto Alegre", "Asunción", "Canelones")[number % 4],
            Cell(date(2009, 1 + number % 12, 1 + number % 28), Tone.LATE if number % 5 == 0 else Tone.PLAIN),
            Cell("vencida" if number % 5 == 0 else "en curso", Tone.LATE if number % 5 == 0 else Tone.MUTED),
            Money(number * 123_456, "USD") if number % 3 else None,
        )
        for number in range(1, count + 1)
    )
    columns = (
        Column("Número", 1.2),
        Column("Texto", 6),
        Column("Responsable", 2),
        Column("Vence", 1.6),
        Column("Estado", 1.6),
        Column("Fondos", 2),
    )
    return Section("Resoluciones", (Table(columns, rows, caption="Seguimiento"),), sheet="Resoluciones")


def network() -> Section:
    """Return a section with figures, chart, map and a table without rows."""
    return Section(
        "Estado de la red",
        (
            KeyFigures(
                (
                    (213, "ciudades miembros"),
                    (10, "países"),
                    (Decimal("62.5"), "% con mandato vigente"),
                    (4, "ingresos"),
                    (1, "retiro"),
                )
            ),
            BarChart(
                "Ciudades por país",
                (("Argentina", 81), ("Brasil", 74), ("Uruguay", 19), ("Paraguay", 17), ("Chile", 9)),
            ),
            PointMap(
                "Ciudades miembros",
                (
                    MapPoint("Montevideo", -34_900_000, -56_160_000, "UY"),
                    MapPoint("Canelones", -34_520_000, -56_280_000, "UY"),
                    MapPoint("Rosario", -32_950_000, -60_640_000, "AR"),
                    MapPoint("Porto Alegre", -30_030_000, -51_230_000, "BR"),
                    MapPoint("Asunción", -25_280_000, -57_630_000, "PY"),
                    MapPoint("Belo Horizonte", -19_920_000, -43_940_000, "BR"),
                ),
            ),
            Table((Column("Ciudad"),), (), caption="Contactos por verificar", empty="No hay contactos por verificar."),
            PageBreak(),
            Heading("Ciudades nuevas"),
            Table((Column("Ciudad", 3), Column("Habitantes", 1)), (("=Rosario", 948_312), ("Porto Alegre", 1_409_939))),
        ),
    )


def attendance() -> Section:
    """Return a section on its side, with room to write by hand."""
    rows = tuple(
        (name, city, "")
        for name, city in (("Ana Ferreira", "Canelones"), ("João da Silva", "Porto Alegre"), ("", "")) * 3
    )
    columns = (Column("Nombre", 3), Column("Ciudad", 2), Column("Firma", 4))
    return Section("Asistencia", (Table(columns, rows, row_height=11),), landscape=True)


def dossier(language: str = "es", *, attached: tuple[Annex, ...] | None = None, rows: int = 70) -> Document:
    """Return the whole document in `language`."""
    titles = TITLES[language]
    listed = annexes() if attached is None else attached
    announced = Table((Column("Nº", 1), Column("Título", 8)), tuple((annex.number, annex.title) for annex in listed))
    sections = (agenda(), resolutions(rows), network(), Section("Anexos", (announced, *listed)), attendance())
    named = (titles[1], titles[2], titles[3], titles[4], titles[5])
    return Document(
        titles[0],
        language,
        tuple(
            Section(title, section.blocks, section.sheet, section.start, section.landscape)
            for title, section in zip(named, sections, strict=True)
        ),
        Cover(
            "Red de Mercociudades",
            titles[0],
            "ACTA Nº 03/2009",
            ("Canelones, 18 de marzo de 2009",),
            "Secretaría Ejecutiva",
        ),
        contents=True,
        footer="Mercociudades · Secretaría Ejecutiva",
        author="Secretaría Ejecutiva",
        created=date(2009, 3, 1),
    )


def listing(rows: int, *, text: str = "Canelones") -> Document:
    """Return a document of one table with so many rows."""
    table = Table((Column("Número"), Column("Ciudad")), tuple((f"N{row:05d}", text) for row in range(rows)))
    return Document("Lista", "es", (Section("Ciudades", (table,)),))
