"""What a list says of a record in two lines: its name, and below what tells it from its namesakes and its state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.records.catalog import EntityInfo
from app.words.names import join_names


@dataclass(frozen=True, slots=True)
class LineFields:
    """The fields whose words make the two lines, by their names: the state stands at the end of the second."""

    name: tuple[str, ...]
    detail: tuple[str, ...] = ()
    state: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, in the order in which they are read."""
        return (*self.name, *self.detail, *filter(None, [self.state]))


@dataclass(frozen=True, slots=True)
class TwoLines:
    """The words of the two lines of one record."""

    name: str
    detail: str
    state: str

    def heard(self) -> str:
        """Return both lines as a screen reader says them."""
        return ", ".join(filter(None, (self.name, self.detail, self.state)))


def line_fields(entity: EntityInfo, listed: Iterable[str]) -> LineFields:
    """Return the fields of the two lines of `entity`, of those `listed`, from its declaration.

    A record is named by what names it in its list; a short name that is also what tells it apart stands below.
    """
    known = frozenset(listed)
    shown = [each for each in entity.columns if each in entity.named_by and each not in entity.detail]
    name = tuple(each for each in shown or entity.named_by if each in known)
    detail = tuple(each for each in entity.detail if each in known and each not in name)
    return LineFields(name, detail, entity.state if entity.state in known else "")


def two_lines(fields: LineFields, said: Sequence[str]) -> TwoLines:
    """Return the lines that the words `said`, one for each of `fields.all`, come to.

    What has no name of its own, as evidence without a note, is called by the first thing that is said of it.
    """
    names, details = len(fields.name), len(fields.name) + len(fields.detail)
    called, rest = [each for each in said[:names] if each], [each for each in said[names:details] if each]
    if not called:
        called, rest = rest[:1], rest[1:]
    return TwoLines(_joined(called), _joined(rest), "".join(said[details:]))


def _joined(said: Iterable[str]) -> str:
    return join_names(said)
