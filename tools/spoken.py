"""Finds the words for people in the code, each with its file, its context and where it is used."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

BEARERS: Mapping[str, int] = MappingProxyType({"mark": 1, "words": 1, "plural": 2, "mark_plural": 2})
"""The calls that bear words for people, and how many of their first arguments do."""

CONTEXTUAL = "mark"
"""The call whose second argument, when there is one, is the context of the word."""

REMARK = re.compile(r"#\s*words:\s*(.+)")
"""A remark for translators, on the line of the word or on the one above."""

ENOUGH_WORDS = 3
"""As many words as say by themselves what they are."""

CHOICE_BASES = frozenset({"Choice", "StrEnum", "Enum"})

USES: Mapping[str, str] = MappingProxyType(
    {
        "Field": "label of a field",
        "Field.help": "help under a field",
        "EntityFacts.one": "what one record is called",
        "EntityFacts.many": "what several records are called",
        "Column": "title of a column on paper",
        "Heading": "heading",
        "Section": "title of a part of a report",
        "Section.sheet": "name of a sheet of the workbook",
        "Command": "command of a menu or of the terminal",
        "Screen": "name of a section of the window",
        "PushButton": "button",
        "Label": "text of the window",
        "set_title": "title of a window",
        "setPlaceholderText": "text of an empty box",
        "setAccessibleName": "name read aloud",
        "hear_region": "name read aloud",
        "set_tip": "tip",
        "_add_menu": "menu of the bar",
        "offer_menu": "menu",
        "Menu": "menu",
        "Offer": "line of a context menu",
        "Title": "title of an operation in the history",
    }
)
"""How a translator would call what a word is given to, by the call (and its argument) that it is given to."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word where it stands: its forms (the plural after the singular), its context, its file and what it is there."""

    forms: tuple[str, ...]
    context: str
    file: str
    use: str


def spoken_words(root: Path, folders: tuple[str, ...]) -> Iterator[Spoken]:
    """Return the words of the Python files below `folders` of `root`, file by file in their order."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield from _in_file(path, path.relative_to(root).as_posix())


def is_short(text: str) -> bool:
    """Tell whether `text` has too few words, so that a translator cannot guess what it is."""
    return len(re.findall(r"\w+", text)) < ENOUGH_WORDS


def _in_file(path: Path, name: str) -> Iterator[Spoken]:
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for call, above in _calls(ast.parse(source)):
        forms = _texts(call)
        if forms:
            yield Spoken(forms, _context(call), name, _remark(lines, call) or _use(call, above))


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    """Return each call that bears words, and what it stands in, the innermost first."""
    around: dict[ast.AST, ast.AST] = {}
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and _name(node.func) in BEARERS:
            yield node, tuple(_above(node, around))
        inside = list(ast.iter_child_nodes(node))
        around.update(dict.fromkeys(inside, node))
        waiting += reversed(inside)


def _above(node: ast.AST, around: Mapping[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in around:
        node = around[node]
        yield node


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _texts(call: ast.Call) -> tuple[str, ...]:
    given = call.args[: BEARERS[_name(call.func)]]
    found = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return tuple(found) if len(found) == len(given) and all(found) else ()


def _context(call: ast.Call) -> str:
    second = call.args[1] if _name(call.func) == CONTEXTUAL and len(call.args) > 1 else None
    return second.value if isinstance(second, ast.Constant) and isinstance(second.value, str) else ""


def _remark(lines: list[str], call: ast.Call) -> str:
    beside = [lines[call.lineno - 1]]
    if call.lineno > 1 and lines[call.lineno - 2].lstrip().startswith("#"):
        beside.append(lines[call.lineno - 2])
    return next((found[1].strip() for line in beside if (found := REMARK.search(line))), "")


def _use(call: ast.Call, above: tuple[ast.AST, ...]) -> str:
    """Say what the word of `call` is given to, and in which class or function of the code."""
    given = ""
    child: ast.AST = call
    for node in above:
        if isinstance(node, ast.Call) and _name(node.func) not in BEARERS:
            given = _given(node, child)
            break
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            break
        child = node if isinstance(node, ast.expr | ast.keyword) else child
    where = _where(above)
    if not given and any(_is_choice(node) for node in above):
        given = "choice"
    return f"{given or 'text'}: {where}" if where else given or "text"


def _given(node: ast.Call, child: ast.AST) -> str:
    name = _name(node.func)
    argument = child.arg if isinstance(child, ast.keyword) else ""
    for known in (f"{name}.{argument}", name):
        if known in USES:
            return USES[known]
    return f"{argument} of {name}" if argument else f"in {name}"


def _is_choice(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any(_name(base) in CHOICE_BASES for base in node.bases)


def _where(above: tuple[ast.AST, ...]) -> str:
    """Return the place in the code: `Municipality.country`, `MembershipState.MEMBER`, `Frame._build`, `COMMANDS`."""
    names: list[str] = []
    for node in above:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.AnnAssign | ast.Assign) and not names:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            names.append(_name(target))
    return ".".join(reversed([name for name in names[:2] if name]))
