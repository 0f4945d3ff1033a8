"""The parts of the other networks on paper, in their order."""

from typing import Any

from app.other_networks.facts import Facts
from app.reports.networks.cities import CITIES
from app.reports.networks.exchanges import EXCHANGES
from app.reports.networks.overview import OVERVIEW
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Facts, Any], ...] = (OVERVIEW, CITIES, EXCHANGES)
"""A new one is a module of its own and a name here."""
