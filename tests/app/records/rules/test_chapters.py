"""A chapter is written once in each language of a term: refused twice, exchanged in one form, changed by an import."""

import pytest

from app.records.catalog import Query
from app.records.drafts import Draft, Rows, new_key
from app.records.duplicates.merge import merge
from app.records.editing import save_record
from app.records.reading import list_ids, list_rows
from app.words.problems import ProblemError
from db.store import Store
from tests.app.sheets.importing.plans import imported, plan_of, reasons, verdicts
from tests.make import add


def chapter(key: str, kind: str, language: str = "es") -> Draft:
    return Draft("chapter", key, {"chapter": kind, "language": language})


def test_a_chapter_has_one_text_in_each_language_of_a_term(store: Store) -> None:
    term, other = (add(store, "period", name=name) for name in ("2025-2026", "2008-2009"))
    first, second = new_key(), new_key()
    again = Rows((chapter(first, "words"), chapter(second, "words")))
    with pytest.raises(ProblemError, match="ya está escrito en ese idioma") as refused:
        save_record(store, Draft("period", term, parts={"chapters": again}))
    assert [each.place.field for each in refused.value.problems] == [f"chapters.{second}.chapter"]
    apart = Rows((chapter(first, "words"), chapter(second, "words", "pt")))
    save_record(store, Draft("period", term, parts={"chapters": apart}))
    save_record(store, Draft("period", other, parts={"chapters": Rows((chapter(new_key(), "words"),))}))
    with pytest.raises(ProblemError, match="ya está escrito en ese idioma"):
        save_record(store, Draft("period", term, parts={"chapters": Rows((chapter(second, "words"),))}))
    exchanged = Rows((chapter(first, "words", "pt"), chapter(second, "words", "es")))
    save_record(store, Draft("period", term, parts={"chapters": exchanged}))
    assert list_rows(store, "chapter", ("language",), [first, second]) == [("pt",), ("es",)]


def test_an_import_changes_the_text_that_there_is_and_takes_one_row_of_a_chapter(store: Store) -> None:
    term = add(store, "period", name="2025-2026")
    add(store, "chapter", period_id=term, chapter="words", language="es", text="Antes.")
    titles = ("Gestión", "Capítulo", "Idioma", "Texto")
    row = ("2025-2026", "Palabras de la Secretaría Ejecutiva", "es", "Ahora.")
    assert verdicts(imported(store, "chapter", [titles, row])) == ["changed"]
    assert list_rows(store, "chapter", ("text",), list_ids(store, Query("chapter"))) == [("Ahora.",)]
    twice = [titles, *((*row[:2], "pt", said) for said in ("Uma", "Outra"))]
    plan = plan_of(store, "chapter", twice)
    assert verdicts(plan)[0] == "new"
    assert verdicts(plan)[1] != "new", reasons(plan, 1)


def test_two_terms_that_both_wrote_a_chapter_are_not_joined_until_one_text_is_left(store: Store) -> None:
    keep, gone = (add(store, "period", name=name) for name in ("2025-2026", "2025/2026"))
    add(store, "chapter", period_id=keep, chapter="words", language="es", text="Una.")
    other = add(store, "chapter", period_id=gone, chapter="words", language="es", text="Otra.")
    with pytest.raises(ProblemError, match="un mismo capítulo"):
        merge(store, "period", keep, gone)
    save_record(store, Draft("chapter", other, {"text": "Una."}))  # what both say alike is kept once
    merge(store, "period", keep, gone)
    assert list_rows(store, "chapter", ("text",), list_ids(store, Query("chapter"))) == [("Una.",)]
