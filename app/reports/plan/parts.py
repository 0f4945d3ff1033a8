"""The parts of the plan on paper, in their order."""

from typing import Any

from app.reports.plan.actions import ACTIONS
from app.reports.plan.basis import Basis
from app.reports.plan.board import BOARD
from app.reports.plan.calendar import CALENDAR
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Basis, Any], ...] = (BOARD, ACTIONS, CALENDAR)
"""A new one is a module of its own and a name here."""
