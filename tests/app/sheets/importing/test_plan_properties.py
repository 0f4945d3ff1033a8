"""Whatever a sheet holds: no row is unaccounted for, a plan applied twice changes nothing, undo gives all back."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records import history
from app.sheets.importing.importing import Answer, Decision, apply_plan, make_plan, prepare, read_file, targets_of
from app.sheets.reading.workbook import CellError, CellValue
from app.sheets.writing.exporting import export_entity
from db.checking import check
from db.store import Store
from db.values import Money
from tests.app.sheets.importing.plans import SPANISH, imported, plan_of
from tests.games import played
from tests.make import CATALOG, add, copied_store, everything

NAMES = ("Rosario", "rosario", "ROSARIO", "Rosarío", "San Martín", "Avellaneda", "Zzyzx", "Zzyzxx", None, "", 7)
PLACES = ("Rosario", "Municipalidad de Rosario", "San Martín", "Avellaneda (Santa Fe)", "Red Modelo", None, None)
COUNTRIES = ("AR", "Argentina", "BR", "Narnia", None)
PROVINCES = ("Santa Fe", "AR-B", "AR-S", "SP", "Nada", None, None)
DATES = ("1995", 1995, "06/1995", "1996-03-01", "2017-2018", "ayer", None)
TEXTS = ("", "=1+1", "Una nota.", "Una nota.\nOtra.", "'x", None, CellError("#REF!"))
EMAILS = ("ana@example.org", "ANA@example.org", "luis@example.org; ana@example.org", "no tiene", None)
PHONES = ("+54 341 480 2000", "0341 480-2000 / 0341 480-2001", "ver agenda", 43322288, None)
PEOPLE = ("Ana Modelo", "ana modelo", "Ana Módelo", "Anna Modelo", "ANA MODELO", "Luis Prueba", None)

SHEETS: dict[str, dict[str, tuple[CellValue, ...]]] = {
    "municipality": {
        "Ciudad": NAMES,
        "País": COUNTRIES,
        "Provincia": PROVINCES,
        "subdivision_iso": (None, None, "AR-S"),
        "Tipo de gobierno": ("city", "state", "partido", "rareza", None),
        "Miembro desde": DATES,
        "Situación": ("Miembro", "Retirada", "Postulante", None),
        "Población": (1, 2, "3.000", -1, "muchos", None),
        "Constancia": TEXTS,
        "Notas": TEXTS,
        "Correo": EMAILS,
    },
    "person": {
        "Nombre y apellido": PEOPLE,
        "Cargo": ("Intendenta", "intendenta", "Prensa:", None),
        "Ciudad u organismo": PLACES,
        "País": COUNTRIES,
        "Provincia": PROVINCES,
        "Correo": EMAILS,
        "Teléfono": PHONES,
        "Desde": DATES,
        "Hasta": DATES,
        "Notas": TEXTS,
    },
    "organisation": {
        "Nombre": ("Red Modelo", "red modelo", "Red Modelos", "Banco Prueba", "RM", None),
        "Sigla": ("RM", "R.M.", "RM / BP", None),
        "Tipo": ("network", "Banco o fondo", "rareza", None),
        "País": COUNTRIES,
        "Teléfono": PHONES,
        "Fundación": DATES,
        "Notas": TEXTS,
    },
    "experience": {
        "Título": ("Compostaje", "compostaje", "Compostajes", "Ciclovías", None),
        "Ciudades": ("Rosario", "Rosario; Avellaneda", "Avellaneda", "Nada", None),
        "Temas": ("Cultura", "Cultura; Nada", None),
        "Inicio": DATES,
        "Fin": DATES,
        "Costo": ("USD 7.000", 7000, "caro", None),
        "Moneda": ("USD", "Gs", None),
        "Estado": ("Borrador", "Publicada", "rareza", None),
        "Resumen": TEXTS,
    },
}
"""For each entity the columns of a sheet and what their cells hold: little, so that rows meet each other often."""

ENTITIES = tuple(SHEETS)


def sheets(entity: str) -> st.SearchStrategy[list[tuple[CellValue, ...]]]:
    """Return sheets of up to eight rows below their titles, some of them blank."""
    columns = SHEETS[entity]
    row = st.tuples(*(st.sampled_from(cells) for cells in columns.values()))
    blank = st.just((None,) * len(columns))
    return st.lists(row | row | row | blank, min_size=1, max_size=8).map(lambda rows: [tuple(columns), *rows])


answers = st.dictionaries(st.integers(2, 9), st.sampled_from([Decision(Answer.NEW), Decision(Answer.LEAVE_OUT)]))


@pytest.fixture(scope="module")
def known(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make once a file with two cities, an organisation and a theme, for each sheet to begin with."""
    with copied_store(template, tmp_path_factory.mktemp("known")) as store:
        add(store, "municipality", short_name="Avellaneda", country="AR", subdivision="AR-B")
        add(store, "municipality", short_name="Avellaneda", country="AR", subdivision="AR-S")
        add(store, "organisation", name="Red Modelo", acronym="RM")
        add(store, "theme", name="Cultura")
        return store.path


@contextmanager
def fresh_store(known: Path) -> Iterator[Store]:
    """Open a new copy of a file."""
    with tempfile.TemporaryDirectory() as folder, copied_store(known, Path(folder)) as store:
        yield store


@pytest.mark.parametrize("entity", ENTITIES)
@pytest.mark.parametrize("times", played(6))
def test_each_row_of_a_sheet_is_accounted_for_once(known: Path, entity: str, times: settings) -> None:
    @times
    @given(data=st.data())
    def account(data: st.DataObject) -> None:
        rows = data.draw(sheets(entity))
        written = [number for number, row in enumerate(rows[1:], 2) if any(cell not in (None, "") for cell in row)]
        with fresh_store(known) as store:
            before = everything(store)
            plan = plan_of(store, entity, rows)
            assert everything(store) == before
        assert [row.number for row in plan.rows] == written
        total, *verdicts = astuple(plan.counts)
        assert total == len(written) == sum(verdicts)
        for row in plan.rows:
            kind = row.verdict.name
            assert bool(row.writes) == (kind in ("NEW", "CHANGED"))
            assert row.reasons or kind not in ("DOUBTFUL", "REFUSED")

    account()


@pytest.mark.parametrize("entity", ENTITIES)
@pytest.mark.parametrize("times", played(6))
def test_a_sheet_imported_twice_changes_nothing_the_second_time_and_undo_gives_all_back(
    known: Path, entity: str, times: settings
) -> None:
    @times
    @given(data=st.data())
    def repeat(data: st.DataObject) -> None:
        rows, decisions = data.draw(sheets(entity)), data.draw(answers)
        with fresh_store(known) as store:
            before = everything(store)
            first = imported(store, entity, rows, decisions=decisions)
            after = everything(store)
            assert check(store) == []
            again = plan_of(store, entity, rows)
            assert (again.counts.new, again.counts.changed) == (0, 0)
            assert apply_plan(store, again, SPANISH).changes.operation is None
            assert everything(store) == after
            if first.counts.new or first.counts.changed:
                history.undo(store)
            assert everything(store) == before

    repeat()


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("entity", ENTITIES)
@pytest.mark.parametrize("times", played(4))
def test_an_export_imported_again_changes_nothing(known: Path, entity: str, ending: str, times: settings) -> None:
    @times
    @given(data=st.data())
    def come_back(data: st.DataObject) -> None:
        with fresh_store(known) as store, tempfile.TemporaryDirectory() as folder:
            imported(store, entity, data.draw(sheets(entity)), decisions=data.draw(answers))
            path = Path(folder) / f"todo{ending}"
            count = export_entity(store, entity, path, SPANISH).count
            plan = make_plan(store, prepare(read_file(path), targets_of(CATALOG, entity)).request(), SPANISH)
            assert astuple(plan.counts) == (count, 0, 0, count, 0, 0)

    come_back()


AWKWARD = ("=1+1", "'=x", "+54", "007", "1,5", "18/06/2008", "Línea\nOtra", 'Con "comillas"; y más', "@x", "S/D", "-")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_awkward_texts_come_back_as_they_were(known: Path, tmp_path: Path, ending: str) -> None:
    with fresh_store(known) as store:
        for at, text in enumerate(AWKWARD):
            add(store, "experience", name=f"Número {at}", summary=text, modality=" ".join(text.split()), lessons=text)
        add(store, "experience", name="Con costo", cost=Money(123_456, "USD"), running=True)
        add(store, "experience", name="Con otro costo", cost=Money(7000, "PYG"), running=False)
        path = tmp_path / f"todo{ending}"
        count = export_entity(store, "experience", path, SPANISH).count
        plan = make_plan(store, prepare(read_file(path), targets_of(CATALOG, "experience")).request(), SPANISH)
        assert [(row.title, row.changes, row.reasons) for row in plan.rows if row.verdict.name != "SAME"] == []
        assert len(plan.rows) == count
