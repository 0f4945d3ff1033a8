"""Which reports there are, which city a sheet is usually of, and that any list holds what was asked."""

from datetime import date

import pytest

from app.document import Document
from app.records import reading
from app.records.catalog import Filter, Operator, Order, Query
from app.records.naming import find_record
from app.rendering.outline import as_text
from app.reports import municipality_sheet, record_list
from app.reports.offered import REPORTS, find_report, make
from app.words.problems import ProblemError
from db.store import Store
from tests.app.reports.example import Network
from tests.app.reports.reading import tables_of
from tests.make import add_city


def test_the_usual_sheet_is_of_the_city_at_the_head_of_the_network(network: Network, store: Store) -> None:
    assert municipality_sheet.default_options(network.store).record_id == network.keys["canelones"]
    with pytest.raises(ProblemError, match="El archivo no tiene ciudades"):
        municipality_sheet.default_options(store)
    city = add_city(store)
    assert municipality_sheet.default_options(store).record_id == city


def test_a_city_is_named_by_either_name_and_homonyms_are_listed(network: Network) -> None:
    store, rosario = network.store, network.keys["rosario"]
    assert find_record(store, "municipality", "rosario") == rosario
    assert find_record(store, "municipality", "municipalidad de rosario") == rosario
    with pytest.raises(ProblemError, match="tiene más de una ficha") as refused:
        find_record(store, "municipality", "Avellaneda")
    assert network.keys["avellaneda2"] in str(refused.value.problems[0].values["records"])
    with pytest.raises(ProblemError, match="No se encontró"):
        find_record(store, "municipality", "Macondo")


def _list(network: Network, *columns: str, query: Query | None = None) -> Document:
    options = record_list.Options(query or Query("municipality", order=(Order("short_name"),)), columns)
    return make(network.store, "list", options, "es")


def test_a_list_has_the_columns_and_the_order_as_seen(network: Network) -> None:
    table = tables_of(_list(network, "short_name", "population"))[0]
    assert [column.title for column in table.columns] == ["Nombre", "Población"]
    assert table.rows[-1] == ("Rosario", 908_163)
    ids = (network.keys["porto"], network.keys["canelones"])
    shown = record_list.Options(Query("municipality"), ("short_name",), ids=ids)
    assert tables_of(make(network.store, "list", shown, "es"))[0].rows == (("Porto Alegre",), ("Canelones",))


def test_a_wide_list_lies_on_its_side(network: Network) -> None:
    assert not _list(network, "short_name", "country").sections[0].landscape
    assert _list(network, "short_name", "name", "notes", "population_source").sections[0].landscape


def test_a_list_says_its_filters_and_its_words(network: Network) -> None:
    query = Query(
        "resolution",
        words="propuesta",
        filters=(
            Filter("meeting_id", Operator.EQUALS, network.keys["held"]),
            Filter("state", Operator.ONE_OF, ("open", "in_progress")),
            Filter("due_on", Operator.AT_MOST, date(2009, 12, 31)),
        ),
    )
    said = as_text(_list(network, query=query)).replace("_", "").splitlines()
    assert "*1 ficha*" in said
    assert "Con las palabras «propuesta»" in said
    assert "Reunión: XX Reunión de la Comisión Directiva · ACTA Nº 01/2008" in said
    assert "Situación: Pendiente, En curso" in said
    assert "Vence el hasta 31/12/2009" in said


def test_the_reports_have_the_names_of_the_command_line() -> None:
    assert [report.name for report in REPORTS] == [
        "board-pack",
        "convocation",
        "agenda",
        "attendance",
        "resolutions",
        "follow-up",
        "acta",
        "management",
        "plan",
        "units",
        "fccr",
        "funds",
        "networks",
        "exchange",
        "matching",
        "catalogue",
        "registers",
        "participation",
        "term-agenda",
        "activities",
        "directory",
        "municipality",
        "sheet",
        "list",
    ]
    with pytest.raises(KeyError):
        find_report("informe")


def test_a_list_longer_than_one_question_of_the_database_is_whole(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tables_of(_list(network, "short_name", "subdivision"))[0].rows
    monkeypatch.setattr(reading, "AT_ONCE", 4)
    assert tables_of(_list(network, "short_name", "subdivision"))[0].rows == whole
    assert len(whole) == 6
