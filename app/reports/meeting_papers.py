"""What a tab of a meeting holds, as a paper of its own: agenda, attendance, resolutions, follow-up."""

from dataclasses import dataclass, replace
from typing import Any

from app.document import Document, FileTitle, Paragraph, Section, Tone
from app.network.terms import say_secretariat
from app.offices.terms import term_of_meeting
from app.reports.board_pack.agenda import AGENDA
from app.reports.board_pack.delegations import ATTENDANCE, SIGNATURES
from app.reports.board_pack.follow_up import FOLLOW_UP
from app.reports.board_pack.meeting import Basis, read_basis, say_date
from app.reports.board_pack.minutes import RESOLUTIONS
from app.reports.board_pack.options import default_options, meeting_looked_back_on
from app.reports.report import Report, ReportPart
from app.words.words import Words, mark
from db.store import Store

Part = ReportPart[Basis, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """The meeting of the paper, and the names of the parts that it has."""

    record_id: str
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a paper prints: its title, in Spanish source words, and its parts with what each has gathered."""

    label: str
    basis: Basis
    parts: tuple[tuple[Part, Any], ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper: its title and parts, and whether it tells of what was done, as of the latest meeting held."""

    label: str
    parts: tuple[Part, ...]
    looks_back: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset(part.name for part in self.parts)

    def options(self, record_id: str, parts: frozenset[str] | None = None) -> Options:
        return Options(record_id, self.names if parts is None else parts)

    def defaults(self, store: Store) -> Options:
        return self.options(meeting_looked_back_on(store) if self.looks_back else default_options(store).record_id)

    def gather(self, store: Store, options: Options) -> Paper:
        """Read what the paper prints; ProblemError when its meeting is no more."""
        with store.reading() as session:
            basis = read_basis(session, store, options.record_id, options.parts)
            wanted = (part for part in self.parts if part.name in options.parts)
            return Paper(self.parts[0].label, basis, tuple((part, part.gather(session, basis)) for part in wanted))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the paper; where the facts of the meeting do not stand in it, its name and day stand at the top."""
    meeting = paper.basis.meeting
    made = [part.compose(paper.basis, found, words) for part, found in paper.parts]
    sections = tuple(
        each if part in (AGENDA, SIGNATURES) else _named(each, paper.basis, words)
        for (part, _), each in zip(paper.parts, made, strict=True)
        if isinstance(each, Section)
    )
    title = words(paper.label)
    return Document(
        title=title,
        language=words.language,
        sections=sections,
        footer=meeting.title,
        author=say_secretariat(meeting.term, words) or words("Red de Mercociudades"),
        created=paper.basis.today,
        file_title=FileTitle(f"{title} - {meeting.title}", meeting.starts_on),
    )


def _named(section: Section, basis: Basis, words: Words) -> Section:
    said = " · ".join(part for part in (basis.meeting.title, say_date(basis.meeting, words)) if part)
    return replace(section, blocks=(Paragraph(said, Tone.MUTED), *section.blocks))


def _report(name: str, kind: _Kind, *, icon: str, help: str) -> Report[Options, Paper]:
    return Report(
        name,
        kind.label,
        help,
        icon=icon,
        options=kind.options,
        defaults=kind.defaults,
        gather=kind.gather,
        compose=compose,
        about="meeting",
        parts=kind.parts if len(kind.parts) > 1 else (),
        term_of=term_of_meeting,
    )


AGENDA_PAPER = _report(
    "agenda",
    _Kind(mark("Orden del día"), (AGENDA,)),
    icon="list-numbers",
    help=mark("Los puntos de una reunión, con sus horas, quién los presenta y sus antecedentes."),
)
ATTENDANCE_PAPER = _report(
    "attendance",
    _Kind(mark("Convocatoria y asistencia"), (ATTENDANCE, SIGNATURES)),
    icon="users-three",
    help=mark("Quién convoca una reunión y quién asiste, con el quórum y la lista para firmar."),
)
RESOLUTIONS_PAPER = _report(
    "resolutions",
    _Kind(mark("Resoluciones de una reunión"), (RESOLUTIONS,), looks_back=True),
    icon="check-square",
    help=mark("Lo que resolvió una reunión, con quién responde y para cuándo."),
)
FOLLOW_UP_PAPER = _report(
    "follow-up",
    _Kind(mark("Seguimiento de resoluciones"), (FOLLOW_UP,)),
    icon="clock-clockwise",
    help=mark("Lo que las reuniones anteriores de una instancia dejaron por hacer."),
)
