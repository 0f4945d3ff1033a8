"""The work plan on paper: its lines with how far they are, their actions, and the calendar."""

from app.reports.plan.options import Options, default_options
from app.reports.plan.paper import REPORT

__all__ = ["REPORT", "Options", "default_options"]
