"""The reports that there are, and the one way to make any of them."""

from typing import Any

from app.document import Document
from app.reports import (
    acta,
    activities,
    board_pack,
    catalogue,
    convocation,
    directory,
    exchange,
    fccr,
    funds,
    management,
    matching,
    meeting_papers,
    municipality_sheet,
    networks,
    participation,
    plan,
    record_list,
    record_sheet,
    registers,
    term_agenda,
    units,
)
from app.reports.report import Report
from app.words.words import Words
from db.store import Store

REPORTS: tuple[Report[Any, Any], ...] = (
    board_pack.REPORT,
    convocation.REPORT,
    meeting_papers.AGENDA_PAPER,
    meeting_papers.ATTENDANCE_PAPER,
    meeting_papers.RESOLUTIONS_PAPER,
    meeting_papers.FOLLOW_UP_PAPER,
    acta.REPORT,
    management.REPORT,
    plan.REPORT,
    units.REPORT,
    fccr.REPORT,
    funds.REPORT,
    networks.REPORT,
    exchange.REPORT,
    matching.REPORT,
    catalogue.REPORT,
    registers.REPORT,
    participation.REPORT,
    term_agenda.REPORT,
    activities.REPORT,
    directory.REPORT,
    municipality_sheet.REPORT,
    record_sheet.REPORT,
    record_list.REPORT,
)


def find_report(name: str) -> Report[Any, Any]:
    """Return the report called `name`; KeyError when there is none."""
    for report in REPORTS:
        if report.name == name:
            return report
    raise KeyError(name)


def sheet_of(entity: str) -> Report[Any, Any]:
    """Return the report that puts one record of `entity` on paper: that of its kind, else the sheet of any record."""
    own = (report for report in REPORTS if report.is_sheet and report.about == entity)
    return next(own, record_sheet.REPORT)


def make(store: Store, name: str, options: Any, language: str) -> Document:  # noqa: ANN401  each report has its own
    """Make the report `name` in `language` ("es", "pt", "en"), or its defaults. KeyError, ProblemError."""
    return find_report(name).make(store, options, Words(language))
