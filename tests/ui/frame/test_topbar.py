"""The one search: answers while typing, grouped by kind, accents aside, and Enter opens."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.record_page import FILES
from app.records.attachments import attach
from app.records.catalog import Query
from app.records.reading import Hit, list_ids
from tests.ui.held import held_writing
from tests.ui.seeing import frame_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.search_results import DETAIL, HIT
from ui.frame.topbar import TopBar
from ui.frame.window import Window


def bar_of(window: Window) -> TopBar:
    return frame_of(window).top


def lines_of(window: Window) -> list[str]:
    results = bar_of(window).results
    return [results.item(row).text() for row in range(results.count())]


def hits_of(window: Window) -> list[Hit]:
    results = bar_of(window).results
    found = [results.item(row).data(HIT) for row in range(results.count())]
    return [each for each in found if isinstance(each, Hit)]


def test_answers_come_while_typing_grouped_by_kind(opened: Window, qtbot: QtBot) -> None:
    QTest.keyClick(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(bar_of(opened).line.hasFocus)
    QTest.keyClicks(bar_of(opened).line, "sao leo")
    wait_until_idle(opened, qtbot)
    assert bar_of(opened).results.isVisible()
    assert lines_of(opened) == ["Ciudades", "São Leopoldo"]
    assert bar_of(opened).results.item(1).data(DETAIL) == "Brasil · Rio Grande do Sul"


def test_enter_opens_what_is_marked(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    bar.take_focus()
    QTest.keyClicks(bar.line, "ana prueba")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Ana Prueba Ejemplo"
    assert not bar.results.isVisible()
    assert bar.line.text() == ""


def test_the_arrows_pass_over_the_headings(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    bar.take_focus()
    QTest.keyClicks(bar.line, "c")
    wait_until_idle(opened, qtbot)
    assert bar.results.isVisible()
    headings = lines_of(opened).count("Secciones") + len({hit.entity for hit in hits_of(opened)})
    chosen = [bar.results.currentRow()]
    for _ in lines_of(opened):
        QTest.keyClick(bar.line, Qt.Key.Key_Down)
        chosen.append(bar.results.currentRow())
    assert headings > 2
    assert len(set(chosen)) == len(lines_of(opened)) - headings
    assert all(bar.results.item(row).data(HIT) is not None for row in chosen)


def test_a_tab_is_found_by_its_name_and_turned_to(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    bar.take_focus()
    QTest.keyClicks(bar.line, "instancias")
    wait_until_idle(opened, qtbot)
    assert lines_of(opened)[:2] == ["Secciones", "Instancias"]
    assert bar.results.item(1).data(DETAIL) == "Organismos"
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    page = frame_of(opened).page
    assert frame_of(opened).current == "organismos"
    assert page is not None
    assert page.face() == "body"
    assert not bar.results.isVisible()


def test_nothing_found_is_said(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    bar.take_focus()
    QTest.keyClicks(bar.line, "zzz")
    wait_until_idle(opened, qtbot)
    assert bar.results.isVisible()
    assert lines_of(opened) == ["Nada coincide con «zzz»."]
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.results.isVisible()


def test_the_period_of_today_is_named(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    wait_until_idle(opened, qtbot)
    assert bar.period.text() == "Registrar la gestión actual"
    bar.period.click()
    assert frame_of(opened).current == "organismos"
    pane_of(opened).form.boxes["name"].fill("2026-2027")
    assert pane_of(opened).save()
    wait_until_idle(opened, qtbot)
    assert bar.period.text() == "2026-2027"


def test_the_period_is_named_when_the_writing_that_is_under_way_has_ended(opened: Window, qtbot: QtBot) -> None:
    bar = TopBar(opened.words)
    bar.fill(workspace_of(opened), opened)
    with held_writing(opened, qtbot):
        QCoreApplication.processEvents()
        assert bar.period.text() == ""
    assert bar.period.text() == "Registrar la gestión actual"
    bar.deleteLater()


def test_enter_during_a_writing_opens_the_likeliest_answer_when_it_has_ended(opened: Window, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    with held_writing(opened, qtbot):
        bar.take_focus()
        QTest.keyClicks(bar.line, "bruno")
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        assert bar.line.text() == "bruno"
        assert frame_of(opened).current == "ciudades"
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Bruno Ficticio"
    with held_writing(opened, qtbot):
        bar.take_focus()
        QTest.keyClicks(bar.line, "rosario")
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        bar.line.left.emit()
    assert frame_of(opened).current == "contactos"


def test_a_document_that_is_found_opens_at_the_record_that_holds_it(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    store = workspace_of(opened).store
    [key] = list_ids(store, Query("person", words="bruno ficticio"))
    (tmp_path / "protocolo.txt").write_text("nota")
    attach(store, "person", key, [tmp_path / "protocolo.txt"])
    opened.activateWindow()
    bar_of(opened).take_focus()
    QTest.keyClicks(bar_of(opened).line, "protocolo")
    wait_until_idle(opened, qtbot)
    assert lines_of(opened) == ["Documentos", "protocolo.txt"]
    QTest.keyClick(bar_of(opened).line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert (frame_of(opened).current, pane_of(opened).id) == ("contactos", key)
    files = next(each for each in pane_of(opened).page.sections if each.name == FILES)
    assert files.isAncestorOf(opened.focusWidget())
