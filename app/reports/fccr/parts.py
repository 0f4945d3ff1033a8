"""The parts of the forums on paper, in their order."""

from typing import Any

from app.forum.facts import Facts
from app.reports.fccr.bodies import BODIES
from app.reports.fccr.meetings import MEETINGS
from app.reports.fccr.norms import NORMS
from app.reports.fccr.routes import PROPOSALS, RECOMMENDATIONS
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Facts, Any], ...] = (BODIES, MEETINGS, RECOMMENDATIONS, PROPOSALS, NORMS)
"""A new one is a module of its own and a name here."""
