"""The parts of the informe de gestión, in the order of the real ones (domain, 2.4 and 6.10)."""

from typing import Any

from app.management.facts import Facts
from app.reports.management.accounts import ACCOUNTS
from app.reports.management.annexes import DECLARATIONS, PARTICIPANTS, PROGRAMME
from app.reports.management.cover import CONTENTS, COVER
from app.reports.management.lacking import LACKING
from app.reports.management.lines import LINES
from app.reports.management.organs import ADOPTED, ORGANS, UNITS
from app.reports.management.prose import CONTEXT, INTRODUCTION, SECRETARY
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Facts, Any], ...] = (
    COVER,
    CONTENTS,
    SECRETARY,
    INTRODUCTION,
    CONTEXT,
    LINES,
    ORGANS,
    UNITS,
    ADOPTED,
    ACCOUNTS,
    PARTICIPANTS,
    PROGRAMME,
    DECLARATIONS,
    LACKING,  # the last, to be taken out
)
"""Each prints what there is of it, and nothing where there is nothing; a new one is a name here."""
