"""A title is kept as its words, its values and its names apart, and read as it was."""

import json
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from db.titles import FORGOTTEN, Name, Title
from db.words import Label

letters = some.characters(exclude_characters="\0", codec="utf-8")  # no title is kept with a null character
texts = some.one_of(
    some.text(letters, max_size=20), some.sampled_from(["{name}", "{}", '"\\', "«Ñandú» 🌎", "dos\nlíneas", "\1"])
)
values = some.one_of(texts, texts.map(Label), texts.map(Name))


@some.composite
def made_titles(draw: some.DrawFn) -> Title:
    """Make a title with values of each kind, counted or not."""
    found = draw(some.dictionaries(some.sampled_from(["what", "name", "keep", "gone", "file"]), values))
    text = " ".join(["Hacer", *(f"{{{placeholder}}}" for placeholder in found)])
    count = draw(some.none() | some.integers(0, 10**9))
    return Title(text, "" if count is None else f"{text} {{count}}", count, found)


titles = made_titles()
slow_machine = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow_machine
@given(titles)
def test_a_title_is_read_as_it_was_stored(title: Title) -> None:
    again = Title.read(*title.stored())
    assert again == title
    assert _kinds(again.values) == _kinds(title.values)
    assert again.stored() == title.stored()


@slow_machine
@given(titles)
def test_a_name_stands_in_no_text_but_its_own(title: Title) -> None:
    words, names = title.stored()
    apart = {key: value for key, value in title.values.items() if isinstance(value, Name)}
    assert json.loads(names or "{}") == apart
    assert set(json.loads(words)) <= {"text", "plural", "count", "texts", "labels"}
    others = {**json.loads(words).get("texts", {}), **json.loads(words).get("labels", {})}
    assert others == {key: value for key, value in title.values.items() if key not in apart}


def test_equal_titles_give_equal_texts() -> None:
    one = Title("Unir {gone} con {keep}", values={"gone": Name("Azul"), "keep": Name("Ñ")})
    other = Title("Unir {gone} con {keep}", values={"keep": Name("Ñ"), "gone": Name("Azul")})
    assert one.stored() == other.stored() == ('{"text":"Unir {gone} con {keep}"}', '{"gone":"Azul","keep":"Ñ"}')


def test_a_name_that_was_taken_out_is_forgotten_and_stays_so() -> None:
    title = Title(
        "Unir {what}: {gone} con {keep}", values={"what": Label("Ciudad"), "gone": Name("A"), "keep": Name("B")}
    )
    words, _ = title.stored()
    without_one = Title.read(words, '{"keep":"B"}')
    assert dict(without_one.values) == {"what": "Ciudad", "gone": FORGOTTEN, "keep": "B"}
    assert Title.read(words, '{"gone":null,"keep":"B"}') == without_one
    without_any = Title.read(words, None)
    assert without_any.values["gone"] is without_any.values["keep"] is FORGOTTEN
    assert without_any.stored() == (words, None)


def test_a_title_of_an_older_file_stands_whole_among_the_names() -> None:
    title = Title.read('{"text":"{title}"}', '{"title":"Editar Ciudad: {Azul} \\"y\\" otras"}')
    assert title == Title("{title}", values={"title": Name('Editar Ciudad: {Azul} "y" otras')})
    assert title.stored() == ('{"text":"{title}"}', '{"title":"Editar Ciudad: {Azul} \\"y\\" otras"}')


def _kinds(found: Mapping[str, str]) -> dict[str, type]:
    return {key: type(value) for key, value in found.items()}
