"""Turns of an office: records saved, edited, deleted, united, imported and given files, as the window does it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from app.records import attachments
from app.records.drafts import stored_values
from app.records.duplicates.merge import merge
from app.records.editing import Draft, delete_records, edit_many, save_record
from app.records.reading import part_ids, read_record
from app.sheets.importing.importing import apply_plan, make_plan, prepare, read_file, targets_of
from app.words.problems import ProblemError
from app.words.values import show_value
from db.changes import Changes
from db.fields import Field, Kind
from tests.db.player.drawing import Drawer, can_be_saved, key_drawn, lacks_an_owner, reached_from
from tests.db.player.game import Game
from tests.make import CATALOG, SPANISH
from tests.make_sheets import make_xlsx

TRIES = 6
"""How often a turn tries other values when a rule refuses those that it drew."""


def tried(game: Game, name: str, draw: Callable[[], Callable[[], Changes]]) -> None:
    """Do what `draw` gives until no rule refuses it; what is refused may leave no trace."""
    for _ in range(TRIES):
        try:
            if game.change(draw()):
                game.counts[name] += 1
            return
        except ProblemError:
            game.counts["refused"] += 1
            game.verify()


def choose_kinds(game: Game, random: Random) -> None:
    """Play from now on with some kinds of record alone, so that hands meet on the same records."""
    chosen = random.sample(game.store.catalog.stored, random.randint(2, 4))
    game.kinds = tuple(sorted({name for each in chosen for name in reached_from(each, random)} | {"municipality"}))


def save_new(game: Game, random: Random) -> None:
    """Save a new record of any kind with its parts."""
    _save(game, random, random.choice([name for name in game.kinds if can_be_saved(name)]))


def one_of_each(game: Game, random: Random) -> None:
    """Save a record of each kind, what is referred to first, and give each files and links."""
    for table in game.store.shape.tables:
        if table.is_link:
            continue
        for _ in range(TRIES):
            if not any(name == table.name for name, _ in game.now) and can_be_saved(table.name):
                _save(game, random, table.name)
        attach(game, random, table.name)
    for _ in range(TRIES):
        link(game, random)


def _save(game: Game, random: Random, entity: str) -> None:
    if lacks_an_owner(entity, game.now):
        return
    drawer = Drawer(random, game.now)

    def draw() -> Callable[[], Changes]:
        draft = drawer.new(entity)
        return lambda: save_record(game.store, draft).changes

    tried(game, "save new", draw)


def _edit(game: Game, random: Random, name: str, *, parts: bool) -> None:
    entities = [each for each in game.kinds if game.store.catalog[each].parts or not parts]
    entity = random.choice(entities or game.store.catalog.stored)
    key = key_drawn(random, game.now, entity)
    if key is None:
        return
    with game.store.reading() as session:
        known = game.store.catalog[entity].parts if parts else ()
        present = {part.name: part_ids(session, part, [key]) for part in known if random.random() < 0.7}
    drawer, read = Drawer(random, game.now), _read(game, random, entity, key)

    def draw() -> Callable[[], Changes]:
        draft = drawer.edit(entity, key, present, read)
        return lambda: save_record(game.store, draft).changes

    tried(game, name, draw)


def _read(game: Game, random: Random, entity: str, key: str) -> Mapping[str, object] | None:
    """Return what a person has read of a record: what is there now, or what was there when they looked before."""
    record = read_record(game.store, entity, key)
    if record is None or random.random() < 0.3:
        return None
    now = stored_values(CATALOG[record.entity], record)
    return game.read.setdefault(key, now) if random.random() < 0.5 else now


def edit(game: Game, random: Random) -> None:
    """Change fields of a record."""
    _edit(game, random, "edit", parts=False)


def edit_parts(game: Game, random: Random) -> None:
    """Add, change, take away and move rows of the parts of a record."""
    _edit(game, random, "edit parts", parts=True)


def link(game: Game, random: Random) -> None:
    """Link a record to others, and take links away."""
    linked = [
        (name, each)
        for name in game.store.catalog.stored
        for each in game.store.catalog[name].stored
        if each.field.kind is Kind.LINKS
    ]
    entity, info = random.choice(linked)
    key = key_drawn(random, game.now, entity)
    if key is not None:
        values = {info.name: Drawer(random, game.now).value(info)}
        tried(game, "link", lambda: lambda: save_record(game.store, Draft(entity, key, values)).changes)


def change_many(game: Game, random: Random) -> None:
    """Set the same values in several records."""
    entity = random.choice(game.kinds)
    known = sorted(key for name, key in game.now if name == entity)
    chosen = random.sample(known, min(len(known), random.randint(2, 4)))
    drawer = Drawer(random, game.now)

    def draw() -> Callable[[], Changes]:
        values = drawer.values(entity, is_new=False)
        return lambda: edit_many(game.store, entity, chosen, values)

    if chosen:
        tried(game, "edit many", draw)


def delete(game: Game, random: Random) -> None:
    """Delete one or two records of a kind; one that others refer to is refused."""
    entity = random.choice(game.kinds)
    shape = game.store.shape
    used = {key for name, values in game.now.items() for key in shape.by_name[name[0]].targets(values)}

    def draw() -> Callable[[], Changes]:
        free = random.random() < 0.7
        known = sorted(key for name, key in game.now if name == entity and not (free and (name, key) in used))
        chosen = random.sample(known, min(len(known), random.randint(1, 2)))
        return lambda: delete_records(game.store, entity, chosen)

    tried(game, "delete", draw)


def attach(game: Game, random: Random, entity: str = "") -> None:
    """Attach one or two files to a record of any kind; a file has none of its own."""
    entity = entity or random.choice(game.kinds)
    key = key_drawn(random, game.now, entity)
    if key is None or entity == "document":
        return
    paths = [game.folder / name for name in ("nota.txt", "acta «1».pdf")[: random.randint(1, 2)]]
    for path in paths:
        path.write_bytes(random.randbytes(random.randrange(3)))
    tried(game, "attach", lambda: lambda: attachments.attach(game.store, entity, key, paths))


def order_files(game: Game, random: Random) -> None:
    """Put the files of a record in another order."""
    documents = {key: values for (name, key), values in sorted(game.now.items()) if name == "document"}
    if documents:
        record = random.choice(list(documents.values()))["record_id"]
        keys = [key for key, values in documents.items() if values["record_id"] == record]
        random.shuffle(keys)
        tried(game, "order files", lambda: lambda: attachments.order_attachments(game.store, keys))


def unite(game: Game, random: Random) -> None:
    """Make one record of two of a kind."""
    entity = random.choice(game.kinds)
    known = sorted(key for name, key in game.now if name == entity)
    if len(known) > 1:
        keep, gone = random.sample(known, 2)
        tried(game, "unite", lambda: lambda: merge(game.store, entity, keep, gone))


def bring_in(game: Game, random: Random) -> None:
    """Import a small sheet."""
    entity = random.choice(CATALOG.stored)
    drawer = Drawer(random, game.now)
    named = ("short_name", "name", "country")
    fields = [each for each in game.store.catalog[entity].stored if each.field.kind is not Kind.LINKS]
    columns = [each for each in fields if each.name in named or random.random() < 0.3]
    rows = [[_cell(each.field, drawer.value(each)) for each in columns] for _ in range(random.randint(1, 4))]
    path = make_xlsx(game.folder / "socios.xlsx", {"Hoja1": [[SPANISH(each.field.label) for each in columns], *rows]})
    tried(game, "import", lambda: lambda: _import(game, path, entity))


def _cell(facts: Field, value: object) -> object:
    return show_value(facts, value, SPANISH) if facts.kind not in (Kind.REFERENCE, Kind.RECORD) else None


def _import(game: Game, path: Path, entity: str) -> Changes:
    plan = make_plan(game.store, prepare(read_file(path), targets_of(CATALOG, entity)).request(), SPANISH)
    return apply_plan(game.store, plan, SPANISH).changes


OFFICE: Mapping[str, Callable[[Game, Random], None]] = {
    "kinds": choose_kinds,
    "one of each": one_of_each,
    "save new": save_new,
    "edit": edit,
    "edit parts": edit_parts,
    "link": link,
    "edit many": change_many,
    "delete": delete,
    "attach": attach,
    "order files": order_files,
    "unite": unite,
    "import": bring_in,
}
"""The turns that the program's own functions make; they need the schema of the program."""
