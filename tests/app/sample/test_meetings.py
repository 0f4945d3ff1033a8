"""The meetings of the sample say that they are examples, and are always fresh."""

from datetime import timedelta

from sqlalchemy import select

from db.entities.document import Document
from db.entities.meeting import Meeting
from db.entities.resolution import UNFINISHED, Resolution
from db.store import Store
from db.values import RecordKey
from tests.app.sample.day import TODAY


def test_every_meeting_says_that_it_is_an_example_or_where_it_comes_from(store: Store) -> None:
    with store.reading() as session:
        found = session.execute(select(Meeting.name, Meeting.notes)).all()
    examples = [name for name, _ in found if "(ejemplo)" in name]
    assert len(examples) == 8
    assert all("(ejemplo)" in name or "Fuente: http" in str(notes) for name, notes in found)


def test_the_next_meeting_of_the_board_is_ahead_with_its_agenda_and_annexes(store: Store) -> None:
    with store.reading() as session:
        ahead = session.scalars(select(Meeting).where(Meeting.starts_on > TODAY).order_by(Meeting.starts_on)).first()
        assert ahead is not None
        annexes = list(
            session.scalars(select(Document.media_type).where(Document.record == RecordKey("meeting", ahead.id)))
        )
    assert ahead.starts_on is not None
    assert timedelta(14) <= ahead.starts_on - TODAY <= timedelta(40)
    assert ahead.code is None
    assert annexes == ["application/pdf", "application/pdf"]


def test_the_last_meeting_left_resolutions_of_which_some_are_overdue(store: Store) -> None:
    with store.reading() as session:
        unfinished = list(session.scalars(select(Resolution).where(Resolution.state.in_(UNFINISHED))))
        numbers = set(session.scalars(select(Meeting.acta_number).join(Resolution)))
    assert 3 <= len([one for one in unfinished if one.due_on and one.due_on < TODAY]) < len(unfinished)
    assert {"01/2008", "02/2008"} <= numbers


def test_no_title_of_a_meeting_bears_the_number_of_its_acta_in_one_language(store: Store) -> None:
    with store.reading() as session:
        titles = list(session.scalars(select(Meeting.title())))
    assert titles
    assert not [title for title in titles if "ACTA" in title]
