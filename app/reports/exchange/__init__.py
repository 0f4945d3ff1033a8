"""The exchange of experiences on paper: by theme, what became of adoptions, who gives and takes, what is missing."""

from app.reports.exchange.paper import REPORT

__all__ = ["REPORT"]
