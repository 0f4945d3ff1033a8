"""What refers to a record, by one step or several, is found as linked to it."""

from pathlib import Path

from app.records.attachments import attach, attachments
from app.records.linked import find_linked
from app.screens.screen import Linked
from db.store import Store
from tests.make import add, add_city

FILES = Linked("Documentos", ("document.record",), ("name",), opens="record", adds="record")


def linked_to(store: Store, linked: Linked, shown: str, key: str) -> list[str]:
    """Return the keys of what is linked to a record."""
    with store.reading() as session:
        return find_linked(session, store, linked, shown, key)


def test_what_refers_to_a_record_by_a_field_for_any_kind_is_linked_to_it(store: Store, tmp_path: Path) -> None:
    first, second = add_city(store, "Azul"), add_city(store, "Tandil")
    post = add(store, "post", name="Enlace", municipality_id=first)
    paths = {key: tmp_path / f"{key}.txt" for key in (first, second, post)}
    for entity, key in (("municipality", first), ("municipality", second), ("post", post)):
        paths[key].write_text(key)
        attach(store, entity, key, [paths[key]])
    [of_city], [of_post] = attachments(store, "municipality", first), attachments(store, "post", post)
    assert linked_to(store, FILES, "municipality", first) == [of_city.id]
    assert linked_to(store, FILES, "person", first) == []
    through_posts = Linked("Documentos", ("document.record", "post.municipality_id"), ("name",))
    assert linked_to(store, through_posts, "municipality", first) == [of_post.id]


def test_what_is_listed_has_the_field_that_the_list_asks_for(store: Store) -> None:
    city = add_city(store, "Azul")
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    activity = add(store, "activity", name="Taller")
    at_meeting = add(store, "attendance", municipality_id=city, meeting_id=meeting)
    at_activity = add(store, "attendance", municipality_id=city, activity_id=activity)
    of_meetings, of_activities = (
        Linked("Asistencia", ("attendance.municipality_id",), (owner,), opens=owner, filled=owner)
        for owner in ("meeting_id", "activity_id")
    )
    assert linked_to(store, of_meetings, "municipality", city) == [at_meeting]
    assert linked_to(store, of_activities, "municipality", city) == [at_activity]
    assert of_meetings.name != of_activities.name
