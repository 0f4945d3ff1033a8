"""The dossier of a meeting of the Comisión Directiva, from its agenda to the sheet to sign."""

from app.reports.board_pack.options import Options
from app.reports.board_pack.pack import REPORT, compose, gather

__all__ = ["REPORT", "Options", "compose", "gather"]
