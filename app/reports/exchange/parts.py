"""The parts of the exchange of experiences on paper, in their order."""

from typing import Any

from app.experiences.facts import Facts
from app.reports.exchange.adoptions import ADOPTIONS
from app.reports.exchange.cities import CITIES
from app.reports.exchange.lacking import LACKING
from app.reports.exchange.themes import THEMES
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Facts, Any], ...] = (THEMES, ADOPTIONS, CITIES, LACKING)
"""A new one is a module of its own and a name here."""
