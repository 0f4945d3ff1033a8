"""A machine that plays the program: it saves, deletes, attaches, undoes and redoes, and compares all of the file."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.records import attachments, history
from app.records.catalog import Query
from app.records.editing import Draft, Rows, delete_records, edit_many, save_record
from app.records.reading import list_ids, search
from app.words.problems import ProblemError
from db.changes import Changes
from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.games import played
from tests.make import empty_template, everything, open_store

names = some.text("aáñ çZ'\"%\n", min_size=1, max_size=8).filter(str.strip)
years = some.one_of(some.none(), some.builds(PartialDate, some.integers(1990, 2030)))
State = dict[str, list[tuple[object, ...]]]


class Office(RuleBasedStateMachine):
    """What an office does to a file; `past` and `future` hold what undo and redo must bring back."""

    cities = Bundle("cities")
    people = Bundle("people")

    @initialize()
    def open(self) -> None:
        """Open an empty file."""
        self.folder = Path(tempfile.mkdtemp())
        template = Path(tempfile.gettempdir()) / f"enlace-machine-{type(self).__name__}"
        template.mkdir(exist_ok=True)
        shutil.copy(empty_template(template), self.folder / "red.enlace")
        self.store: Store = open_store(self.folder / "red.enlace")
        self.past: list[State] = []
        self.future: list[State] = []
        self.now = everything(self.store)

    def done(self, changes: Changes) -> None:
        """Remember the state before a change; one that changed nothing is no change."""
        after = everything(self.store)
        assert bool(changes) == (after != self.now)
        if changes:
            self.past.append(self.now)
            self.future.clear()
        self.now = after

    def save(self, draft: Draft) -> str:
        """Save a draft, or give an empty key when a rule refuses it; then nothing may have changed."""
        try:
            saved = save_record(self.store, draft)
        except ProblemError:
            assert everything(self.store) == self.now
            return ""
        self.done(saved.changes)
        return saved.id

    @rule(target=cities, name=names, country=some.sampled_from(["AR", "BR"]), starts=years, ends=years)
    def add_city(self, name: str, country: str, starts: PartialDate | None, ends: PartialDate | None) -> str:
        """Add a city with a membership."""
        part = Draft("membership", None, {"state": "member", "starts": starts, "ends": ends})
        return self.save(
            Draft("municipality", None, {"short_name": name, "country": country}, {"memberships": Rows((part,))})
        )

    @rule(target=people, name=names, mails=some.lists(some.sampled_from(["a@example.org", "no"]), max_size=3))
    def add_person(self, name: str, mails: list[str]) -> str:
        """Add a person with e-mails, some of them wrong."""
        parts = tuple(Draft("contact_point", None, {"kind": "email", "value": mail}) for mail in mails)
        return self.save(Draft("person", None, {"name": name}, {"contact_points": Rows(parts)}))

    @rule(city=cities, people=some.lists(people, max_size=2), name=names)
    def add_experience(self, city: str, people: list[str], name: str) -> None:
        """Add an experience that refers to others."""
        person = next((key for key in people if key in list_ids(self.store, Query("person"))), None)
        links = (city,) if city in list_ids(self.store, Query("municipality")) else ()
        self.save(Draft("experience", None, {"name": name, "municipalities": links, "person_id": person}))

    @rule(name=names)
    def rename_all_cities(self, name: str) -> None:
        """Edit many records at once; two cities of one name and country are refused."""
        ids = list_ids(self.store, Query("municipality"))
        try:
            self.done(edit_many(self.store, "municipality", ids, {"short_name": name}))
        except ProblemError:
            assert everything(self.store) == self.now

    @rule(entity=some.sampled_from(["municipality", "person", "experience"]), data=some.data())
    def delete_some(self, entity: str, data: some.DataObject) -> None:
        """Delete records; one that others refer to is refused."""
        ids = list_ids(self.store, Query(entity))
        chosen = data.draw(some.lists(some.sampled_from(ids), unique=True, max_size=2)) if ids else []
        try:
            self.done(delete_records(self.store, entity, chosen))
        except ProblemError:
            assert everything(self.store) == self.now

    @rule(city=cities, data=some.binary(max_size=20))
    def attach(self, city: str, data: bytes) -> None:
        """Attach a file to a city."""
        if city in list_ids(self.store, Query("municipality")):
            path = self.folder / "nota.txt"
            path.write_bytes(data)
            self.done(attachments.attach(self.store, "municipality", city, [path]))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """Take back the last change."""
        history.undo(self.store)
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """Bring back what was undone."""
        history.redo(self.store)
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def restart(self) -> None:
        """Close the program and open the file again."""
        self.store.close()
        self.store = open_store(self.folder / "red.enlace")

    @invariant()
    def the_file_is_as_expected(self) -> None:
        """Compare every row of every table, and what undo and redo offer."""
        if not hasattr(self, "store"):
            return
        assert everything(self.store) == self.now
        assert (history.undo_title(self.store) is not None) == bool(self.past)
        assert (history.redo_title(self.store) is not None) == bool(self.future)

    def teardown(self) -> None:
        """Check the file through and through, and that every city can be found."""
        if hasattr(self, "store"):
            assert check(self.store) == []
            assert isinstance(search(self.store, "a"), tuple)
            self.store.close()
            shutil.rmtree(self.folder)


@pytest.mark.parametrize("turns", played(12))
def test_whatever_an_office_does_the_file_is_as_expected(turns: settings) -> None:
    run_state_machine_as_test(Office, settings=settings(turns, stateful_step_count=25))
