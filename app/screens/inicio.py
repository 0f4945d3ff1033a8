"""The first room: what needs attention today."""

from app.screens.screen import Screen
from app.words.words import mark

SCREEN = Screen("inicio", mark("Inicio"), "house", "")
