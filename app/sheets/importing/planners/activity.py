"""Rows of activities, of spreadsheets and of calendars: known again by the name in calendars, else by name and day."""

import sys
from collections import Counter
from datetime import date

from sqlalchemy import select

from app.agenda.event import OURS, uid_of
from app.agenda.moments import same_moments
from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Request
from app.words.folding import fold
from app.words.places import join_place
from app.words.words import Words, mark
from db.entities.activity import Activity
from db.entities.meeting import Meeting
from db.session import FileSession

_TOLD = ("units", "municipalities", "organisations", "person_id")
"""What the description of an event only tells: of an activity that is known, the file knows it better."""
_SAME_UID = mark("Tiene el mismo identificador de calendario")
_CUT = "…"
_WHEN = ("starts_on", "ends_on", "starts_at", "ends_at", "time_zone")


class ActivityPlanner(RecordPlanner[RowValues]):
    """Plans the rows of activities of one request.

    An event that a calendar gives back has its name in calendars (`uid`), whatever else was changed of it there. The
    place that we write is that of the activity and its city together, and hours of another zone may be the same hours.
    """

    entity = "activity"

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know what calendars call the activities of the store: by their keys too, if they came with a name since."""
        super().__init__(session, request, words, today)
        found = session.execute(select(Activity.id, Activity.uid)).all()
        self._by_uid = {uid_of(key, None): key for key, _ in found}
        self._by_uid |= {uid: key for key, uid in found if uid}
        given = Counter(uid for _, uid in found if uid)
        self._shared = {each: [key for key, uid in found if uid == each] for each, count in given.items() if count > 1}
        self._rows: dict[str, int] = {}

    def read(self, row: Row) -> RowValues:
        """Return what a row says; who organises an activity that is known is not read from its description."""
        self._fit_name(row)
        self._fit_uid(row)
        uid = self.reader.text(row, "uid")
        if uid in self._by_uid:
            for name in _TOLD:
                row.cells.pop(name, None)
        row_values = self.fill(row, RowValues())
        self._refuse_meeting(row, uid)
        return self.require_name(row, row_values)

    def _fit_name(self, row: Row) -> None:
        """Cut a title that is too long at a word, and keep the whole of it in the notes."""
        whole, longest = self.reader.plain(row, "name"), self._longest("name")
        if len(whole) <= longest:
            return
        cut = whole[: longest - len(_CUT)]
        if " " in cut and not whole[len(cut)].isspace():
            cut = cut.rpartition(" ")[0]
        text = mark("El título tiene más de {longest} caracteres: se acorta, y entero queda en las notas.")
        self.reader.leave_over(row, "name", whole, (text, text), longest=longest)
        row.cells["name"] = [(row.cells["name"][0][0], f"{cut.rstrip()}{_CUT}")]

    def _fit_uid(self, row: Row) -> None:
        """Leave out a name in calendars that is too long to be kept, and never cut it: it would be that of another."""
        longest = self._longest("uid")
        if len(self.reader.plain(row, "uid")) > longest:
            text = mark("El identificador del calendario tiene más de {longest} caracteres, y no se guarda.")
            hint = mark("Si se vuelve a importar, la actividad se reconoce por su nombre y su fecha.")
            self.reader.remark(row, "uid", text, hint, longest=longest)
            row.cells.pop("uid")

    def _longest(self, name: str) -> int:
        longest = self.info.field(name).field.bounds.longest
        return longest if longest is not None else sys.maxsize

    def _refuse_meeting(self, row: Row, uid: str) -> None:
        key = uid.removesuffix(OURS) if uid.endswith(OURS) else ""
        name = self.session.scalar(select(Meeting.name).where(Meeting.id == key)) if key else None
        if name is not None:
            text = mark("Es la reunión «{name}», que ya está en el archivo.")
            self.reader.refuse(row, "uid", text, mark("Las reuniones se editan en su sección."), name=name)

    def identify(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Find which activity the row is of: by key, by its name in calendars, else by name and day."""
        uid = str(row_values.values.get("uid") or "")
        known = self._by_uid.get(uid)
        if known is not None and not self.knows(row_values.key):
            if uid in self._shared:
                return self.doubt(row, row_values, dict.fromkeys(self._shared[uid], 100), _SAME_UID)
            return self.known(row, row_values, known)
        return super().identify(row, row_values)

    def known(self, row: Row, row_values: RowValues, record_id: str) -> Identity[RowValues]:
        """Take the row for this activity, which a calendar may know by another name from now on."""
        uid = str(row_values.values.get("uid") or "")
        if uid:
            self._by_uid.setdefault(uid, record_id)
            first = self._rows.setdefault(uid, row.number)
            if first != row.number:
                text = mark("La fila {row} trae el mismo identificador de calendario: es la misma actividad.")
                self.reader.remark(row, "uid", text, row=first)
        return super().known(row, row_values, record_id)

    def sketch(self, row: Row, row_values: RowValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes, without what it says in other words."""
        values = row_values.values
        said, given = str(values.get("uid") or ""), str(record.values.get("uid") or "")
        if given or said == uid_of(record.id, None) or said in self._shared:
            values.pop("uid", None)
        if given and said and said not in (given, uid_of(record.id, None)):
            text = mark("La actividad ya tiene el identificador de otro calendario, y lo conserva.")
            self.reader.remark(row, "uid", text)
        if values.get("ends_on") == values.get("starts_on") and not record.values.get("ends_on"):
            values.pop("ends_on", None)  # a calendar always says when it ends; of a single day nothing more is known
        if same_moments(record.values, values):
            for name in _WHEN:
                values.pop(name, None)
        elif not record.is_new and record.values.get("starts_at") and row.has("uid") and not row.has("starts_at"):
            text = mark("El calendario no dice la hora; la actividad conserva la suya.")
            self.reader.remark(row, "starts_on", text)
        self._share_place(row_values, record)
        super().sketch(row, row_values, record, sketch)

    def _share_place(self, row_values: RowValues, record: WorkingRecord) -> None:
        """Take a place that ends in a city of the file for a place of that city, and a known city for no new place."""
        said = row_values.values.get("place")
        if not isinstance(said, str) or row_values.named.get("municipality_id"):
            return
        city = str(record.values.get("municipality_id") or "")
        place = str(record.values.get("place") or "")
        if city:
            names = {self.references.told("municipality", city), self.references.cities.by_id[city].name}
            if fold(said) in {fold(join_place(place, name)) for name in names}:
                row_values.values.pop("place")
                return
            where, _, last = said.rpartition(",")
            if fold(last.strip()) not in set(map(fold, names)):
                return
            row_values.values.pop("place")
            if where.strip() and fold(where.strip()) != fold(place):
                row_values.values["place"] = where.strip()
        elif record.is_new:
            where, _, last = said.rpartition(",")
            named = self.references.cities.named(last.strip())
            if len(named) == 1 and not named[0].is_state:
                row_values.values["municipality_id"] = named[0].id
                row_values.values.pop("place")
                if where.strip():
                    row_values.values["place"] = where.strip()
