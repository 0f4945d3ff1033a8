"""Bodies and themes are called, listed, ordered and filtered in the language of whoever reads."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.records.drafts import Draft
from app.records.editing import delete_records, save_record
from app.records.reading import choose, list_ids, list_rows, read_record, search, titles
from app.rendering.list_export import export_list
from app.reports.record_list import options_of
from app.sheets.importing.importing import make_plan, prepare, read_file, targets_of
from app.sheets.writing.exporting import export_entity
from app.words.words import Words
from db.entities.body import Body
from db.store import Store
from db.titles import Title
from tests.app.sheets.importing.plans import verdicts
from tests.make import CATALOG, SPANISH, add, add_city

WORDS = Words("pt")


@pytest.fixture
def bodies(store: Store) -> dict[str, str]:
    """Hold three bodies, whose order is another in each language; one has its Spanish name alone."""
    board = {"name": "Comisión Directiva", "name_pt": "Diretoria", "name_en": "Board"}
    council = {"name": "Consejo", "name_pt": "Conselho", "name_en": "Zonal council"}
    return {
        "board": add(store, "body", kind="board", **board),
        "council": add(store, "body", kind="council", **council),
        "forum": add(store, "body", kind="forum", name="Foro", name_pt=""),
    }


def listed(store: Store, query: Query, column: str = "name") -> list[object]:
    return [row[0] for row in list_rows(store, query.entity, [column], list_ids(store, query))]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("", ["Comisión Directiva", "Consejo", "Foro"]),
        ("es", ["Comisión Directiva", "Consejo", "Foro"]),
        ("pt", ["Conselho", "Diretoria", "Foro"]),
        ("en", ["Board", "Foro", "Zonal council"]),
    ],
)
def test_a_list_says_and_orders_names_in_the_language_of_its_reader(
    store: Store, bodies: dict[str, str], language: str, names: Sequence[str]
) -> None:
    by_name = Query("body", order=(Order("name"),))
    assert listed(store.speaking(language), by_name) == names
    descending = Query("body", order=(Order("name", descending=True),))
    assert listed(store.speaking(language), descending) == [*reversed(names)]


def test_a_name_that_is_empty_in_a_language_is_that_which_is_stored(store: Store, bodies: dict[str, str]) -> None:
    with store.operation(Title("…")) as session:
        session.get_one(Body, bodies["council"]).name_pt = ""
    by_name = Query("body", order=(Order("name"),))
    assert listed(store.speaking("pt"), by_name) == ["Consejo", "Diretoria", "Foro"]


def test_a_filter_finds_a_name_as_it_is_shown(store: Store, bodies: dict[str, str]) -> None:
    query = Query("body", filters=(Filter("name", Operator.CONTAINS, "diretória"),))
    assert listed(store.speaking("pt"), query) == ["Diretoria"]
    assert listed(store.speaking("es"), query) == []
    theme = add(store, "theme", name="Gobernanza", name_pt="Governança")
    inside = add(store, "theme", name="Barrios", parent_id=theme)
    by_parent = Query("theme", filters=(Filter("parent_id", Operator.CONTAINS, "governanca"),))
    assert list_ids(store.speaking("pt"), by_parent) == [inside]


def test_references_and_links_are_called_and_ordered_in_the_language_of_the_reader(
    store: Store, bodies: dict[str, str]
) -> None:
    for name, body in (("Uno", "board"), ("Dos", "council"), ("Tres", "forum")):
        add(store, "meeting", name=name, body_id=bodies[body], state="planned")
    by_body = Query("meeting", order=(Order("body_id"),))
    assert listed(store.speaking("es"), by_body) == ["Uno", "Dos", "Tres"]
    assert listed(store.speaking("pt"), by_body) == ["Dos", "Uno", "Tres"]
    assert listed(store.speaking("pt"), by_body, "body_id") == ["Conselho", "Diretoria", "Foro"]
    themes = [
        add(store, "theme", name="Agua", name_pt="Água"),
        add(store, "theme", name="Barrios", name_pt="Zonas"),
        add(store, "theme", name="Cultura"),
    ]
    draft = Draft("experience", values={"name": "Huertas", "themes": tuple(themes)})
    key = save_record(store, draft).id
    assert listed(store.speaking("pt"), Query("experience"), "themes") == ["Água, Cultura, Zonas"]
    record = read_record(store.speaking("pt"), "experience", key)
    assert record is not None
    assert record.titles["themes"] == "Água, Cultura, Zonas"


def test_a_post_and_who_holds_it_are_at_a_body_in_the_language_of_the_reader(
    store: Store, bodies: dict[str, str]
) -> None:
    post = add(store, "post", name="Presidencia", body_id=bodies["board"])
    add(store, "post", name="Presidencia", body_id=bodies["council"])
    person = add(store, "person", name="Ana Ficticia")
    add(store, "tenure", post_id=post, person_id=person)
    portuguese = store.speaking("pt")
    assert listed(portuguese, Query("person", order=(Order("place"),)), "place") == ["Diretoria"]
    assert titles(portuguese, "post", [post]) == {post: "Presidencia · Diretoria"}
    assert titles(store.speaking("es"), "post", [post]) == {post: "Presidencia · Comisión Directiva"}


def test_two_of_one_name_in_a_language_are_told_apart_in_it(store: Store, bodies: dict[str, str]) -> None:
    other = add(store, "body", kind="board", name="Mesa", name_pt="Diretoria", acronym="ME")
    keys = [bodies["board"], other]
    assert titles(store.speaking("pt"), "body", [other]) == {other: "Diretoria · ME"}
    assert set(titles(store.speaking("es"), "body", keys).values()) == {"Comisión Directiva", "Mesa"}


def test_what_is_chosen_or_found_is_called_in_the_language_of_the_reader(store: Store, bodies: dict[str, str]) -> None:
    portuguese = store.speaking("pt")
    assert [hit.title for hit in choose(portuguese, "body", "", words=WORDS)] == ["Conselho", "Diretoria", "Foro"]
    for said in ("diretoria", "directiva", "board"):
        assert [hit.title for hit in search(portuguese, said, words=WORDS)] == ["Diretoria"], said
    seat = add(store, "seat", body_id=bodies["board"], municipality_id=add_city(store, "Azul"), role="chair")
    assert [hit.detail for hit in choose(portuguese, "seat", "Azul", words=WORDS)] == ["Diretoria · Presidência"]
    assert seat


def test_what_is_due_says_who_in_the_language_of_the_reader(store: Store, bodies: dict[str, str]) -> None:
    meeting = add(store, "meeting", name="Uno", body_id=bodies["board"], state="held")
    values = {"meeting_id": meeting, "text": "Informar", "body_id": bodies["board"], "due_on": store.today()}
    add(store, "resolution", **values)
    assert listed(store.speaking("pt"), Query("due", order=(Order("who"),)), "who") == ["Diretoria"]
    assert listed(store.speaking("pt"), Query("resolution", order=(Order("responsible"),)), "responsible") == [
        "Diretoria"
    ]


def test_a_form_holds_the_names_as_they_are_stored_under_a_title_in_the_language(
    store: Store, bodies: dict[str, str]
) -> None:
    record = read_record(store.speaking("pt"), "body", bodies["board"])
    assert record is not None
    assert record.title == "Diretoria"
    assert [record.values[name] for name in ("name", "name_pt", "name_en")] == [
        "Comisión Directiva",
        "Diretoria",
        "Board",
    ]


def test_a_form_holds_each_text_in_its_own_language_too(store: Store) -> None:
    texts = {"text": "Que crucen con un trámite.", "text_pt": "Que cruzem com um trâmite."}
    key = add(store, "recommendation", name="Carga menor", name_pt="Pequena carga", **texts)
    record = read_record(store.speaking("pt"), "recommendation", key)
    assert record is not None
    assert {name: record.values[name] for name in texts} == texts
    assert listed(store.speaking("pt"), Query("recommendation"), "text") == [texts["text_pt"]]


def test_an_operation_is_named_as_whoever_did_it_saw_the_record(store: Store, bodies: dict[str, str]) -> None:
    changes = delete_records(store.speaking("pt"), "body", [bodies["forum"]])
    assert changes.title.values["name"] == "Foro"
    changes = delete_records(store.speaking("pt"), "body", [bodies["council"]])
    assert changes.title.values["name"] == "Conselho"


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_list_in_portuguese_that_is_read_again_changes_no_name(
    store: Store, bodies: dict[str, str], tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"instancias{ending}"
    export_list(store, options_of("body"), path, WORDS)
    plan = make_plan(store, prepare(read_file(path), targets_of(CATALOG, "body")).request(), WORDS)
    assert set(verdicts(plan)) == {"same"}
    if ending == ".csv":
        assert "Diretoria" in path.read_text(encoding="utf-8-sig")


def test_what_is_exported_to_be_read_again_holds_the_stored_names(
    store: Store, bodies: dict[str, str], tmp_path: Path
) -> None:
    """Whatever the window speaks: an import holds them against those of the file."""
    path = tmp_path / "reuniones.csv"
    add(store, "meeting", name="Uno", body_id=bodies["board"], state="planned")
    export_entity(store.speaking("pt"), "meeting", path, SPANISH)
    assert "Comisión Directiva" in path.read_text(encoding="utf-8-sig")
