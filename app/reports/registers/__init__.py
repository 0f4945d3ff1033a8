"""The registers of a term, or of all of them: resolutions to funds, each whole."""

from app.reports.registers.options import Options, default_options
from app.reports.registers.paper import REPORT

__all__ = ["REPORT", "Options", "default_options"]
