"""The letters that convoke a meeting, one to each person, in the language of that person."""

from app.reports.convocation.paper import REPORT, Options

__all__ = ["REPORT", "Options"]
