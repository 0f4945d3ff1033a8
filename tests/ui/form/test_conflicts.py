"""What another operation changes while a form is open neither loses what is typed nor is lost to it."""

import pytest
from pytestqt.qtbot import QtBot

from app.records.editing import delete_records
from app.records.reading import read_record
from tests.ui.form.meanwhile import mails, meanwhile, set_meanwhile, stored, write
from tests.ui.seeing import edit_shown, names_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.conflict_box import Side
from ui.form.form import Form
from ui.frame.window import Window


def test_what_is_typed_stays_and_the_rest_shows_what_is_stored(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Municipalidad de Rosario")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), web="https://rosario.example.org")
    assert rosario.value("name") == "Municipalidad de Rosario"
    assert rosario.value("web") == "https://rosario.example.org"
    assert pane_of(opened).save()
    now = stored(opened, "municipality", str(pane_of(opened).id)).values
    assert (now["name"], now["web"]) == ("Municipalidad de Rosario", "https://rosario.example.org")


def test_the_same_value_typed_by_both_is_no_conflict(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Municipio de Rosario")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), name="Municipio de Rosario")
    assert not pane_of(opened).dirty


@pytest.mark.parametrize("side", Side)
def test_a_record_that_goes_meanwhile_is_brought_back_or_left_out(
    opened: Window, bruno: Form, side: Side, qtbot: QtBot
) -> None:
    key, store = str(pane_of(opened).id), workspace_of(opened).store
    write(bruno, "name", "Bruno Otro")
    meanwhile(opened, lambda: delete_records(store, "person", [key]))
    wait_until_idle(opened, qtbot)
    assert "Bruno Ficticio" not in names_of(opened)
    assert pane_of(opened).dialog is None, "nobody has left the form"
    assert pane_of(opened).isVisible()
    assert bruno.value("name") == "Bruno Otro"
    assert not pane_of(opened).save()
    assert bruno.gone.isVisible()
    assert bruno.gone.buttons[0].hasFocus()
    bruno.gone.choose(side)
    assert pane_of(opened).save()
    if side is Side.MINE:
        now = stored(opened, "person", key)
        assert now.title == "Bruno Otro"
        assert mails(opened, key) == ["uno@example.org", "dos@example.org"]
        assert len(now.parts["tenures"]) == 1
    else:
        assert read_record(store, "person", key) is None
        wait_until_idle(opened, qtbot)
        assert not pane_of(opened).isVisible()


def test_an_undo_while_a_form_is_open_keeps_what_is_typed(opened: Window, rosario: Form, qtbot: QtBot) -> None:
    write(rosario, "web", "https://rosario.example.org")
    assert pane_of(opened).save()
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    write(rosario, "name", "Municipalidad de Rosario")
    workspace_of(opened).undo()
    wait_until_idle(opened, qtbot)
    assert rosario.value("web") is None
    assert rosario.value("name") == "Municipalidad de Rosario"
    assert pane_of(opened).save()
    now = stored(opened, "municipality", str(pane_of(opened).id)).values
    assert (now["name"], now["web"]) == ("Municipalidad de Rosario", None)
