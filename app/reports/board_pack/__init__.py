"""The dossier of a meeting of the Comisión Directiva, from its agenda to the sheet to sign."""

from app.reports.board_pack.options import Options, default_options, options_for
from app.reports.board_pack.pack import Pack, compose, gather

__all__ = ["Options", "Pack", "compose", "default_options", "gather", "options_for"]
