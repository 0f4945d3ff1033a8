"""The sheet of a city on one page."""

from app.reports.municipality_sheet.options import Options, default_options, options_for
from app.reports.municipality_sheet.page import compose
from app.reports.municipality_sheet.reading import CitySheet, gather

__all__ = ["CitySheet", "Options", "compose", "default_options", "gather", "options_for"]
