"""The open demands on paper: by their day, with what may serve each, or that nothing does."""

import pytest

from app.matching.saying import say_verdict
from app.rendering.outline import as_text
from app.reports import matching
from app.words.words import Words
from db.exchange import Verdict
from db.store import Store
from db.values import PartialDate
from tests.app.matching.filed import make_need
from tests.golden.kept import Kept
from tests.make import add, add_city

pytestmark = pytest.mark.golden


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_open_demands_with_what_may_serve_them(store: Store, golden: Kept, language: str) -> None:
    need, done = make_need(store)
    say_verdict(store, need, done, Verdict.SERVES, "Mismo programa")
    away = add(store, "experience", name="Otra cosa", running=True)
    say_verdict(store, need, away, Verdict.SERVES_NOT)
    city = add_city(store, "Bragado")
    every = "theme,population,language,unit,neighbours,running,permission"
    add(store, "need", name="Sin razones", municipality_id=city, until=PartialDate(2026, 12), set_aside=every)
    add(store, "need", name="Atendida", municipality_id=city, state="met")
    made = matching.REPORT.make(store, None, Words(language))
    golden.check(f"matching.demands.{language}.txt", as_text(made))


def test_no_more_than_five_are_named_of_each_and_the_others_counted(store: Store) -> None:
    add(store, "need", name="Riego", municipality_id=add_city(store, "Azul"))
    for at in range(7):
        add(store, "experience", name=f"Práctica {at}", running=True)
    said = as_text(matching.REPORT.make(store, None, Words("es")))
    assert "Práctica 4" in said
    assert "Práctica 5" not in said
    assert "y 2 experiencias más" in said
