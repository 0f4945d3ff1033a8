"""Turns on the file as a whole: closed and opened, locked, copied, brought to another schema; and work that fails."""

import shutil
from collections.abc import Callable, Mapping
from random import Random

from sqlalchemy import insert

from db.journal.shape import Journaled
from db.titles import Title
from tests.db.player.drawing import Drawer
from tests.db.player.game import Game, apart
from tests.db.player.made_up import made_up_schema
from tests.db.player.reading import last_number
from tests.db.player.rows import make_row, value_of


class Stop(Exception):
    """What stops a piece of work in its middle."""


def restart(game: Game, _: Random) -> None:
    """Close the program and open the file again."""
    game.reopen(game.store.path)
    game.counts["restart"] += 1


def lock(game: Game, random: Random) -> None:
    """Return the file another passphrase, or none; without one the file is quicker to play, so most often none."""
    phrase = random.choice((None, None, "cuatro palabras que valen", 'con "comillas" y ñ'))
    game.store.set_passphrase(phrase)
    game.passphrase = phrase
    game.counts["passphrase"] += 1


def go_on_with_a_copy(game: Game, _: Random) -> None:
    """Write a verified copy and go on with that one."""
    target = game.folder / f"copia {game.turns}.enlace"
    game.store.copy_to(target)
    old = game.store.path
    game.reopen(target)
    old.unlink()
    game.counts["copy"] += 1


def fail(game: Game, random: Random) -> None:
    """Write rows and fail before the operation ends: nothing of it may be left."""
    last, before = last_number(game.store), game.now
    tables = [each for each in game.store.shape.tables if not each.references and not each.is_link]
    table: Journaled = random.choice(tables)
    try:
        with game.store.operation(Title("Falla")) as session:
            for _ in range(random.randint(1, 3)):
                session.execute(insert(table.table).values(_required(Drawer(random, before), table)))
            raise Stop
    except Stop:
        game.counts["failure"] += 1
    assert last_number(game.store) == last
    assert game.now == before


def _required(drawer: Drawer, table: Journaled) -> dict[str, object]:
    columns = [each for each in table.table.columns if not each.nullable and each.name != "id"]
    return {each.name: value_of(drawer, table, each) for each in columns}


def migrate(game: Game, random: Random) -> None:
    """Bring the file to a made-up schema and go on there."""
    if not game.is_present:
        return
    last = last_number(game.store)
    made_up = made_up_schema(game.folder / "steps", random)
    game.schema, wanted = made_up.schema, made_up.state(game.now)
    path = game.store.path
    game.reopen(path)
    assert last_number(game.store) == last, "a migration writes no operation"
    copies = [each for each in game.folder.iterdir() if " - v" in each.name]
    assert len(copies) == 1, copies
    shutil.move(copies[0], game.folder / "antes.enlace")
    game.moved_on()
    assert game.now == wanted, f"a migration: {apart(game.now, wanted)}"
    game.counts["migration"] += 1
    make_row(game, random)


FILES: Mapping[str, Callable[[Game, Random], None]] = {
    "restart": restart,
    "passphrase": lock,
    "copy": go_on_with_a_copy,
    "failure": fail,
    "migration": migrate,
}
"""The turns that close the file, or leave it as it was."""
