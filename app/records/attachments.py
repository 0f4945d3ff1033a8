"""Files attached to records: put in, listed, read and saved; each content is stored once."""

import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import insert, select

from app.file.writing import write_atomically
from app.records.positions import append, put_in_order
from app.words.names import file_name
from app.words.nulls import refuse_nulls
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.document import LARGEST, LOGO, Content, Document
from db.reach import Reach
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a record: `size` in bytes."""

    id: str
    name: str
    description: str
    dated: date | None
    media_type: str
    size: int
    digest: str


def attach(store: Store, entity: str, record_id: str, paths: Sequence[Path]) -> Changes:
    """Attach files to a record in one operation; ProblemError, naming the file, for one over 50 MB or not readable."""
    contents = [(file_name(path), data) for path, data in ((path, _read(path)) for path in paths)]
    names = ", ".join(name for name, _ in contents)
    with store.operation(Title("Archivos adjuntados ({names})", values={"names": Name(names)})) as session:
        for name, data in contents:
            attach_content(session, entity, record_id, name, data)
    return session.changes


def attach_content(
    session: FileSession,
    entity: str,
    record_id: str,
    name: str,
    data: bytes,
    *,
    description: str = "",
    is_logo: bool = False,
) -> Document:
    """Attach bytes under a name to a record, in a session that is open already; `is_logo` as that of the office."""
    digest = hashlib.sha256(data).hexdigest()
    if session.get(Content, digest) is None:
        session.execute(insert(Content).values(digest=digest, data=data))
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    document = Document(
        record=RecordKey(entity, record_id),
        name=name,
        description=description or None,
        media_type=media_type + LOGO if is_logo else media_type,
        size=len(data),
        digest=digest,
    )
    append(session, document)
    session.add(document)
    session.flush()
    return document


def list_documents(session: FileSession, entity: str, record_id: str) -> tuple[Attachment, ...]:
    """Return the files of a record in their order."""
    found = session.scalars(
        select(Document)
        .where(refers_to(Document, "record", entity, [record_id]))
        .order_by(Document.position, Document.id),
    )
    return tuple(
        Attachment(row.id, row.name, row.description or "", row.dated, row.media_type, row.size, row.digest)
        for row in found
    )


FILES = Reach(frozenset({Document.__tablename__}))
"""What the files of any record are read from."""


def attachments(store: Store, entity: str, record_id: str) -> tuple[Attachment, ...]:
    """Return the files of a record in their order."""
    with store.reading() as session:
        return list_documents(session, entity, record_id)


def attachments_of(store: Store, owners: Sequence[RecordKey]) -> dict[RecordKey, tuple[Attachment, ...]]:
    """Return the files of each of several records, in the order of `owners`; all are read at one moment."""
    with store.reading() as session:
        return {owner: list_documents(session, owner.entity, owner.id) for owner in owners}


def read_content(session: FileSession, digest: str) -> bytes:
    """Return the bytes of a stored content; KeyError when the file holds none of that digest."""
    found = session.scalar(select(Content.data).where(Content.digest == digest))
    if found is None:
        raise KeyError(digest)
    return bytes(found)


def order_attachments(store: Store, ids: Sequence[str]) -> Changes:
    """Put the files with these keys, all of one record, in this order."""
    with store.operation(Title("Cambio en el orden de los archivos")) as session:
        put_in_order(session, Document, ids)
    return session.changes


def save_attachment(store: Store, attachment: Attachment, target: Path) -> None:
    """Write the file of an attachment to `target`."""
    with store.reading() as session:
        write_atomically(target, read_content(session, attachment.digest))


def _read(path: Path) -> bytes:
    content = read_beginning(path, LARGEST + 1)
    if len(content) > LARGEST:
        raise ProblemError(
            Problem(
                mark("El archivo es demasiado grande para adjuntarlo."),
                mark("Se pueden adjuntar archivos de hasta 50 MB."),
                Place(file=file_name(path)),
            ),
        )
    return content


def read_beginning(path: Path, most: int) -> bytes:
    """Return what a file holds, of a larger one the first `most` bytes; ProblemError, naming it, if it is not read."""
    refuse_nulls(str(path))
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        text = mark("No se puede leer el archivo.")
        hint = mark("Compruebe que existe y que no lo tiene abierto otro programa.")
        raise ProblemError(Problem(text, hint, Place(file=file_name(path)))) from error
