"""Which experiences may serve a demand, and which demands an experience, by reasons said in words."""

from db.exchange import Reason, Verdict

__all__ = ["Reason", "Verdict"]
