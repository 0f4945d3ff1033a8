"""The catalogue of experiences: a short entry each, and where to find them by theme, by ODM and by city."""

from app.reports.catalogue.paper import REPORT
from app.reports.catalogue.reading import Options

__all__ = ["REPORT", "Options"]
