"""The page of the forums: what each line says, and where it leads."""

from collections.abc import Mapping, Sequence

from app.document import Tone
from app.forum import questions
from app.forum.facts import Presidency
from app.forum.overview import Part, compose_overview, say_presidency
from app.forum.reading import read_facts
from app.records.reading import list_ids
from app.words.words import Words
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.app.forum.made import make_forum
from tests.make import SPANISH


def parts_of(store: Store, language: str = "es") -> Mapping[str, Part]:
    facts = read_facts(store.speaking(language))
    return {part.name: part for part in compose_overview(facts, Words(language))}


def said(part: Part) -> Sequence[tuple[int, str]]:
    return [(row.level, row.said) for row in part.rows]


def test_seats_stand_by_country_with_person_and_alternate(store: Store) -> None:
    make_forum(store)
    assert said(parts_of(store)["bodies"]) == [
        (0, "Foro Consultivo (FCCR)"),
        (1, "Brasil: sin persona"),
        (1, "Uruguay: Gloria Modelo · Suplente: Hugo Ficticio"),
        (1, "Última reunión: III Plenaria (28/09/2026) Próxima reunión: IV Plenaria (01/03/2027)"),
        (1, "Comité de Municipios (COMUM)"),
        (2, "Canelones: sin persona (Coordinación)"),
    ]


def test_meetings_stand_in_each_other_the_newest_first(store: Store) -> None:
    made = make_forum(store)
    part = parts_of(store)["meetings"]
    assert said(part) == [
        (0, "IV Plenaria 01/03/2027 · Plenaria IV"),
        (0, "III Plenaria 28/09/2026 · Plenaria III · Salvador · preside Uruguay"),
        (1, "IX Coordinadores 27/09/2026 · Coordinadores IX · preside Uruguay"),
        (0, "II Plenaria 02/03/2026 · Plenaria II · Salvador"),
    ]
    assert part.rows[2].pieces[0].record == RecordKey("meeting", made["inner"])


def test_what_is_on_its_way_says_what_comes_next_and_what_is_late(store: Store) -> None:
    make_forum(store)
    parts = parts_of(store)
    rows = parts["recommendations"].rows
    assert [piece.text for row in rows for piece in row.pieces] == [
        "Compras conjuntas",
        "a Consejo del Mercado Común · próximo paso: Elevada al GMC · 40 días de espera",
        "atrasada: se esperaba para el 02/11/2026",
        "1 sin respuesta y sin próximo paso",
    ]
    assert rows[0].pieces[-1].tone is Tone.LATE
    assert [row.said for row in parts["proposals"].rows] == [
        "Barrios ribereños Salto · próximo paso: Elevada al GMC · 40 días de espera"
    ]
    assert [row.said for row in parts["norms"].rows] == ["1 norma con la cita sin comprobar de 2 en total"]


def test_each_count_opens_just_what_it_counts(store: Store) -> None:
    make_forum(store)
    pieces = [piece for part in parts_of(store).values() for row in part.rows for piece in row.pieces]
    asked = [piece.query for piece in pieces if piece.query is not None]
    assert [len(list_ids(store, query)) for query in asked] == [1, 1]
    going = (questions.GOING_RECOMMENDATIONS, questions.GOING_PROPOSALS)
    assert [len(list_ids(store, query)) for query in going] == [1, 1]


def test_an_empty_file_says_in_words_what_to_do(store: Store) -> None:
    parts = parts_of(store)
    assert [part.begin.entity for part in parts.values() if part.begin is not None] == [
        "pro_tempore",
        "body",
        "recommendation",
        "focem_proposal",
        "norm",
    ]
    assert "No está registrado quién preside hoy." in said(parts["presidency"])[0]


def test_a_disputed_presidency_is_said_so() -> None:
    disputed = Presidency("", "2016-2", None, PartialDate(2016, 7), PartialDate(2016, 12))
    assert say_presidency(disputed, SPANISH) == "2016-2: en disputa o vacante · 07/2016 al 12/2016"
