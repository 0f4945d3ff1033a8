"""What the forms ask is declared once, each with its source, and counted once by a list, in one statement."""

import pytest

from app.records.reading import list_rows
from app.screens import layout_of
from app.screens.layout import Section
from db.entities.experience import Experience
from db.experience_forms import FILES, FORMS, PIECES, missing_count
from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city


def _missing(store: Store, key: str) -> object:
    return list_rows(store, "experience", ("missing_count",), [key])[0][0]


def test_each_form_bears_its_address_and_each_piece_the_place_where_it_is_mended() -> None:
    layout = layout_of("experience")
    assert layout is not None
    names = {name for each in layout.form.sections if isinstance(each, Section) for name in each.names()}
    places = {"", FILES, *names, *(part.part for part in layout.form.parts())}
    assert {piece.field for piece in PIECES} <= places
    assert all(form.source.startswith(("http://", "https://")) for form in FORMS)
    assert len({piece.name for piece in PIECES}) == len(PIECES)
    assert all(ask.piece or ask.note for form in FORMS for ask in form.asks)


@pytest.mark.parametrize(
    ("values", "answered"),
    [
        ({"summary": "Huertas en la escuela"}, 1),
        ({"summary": ""}, 0),
        ({"problem": "Hambre", "innovation": "Riego", "replication": "Agua"}, 3),
        ({"ends": PartialDate(2026, 11)}, 0),  # its month is not over
        ({"ends": PartialDate(2026, 10)}, 1),
        ({"running": False}, 1),
        ({"running": True}, 0),
    ],
)
def test_a_field_of_its_own_answers(store: Store, values: dict[str, object], answered: int) -> None:
    assert _missing(store, add(store, "experience", name="Huertas", **values)) == len(PIECES) - answered


def test_two_experiences_are_counted_each_by_its_own(store: Store) -> None:
    city = add(store, "municipality", short_name="Rosario", country="AR", population=1)
    one = add(store, "experience", name="Huertas", municipalities=(city,), summary="Verdura")
    two = add(store, "experience", name="Ferias", municipalities=(add_city(store, "Quilmes"),))
    assert (_missing(store, one), _missing(store, two)) == (len(PIECES) - 3, len(PIECES) - 1)


def test_what_counts_is_made_once_since_a_list_asks_for_it_again_and_again() -> None:
    assert missing_count(Experience) is missing_count(Experience)
