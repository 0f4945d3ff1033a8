"""What the forms of the observatories ask of an experience is said piece by piece, and never guessed."""

from dataclasses import replace
from datetime import date

import pytest

from app.document import DescriptionList, Heading, Paragraph
from app.experiences.completeness import TEXTS, read_completeness
from app.experiences.forms import SECTION, forms_blocks
from app.record_page.beside import HISTORY, read_beside
from app.records.attachments import attach_content
from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids, list_rows
from app.rendering.say import say_value
from app.reports.record_sheet import Options, compose, gather
from app.screens import layout_of
from db.experience_forms import ANSWERS_OF_2018, PIECES, WORDS_OF_A_PAGE
from db.store import Store
from db.titles import Title
from db.values import PartialDate, RecordKey
from tests.make import SPANISH, TODAY, add, add_city

LABELS = {name: name for name in TEXTS}


def _said(store: Store, key: str) -> dict[str, str]:
    """Return what is said of each thing that is asked, by form and label."""
    with store.reading() as session:
        found = read_completeness(session, store, key)
    assert found is not None
    said: dict[str, str] = {}
    form = ""
    for block in forms_blocks(found, LABELS, SPANISH):
        if isinstance(block, Heading):
            form = block.name.removeprefix(f"{SECTION}/")
        if isinstance(block, DescriptionList):
            said |= {f"{form}: {label}": say_value(value, SPANISH) for label, value in block.pairs}
    return said


def _missing(store: Store, key: str) -> object:
    """Return the count of a list, which is that of the page."""
    with store.reading() as session:
        found = read_completeness(session, store, key)
    assert found is not None
    assert list_rows(store, "experience", ("missing_count",), [key]) == [(found.missing,)]
    return found.missing


def _change(store: Store, key: str, **values: object) -> None:
    save_record(store, Draft("experience", key, values))


def _attach(store: Store, key: str, name: str) -> None:
    with store.operation(Title("Archivos adjuntados ({names})", values={"names": name})) as session:
        attach_content(session, "experience", key, name, b"x")


def test_of_an_empty_one_all_is_missing_and_each_thing_counts_once(store: Store) -> None:
    key = add(store, "experience", name="Huertas")
    assert _missing(store, key) == len(PIECES) == len({each.name for each in PIECES})
    said = _said(store, key)
    assert said["observatory: Gobierno local"] == "✗ falta · no tiene ninguna ciudad"
    assert said["criteria: Democrática"].startswith("○ no se calcula")
    assert said["award_2018: summary"] == "✗ falta · la ficha no tiene textos"
    assert sum(each.startswith("✗") for each in said.values()) > len(PIECES)  # the summary is asked by two forms


def test_a_result_answers_as_far_as_it_is_told(store: Store) -> None:
    key = add(store, "experience", name="Huertas")
    add(store, "experience_result", experience_id=key, name="Más verdura")
    assert _missing(store, key) == len(PIECES) - 1
    add(store, "experience_result", experience_id=key, name="Menos hambre", indicator="Raciones", value="40, 2009")
    assert _missing(store, key) == len(PIECES) - 3
    assert _said(store, key)["criteria: Evaluable"] == "✓ está · 1 resultado con indicador"


def test_a_university_an_agreement_and_a_band_are_told_by_what_is_linked(store: Store) -> None:
    city, other = add_city(store, "Rosario"), add_city(store, "Quilmes")
    university = add(store, "organisation", name="Universidad del Río", kind="university")
    network = add(store, "organisation", name="Red", kind="network")
    key = add(store, "experience", name="Huertas", municipalities=(city,), organisations=(network,))
    assert _missing(store, key) == len(PIECES) - 1
    agreement = add(store, "agreement", name="Marco", municipalities=(other,), organisations=(university,))
    _change(store, key, organisations=(network, university))
    assert _missing(store, key) == len(PIECES) - 2  # the agreement is of another city
    save_record(store, Draft("agreement", agreement, {"municipalities": (other, city)}))
    save_record(store, Draft("municipality", city, {"population": 50_000}))
    assert _missing(store, key) == len(PIECES) - 4
    said = _said(store, key)
    assert said["observatory: Convenio formal"] == "✓ está · Marco"
    assert said["observatory: Universidad"] == "✓ está · Universidad del Río"
    assert said["distinction: Tipo de territorio, por población"] == "✓ está · hasta 50.000 habitantes"
    _change(store, key, municipalities=(city, other))
    assert _missing(store, key) == len(PIECES) - 3  # of the second city the population is not known


@pytest.mark.parametrize(
    ("population", "band"),
    [
        (0, "hasta 50.000 habitantes"),
        (50_001, "de 50.000 a 250.000 habitantes"),
        (250_000, "de 50.000 a 250.000 habitantes"),
        (250_001, "más de 250.000 habitantes (el formulario sigue con otros tramos)"),
    ],
)
def test_each_band_has_its_bounds(store: Store, population: int, band: str) -> None:
    city = add(store, "municipality", short_name="Rosario", country="AR", population=population)
    key = add(store, "experience", name="Huertas", municipalities=(city,))
    assert _said(store, key)["distinction: Tipo de territorio, por población"] == f"✓ está · {band}"


@pytest.mark.parametrize(
    ("verified", "ends", "is_current"),
    [(None, None, False), (TODAY, None, True), (date(2020, 1, 1), None, False), (TODAY, PartialDate(2020), False)],
)
def test_a_contact_is_up_to_date_while_the_file_counts_its_tenure_as_current(
    store: Store, verified: date | None, ends: PartialDate | None, *, is_current: bool
) -> None:
    person = add(store, "person", name="Ana Ejemplo")
    post = add(store, "post", name="Dirección", municipality_id=add_city(store))
    add(store, "tenure", person_id=person, post_id=post, verified_on=verified, ends=ends)
    key = add(store, "experience", name="Huertas", person_id=person)
    assert _missing(store, key) == len(PIECES) - 1 - is_current
    assert _said(store, key)["distinction: Persona de contacto, que no se publica"] == "✓ está · Ana Ejemplo"


def test_material_is_a_dissemination_or_a_file_and_a_photograph_is_an_image(store: Store) -> None:
    key, other = (add(store, "experience", name=name) for name in ("Huertas", "Ferias"))
    add(store, "dissemination", name="Nota", medium="press", record=RecordKey("experience", key))
    assert _missing(store, key) == len(PIECES) - 1
    assert _missing(store, other) == len(PIECES)
    _attach(store, key, "folleto.pdf")
    assert _said(store, key)["observatory: Material de difusión"] == "✓ está · 1 difusión · 1 archivo"
    assert _missing(store, key) == len(PIECES) - 1
    _attach(store, key, "huerta.jpg")
    assert _missing(store, key) == len(PIECES) - 2


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (100, "✓ cabe en la respuesta de hasta 100 · 100 palabras"),
        (101, "✓ cabe en la respuesta de hasta 150 · 101 palabras"),
        (300, "✓ cabe en la respuesta de hasta 300 · 300 palabras"),
        (301, "△ no cabe · 301 palabras · ninguna respuesta admite más de 300"),
    ],
)
def test_of_a_text_it_is_said_in_which_answer_it_fits(store: Store, count: int, said: str) -> None:
    key = add(store, "experience", name="Huertas", lessons="palabra " * count)
    assert _said(store, key)["award_2018: lessons"] == said
    assert max(ANSWERS_OF_2018) == 300


def test_a_summary_of_more_than_two_pages_does_not_fit(store: Store) -> None:
    most = 2 * WORDS_OF_A_PAGE
    key = add(store, "experience", name="Huertas", summary="palabra " * most)
    label = "call_2014: Resumen de hasta dos páginas"
    assert _said(store, key)[label] == "✓ está · 1.000 palabras"
    _change(store, key, summary="palabra " * (most + 1))
    assert _said(store, key)[label] == "△ no cabe · 1.001 palabras · dos páginas son unas 1.000 palabras"


def test_a_ready_view_lists_those_that_lack_something(store: Store) -> None:
    layout = layout_of("experience")
    assert layout is not None
    key = add(store, "experience", name="Huertas")
    assert list_ids(store, Query("experience", filters=layout.views[0].filters)) == [key]
    most = Filter("missing_count", Operator.AT_MOST, len(PIECES) - 1)
    assert list_ids(store, Query("experience", filters=(most,))) == []


def test_page_and_sheet_say_it_and_each_thing_that_is_missing_leads_to_its_place(store: Store) -> None:
    key = add(store, "experience", name="Huertas")
    layout = layout_of("experience")
    assert layout is not None
    found = read_beside(store, layout, key, SPANISH).blocks
    at = next(at for at, each in enumerate(found) if isinstance(each, Heading) and each.name == SECTION)
    blocks = found[at : next(at for at, each in enumerate(found) if isinstance(each, Heading) and each.name == HISTORY)]
    names = {field for section in layout.form.sections for field in getattr(section, "names", tuple)()}
    places = {*names, *(part.part for part in layout.form.parts()), "document"}
    for block in (each for each in blocks if isinstance(each, DescriptionList)):
        assert {block.names[place] for place in block.wanting} <= places
        assert all(
            place in block.wanting
            for place, (_, said) in enumerate(block.pairs)
            if str(said).startswith("✗") and block.names[place]
        )
    sheet = compose(gather(store, Options("experience", key)), SPANISH)
    first = blocks[1]
    assert isinstance(first, Paragraph)
    assert replace(first, with_next=True) in sheet.sections[0].blocks


def test_an_event_elsewhere_reaches_the_page(store: Store) -> None:
    layout = layout_of("experience")
    assert layout is not None
    key = add(store, "experience", name="Huertas")
    page = read_beside(store, layout, key, SPANISH)
    saved = save_record(store, Draft("dissemination", None, {"name": "Nota", "medium": "press"}))
    assert page.reach.meets(saved.changes)
