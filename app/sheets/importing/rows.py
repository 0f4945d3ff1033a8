"""What an import would do, row by row, before it does anything."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from app.sheets.importing.match import Matching
from app.sheets.reading.header import HeaderGuess
from app.sheets.reading.workbook import Sheet
from app.words.problems import Problem
from app.words.words import mark
from db.entities.membership import MembershipState


class Verdict(Enum):
    """What becomes of a row, with the words for it."""

    NEW = mark("Nueva")
    CHANGED = mark("Cambia")
    SAME = mark("Igual")
    DOUBTFUL = mark("A decidir")
    REFUSED = mark("Rechazada")


class Answer(Enum):
    """What a person says of a doubtful row."""

    NEW = "new"
    SAME_AS = "same_as"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer for one row; `record_id` is the record that the row is the same as, one of its candidates.

    `place` is the answer that was given before about the city or organisation of a contact, when that was in doubt and
    another doubt is left.
    """

    answer: Answer
    record_id: str = ""
    place: "Decision | None" = None


@dataclass(frozen=True, slots=True)
class Options:
    """What an import takes for granted.

    `membership_state` is given to each city that has none, when the sheet has no column for it: a list of cities is
    taken for a list of members unless a person says otherwise (None leaves them without). `country` (ISO 3166-1) is
    that of the rows that do not say theirs.
    """

    membership_state: str | None = MembershipState.MEMBER.value
    country: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a doubtful row may mean: its title, what tells it from others, how alike (to 100) and why.

    `entity` may be another one than that imported: the city of a contact. `why` is in Spanish source words.
    """

    entity: str
    id: str
    title: str
    detail: str
    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a doubtful row asks about: what one of its kind is called (Spanish source), and what the row calls it."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a row changes: the target it came from (`importing.targets`), its value before and after."""

    target: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Write:
    """A row of a table to be made, or one to be changed: of a kind of record by field, of another table by column."""

    table: str
    id: str
    values: Mapping[str, object]
    is_new: bool


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of a row of the sheet, by its number in the file.

    `title` names it for a person, `record_id` is the record that it is or will be. `reasons` say why it is doubtful or
    refused, or what of it is not taken though the rest is. `asked` is what a person is asked about where that is
    another record, as the city of a contact, and `place` what was answered of that before. `turn` says when it was
    planned: a row may wait for others that say more, and what is written follows that order.
    """

    number: int
    verdict: Verdict
    title: str = ""
    record_id: str | None = None
    changes: tuple[Change, ...] = ()
    reasons: tuple[Problem, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    asked: Asked | None = None
    place: Decision | None = None
    writes: tuple[Write, ...] = ()
    turn: int = 0

    def refused(self, problem: Problem) -> "PlannedRow":
        """Return the row as one that is refused for a reason, with nothing to be written."""
        reasons = (problem, *self.reasons)
        return replace(self, verdict=Verdict.REFUSED, record_id=None, changes=(), reasons=reasons, writes=())


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are, and how many of each verdict: together they are all the rows."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    doubtful: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked to be imported: the sheet of a file, its header, what its columns are, and what a person said."""

    file: str
    sheet: Sheet
    header: HeaderGuess
    matching: Matching
    options: Options = Options()
    decisions: Mapping[int, Decision] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def entity(self) -> str:
        """The entity that is imported."""
        return self.matching.entity


@dataclass(frozen=True, slots=True)
class Plan:
    """All the rows of a request, and the number of the last operation of the store when they were planned."""

    request: Request
    rows: tuple[PlannedRow, ...]
    operation: int

    @property
    def counts(self) -> Counts:
        """The rows counted by their verdicts."""
        found = Counter(row.verdict for row in self.rows)
        return Counts(len(self.rows), *(found[verdict] for verdict in Verdict))

    @property
    def imported(self) -> int:
        """How many records are made or changed: two rows may be of one, which the first of them makes."""
        return len({row.record_id for row in self.rows if row.verdict in (Verdict.NEW, Verdict.CHANGED)})
