"""What a deletion took away, said to a person: the records, and what went with them."""

from collections.abc import Collection

from app.words.words import Words
from db.catalog import Catalog
from db.changes import Changes


def say_deleted(catalog: Catalog, changes: Changes, entity: str, ids: Collection[str], words: Words) -> str:
    """Return that the records `ids` of `entity` were deleted: "Se eliminó Azul, con 2 documentos y 3 cargos.".

    `changes` are those of the operation that deleted them; one record is called by the name in its title.
    """
    gone = {name: set(changes.gone.get(name, ())) - (set(ids) if name == entity else set()) for name in catalog}
    also = [say_counted(catalog, name, len(keys), words) for name, keys in gone.items() if keys]
    name = changes.title.values.get("name", "")
    what = name if len(ids) == 1 and name else say_counted(catalog, entity, len(ids), words)
    if len(ids) == 1:
        if not also:
            return words("Se eliminó {what}.", what=what)
        return words("Se eliminó {what}, con {also}.", what=what, also=say_listed(also, words))
    if not also:
        return words("Se eliminaron {what}.", what=what)
    return words("Se eliminaron {what}, con {also}.", what=what, also=say_listed(also, words))


def say_counted(catalog: Catalog, entity: str, count: int, words: Words) -> str:
    """Return how many of a kind, as within a sentence: "2 documentos"."""
    info = catalog[entity]
    label = words(info.one if count == 1 else info.many)
    return f"{words.number(count)} {label[:1].lower()}{label[1:]}"


def say_listed(parts: list[str], words: Words) -> str:
    """Return `parts`, of which there is one at least, as a sentence lists them: "a, b y c"."""
    if len(parts) == 1:
        return parts[0]
    return words("{first} y {last}", first=", ".join(parts[:-1]), last=parts[-1])
