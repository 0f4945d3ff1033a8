"""Rows of people: who each is, and what it says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.records.duplicates.likeness import ALIKE_AT_A_PLACE, may_be_one, most_alike
from app.sheets.importing.planners.institutions import Found, Institution, Institutions
from app.sheets.importing.planners.names import in_mixed_case
from app.sheets.importing.planners.people import People
from app.sheets.importing.planners.places import country_of
from app.sheets.importing.planners.posts import Posts, TenureValues, read_tenure
from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Answer, Candidate, Decision, Request
from app.sheets.importing.targets import ALIASES, Target, borrowed
from app.words.folding import fold
from app.words.names import join_names
from app.words.words import Words, mark
from db.catalog import Catalog, EntityInfo
from db.fields import Field
from db.keys import new_key
from db.session import FileSession

_SAME_NAME, _ALIKE_NAME, _SAME_EMAIL = mark("Se llama igual"), mark("Nombre parecido"), mark("Mismo correo")


@dataclass(slots=True)
class PersonValues(RowValues):
    """What a row says of a person, of the place where the person works, and of the post there."""

    found: Found = field(default_factory=Found)
    tenure: TenureValues = field(default_factory=TenureValues)

    @property
    def place_id(self) -> str:
        """The key of the place; empty when the row names none."""
        return self.found.institution.id if self.found.institution else ""

    @property
    def emails(self) -> list[str]:
        """The e-mails, as they are compared."""
        return [email.casefold() for email in self.contacts.get("emails", ())]


class PersonPlanner(RecordPlanner[PersonValues]):
    """Plans the rows of people of one request."""

    entity = "person"
    parts = ("contact_point", "tenure")

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the people of the store, their places and posts."""
        super().__init__(session, request, words, today)
        self._institutions = Institutions(session, self.reader, request.options.country)
        self._posts = Posts(session, words, " ".join(column.title for column in request.matching.columns_of("name")))
        self._people = People(session)
        self._longest_name = self.info.field("name").field.bounds.longest

    @classmethod
    def beside(cls, catalog: Catalog, info: EntityInfo) -> Iterator[Target]:
        """Return what a sheet says of a person that is no field of its own: the contacts, the post and its place."""
        yield Target("surname", Field(mark("Apellido"), aliases=("apellidos", "sobrenome", "surname", "last name")))
        yield from super().beside(catalog, info)
        yield borrowed(
            catalog, "post", ("post", "name"), aliases=("puesto que ocupa", "cargo o función", "cargo actual")
        )
        yield borrowed(catalog, "role", ("post", "role"))
        place = borrowed(
            catalog, "place", ("person", "place"), aliases=("ciudad o institución", "institución o ciudad")
        )
        bounds = catalog["municipality"].field("short_name").field.bounds
        yield replace(place, field=replace(place.field, bounds=bounds))
        yield borrowed(catalog, "municipality", ("post", "municipality_id"), aliases=ALIASES["municipality"])
        yield borrowed(catalog, "municipality_code", ("municipality", "official_code"))
        yield borrowed(catalog, "organisation", ("post", "organisation_id"), aliases=ALIASES["organisation"])
        yield borrowed(catalog, "country", ("municipality", "country"))
        yield borrowed(catalog, "subdivision", ("municipality", "subdivision"))
        yield borrowed(catalog, "starts", ("tenure", "starts"))
        yield borrowed(catalog, "ends", ("tenure", "ends"))
        yield borrowed(catalog, "verified_on", ("tenure", "verified_on"))

    def read(self, row: Row) -> PersonValues:
        """Return what the row says."""
        first, surname = self.reader.text(row, "name"), self.reader.text(row, "surname")
        raw = first if fold(first).endswith(fold(surname)) else f"{first} {surname}".strip()
        tenure, found = read_tenure(self.reader, row), self._institutions.find(row)
        row_values = PersonValues(raw_name=raw, tenure=tenure, found=found)
        self.fill(row, row_values, self._country(row, row_values.found.institution))
        longest = self._longest_name
        if longest is not None and len(raw) > longest:
            text = mark("El nombre y el apellido juntos tienen más de {longest} caracteres.")
            self.reader.refuse(row, "name", text, mark("Acórtelos."), longest=longest)
        if not raw:
            row_values.title = next(iter(row_values.emails), "")
        return row_values

    def _country(self, row: Row, institution: Institution | None) -> str:
        said = country_of(self.reader, row) or (institution.country if institution else "")
        return said or self.request.options.country

    def identify(self, row: Row, row_values: PersonValues) -> Identity[PersonValues]:
        """Find who the row is: by key; by e-mail and a name like it; by name at the same place."""
        if row_values.found.doubt is not None:
            self._settle_place(row_values)
        if row_values.found.doubt is not None:
            found = row_values.found
            return Identity(
                row, row_values, candidates=found.candidates, doubts=(row_values.found.doubt,), asked=found.asked
            )
        if self.knows(row_values.key):
            return self.known(row, row_values, row_values.key)
        mailed = self._people.with_emails(row_values.emails)
        if mailed:
            return self._by_email(row, row_values, mailed)
        return self._by_name(row, row_values) if row_values.raw_name else self._nameless(row, row_values)

    def _nameless(self, row: Row, row_values: PersonValues) -> Identity[PersonValues]:
        text, hint = mark("Falta el nombre de la persona."), mark("Escríbalo en la planilla.")
        self.reader.refuse(row, "name", text, hint)
        return Identity(row, row_values)

    def waits(self, row_values: PersonValues) -> bool:
        """Let a row without name wait for the one that says whose e-mail it has."""
        return not row_values.raw_name

    def _settle_place(self, row_values: PersonValues) -> None:
        """Of the places that the row may mean, take the one where a person whom it may be is known to work."""
        people = [row_values.key] if self.knows(row_values.key) else self._people.with_emails(row_values.emails)
        people = people or self._people.named(fold(row_values.raw_name))
        known = {place for key in people for place in self._people.places_of(key)}
        likely = [candidate.id for candidate in row_values.found.candidates if candidate.id in known]
        if len(likely) == 1:
            row_values.found = Found(self._institutions.get(likely[0]))

    def _by_email(self, row: Row, row_values: PersonValues, mailed: list[str]) -> Identity[PersonValues]:
        name = fold(row_values.raw_name)
        equal = [key for key in mailed if self._people.names[key] == name]
        if len(equal) == 1:
            return self.known(row, row_values, equal[0])
        if len(mailed) == 1 and (not name or may_be_one(name, self._people.names[mailed[0]])):
            return self.known(row, row_values, mailed[0])
        text = mark("El correo es de otra persona registrada, o de más de una.")
        return self._doubt(row, row_values, "emails", text, dict.fromkeys(mailed, 100), why=_SAME_EMAIL)

    def _by_name(self, row: Row, row_values: PersonValues) -> Identity[PersonValues]:
        namesakes = self._people.named(fold(row_values.raw_name))
        there = [key for key in namesakes if row_values.place_id and row_values.place_id in self._people.places_of(key)]
        nowhere = [key for key in namesakes if not self._people.places_of(key)]
        if not row_values.place_id and len(nowhere) == 1:
            there = nowhere
        if len(there) == 1:
            return self.known(row, row_values, there[0])
        if there or nowhere or (namesakes and not row_values.place_id):
            text = mark("Hay alguien con ese nombre, y la fila no alcanza para saber si es la misma persona.")
            return self._doubt(
                row, row_values, "name", text, dict.fromkeys(there or nowhere or namesakes, 100), why=_SAME_NAME
            )
        others = self._people.names_at(row_values.place_id)
        alike = dict(most_alike(fold(row_values.raw_name), others, ALIKE_AT_A_PLACE)) if others else {}
        if alike:
            scores = {key: score for name, score in alike.items() for key in self._people.named(name)}
            at_place = {
                key: score for key, score in scores.items() if row_values.place_id in self._people.places_of(key)
            }
            text = mark("Hay alguien de nombre parecido en el mismo lugar.")
            return self._doubt(row, row_values, "name", text, at_place, why=_ALIKE_NAME)
        return self.new(row, row_values)

    def _doubt(
        self, row: Row, row_values: PersonValues, target: str, text: str, scores: Mapping[str, int], *, why: str
    ) -> Identity[PersonValues]:
        problem = self.reader.about(row, target, text, mark("Indique si es la misma o si es otra."))
        return Identity(
            row,
            row_values,
            candidates=tuple(self._candidate(key, score, why) for key, score in scores.items()),
            doubts=(problem,),
        )

    def _candidate(self, key: str, score: int, why: str) -> Candidate:
        places = filter(None, map(self._institutions.get, self._people.places_of(key)))
        detail = join_names(map(self._institutions.told, places))
        return Candidate("person", key, self._people.titles.get(key, ""), detail, score, why)

    def decide(self, identity: Identity[PersonValues], decision: Decision) -> Identity[PersonValues]:
        """Return who a doubtful row is; an answer about its place is taken first, and says nothing of who it is."""
        row, row_values = identity.row, identity.row_values
        if row_values.found.doubt is None:
            return super().decide(identity, decision)
        answered = decision.place or decision
        chosen = self._institutions.get(answered.record_id)
        if chosen is not None:
            row_values.found = Found(chosen)
        elif answered.answer is Answer.NEW:
            row_values.found = self._institutions.find(row, make=True)
        else:
            return identity
        placed = self.identify(row, row_values)
        if not placed.doubts:
            return placed
        decided = super().decide(placed, decision) if decision.place is not None else placed
        return replace(decided, candidates=placed.candidates, place=answered)

    def knows(self, record_id: str) -> bool:
        """Tell whether there is a person of this key."""
        return record_id in self._people.names

    def known(self, row: Row, row_values: PersonValues, record_id: str) -> Identity[PersonValues]:
        """Take the row for this person, who may have more e-mails and places by it."""
        name = row_values.raw_name if self.says_first(record_id, "name", fold(row_values.raw_name)) else ""
        self._people.add(record_id, name, row_values.emails, row_values.place_id)
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: PersonValues) -> Identity[PersonValues]:
        """Take the row for a person who is not known yet; one without name is refused, whatever was answered."""
        if not row_values.raw_name:
            return self._nameless(row, row_values)
        return self.known(row, row_values, new_key()).as_new()

    def written(self, raw_name: str) -> str:
        """Return the name of a person without the capitals of a sheet that shouts."""
        return in_mixed_case(raw_name)

    def sketch(self, row: Row, row_values: PersonValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes, of the person and of the post and its place."""
        super().sketch(row, row_values, record, sketch)
        institution = row_values.found.institution
        if institution is None:
            self._keep_post(row, row_values)
            return
        for write in self._institutions.written(institution):
            text = mark("«{name}» no estaba y se agregará.")
            self.reader.remark(row, "municipality", text, name=institution.name)
            sketch.add_writes((write,))
        told = self._institutions.told(institution)
        self._posts.put(self.reader, row, record, sketch, (institution, told, row_values.tenure))

    def _keep_post(self, row: Row, row_values: PersonValues) -> None:
        """Keep in the notes the post of a person of whom nobody says where."""
        if row_values.tenure.post:
            text = mark("Falta la ciudad u organismo del cargo, que queda en las notas.")
            self.reader.remark(row, "post", text)
            row.leftovers.append((self.reader.label("post"), row_values.tenure.post))
