"""The looks: readable by contrast, light and dark, at any size of text."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.look.contrast import contrast
from ui.look.icons import icon
from ui.look.palette import DARK, LIGHT, Palette
from ui.look.theme import Scheme, Theme

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_of_black_and_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 3) == 21


@both
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", "error", "caution", "good"])
def test_text_keeps_aa_on_every_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@both
def test_selected_text_and_the_main_button_keep_aa(palette: Palette) -> None:
    assert contrast(palette.on_selection, palette.selection) >= 4.5
    assert contrast(palette.accent, palette.selection) >= 4.5  # a name that is a link, in a selected row
    assert contrast(palette.on_accent, palette.accent) >= 4.5


@both
@pytest.mark.parametrize("ground", ["window", "base"])
def test_edges_of_fields_and_the_focus_stand_out(palette: Palette, ground: str) -> None:
    assert contrast(palette.border, getattr(palette, ground)) >= 3
    assert contrast(palette.accent, getattr(palette, ground)) >= 3


def test_the_window_wears_source_sans_pro_and_the_accent_of_its_scheme(qapp: QApplication, theme: Theme) -> None:
    theme.choose_scheme(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Accent).name() == DARK.accent
    theme.choose_scheme(Scheme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Accent).name() == LIGHT.accent
    assert qapp.font().family() == "Source Sans Pro"
    assert qapp.font().exactMatch()


def test_text_grows_to_twice_its_size_and_no_further(qapp: QApplication, theme: Theme) -> None:
    usual = qapp.font().pointSizeF()
    theme.choose_scale(300)
    assert qapp.font().pointSizeF() == pytest.approx(usual * 2)
    theme.choose_scale(100)
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_the_size_that_text_has_already_dresses_nothing_anew(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose_scale(theme.scale)


def test_an_icon_is_drawn_in_the_colour_of_the_scheme(theme: Theme) -> None:
    found = icon("circle")
    shades = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose_scheme(scheme)
        image = found.pixmap(64, 64).toImage()
        inked = [image.pixelColor(x, 32) for x in range(64) if image.pixelColor(x, 32).alpha() == 255]
        assert inked
        shades.append(inked[0].lightness())
    theme.choose_scheme(Scheme.SYSTEM)
    assert shades[0] < 80
    assert shades[1] > 180
