"""A made-up kind of record, declared beside the present ones for one test: a contact kept with a record of any kind."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData, String, Table
from sqlalchemy.orm import Mapped, mapped_column

from db.any_record import any_record
from db.base import Base, Entity, EntityFacts
from db.catalog import Catalog
from db.entities import ENTITIES
from db.fields import Field, Kind
from db.store import Store
from db.values import RecordKey
from tests.make import empty_template
from tests.tools.workshop import Workshop, empty_workshop


class Contact(Entity):
    """A contact kept: what was said, and with which record of any kind."""

    __tablename__ = "contact"
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    facts = EntityFacts(
        one="Anotación", many="Anotaciones", named_by=("text",), columns=("text", "subject"), searched=True
    )

    text: Mapped[str] = mapped_column(String(100), info={"field": Field("Texto", required=True)})
    subject: Mapped[RecordKey | None] = any_record(Field("Asunto", Kind.RECORD), owned=False)


@dataclass(frozen=True)
class ContactsFile:
    """An empty file in which contacts can be kept, to copy: its schema, and what is declared in it."""

    path: Path
    schema: Workshop
    catalog: Catalog

    def open(self, folder: Path) -> Store:
        """Open a copy of it in `folder`."""
        store = self.schema.open(Path(shutil.copy(self.path, folder / "contactos.enlace")))
        store.catalog = self.catalog
        return store


def contacts_file(folder: Path) -> ContactsFile:
    """Make in `folder` a file in which contacts can be kept, by the migration that the tool writes."""

    def declare(metadata: MetaData) -> Table:
        table = Contact.metadata.tables["contact"]
        made = table.to_metadata(metadata)
        made.info.update(table.info)
        return made

    later = empty_workshop(folder).declare(declare).migrate()
    path = empty_template(folder)
    later.open(path).close()
    return ContactsFile(path, later, Catalog((*ENTITIES, Contact)))


__all__ = ["Contact", "ContactsFile", "contacts_file"]
