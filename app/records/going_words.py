"""What a deletion took away, said to a person: the records, and what went with them."""

from app.words.words import Words
from db.catalog import Catalog
from db.changes import Changes


def say_deleted(catalog: Catalog, changes: Changes, words: Words) -> str:
    """Return what an operation deleted: "Se eliminó Azul, con 2 documentos y 3 cargos.".

    Its title says of which kind the records were and how many; one is called by the name in it.
    """
    title = changes.title
    kind = title.values.get("what", "")
    entity = next((name for name, info in catalog.items() if kind in (info.one, info.many)), "")
    count = title.count or 1
    gone = {name: len(changes.gone.get(name, ())) - (count if name == entity else 0) for name in catalog}
    also = [say_counted(catalog, name, keys, words) for name, keys in gone.items() if keys > 0]
    name = title.values.get("name", "")
    what = name if (count == 1 and name) or not entity else say_counted(catalog, entity, count, words)
    if count == 1:
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
