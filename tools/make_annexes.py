"""Make the two example annexes, resources/sample/annexes/*.pdf; run with `python -m tools.make_annexes`."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from app.rendering.pdf.fonts import install_fonts
from app.rendering.pdf.style import LIGHT, REGULAR, SEMIBOLD

TARGET = Path(__file__).parents[1] / "resources" / "sample" / "annexes"
TEAL, INK, GREY, LINE = HexColor("#0b5d66"), HexColor("#1f2a2c"), HexColor("#5c6b6e"), HexColor("#c9d3d4")
WARNING = "Documento de ejemplo: las actividades, los montos y las fechas son ficticios."

FRAME = 6
"""Points that the frame of a page keeps free inside its margins."""

TITLE = ParagraphStyle("title", fontName=LIGHT, fontSize=24, leading=29, textColor=TEAL, spaceAfter=2 * mm)
LEAD = ParagraphStyle("lead", fontName=REGULAR, fontSize=11, leading=16, textColor=GREY, spaceAfter=6 * mm)
HEADING = ParagraphStyle(
    "heading", fontName=SEMIBOLD, fontSize=13, leading=17, textColor=TEAL, spaceBefore=6 * mm, spaceAfter=2 * mm
)
TEXT = ParagraphStyle("text", fontName=REGULAR, fontSize=10, leading=14.5, textColor=INK, spaceAfter=2.5 * mm)
CELL = ParagraphStyle("cell", parent=TEXT, fontSize=9, leading=12, spaceAfter=0)
HEAD = ParagraphStyle("head", parent=CELL, fontName=SEMIBOLD, textColor=TEAL)
NUMBER = ParagraphStyle("number", parent=CELL, alignment=TA_RIGHT)
NUMBER_HEAD = ParagraphStyle("number-head", parent=HEAD, alignment=TA_RIGHT)


def frame(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Draw what every page bears: a line of colour, the warning and the number of the page."""
    width, _ = A4
    canvas.saveState()
    canvas.setFillColor(TEAL)
    canvas.rect(0, A4[1] - 4 * mm, width, 4 * mm, stroke=0, fill=1)
    canvas.setStrokeColor(LINE)
    canvas.line(25 * mm, 20 * mm, width - 25 * mm, 20 * mm)
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(GREY)
    canvas.drawString(25 * mm, 15 * mm, WARNING)
    canvas.drawRightString(width - 25 * mm, 15 * mm, str(document.page))
    canvas.restoreState()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], numbers: int = 0) -> Table:
    """Return a table, in millimetres wide, of which the last `numbers` columns are set to the right."""
    first = len(heads) - numbers
    cells = [[Paragraph(text, HEAD if at < first else NUMBER_HEAD) for at, text in enumerate(heads)]]
    cells += [[Paragraph(text, CELL if at < first else NUMBER) for at, text in enumerate(row)] for row in rows]
    made = Table(cells, [width * mm for width in widths], repeatRows=1)
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, TEAL),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return made


ACTIVITIES = (
    ("Mes 1", "Seminario sobre descentralización y autonomía local", "Córdoba", "Autonomía, Gestión y Participación"),
    ("Mes 1", "Encuentro de responsables de relaciones internacionales", "Montevideo", "Cooperación Internacional"),
    (
        "Mes 2",
        "Taller de residuos sólidos: planes locales y compra pública",
        "Canelones",
        "Ambiente y Desarrollo Sostenible",
    ),
    ("Mes 2", "Feria de producción local y circuitos cortos", "Porto Alegre", "Desarrollo Económico Local"),
    ("Mes 3", "Reunión de la Comisión Directiva", "A definir", "Comisión Directiva"),
    ("Mes 3", "Jornada de integración fronteriza y transporte", "Foz do Iguaçu", "Integración Fronteriza"),
    ("Mes 4", "Residencias de gestores culturales, primera edición", "Maldonado", "Cultura"),
    ("Mes 4", "Curso en línea: indicadores de cohesión social", "En línea", "Desarrollo Social"),
    ("Mes 5", "Semana de las juventudes", "Rosario", "Juventudes"),
    ("Mes 5", "Encuentro sobre turismo de cercanía", "Maldonado", "Turismo"),
    ("Mes 6", "Consejo", "A definir", "Consejo"),
    ("Mes 6", "Presentación del banco de experiencias", "En línea", "Secretaría Técnica Permanente"),
)
SHEETS = (
    (
        "Taller de residuos sólidos",
        "Mostrar cómo tres ciudades pasaron del plan a la compra pública de equipos, y qué cláusulas usaron.",
        "Áreas de ambiente y de compras de las ciudades de la unidad; hasta cuarenta personas.",
        "La ciudad anfitriona cubre el local y los almuerzos; los traslados corren por cuenta de cada delegación.",
    ),
    (
        "Jornada de integración fronteriza",
        "Comparar acuerdos de transporte y de salud entre ciudades vecinas de distinto país.",
        "Ciudades de frontera y organismos nacionales de transporte.",
        "Se propone que sea común con Ambiente y Desarrollo Sostenible.",
    ),
    (
        "Residencias de gestores culturales",
        "Que cada ciudad reciba durante dos semanas a una persona que gestiona la cultura de otra.",
        "Dos personas por ciudad; convocatoria abierta por la coordinación de la unidad.",
        "Cada ciudad informa las fechas en que puede recibir y lo que ofrece.",
    ),
    (
        "Curso en línea de indicadores",
        "Elegir pocos indicadores de cohesión social que una ciudad mediana pueda medir cada año.",
        "Áreas sociales y de planificación; sin límite de inscripción.",
        "Cuatro encuentros de dos horas, en español y en portugués.",
    ),
)


PLACES = (
    ("Argentina", "Descentralización; juventudes", "2"),
    ("Brasil", "Producción local; integración fronteriza", "2"),
    ("Uruguay", "Relaciones internacionales; residuos; residencias; turismo", "4"),
    ("En línea", "Indicadores; banco de experiencias", "2"),
    ("A definir", "Comisión Directiva; Consejo", "2"),
)
SHARES = (
    ("Local, equipo y conexión", "Sí", "No"),
    ("Almuerzos de trabajo", "Sí", "No"),
    ("Pasajes", "No", "Sí"),
    ("Alojamiento", "Tarifa acordada", "Sí"),
    ("Interpretación", "Según la actividad", "No"),
)


def agenda() -> list[Flowable]:
    """Return the first annex: what is proposed for the coming half-year."""
    story: list[Flowable] = [
        Paragraph("Propuesta de agenda de actividades", TITLE),
        Paragraph("Próximo semestre · para considerar en la tercera reunión de la Comisión Directiva", LEAD),
        Paragraph("Criterios", HEADING),
        Paragraph("La propuesta reúne lo que cada Unidad Temática informó a la STPM y sigue tres criterios.", TEXT),
        Paragraph("• Agrupar en una misma sede y semana las actividades de unidades que comparten un eje.", TEXT),
        Paragraph("• Repartir las sedes entre países y preferir las que se alcanzan por tierra.", TEXT),
        Paragraph("• Que toda actividad presencial tenga una parte a distancia, en español y en portugués.", TEXT),
        Paragraph("Calendario", HEADING),
        table(("Cuándo", "Actividad", "Sede", "Organiza"), ACTIVITIES, (18, 68, 30, 44)),
        PageBreak(),
        Paragraph("Fichas de las actividades principales", TITLE),
    ]
    for name, aim, public, costs in SHEETS:
        story += [
            Paragraph(name, HEADING),
            Paragraph(f"<font name='{SEMIBOLD}'>Objetivo.</font> {aim}", TEXT),
            Paragraph(f"<font name='{SEMIBOLD}'>Participan.</font> {public}", TEXT),
            Paragraph(f"<font name='{SEMIBOLD}'>Condiciones.</font> {costs}", TEXT),
        ]
    return [
        *story,
        PageBreak(),
        Paragraph("Sedes y decisiones", TITLE),
        Paragraph("Sedes por país", HEADING),
        table(("País", "Actividades", "Sedes"), PLACES, (40, 90, 30), numbers=1),
        Paragraph("Gastos que asume cada parte", HEADING),
        table(("Rubro", "Ciudad anfitriona", "Ciudad que participa"), SHARES, (60, 50, 50)),
        Paragraph("Lo que se pide a la Comisión Directiva", HEADING),
        Paragraph("1. Confirmar o cambiar las sedes que figuran «a definir».", TEXT),
        Paragraph("2. Fijar hasta cuándo las unidades pueden agregar actividades.", TEXT),
        Paragraph("3. Decidir qué actividades se difunden como parte del plan de trabajo.", TEXT),
    ]


COSTS = (
    ("Coordinación del estudio, seis meses", "1", "4.800", "4.800"),
    ("Relevamiento de casos en ciudades", "6", "650", "3.900"),
    ("Traducción al portugués y al español", "2", "700", "1.400"),
    ("Taller de discusión de resultados", "1", "1.900", "1.900"),
    ("Edición y publicación digital", "1", "1.200", "1.200"),
    ("Imprevistos (5 %)", "", "", "660"),
)
FUNDS = (
    ("Aportes de las ciudades participantes", "5.000", "36 %"),
    ("Cooperación externa, por gestionar", "6.860", "50 %"),
    ("Aporte en horas de la STPM", "2.000", "14 %"),
)


CASES = (
    ("Lácteos artesanales", "Sello común y control de calidad", "Cuenca lechera"),
    ("Madera y muebles", "Secado, diseño y ferias", "Litoral"),
    ("Música y artes escénicas", "Giras, salas y derechos", "Capitales"),
    ("Turismo de ribera", "Rutas y calendario", "Río de la Plata"),
    ("Reciclado de plásticos", "Acopio y compra pública", "Áreas metropolitanas"),
    ("Programación", "Formación y trabajo a distancia", "Ciudades medianas"),
    ("Hortalizas de cercanía", "Semillas, riego y mercados", "Cinturones verdes"),
)


def budget() -> list[Flowable]:
    """Return the second annex: what the study would cost."""
    costs = [*COSTS, (f"<font name='{SEMIBOLD}'>Total</font>", "", "", f"<font name='{SEMIBOLD}'>13.860</font>")]
    funds = [*FUNDS, (f"<font name='{SEMIBOLD}'>Total</font>", f"<font name='{SEMIBOLD}'>13.860</font>", "100 %")]
    return [
        Paragraph("Presupuesto estimado", TITLE),
        Paragraph("Estudio sobre complementariedad productiva en cadenas locales · dólares de Estados Unidos", LEAD),
        Paragraph("Alcance", HEADING),
        Paragraph(
            "El estudio describe seis casos en los que ciudades de distinto país producen partes de un mismo bien o "
            "servicio, y termina en recomendaciones al MERCOSUR desde la óptica local, como pide la línea 6 del plan.",
            TEXT,
        ),
        Paragraph("Gastos", HEADING),
        table(("Rubro", "Cantidad", "Unitario", "Monto"), costs, (88, 22, 25, 25), numbers=3),
        Paragraph("Origen de los fondos", HEADING),
        table(("Fuente", "Monto", "Parte"), funds, (110, 25, 25), numbers=2),
        Paragraph("Supuestos", HEADING),
        Paragraph("• Cada ciudad pone a disposición una persona de contacto y los datos de su caso.", TEXT),
        Paragraph("• Las reuniones de trabajo son a distancia, salvo el taller final.", TEXT),
        Paragraph("• El taller se hace junto con otra reunión de la red, para no sumar viajes.", TEXT),
        Paragraph("• Los montos no incluyen impuestos locales.", TEXT),
        PageBreak(),
        Paragraph("Calendario", HEADING),
        table(
            ("Etapa", "Resultado", "Meses"),
            (
                ("Selección de casos", "Seis casos aceptados por sus ciudades", "1"),
                ("Relevamiento", "Fichas de los casos y entrevistas", "2 y 3"),
                ("Análisis", "Borrador en español y en portugués", "4"),
                ("Taller", "Recomendaciones acordadas", "5"),
                ("Publicación", "Versión final en los dos idiomas", "6"),
            ),
            (40, 95, 25),
            numbers=1,
        ),
        Paragraph("Lo que se pide a la Comisión Directiva", HEADING),
        Paragraph("1. Aprobar el alcance del estudio y su calendario.", TEXT),
        Paragraph("2. Autorizar la búsqueda de la cooperación externa.", TEXT),
        Paragraph("3. Designar las dos delegaciones que siguen el trabajo junto con la STPM.", TEXT),
        Paragraph("Casos que se proponen para elegir", HEADING),
        table(("Cadena", "Qué se comparte", "Territorio"), CASES, (45, 75, 40)),
    ]


def write(name: str, title: str, story: list[Flowable]) -> None:
    """Write an annex as PDF, the same bytes each time."""
    document = SimpleDocTemplate(
        str(TARGET / name),
        pagesize=A4,
        leftMargin=25 * mm - FRAME,
        rightMargin=25 * mm - FRAME,
        topMargin=24 * mm,
        bottomMargin=26 * mm,
        title=title,
        author="Enlace",
        invariant=1,
    )
    document.build(story, onFirstPage=frame, onLaterPages=frame)


def main() -> None:
    """Write both annexes."""
    install_fonts()
    TARGET.mkdir(parents=True, exist_ok=True)
    write("agenda-de-actividades.pdf", "Propuesta de agenda de actividades (ejemplo)", agenda())
    write("presupuesto-del-estudio.pdf", "Presupuesto estimado del estudio (ejemplo)", budget())


if __name__ == "__main__":
    main()
