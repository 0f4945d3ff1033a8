"""Officers say of each proposal whether it serves, and begin what comes of it."""

from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids, list_rows
from tests.make import add, add_city
from tests.ui.matching.seeing import dialog_of, shown
from tests.ui.seeing import news_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.matching.dialogs import BeginAdoptionDialog
from ui.matching.tab import DemandsTab


def test_a_verdict_is_said_put_away_and_taken_back(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    page = shown(opened, "need", made[0], qtbot)
    (card,) = page.cards
    assert card.name.said == "Espacios de cuidado"
    card.serving.setFocus()
    card.serving.click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "Se marcó «Espacios de cuidado» para «Jardines»: sirve."
    assert card.serving.isHidden()
    assert card.refusing.hasFocus(), "the keyboard stays where one works"
    card.refusing.click()
    dialog = dialog_of(opened, qtbot)
    dialog.form.boxes["reason"].editor.setFocus()
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert page.cards == []
    assert page.with_away.said == "Mostrar también la que no sirve (1)"
    page.with_away.click()
    page.cards[0].taking.click()
    wait_until_idle(opened, qtbot)
    assert not page.with_away.isVisible()
    assert list_ids(workspace_of(opened).store, Query("match")) == []


def test_an_adoption_begins_from_a_proposal(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    page = shown(opened, "experience", made[1], qtbot)
    assert isinstance(page, DemandsTab)
    assert pane_of(opened).tabs.tabText(1) == "Demandas que puede atender (1)"
    page.cards[0].adopting.click()
    dialog_of(opened, qtbot).accepting.click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "Empezó la adopción de «Espacios de cuidado» en Azul."
    store = workspace_of(opened).store
    assert list_rows(store, "adoption", ("giver",), list_ids(store, Query("adoption"))) == [("Tandil",)]
    page.cards[0].adopted.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).entity.name == "adoption"


def test_of_several_cities_the_giver_is_chosen(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    done = add(
        store,
        "experience",
        name="Huertas",
        running=True,
        municipalities=(add_city(store, "Bragado"), add_city(store, "Carhué")),
    )
    page = shown(opened, "experience", done, qtbot)
    page.cards[0].adopting.click()
    dialog = dialog_of(opened, qtbot)
    assert isinstance(dialog, BeginAdoptionDialog)
    dialog.givers.setCurrentIndex(1)
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert list_rows(store, "adoption", ("giver",), list_ids(store, Query("adoption"))) == [("Carhué",)]
