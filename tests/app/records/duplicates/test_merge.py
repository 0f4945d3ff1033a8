"""Two records become one without losing anything that only one of them had, and undo makes them two again."""

from pathlib import Path

import pytest

from app.records import history
from app.records.attachments import attach, attachments
from app.records.duplicates import merge
from app.records.editing import Draft, Rows, save_record
from app.records.reading import read_record
from app.words.problems import ProblemError
from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.app.records.reading import read
from tests.make import add, everything, said


def add_city(store: Store, name: str, *emails: str, **values: object) -> str:
    """Save a city with e-mails."""
    points = tuple(Draft("contact_point", None, {"kind": "email", "value": email}) for email in emails)
    draft = Draft(
        "municipality", None, {"short_name": name, "country": "AR", **values}, {"contact_points": Rows(points)}
    )
    return save_record(store, draft).id


def test_what_only_the_other_knew_is_completed_and_what_both_knew_stays(store: Store) -> None:
    keep = add_city(store, "Rosario", population=900_000)
    gone = add_city(store, "Rosario de Santa Fe", subdivision="AR-S", population=1, population_year=2001)
    merge(store, "municipality", keep, gone)
    kept = read(store, "municipality", keep).values
    assert (kept["short_name"], kept["subdivision"], kept["population"]) == ("Rosario", "AR-S", 900_000)
    assert kept["population_year"] is None, "a year of the other population"
    assert read_record(store, "municipality", gone) is None
    assert check(store) == []


def test_contacts_of_both_are_kept_once_and_in_order(store: Store) -> None:
    keep = add_city(store, "Rosario", "a@example.org", "b@example.org")
    gone = add_city(store, "Rosario (SF)", "b@example.org", "c@example.org")
    merge(store, "municipality", keep, gone)
    points = read(store, "municipality", keep).parts["contact_points"]
    assert [point.values["value"] for point in points] == ["a@example.org", "b@example.org", "c@example.org"]
    assert [point.values["order"] for point in points] == [1, 2, 3]


def test_equal_posts_of_both_become_one_with_all_who_held_it(store: Store) -> None:
    keep, gone = add_city(store, "Rosario"), add_city(store, "Rosario (SF)")
    for city, name in ((keep, "Ana Modelo"), (gone, "Luis Prueba")):
        post = add(store, "post", name="Intendencia", municipality_id=city)
        add(store, "tenure", post_id=post, person_id=add(store, "person", name=name))
    merge(store, "municipality", keep, gone)
    assert len(everything(store)["post"]) == 1
    assert len(everything(store)["tenure"]) == 2
    assert check(store) == []


def test_an_experience_of_both_is_linked_once(store: Store) -> None:
    keep, gone = add_city(store, "Rosario"), add_city(store, "Rosario (SF)")
    shared = add(store, "experience", name="Compostaje", municipalities=(keep, gone))
    other = add(store, "experience", name="Ciclovías", municipalities=(gone,))
    merge(store, "municipality", keep, gone)
    assert read(store, "experience", shared).values["municipalities"] == (keep,)
    assert read(store, "experience", other).values["municipalities"] == (keep,)


def test_attached_files_follow(store: Store, tmp_path: Path) -> None:
    keep, gone = add_city(store, "Rosario"), add_city(store, "Rosario (SF)")
    (tmp_path / "nota.pdf").write_bytes(b"%PDF")
    attach(store, "municipality", gone, [tmp_path / "nota.pdf"])
    merge(store, "municipality", keep, gone)
    assert [document.name for document in attachments(store, "municipality", keep)] == ["nota.pdf"]


def test_a_body_that_hung_from_the_one_that_goes_hangs_from_what_is_above(store: Store) -> None:
    top = add(store, "body", name="Asamblea", kind="assembly")
    gone = add(store, "body", name="Consejo", kind="council", parent_id=top)
    keep = add(store, "body", name="Consejo de la Red", kind="council", parent_id=gone)
    child = add(store, "body", name="Comisión", kind="board", parent_id=gone)
    merge(store, "body", keep, gone)
    assert read(store, "body", keep).values["parent_id"] == top
    assert read(store, "body", child).values["parent_id"] == keep


def test_a_merge_that_would_make_a_circle_is_refused_and_changes_nothing(store: Store) -> None:
    gone = add(store, "body", name="Consejo", kind="council")
    middle = add(store, "body", name="Comisión", kind="board", parent_id=gone)
    keep = add(store, "body", name="Consejo de la Red", kind="council", parent_id=middle)
    before = everything(store)
    with pytest.raises(ProblemError):
        merge(store, "body", keep, gone)
    assert everything(store) == before


def test_notes_of_both_are_kept(store: Store) -> None:
    keep, gone = add_city(store, "Rosario", notes="Una nota."), add_city(store, "Rosario (SF)", notes="Otra nota.")
    merge(store, "municipality", keep, gone)
    assert read(store, "municipality", keep).values["notes"] == "Una nota.\nOtra nota."


def test_memberships_follow_and_undo_makes_two_of_one_again(store: Store) -> None:
    keep, gone = add_city(store, "Rosario"), add_city(store, "Rosario (SF)")
    add(store, "membership", municipality_id=gone, state="member", starts=PartialDate(1995))
    before = everything(store)
    merge(store, "municipality", keep, gone)
    assert read(store, "municipality", keep).values["member_since"] == PartialDate(1995)
    assert said(history.undo_title(store)) == "Unión de ciudad «Rosario (SF)» con «Rosario»"
    history.undo(store)
    assert everything(store) == before


def test_a_record_is_not_merged_with_itself_or_with_none(store: Store) -> None:
    keep = add_city(store, "Rosario")
    for other in (keep, "0" * 32):
        with pytest.raises(ProblemError):
            merge(store, "municipality", keep, other)


@pytest.mark.parametrize("stays", [0, 1])
def test_bodies_that_met_together_and_become_one_do_not_meet_with_themselves(store: Store, stays: int) -> None:
    pair = [add(store, "body", name=name, kind="thematic_unit") for name in ("Cultura", "Culturas")]
    third = add(store, "body", name="Deportes", kind="thematic_unit")
    together = add(store, "meeting", name="Conjunta", body_id=pair[0], bodies=(pair[1], third))
    before = everything(store)
    merge(store, "body", pair[stays], pair[1 - stays])
    record = read_record(store, "meeting", together)
    assert record is not None
    assert (record.values["body_id"], record.values["bodies"]) == (pair[stays], (third,))
    save_record(store, Draft("meeting", together, {"name": "Conjunta de junio"}))
    history.undo(store)
    history.undo(store)
    assert everything(store) == before


def test_two_cities_of_one_relation_do_not_become_one(store: Store) -> None:
    keep, gone = add_city(store, "Salto"), add_city(store, "Concordia")
    relation = add(store, "city_relation", municipality_id=gone, other_municipality_id=keep, kind="sister_cities")
    with pytest.raises(ProblemError, match="relación"):
        merge(store, "municipality", keep, gone)
    assert read(store, "city_relation", relation).values["municipality_id"] == gone


def test_a_titular_and_the_alternate_that_both_bodies_have_are_kept_once(store: Store) -> None:
    keep, gone = (add(store, "body", name=name, kind="forum") for name in ("Foro", "Foro Consultivo"))
    people = [add(store, "person", name=name) for name in ("Gloria", "Hugo")]
    for body in (keep, gone):
        seat = {"body_id": body, "country": "UY"}
        titular = add(store, "seat", **seat, role="member", person_id=people[0])
        add(store, "seat", **seat, role="alternate", person_id=people[1], alternate_of_id=titular)
    merge(store, "body", keep, gone)
    titular_row, alternate = read(store, "body", keep).parts["seats"]
    assert alternate.values["alternate_of_id"] == titular_row.id
