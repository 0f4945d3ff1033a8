"""With whom nobody has spoken for long: the ready view that the lists of those who are spoken with have in common."""

from app.screens.screen import ReadyView
from app.words.words import mark
from db.asking import Filter, Operator

SILENT_MONTHS = 6
"""Whole months without a note after which nobody has spoken with somebody for long; the office's choice, no source
sets one."""

SILENT = ReadyView(mark("Sin contacto hace 6 meses"), (Filter("silent_months", Operator.AT_LEAST, SILENT_MONTHS),))
"""Those with whom nobody has spoken for long, or ever."""
