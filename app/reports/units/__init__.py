"""The units of a term on paper: what each did, their matrix, and who met with whom."""

from app.reports.units.options import Options, default_options
from app.reports.units.paper import REPORT

__all__ = ["REPORT", "Options", "default_options"]
