"""What the journal knows of a table: which rows its rows refer to and belong to."""

from db.journal.shape import Journaled, Reference
from tests.kept import Contact
from tests.make import CATALOG

CONTACTS = Journaled(Contact.metadata.tables["contact"])
FILES = Journaled(CATALOG.entity("document").metadata.tables["document"])


def test_a_reference_to_a_record_of_any_kind_is_one_unit_with_what_that_was_called() -> None:
    assert CONTACTS.unit_of["subject_id"] == ("subject_entity", "subject_id", "subject_called")
    assert FILES.unit_of["record_id"] == ("record_entity", "record_id")


def test_what_is_owned_belongs_to_its_record_and_what_is_not_to_none() -> None:
    assert FILES.owners == ("record_id",)
    assert CONTACTS.owners == ()
    assert CONTACTS.references == (
        Reference("subject_id", entity_column="subject_entity", called_column="subject_called"),
    )


def test_a_row_that_says_what_a_record_was_called_refers_to_it_no_more() -> None:
    living = {"subject_entity": "person", "subject_id": "luz"}
    assert CONTACTS.targets(living) == {("person", "luz")}
    assert CONTACTS.targets({**living, "subject_called": "Luz"}) == set()
