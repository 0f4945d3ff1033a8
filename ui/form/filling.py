"""What choices write in a form for the person: the next choice replaces that, and nothing that the person wrote."""

from collections.abc import Collection, Mapping

from app.records.catalog import EntityInfo


class Filling:
    """What a form began with, and what the last choice wrote in it."""

    def __init__(self, entity: EntityInfo) -> None:
        """Fill forms of `entity`."""
        self._entity = entity
        self._begun: Mapping[str, object] = {}
        self._chosen: dict[str, object] = {}

    def begin(self, values: Mapping[str, object]) -> None:
        """Take `values` as what the form begins with: nobody wrote them in it."""
        self._begun = dict(values)
        self._chosen = {}

    def plan(
        self, wanted: Mapping[str, object], now: Mapping[str, object], *, follows: Collection[str] = ()
    ) -> dict[str, object]:
        """Return what a choice that knows `wanted` writes over what stands in the form `now`.

        What the choice before wrote and this one does not know goes back to what the form began with. What the person
        wrote stays, with what says one thing with it, but for the fields that `follows` names: they are the choice.
        """
        written = {name: self._begun.get(name) for name in self._chosen} | dict(wanted)
        free = {name for name in written if name in now and (name in follows or self._is_free(name, now))}
        self._chosen = {name: value for name, value in wanted.items() if name in free}
        return {name: value for name, value in written.items() if name in free and now[name] != value}

    def is_chosen(self, name: str, value: object) -> bool:
        """Tell whether `value` is what the last choice wrote in a field."""
        return name in self._chosen and self._chosen[name] == value

    def _is_free(self, name: str, now: Mapping[str, object]) -> bool:
        unit = [each for each in self._entity.together_with(name) if each in now]
        return all(now[each] == self._begun.get(each) or self.is_chosen(each, now[each]) for each in unit)
