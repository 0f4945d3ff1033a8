"""What of the file answers the forms of the observatories, read for one experience."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from app.records.namesakes import titles_apart
from db.entities.agreement import agreement_municipality, agreement_organisation
from db.entities.dissemination import Dissemination
from db.entities.document import Document
from db.entities.experience import Experience, experience_municipality, experience_organisation, experience_theme
from db.entities.experience_result import ExperienceResult
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation, OrganisationKind
from db.experience_forms import PIECES
from db.referring import refers_to
from db.session import FileSession
from db.spans import parameters
from db.store import Store
from db.values import PartialDate, RecordKey

TEXTS = ("summary", "problem", "action", "steps", "innovation", "replication", "lessons")
"""The texts of an experience whose words are counted, in the order of its form."""

Called = tuple[RecordKey, str]
"""A record, and what it is called."""


@dataclass(frozen=True, slots=True)
class Results:
    """How many results there are, with a value, and with an indicator."""

    count: int
    valued: int
    indicated: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """What an experience has of what is asked: `answered` are the names of the pieces that are there.

    `words` are those of its texts that have any, `populations` the inhabitants of its cities in their order.
    """

    answered: frozenset[str]
    universities: Sequence[Called]
    cities: Sequence[Called]
    populations: Sequence[int | None]
    agreements: Sequence[Called]
    person: Called | None
    themes: int
    told: int
    files: int
    images: int
    results: Results
    ends: PartialDate | None
    words: Mapping[str, int]

    @property
    def missing(self) -> int:
        """How many pieces are not there, each once."""
        return len(PIECES) - len(self.answered)


def read_completeness(session: FileSession, store: Store, key: str) -> Completeness | None:
    """Return what an experience has of what is asked, names in the language of the store; None when it is no more."""
    asked = {**parameters(store.today(), store.language), "key": key}
    row = session.execute(_question(), asked).one_or_none()
    if row is None:
        return None
    *rest, person, ends = row
    answers, said = rest[: len(PIECES)], rest[len(PIECES) :]
    reader = _Reader(session, store, key)
    cities = reader.cities()
    files = session.scalars(select(Document.media_type).where(refers_to(Document, "record", "experience", [key]))).all()
    people = reader.called("person", [person] if person else [])
    return Completeness(
        answered=frozenset(piece.name for piece, is_there in zip(PIECES, answers, strict=True) if is_there),
        universities=reader.called("organisation", reader.universities()),
        cities=reader.called("municipality", list(cities)),
        populations=tuple(cities.values()),
        agreements=reader.called("agreement", reader.agreements()),
        person=people[0] if people else None,
        themes=reader.themes(),
        told=reader.told(),
        files=len(files),
        images=sum(kind.startswith("image/") for kind in files),
        results=reader.results(),
        ends=ends,
        words={name: len(text.split()) for name, text in zip(TEXTS, said, strict=True) if text},
    )


@cache
def _question() -> Select[Any]:
    """Return what asks of one experience for the pieces, its texts, its person and its end: made once, it is long."""
    pieces: list[ColumnElement[Any]] = [piece.answered(Experience) for piece in PIECES]
    texts = [getattr(Experience, name) for name in TEXTS]
    asked = [*pieces, *texts, Experience.person_id, Experience.ends]
    return select(*asked).where(Experience.id == bindparam("key"))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what is linked to one experience."""

    session: FileSession
    store: Store
    key: str

    def called(self, kind: str, keys: Sequence[str]) -> Sequence[Called]:
        """Return records with what they are called, in the order of their keys."""
        names = titles_apart(self.session, self.store, kind, keys) if keys else {}
        return tuple((RecordKey(kind, key), names[key]) for key in keys)

    def universities(self) -> Sequence[str]:
        """Return its organisations that are universities."""
        link = experience_organisation.c
        its = select(Organisation.id).join(experience_organisation, link.organisation_id == Organisation.id)
        is_one = Organisation.kind == OrganisationKind.UNIVERSITY.value
        return self.session.scalars(
            its.where(link.experience_id == self.key, is_one).order_by(Organisation.name_key, Organisation.id)
        ).all()

    def cities(self) -> Mapping[str, int | None]:
        """Return the inhabitants of its cities, by their keys."""
        link = experience_municipality.c
        its = select(Municipality.id, Municipality.population).join(
            experience_municipality, link.municipality_id == Municipality.id
        )
        ordered = its.where(link.experience_id == self.key).order_by(Municipality.title_key(), Municipality.id)
        rows = self.session.execute(ordered)
        return dict(iter(rows))

    def agreements(self) -> Sequence[str]:
        """Return the agreements between one of its cities and one of its organisations."""
        city, organisation = agreement_municipality.c, agreement_organisation.c
        cities = select(experience_municipality.c.municipality_id).where(
            experience_municipality.c.experience_id == self.key
        )
        organisations = select(experience_organisation.c.organisation_id).where(
            experience_organisation.c.experience_id == self.key
        )
        same = city.agreement_id == organisation.agreement_id
        between = same, city.municipality_id.in_(cities), organisation.organisation_id.in_(organisations)
        return self.session.scalars(
            select(city.agreement_id).where(*between).distinct().order_by(city.agreement_id)
        ).all()

    def themes(self) -> int:
        """Return how many themes it has."""
        links = experience_theme.c
        return self.session.scalar(select(func.count()).where(links.experience_id == self.key)) or 0

    def told(self) -> int:
        """Return how often it was made known."""
        about = refers_to(Dissemination, "record", "experience", [self.key])
        return self.session.scalar(select(func.count()).select_from(Dissemination).where(about)) or 0

    def results(self) -> Results:
        """Return what its results say."""
        rows = self.session.execute(
            select(ExperienceResult.value, ExperienceResult.indicator).where(ExperienceResult.experience_id == self.key)
        ).all()
        return Results(len(rows), sum(bool(row.value) for row in rows), sum(bool(row.indicator) for row in rows))
