"""The other networks on paper: our contact with each, the cities in them, and the exchange of experiences."""

from app.reports.networks.paper import REPORT

__all__ = ["REPORT"]
