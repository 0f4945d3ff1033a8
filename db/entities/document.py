"""A file attached to a record; its content is stored once, by its digest, outside the journal."""

from datetime import date

from sqlalchemy import BigInteger, Date, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.any_record import any_record
from db.base import Base, EntityFacts
from db.fields import Field, Kind, mark
from db.positions import Ordered, position_column
from db.values import RecordKey

LARGEST = 50 * 1024 * 1024
"""The largest file that can be attached, in bytes."""


LOGO = "; use=logo"
"""What the media type of a file ends with that somebody chose as the logo of its office: a parameter of it (RFC 2045,
section 5.1). Name and description stay the person's own, and a picture that was attached for something else has none.
"""


class Content(Base):
    """The bytes of attached files, by SHA-256; rows are only added, since the journal cannot image them."""

    __tablename__ = "content"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Document(Ordered):
    """A file of any record: which record, its name, and the digest of its content.

    Its media type tells what it is, and of the logo of an office also that it is that (`LOGO`).
    """

    __tablename__ = "document"
    facts = EntityFacts(
        one=mark("Documento"),
        many=mark("Documentos"),
        named_by=("name",),
        detail=("description",),
        columns=("name", "description", "size", "dated"),
        dated="dated",
        searched=True,
        known_by=("name", "record"),
    )
    listed_by = ("record_entity", "record_id")

    record: Mapped[RecordKey] = any_record(Field(mark("Ficha"), Kind.RECORD, required=True, width=30), owned=True)
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(255),
        info={"field": Field(mark("Nombre del archivo"), required=True, width=30)},
    )
    description: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Descripción"), width=36)},
    )
    dated: Mapped[date | None] = mapped_column(Date, info={"field": Field(mark("Fecha"), Kind.DATE, width=12)})
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(BigInteger, info={"field": Field(mark("Tamaño"), Kind.INTEGER, width=10)})
    digest: Mapped[str] = mapped_column(String(64), index=True)
