"""The page of a project sums its amounts by currency, under their rows."""

from app.document import Heading, Table
from app.record_page.page import read_page
from app.screens import layout_of
from db.store import Store
from db.values import Money
from tests.app.funds.made import make_funds
from tests.make import SPANISH, add


def test_the_page_of_a_project_sums_each_currency_by_itself(store: Store) -> None:
    layout = layout_of("project")
    assert layout is not None
    page = read_page(store, layout, make_funds(store).offices, SPANISH)
    assert page is not None
    blocks = list(page.section.blocks)
    at = blocks.index(Heading("Suma por moneda", 3))
    table = blocks[at + 1]
    assert isinstance(table, Table)
    assert [each.title for each in table.columns] == ["Qué es", "USD", "UYU"]
    sums = {row[0]: row[1:] for row in table.rows}
    assert (sums["Por recibir"], sums["Por gastar"]) == ((Money(3_000_00, "USD"), None), (Money(3_800_00, "USD"), None))
    assert sums["Gastado"] == (Money(11_200_00, "USD"), Money(315_000_00, "UYU"))
    bare = read_page(store, layout, add(store, "project", name="Riego"), SPANISH)
    assert bare is not None
    assert Heading("Suma por moneda", 3) not in bare.section.blocks
