"""Agreements that come to their end: what is said of it, and how they are renewed."""

from app.agreements.renewing import Renewal, renew, renewals_of

__all__ = ["Renewal", "renew", "renewals_of"]
