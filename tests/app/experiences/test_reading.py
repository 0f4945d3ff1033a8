"""The exchange is counted by theme, what lies below it once, and each count is that of the list behind it."""

from app.experiences.overview import compose_themes, say_name
from app.experiences.reading import read_facts
from app.experiences.summary import LACKING
from app.other_networks.reading import read_facts as read_networks
from app.records.reading import list_ids
from db.entities.theme import Theme
from db.exchange import AdoptionState
from db.experience_forms import PIECES
from db.store import Store
from db.titles import Title
from tests.app.experiences.made import make_exchange
from tests.make import SPANISH, add

ACROSS = 4
"""The column of the cities, which names them; after it that of the countries."""


def test_themes_stand_as_the_tree_that_they_are_the_odm_by_number(store: Store) -> None:
    make_exchange(store)
    said = [(each.level, say_name(each).lstrip("\u00a0")) for each in read_facts(store).themes]
    tree = [(0, "Cohesión"), (1, "ODM"), (2, "1. Hambre"), (2, "2. Enseñanza"), (1, "Políticas"), (0, "Integración")]
    assert [each for each in said if each in tree] == tree


def test_a_theme_counts_what_lies_below_it_once(store: Store) -> None:
    made = make_exchange(store)
    facts = read_facts(store)
    counts = {each.id: each.counts for each in facts.themes}
    whole = counts[made["cohesion"]]
    assert set(whole.experiences) == {made["gardens"], made["fairs"]}
    assert (whole.published, whole.granted, whole.running) == (1, 1, 1)
    assert [name for _, name in whole.cities] == ["Canelones", "Rosario"]
    assert whole.countries == ("AR", "UY")
    assert (whole.needs, whole.used) == (1, 1)
    assert counts[made["hunger"]].experiences == counts[made["odm"]].experiences == (made["gardens"],)
    assert counts[made["other"]].experiences == ()
    assert facts.without.counts.experiences == (made["alone"],)
    assert facts.without.counts.needs == 1


def test_each_number_leads_to_the_list_of_just_what_it_counts(store: Store) -> None:
    make_exchange(store)
    grid = compose_themes(read_facts(store), SPANISH)
    numbers = [line for row in grid.cells for at, cell in enumerate(row) if at != ACROSS for line in cell.ways]
    assert len(numbers) > len(grid.rows)
    for line in numbers:
        assert line.query is not None
        assert str(len(list_ids(store, line.query))) == line.text
    assert [row.text for row in grid.rows][-1] == "Sin tema"
    assert len(grid.rows) == len(grid.cells)


def test_how_far_an_adoption_came_and_who_gives_is_told(store: Store) -> None:
    made = make_exchange(store)
    told = {each.id: each for each in read_facts(store).adoptions}
    assert told[made["used"]].state is AdoptionState.IN_USE
    assert told[made["used"]].giver is not None
    assert (told[made["asked"]].giver, told[made["asked"]].giver_name) == (None, "Madrid (España)")
    assert told[made["asked"]].reached == "Pedida"


def test_what_is_missing_is_counted_for_each_piece(store: Store) -> None:
    made = make_exchange(store)
    facts = read_facts(store)
    assert (facts.incomplete, facts.count) == (3, 3)
    assert set(facts.lacking) == {each.name for each in PIECES}
    assert facts.lacking["city"] == 1
    assert facts.lacking["description"] == 2
    assert list_ids(store, LACKING)[0] == made["alone"]  # it lacks most


def test_the_exchanges_of_line_4_are_counted_by_the_same_reading(store: Store) -> None:
    theme = add(store, "theme", name="Descentralización", plan_line="4")
    key = add(store, "experience", name="Huertas", themes=(theme,))
    found = {each.id: each.experiences for each in read_networks(store).exchanges}
    assert found[theme] == 1
    assert key in {each for on in read_facts(store).themes for each in on.counts.experiences}


def test_themes_that_lie_within_themselves_are_shown_after_the_tree(store: Store) -> None:
    """No form lets them in, but an older change that is undone by itself brings them about."""
    made = make_exchange(store)
    with store.operation(Title("Prueba")) as session:
        session.get_one(Theme, made["cohesion"]).parent_id = made["odm"]
    facts = read_facts(store)
    assert {each.id for each in facts.themes} >= {made["cohesion"], made["odm"], made["hunger"]}
    counts = {each.id: each.counts for each in facts.themes}
    assert counts[made["odm"]].experiences == counts[made["cohesion"]].experiences
