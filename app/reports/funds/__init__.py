"""Projects and their money on paper, by project, donor, call and year, a table for each currency."""

from app.reports.funds.paper import REPORT

__all__ = ["REPORT"]
