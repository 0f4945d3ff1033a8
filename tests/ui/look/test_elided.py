"""A label that elides shows what fits, on as many lines as it may have."""

from pytestqt.qtbot import QtBot

from ui.look.elided import ElidedButton, ElidedLabel
from ui.look.theme import Theme

TITLE = "Fortalecimiento de la cultura emprendedora local y de la red socioproductiva de las dos ciudades"


def test_one_line_ends_in_an_ellipsis(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(TITLE)
    qtbot.addWidget(label)
    (line,) = label.shown(200)
    assert line.endswith("…")
    assert TITLE.startswith(line[:-1])
    assert label.shown(5000) == [TITLE]


def test_two_lines_show_a_title_whole_that_one_would_cut(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(TITLE, lines=2)
    qtbot.addWidget(label)
    width = label.fontMetrics().horizontalAdvance(TITLE) * 2 // 3
    first, second = label.shown(width)
    assert f"{first} {second}" == TITLE
    assert label.heightForWidth(width) > label.heightForWidth(5000)
    assert label.shown(width // 4)[1].endswith("…")


def test_a_word_longer_than_the_line_is_broken(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("x" * 300, lines=2)
    qtbot.addWidget(label)
    first, second = label.shown(200)
    assert set(first) == {"x"}
    assert label.fontMetrics().horizontalAdvance(first) <= 200
    assert second.endswith("…")


def test_nothing_takes_the_height_of_a_line(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("", lines=2)
    qtbot.addWidget(label)
    assert label.shown(100) == []
    assert label.heightForWidth(100) == label.fontMetrics().lineSpacing()


def test_no_letter_is_lost_or_said_twice_where_one_takes_two_places(theme: Theme, qtbot: QtBot) -> None:
    said = "Encuentro 🌎🌎🌎 de ciudades del Mercosur y de sus redes asociadas"
    label = ElidedLabel(said, lines=3)
    qtbot.addWidget(label)
    lines = label.shown(label.fontMetrics().horizontalAdvance(said) * 2 // 5)
    assert len(lines) == 3
    assert " ".join(lines) == said


def test_a_button_as_wide_as_it_asks_to_be_cuts_nothing(theme: Theme, qtbot: QtBot) -> None:
    button = ElidedButton()
    qtbot.addWidget(button)
    for name in ("Cultura", "Juventudes", "Turismo", "Infancias", "Ambiente y Desarrollo Sostenible"):
        button.setText(name)
        button.resize(button.sizeHint())
        assert button.shown(name) == name
        button.resize(button.width() - 8, button.height())
        assert button.shown(name).endswith("…")
