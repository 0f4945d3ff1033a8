"""What there is to show and edit in an open file: its kinds of record, their fields and parts, as they are declared.

The catalog is made when the first file is opened and kept beside each store. Whoever has the store or a session of it
has it too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sqlalchemy import Table
from sqlalchemy.orm import RelationshipProperty, class_mapper

from db.base import Entity, units
from db.deadlines import deadlines_of
from db.declared import declared_fields
from db.derived import derived_fields
from db.entities import ENTITIES
from db.fields import Field, Kind, mark
from db.languages import names_beside

NAME_IN_SPANISH = mark("Nombre en español")


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field of an entity: its name, its facts, the entity it refers to, and whether it derives from others.

    A new record need not say one that `has_default`; `default` is what it then has, where that is always the same.
    `columns` are those that hold it: none of a field of links or a derived one, two of money. One that refers to a
    record of any kind has no target, and is `owned` when the row belongs to that record. `kinds` are those of the
    records that it names: the target, and of a derived field those that it declares. `written_label` is what it is
    called where what is stored stands, whoever reads: a name with others beside it says its language, or what its
    column has `written`.
    """

    name: str
    field: Field
    target: str = ""
    derived: bool = False
    has_default: bool = False
    default: object = None
    columns: tuple[str, ...] = ()
    owned: bool = False
    kinds: tuple[str, ...] = ()
    in_languages: bool = False
    written: str = ""

    @property
    def names_record(self) -> bool:
        """Whether it refers to one record, of one kind or of any."""
        return self.field.kind in (Kind.REFERENCE, Kind.RECORD)

    @property
    def written_label(self) -> str:
        """Spanish source words for the field where it is written and not read in another language."""
        return self.written or (NAME_IN_SPANISH if self.in_languages else self.field.label)


@dataclass(frozen=True, slots=True)
class PartInfo:
    """Rows of another entity that are edited inside a record: `key` is their field that refers to it."""

    name: str
    entity: str
    key: str


@dataclass(frozen=True)
class EntityInfo:
    """A kind of record: what one and many are called (Spanish source words), its fields, first columns and parts.

    `named_by` are the fields by which one is named, `detail` those that tell it from others of its name, and stand
    beside each that is chosen where it `says_little`, `state` the one that says how it stands now, empty for none; the
    words of one that is `searched` are looked for. `known_by` are the fields by which a row of a spreadsheet is known
    again where a name says too little. `units` are the columns that say one thing together. One that `is_part`
    belongs to another record and is found as that. One
    that is `read_only` lists records of other kinds, whose keys its own are: it is asked for as any other and never
    written.
    """

    name: str
    one: str
    many: str
    fields: tuple[FieldInfo, ...]
    columns: tuple[str, ...]
    parts: tuple[PartInfo, ...]
    named_by: tuple[str, ...]
    detail: tuple[str, ...]
    says_little: bool
    state: str
    units: tuple[tuple[str, ...], ...]
    searched: bool
    known_by: tuple[str, ...]
    is_part: bool
    read_only: bool

    @cached_property
    def by_name(self) -> Mapping[str, FieldInfo]:
        """The fields by their names."""
        return {info.name: info for info in self.fields}

    def field(self, name: str) -> FieldInfo:
        """Return the field called `name`; KeyError when there is none."""
        try:
            return self.by_name[name]
        except KeyError:
            raise KeyError(f"{self.name}.{name}") from None

    @cached_property
    def stored(self) -> tuple[FieldInfo, ...]:
        """The fields that a person writes."""
        return tuple(info for info in self.fields if not info.derived)

    def together_with(self, name: str) -> tuple[str, ...]:
        """Return the written fields that say one thing with the field `name`, which is among them."""
        mine = set(self.field(name).columns)
        found = next((set(unit) for unit in self.units if mine & set(unit)), set())
        return tuple(each.name for each in self.stored if found & set(each.columns)) or (name,)


class Catalog(Mapping[str, EntityInfo]):
    """The kinds of record of a file by their names: as they are declared, then those that list several of them."""

    def __init__(self, entities: Iterable[type[Entity]] = ENTITIES) -> None:
        """Describe `entities`, all that are declared unless others are named."""
        declared = tuple(entities)
        deadlines = deadlines_of(declared)
        kinds = declared if deadlines is None else (*declared, deadlines)
        self._classes = {entity.__tablename__: entity for entity in kinds}
        self._infos = {name: _describe(entity) for name, entity in self._classes.items()}

    def __getitem__(self, name: str) -> EntityInfo:
        return self._infos[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def __len__(self) -> int:
        return len(self._infos)

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def entity(self, name: str) -> type[Entity]:
        """Return the class of the kind called `name`; KeyError for a name that is none."""
        return self._classes[name]

    def written(self, name: str) -> type[Entity]:
        """Return the class of the kind called `name`, to write records of it; TypeError for one that is only read."""
        if self._infos[name].read_only:
            raise TypeError(f"{name} is only read")
        return self._classes[name]

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """The kinds whose records the file holds: all but those that list the records of others."""
        return tuple(name for name, info in self._infos.items() if not info.read_only)

    @cached_property
    def answering(self) -> tuple[str, ...]:
        """The kinds that the one search answers with, in the order in which their answers stand."""
        return tuple(name for name, info in self._infos.items() if info.searched and not info.is_part)

    @cached_property
    def referring_to_any(self) -> tuple[tuple[str, FieldInfo], ...]:
        """The fields that refer to a record of any kind, each with the kind that has it."""
        found = ((name, each) for name, info in self._infos.items() for each in info.stored)
        return tuple((name, each) for name, each in found if each.field.kind is Kind.RECORD)


@lru_cache(maxsize=1)
def present_catalog() -> Catalog:
    """Return the catalog of what is declared, the same for every file: what is made from it is kept by it."""
    return Catalog()


def _describe(entity: type[Entity]) -> EntityInfo:
    name, facts = entity.__tablename__, entity.facts
    derived = (
        FieldInfo(each, found.field, derived=True, kinds=found.kinds) for each, found in derived_fields(entity).items()
    )
    return EntityInfo(
        name=name,
        one=facts.one,
        many=facts.many,
        fields=(*_columns(entity), *_links(entity), *derived, *_counts(entity)),
        columns=facts.columns,
        parts=tuple(_parts(entity)),
        named_by=facts.named_by,
        detail=facts.detail,
        says_little=facts.says_little,
        state=facts.state,
        units=units(entity.__table__),
        searched=facts.searched,
        known_by=facts.known_by,
        is_part=bool(facts.owners),
        read_only=not isinstance(entity.__table__, Table),
    )


def _columns(entity: type[Entity]) -> Iterator[FieldInfo]:
    for each in declared_fields(entity):
        column = entity.__table__.columns[each.columns[0]]
        target = next((key.column.table.name for key in column.foreign_keys), "")
        yield FieldInfo(
            each.name,
            each.field,
            target,
            has_default=column.default is not None,
            default=getattr(column.default, "arg", None) if getattr(column.default, "is_scalar", False) else None,
            columns=each.columns,
            owned=each.owned,
            kinds=(target,) if target else (),
            in_languages=bool(names_beside(entity, each.name)),
            written=str(column.info.get("written", "")),
        )


def _relationships(entity: type[Entity]) -> Iterator[RelationshipProperty[Entity]]:
    yield from class_mapper(entity).relationships


def _links(entity: type[Entity]) -> Iterator[FieldInfo]:
    for link in _relationships(entity):
        field = link.info.get("field")
        if isinstance(field, Field):
            target = link.entity.class_.__tablename__
            yield FieldInfo(link.key, field, target, kinds=(target,))


def _part_links(entity: type[Entity]) -> Iterator[RelationshipProperty[Entity]]:
    yield from (link for link in _relationships(entity) if link.info.get("part"))


def _parts(entity: type[Entity]) -> Iterator[PartInfo]:
    for link in _part_links(entity):
        key = next(iter(link.remote_side)).name or ""
        yield PartInfo(link.key, link.entity.class_.__tablename__, key)


def _counts(entity: type[Entity]) -> Iterator[FieldInfo]:
    """Return, of each part, how many rows it has, as a list shows it."""
    for link in _part_links(entity):
        label = link.entity.class_.facts.many
        yield FieldInfo(link.key, Field(label, Kind.INTEGER, width=10), derived=True)
