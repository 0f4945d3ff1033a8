"""What an informe tells is of its term: meetings, texts, money and who came; nothing of another, nothing doubtful."""

from datetime import date

from app.funds.facts import By, blocks_of
from app.management.chapters import parted
from app.management.facts import Facts, facts_within
from app.participation import Span
from app.participation import facts_within as participation
from db.store import Store
from tests.app.management.made import make_term
from tests.app.units.made import CULTURE, Made
from tests.make import add as make


def read(made: Made, term: str = "term") -> Facts:
    with made.store.reading() as session:
        return facts_within(session, made.store, made[term])


def test_the_meetings_are_those_that_were_held_by_body_and_day(told: Made) -> None:
    held = read(told).held
    assert [(each.name, each.present, each.resolutions) for each in held] == [
        ("De coordinación", 2, 1),
        ("De la Comisión sola", 0, 0),
        ("De la unidad", 1, 0),
    ]
    assert held[0].body.startswith("Comisión Directiva")
    assert held[2].body == CULTURE


def test_a_declaration_is_of_the_term_of_its_meeting_else_of_its_day(told: Made) -> None:
    facts = read(told)
    assert [each.name for each in facts.declared] == ["De la reunión", "Declaração da fronteira"]
    assert [each.name for each in facts.recommended] == ["Trámites simples"]


def test_money_of_which_only_the_year_is_known_is_counted_apart_and_currencies_are_never_one(told: Made) -> None:
    facts = read(told)
    totals = [(each.currency, dict(each.total.of_kind)) for each in blocks_of(facts.amounts, By.PROJECT)]
    assert [(currency, list(sums.values())) for currency, sums in totals] == [("USD", [100_00]), ("UYU", [200_00])]
    assert facts.doubtful == 1


def test_who_came_is_counted_by_city_and_who_is_of_none_apart(told: Made) -> None:
    came = read(told).participants
    assert [(each.name, each.country, each.assemblies, each.others) for each in came.cities] == [
        ("Canelones", "UY", 0, 2)
    ]
    assert came.of_no_city == 1


def test_who_came_is_counted_as_the_report_of_participation_counts_it(store: Store) -> None:
    told = make_term(store)
    fair = make(store, "activity", name="Feria", kind="fair", starts_on=date(2026, 9, 2))
    make(store, "attendance", activity_id=fair, municipality_id=told["Azul"], state="present")
    past = make(
        store, "meeting", body_id=told["board"], name="Sin cerrar", starts_on=date(2026, 9, 3), state="convened"
    )
    make(store, "attendance", meeting_id=past, municipality_id=told["Azul"], state="present")
    assembly = make(store, "body", name="Asamblea de Socios", kind="assembly")
    held = make(store, "meeting", body_id=assembly, name="XXX", starts_on=date(2026, 9, 4), state="held")
    make(store, "attendance", meeting_id=held, municipality_id=told["Azul"], state="present")
    facts = read(told)
    with store.reading() as session:
        counted = participation(session, store, Span(facts.term)).cities
    came = {each.id: each.times for each in facts.participants.cities}
    assert came == {each.id: each.counted.came for each in counted if each.counted.came}
    assert came[told["Azul"]] == 3
    azul = next(each for each in facts.participants.cities if each.id == told["Azul"])
    assert (azul.assemblies, azul.others, azul.activities) == (1, 1, 1)


def test_evidence_stands_by_line_and_a_chapter_of_blanks_is_not_written(told: Made) -> None:
    facts = read(told)
    assert [(key, [(each.record.title, each.note) for each in shown]) for key, shown in facts.evidence.items()] == [
        (told["1"], [("De la unidad", "Se trató allí")])
    ]
    assert sorted((kind.value, language) for kind, language in facts.chapters.texts) == [
        ("context", "pt"),
        ("words", "es"),
        ("words", "pt"),
    ]


def test_paragraphs_are_parted_by_lines_without_a_letter() -> None:
    assert parted("Uno\nsigue.\n \t\n\n\nDos.\n") == ["Uno\nsigue.", "Dos."]
