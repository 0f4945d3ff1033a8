"""The preview: beside the pages its outline, by mouse and by keyboard, true to the place in sight."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document import Document, Heading, Paragraph, Section
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words
from tests.ui.paper.test_page_view import pdf
from ui.paper.preview import Preview

TITLES = ("Orden del día", "Estado de la red", "Anexos & <otros>")


def _paper() -> bytes:
    lines = tuple(Paragraph(f"Renglón {line}") for line in range(45))
    sections = tuple(Section(title, (*lines, Heading(f"Notas de {title}"), *lines[:10])) for title in TITLES)
    target = BytesIO()
    render_pdf(Document("Dossier", "es", sections), target, Words("es"))
    return target.getvalue()


@pytest.fixture
def shown(preview: Preview, qtbot: QtBot) -> Preview:
    preview.resize(900, 600)
    preview.show_pdf(_paper(), "prueba")
    qtbot.waitUntil(lambda: preview.view.count == 6)
    return preview


def _said(preview: Preview) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for item in preview.outline.items:
        if item.parent() is None:
            found.append((item.text(0), []))
        else:
            found[-1][1].append(item.text(0))
    return found


def _marked(preview: Preview) -> str:
    item = preview.outline.currentItem()
    return item.text(0) if item is not None else ""


def _click(preview: Preview, number: int) -> None:
    place = preview.outline.visualItemRect(preview.outline.items[number]).center()
    QTest.mouseClick(preview.outline.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_outline_says_the_bookmarks_of_the_pdf_under_each_other(shown: Preview) -> None:
    assert _said(shown) == [(title, [f"Notas de {title}"]) for title in TITLES]
    assert shown.outline.isVisible()
    assert shown.outline.accessibleName() == "Contenido"


def test_a_click_leads_to_the_very_place(shown: Preview) -> None:
    _click(shown, 2)
    assert shown.number.text() == "3"
    top = shown.view.verticalScrollBar().value()
    _click(shown, 3)
    assert shown.number.text() == "4"
    assert shown.view.verticalScrollBar().value() > top
    assert shown.view.bookmark_in_sight() == 3


def test_the_keyboard_reaches_the_outline_and_goes_from_place_to_place(shown: Preview) -> None:
    assert shown.outline.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown.outline.setFocus()
    QTest.keyClick(shown.outline, Qt.Key.Key_Down)
    QTest.keyClick(shown.outline, Qt.Key.Key_Down)
    assert (_marked(shown), shown.number.text()) == (TITLES[1], "3")
    shown.view.go_to(0)
    shown.outline.follow(2)
    QTest.keyClick(shown.outline, Qt.Key.Key_Return)
    assert shown.number.text() == "3"


def test_the_place_in_sight_is_marked_while_the_pages_are_scrolled(shown: Preview) -> None:
    assert _marked(shown) == TITLES[0]
    shown.view.go_to(2)
    assert _marked(shown) == TITLES[1]
    QTest.keyClick(shown.view, Qt.Key.Key_Home)
    assert _marked(shown) == TITLES[0]
    assert shown.number.text() == "1"


def test_a_place_at_the_very_end_stays_marked_when_it_was_chosen(shown: Preview) -> None:
    shown.view.choose_zoom(0.25)
    _click(shown, 5)
    assert _marked(shown) == f"Notas de {TITLES[2]}"


def test_the_outline_can_be_put_away_and_brought_back(shown: Preview) -> None:
    shown.outlining.click()
    assert not shown.outline.isVisible()
    shown.outlining.click()
    assert shown.outline.isVisible()


def test_a_pdf_without_bookmarks_has_no_outline(shown: Preview, qtbot: QtBot) -> None:
    shown.show_pdf(pdf((595.0, 842.0)), "otra")
    qtbot.waitUntil(lambda: shown.view.count == 1)
    assert not shown.outline.isVisible()
    assert not shown.outlining.isVisible()
    shown.clear()
    assert not shown.outline.isVisible()
