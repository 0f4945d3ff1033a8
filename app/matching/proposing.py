"""Demands and experiences proposed to each other, in an order without hidden weights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.matching.facts import City, Demand, Facts, Practice, Said
from app.matching.reasons import Because, reasons_for
from app.words.folding import fold
from db.exchange import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Proposal:
    """An experience that may serve a demand, and why; `said` is what an officer said of it, if anybody did."""

    demand: Demand
    practice: Practice
    reasons: tuple[Because, ...]
    said: Said | None = None
    adoption: str = ""
    """The key of what became of it in the city of the demand; empty of nothing."""

    @property
    def serves(self) -> bool:
        """Whether an officer said that it serves."""
        return self.said is not None and self.said.verdict is Verdict.SERVES

    @property
    def is_away(self) -> bool:
        """Whether an officer put it away for good."""
        return self.said is not None and self.said.verdict is Verdict.SERVES_NOT

    @property
    def givers(self) -> tuple[City, ...]:
        """The cities that can give it: those of which it is, but for the one that asks."""
        return tuple(city for city in self.practice.cities if city.id != self.demand.city.id)

    @property
    def shares_theme(self) -> bool:
        """Whether a theme is among the reasons."""
        return any(each.reason is Reason.THEME for each in self.reasons)


def practices_for(facts: Facts, demand_id: str) -> Sequence[Proposal]:
    """Return the experiences that may serve a demand, those put away too, in their order; none of an unknown one."""
    demand = facts.demands.get(demand_id)
    if demand is None:
        return ()
    found = (propose(facts, demand, each) for each in facts.practices.values())
    return _ordered((each for each in found if each is not None), lambda each: each.practice.name)


def demands_for(facts: Facts, practice_id: str) -> Sequence[Proposal]:
    """Return the open demands that an experience may serve, as `practices_for` returns experiences."""
    practice = facts.practices.get(practice_id)
    if practice is None:
        return ()
    found = (propose(facts, each, practice) for each in facts.demands.values() if each.is_open)
    return _ordered((each for each in found if each is not None), lambda each: each.demand.name)


def propose(facts: Facts, demand: Demand, practice: Practice) -> Proposal | None:
    """Return what speaks for an experience that a demand waits for; None where nothing does.

    One of the very city that asks is none. What an officer said a word of is there whatever speaks for it.
    """
    said = facts.said.get((demand.id, practice.id))
    if said is None and any(city.id == demand.city.id for city in practice.cities):
        return None
    reasons = reasons_for(facts, demand, practice)
    if not reasons and said is None:
        return None
    return Proposal(demand, practice, reasons, said, facts.adoptions.get((practice.id, demand.city.id), ""))


def goes_by_theme(demand: Demand) -> bool:
    """Tell whether the experiences that share a theme with a demand stand before the others."""
    return bool(demand.themes) and Reason.THEME not in demand.aside


def _ordered(found: Iterable[Proposal], name: Callable[[Proposal], str]) -> Sequence[Proposal]:
    """Put first what serves, then what shares a theme, then what has more reasons, then by name.

    Where no theme counts none shares one, and the number of reasons alone decides.
    """
    return sorted(
        found,
        key=lambda each: (
            not each.serves,
            not each.shares_theme,
            -len(each.reasons),
            fold(name(each)),
            each.demand.id,
            each.practice.id,
        ),
    )
