"""What is read of one experience: what is there, how much, and nothing of one that is no more."""

from app.experiences.completeness import Results, read_completeness
from db.experience_forms import PIECES
from db.keys import new_key
from db.store import Store
from tests.make import add


def test_words_inhabitants_and_results_are_counted(store: Store) -> None:
    cities = [
        add(store, "municipality", short_name=name, country="AR", population=people)
        for name, people in (("Rosario", 7), ("Quilmes", None))
    ]
    key = add(store, "experience", name="Huertas", municipalities=tuple(cities), summary="  dos   palabras ")
    add(store, "experience_result", experience_id=key, name="Una", value="3")
    add(store, "experience_result", experience_id=key, name="Otra", indicator="Raciones")
    with store.reading() as session:
        found = read_completeness(session, store, key)
        assert read_completeness(session, store, new_key()) is None
    assert found is not None
    assert found.words == {"summary": 2}
    assert found.populations == (None, 7)  # Quilmes before Rosario
    assert found.results == Results(2, 1, 1)
    assert found.missing == len(PIECES) - len(found.answered)
    assert (found.told, found.files, found.person) == (0, 0, None)
