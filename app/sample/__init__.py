"""The sample: the facts of the network that its sources state, with fictitious people and meetings around today."""

from datetime import date

from app.file.starter import starter_of
from app.sample.agenda import add_agenda, add_axes
from app.sample.agreements import add_agreements
from app.sample.cities import add_cities, add_organisations, add_periods
from app.sample.exchange import add_exchange
from app.sample.experiences import add_experiences
from app.sample.forum import add_forum
from app.sample.lines import add_lines
from app.sample.meetings import add_meetings
from app.sample.networks import add_networks
from app.sample.papers import add_papers
from app.sample.people import add_people
from app.sample.plan import add_plan
from app.sample.units import add_example_seats, add_units
from db.store import Store
from db.titles import Title


def build_sample(store: Store, today: date) -> None:
    """Fill `store`, new or with its starter data, in ten operations; people and meetings are dated around `today`.

    Cities, periods, organisations, units, experiences, norms, declarations, calls, adoptions and what is told of the
    FCCR are real (resources/sample/SOURCES.md); people, the seats of the organs, meetings of the network, resolutions,
    the plan, demands, the log, amounts of money, offices and chapters are
    not, and say so.
    """
    with store.operation(Title("Carga del ejemplo (ciudades, instancias y organismos)"), start=True) as session:
        starter = starter_of(session)
        cities = add_cities(session)
        periods = add_periods(session, cities)
        organisations = add_organisations(session)
        bodies = add_units(session, starter.bodies, cities)
        add_axes(session, bodies)
        add_example_seats(session, today, bodies, cities)
    with store.operation(Title("Carga del ejemplo (contactos y cargos)"), start=True) as session:
        holders = add_people(session, today, cities, bodies)
    with store.operation(Title("Carga del ejemplo (experiencias)"), start=True) as session:
        add_experiences(session, cities, organisations, starter.themes)
    with store.operation(Title("Carga del ejemplo (reuniones y resoluciones)"), start=True) as session:
        add_meetings(session, today, bodies, cities, holders=holders, periods=periods)
    with store.operation(Title("Carga del ejemplo (foro, normas, declaraciones y estudios)"), start=True) as session:
        add_lines(session, today, starter_of(session), bodies, cities)
        add_forum(session, today, starter_of(session), bodies, cities)
    with store.operation(Title("Carga del ejemplo (convenios, llamados y proyectos)"), start=True) as session:
        add_networks(session, today, cities)
        add_agreements(session, today, starter_of(session), cities)
    with store.operation(Title("Carga del ejemplo (demandas y adopciones)"), start=True) as session:
        add_exchange(session, today, starter_of(session), cities)
    with store.operation(Title("Carga del ejemplo (plan de trabajo y bitácora)"), start=True) as session:
        add_plan(session, today, bodies, cities, holders=holders)
    with store.operation(Title("Carga del ejemplo (agenda y difusión)"), start=True) as session:
        add_agenda(session, today, bodies, cities, holders=holders)
    with store.operation(Title("Carga del ejemplo (oficina e informe de gestión)"), start=True) as session:
        add_papers(session, periods)
