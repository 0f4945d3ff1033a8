"""A note in one line: what is understood of it, and what is left to the person."""

from datetime import date

import pytest

from app.log import Understood, understand, write_note
from app.records.reading import read_record
from app.words.words import Words
from db.store import Store
from db.values import RecordKey
from tests.make import SPANISH, TODAY, add, add_city


def said(store: Store, line: str, words: Words = SPANISH) -> Understood:
    return understand(store, line, words)


def names(understood: Understood) -> list[str]:
    return [each.title for each in understood.named]


def test_a_line_says_day_kind_people_and_what_comes_next(store: Store) -> None:
    add(store, "person", name="Ana Prueba Ejemplo")
    add_city(store, "Azul")
    found = said(store, "ayer llamó Ana Prueba Ejemplo de Azul por el acta → mandar el acta el 12/12/2026")
    assert found.day == date(2026, 11, 21)
    assert (found.kind, found.direction) == ("call", "in")
    assert found.text == "Llamó Ana Prueba Ejemplo de Azul por el acta"
    assert (found.next_step, found.next_on) == ("mandar el acta", date(2026, 12, 12))
    assert names(found) == ["Ana Prueba Ejemplo", "Azul"]


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        ("Llamé a la oficina", TODAY, "Llamé a la oficina"),
        ("12/3/2026, visita a la obra", date(2026, 3, 12), "Visita a la obra"),
        ("12/3 visita a la obra", date(2026, 3, 12), "Visita a la obra"),
        ("28/12 visita a la obra", date(2025, 12, 28), "Visita a la obra"),
        ("anteayer: reunión corta", date(2026, 11, 20), "Reunión corta"),
        ("2026 fue un buen año", TODAY, "2026 fue un buen año"),
    ],
)
def test_a_day_at_the_beginning_is_that_of_the_note(store: Store, line: str, day: date, text: str) -> None:
    found = said(store, line)
    assert (found.day, found.text) == (day, text)


@pytest.mark.parametrize(
    ("line", "step", "day"),
    [
        ("Hablamos; sigue: mandar la ficha mañana", "mandar la ficha", date(2026, 11, 23)),
        ("Hablamos -> mandar la ficha", "mandar la ficha", None),
        ("Hablamos → mandar 3 fichas", "mandar 3 fichas", None),
        ("Hablamos. Próximo paso: enviar la nota para el 5 de diciembre de 2026", "enviar la nota", date(2026, 12, 5)),
        ("Hablamos → 12/12/2026", "", date(2026, 12, 12)),
        ("Hablamos → mandar la ficha el 12/1", "mandar la ficha", date(2027, 1, 12)),
        ("20/12 Hablamos → mandar la ficha el 5/1", "mandar la ficha", date(2026, 1, 5)),
    ],
)
def test_what_follows_an_arrow_is_next_with_the_day_at_its_end(
    store: Store, line: str, step: str, day: date | None
) -> None:
    found = said(store, line)
    assert (found.next_step, found.next_on) == (step, day)
    assert found.text.rstrip(".") == "Hablamos"


def test_portuguese_is_understood_too(store: Store) -> None:
    add(store, "person", name="Ana Ficticia")
    found = said(store, "ontem liguei para Ana Ficticia -> enviar a ata amanhã", Words("pt"))
    assert (found.day, found.kind, found.direction) == (date(2026, 11, 21), "call", "out")
    assert (found.next_step, found.next_on) == ("enviar a ata", date(2026, 11, 23))
    assert names(found) == ["Ana Ficticia"]


def test_accents_and_capitals_do_not_hide_a_name(store: Store) -> None:
    add_city(store, "São Leopoldo", "BR")
    assert names(said(store, "Correo a SAO LEOPOLDO por la ficha")) == ["São Leopoldo"]


def test_a_word_that_differs_by_its_accent_or_is_as_short_is_no_name(store: Store) -> None:
    add_city(store, "Ate", "PE")
    assert names(said(store, "Enviar a ata até 12/12 a Lima", Words("pt"))) == []
    assert names(said(store, "enviar a ata ate 12/12", Words("pt"))) == []
    assert names(said(store, "Llamó Ate por la ficha")) == ["Ate"]


def test_a_name_is_found_beside_an_arrow_without_blanks(store: Store) -> None:
    add_city(store, "São Leopoldo", "BR")
    assert names(said(store, "Correo a Sao Leopoldo→mandar la ficha")) == ["São Leopoldo"]


def test_a_name_within_a_longer_one_is_not_meant(store: Store) -> None:
    add_city(store, "San Martín")
    add(store, "person", name="Juan San Martín")
    assert names(said(store, "Llamó Juan San Martín")) == ["Juan San Martín"]
    assert names(said(store, "Nos vimos en San Martínez")) == []


def test_a_name_that_several_bear_is_left_to_the_person(store: Store) -> None:
    add_city(store, "Rosario", "AR", "AR-S")
    add_city(store, "Rosario", "UY", "UY-CO")
    found = said(store, "Visita a Rosario")
    assert names(found) == []
    [doubt] = found.doubts
    assert doubt.name == "Rosario"
    assert sorted(each.title for each in doubt.choices) == ["Rosario · Colonia", "Rosario · Santa Fe"]


def test_a_note_is_written_in_one_operation_as_it_was_understood(store: Store) -> None:
    ana, azul = add(store, "person", name="Ana Ficticio"), add_city(store, "Azul")
    about = RecordKey("municipality", azul)
    found = said(store, "Llamó Ana Ficticio → mandar la nota mañana")
    saved = write_note(store, found, found.named, about)
    record = read_record(store, "interaction", saved.id)
    assert record is not None
    assert record.values["people"] == (ana,)
    assert record.values["subject"] == about
    assert (record.values["text"], record.values["next_on"]) == ("Llamó Ana Ficticio", date(2026, 11, 23))


def test_an_organisation_is_named_in_any_language(store: Store) -> None:
    names = {"name": "Consejo del Mercado Común", "name_pt": "Conselho do Mercado Comum"}
    key = add(store, "organisation", **names)
    for line in ("Llamó el Consejo del Mercado Común", "Ligou o Conselho do Mercado Comum"):
        assert [each.key for each in said(store, line).named] == [RecordKey("organisation", key)]
