"""Rows of a record are cards whose fields show what is in them, on a small screen and whatever the language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from app.words.problems import Problem
from tests.make import add
from tests.ui.seeing import edit_record, frame_of, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.form import Form
from ui.form.part_row import PartRow
from ui.frame.window import Window
from ui.look.theme import Theme
from ui.room.tabs import TabbedRoom

MAIL = "relaciones.internacionales@mardelplata.example.org"
CITY = "General Pueyrredón (Mar del Plata)"
POST = "Dirección de Cooperación y Relaciones Internacionales"
TERMS = 4
"""The place of the list of terms among those of its room."""
FORMS = (
    ("ciudades", (0,)),
    ("contactos", (0,)),
    ("organismos", (0, 2, 3, 4)),
    ("experiencias", (0, 2)),
    ("resoluciones", (0,)),
)
"""The rooms whose records are edited in a form, and behind which tabs the lists stand."""
EDGES = 16
"""Pixels that a line has for its edges and for the space beside the text."""


def fits(row: PartRow, name: str) -> bool:
    """Tell whether the text of a field is seen whole, beside the cross that empties it."""
    line = row.editors[name].input()
    assert isinstance(line, QLineEdit)
    cross = line.height() if line.isClearButtonEnabled() else 0
    assert line.text()
    return line.fontMetrics().horizontalAdvance(line.text()) + cross + EDGES <= line.width()


def show_body(window: Window, qtbot: QtBot, *, seats: int = 2) -> Form:
    """Show the form of a body on which a city with a long name sits several times."""
    store = workspace_of(window).store
    city = add(store, "municipality", short_name=CITY, country="AR")
    rows = tuple(Draft("seat", None, {"municipality_id": city, "role": "member"}) for _ in range(seats))
    saved = save_record(store, Draft("body", None, {"name": "Foro", "kind": "forum"}, {"seats": Rows(rows)}))
    workspace_of(window).apply(saved.changes)
    show_tab(window, "organismos", 2)
    edit_record(window, "Foro", qtbot)
    return pane_of(window).form


def show_person(window: Window, qtbot: QtBot) -> Form:
    """Show the form of a person with a long e-mail and a post with a long name."""
    store = workspace_of(window).store
    post = add(store, "post", name=POST, municipality_id=add(store, "municipality", short_name="Salto", country="UY"))
    parts = {
        "contact_points": Rows((Draft("contact_point", None, {"kind": "email", "value": MAIL}),)),
        "tenures": Rows((Draft("tenure", None, {"post_id": post}),)),
    }
    workspace_of(window).apply(save_record(store, Draft("person", None, {"name": "Eva Muestra"}, parts)).changes)
    window.show_room("contactos")
    edit_record(window, "Eva Muestra", qtbot)
    return pane_of(window).form


def show_tab(window: Window, room: str, at: int) -> None:
    """Show one of the lists of a room."""
    window.show_room(room)
    page = frame_of(window).page
    if isinstance(page, TabbedRoom):
        page.tabs.setCurrentIndex(at)


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_cards_show_what_is_in_them_on_a_small_screen(opened: Window, qtbot: QtBot, language: str) -> None:
    opened.resize(1280, 720)
    opened.choose_language(language)
    wait_until_idle(opened, qtbot)
    seat = show_body(opened, qtbot).parts["seats"].rows[0]
    wait_until_idle(opened, qtbot)
    assert fits(seat, "municipality_id")
    person = show_person(opened, qtbot)
    wait_until_idle(opened, qtbot)
    assert fits(person.parts["contact_points"].rows[0], "value")
    assert fits(person.parts["tenures"].rows[0], "post_id")


def test_an_address_that_is_cut_on_two_lines_takes_one_of_its_own(opened: Window, qtbot: QtBot) -> None:
    opened.resize(1024, 768)
    person = show_person(opened, qtbot)
    wait_until_idle(opened, qtbot)
    assert fits(person.parts["contact_points"].rows[0], "value")


def test_a_card_takes_the_lines_that_it_needs_and_names_each_of_its_fields(opened: Window, qtbot: QtBot) -> None:
    opened.resize(1280, 720)
    seat = show_body(opened, qtbot).parts["seats"].rows[0]
    wait_until_idle(opened, qtbot)
    lines: dict[int, list[str]] = {}
    for field in seat.card.fields:
        lines.setdefault(field.label.y(), []).append(field.label.text())
    assert list(lines.values()) == [
        ["Ciudad", "Organismo"],
        ["País", "Persona", "Función *", "Suplente de"],
        ["Desde", "Hasta"],
    ]


@pytest.fixture
def usual_size(theme: Theme) -> Iterator[None]:
    """Write as large as before, once the window is gone: what it holds would be dressed for nothing."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.choose_scale(100)


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.usefixtures("usual_size")
def test_no_form_scrolls_sideways_on_the_smallest_screen(opened: Window, qtbot: QtBot, scale: int) -> None:
    opened.resize(1024, 768)
    if scale != opened.theme.scale:
        opened.grow_text(scale - opened.theme.scale)
    forms = [show_body(opened, qtbot), show_person(opened, qtbot)]
    wait_until_idle(opened, qtbot)
    for room, tabs in FORMS:
        for at in tabs:
            show_tab(opened, room, at)
            wait_until_idle(opened, qtbot)
            room_of(opened).list.new_button.click()
            wait_until_idle(opened, qtbot)
            forms.append(pane_of(opened).form)
    assert [form.horizontalScrollBar().maximum() for form in forms] == [0] * 11


def test_a_new_row_scrolls_into_view(opened: Window, qtbot: QtBot) -> None:
    opened.resize(1280, 720)
    form = show_body(opened, qtbot, seats=12)
    grid = form.parts["seats"]
    form.verticalScrollBar().setValue(0)
    wait_until_idle(opened, qtbot)
    grid.adding.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(grid.adding, Qt.Key.Key_Space)
    wait_until_idle(opened, qtbot)
    card = grid.rows[-1].card
    assert card.visibleRegion().boundingRect() == card.rect()
    assert grid.rows[-1].editors["municipality_id"].input().hasFocus()


def test_what_is_wrong_stands_above_a_long_text_and_not_below_it(opened: Window, qtbot: QtBot) -> None:
    show_tab(opened, "organismos", TERMS)
    room_of(opened).list.new_button.click()
    wait_until_idle(opened, qtbot)
    chapters = pane_of(opened).form.parts["chapters"]
    chapters.add()
    row = chapters.rows[0]
    assert chapters.show_problem(row.id, "chapter", Problem("Dos veces", ""))
    wait_until_idle(opened, qtbot)
    assert row.editors["chapter"].geometry().bottom() < row.fault.y() < row.editors["text"].y()
