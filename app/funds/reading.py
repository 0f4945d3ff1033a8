"""The money of projects as the file has it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.funds.facts import Amount, Block, By, Facts, blocks_of
from app.records.namesakes import read_rows, titles_apart
from db.cooperation import FundingKind
from db.entities.funding import Funding
from db.entities.project import Project
from db.reach import watched
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

_COLUMNS = ("kind", "amount", "day", "source")


def read_facts(store: Store) -> Facts:
    """Read all amounts, by the names of their projects and their days, those without day last."""
    with store.reading() as session:
        return facts_within(session, store)


def facts_within(session: FileSession, store: Store) -> Facts:
    """Read the same within a session, whose other reading sees the same file."""
    with watched(session.connection()) as seen:
        return Facts(store.today(), _amounts(session, store), seen.reach)


def read_sums_of(session: FileSession, store: Store, project: str) -> Sequence[Block]:
    """Return what the amounts of one project come to, a block for each currency."""
    return blocks_of(_amounts(session, store, project), By.PROJECT)


def _amounts(session: FileSession, store: Store, project: str = "") -> tuple[Amount, ...]:
    wanted = select(Funding.id, Funding.project_id, Project.donor_id, Project.call_id).join(
        Project, Project.id == Funding.project_id
    )
    if project:
        wanted = wanted.where(Funding.project_id == project)
    found = session.execute(wanted.order_by(Project.name_key, Project.id, Funding.day.nulls_last(), Funding.id)).all()
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, "funding", _COLUMNS, [each.id for each in found])
    projects, donors, calls = (
        titles_apart(session, store, kind, list(dict.fromkeys(key for each in found if (key := each[at]))))
        for at, kind in enumerate(("project", "organisation", "call"), 1)
    )
    return tuple(
        Amount(
            key,
            FundingKind.of(kind),
            amount,
            day,
            source or "",
            RecordKey("project", of),
            projects[of],
            RecordKey("organisation", donor) if donor else None,
            donors.get(donor or "", ""),
            RecordKey("call", call) if call else None,
            calls.get(call or "", ""),
        )
        for (key, of, donor, call), (kind, amount, day, source) in zip(found, rows, strict=True)
        if amount is not None
    )
