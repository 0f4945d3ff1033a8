"""The FCCR of the sample: meetings within meetings, seats of countries, recommendations and proposals on their way."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.records.reading import list_rows
from db.entities.declaration import Declaration
from db.entities.focem_proposal import FocemProposal
from db.entities.meeting import Meeting
from db.entities.norm import Norm
from db.entities.pro_tempore import ProTempore
from db.entities.recommendation import Recommendation
from db.entities.seat import Seat
from db.entities.step import Step
from db.store import Store
from tests.app.sample.day import TODAY


def test_meetings_stand_within_the_plenary_each_in_its_own_series(store: Store) -> None:
    within = aliased(Meeting)
    with store.reading() as session:
        found = session.execute(
            select(Meeting.code, Meeting.series, within.code, within.series).join(
                within, Meeting.parent_id == within.id
            )
        ).all()
    assert ("IX", "Reunión de Coordinadores", "III", "Plenaria") in {tuple(row) for row in found}


def test_each_country_has_a_coordinator_and_an_alternate_who_are_examples(store: Store) -> None:
    with store.reading() as session:
        seats = session.scalars(select(Seat).where(Seat.country.is_not(None))).all()
    titular = {seat.id: seat for seat in seats if seat.alternate_of_id is None}
    assert sorted(str(seat.country) for seat in titular.values()) == ["AR", "BR", "PY", "UY"]
    alternates = [seat for seat in seats if seat.alternate_of_id]
    assert {seat.alternate_of_id for seat in alternates} == set(titular)
    assert all(titular[str(seat.alternate_of_id)].country == seat.country for seat in alternates)
    assert all(str(seat.act).startswith("Ejemplo") for seat in seats)


def test_examples_are_waited_for_and_what_became_of_old_ones_is_not_made_up(store: Store) -> None:
    for entity in (Recommendation, FocemProposal):
        with store.reading() as session:
            keys = session.execute(select(entity.id, entity.name).order_by(entity.name)).all()
        shown = list_rows(store, entity.__tablename__, ("next_step", "waiting_days"), [key for key, _ in keys])
        waiting = {name for (_, name), (coming, _) in zip(keys, shown, strict=True) if coming}
        assert waiting
        assert all("(ejemplo)" in name for name in waiting)


def test_a_late_step_of_an_example_is_due_before_today_and_others_after(store: Store) -> None:
    with store.reading() as session:
        days = [day for day in session.scalars(select(Step.due_on)) if day is not None]
    assert min(days) < TODAY < max(days)


def test_two_citations_of_one_norm_and_one_number_of_two_organs_are_told_apart(store: Store) -> None:
    with store.reading() as session:
        found = session.execute(select(Norm.cited_as, Norm.verified_as)).all()
    pairs = {tuple(row) for row in found}
    assert {("Res. 41/04", "MERCOSUR/CMC/DEC. Nº 41/04"), ("Res. 41/04", "MERCOSUR/GMC/RES. Nº 41/04")} <= pairs
    assert {("Dec. 24/05", "MERCOSUR/CMC/DEC. Nº 24/05"), ("Dec. 20/05", "MERCOSUR/CMC/DEC. Nº 24/05")} <= pairs


def test_declarations_say_where_they_come_from_and_the_disputed_half_year_has_no_country(store: Store) -> None:
    with store.reading() as session:
        assert session.scalar(select(func.count()).where(Declaration.web.is_(None))) == 0
        without = list(session.scalars(select(ProTempore.name).where(ProTempore.country.is_(None))))
    assert without == ["2016-2"]
