"""Rows copied from a spreadsheet as points of an agenda or delegations of a roll; what is in doubt is kept in words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.records.drafts import Draft, Rows, new_key
from app.records.reading import Record
from app.words.words import Words, mark
from db.catalog import EntityInfo

if TYPE_CHECKING:
    from app.sheets.pasting import Pasted, PastedRow

AGENDA_FIELDS = ("name", "duration", "starts_at", "person_id", "presenter", "description")
ROLL_FIELDS = ("municipality_id", "organisation_id", "person_id", "state", "represented_by", "notes")
DELEGATION = ("municipality_id", "organisation_id", "person_id")
"""What says whose attendance it is, the first that a row names."""


def agenda_rows(pasted: "Pasted", info: EntityInfo, begun: str, words: Words) -> Rows:
    """Return the points that were pasted; one without a subject is called `begun`.

    Who presents and is no contact is named as somebody else; other cells that were not understood go to the background.
    """
    return Rows(added=tuple(_point(row, info, begun, words) for row in pasted.rows))


def _point(row: "PastedRow", info: EntityInfo, begun: str, words: Words) -> Draft:
    values = row.values
    kept = {name: cell.text for name, cell in row.cells.items() if cell.problem is not None}
    if "person_id" in kept and "presenter" not in values:
        values["presenter"] = kept.pop("person_id")
    values.setdefault("name", kept.pop("name", begun))
    return Draft(info.name, new_key(), {**values, **_in_words(kept, "description", ({}, values), info, words)})


def roll_rows(pasted: "Pasted", roll: Sequence[Record], info: EntityInfo, words: Words) -> Rows:
    """Return what is pasted on a roll: its delegations marked as the rows say, and others added to them as guests.

    A row that names nobody who is recorded is left out; of others what was not understood goes to the notes. Of two
    rows for one delegation the second adds to the first, but for one with another person: that is one more who comes.
    """
    stored = {each.id: each.values for each in roll}
    said: dict[str, dict[str, object]] = {}
    for row in pasted.rows:
        values = row.values
        if not any(name in values for name in DELEGATION):
            continue
        key = _attendance_of(values, stored, said) or new_key()
        now = {**stored.get(key, {}), **said.get(key, {})}
        kept = {name: cell.text for name, cell in row.cells.items() if cell.problem is not None}
        said[key] = {**said.get(key, {}), **values, **_in_words(kept, "notes", (now, values), info, words)}
    added = (Draft(info.name, key, values) for key, values in said.items() if key not in stored)
    news = ((key, _news(values, stored[key])) for key, values in said.items() if key in stored)
    return Rows(added=tuple(added), changed=tuple(Draft(info.name, key, values) for key, values in news if values))


def _news(values: Mapping[str, object], stored: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if stored.get(name) != value}


def understood(pasted: "Pasted") -> int:
    """Return how many rows name somebody who can stand on a roll."""
    return sum(any(name in row.values for name in DELEGATION) for row in pasted.rows)


def _attendance_of(
    values: Mapping[str, object], stored: Mapping[str, Mapping[str, object]], said: Mapping[str, Mapping[str, object]]
) -> str | None:
    """Return the key of the attendance that a row is about, of whom it names first; None when there is none yet.

    Of several that of the same person is meant, and none of whom a row before has said that somebody else comes.
    """
    name, person = next(name for name in DELEGATION if name in values), values.get("person_id")
    every = {key: {**stored.get(key, {}), **said.get(key, {})} for key in (*stored, *said)}
    own = [key for key, now in every.items() if now.get(name) == values[name]]
    free = [key for key in own if person is None or said.get(key, {}).get("person_id") in (None, person)]
    return min(free, key=lambda key: every[key].get("person_id") != person, default=None)


def _in_words(
    kept: Mapping[str, str],
    name: str,
    sides: tuple[Mapping[str, object], Mapping[str, object]],
    info: EntityInfo,
    words: Words,
) -> dict[str, object]:
    """Return the long text `name`: what both `sides` have, stored and pasted, and a line for each cell in doubt."""
    doubts = [
        words(mark("{label}: {text}"), label=words(info.field(each).field.label), text=text)
        for each, text in kept.items()
    ]
    lines = dict.fromkeys(str(each) for each in (*(side.get(name) for side in sides), *doubts) if each)
    return {name: "\n".join(lines)} if name in sides[1] or doubts else {}
