"""The parts of the dossier, in the order in which a meeting needs them."""

from typing import Any

from app.reports.board_pack.adoptions import ADOPTIONS
from app.reports.board_pack.agenda import AGENDA
from app.reports.board_pack.agreements import AGREEMENTS
from app.reports.board_pack.ahead import AHEAD
from app.reports.board_pack.annexes import ANNEXES
from app.reports.board_pack.commitments import COMMITMENTS
from app.reports.board_pack.contacts import CONTACTS
from app.reports.board_pack.cover import CONTENTS, COVER
from app.reports.board_pack.delegations import ATTENDANCE, SIGNATURES
from app.reports.board_pack.dissemination import DISSEMINATION
from app.reports.board_pack.experiences import EXPERIENCES
from app.reports.board_pack.follow_up import FOLLOW_UP
from app.reports.board_pack.forum import FORUM
from app.reports.board_pack.log import LOG
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.minutes import MINUTES
from app.reports.board_pack.progress import PROGRESS
from app.reports.board_pack.projects import PROJECTS
from app.reports.board_pack.state import NETWORK
from app.reports.board_pack.studies import STUDIES
from app.reports.board_pack.units import UNITS
from app.reports.report import ReportPart

PARTS: tuple[ReportPart[Basis, Any], ...] = (
    COVER,
    CONTENTS,
    AGENDA,
    MINUTES,
    FOLLOW_UP,
    COMMITMENTS,
    ATTENDANCE,
    NETWORK,
    PROGRESS,
    UNITS,
    FORUM,
    AGREEMENTS,
    PROJECTS,
    STUDIES,
    ADOPTIONS,
    LOG,
    AHEAD,
    DISSEMINATION,
    CONTACTS,
    EXPERIENCES,
    ANNEXES,
    SIGNATURES,  # the last, to be taken out
)
"""Each prints what it has gathered; a new one is a module of its own and a line here."""
