"""The forms that the tests of this folder begin with."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.words.words import Words
from tests.make import CATALOG
from tests.ui.form.canelones import CANELONES, LAYOUT, laid_out
from tests.ui.form.meanwhile import add_point, show
from tests.ui.form.references import Cities
from tests.ui.seeing import pane_of
from ui.form.editors.editor import Desk
from ui.form.form import Form
from ui.frame.window import Window


@pytest.fixture
def form(words: Words) -> Iterator[Form]:
    """Show a city with two contacts, without a file."""
    made = Form(LAYOUT, Desk(words, CATALOG, Cities()))
    with laid_out(made) as shown:
        made.set_record(CANELONES)
        shown.show()
        yield made


@pytest.fixture
def rosario(opened: Window, qtbot: QtBot) -> Form:
    """Show the form of a city of the file."""
    return show(opened, "ciudades", "Rosario", qtbot)


@pytest.fixture
def bruno(opened: Window, qtbot: QtBot) -> Form:
    """Show the form of a person with two e-mails."""
    form = show(opened, "contactos", "Bruno Ficticio", qtbot)
    assert pane_of(opened).id is not None
    add_point(opened, str(pane_of(opened).id), "uno@example.org")
    add_point(opened, str(pane_of(opened).id), "dos@example.org")
    return form
