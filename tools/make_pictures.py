"""Makes the pictures of the guide: the real window on a fresh sample of a fixed day, and pages of its dossier."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import resources
from app.past.listing import read_page
from app.records.catalog import Filter, Operator, Order, Query
from app.records.drafts import Draft
from app.records.editing import delete_records, save_record
from app.records.reading import list_ids
from app.rendering import render
from app.reports.offered import find_report
from app.sheets.importing.importing import Verdict
from app.words.words import Words
from tools.stage import Stage, begin, save_small
from ui.dialogs.new_file import NewFileDialog
from ui.importing.wizard import ImportWizard
from ui.log.note_dialog import NoteDialog
from ui.look.theme import Scheme
from ui.meetings.pane import MeetingPane
from ui.paper.report_dialog import ReportDialog
from ui.past.dialog import HistoryDialog
from ui.room.place_line import PlaceLine
from ui.room.tabs import TabbedRoom

FOLDER = Path(__file__).parents[1] / "docs" / "images"
PAPER_SCALE = 1.3
"""Pixels to a point of the pages of paper."""
BOARD = "la Comisión Directiva (ejemplo)"
PAGES: Mapping[str, str] = {
    "dossier-portada": "",
    "dossier-orden-del-dia": "Orden del día",
    "dossier-seguimiento": "Seguimiento de resoluciones",
    "dossier-estado": "Estado de la red",
    "dossier-mapa": "Mapa de las ciudades miembro",
}
"""Pages of the dossier, by the name of their picture: the bookmark that begins each, none for the first page."""


def main() -> None:
    """Make all pictures, or those whose scenes are named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:] or [scene.__name__ for scene in SCENES]
    with tempfile.TemporaryDirectory(prefix="enlace-") as folder:
        stage = Stage(begin(Path(folder)), Path(folder))
        for scene in SCENES:
            if scene.__name__ in wanted:
                scene(stage)
                stage.strike()
        stage.window.close()


def _shoot(stage: Stage, name: str) -> None:
    stage.shoot(FOLDER / f"{name}.png")


def _shoot_tabs(stage: Stage, room: str, **names: str) -> None:
    """Take tabs of a room, a picture each, called as `names` say."""
    stage.show_room(room)
    for tab, name in names.items():
        if isinstance(stage.page, TabbedRoom):
            stage.page.turn_to(tab)
        _shoot(stage, name)


def start(stage: Stage) -> None:
    """Show the page before a file is open, and the dialog of a new one."""
    _shoot(stage, "bienvenida")
    stage.window.commands["new_file"].trigger()
    dialog = stage.window.filing.dialog
    if isinstance(dialog, NewFileDialog):
        dialog.name.setText("Red de ciudades 2026")
        dialog.place.setText("Documentos")
        dialog.passphrase.setText("cuatro lluvias verdes lejos")
        dialog.repeated.setText("cuatro lluvias verdes lejos")
    _shoot(stage, "archivo-nuevo")


def importing(stage: Stage) -> None:
    """Go through the wizard with the cities of the sample."""
    stage.open_empty("Red de ciudades 2026")
    _shoot(stage, "archivo-vacio")
    wizard = ImportWizard(stage.page.workspace, "municipality", stage.window)
    wizard.open()
    wizard.load(resources.path("sample/members.csv"))
    _shoot(stage, "importar-1-archivo")
    wizard.going_on.click()
    _shoot(stage, "importar-2-columnas")
    wizard.going_on.click()
    stage.settle()
    doubtful = next(row for row in wizard.rows.rows.lines if row.verdict is Verdict.DOUBTFUL)
    wizard.rows.table.setCurrentIndex(wizard.rows.rows.index(wizard.rows.rows.place_of(doubtful.number), 0))
    _shoot(stage, "importar-3-filas")
    wizard.going_on.click()
    _shoot(stage, "importar-4-resultado")


def rooms(stage: Stage) -> None:
    """Show Inicio, the search, a list with a filter, and a city: its form, its links and its history."""
    stage.open_sample()
    _shoot(stage, "ventana")
    stage.show_room("ciudades")
    country = Filter("country", Operator.EQUALS, "BR")
    stage.room.show_query(Query("municipality", filters=(country,), order=(Order("population", descending=True),)))
    _shoot(stage, "lista-filtrada")
    stage.frame.top.take_focus()
    QTest.keyClicks(stage.frame.top.line, "cordoba")
    _shoot(stage, "busqueda")
    stage.frame.top.line.clear()
    stage.room.show_query(Query("municipality"))
    stage.room.show_record(
        "municipality", _find(stage, "municipality", Filter("short_name", Operator.EQUALS, "Rosario"))
    )
    _shoot(stage, "ciudad")
    stage.settle()
    stage.record.page.show_section("tenure.post_id/post.municipality_id")
    _shoot(stage, "ciudad-vinculos")
    stage.record.edit()
    stage.record.form.fill({"name": "Municipalidad de Rosario", "web": "https://rosario.example.org"})
    stage.record.save()
    stage.settle()
    stage.record.show_history()
    _shoot(stage, "historial")


def past(stage: Stage) -> None:
    """Show the history of the file after two people wrote in one city, and the verdict on undoing the first."""
    stage.open_sample()
    store = stage.page.workspace.store
    city = _find(stage, "municipality", Filter("short_name", Operator.EQUALS, "Rosario"))
    values = {"name": "Municipalidad de Rosario", "web": "https://rosario.example.org", "notes": "Llamar en marzo"}
    save_record(store, Draft("municipality", city, values))
    first = read_page(store, stage.words, limit=1)[0].number
    store.author = "Beto Ejemplo"
    save_record(store, Draft("municipality", city, {"name": "Intendencia de Rosario"}))
    delete_records(store, "experience", list_ids(store, Query("experience"))[5:6])
    stage.show_room("ciudades")
    stage.window.commands["file_history"].trigger()
    stage.settle()
    dialog = stage.window.dialog
    if not isinstance(dialog, HistoryDialog):
        raise TypeError("the history of the file is not there")
    changes = dialog.changes
    changes.table.setCurrentIndex(changes.model.index(changes.model.place_of(first), 0))
    _shoot(stage, "historial-archivo")
    changes.undoing.click()
    _shoot(stage, "deshacer-veredicto")


def new_city(stage: Stage) -> None:
    """Begin a city with the help of the gazetteer."""
    stage.open_sample()
    stage.show_room("ciudades")
    stage.room.begin_record("municipality", {})
    stage.settle()
    helper = stage.record.helper
    if isinstance(helper, PlaceLine):
        helper.line.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(helper.line, "Rosario")
    _shoot(stage, "ciudad-nueva")


def matching(stage: Stage) -> None:
    """Show what may serve a demand, and the experiences by theme."""
    stage.open_sample()
    stage.show_room("experiencias")
    _shoot_tabs(stage, "experiencias", by_theme="experiencias-por-tema")
    demand = _find(stage, "need", Filter("name", Operator.CONTAINS, "Portal único"))
    stage.frame.show_record("need", demand)
    stage.settle()
    stage.record.tabs.setCurrentIndex(1)
    _shoot(stage, "demanda")


def meeting(stage: Stage) -> None:
    """Show the meetings: the agenda of the next one, then the roll, the minutes and the follow-up of what was held."""
    stage.open_sample()
    stage.show_room("reuniones")
    pane = stage.record
    if not isinstance(pane, MeetingPane):
        raise TypeError("the room of the meetings has another record")
    coming, held = (Filter("name", Operator.EQUALS, f"{which} reunión de {BOARD}") for which in ("Tercera", "Segunda"))
    stage.room.show_record("meeting", _find(stage, "meeting", coming))
    for tab, name in (("agenda", "reunion-orden-del-dia"), ("follow_up", "reunion-seguimiento")):
        pane.show_tab(tab)
        _shoot(stage, name)
    stage.room.show_record("meeting", _find(stage, "meeting", held))
    for tab, name in (("attendance", "reunion-asistencia"), ("minutes", "reunion-acta")):
        pane.show_tab(tab)
        _shoot(stage, name)


def papers(stage: Stage) -> None:
    """Show the dossier in its window, then its pages."""
    stage.open_sample()
    stage.show_room("informes")
    _shoot(stage, "informes")
    dialog = ReportDialog(stage.page.workspace, "board-pack", stage.window)
    dialog.open()
    _shoot(stage, "dossier")
    stage.close_dialogs()
    path = stage.folder / "dossier.pdf"
    words = Words("es")
    render(find_report("board-pack").make(stage.page.workspace.store, None, words), "pdf", path, words)
    shoot_pages(path)


def dark(stage: Stage) -> None:
    """Show the experiences in dark colours."""
    stage.window.choose_scheme(Scheme.DARK)
    stage.open_sample()
    stage.show_room("experiencias")
    first = list_ids(stage.page.workspace.store, Query("experience", order=(Order("name"),)))[0]
    stage.page.show_record("experience", first)
    _shoot(stage, "oscuro")
    stage.window.choose_scheme(Scheme.LIGHT)


def units(stage: Stage) -> None:
    """Show what each unit did, the matrix, and the month of the agenda."""
    stage.open_sample()
    _shoot_tabs(stage, "unidades", units="unidades", matrix="matriz")
    stage.show_room("agenda")
    _shoot(stage, "agenda-mes")


def forum(stage: Stage) -> None:
    """Show the forum at a glance, and a recommendation on its way."""
    stage.open_sample()
    _shoot_tabs(stage, "fccr", forum="foro")
    late = Query("recommendation", order=(Order("day", descending=True),))
    stage.page.show_record("recommendation", list_ids(stage.page.workspace.store, late)[2])
    _shoot(stage, "recomendacion")


def plan(stage: Stage) -> None:
    """Show the plan as board and calendar, and a note of the log in one line."""
    stage.open_sample()
    _shoot_tabs(stage, "plan", board="plan-tablero", calendar="plan-calendario")
    stage.show_room("inicio")
    stage.window.commands["note"].trigger()
    dialog = stage.window.dialog
    if isinstance(dialog, NoteDialog):
        dialog.line.insert("ayer llamó la intendencia de Rosario por el acta → mandarla el 12/12")
    _shoot(stage, "bitacora")
    if isinstance(dialog, NoteDialog):
        dialog.line.clear()  # what is unsaved would be asked about, over every picture that follows


SCENES: tuple[Callable[[Stage], None], ...] = (
    start,
    importing,
    rooms,
    units,
    forum,
    plan,
    past,
    new_city,
    matching,
    meeting,
    papers,
    dark,
)


def shoot_pages(path: Path) -> None:
    """Write the pages of PAGES of the dossier at `path`."""
    document = pypdfium2.PdfDocument(path)
    begins = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    for name, title in PAGES.items():
        at = next((page for known, page in begins.items() if title in known), 0) if title else 0
        save_small(document[at].render(scale=PAPER_SCALE).to_pil(), FOLDER / f"{name}.png")
    document.close()


def _find(stage: Stage, entity: str, wanted: Filter) -> str:
    """Return the key of the first record that `wanted` finds."""
    return list_ids(stage.page.workspace.store, Query(entity, filters=(wanted,)))[0]


if __name__ == "__main__":
    main()
