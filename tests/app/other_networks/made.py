"""Some networks: one spoken with lately, one silent with much in common, one that nobody knows; and four themes."""

from dataclasses import dataclass, field
from datetime import date

from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city


@dataclass
class Networks:
    """A store with the keys of the records that tests name."""

    store: Store
    keys: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.keys[name]


def add_member(store: Store, name: str) -> str:
    """Save a city that is a member and give its key."""
    city = add_city(store, name)
    add(store, "membership", municipality_id=city, state="member")
    return city


def make_networks(store: Store) -> Networks:
    """Make them in a file whose day is 22 November 2026."""
    made = Networks(store)
    uclg = {"name": "Ciudades y Gobiernos Locales Unidos", "name_pt": "Cidades e Governos Locais Unidos"}
    made.keys["uclg"] = add(store, "organisation", acronym="CGLU", kind="network", **uclg)
    made.keys["silent"] = add(store, "organisation", name="Ciudades Educadoras", acronym="AICE", kind="network")
    made.keys["unknown"] = add(store, "organisation", name="Alianza Lejana", kind="association")
    made.keys["university"] = add(store, "organisation", name="Grupo de Universidades", kind="university")
    add(store, "organisation", name="Banco", kind="bank")
    _add_contacts(made)
    _add_cities(made)
    _add_joint(made)
    _add_exchanges(made)
    return made


def _add_contacts(made: Networks) -> None:
    store = made.store
    made.keys["ana"] = ana = add(store, "person", name="Ana Ficticia")
    post = add(store, "post", name="Relaciones", organisation_id=made["uclg"])
    add(store, "tenure", post_id=post, person_id=ana, starts=PartialDate(2024, 3))
    named = {"uclg": date(2026, 11, 2), "silent": date(2026, 2, 10)}
    for name, day in named.items():
        add(store, "interaction", day=day, text="Llamada", organisations=(made[name],))


def _add_cities(made: Networks) -> None:
    store = made.store
    azul = made.keys["azul"] = add_member(store, "Azul")
    tandil = made.keys["tandil"] = add_member(store, "Tandil")
    away = add_city(store, "Bragado")
    for city, network, dates in (
        (azul, "silent", {"starts": PartialDate(2020), "role": "presidencia"}),
        (azul, "silent", {"ends": PartialDate(2019)}),
        (tandil, "silent", {}),
        (away, "silent", {}),
        (tandil, "uclg", {"ends": PartialDate(2025)}),
        (tandil, "university", {}),
    ):
        add(store, "network_membership", municipality_id=city, organisation_id=made[network], **dates)


def _add_joint(made: Networks) -> None:
    store, networks = made.store, {"organisations": (made["silent"],)}
    add(store, "activity", name="Seminario", starts_on=date(2026, 5, 4), **networks)
    add(store, "activity", name="Suspendida", starts_on=date(2026, 5, 5), state="cancelled", **networks)
    term = add(store, "period", name="2026-2027")
    line = add(store, "plan_line", period_id=term, number="4", name="Redes")
    add(store, "plan_action", line_id=line, name="Trabajo común", **networks)
    add(store, "plan_action", line_id=line, name="Sin efecto", state="dropped", **networks)
    add(store, "agreement", name="Convenio marco", signed_on=PartialDate(2020), **networks)
    add(store, "agreement", name="Vencido", signed_on=PartialDate(2010), ends=PartialDate(2012), **networks)
    project = add(store, "project", name="Escuelas abiertas", donor_id=made["silent"])
    add(store, "project_partner", project_id=project, organisation_id=made["silent"])
    add(store, "project", name="Abandonado", state="dropped", donor_id=made["silent"])


def _add_exchanges(made: Networks) -> None:
    store = made.store
    above = made.keys["line"] = add(store, "theme", name="Intercambio con otras redes", plan_line="4")
    for key, name in (("autonomy", "Autonomía local"), ("governance", "Gobernanza local")):
        pt = "Autonomia local" if key == "autonomy" else "Governança local"
        made.keys[key] = add(store, "theme", name=name, name_pt=pt, plan_line="4", parent_id=above)
    within = add(store, "theme", name="Presupuestos propios", parent_id=made["autonomy"])
    add(store, "theme", name="Cohesión social", plan_line="7")
    for name, theme, years in (
        ("Tasas", made["autonomy"], {"starts": PartialDate(2005, 2)}),
        ("Cuentas", within, {"starts": PartialDate(2003), "ends": PartialDate(2008)}),
    ):
        cities = (made["azul"], made["tandil"]) if name == "Tasas" else (made["azul"],)
        add(store, "experience", name=name, themes=(theme,), municipalities=cities, **years)
