"""The sheet of a city on one page."""

from app.reports.municipality_sheet.options import Options, default_options
from app.reports.municipality_sheet.page import compose
from app.reports.municipality_sheet.reading import CitySheet, gather
from app.reports.report import Report
from app.words.words import mark

REPORT = Report(
    "municipality",
    mark("Ficha de ciudad"),
    mark("Una página con lo que se sabe de una ciudad."),
    icon="buildings",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="municipality",
    is_sheet=True,
)

__all__ = ["REPORT", "CitySheet", "Options", "compose", "default_options", "gather"]
