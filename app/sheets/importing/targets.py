"""What the columns of an import can be: fields of the entity, and what is kept beside it, such as phones and posts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from app.sheets.writing.exporting import CURRENCY_LABEL
from app.words.folding import fold
from app.words.words import LANGUAGES, Words
from db.catalog import Catalog, EntityInfo, FieldInfo
from db.entities.contact_point import ContactKind
from db.fields import Field, Kind

FORMER_KEY_LABELS = ("clave de enlace", "chave do enlace", "enlace key")
"""What earlier versions called the column of keys, in each language."""

KEY = "key"
"""The target of the key that an export writes, by which a record is known again whatever else changed."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can be: its facts as of any field, and whether several columns can be it.

    `currency_of` is the label of the amounts of which it says the currency.
    """

    name: str
    field: Field
    several: bool = False
    currency_of: str = ""


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
    def naming(self) -> tuple[str, ...]:
        """The targets without all of which nothing can be known of a row."""
        naming = map(self.info.field, self.info.known_by)
        found = (each.name for each in naming if each.names_record or each.name in self.info.named_by)
        return tuple(found) or self.info.named_by[:1]

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


def _label(each: Target, words: Words) -> str:
    if each.currency_of:
        return words(CURRENCY_LABEL, label=words(each.currency_of))
    return words(each.field.label)


def own_target(catalog: Catalog, each: FieldInfo) -> Target:
    """Return the target of a field of the kind itself that is imported."""
    several = each.field.kind is Kind.SUBDIVISION  # a sheet often has a column for its name and one for its code
    return Target(each.name, _in_sheet(catalog, each), several)


def currency_target(each: FieldInfo) -> Target:
    """Return the target that says the currency of the amounts of a field, where a sheet has it in a column of its own.

    It is called as the column that holds the currency.
    """
    label = each.field.label
    field = Field(label, Kind.CURRENCY, aliases=("moneda", "moeda", "currency"))
    return Target(each.columns[-1], field, currency_of=label)


def _in_sheet(catalog: Catalog, each: FieldInfo) -> Field:
    """Return the facts of a field as a sheet has it: it names what a reference is kept for by its key."""
    if not each.target:
        return each.field
    named = catalog[each.target]
    return replace(each.field, bounds=named.field(named.named_by[0]).field.bounds)


def borrowed(
    catalog: Catalog, name: str, source: tuple[str, str], *, label: str = "", aliases: tuple[str, ...] = ()
) -> Target:
    """Make a target of another entity's field (`source`: entity, field), under another name and, if given, label."""
    facts = _in_sheet(catalog, catalog[source[0]].field(source[1]))
    own = replace(facts, label=label or facts.label, aliases=(*aliases, *facts.aliases), required=False)
    return Target(name, own, own.kind is Kind.SUBDIVISION)


def _contact(catalog: Catalog, name: str, kind: ContactKind, value: Kind) -> Target:
    bounds = catalog["contact_point"].field("value").field.bounds
    return Target(name, Field(kind.label, value, aliases=ALIASES[name], personal=True, bounds=bounds), several=True)


ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
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


def contact_targets(catalog: Catalog) -> Iterator[Target]:
    """Return the targets of the contacts of a record: several columns can be each."""
    yield _contact(catalog, "phones", ContactKind.PHONE, Kind.PHONE)
    yield _contact(catalog, "mobiles", ContactKind.MOBILE, Kind.PHONE)
    yield _contact(catalog, "faxes", ContactKind.FAX, Kind.PHONE)
    yield _contact(catalog, "emails", ContactKind.EMAIL, Kind.EMAIL)
    yield _contact(catalog, "addresses", ContactKind.ADDRESS, Kind.TEXT)
