"""A report of parts reads its basis and what its parts print within one session, and prints the parts asked for."""

from collections.abc import Sequence

from app.document import Section
from app.reports.of_parts import PartOptions, Titled, report_of_parts
from app.reports.report import ReportPart
from app.words.words import Words
from db.session import FileSession
from db.store import Store
from tests.make import SPANISH, TODAY

Seen = list[FileSession]


def _read(session: FileSession, _: Store) -> Seen:
    return [session]


def _gather(session: FileSession, basis: Seen) -> Seen:
    return [*basis, session]


def _compose(_: Seen, found: Seen, __: Words) -> Section:
    return Section(f"Sesiones: {len(set(map(id, found)))}", ())


PARTS: Sequence[ReportPart[Seen, Seen]] = [ReportPart(name, name, _gather, _compose) for name in ("one", "two")]
REPORT = report_of_parts(Titled("tried", "Convenios", "", icon="coin"), tuple(PARTS), _read)


def test_basis_and_parts_are_read_within_one_session(store: Store) -> None:
    made = REPORT.make(store, None, SPANISH)
    assert [section.title for section in made.sections] == ["Sesiones: 1"] * 2
    assert (made.title, made.created) == ("Convenios", TODAY)


def test_the_parts_that_are_asked_for_are_made(store: Store) -> None:
    assert REPORT.options() == REPORT.defaults(store) == PartOptions(frozenset({"one", "two"}))
    assert len(REPORT.make(store, PartOptions(frozenset({"two"})), Words("pt")).sections) == 1
