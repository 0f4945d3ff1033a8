"""Commands about what was done: the list of it, and taking back the last change or any other."""

from app.commands.command import Command, Invocation, declare_file
from app.commands.files import declare_json
from app.commands.parser import Parser
from app.past.listing import Done, read_page
from app.past.undo_plan import PlannedField, PlannedRecord, SaidPlan, plan_undo, say_summary
from app.past.undoing import last_undoable, undo_operations, undoable
from app.records.history import operations, undo
from app.words.problems import Problem, ProblemError
from app.words.titles import say_title, say_within
from app.words.words import Words, mark
from db.changes import Changes
from db.failures import Reason, StoreFailure
from db.journal.story import Operation
from db.store import Store
from db.values import LARGEST

_MOST = 1000


def _declare_undo(parser: Parser) -> None:
    declare_file(parser)
    parser.optional.add_argument(
        "--operation",
        metavar="N",
        type=_operation_number,
        help=parser.words("Cuál: el número que muestra «enlace history»; sin él, el último cambio."),
    )
    parser.optional.add_argument(
        "--plan", action="store_true", help=parser.words("Muestra qué volvería y qué quedaría, sin cambiar nada.")
    )
    declare_json(parser)


def _operation_number(text: str) -> int:
    """Return the number that `text` writes; ValueError for one that no file can hold."""
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(text)
    return number


def _undo(invocation: Invocation) -> int:
    number: int | None = invocation.arguments.operation
    with invocation.open() as store:
        chosen = _chosen(store, number)
        plan = plan_undo(store, [chosen], invocation.words)
        if invocation.arguments.plan:
            _say_plan(invocation, plan)
        else:
            _say_undone(invocation, undo(store) if number is None else _take_back(store, plan), plan)
    return 0


def _chosen(store: Store, number: int | None) -> int:
    found = last_undoable(store) if number is None else undoable(store, number).number
    if found is None:
        raise StoreFailure(Reason.NOTHING_TO_UNDO)
    return found


def _take_back(store: Store, plan: SaidPlan) -> Changes:
    if not plan.does_something and not plan.stays:
        raise ProblemError(Problem(mark("No hay nada que deshacer: todo está ya así.")))
    return undo_operations(store, plan.numbers)


def _say_undone(invocation: Invocation, changes: Changes, plan: SaidPlan) -> None:
    if invocation.arguments.json:
        invocation.console.say_json({"undo": changes.operation, **_plan_as_json(plan)})
        return
    invocation.console.say(invocation.words("Se deshizo: {title}", title=say_within(changes.title, invocation.words)))
    if plan.stays:
        invocation.console.say(say_summary(plan, invocation.words))
        for record in plan.records:
            _say_record(invocation, record, [each for each in record.fields if each.stays])


def _say_plan(invocation: Invocation, plan: SaidPlan) -> None:
    if invocation.arguments.json:
        invocation.console.say_json(_plan_as_json(plan))
        return
    invocation.console.say(say_summary(plan, invocation.words))
    for record in plan.records:
        _say_record(invocation, record, record.fields)
    if plan.more:
        invocation.console.say(invocation.words.plural("y {count} fila más", "y {count} filas más", plan.more))


def _say_record(
    invocation: Invocation, record: PlannedRecord, fields: list[PlannedField] | tuple[PlannedField, ...]
) -> None:
    if fields:
        invocation.console.say(f"{record.title} ({record.whole})" if record.whole else record.title)
    for each in fields:
        invocation.console.say(f"  {each.name}: {each.now or '—'} → {each.then or '—'} · {each.said}")


def _plan_as_json(plan: SaidPlan) -> dict[str, object]:
    return {
        "operations": list(plan.numbers),
        "rows": plan.rows,
        "untouched": plan.whole,
        "counts": {verdict.value: count for verdict, count in plan.counts.items()},
        "more": plan.more,
        "records": [
            {
                "entity": record.entity,
                "id": record.id,
                "title": record.title,
                "fields": [
                    {
                        "field": each.name,
                        "now": each.now,
                        "then": each.then,
                        "verdict": each.verdict.value,
                        "said": each.said,
                    }
                    for each in record.fields
                ],
            }
            for record in plan.records
        ],
    }


def _declare_history(parser: Parser) -> None:
    declare_file(parser)
    declare_json(parser)


def _history(invocation: Invocation) -> int:
    with invocation.open() as store:
        if invocation.arguments.json:
            invocation.console.say_json([_as_json(each, invocation.words) for each in operations(store, _MOST)])
            return 0
        done = read_page(store, invocation.words, limit=_MOST)
    if not done:
        invocation.console.say(invocation.words("Todavía no se hizo nada en este archivo."))
    for each in done:
        invocation.console.say(_line(each, invocation.words))
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


def _line(done: Done, words: Words) -> str:
    title = words("{title} (deshecho)", title=done.title) if done.undone else done.title
    parts = (str(done.number), words.moment(done.made_at.astimezone()), done.author, title)
    return " · ".join(part for part in parts if part)


COMMANDS = (
    Command("undo", mark("Deshace el último cambio, o el que se nombre."), _declare_undo, _undo),
    Command("history", mark("Muestra lo que se hizo."), _declare_history, _history),
)
