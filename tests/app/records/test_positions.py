"""Rows keep the order that people gave them, and to move one writes that one alone."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.records.attachments import attach_content, attachments, order_attachments
from app.records.catalog import Order, Query
from app.records.editing import Draft, Rows, save_record
from app.records.history import record_history
from app.records.history_words import say_changes
from app.records.positions import STEP, after, arrange, merged, put_in_order, spread
from app.records.reading import list_ids, list_rows, read_record
from app.records.views import read_query
from db.entities.agenda_item import AgendaItem
from db.store import Store
from db.titles import Title
from tests.make import CATALOG, SPANISH, add, add_city

ROWS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(-4, 40), max_size=12)


@st.composite
def orders(draw: st.DrawFn) -> tuple[Mapping[str, int], Sequence[str]]:
    """Return the rows of a list as they stand, and an order for some of them and for new ones."""
    present = draw(ROWS)
    known = draw(st.permutations(sorted(present)))
    fresh = draw(st.lists(st.text("xyz", min_size=1, max_size=3), unique=True, max_size=5))
    return present, draw(st.permutations([*known, *fresh]))


def standing(positions: Mapping[str, int]) -> list[str]:
    """Return the keys of rows in their order."""
    return sorted(positions, key=lambda key: (positions[key], key))


@given(orders())
def test_rows_stand_in_the_order_that_was_wanted(case: tuple[Mapping[str, int], Sequence[str]]) -> None:
    present, wanted = case
    assert standing({**present, **arrange(present, wanted)}) == list(wanted)


@given(ROWS)
def test_rows_that_stand_in_order_are_not_written(present: Mapping[str, int]) -> None:
    assert arrange(present, standing(present)) == {}


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=3), unique=True, min_size=2, max_size=12), st.data())
def test_to_move_one_row_writes_that_row(keys: Sequence[str], data: st.DataObject) -> None:
    present = {key: position for position, key in spread(keys)}
    moved = data.draw(st.sampled_from(keys))
    others = [key for key in keys if key != moved]
    at = data.draw(st.integers(0, len(others)))
    wanted = [*others[:at], moved, *others[at:]]
    written = arrange(present, wanted)
    assert len(written) == (wanted != list(keys))


def test_the_gap_between_two_rows_is_numbered_anew_once_in_twenty_five_rows() -> None:
    positions = {"first": after(None), "last": after(STEP)}
    renumbered = 0
    for at in range(25):
        wanted = standing(positions)
        wanted.insert(1, f"{at:02}")
        written = arrange(positions, wanted)
        renumbered += len(written) > 1
        positions |= written
    assert renumbered == 1
    assert standing(positions) == ["first", *(f"{at:02}" for at in reversed(range(25))), "last"]


def test_rows_numbered_one_by_one_are_numbered_anew_when_one_comes_between_them() -> None:
    assert arrange({"a": 0, "b": 1, "c": 2}, ["a", "c", "b"]) == {"a": STEP, "c": 2 * STEP, "b": 3 * STEP}
    assert arrange({"a": 0, "b": 1, "c": 2}, ["b", "c", "a"]) == {"a": 2 + STEP}
    assert arrange({"a": 0, "b": 1, "c": 2}, ["c", "a", "b"]) == {"c": -STEP}


def test_what_an_order_does_not_name_stays_behind_what_it_stands_behind() -> None:
    assert merged(["u", "a", "v", "b", "w"], ["b", "new", "a"]) == ["u", "b", "w", "new", "a", "v"]


def agenda(store: Store, *names: str) -> tuple[str, list[str]]:
    """Make a meeting with these items; give its key and theirs."""
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="XXXII Reunión", body_id=body)
    return meeting, [add(store, "agenda_item", name=name, meeting_id=meeting) for name in names]


def themes_of(store: Store, meeting: str) -> list[str]:
    """Return the items of a meeting in their order."""
    found = read_record(store, "meeting", meeting)
    assert found is not None
    return [item.title for item in found.parts["agenda_items"]]


def test_to_move_one_of_ten_items_writes_one_row(store: Store) -> None:
    meeting, items = agenda(store, *"ABCDEFGHIJ")
    wanted = [items[9], *items[:9]]
    draft = Draft("meeting", meeting, {}, {"agenda_items": Rows(order=tuple(wanted))})
    changes = save_record(store, draft).changes
    assert themes_of(store, meeting) == [*"JABCDEFGHI"]
    assert changes.touched == {"agenda_item": frozenset(wanted[:1])}


def test_twenty_five_items_put_into_one_gap_keep_their_order(store: Store) -> None:
    meeting, items = agenda(store, "Primero", "Último")
    for at in range(25):
        item = add(store, "agenda_item", name=f"Punto {at}", meeting_id=meeting)
        items.insert(1, item)
        with store.operation(Title("Ordenar")) as session:
            put_in_order(session, AgendaItem, items)
    assert themes_of(store, meeting) == ["Primero", *(f"Punto {at}" for at in reversed(range(25))), "Último"]


def test_files_are_put_in_order_by_writing_the_one_that_moved(store: Store) -> None:
    city = add_city(store)
    with store.operation(Title("Adjuntar")) as session:
        keys = [attach_content(session, "municipality", city, f"{name}.txt", b"").id for name in "abc"]
    changes = order_attachments(store, [keys[1], keys[2], keys[0]])
    assert [file.name for file in attachments(store, "municipality", city)] == ["b.txt", "c.txt", "a.txt"]
    assert changes.touched == {"document": frozenset(keys[:1])}
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "municipality", city, "d.txt", b"")
    assert [file.name for file in attachments(store, "municipality", city)][-1] == "d.txt"


def test_people_read_places_from_one_and_never_the_numbers(store: Store) -> None:
    meeting, items = agenda(store, "Apertura", "Cultura", "Cierre")
    put = [items[2], items[0], items[1]]
    draft = Draft("meeting", meeting, {}, {"agenda_items": Rows(order=tuple(put))})
    save_record(store, draft)
    assert list_rows(store, "agenda_item", ["order", "name"], put) == [(1, "Cierre"), (2, "Apertura"), (3, "Cultura")]
    moved = record_history(store, "meeting", meeting)[0]
    assert say_changes(store, moved.fields, "meeting", SPANISH) == ()


def test_a_new_theme_goes_last(store: Store) -> None:
    themes = [add(store, "theme", name=name) for name in ("Salud", "Agua")]
    assert list_ids(store, Query("theme", order=(Order("order"),))) == themes


def test_a_view_that_an_older_version_kept_is_still_ordered() -> None:
    kept = '{"entity": "theme", "words": "", "filters": [], "order": [["plan_line", false], ["position", false]]}'
    assert read_query(kept, CATALOG).order == (Order("plan_line"), Order("order"))
