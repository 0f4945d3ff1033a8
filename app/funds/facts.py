"""What is known of the money of projects, and how it is summed: by currency, by the step that an amount has come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.words.folding import fold
from db.cooperation import FundingKind
from db.reach import EVERYTHING, Reach
from db.values import Money, PartialDate, RecordKey


class By(Enum):
    """By what the amounts are summed."""

    PROJECT = "project"
    DONOR = "donor"
    CALL = "call"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its project with the donor and the call of that, each by key and name, None of none."""

    id: str
    kind: FundingKind
    amount: Money
    day: PartialDate | None
    source: str
    project: RecordKey
    project_name: str
    donor: RecordKey | None = None
    donor_name: str = ""
    call: RecordKey | None = None
    call_name: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """What several amounts of one currency come to, in minor units, by their kind; a kind without amounts is absent.

    `to_receive` is what was granted and did not come, `to_spend` what came and was not spent: of the projects of which
    the first of the two is recorded, so that what is left of several is the sum of what is left of each. None where
    there is no such project.
    """

    currency: str
    of_kind: Mapping[FundingKind, int]
    to_receive: Money | None
    to_spend: Money | None

    def of(self, kind: FundingKind) -> Money | None:
        """Return the sum of the amounts of a kind; None where there are none."""
        found = self.of_kind.get(kind)
        return Money(found, self.currency) if found is not None else None


@dataclass(frozen=True, slots=True)
class Group:
    """The amounts of one currency that have something in common: a record, or a year; neither where it is unknown."""

    name: str
    record: RecordKey | None
    year: int | None
    sums: Sums


@dataclass(frozen=True, slots=True)
class Block:
    """All amounts of one currency: in groups, and together."""

    currency: str
    groups: Sequence[Group]
    total: Sums


@dataclass(frozen=True, slots=True)
class Facts:
    """The amounts of all projects, in the order of their names and days; `reach` is what they were read from."""

    today: date
    amounts: Sequence[Amount]
    reach: Reach = EVERYTHING

    @property
    def undated(self) -> Sequence[Amount]:
        """The amounts of which no day is recorded."""
        return [each for each in self.amounts if each.day is None]

    @property
    def unsourced(self) -> Sequence[Amount]:
        """The amounts of which no source is recorded."""
        return [each for each in self.amounts if not each.source]

    def blocks(self, by: By) -> Sequence[Block]:
        """Return a block for each currency, its groups by their names or years, what is of none last."""
        return blocks_of(self.amounts, by)


def blocks_of(amounts: Iterable[Amount], by: By) -> Sequence[Block]:
    """Return a block for each currency of `amounts`, in the order of their codes."""
    found: dict[str, list[Amount]] = {}
    for each in amounts:
        found.setdefault(each.amount.currency, []).append(each)
    return [Block(code, _groups(own, by), sum_up(own)) for code, own in sorted(found.items())]


def sum_up(amounts: Sequence[Amount]) -> Sums:
    """Return what amounts of one currency come to; ValueError for those of several, or for none."""
    (currency,) = {each.amount.currency for each in amounts}
    sums: dict[FundingKind, int] = {}
    for each in amounts:
        sums[each.kind] = sums.get(each.kind, 0) + each.amount.minor
    to_receive = _left(amounts, FundingKind.GRANTED, FundingKind.RECEIVED)
    return Sums(currency, sums, to_receive, _left(amounts, FundingKind.RECEIVED, FundingKind.SPENT))


def _left(amounts: Sequence[Amount], whole: FundingKind, part: FundingKind) -> Money | None:
    """Return how much of the `whole` is not in its `part`, over the projects of which the whole is recorded."""
    with_whole = {each.project for each in amounts if each.kind is whole}
    own = [each for each in amounts if each.project in with_whole]
    found = sum((each.kind is whole) * each.amount.minor - (each.kind is part) * each.amount.minor for each in own)
    return Money(found, own[0].amount.currency) if own else None


def _groups(amounts: Sequence[Amount], by: By) -> Sequence[Group]:
    held: dict[tuple[str, RecordKey | None, int | None], list[Amount]] = {}
    for each in amounts:
        held.setdefault(_group_of(each, by), []).append(each)
    keys = sorted(held, key=lambda key: (key[1] is None and key[2] is None, key[2] or 0, fold(key[0])))
    return [Group(*key, sum_up(held[key])) for key in keys]


def _group_of(each: Amount, by: By) -> tuple[str, RecordKey | None, int | None]:
    match by:
        case By.PROJECT:
            return each.project_name, each.project, None
        case By.DONOR:
            return each.donor_name, each.donor, None
        case By.CALL:
            return each.call_name, each.call, None
        case By.YEAR:
            return "", None, each.day.year if each.day is not None else None
