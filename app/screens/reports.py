"""The room of the reports: what can be put on paper, and what each one is for."""

from app.screens.screen import Screen
from app.words.words import mark

SCREEN = Screen("informes", mark("Informes"), "files", mark("Informes"))
