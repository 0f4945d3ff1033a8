"""Participation on paper: who came to the meetings and activities of a span of time, and who was never seen."""

from app.reports.participation.options import Options, default_options
from app.reports.participation.paper import REPORT

__all__ = ["REPORT", "Options", "default_options"]
