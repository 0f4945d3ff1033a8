"""What the day begins with: what is due in the days to come, the lines of the plan, and with whom nobody speaks."""

from datetime import date, timedelta

from app.figures import SILENT_CITIES, SILENT_NETWORKS
from app.records.reading import list_ids
from app.today import MOST_DUE, SOON, Today, read_today
from app.words.words import Words
from db.store import Store
from db.values import RecordKey
from tests.make import TODAY, add

WORDS = Words("es")


def told(store: Store) -> Today:
    return read_today(store, WORDS)


def commitment(store: Store, text: str, due_on: date, **owed: str) -> str:
    of = RecordKey("body", add(store, "body", name=text, kind="committee"))
    return add(store, "commitment", text=text, due_on=due_on, record=of, **owed)


def test_the_week_begins_today_and_ends_on_its_seventh_day(store: Store) -> None:
    for text, days in (("ayer", -1), ("hoy", 0), ("sexto", SOON - 1), ("octavo", SOON)):
        commitment(store, text, TODAY + timedelta(days=days))
    week = told(store).week
    assert [(each.text, each.day - TODAY) for each in week.first] == [
        ("hoy", timedelta()),
        ("sexto", timedelta(days=SOON - 1)),
    ]
    assert week.count == len(list_ids(store, week.query)) == 2


def test_what_is_due_names_who_answers_for_it(store: Store) -> None:
    city = add(store, "municipality", short_name="Azul", country="AR")
    commitment(store, "Enviar", TODAY, municipality_id=city)
    commitment(store, "Leer", TODAY)
    assert {each.text: each.who for each in told(store).week.first} == {"Enviar": "Azul", "Leer": ""}


def test_of_a_full_week_the_first_is_told_and_all_of_it_counted(store: Store) -> None:
    for at in range(MOST_DUE + 2):
        commitment(store, f"compromiso {at}", TODAY)
    week = told(store).week
    assert (len(week.first), week.count) == (MOST_DUE, MOST_DUE + 2)


def test_the_plan_of_the_term_that_runs_is_told_with_its_vacant_lines(store: Store) -> None:
    term = add(store, "period", name="2025-2026", starts=TODAY - timedelta(days=100), ends=TODAY + timedelta(days=100))
    add(store, "plan_line", period_id=term, number="8", name="Vacante", vacant=True)
    line = add(store, "plan_line", period_id=term, number="4", name="Redes")
    add(store, "plan_action", line_id=line, name="Encuentros", due_on=TODAY - timedelta(days=1))
    plan = told(store).plan
    assert plan.term.name == "2025-2026"
    assert [(each.number, each.vacant, each.actions, each.overdue) for each in plan.lines] == [
        ("8", True, 0, 0),
        ("4", False, 1, 1),
    ]


def test_members_and_networks_with_whom_nobody_spoke_for_six_months_are_counted(store: Store) -> None:
    cities = {name: add(store, "municipality", short_name=name, country="AR") for name in ("Azul", "Rojas", "Salta")}
    add(store, "municipality", short_name="Olavarría", country="AR")  # which is no member
    for city in cities.values():
        add(store, "membership", municipality_id=city, state="member", starts="2001")
    networks = {
        kind: add(store, "organisation", name=f"Organismo {kind}", kind=kind) for kind in ("network", "university")
    }
    for name, months in (("Azul", 7), ("Rojas", 5)):
        day = TODAY - timedelta(days=31 * months)
        add(store, "interaction", text="Se habló", day=day, municipalities=[cities[name]])
    counts = {each.figure: each.count for each in told(store).concerns}
    assert (counts[SILENT_CITIES], counts[SILENT_NETWORKS]) == (2, 1)
    add(store, "interaction", text="Se habló", day=TODAY, organisations=[networks["network"]])
    assert {each.figure: each.count for each in told(store).concerns}[SILENT_NETWORKS] == 0
    listed = SILENT_CITIES.listed(TODAY)
    assert listed is not None
    assert list_ids(store, listed) == [cities["Salta"], cities["Azul"]]
