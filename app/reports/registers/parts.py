"""The registers, in their order."""

from typing import Any

from app.reports.registers.agreements import AGREEMENTS
from app.reports.registers.basis import Basis
from app.reports.registers.commitments import COMMITMENTS
from app.reports.registers.funds import FUNDS
from app.reports.registers.projects import PROJECTS
from app.reports.registers.recommendations import RECOMMENDATIONS
from app.reports.registers.resolutions import RESOLUTIONS
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Basis, Any], ...] = (
    RESOLUTIONS,
    RECOMMENDATIONS,
    COMMITMENTS,
    AGREEMENTS,
    PROJECTS,
    FUNDS,
)
"""A new one is a module of its own and a name here."""
