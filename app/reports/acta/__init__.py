"""The acta of a meeting, in the form of the network or of MERCOSUR."""

from app.reports.acta.options import ActaForm, Options
from app.reports.acta.paper import REPORT, compose
from app.reports.acta.reading import Acta, read_acta

__all__ = ["REPORT", "Acta", "ActaForm", "Options", "compose", "read_acta"]
