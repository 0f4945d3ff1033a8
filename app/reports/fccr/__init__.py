"""The forums of MERCOSUR on paper: who sits there, where they met, what they recommend and propose, and norms."""

from app.reports.fccr.paper import REPORT

__all__ = ["REPORT"]
