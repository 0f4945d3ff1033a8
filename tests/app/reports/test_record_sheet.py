"""The sheet of any record follows the layout of its form, says what lacks once, and leaves the rest out."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.document import DescriptionList, Document, Heading, Paragraph, Table
from app.records.catalog import Query
from app.records.reading import list_ids
from app.rendering import render
from app.rendering.outline import as_text
from app.reports import municipality_sheet, record_sheet
from app.reports.offered import make, sheet_of
from app.screens import SCREENS
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from db.values import Money
from tests.app.meetings.board import add_body, add_meeting
from tests.app.reports.example import Network
from tests.make import CATALOG, add

KINDS = [layout.entity for screen in SCREENS for layout in screen.layouts if not CATALOG[layout.entity].read_only]


def _sheet(store: Store, entity: str, key: str, language: str = "es") -> Document:
    return make(store, "sheet", record_sheet.Options(entity, key), language)


def _headings(document: Document) -> list[str]:
    return [block.text for block in document.sections[0].blocks if isinstance(block, Heading)]


def _table(document: Document, heading: str) -> Table:
    blocks = document.sections[0].blocks
    table = blocks[next(at for at, block in enumerate(blocks) if block == Heading(heading)) + 1]
    assert isinstance(table, Table)
    return table


def _made(network: Network, entity: str) -> str:
    """Make a record of a kind of which the example has none, with what is required of it."""
    cities = {"municipality_id": network.keys["rosario"], "other_municipality_id": network.keys["canelones"]}
    amount = {"kind": "asked", "amount": Money(100, "USD")}
    values: Mapping[str, Mapping[str, object]] = {
        "norm": {"cited_as": "Res. 41/04"},
        "city_relation": {**cities, "kind": "policy"},
        "network_membership": {"municipality_id": cities["municipality_id"]},
        "funding": amount,
        "need": {"name": "Huertas", "municipality_id": cities["municipality_id"]},
        "adoption": {"municipality_id": cities["municipality_id"]},
    }
    owner = {"network_membership": "organisation", "funding": "project", "adoption": "experience"}.get(entity)
    of = {f"{owner}_id": _made(network, owner)} if owner is not None else {}
    return add(network.store, entity, **values.get(entity, {"name": "Azul"}), **of)


@pytest.mark.parametrize("entity", KINDS)
def test_every_kind_with_a_room_has_a_sheet_in_each_format(network: Network, entity: str, tmp_path: Path) -> None:
    key = next(iter(list_ids(network.store, Query(entity))), "") or _made(network, entity)
    document = _sheet(network.store, entity, key)
    for ending in ("pdf", "xlsx", "html"):
        path = tmp_path / f"ficha.{ending}"
        assert render(document, ending, path, Words("es")).problems == ()
        assert path.stat().st_size > 1_000
    assert load_workbook(tmp_path / "ficha.xlsx")["Ficha"]["A1"].value == document.sections[0].title


def test_the_city_keeps_the_sheet_that_was_made_for_it() -> None:
    assert sheet_of("municipality") is municipality_sheet.REPORT
    assert sheet_of("body") is record_sheet.REPORT


def test_what_lacks_is_said_in_the_first_section_and_left_out_of_the_others(store: Store) -> None:
    key = add(store, "experience", name="Huertas")
    document = _sheet(store, "experience", key)
    blocks = document.sections[0].blocks
    asked = blocks.index(Heading("Lo que piden los formularios"))
    (pairs,) = [block for block in blocks[:asked] if isinstance(block, DescriptionList)]
    assert ("Ciudades", None) in pairs.pairs
    assert "- Comienzo: sin registrar" in as_text(document)
    assert not any(isinstance(block, Heading) for block in blocks[:asked])


def test_a_text_is_set_under_its_label_and_a_label_is_not_said_twice(store: Store) -> None:
    key = add(store, "meeting", name="Reunión", body_id=add_body(store), notes="Dos\nlíneas", series="ACTA")
    blocks = _sheet(store, "meeting", key).sections[0].blocks
    assert blocks[blocks.index(Heading("Notas")) + 1] == Paragraph("Dos\nlíneas")
    assert Heading("Notas", 3) not in blocks


def test_what_is_linked_is_listed_with_its_count_and_an_empty_list_is_left_out(network: Network) -> None:
    document = _sheet(network.store, "body", network.keys["board"])
    assert [column.title for column in _table(document, "Integrantes").columns] == [
        "Ciudad",
        "Organismo",
        "Función",
        "Desde",
        "Hasta",
    ]
    assert len(_table(document, "Reuniones (2)").rows) == 2
    assert not any(title.startswith("Depende de esta instancia") for title in _headings(document))


def test_a_post_of_a_city_does_not_lack_an_organisation(network: Network) -> None:
    text = as_text(_sheet(network.store, "post", network.keys["p1"]))
    assert "- Ciudad: Rosario" in text
    assert "Organismo" not in text
    assert "Instancia" not in text


def test_a_title_that_is_cut_ends_with_a_whole_word(store: Store) -> None:
    text = "Redactar el documento base sobre la participación de los gobiernos locales en el fondo de convergencia"
    key = add(store, "resolution", meeting_id=add_meeting(store, add_body(store)), text=text, number="9")
    document = _sheet(store, "resolution", key)
    assert document.sections[0].title == (
        "9 · Redactar el documento base sobre la participación de los gobiernos locales en …"
    )
    assert Paragraph(text) in document.sections[0].blocks


def test_a_long_list_is_cut_and_says_so(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheet, "MOST_ROWS", 1)
    document = _sheet(network.store, "body", network.keys["board"])
    assert len(_table(document, "Reuniones (2)").rows) == 1
    assert "_Falta aquí 1 ficha._" in as_text(document)


def test_the_agenda_of_a_meeting_is_on_its_sheet_in_its_order(network: Network) -> None:
    table = _table(_sheet(network.store, "meeting", network.keys["next"]), "Orden del día (3)")
    assert [column.title for column in table.columns][:2] == ["Hora", "Tema"]
    assert table.rows[2][0] == time(12)


def test_a_record_that_is_no_more_is_a_problem(store: Store) -> None:
    with pytest.raises(ProblemError, match="ya no existe"):
        _sheet(store, "body", "f" * 32)
    with pytest.raises(ProblemError, match="Falta indicar de quién es la ficha"):
        make(store, "sheet", None, "es")
