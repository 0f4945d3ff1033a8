"""Places are found while typing, and homonyms are told apart by their subdivision."""

import pytest

from app.words.folding import fold
from app.words.gazetteer import Gazetteer, PlaceKind, all_subdivisions


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "country", "name", "subdivision"),
    [
        ("rosario", "AR", "Rosario", "AR-S"),
        ("sao paulo", "", "São Paulo", "BR-SP"),
        ("SÃO PAU", "BR", "São Paulo", "BR-SP"),
        ("leopoldo", "BR", "São Leopoldo", "BR-RS"),
        ("almirante brown", "AR", "Almirante Brown", "AR-B"),
        ("cerro largo", "UY", "Cerro Largo", "UY-CL"),
        ("colonia", "UY", "Colonia del Sacramento", "UY-CO"),
        ("avellaneda, santa fe", "AR", "Avellaneda", "AR-S"),
        ("río cuarto", "", "Río Cuarto", "AR-X"),
    ],
)
def test_the_place_meant_comes_first(
    gazetteer: Gazetteer, text: str, country: str, name: str, subdivision: str
) -> None:
    first = gazetteer.search(text, country)[0]
    assert (first.name, first.subdivision) == (name, subdivision)


def test_a_place_says_all_that_is_known_of_it(gazetteer: Gazetteer) -> None:
    place = gazetteer.search("Rosario", "AR")[0]
    assert place.kind is PlaceKind.SETTLEMENT
    assert (place.geonames_id, place.admin2_code, place.population) == (3838583, "82084", 948312)
    assert (place.latitude, place.longitude) == (-32946820, -60639320)


def test_a_department_of_uruguay_lies_where_its_capital_is(gazetteer: Gazetteer) -> None:
    department = next(one for one in gazetteer.search("Cerro Largo", "UY") if one.kind is PlaceKind.DEPARTMENT)
    melo = gazetteer.search("Melo", "UY")[0]
    assert (department.latitude, department.longitude) == (melo.latitude, melo.longitude)
    assert department.population is None
    assert department.geonames_id is None


def test_the_most_populated_come_first_and_no_more_than_the_limit(gazetteer: Gazetteer) -> None:
    found = gazetteer.search("san", "AR", limit=5)
    populations = [one.population or 0 for one in found]
    assert len(found) == 5
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize("text", ["", "  ", "¿?", "zzzzzz"])
def test_nothing_is_found_for_what_is_no_name(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.search(text) == ()


def test_san_martin_alone_is_doubtful_and_rosario_is_not(gazetteer: Gazetteer) -> None:
    assert len({one.subdivision for one in gazetteer.homonyms("San Martin", "AR")}) > 1
    assert {one.subdivision for one in gazetteer.homonyms("Tandil", "AR")} == {"AR-B"}
    assert {"AR-B", "AR-S"} <= {one.subdivision for one in gazetteer.homonyms("Avellaneda", "AR")}
    assert gazetteer.homonyms("Rosario", "BO") == ()


def test_subdivisions_are_named_as_people_do() -> None:
    inside = {code: [one.name for one in all_subdivisions().values() if one.code[:2] == code] for code in ("CL", "UY")}
    assert len(set(map(fold, inside["CL"]))) == len(inside["CL"])
    assert {"Ñuble", "Aysén", "Región Metropolitana de Santiago"} <= set(inside["CL"])
    assert len(inside["UY"]) == 19
    assert not [one for one in all_subdivisions() if one.startswith("JP-")]


def test_every_place_lies_in_a_subdivision_that_has_a_name(gazetteer: Gazetteer) -> None:
    codes = {line.split("\t")[4] for line in gazetteer._lines}  # noqa: SLF001  all of the data, not a search of it
    assert codes <= set(all_subdivisions())


def test_no_two_subdivisions_of_a_country_answer_to_one_name() -> None:
    names = [(one.code[:2], fold(name)) for one in all_subdivisions().values() for name in (one.name, *one.aliases)]
    assert len(names) == len(set(names))
