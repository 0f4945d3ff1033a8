"""Commands about what was done: the list of it, and taking back the last change."""

from app.commands.command import Call, Command, declare_file
from app.commands.files import declare_json
from app.commands.parser import Parser
from app.history import operations, undo
from app.titles import say_title
from app.words import Words, mark
from db.journal.story import Operation
from db.journal.tables import OperationKind

_MOST = 1000


def _undo(call: Call) -> int:
    with call.open() as store:
        changes = undo(store)
    call.console.say(call.words("Se deshizo: {title}", title=say_title(changes.title, call.words)))
    return 0


def _declare_history(parser: Parser) -> None:
    declare_file(parser)
    declare_json(parser)


def _history(call: Call) -> int:
    with call.open() as store:
        done = operations(store, _MOST)
    if call.arguments.json:
        call.console.say_json([_as_json(each, call.words) for each in done])
        return 0
    if not done:
        call.console.say(call.words("Todavía no se hizo nada en este archivo."))
    for each in done:
        call.console.say(_line(each, call.words))
    return 0


def _as_json(done: Operation, words: Words) -> dict[str, object]:
    return {
        "number": done.number,
        "title": say_title(done.title, words),
        "source": {
            "text": done.title.text,
            "plural": done.title.plural,
            "count": done.title.count,
            "values": dict(done.title.values),
        },
        "author": done.author,
        "made_at": done.made_at.isoformat(),
        "kind": done.kind.value,
        "undone": done.undone,
        "rows": done.rows,
    }


def _line(done: Operation, words: Words) -> str:
    title = say_title(done.title, words)
    if done.is_redo:
        title = words("Rehacer: {title}", title=title)
    elif done.kind is OperationKind.UNDO:
        title = words("Deshacer: {title}", title=title)
    elif done.undone:
        title = words("{title} (deshecho)", title=title)
    parts = (str(done.number), words.moment(done.made_at.astimezone()), done.author, title)
    return " · ".join(part for part in parts if part)


COMMANDS = (
    Command("undo", mark("Deshace el último cambio."), declare_file, _undo),
    Command("history", mark("Muestra lo que se hizo."), _declare_history, _history),
)
