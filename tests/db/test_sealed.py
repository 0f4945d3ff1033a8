"""What an approved acta says is sealed: whatever would change it, at the end of its operation, is refused whole."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from sqlalchemy import delete, insert

from app.past.undo_plan import plan_undo
from app.records import history
from app.records.drafts import Draft
from app.records.editing import delete_records, edit_many, save_record
from db.entities.agenda_item import AgendaItem
from db.entities.attendance import Attendance
from db.entities.meeting import Meeting, meeting_body
from db.failures import Reason, SealedError, StoreFailure
from db.journal.undoing import Verdict
from db.sealed import SEALED
from db.store import Store
from db.titles import Title
from tests.app.meetings.board import add_body, add_meeting
from tests.make import SPANISH, add, add_city, everything

DAY = date(2026, 3, 2)
TITLE = Title("Aprobación")


@pytest.fixture(name="keys")
def _keys(store: Store) -> dict[str, str]:
    """Return a held meeting with one of each that its acta says, approved."""
    keys = {"body": add_body(store), "municipality": add_city(store, "Azul")}
    keys["person"] = add(store, "person", name="Ana Ejemplo")
    keys["meeting"] = add_meeting(store, keys["body"], DAY, state="held", acta_number="01/2026")
    of_it = {"meeting_id": keys["meeting"]}
    keys["agenda_item"] = add(store, "agenda_item", name="Apertura", minutes="Se abrió.", **of_it)
    came = {"municipality_id": keys["municipality"], "person_id": keys["person"], "state": "present"}
    keys["attendance"] = add(store, "attendance", **of_it, **came)
    keys["resolution"] = add(store, "resolution", text="Convocar", **of_it)
    _turn(store, keys["meeting"], "closed")
    return keys


def _turn(store: Store, meeting: str, state: str) -> None:
    with store.operation(TITLE, opens=meeting) as session:
        session.get_one(Meeting, meeting).state = state


Doing = Callable[[Store, Mapping[str, str]], object]


def _edit(entity: str, **values: object) -> Doing:
    return lambda store, keys: edit_many(store, entity, [keys[entity]], values)


def _remove(entity: str) -> Doing:
    return lambda store, keys: delete_records(store, entity, [keys[entity]])


def _add(entity: str, **values: object) -> Doing:
    return lambda store, keys: add(store, entity, meeting_id=keys["meeting"], **values)


def _link(store: Store, keys: Mapping[str, str]) -> None:
    other = add_body(store, name="Consejo")
    with store.operation(TITLE) as session:
        session.execute(insert(meeting_body).values(meeting_id=keys["meeting"], body_id=other))


def _raw(store: Store, keys: Mapping[str, str]) -> None:
    """Take a person out as the engine does where nothing else asks."""
    with store.operation(TITLE) as session:
        session.execute(delete(Attendance).where(Attendance.id == keys["attendance"]))


def _move(store: Store, keys: Mapping[str, str]) -> None:
    """Move an item as the drag in the agenda does."""
    with store.operation(TITLE) as session:
        session.get_one(AgendaItem, keys["agenda_item"]).position += 9


REFUSED: tuple[Doing, ...] = (
    _edit("meeting", name="Otra"),
    _edit("meeting", starts_on=date(2026, 3, 3)),
    _edit("meeting", acta_number="02/2026"),
    _edit("meeting", closing="Se levantó."),
    _edit("meeting", state="held"),
    _edit("agenda_item", minutes="Otra cosa."),
    _move,
    _edit("attendance", state="absent"),
    _edit("resolution", text="No convocar"),
    _edit("resolution", due_on=date(2026, 9, 1)),
    _remove("meeting"),
    _remove("agenda_item"),
    _remove("attendance"),
    _remove("resolution"),
    _add("agenda_item", name="Otro"),
    _add("resolution", text="Otra"),
    _link,
    _raw,
)


@pytest.mark.parametrize("doing", REFUSED)
def test_nobody_changes_what_an_approved_acta_says(store: Store, keys: dict[str, str], doing: Doing) -> None:
    before = everything(store)
    with pytest.raises(SealedError) as failure:
        doing(store, keys)
    assert failure.value.sealed.number == "01/2026"
    after = everything(store)
    assert {name: after[name] for name in SEALED} == {name: before[name] for name in SEALED}


def test_what_is_done_afterwards_is_not_sealed(store: Store, keys: dict[str, str]) -> None:
    done = {"state": "done", "closed_on": date(2026, 4, 1), "progress": "Se convocó."}
    edit_many(store, "resolution", [keys["resolution"]], done)
    edit_many(store, "meeting", [keys["meeting"]], {"notes": "Archivada."})
    save_record(store, Draft("municipality", keys["municipality"], {"short_name": "Azul del Sur"}))
    add_meeting(store, keys["body"], DAY, state="closed", name="De antes")  # what is made new is what it says


def test_a_state_of_approved_is_neither_given_nor_taken_by_a_form(store: Store) -> None:
    meeting = add_meeting(store, add_body(store), DAY, state="held")
    with pytest.raises(SealedError) as failure:
        edit_many(store, "meeting", [meeting], {"state": "closed"})
    assert failure.value.state


def test_an_undo_leaves_what_an_approved_acta_says_and_says_so(store: Store) -> None:
    meeting = add_meeting(store, add_body(store), DAY, state="held")
    edit_many(store, "meeting", [meeting], {"opening": "Se abre.", "notes": "Nota"})
    opened = history.operations(store)[0].number
    item = add(store, "agenda_item", meeting_id=meeting, name="Apertura")
    made = history.operations(store)[0].number
    _turn(store, meeting, "closed")
    rulings = {each.unit: each.verdict for each in store.plan_undo([opened]).rulings}
    assert rulings == {("opening",): Verdict.SEALED, ("notes",): Verdict.CLEAN}
    assert [each.verdict for each in store.plan_undo([made]).rulings] == [Verdict.SEALED]
    said = plan_undo(store, [made], SPANISH)
    assert "acta aprobada: queda" in {field.said for record in said.records for field in record.fields}
    store.undo_operations([opened], TITLE)
    with store.reading() as session:
        row = session.get_one(Meeting, meeting)
        assert (row.opening, row.notes) == ("Se abre.", None)
    with pytest.raises(SealedError) as failure:
        store.undo_operations([made], TITLE)
    assert failure.value.rows == (("agenda_item", item),)


def test_the_undo_and_redo_of_the_approval_itself_work(store: Store, keys: dict[str, str]) -> None:
    approved = everything(store)
    history.undo(store)
    edit_many(store, "agenda_item", [keys["agenda_item"]], {"minutes": "Se abrió a las nueve."})
    history.undo(store)
    history.redo(store)
    history.undo(store)
    _turn(store, keys["meeting"], "closed")
    assert everything(store) == approved


def test_an_old_reopening_is_not_undone_over_a_text_that_was_edited_since(store: Store, keys: dict[str, str]) -> None:
    _turn(store, keys["meeting"], "held")
    reopened = history.operations(store)[0].number
    edit_many(store, "resolution", [keys["resolution"]], {"state": "done", "closed_on": date(2026, 4, 1)})
    assert [each.verdict for each in store.plan_undo([reopened]).rulings] == [Verdict.CLEAN]
    edit_many(store, "agenda_item", [keys["agenda_item"]], {"minutes": "Otra cosa."})
    edited = history.operations(store)[0].number
    assert [each.verdict for each in store.plan_undo([reopened]).rulings] == [Verdict.ALTERED]
    with pytest.raises(StoreFailure) as failure:
        store.undo_operations([reopened], TITLE)
    assert (failure.value.reason, failure.value.detail) == (Reason.ALTERED, "Reunión")
    assert Verdict.ALTERED not in {each.verdict for each in store.plan_undo([reopened, edited]).rulings}
    said = plan_undo(store, [reopened], SPANISH)
    assert "no vuelve a estar aprobada" in said.records[0].fields[0].said
    edit_many(store, "agenda_item", [keys["agenda_item"]], {"minutes": "Se abrió."})
    assert [each.verdict for each in store.plan_undo([reopened]).rulings] == [Verdict.CLEAN]
    delete_records(store, "attendance", [keys["attendance"]])
    assert [each.verdict for each in store.plan_undo([reopened]).rulings] == [Verdict.ALTERED]
    history.undo(store)
    add(store, "resolution", text="Otra", meeting_id=keys["meeting"])
    assert [each.verdict for each in store.plan_undo([reopened]).rulings] == [Verdict.ALTERED]
    history.undo(store)
    store.undo_operations([reopened], TITLE)
    with store.reading() as session:
        assert session.get_one(Meeting, keys["meeting"]).state == "closed"


def test_the_next_undo_says_too_which_acta_says_something_else_by_now(store: Store, keys: dict[str, str]) -> None:
    meeting = [keys["meeting"]]
    _turn(store, keys["meeting"], "held")
    edit_many(store, "meeting", meeting, {"opening": "Se abre.", "closing": "Se cierra."})
    both = history.operations(store)[0].number
    edit_many(store, "meeting", meeting, {"opening": "Se abre a las nueve."})
    store.undo_operations([both], TITLE)  # the closing goes; the opening stays, since it was edited after
    history.undo(store)
    with pytest.raises(StoreFailure) as failure:
        history.undo(store)
    assert (failure.value.reason, failure.value.detail) == (Reason.ALTERED, "Reunión")


def test_an_acta_is_not_approved_again_where_what_it_says_cannot_come_back(store: Store, keys: dict[str, str]) -> None:
    _turn(store, keys["meeting"], "held")
    reopened = history.operations(store)[0].number
    delete_records(store, "attendance", [keys["attendance"]])
    deleted = history.operations(store)[0].number
    assert Verdict.ALTERED not in {each.verdict for each in store.plan_undo([reopened, deleted]).rulings}
    delete_records(store, "person", [keys["person"]])
    verdicts = {each.entity: each.verdict for each in store.plan_undo([reopened, deleted]).rulings}
    assert verdicts == {"attendance": Verdict.MISSING, "meeting": Verdict.ALTERED}
