"""What a sheet of cities says of their membership, beside what is recorded."""

from datetime import date

from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.planners.rules import in_order
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.words.problems import Label
from app.words.words import mark
from db.entities.membership import MembershipState, beginning, membership_among
from db.values import PartialDate

_MEMBER = MembershipState.MEMBER.value


class MembershipValues:
    """What a row says of the membership of its city."""

    def __init__(self, reader: Reader, row: Row, default: str | None) -> None:
        """Read the row; `default` is the state of a city that has none, here or in the store."""
        state, since = reader.value(row, "membership_state"), reader.value(row, "member_since")
        self.state = state if isinstance(state, str) else None
        self.since = since if isinstance(since, PartialDate) else None
        self.act = reader.text(row, "act") or None
        self.evidence = "\n".join(str(one) for one in dict.fromkeys(reader.values(row, "evidence"))) or None
        self.default = default

    def put(self, reader: Reader, row: Row, record: WorkingRecord, sketch: Sketch, today: date) -> None:
        """Write down what the row changes of the memberships of `record`."""
        recorded = record.part("membership")
        if not recorded:
            recorded = self._begin(record, sketch)
        elif self.since is not None:
            self._put_since(reader, row, record, sketch)
        if self.state is not None and self.state != membership_among(recorded, today):
            text = mark("En la planilla figura «{state}» y en el archivo no; falta la fecha del cambio.")
            hint = mark("Regístrelo en la ficha de la ciudad.")
            reader.remark(row, "membership_state", text, hint, state=self._label(self.state))
        self._put_evidence(reader, row, record, sketch)

    @staticmethod
    def _label(state: str) -> Label:
        return Label(next(one.label for one in MembershipState if one.value == state))

    @property
    def _since_what(self) -> str:
        """The state that the date of entry is the beginning of."""
        return self.state if self.state == MembershipState.APPLICANT.value else _MEMBER

    def _begin(self, record: WorkingRecord, sketch: Sketch) -> list[dict[str, object]]:
        """Record the first membership of a city, when there is any."""
        state = self._since_what if self.since else self.state or self.default
        if state is not None:
            self._add(record, sketch, state, self.since)
        return record.part("membership")

    @staticmethod
    def _add(record: WorkingRecord, sketch: Sketch, state: str, since: PartialDate | None) -> None:
        values = {"municipality_id": record.id, "state": state, "starts": since, "ends": None, "act": None}
        sketch.add_part("membership", {**values, "evidence": None}, target="membership_state", shown=state)
        if since is not None:
            sketch.show("member_since", since)

    def _put_since(self, reader: Reader, row: Row, record: WorkingRecord, sketch: Sketch) -> None:
        mine = [one for one in record.part("membership") if one["state"] == self._since_what]
        if not mine:
            self._add(record, sketch, self._since_what, self.since)
            return
        agreeing = (one for one in mine if str(one["starts"]).startswith(str(self.since)))
        first = next(agreeing, None) or min(mine, key=beginning)
        if not in_order(self.since, first["ends"]):
            text = mark("Esa fecha de ingreso es posterior al fin de la situación registrada; no se cambió.")
            reader.remark(row, "member_since", text)
            return
        sketch.put_part("membership", first, "starts", self.since, target="member_since")

    def _put_evidence(self, reader: Reader, row: Row, record: WorkingRecord, sketch: Sketch) -> None:
        """Set the act and the evidence; what is said of a city without membership waits for the row that gives one."""
        said = {name: value for name, value in (("act", self.act), ("evidence", self.evidence)) if value}
        recorded = record.part("membership")
        if not recorded:
            for name, value in said.items():
                record.pending.setdefault(name, value)
                reader.remark(row, name, mark("No se guarda: la ciudad no tiene ninguna situación en la red."))
            return
        first = min((one for one in recorded if one["state"] == self._since_what), key=beginning, default=recorded[0])
        for values in (record.pending, said):
            sketch.put_part("membership", first, "act", values.get("act"), target="act")
            sketch.put_part_text("membership", first, "evidence", values.get("evidence"))
        record.pending.clear()
