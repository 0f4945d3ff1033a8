"""What the columns of an import can be: fields of the entity, and what is kept beside it, such as phones and posts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from app.sheets.writing.exporting import CURRENCY_LABEL, KEY_LABEL
from app.words.folding import fold
from app.words.words import LANGUAGES, Words, mark
from db.catalog import Catalog, EntityInfo, FieldInfo
from db.entities.contact_point import ContactKind
from db.fields import Field, Kind

KEY = "key"
"""The target of the key that an export writes, by which a record is known again whatever else changed."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can be: its facts as of any field, whether several columns can be it, and how long a text fits."""

    name: str
    field: Field
    several: bool = False
    longest: int | None = None


class Targets(Mapping[str, Target]):
    """The targets of an import of records of one kind by their names, its own fields first."""

    def __init__(self, info: EntityInfo, targets: Iterable[Target]) -> None:
        """Keep the `targets` of the kind that `info` describes."""
        self.info = info
        self._targets = {each.name: each for each in targets}

    def __getitem__(self, name: str) -> Target:
        return self._targets[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._targets)

    def __len__(self) -> int:
        return len(self._targets)

    @property
    def naming(self) -> str:
        """The target without which nothing can be known of a row."""
        return self.info.named_by[0]

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """The folded titles by which each target is known: its label in every language, then its aliases."""
        spoken = [Words(language) for language in LANGUAGES]
        found = {}
        for each in self.values():
            labels = [_label(each, words) for words in spoken]
            found[each.name] = tuple(dict.fromkeys(fold(text) for text in (*labels, *each.field.aliases)))
        return found

    @property
    def known_titles(self) -> frozenset[str]:
        """All folded titles, for whoever looks for the header of a sheet."""
        return frozenset(title for titles in self.titles.values() for title in titles)


def targets_of(catalog: Catalog, entity: str) -> Targets:
    """Return the targets of an import of `entity`, its own fields first; KeyError when it cannot be imported."""
    info = catalog[entity]
    own = (_own(catalog, info, each) for each in info.stored)
    return Targets(info, (*own, *_BESIDE[entity](catalog), Target(KEY, Field(KEY_LABEL))))


def _label(each: Target, words: Words) -> str:
    if each.name.endswith("_currency"):
        return words(CURRENCY_LABEL, label=words(each.field.label))
    return words(each.field.label)


def _own(catalog: Catalog, info: EntityInfo, each: FieldInfo) -> Target:
    several = each.field.kind is Kind.SUBDIVISION  # a sheet often has a column for its name and one for its code
    return Target(each.name, each.field, several, _longest(catalog, info.name, each.name))


def _longest(catalog: Catalog, entity: str, name: str) -> int | None:
    info = catalog[entity].field(name)
    if info.target:  # a sheet names what a reference is kept for by its key
        named = catalog[info.target]
        return named.field(named.named_by[0]).longest
    return info.longest


def _borrowed(
    catalog: Catalog, name: str, source: tuple[str, str], *, label: str = "", aliases: tuple[str, ...] = ()
) -> Target:
    """Make a target of another entity's field (`source`: entity, field), under another name and, if given, label."""
    facts = catalog[source[0]].field(source[1]).field
    longest = _longest(catalog, *(("municipality", "short_name") if name == "place" else source))
    own = replace(facts, label=label or facts.label, aliases=(*aliases, *facts.aliases), required=False)
    return Target(name, own, own.kind is Kind.SUBDIVISION, longest)


def _contact(catalog: Catalog, name: str, kind: ContactKind, value: Kind) -> Target:
    field = Field(kind.label, value, aliases=_ALIASES[name], personal=True)
    return Target(name, field, several=True, longest=_longest(catalog, "contact_point", "value"))


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


def _contacts(catalog: Catalog) -> Iterator[Target]:
    yield _contact(catalog, "phones", ContactKind.PHONE, Kind.PHONE)
    yield _contact(catalog, "mobiles", ContactKind.MOBILE, Kind.PHONE)
    yield _contact(catalog, "faxes", ContactKind.FAX, Kind.PHONE)
    yield _contact(catalog, "emails", ContactKind.EMAIL, Kind.EMAIL)
    yield _contact(catalog, "addresses", ContactKind.ADDRESS, Kind.TEXT)


def _of_person(catalog: Catalog) -> Iterator[Target]:
    yield Target("surname", Field(mark("Apellido"), aliases=("apellidos", "sobrenome", "surname", "last name")))
    yield from _contacts(catalog)
    yield _borrowed(catalog, "post", ("post", "name"), aliases=("puesto que ocupa", "cargo o función", "cargo actual"))
    yield _borrowed(catalog, "role", ("post", "role"))
    yield _borrowed(catalog, "place", ("person", "place"), aliases=("ciudad o institución", "institución o ciudad"))
    yield _borrowed(catalog, "municipality", ("post", "municipality_id"), aliases=_ALIASES["municipality"])
    yield _borrowed(catalog, "municipality_code", ("municipality", "official_code"))
    yield _borrowed(catalog, "organisation", ("post", "organisation_id"), aliases=_ALIASES["organisation"])
    yield _borrowed(catalog, "country", ("municipality", "country"))
    yield _borrowed(catalog, "subdivision", ("municipality", "subdivision"))
    yield _borrowed(catalog, "starts", ("tenure", "starts"))
    yield _borrowed(catalog, "ends", ("tenure", "ends"))
    yield _borrowed(catalog, "verified_on", ("tenure", "verified_on"))


def _of_municipality(catalog: Catalog) -> Iterator[Target]:
    yield _borrowed(catalog, "membership_state", ("membership", "state"))
    yield _borrowed(catalog, "member_since", ("membership", "starts"), label=mark("Miembro desde"))
    yield _borrowed(catalog, "act", ("membership", "act"))
    yield replace(_borrowed(catalog, "evidence", ("membership", "evidence")), several=True)
    yield from _contacts(catalog)


def _of_experience(catalog: Catalog) -> Iterator[Target]:
    yield _borrowed(
        catalog, "countries", ("municipality", "country"), label=mark("Países"), aliases=("countries", "países")
    )
    yield Target("cost_currency", Field(mark("Costo"), Kind.CURRENCY, aliases=("moneda", "moeda", "currency")))


_BESIDE: Mapping[str, Callable[[Catalog], Iterator[Target]]] = MappingProxyType(
    {
        "person": _of_person,
        "municipality": _of_municipality,
        "experience": _of_experience,
        "organisation": _contacts,
    }
)
"""What each entity can take from a sheet that is no field of its own."""
