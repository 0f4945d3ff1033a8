"""The posts of institutions, and what a row says of who holds one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.sheets.importing.planners.institutions import Institution
from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.planners.rules import in_order
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Write
from app.words.folding import fold
from app.words.names import join_names
from app.words.words import Words, mark
from db.entities.post import Post, PostRole
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate

_HEADS = frozenset({"alcalde", "alcaldesa", "intendente", "intendenta", "prefeito", "prefeita", "mayor"})
"""What a column of the names of people is called when all of them hold that post."""
_LIAISONS = ("oficial de enlace", "oficial de ligacao", "punto focal", "ponto focal", "liaison officer", "focal point")
"""How a post begins whose holder is the liaison of a city with the network."""
_OFFICES = ("relaciones internacionales", "relacoes internacionais", "international relations")
"""What a post of the office of international relations is called."""


_TOLD = frozenset({"role", "starts", "ends", "verified_on"})
"""The targets that say more of holding a post than its name."""


@dataclass(frozen=True, slots=True)
class TenureValues:
    """What a row says of a post and of holding it; `post` is empty when the row does not name it."""

    post: str = ""
    role: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    verified_on: date | None = None


def read_tenure(reader: Reader, row: Row) -> TenureValues:
    """Read what a row says of its post; an end before the start refuses the row."""
    if row.cells.keys().isdisjoint(_TOLD):
        return TenureValues(_post_of(reader, row))
    role, verified = reader.value(row, "role"), reader.value(row, "verified_on")
    starts, ends = reader.value(row, "starts"), reader.value(row, "ends")
    if not in_order(starts, ends):
        reader.refuse(row, "ends", mark("El mandato termina antes de empezar."), mark("Revise las dos fechas."))
    return TenureValues(
        _post_of(reader, row),
        role if isinstance(role, str) else None,
        starts if isinstance(starts, PartialDate) else None,
        ends if isinstance(ends, PartialDate) else None,
        verified if isinstance(verified, date) else None,
    )


def _post_of(reader: Reader, row: Row) -> str:
    return reader.text(row, "post").strip(" .:;,")


class Posts:
    """The posts of the store and those that the plan adds."""

    def __init__(self, session: FileSession, words: Words, names_title: str) -> None:
        """Read them; `names_title` is the title of the column of the names, which may say what all of them are."""
        self._by_name: dict[tuple[str, str], str] = {}
        self.place_of: dict[str, str] = {}
        self._unwritten: dict[str, Write] = {}
        self._roles: dict[str, str | None] = {}
        place = func.coalesce(Post.municipality_id, Post.organisation_id, Post.body_id)
        for key, name, at in session.execute(select(Post.id, Post.name, place).order_by(Post.id)):
            self._by_name.setdefault((at, fold(name)), key)
            self.place_of[key] = at
        said = [word for word in fold(names_title).split() if word in _HEADS]
        self._usual = said[0].capitalize() if said else words("Contacto")

    def put(
        self, reader: Reader, row: Row, record: WorkingRecord, sketch: Sketch, at: tuple[Institution, str, TenureValues]
    ) -> None:
        """Write down that the person `record` holds, or holds still, the post that a row says; `at` says where.

        That is the institution, what it is called told from its namesakes, and what the row says of the post there.
        """
        institution, told, row_values = at
        here = [one for one in record.part("tenure") if self.place_of.get(str(one["post_id"])) == institution.id]
        if not row_values.post and here:
            tenure = self._meant(here, self._by_name.get((institution.id, fold(self._usual))), row_values)
            if tenure is not None:
                self._update(reader, row, sketch, tenure, row_values)
            elif not any(_agrees(one, row_values) for one in here):
                reader.remark(
                    row, "starts", mark("No se sabe de cuál de sus cargos son las fechas; no se cambió nada.")
                )
            return
        name = row_values.post or self._usual
        post = self._post(institution, name, row_values.role)
        tenures = [one for one in here if one["post_id"] == post and not _later(one["ends"], row_values.starts)]
        if tenures:
            self._update(reader, row, sketch, tenures[-1], row_values)
            return
        sketch.add_writes(self._written(post))
        dates = {"starts": row_values.starts, "ends": row_values.ends, "verified_on": row_values.verified_on}
        values = {"person_id": record.id, "post_id": post, **dates}
        sketch.add_part("tenure", values, target="post", shown=join_names((name, told)))
        for target, value in dates.items():
            if value is not None:
                sketch.show(target, value)

    @staticmethod
    def _meant(here: list[dict[str, object]], usual: str | None, row_values: TenureValues) -> dict[str, object] | None:
        """Return the tenure that a row means which names no post: of the usual one, or the only one that it can be."""
        of_usual = [one for one in here if one["post_id"] == usual]
        likely = of_usual or [one for one in here if _agrees(one, row_values)] or here
        return likely[0] if of_usual or len(likely) == 1 else None

    def _update(
        self, reader: Reader, row: Row, sketch: Sketch, tenure: dict[str, object], row_values: TenureValues
    ) -> None:
        starts, ends = row_values.starts or tenure["starts"], row_values.ends or tenure["ends"]
        if in_order(starts, ends):
            sketch.put_part("tenure", tenure, "starts", row_values.starts, target="starts")
            sketch.put_part("tenure", tenure, "ends", row_values.ends, target="ends")
        else:
            text = mark("Con esa fecha el mandato terminaría antes de empezar; no se cambió.")
            reader.remark(row, "starts" if row_values.starts else "ends", text)
        known = tenure["verified_on"]
        if row_values.verified_on is not None and not (isinstance(known, date) and known >= row_values.verified_on):
            sketch.put_part("tenure", tenure, "verified_on", row_values.verified_on, target="verified_on")

    def _post(self, institution: Institution, name: str, role: str | None) -> str:
        key = self._by_name.get((institution.id, fold(name)))
        if key is None:
            key = self._by_name[institution.id, fold(name)] = new_key()
            self.place_of[key] = institution.id
            if role is None and name not in self._roles:
                self._roles[name] = _role_of(name)
            values = {f"{institution.entity}_id": institution.id, "name": name, "role": role or self._roles.get(name)}
            self._unwritten[key] = Write("post", key, values, is_new=True)
        return key

    def _written(self, post: str) -> Iterable[Write]:
        write = self._unwritten.pop(post, None)
        return (write,) if write else ()


def _role_of(post: str) -> str | None:
    """Return what a post is for that is called so in every city; None for any other."""
    said = fold(post)
    if said in _HEADS:
        return PostRole.HEAD_OF_GOVERNMENT.value
    if said in ("enlace", "liaison") or said.startswith(_LIAISONS):
        return PostRole.LIAISON.value
    return PostRole.INTERNATIONAL_RELATIONS.value if any(office in said for office in _OFFICES) else None


def _agrees(tenure: dict[str, object], row_values: TenureValues) -> bool:
    """Tell whether a tenure has the dates of a row, as far as the row says them."""
    pairs = ((tenure["starts"], row_values.starts), (tenure["ends"], row_values.ends))
    return all(said is None or str(known).startswith(str(said)) for known, said in pairs)


def _later(ended: object, starts: PartialDate | None) -> bool:
    """Tell whether a tenure that ended is another one than that which begins."""
    return isinstance(ended, PartialDate) and starts is not None and starts.first_day > ended.last_day
