"""All that the informe de gestión of a term is made of: its chapters, and what its records tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.forum.facts import Recommended
from app.funds.facts import Amount
from app.funds.reading import facts_within as funds_within
from app.management.adopted import Declared, read_declared, read_recommended
from app.management.chapters import Chapters, read_chapters
from app.management.evidence import Shown, read_evidence
from app.management.gatherings import Held, read_held
from app.management.participants import Participants, read_participants
from app.network.terms import Term
from app.plan import BoardLine
from app.units.facts import Facts as UnitFacts
from app.units.facts import Unit
from app.units.reading import facts_within as units_within
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Facts:
    """A term as its informe tells it; `store` is the open file, which speaks the language of the paper.

    `amounts` are those whose day lies in the term for certain, `doubtful` how many may lie in it: of these only the
    year or the month is known. `evidence` is by the keys of the lines.
    """

    store: Store
    units: UnitFacts
    chapters: Chapters
    held: Sequence[Held]
    evidence: Mapping[str, Sequence[Shown]]
    declared: Sequence[Declared]
    recommended: Sequence[Recommended]
    amounts: Sequence[Amount]
    doubtful: int
    participants: Participants

    @property
    def term(self) -> Term:
        """The term."""
        return self.units.term

    @property
    def today(self) -> date:
        """The day as of which all is read."""
        return self.units.today

    @property
    def lines(self) -> Sequence[BoardLine]:
        """The lines of its plan, in their order."""
        return self.units.lines

    @property
    def active_units(self) -> Sequence[Unit]:
        """The units of which anything is recorded in the term."""
        return [unit for unit in self.units.units if self.units.says_something(unit)]


def facts_within(session: FileSession, store: Store, period_id: str) -> Facts:
    """Read all of it within a session; ProblemError when the term is no more."""
    units = units_within(session, store, period_id)
    term = units.term
    dated = [each for each in funds_within(session, store).amounts if each.day is not None]
    amounts = tuple(each for each in dated if term.includes(each.day))
    return Facts(
        store,
        units,
        read_chapters(session, period_id),
        read_held(session, store, term),
        read_evidence(session, store, period_id),
        read_declared(session, store, term),
        read_recommended(session, store, term),
        amounts,
        sum(term.overlaps(each.day, each.day) for each in dated) - len(amounts),
        read_participants(session, store, term),
    )
