"""The parts of the units on paper, in their order."""

from typing import Any

from app.reports.report import ReportPart
from app.reports.units.absent import ABSENT
from app.reports.units.coordination import COORDINATION
from app.reports.units.matrix import MATRIX
from app.reports.units.overview import OVERVIEW
from app.units.facts import Facts

PARTS: tuple[ReportPart[Facts, Any], ...] = (OVERVIEW, MATRIX, COORDINATION, ABSENT)
"""A new one is a module of its own and a name here."""
