"""What the columns of an import can be: fields of the entity, and what is kept beside it, such as phones and posts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from sqlalchemy import String

from app.records.catalog import describe
from app.sheets.writing.exporting import CURRENCY_LABEL, KEY_LABEL
from app.words.folding import fold
from app.words.words import LANGUAGES, Words, mark
from db.entities.contact_point import ContactKind
from db.fields import Field, Kind
from db.query import entity_class

IMPORTED = ("municipality", "person", "experience", "organisation")
"""The entities that can be imported."""

KEY = "key"
"""The target of the key that an export writes, by which a record is known again whatever else changed."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can be: its facts as of any field, whether several columns can be it, and how long a text fits."""

    name: str
    field: Field
    several: bool = False
    longest: int | None = None


@cache
def targets(entity: str) -> tuple[Target, ...]:
    """Return the targets of an import of `entity`, its own fields first; KeyError when it cannot be imported."""
    own = (_own(entity, each.name) for each in describe(entity).stored)
    return (*own, *_BESIDE[entity](), Target(KEY, Field(KEY_LABEL)))


def target(entity: str, name: str) -> Target:
    """Return the target called `name`; KeyError when there is none."""
    for each in targets(entity):
        if each.name == name:
            return each
    raise KeyError(f"{entity}.{name}")


@cache
def titles_of(entity: str) -> Mapping[str, tuple[str, ...]]:
    """Return the folded titles by which each target is known: its label in every language, then its aliases."""
    spoken = [Words(language) for language in LANGUAGES]
    found = {}
    for each in targets(entity):
        labels = [_label(each, words) for words in spoken]
        found[each.name] = tuple(dict.fromkeys(fold(text) for text in (*labels, *each.field.aliases)))
    return MappingProxyType(found)


def known_titles(entity: str) -> frozenset[str]:
    """Return all folded titles of the targets of `entity`, for whoever looks for the header of a sheet."""
    return frozenset(title for titles in titles_of(entity).values() for title in titles)


def _label(each: Target, words: Words) -> str:
    if each.name.endswith("_currency"):
        return words(CURRENCY_LABEL, label=words(each.field.label))
    return words(each.field.label)


def _own(entity: str, name: str) -> Target:
    field = describe(entity).field(name).field
    several = field.kind is Kind.SUBDIVISION  # a sheet often has a column for its name and one for its code
    return Target(name, field, several, _longest(entity, name))


def _longest(entity: str, name: str) -> int | None:
    referred = describe(entity).field(name).target
    if referred:  # a sheet names what a reference is kept for by its key
        entity, name = referred, describe(referred).columns[0]
    column = entity_class(entity).__table__.columns.get(name)
    return column.type.length if column is not None and isinstance(column.type, String) else None


def _borrowed(name: str, entity: str, field: str, *, label: str = "", aliases: tuple[str, ...] = ()) -> Target:
    """Make a target of another entity's field, under another name and, where a sheet calls it so, label."""
    row_values = describe(entity).field(field).field
    longest = _longest("municipality", "short_name") if name == "place" else _longest(entity, field)
    own = replace(row_values, label=label or row_values.label, aliases=(*aliases, *row_values.aliases), required=False)
    return Target(name, own, own.kind is Kind.SUBDIVISION, longest)


def _contact(name: str, kind: ContactKind, value: Kind) -> Target:
    field = Field(kind.label, value, aliases=_ALIASES[name], personal=True)
    return Target(name, field, several=True, longest=_longest("contact_point", "value"))


_ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "phones": (
            "teléfonos",
            "tel",
            "tels",
            "fono",
            "fone",
            "telefone",
            "telefones",
            "phone",
            "phones",
            "telephone",
            "teléfono institucional",
            "teléfono fijo",
            "teléfono oficina",
        ),
        "mobiles": (
            "celulares",
            "móvil",
            "teléfono móvil",
            "teléfono celular",
            "telefone celular",
            "mobile",
            "cell",
            "whatsapp",
        ),
        "faxes": (
            "fax",
            "telefax",
        ),
        "emails": (
            "correo",
            "correos",
            "email",
            "e-mail",
            "emails",
            "mail",
            "mails",
            "correo institucional",
            "endereço eletrônico",
            "dirección de correo",
        ),
        "addresses": (
            "dirección",
            "domicilio",
            "endereço",
            "address",
            "dirección institucional",
        ),
        "municipality": (
            "cidade",
            "city",
            "municipio",
            "município",
            "comuna",
            "alcaldía",
            "municipality",
            "gobierno local",
            "localidad",
            "localidade",
            "intendencia",
            "prefeitura",
            "municipalidad",
        ),
        "organisation": (
            "institución",
            "instituição",
            "institution",
            "organización",
            "organização",
            "organisation",
            "organization",
            "entidad",
            "entidade",
            "empresa",
            "company",
            "universidad",
            "universidade",
        ),
    }
)
"""What sheets call the targets that are no field of ours."""


def _contacts() -> Iterator[Target]:
    yield _contact("phones", ContactKind.PHONE, Kind.PHONE)
    yield _contact("mobiles", ContactKind.MOBILE, Kind.PHONE)
    yield _contact("faxes", ContactKind.FAX, Kind.PHONE)
    yield _contact("emails", ContactKind.EMAIL, Kind.EMAIL)
    yield _contact("addresses", ContactKind.ADDRESS, Kind.TEXT)


def _of_person() -> Iterator[Target]:
    yield Target("surname", Field(mark("Apellido"), aliases=("apellidos", "sobrenome", "surname", "last name")))
    yield from _contacts()
    yield _borrowed("post", "post", "name", aliases=("puesto que ocupa", "cargo o función", "cargo actual"))
    yield _borrowed("role", "post", "role")
    yield _borrowed("place", "person", "place", aliases=("ciudad o institución", "institución o ciudad"))
    yield _borrowed("municipality", "post", "municipality_id", aliases=_ALIASES["municipality"])
    yield _borrowed("municipality_code", "municipality", "official_code")
    yield _borrowed("organisation", "post", "organisation_id", aliases=_ALIASES["organisation"])
    yield _borrowed("country", "municipality", "country")
    yield _borrowed("subdivision", "municipality", "subdivision")
    yield _borrowed("starts", "tenure", "starts")
    yield _borrowed("ends", "tenure", "ends")
    yield _borrowed("verified_on", "tenure", "verified_on")


def _of_municipality() -> Iterator[Target]:
    yield _borrowed("membership_state", "membership", "state")
    yield _borrowed("member_since", "membership", "starts", label=mark("Miembro desde"))
    yield _borrowed("act", "membership", "act")
    yield replace(_borrowed("evidence", "membership", "evidence"), several=True)
    yield from _contacts()


def _of_experience() -> Iterator[Target]:
    yield _borrowed("countries", "municipality", "country", label=mark("Países"), aliases=("countries", "países"))
    yield Target("cost_currency", Field(mark("Costo"), Kind.CURRENCY, aliases=("moneda", "moeda", "currency")))


_BESIDE: Mapping[str, Callable[[], Iterator[Target]]] = MappingProxyType(
    {
        "person": _of_person,
        "municipality": _of_municipality,
        "experience": _of_experience,
        "organisation": _contacts,
    }
)
"""What each entity can take from a sheet that is no field of its own."""
