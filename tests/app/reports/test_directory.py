"""The directory holds the cities that were asked for, and says of each post who is to be reached there."""

from datetime import date

import pytest

from app.document import Cell, Tone
from app.rendering.outline import as_text
from app.reports import directory
from app.reports.offered import make
from app.reports.report import read_option
from app.words.problems import ProblemError
from db.store import Store
from tests.app.reports.example import Network
from tests.app.reports.reading import lines_of, tables_of
from tests.make import add, add_city


def _cities(network: Network, options: directory.Options) -> list[str]:
    return [city.name for city in directory.gather(network.store, options).cities]


def test_the_directory_is_of_members_on_the_day_that_is_asked(network: Network) -> None:
    members = ["Avellaneda", "Canelones", "Montevideo", "Porto Alegre", "Rosario"]
    assert _cities(network, directory.Options()) == members
    assert _cities(network, directory.Options(day=date(2008, 6, 17))) == ["Montevideo", "Porto Alegre", "Rosario"]
    assert _cities(network, directory.Options("AR")) == ["Avellaneda", "Rosario"]
    assert _cities(network, directory.Options("AR", members_only=False)) == ["Avellaneda", "Avellaneda", "Rosario"]


def test_a_country_is_named_by_its_name_or_code(network: Network) -> None:
    country = directory.REPORT.asked(network.store.catalog)[0]
    assert read_option(network.store, country, "uruguay") == "UY"
    with pytest.raises(ProblemError, match="no es un país conocido"):
        read_option(network.store, country, "Narnia")


def test_a_directory_of_no_city_says_so(store: Store) -> None:
    assert "No hay ciudades registradas que mostrar." in as_text(make(store, "directory", None, "es"))


def test_an_ended_mandate_and_a_vacant_post_are_told_apart(network: Network) -> None:
    rows = [row for table in tables_of(make(network.store, "directory", None, "es")) for row in table.rows]
    held = {row[1]: row[2] for row in rows}
    assert held["Prefeito"] == Cell("João Amostra (mandato vencido)", Tone.WARNING)
    assert held["Intendenta"] == Cell("vacante", Tone.MUTED)
    assert held["Intendente"] == Cell("Sra. Ana Ficticia")
    assert "- 4 sin ninguna autoridad vigente" in lines_of(make(network.store, "directory", None, "es"))


def test_cities_without_province_come_after_those_of_each_province(store: Store) -> None:
    for name, subdivision in (("Azul", None), ("Santa Fe", "AR-S"), ("Tandil", "AR-B")):
        add_city(store, name, subdivision=subdivision)
    said = lines_of(make(store, "directory", directory.Options(members_only=False), "es"))
    assert [line for line in said if line.startswith("#### ")] == [
        "#### Buenos Aires",
        "#### Santa Fe",
        "#### Sin provincia, estado o departamento",
    ]


def test_the_name_of_a_city_is_strong_in_its_first_row_alone(store: Store) -> None:
    city = add_city(store, "Azul")
    add(store, "contact_point", municipality_id=city, kind="address", value="Belgrano 417")
    add(store, "post", name="Prensa", municipality_id=city)
    (table,) = tables_of(make(store, "directory", directory.Options(members_only=False), "es"))
    assert [row[:2] for row in table.rows] == [
        (Cell("Azul", Tone.STRONG), "Gobierno local"),
        (Cell("Azul", Tone.MUTED), "Prensa"),
    ]
