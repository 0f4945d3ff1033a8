"""The order of proposals, which are none, and that both directions say the same."""

from dataclasses import replace

from app.matching.facts import Demand, Facts, Practice, Said
from app.matching.proposing import demands_for, practices_for
from db.exchange import Reason, Verdict
from tests.app.matching.made import HERE, THERE, demand, facts_of, practice


def _practices() -> tuple[Practice, ...]:
    """Return an experience with a theme alone, two with more reasons, and one with none."""
    themed = practice(THERE, id="themed", name="Zaguán", themes=frozenset({"care"}))
    richer = practice(THERE, id="richer", name="Bosques", running=True, permitted=True)
    poorer = practice(THERE, id="poorer", name="Árboles", running=True)
    same = practice(THERE, id="same", name="Barrios", running=True)
    return themed, richer, poorer, same, practice(THERE, id="none", name="Nada")


def _names(facts: Facts) -> list[str]:
    return [each.practice.id for each in practices_for(facts, "need")]


def test_a_theme_comes_first_then_more_reasons_then_the_name() -> None:
    assert _names(facts_of((demand(HERE, "care"),), _practices())) == ["themed", "richer", "poorer", "same"]


def test_without_a_theme_that_counts_the_number_of_reasons_decides() -> None:
    aside = demand(HERE, "care", aside=frozenset({Reason.THEME}))
    assert _names(facts_of((aside,), _practices())) == ["richer", "poorer", "same"]
    assert _names(facts_of((demand(),), _practices())) == ["richer", "poorer", "same"]


def test_what_serves_stands_first_and_what_was_put_away_says_so() -> None:
    said = {("need", "none"): Said("m", Verdict.SERVES), ("need", "themed"): Said("n", Verdict.SERVES_NOT)}
    found = practices_for(facts_of((demand(HERE, "care"),), _practices(), said), "need")
    assert [(each.practice.id, each.serves, each.is_away) for each in found] == [
        ("none", True, False),
        ("themed", False, True),
        ("richer", False, False),
        ("poorer", False, False),
        ("same", False, False),
    ]


def test_an_experience_of_the_city_that_asks_is_not_proposed() -> None:
    facts = facts_of((demand(HERE, "care"),), (practice(HERE, THERE, themes=frozenset({"care"})),))
    assert not practices_for(facts, "need")
    assert not demands_for(facts, "done")


def test_the_city_that_asks_gives_nothing_to_itself() -> None:
    """An experience of its own is there when somebody said a word of it."""
    said = {("need", "done"): Said("m", Verdict.SERVES)}
    for cities, givers in (((HERE, THERE), (THERE,)), ((HERE,), ())):
        (found,) = practices_for(facts_of((demand(),), (practice(*cities),), said), "need")
        assert found.givers == givers


def test_an_unknown_record_and_a_closed_demand_get_nothing() -> None:
    facts = facts_of((demand(HERE, "care", is_open=False),), _practices())
    assert not practices_for(facts, "gone")
    assert not demands_for(facts, "gone")
    assert not demands_for(facts, "themed")


def test_both_directions_propose_the_same_for_the_same_reasons() -> None:
    peopled = [replace(city, population=people) for city, people in ((HERE, 90_000), (THERE, 50_000))]
    asked: tuple[Demand, ...] = (
        demand(peopled[0], "care", id="a"),
        demand(peopled[0], "infancy", id="b", aside=frozenset({Reason.POPULATION, Reason.RUNNING})),
        demand(peopled[1], id="c"),
        demand(HERE, id="d", aside=frozenset({Reason.RUNNING})),
    )
    offered = (
        practice(peopled[1], id="p", themes=frozenset({"line"})),
        practice(peopled[0], id="q", running=True),
        practice(id="r", running=True),
        practice(peopled[1], peopled[0], id="s", permitted=True),
    )
    said = {("a", "r"): Said("m", Verdict.SERVES_NOT, "Otra cosa"), ("d", "s"): Said("n", Verdict.SERVES)}
    facts = facts_of(asked, offered, said)
    forth = {(each.id, one.practice.id): one for each in asked for one in practices_for(facts, each.id)}
    back = {(one.demand.id, each.id): one for each in offered for one in demands_for(facts, each.id)}
    assert forth == back
    assert forth.keys() == {("a", "p"), ("a", "r"), ("b", "p"), ("c", "q"), ("c", "r"), ("d", "s")}
