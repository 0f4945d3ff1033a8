"""The roll of a meeting as a tree: countries, under each its delegations, then the guests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.meetings import CAME, read_country_seats
from app.records.reading import Record, list_rows
from app.words.folding import fold
from app.words.words import Words, mark
from ui.work.workspace import Workspace

if TYPE_CHECKING:
    from app.file.files import Store

GUESTS = "guests"


@dataclass(frozen=True, slots=True)
class Mark:
    """A state of attendance as it is marked: its stored text, its letter, its name in the person's language, its icon.

    The letter is its key on the keyboard, and its sign where there is no room for the name.
    """

    state: str
    key: str
    text: str
    icon: str


_MARKED: tuple[tuple[str, str, str], ...] = (
    ("present", mark("Presente"), "check-circle"),
    ("excused", mark("Justificada"), "envelope-simple"),
    ("absent", mark("Ausente"), "x-circle"),
    ("represented", mark("Representada"), "swap"),
)


def marks_of(words: Words) -> tuple[Mark, ...]:
    """Return what can be marked of a delegation; whoever is only convened has none of them yet.

    The letter of each is the first of its name that none before it has: in Spanish P, J, A and R.
    """
    marks: list[Mark] = []
    for state, name, sign in _MARKED:
        said, taken = words(name), {each.key for each in marks}
        key = next(letter for letter in said.upper() if letter not in taken)
        marks.append(Mark(state, key, said, sign))
    return tuple(marks)


def say_marks(marks: Iterable[Mark]) -> str:
    """Return the letters with what they mark."""
    return ", ".join(f"{each.key} {each.text.lower()}" for each in marks)


@dataclass(frozen=True, slots=True)
class Delegation:
    """One line of the roll; `record` is its attendance."""

    record: Record
    country: str
    name: str
    person: str

    @property
    def state(self) -> str:
        """The stored state."""
        return str(self.record.values.get("state") or "")


@dataclass(frozen=True, slots=True)
class Group:
    """The delegations of one country (`key` is its ISO code), those without country, or the guests."""

    key: str
    title: str
    lines: tuple[Delegation, ...] = ()

    @property
    def came(self) -> int:
        """How many of them are there, themselves or by somebody else."""
        return sum(each.state in CAME for each in self.lines)


def read_roll(workspace: Workspace, meeting: Record) -> tuple[Group, ...]:
    """Group the attendances of `meeting` by country in the order of the alphabet, the guests last.

    Who comes for a country stands under it by what they are there, the person beside it.
    """
    rows = meeting.parts.get("attendances", ())
    countries = {
        **_countries(workspace.store, "municipality", rows, "municipality_id"),
        **_countries(workspace.store, "organisation", rows, "organisation_id"),
    }
    seats = [str(row.values["seat_id"]) for row in rows if row.values.get("seat_id")]
    of_countries = read_country_seats(workspace.store, seats, workspace.words)
    groups: dict[str, Group] = {}
    for row in rows:
        place = str(row.values.get("municipality_id") or row.values.get("organisation_id") or "")
        own = None if place else of_countries.get(str(row.values.get("seat_id")))
        line = Delegation(row, countries.get(place, ""), _name(row), _person(row))
        if own is not None:
            line = Delegation(row, own.country, own.said, row.title)
        key = line.country if row.values.get("seat_id") else GUESTS
        found = groups.get(key) or Group(key, _title(key, workspace.words))
        groups[key] = replace(found, lines=(*found.lines, line))
    return tuple(sorted(groups.values(), key=lambda group: (group.key == GUESTS, not group.key, fold(group.title))))


def count_states(groups: Sequence[Group], words: Words) -> str:
    """Tell how many came, sent word, did not come, are represented, and are not marked yet."""
    states = [line.state for group in groups for line in group.lines]
    count = states.count
    said = {
        "present": words.plural("{count} presente", "{count} presentes", count("present")),
        "represented": words.plural("{count} representada", "{count} representadas", count("represented")),
        "excused": words.plural("{count} justificada", "{count} justificadas", count("excused")),
        "absent": words.plural("{count} ausente", "{count} ausentes", count("absent")),
        "convened": words.plural("{count} sin marcar", "{count} sin marcar", count("convened")),
    }
    return " · ".join(text for state, text in said.items() if state in states)


def _title(key: str, words: Words) -> str:
    if key == GUESTS:
        return words("Invitados")
    return words.country(key) if key else words("Sin país")


def _name(row: Record) -> str:
    """Return what a delegation is called, a city told from others of its name."""
    return row.titles.get("municipality_id") or row.titles.get("organisation_id") or row.title


def _person(row: Record) -> str:
    person = row.titles.get("person_id", "")
    return "" if person == row.title else person


def _countries(store: "Store", entity: str, rows: Sequence[Record], field: str) -> Mapping[str, str]:
    ids = list(dict.fromkeys(str(row.values[field]) for row in rows if row.values.get(field)))
    found = list_rows(store, entity, ("country",), ids)
    return {key: str(row[0] or "") for key, row in zip(ids, found, strict=True)}
