"""What a screen reader hears of widgets of which Qt would say something else, and what it can do with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui.look import spoken
from ui.look.elided import ElidedLabel
from ui.look.link import Link
from ui.look.plain import CheckBox, Label, PushButton, ToolButton
from ui.look.spoken import Disclosure, HeadingLabel, Region, choose_one, turn_pages
from ui.look.theme import Role, dress
from ui.reading.passage import Passage

PRESS = "Press"


@pytest.fixture(autouse=True, params=[False, True], ids=["nobody listens", "somebody listens"])
def listening(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a screen reader be there from the start or not: then Qt asks for what is heard while a widget is made."""
    QAccessible.setActive(request.param)
    yield
    QAccessible.setActive(False)


def heard(widget: QWidget) -> QAccessibleInterface:
    """Return what is heard of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> str:
    """Return how a widget is called by whoever hears it."""
    return heard(widget).text(QAccessible.Text.Name)


def level_of(widget: QWidget) -> object:
    """Return the level that a heading says, and None of anything else."""
    told = cast("QAccessibleAttributesInterface | None", heard(widget).attributesInterface())
    return told.attributeValue(QAccessible.Attribute.Level) if told is not None else None


def test_what_looks_like_a_heading_is_heard_as_one_with_its_words(qtbot: QtBot) -> None:
    for look in (Role.TITLE, Role.HEADING):
        label = Label("Ciudades")
        qtbot.addWidget(label)
        dress(label, look)
        assert heard(label).role() == QAccessible.Role.Heading
        label.setText("Contactos")
        assert name_of(label) == "Contactos"
    plain = Label("Ciudades")
    qtbot.addWidget(plain)
    assert heard(plain).role() == QAccessible.Role.StaticText


def test_a_heading_is_heard_as_one_whatever_it_looks_like(qtbot: QtBot) -> None:
    heading, region = HeadingLabel("Cargos", level=3), Region("Cargos")
    for widget in (heading, region):
        qtbot.addWidget(widget)
    dress(heading, Role.QUIET)
    assert (heard(heading).role(), name_of(heading)) == (QAccessible.Role.Heading, "Cargos")
    assert (heard(region).role(), name_of(region)) == (QAccessible.Role.Grouping, "Cargos")


def test_what_is_dressed_otherwise_is_heard_as_what_it_looks_like_then(qtbot: QtBot) -> None:
    step = Label("2. Columnas")
    qtbot.addWidget(step)
    dress(step, Role.QUIET)
    for look, role in (
        (Role.HEADING, QAccessible.Role.Heading),
        (Role.QUIET, QAccessible.Role.StaticText),
        (Role.HEADING, QAccessible.Role.Heading),
    ):
        dress(step, look)
        assert heard(step).role() == role
        assert name_of(step) == "2. Columnas"


@pytest.mark.parametrize(("look", "level"), [(Role.TITLE, 1), (Role.HEADING, 2)])
def test_a_heading_says_its_level_by_its_looks(look: Role, level: int, qtbot: QtBot) -> None:
    label = ElidedLabel("Ciudades")
    qtbot.addWidget(label)
    dress(label, look)
    assert level_of(label) == level
    dress(label, Role.QUIET)
    assert level_of(label) is None


def test_a_heading_that_looks_otherwise_says_the_level_it_was_given(qtbot: QtBot) -> None:
    heading = HeadingLabel("Cargos", level=3)
    qtbot.addWidget(heading)
    dress(heading, Role.QUIET)
    assert level_of(heading) == 3


def test_a_link_is_heard_as_one_and_leads_where_it_says(qtbot: QtBot) -> None:
    bare = PushButton("Tercera reunión")
    dress(bare, Role.BARE_LINK)
    for button in (Link("Ana Ficticio"), bare):
        qtbot.addWidget(button)
        pressed: list[str] = []
        button.clicked.connect(lambda _checked=False, heard=pressed: heard.append("pressed"))
        assert (heard(button).role(), name_of(button)) == (QAccessible.Role.Link, button.text() or "Ana Ficticio")
        heard(button).actionInterface().doAction(PRESS)
        assert pressed


def test_a_text_that_is_only_read_is_not_heard_as_a_field(qtbot: QtBot) -> None:
    passage = Passage("ver https://www.example.org/una-direccion-muy-larga")
    qtbot.addWidget(passage)
    passage.setAccessibleName(f"Fuente: {passage.text()}")
    assert heard(passage).role() == QAccessible.Role.StaticText
    assert name_of(passage).startswith("Fuente: ver")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two buttons of one group, of which «Inicio» is chosen, and what was pressed since."""

    inicio: QAccessibleInterface
    ciudades: QAccessibleInterface
    pressed: list[str]


Joining = Callable[[QButtonGroup, QAbstractButton], None]


def pair(page: QWidget, join: Joining) -> Pair:
    """Put two buttons of a page into a group by `join`."""
    pressed: list[str] = []
    group, buttons = QButtonGroup(page), [ToolButton(page) for _ in range(2)]
    for name, button in zip(("Inicio", "Ciudades"), buttons, strict=True):
        button.setText(name)
        button.setCheckable(True)
        join(group, button)
        button.clicked.connect(lambda _checked=False, name=name: pressed.append(name))
    buttons[0].setChecked(True)
    return Pair(heard(buttons[0]), heard(buttons[1]), pressed)


@pytest.mark.parametrize(
    ("join", "role", "chosen"),
    [(choose_one, QAccessible.Role.RadioButton, "checked"), (turn_pages, QAccessible.Role.PageTab, "selected")],
    ids=["one of several", "a tab"],
)
def test_a_button_that_lets_others_up_is_heard_as_what_it_is_and_pressed_by_what_is_heard(
    join: Joining, role: QAccessible.Role, chosen: str, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = pair(page, join)
    told = (buttons.inicio, buttons.ciudades)
    assert {each.role() for each in told} == {role}
    assert [bool(getattr(each.state(), chosen)) for each in told] == [True, False]
    assert "Toggle" not in buttons.ciudades.actionInterface().actionNames()
    buttons.ciudades.actionInterface().doAction(PRESS)
    assert buttons.pressed == ["Ciudades"]
    assert [bool(getattr(each.state(), chosen)) for each in told] == [False, True]


def test_a_tab_is_not_heard_as_checkable(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = pair(page, turn_pages)
    assert not any(each.state().checkable for each in (buttons.inicio, buttons.ciudades))


def test_a_choice_by_itself_stays_a_check_box(qtbot: QtBot) -> None:
    box = CheckBox("Con anexos")
    qtbot.addWidget(box)
    assert heard(box).role() == QAccessible.Role.CheckBox


def test_a_list_that_unfolds_is_called_by_what_it_is_about(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["sin registrar", "miembro"])
    box.setCurrentIndex(1)
    box.setAccessibleName("Situación")
    told = heard(box)
    assert told.role() == QAccessible.Role.ComboBox
    assert told.text(QAccessible.Text.Name) == ("Situación: miembro" if spoken.HEARS_NAMES_ALONE else "Situación")
    assert told.text(QAccessible.Text.Value) == "miembro"
    box.setCurrentIndex(0)
    assert told.text(QAccessible.Text.Value) == "sin registrar"


def test_a_list_is_called_by_its_label_where_it_has_no_name(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, label = QComboBox(page), Label("Idioma:")
    label.setParent(page)
    box.addItem("Español")
    label.setBuddy(box)
    assert name_of(box) == ("Idioma: Español" if spoken.HEARS_NAMES_ALONE else "Idioma:")


def test_a_list_unfolds_and_folds_for_whoever_hears_it(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["es", "pt"])
    box.show()
    told = heard(box)
    told.actionInterface().doAction("ShowMenu")
    assert box.view().isVisible()
    assert told.state().expanded
    assert [told.child(at).role() for at in range(told.childCount())] == [QAccessible.Role.List]
    assert told.indexOfChild(told.child(0)) == 0
    told.actionInterface().doAction(PRESS)
    assert not box.view().isVisible()
    assert told.state().collapsed


def test_a_fold_is_heard_open_or_closed(qtbot: QtBot) -> None:
    fold = Disclosure("Más datos (3)")
    qtbot.addWidget(fold)
    assert (heard(fold).role(), name_of(fold)) == (QAccessible.Role.Button, "Más datos (3)")
    assert heard(fold).state().collapsed
    fold.set_open(is_open=True)
    assert heard(fold).state().expanded
