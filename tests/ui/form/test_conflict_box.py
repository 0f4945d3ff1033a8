"""The choice between what a person wrote and what another operation stored meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.form.meanwhile import set_meanwhile, stored, write
from tests.ui.seeing import pane_of
from ui.form.conflict_box import Side, shortened
from ui.form.form import Form
from ui.frame.window import Window


@pytest.mark.parametrize("side", Side)
def test_a_field_that_both_changed_is_decided_by_the_person(opened: Window, rosario: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    write(rosario, "name", "Municipalidad de Rosario")
    set_meanwhile(opened, "municipality", key, name="Municipio de Rosario")
    assert not pane_of(opened).save()
    box = rosario.boxes["name"].conflict
    assert box.isVisible()
    assert box.said.text() == "Otra operación cambió «Nombre oficial» mientras tanto."
    assert [value.text() for value in box.values] == ["Municipalidad de Rosario", "Municipio de Rosario"]
    assert [button.accessibleName() for button in box.buttons] == [
        "Suyo: Municipalidad de Rosario",
        "Ahora en el archivo: Municipio de Rosario",
    ]
    assert box.buttons[0].hasFocus()
    assert stored(opened, "municipality", key).values["name"] == "Municipio de Rosario"
    assert not pane_of(opened).save(), "nothing is chosen yet"
    box.choose(side)
    assert pane_of(opened).save()
    wanted = "Municipalidad de Rosario" if side is Side.MINE else "Municipio de Rosario"
    assert stored(opened, "municipality", key).values["name"] == wanted
    assert box.isHidden()


def test_a_choice_can_be_changed_before_it_is_saved(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Mio")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), name="De otros")
    pane_of(opened).save()
    box = rosario.boxes["name"].conflict
    box.buttons[0].setFocus()
    QTest.keyClick(box.buttons[0], Qt.Key.Key_Down)
    assert box.side is None, "to go through the options chooses none"
    QTest.keyClick(box.buttons[1], Qt.Key.Key_Space)
    assert rosario.value("name") == "De otros"
    QTest.keyClick(box.buttons[1], Qt.Key.Key_Up)
    assert rosario.value("name") == "Mio"
    assert pane_of(opened).save()
    assert stored(opened, "municipality", str(pane_of(opened).id)).values["name"] == "Mio"


@pytest.mark.parametrize("side", Side)
def test_fields_that_say_one_thing_are_offered_as_one(opened: Window, rosario: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    write(rosario, "population", "1200000")
    set_meanwhile(opened, "municipality", key, population_year=2010)
    assert rosario.value("population_year") is None, "the year of another population"
    assert not pane_of(opened).save()
    box = rosario.boxes["population"].conflict
    assert [value.text() for value in box.values] == ["1.200.000 · — · Censo", "1.193.605 · 2010 · Censo"]
    box.choose(side)
    assert pane_of(opened).save()
    now = stored(opened, "municipality", key).values
    wanted = (1_200_000, None) if side is Side.MINE else (1_193_605, 2010)
    assert (now["population"], now["population_year"]) == wanted


def test_two_long_texts_are_shown_from_where_they_part() -> None:
    common = "palabra " * 200
    mine, theirs = shortened(f"{common}mía", f"{common}suya")
    assert mine.startswith("…")
    assert (mine.endswith("mía"), theirs.endswith("suya")) == (True, True)
    assert len(mine) <= 404
    assert shortened("a", "b") == ("a", "b")
