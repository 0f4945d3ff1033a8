"""What is read of the file, with as many statements however many records there are, and said in words."""

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.matching.proposing import practices_for
from app.matching.reading import read_facts
from app.matching.telling import say_aside, say_order, say_reasons
from app.words.words import Words
from db.store import Store
from db.values import PartialDate
from tests.app.matching.filed import make_need
from tests.make import TODAY, add, add_city


def test_reasons_are_said_with_their_figures_and_lead_to_their_records(store: Store) -> None:
    need, done = make_need(store)
    facts = read_facts(store)
    (found,) = practices_for(facts, need)
    rows = say_reasons(found, facts, Words("es"))
    assert [row.said for row in rows] == [
        "Un tema dentro de otro: Primera infancia está en Cuidados",
        "Población parecida: Azul (70.000 habitantes) y Tandil (120.000 habitantes)",
        "Mismo idioma: español, como en Tandil",
        "Misma unidad, con Tandil en Desarrollo Social",
        "Ciudades cercanas, a 88 km: Azul y Tandil",
        "Sigue en marcha.",
        "Hay permiso para publicarla.",
    ]
    assert [[piece.record.entity for piece in row.pieces if piece.record] for row in rows] == [
        ["theme", "theme"],
        ["municipality", "municipality"],
        ["municipality"],
        ["municipality", "body"],
        ["municipality", "municipality"],
        [],
        [],
    ]
    assert found.practice.id == done
    english = [row.said for row in say_reasons(found, facts, Words("en"))]
    assert english[1] == "Similar population: Azul (70,000 inhabitants) and Tandil (120,000 inhabitants)"


def test_the_order_and_what_does_not_count_are_said(store: Store) -> None:
    city, theme = add_city(store, "Azul"), add(store, "theme", name="Agua")
    keys = [
        add(store, "need", name="Riego", municipality_id=city, themes=(theme,), set_aside=aside)
        for aside in (None, "theme,unit")
    ]
    demands = read_facts(store).demands
    words = Words("es")
    assert "comparten un tema" in say_order(demands[keys[0]], words)
    assert say_aside(demands[keys[0]], words) == ""
    assert "comparten un tema" not in say_order(demands[keys[1]], words)
    assert say_aside(demands[keys[1]], words) == "No cuentan: Tema en común, Misma unidad"


def test_a_seat_that_does_not_hold_today_and_a_body_that_is_no_unit_are_no_reason(store: Store) -> None:
    here, there = add_city(store, "Azul"), add_city(store, "Tandil")
    unit = add(store, "body", name="Cultura", kind="thematic_unit")
    council = add(store, "body", name="Consejo", kind="council")
    for city, body, dates in (
        (here, unit, {"starts": PartialDate(2020)}),
        (there, unit, {"ends": PartialDate(TODAY.year - 1)}),
        (here, council, {}),
        (there, council, {}),
    ):
        add(store, "seat", body_id=body, municipality_id=city, role="member", **dates)
    need = add(store, "need", name="Museos", municipality_id=here)
    add(store, "experience", name="Archivo", municipalities=(there,))
    facts = read_facts(store)
    assert facts.demands[need].city.units == {unit}
    assert not practices_for(facts, need)


def test_an_adoption_that_was_dropped_is_none(store: Store) -> None:
    need, done = make_need(store)
    city = read_facts(store).demands[need].city.id
    add(store, "adoption", experience_id=done, municipality_id=city, dropped_on=PartialDate(2026, 1))
    assert practices_for(read_facts(store), need)[0].adoption == ""
    under_way = add(store, "adoption", experience_id=done, municipality_id=city)
    assert practices_for(read_facts(store), need)[0].adoption == under_way


def test_it_is_read_with_as_many_statements_however_many_there_are(store: Store) -> None:
    make_need(store)
    before = _statements(store)
    for at in range(4):
        city = add_city(store, f"Ciudad {at}")
        theme = add(store, "theme", name=f"Tema {at}")
        need = add(store, "need", name=f"Demanda {at}", municipality_id=city, themes=(theme,))
        done = add(store, "experience", name=f"Práctica {at}", municipalities=(city,), themes=(theme,))
        add(store, "match", need_id=need, experience_id=done, verdict="serves")
        add(store, "adoption", experience_id=done, municipality_id=city)
    assert _statements(store) == before


def _statements(store: Store) -> int:
    asked: list[str] = []

    def note(*said: object) -> None:
        asked.append(str(said[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        read_facts(store)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked)
