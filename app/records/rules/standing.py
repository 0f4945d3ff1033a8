"""The rules asked of all that the open operation wrote, where no form asked them before: a joining, an undo.

Such an operation makes of values that were right each in its time what nobody has written: an end from one record
beside the start of another, a parent that hangs meanwhile from its child, a number that another has by now.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from app.records.namesakes import read_titles
from app.records.rules import among, check_alone, stored_blocks
from app.words.problems import Label, Named, Place, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.journal.writing import rows_written
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

Said = frozenset[tuple[str, str, str]]
"""What is known to be wrong already: the kind and the key of the record, and the words."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a record breaks."""

    record: RecordKey
    problem: Problem

    @property
    def said(self) -> tuple[str, str, str]:
        """By what it is known to have been broken before."""
        return self.record.entity, self.record.id, self.problem.text


class BrokenRulesError(ProblemError):
    """An operation would leave records that break rules; `rows` are the keys of all that it wrote, by kind."""

    def __init__(self, broken: Collection[Broken], rows: Mapping[str, Collection[str]], *problems: Problem) -> None:
        """Keep what is broken, and the words for it."""
        super().__init__(*problems)
        self.broken = broken
        self.rows = rows


def broken_by(session: FileSession, rows: Mapping[str, Collection[str]]) -> Iterator[Broken]:
    """Return which rules are broken by those of `rows`, keys by kind, that are there."""
    for entity in session.catalog.stored:
        for block in stored_blocks(session, entity, rows.get(entity, ())):
            for row in block:
                key = RecordKey(entity, row.id)
                yield from (Broken(key, problem) for problem in check_alone(session, row))
            for problem in among(session, entity, block):
                yield Broken(RecordKey(entity, problem.place.record), problem)


def ensure_rules(session: FileSession, known: Said = frozenset()) -> None:
    """Raise BrokenRulesError, which names each record, where what the open operation wrote breaks a rule.

    What is `known` to be wrong already may stay so.
    """
    rows = rows_written(session.connection())
    broken = [each for each in broken_by(session, rows) if each.said not in known]
    if broken:
        raise BrokenRulesError(broken, rows, *_said_of(session, broken))


def keeping_rules(store: Store, operate: Callable[[Said], Changes], became: Mapping[str, str] | None = None) -> Changes:
    """Do what `operate` does, which asks `ensure_rules` what stands broken, and again where all of that was before it.

    Older versions let in what is refused today: that alone hinders nobody. `became` are the keys of records that the
    operation makes part of another, with that of the other.
    """
    try:
        return operate(frozenset())
    except BrokenRulesError as failure:
        with store.reading() as session:
            before = {each.said for each in broken_by(session, failure.rows)}
        known = before | {(entity, (became or {}).get(key, key), text) for entity, key, text in before}
        if not {each.said for each in failure.broken} <= known:
            raise
    return operate(frozenset(known))


def _said_of(session: FileSession, broken: Collection[Broken]) -> Iterator[Problem]:
    """Say of each record what it would break, once, with the way to it."""
    by_record: dict[RecordKey, list[Problem]] = defaultdict(list)
    for each in broken:
        by_record[each.record].append(replace(each.problem, place=Place()))
    for key, problems in by_record.items():
        title = read_titles(session, key.entity, [key.id]).get(key.id, "")
        named = Named(key, Label(session.catalog[key.entity].one), title)
        text, hint = mark("«{name}» quedaría mal: {broken}"), mark("No se cambió nada; corríjalo antes.")
        yield Problem(text, hint, values={"name": title, "broken": tuple(problems)}, named=(named,))
