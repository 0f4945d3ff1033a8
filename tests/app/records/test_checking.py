"""A record as a draft wants it, with the rows of its parts."""

from app.records.checking import as_wanted
from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.parts_wanted import rows_of
from db.entities.project_partner import ProjectPartner
from db.store import Store
from tests.app.records.reading import asked_of, read


def named(name: str, key: str | None = None) -> Draft:
    return Draft("project_partner", key, {"name": name})


def test_rows_are_those_that_stay_and_those_of_the_draft_and_are_read_at_once(store: Store) -> None:
    rows = Rows(tuple(named(f"Socia {number}") for number in range(9)))
    project = save_record(store, Draft("project", None, {"name": "Riego"}, {"partners": rows})).id
    first, second, *_ = (each.id for each in read(store, "project", project).parts["partners"])
    wanted = Rows((named("Nueva"),), changed=(named("Cambiada", first),), removed=(named("", second),))
    with store.reading() as session, asked_of(session) as statements:
        row = as_wanted(session, session.catalog["project"], Draft("project", project, {}, {"partners": wanted}))
        *kept, changed, added = (each.name for each in rows_of(session, row, "partners", ProjectPartner))
    assert sorted(filter(None, kept)) == [f"Socia {number}" for number in range(2, 9)]
    assert (changed, added) == ("Cambiada", "Nueva")
    assert len(statements) == 2, "the project and its partners"
