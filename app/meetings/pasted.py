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

    A row that names nobody who is recorded is left out; of others what was not understood goes to the notes.
    """
    added: list[Draft] = []
    changed: dict[str, Draft] = {}
    for row in pasted.rows:
        values = row.values
        if not any(name in values for name in DELEGATION):
            continue
        known = next((each for each in roll if _is_of(each, values)), None)
        kept = {name: cell.text for name, cell in row.cells.items() if cell.problem is not None}
        values |= _in_words(kept, "notes", (known.values if known is not None else {}, values), info, words)
        if known is None:
            added.append(Draft(info.name, new_key(), values))
        else:
            said = {name: value for name, value in values.items() if known.values.get(name) != value}
            if said:
                changed[known.id] = Draft(info.name, known.id, said)
    return Rows(added=tuple(added), changed=tuple(changed.values()))


def understood(pasted: "Pasted") -> int:
    """Return how many rows name somebody who can stand on a roll."""
    return sum(any(name in row.values for name in DELEGATION) for row in pasted.rows)


def _is_of(attendance: Record, values: Mapping[str, object]) -> bool:
    """Tell whether an attendance is of the delegation that a row names first."""
    name = next(name for name in DELEGATION if name in values)
    return attendance.values.get(name) == values[name]


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
