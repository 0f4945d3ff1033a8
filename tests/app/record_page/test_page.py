"""A record is read from its name down: what tells it apart, the facts that matter, and only what is known."""

from app.document import Address, DescriptionList, Document, Paragraph, Reference, Several, Tone, Way
from app.record_page import read_page
from app.rendering.outline import as_text
from app.screens import layout_of
from app.words.words import Words
from db.store import Store
from tests.app.record_page.reading import head_of, names_of, page_of, table_below
from tests.app.reports.example import Network
from tests.make import add, add_city


def test_what_is_not_recorded_is_left_out_with_its_section(network: Network) -> None:
    said = as_text(Document("", "es", (page_of(network.store, "municipality", network.keys["canelones"]).section,)))
    assert "Nombre oficial" not in said
    assert "sin registrar" not in said
    assert "Direcciones" not in said


def test_headings_and_facts_bear_the_names_of_what_they_show(network: Network) -> None:
    page = page_of(network.store, "municipality", network.keys["rosario"])
    assert names_of(page.section.blocks) == ["name", "memberships", "contact_points"]
    facts = next(block for block in page.section.blocks[2:] if hasattr(block, "names"))
    assert facts.names[:2] == ("name", "government_kind")


def test_a_part_and_a_text_stand_under_headings_of_their_own(network: Network) -> None:
    page = page_of(network.store, "experience", network.keys["budget"])
    assert "summary" in names_of(page.section.blocks)
    assert head_of(page)["Temas"] == Several(
        (
            Reference("Gobernanza local", "theme", network.keys["governance"]),
            Reference("Sostenibilidad", "theme", network.keys["odm7"]),
        ),
        ", ",
    )


def test_a_text_that_is_nothing_but_an_address_of_the_web_leads_there(network: Network) -> None:
    address = "https://experiencias.example.org/presupuesto"
    source, notes = address, f"Ver {address}"
    key = add(network.store, "experience", name="Huertas", state="draft", source=source, notes=notes)
    blocks = page_of(network.store, "experience", key).section.blocks
    facts = {label: value for block in blocks if isinstance(block, DescriptionList) for label, value in block.pairs}
    assert facts["Fuente"] == Address(address, Way.WEB, address)
    assert Paragraph(notes) in blocks


def test_a_namesake_is_told_apart_above_the_head(store: Store) -> None:
    first = add_city(store, "Rosario", "AR", "AR-S")
    add_city(store, "Rosario", "UY", "UY-CO")
    assert page_of(store, "municipality", first).section.blocks[0] == Paragraph(
        "Ciudad · Argentina · Santa Fe", Tone.MUTED
    )


def test_a_page_speaks_the_language_of_who_reads(network: Network) -> None:
    page = page_of(network.store, "municipality", network.keys["rosario"], "pt")
    assert head_of(page)["Situação"] == "Membro"


def test_a_page_is_read_from_all_that_shows_in_it(network: Network) -> None:
    reach = page_of(network.store, "municipality", network.keys["rosario"]).reach
    assert {"post", "tenure", "person", "contact_point", "membership"} <= reach.tables


def test_a_record_that_is_no_more_has_no_page(store: Store) -> None:
    layout = layout_of("body")
    assert layout is not None
    assert read_page(store, layout, "f" * 32, Words("es")) is None


def test_texts_in_two_languages_are_read_side_by_side(store: Store) -> None:
    texts = {"text": "Que crucen con un trámite.", "text_pt": "Que cruzem com um trâmite."}
    both = page_of(store, "recommendation", add(store, "recommendation", name="Carga", **texts)).section.blocks
    table = table_below(both, "text")
    assert [column.title for column in table.columns] == ["Texto en español", "Texto en portugués"]
    assert table.rows == (tuple(texts.values()),)
    one = page_of(store, "recommendation", add(store, "recommendation", name="Otra", text=texts["text"])).section.blocks
    assert Paragraph(texts["text"]) in one


def test_what_is_said_of_a_record_stands_after_its_head_with_the_way_to_mend_it(store: Store) -> None:
    add(store, "norm", cited_as="Res. 41/04", number="41/04", kind="resolution")
    key = add(store, "norm", cited_as="Dec. 41/04", number="41/04", kind="decision")
    blocks = page_of(store, "norm", key).section.blocks
    assert names_of(blocks)[:2] == ["notices", "verified_as"]
    said = next(each for each in blocks if isinstance(each, DescriptionList) and each.pairs[0][0] == "Norma")
    assert isinstance(said.pairs[0][1], Several)
    assert [str(each.text) for each in said.pairs[0][1].values if isinstance(each, Reference)] == ["Res. 41/04"]
