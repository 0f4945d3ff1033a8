"""A letter to each who is convoked, in their language, with what is recorded and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.document import DescriptionList, Document, Paragraph
from app.offices import choose_logo
from app.reports.convocation.salutation import greet
from app.reports.offered import make
from app.words.words import LANGUAGES, Words
from db.entities.municipality import Municipality
from db.store import Store
from db.titles import Title
from db.values import PartialDate
from tests.app.offices.pictures import png
from tests.make import add, add_city

HELD = PartialDate(2026, 1)


@pytest.fixture
def meeting(store: Store) -> str:
    """Return a meeting with nothing but its name, to which a city and two people are convened."""
    body = add(store, "body", name="Comisión", name_pt="Comissão", kind="board")
    key = add(store, "meeting", name="XXXII", body_id=body, starts_on=date(2026, 12, 5))
    rosario, porto = add_city(store, "Rosario"), add_city(store, "Porto Alegre", "BR")
    with store.operation(Title("Idiomas de una ciudad")) as session:
        session.get_one(Municipality, porto).languages = "gn,pt"
    ana = add(store, "person", name="Ana", treatment="Dra.")
    beto = add(store, "person", name="Beto", language="en")
    for person, city, name in ((ana, rosario, "Concejala"), (ana, porto, "Secretária"), (beto, porto, "Assessor")):
        post = add(store, "post", name=name, municipality_id=city)
        add(store, "tenure", person_id=person, post_id=post, starts=HELD)
    for who in ({"municipality_id": rosario}, {"municipality_id": porto, "person_id": ana}, {"person_id": beto}):
        add(store, "attendance", meeting_id=key, **who)
    return key


def letters(store: Store, meeting: str, confirm_by: date | None = None) -> Document:
    from app.reports.convocation import Options

    return make(store, "convocation", Options(meeting, confirm_by), "es")


def texts(document: Document, at: int) -> list[str]:
    return [each.text for each in document.sections[at].blocks if isinstance(each, Paragraph)]


def test_each_letter_is_in_the_language_of_the_person_else_of_the_city_else_of_the_paper(
    store: Store, meeting: str
) -> None:
    sections = letters(store, meeting).sections
    assert [(each.title, each.language) for each in sections] == [
        ("Convocatoria - Rosario", "es"),
        ("Convocação - Ana", "pt"),
        ("Invitation - Beto", "en"),
    ]


def test_a_person_is_addressed_with_the_post_at_the_place_they_come_for(store: Store, meeting: str) -> None:
    found = letters(store, meeting)
    assert texts(found, 0)[1] == "A la ciudad de Rosario (Argentina)"
    assert texts(found, 1)[1:3] == ["Dra. Ana", "Secretária\nPorto Alegre (Brasil)"]
    assert texts(found, 2)[1:3] == ["Beto", "Assessor\nPorto Alegre (Brazil)"]


def test_what_is_not_recorded_is_not_told(store: Store, meeting: str) -> None:
    found = letters(store, meeting)
    facts = next(each for each in found.sections[1].blocks if isinstance(each, DescriptionList))
    assert facts.pairs == (("Reunião", "XXXII"), ("Instância", "Comissão"), ("Data", "5 de dezembro de 2026"))
    assert texts(found, 1)[-1] == "Atenciosamente,"
    add(store, "agenda_item", meeting_id=meeting, name="Apertura")
    add(store, "office", name="Secretaría", signer="Julia", role="Secretaria")
    assert texts(letters(store, meeting), 0)[-5:] == [
        "1. Apertura",
        "Saludamos atentamente.",
        "\u00a0\n\u00a0",
        "Julia",
        "Secretaria",
    ]


@pytest.mark.parametrize(
    ("treatment", "said"),
    [
        ("Sr.", ("Estimado Sr. Ana:", "Prezado Sr. Ana:", "Dear Mr Ana,")),
        ("senhora", ("Estimada Sra. Ana:", "Prezada Sra. Ana:", "Dear Ms Ana,")),
        ("Prof.ª", ("Estimada Prof. Ana:", "Prezada Profa. Ana:", "Dear Professor Ana,")),
        ("Ing.", ("Ing. Ana:", "Eng. Ana:", "Dear Ana,")),
        ("Excmo. Sr.", ("De nuestra consideración:", "Prezada Senhora, Prezado Senhor:", "Dear Sir or Madam,")),
        ("", ("De nuestra consideración:", "Prezada Senhora, Prezado Senhor:", "Dear Sir or Madam,")),
    ],
)
def test_a_person_is_greeted_by_a_treatment_that_is_known(treatment: str, said: tuple[str, ...]) -> None:
    assert tuple(greet(treatment, "Ana", Words(language)) for language in LANGUAGES) == said


def test_each_letter_greets_its_person_and_asks_to_confirm_where_a_day_is_given(store: Store, meeting: str) -> None:
    assert [texts(letters(store, meeting), at)[-3] for at in range(2)] == [
        "De nuestra consideración:",
        "Prezada Dra. Ana:",
    ]
    found = letters(store, meeting, date(2026, 12, 1))
    assert [texts(found, at)[-2] for at in range(3)] == [
        "Se ruega confirmar la asistencia antes del 1 de diciembre de 2026.",
        "Solicita-se confirmar a presença antes de 1 de dezembro de 2026.",
        "Please confirm your attendance before 1 December 2026.",
    ]


def test_the_paper_has_the_letterhead_of_the_term_of_its_meeting(store: Store, meeting: str, tmp_path: Path) -> None:
    add(store, "office", name="De siempre")
    term = add(store, "period", name="2026-2027", starts=PartialDate(2026, 12, 1), ends=PartialDate(2027, 12))
    office = add(store, "office", name="De la gestión", period_id=term)
    picture = tmp_path / "logo.png"
    picture.write_bytes(png())
    choose_logo(store, office, picture)
    found = letters(store, meeting).letterhead
    assert found is not None
    assert (found.name, found.logo) == ("De la gestión", png())
    agenda = make(store, "agenda", None, "es").letterhead
    assert agenda == found
    directory = make(store, "directory", None, "es").letterhead
    assert directory is not None
    assert replace(directory, logo=b"").name == "De siempre"
