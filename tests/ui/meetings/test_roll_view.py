"""The roll on the screen: delegations under their countries, marked with one press or one letter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.reading import Record
from app.words.words import Words
from ui.meetings.roll import Delegation, Group, marks_of, say_marks
from ui.meetings.roll_view import MARKED, RollView


def delegation(key: str, name: str, state: str = "", **values: object) -> Delegation:
    record = Record("attendance", key, name, {"state": state, **values})
    return Delegation(record, "", name, f"Persona de {name}")


ARGENTINA = Group("AR", "Argentina", (delegation("a", "Azul", "present"), delegation("r", "Rosario", "absent")))
URUGUAY = Group("UY", "Uruguay", (delegation("c", "Canelones"),))


@pytest.fixture
def roll(words: Words, qtbot: QtBot) -> RollView:
    """Show three delegations of two countries."""
    made = RollView(words)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_groups((ARGENTINA, URUGUAY))
    made.show()
    return made


def shown(roll: RollView) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return each heading with what the lines under it say."""
    found = []
    for at in range(roll.rows.rowCount()):
        head = roll.rows.index(at, 0)
        lines = [
            tuple(str(roll.rows.index(row, column, head).data()) for column in range(3))
            for row in range(roll.rows.rowCount(head))
        ]
        found.append((str(head.data()), lines))
    return found


def heard(roll: RollView) -> list[tuple[list[str], str]]:
    """Remember what is marked from now on."""
    told: list[tuple[list[str], str]] = []
    roll.marked.connect(lambda keys, state: told.append((keys, state)))
    return told


def test_each_country_says_how_many_came_of_those_convened(roll: RollView) -> None:
    assert shown(roll) == [
        ("Argentina · 1 de 2", [("Azul", "Persona de Azul", "Presente"), ("Rosario", "Persona de Rosario", "Ausente")]),
        ("Uruguay · 0 de 1", [("Canelones", "Persona de Canelones", "Sin marcar")]),
    ]


def test_a_delegation_is_heard_with_who_attends_and_how_it_is_marked(roll: RollView) -> None:
    told = QAccessible.queryAccessibleInterface(roll)
    said = {"r": "Rosario, Persona de Rosario, Ausente", "c": "Canelones, Persona de Canelones, Sin marcar"}
    for key, whole in said.items():
        roll.select(key)
        assert told.focusChild().text(QAccessible.Text.Name) == whole
    assert told.text(QAccessible.Text.Description) == say_marks(roll.choices)


def test_whoever_stands_in_for_another_is_named(roll: RollView) -> None:
    line = delegation("a", "Azul", "represented", represented_by="Tandil")
    roll.show_groups((Group("AR", "Argentina", (line,)),))
    assert shown(roll) == [("Argentina · 1 de 1", [("Azul", "Por Tandil", "Representada")])]


@pytest.mark.parametrize(
    ("letter", "state"),
    [("p", "present"), ("j", "excused"), ("A", "absent"), ("r", "represented")],
)
def test_a_letter_marks_all_that_is_selected(roll: RollView, letter: str, state: str) -> None:
    told = heard(roll)
    roll.select("a")
    QTest.keyClick(roll, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(roll, letter)
    assert told == [(["a", "r"], state)]


def test_a_letter_with_control_marks_nothing(roll: RollView) -> None:
    told = heard(roll)
    roll.select("a")
    QTest.keyClick(roll, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert told == []


def test_the_arrows_pass_over_the_names_of_countries(roll: RollView) -> None:
    roll.select("r")
    QTest.keyClick(roll, Qt.Key.Key_Down)
    assert roll.current_key() == "c"
    QTest.keyClick(roll, Qt.Key.Key_Up)
    assert roll.current_key() == "r"


def test_a_press_on_a_mark_marks_that_delegation_alone(roll: RollView) -> None:
    told = heard(roll)
    roll.select("a")
    head = roll.rows.index(1, 0)
    area = roll.visualRect(roll.rows.index(0, MARKED, head))
    QTest.mouseClick(roll.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 20, area.center().y()))
    last = QPoint(area.left() + roll.marks.width() - 20, area.center().y())
    QTest.mouseClick(roll.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert told == [(["c"], "present"), (["c"], "represented")]


def test_delete_asks_to_take_away_what_is_selected(roll: RollView) -> None:
    told: list[list[str]] = []
    roll.removal_wanted.connect(told.append)
    roll.select("c")
    QTest.keyClick(roll, Qt.Key.Key_Delete)
    assert told == [["c"]]


def test_what_is_selected_stays_so_when_the_roll_is_shown_anew(roll: RollView) -> None:
    roll.select("r")
    roll.show_groups((URUGUAY, ARGENTINA))
    assert (roll.current_key(), roll.selected_keys()) == ("r", ["r"])
    roll.show_groups((URUGUAY,))
    assert roll.selected_keys() == []
    assert not roll.select("r")


def test_the_marks_say_their_letters_alone_where_names_would_have_no_room(roll: RollView) -> None:
    seen = []
    for width in (900, 420, 1200):
        roll.resize(width, 400)
        seen.append((roll.marks.compact, roll.columnWidth(MARKED) < 420))
    assert [compact for compact, _ in seen] == [False, True, False]
    assert seen[1][1], "the names have room beside the letters"


def test_before_anybody_is_marked_each_country_says_how_many_are_convened(roll: RollView) -> None:
    roll.show_groups((URUGUAY,))
    assert [head for head, _ in shown(roll)] == ["Uruguay · 1"]


@pytest.mark.parametrize(("language", "letters"), [("es", "P, J, A, R"), ("pt", "P, J, A, R"), ("en", "P, A, B, R")])
def test_each_mark_has_a_letter_of_its_own_name_in_every_language(language: str, letters: str) -> None:
    marks = marks_of(Words(language))
    assert ", ".join(each.key for each in marks) == letters
    assert all(each.key in each.text.upper() for each in marks)
    assert say_marks(marks_of(Words("es"))) == "P presente, J justificada, A ausente, R representada"
