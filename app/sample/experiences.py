"""The experiences of the sample, told anew from their sources."""

from collections.abc import Iterator, Mapping

from app.file.starter import read_rows
from app.records.positions import spread
from app.sample.cities import Cities
from app.words.folding import fold
from db.entities.experience import Experience
from db.entities.experience_result import ExperienceResult
from db.entities.organisation import Organisation
from db.entities.theme import Theme
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate


def add_experiences(
    session: FileSession, cities: Cities, organisations: Mapping[str, Organisation], themes: Mapping[str, Theme]
) -> None:
    """Add the experiences with their cities, organisations and themes; what no source states stays empty."""
    for row in read_rows("sample/experiences.csv"):
        experience = Experience(
            id=new_key(),
            name=row["title"],
            modality=row["modality"],
            summary=row["summary"],
            partners=row["partners"] or None,
            funding=row["funding"] or None,
            starts=_partial(row["starts"]),
            ends=_partial(row["ends"]),
            state=row["state"],
            source=row["source"],
            notes=row["notes"] or None,
            municipalities=[session.merge(cities.find(name), load=False) for name in _list(row["cities"])],
            organisations=[
                session.merge(organisations[fold(name)], load=False) for name in _list(row["organisations"])
            ],
            themes=[session.merge(themes[key], load=False) for key in _list(row["themes"])],
        )
        session.add_all([experience, *_results(experience, row)])
    session.flush()


def _results(experience: Experience, row: Mapping[str, str]) -> Iterator[ExperienceResult]:
    for position, said in spread(_list(row["results"])):
        name, _, value = said.partition("=")
        yield ExperienceResult(
            experience_id=experience.id, position=position, name=name, value=value, source=row["source"]
        )


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
