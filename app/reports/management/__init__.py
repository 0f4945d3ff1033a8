"""The informe de gestión of a term on paper: what is written of it, and what is derived of its records."""

from app.reports.management.options import Options, default_options
from app.reports.management.paper import REPORT

__all__ = ["REPORT", "Options", "default_options"]
