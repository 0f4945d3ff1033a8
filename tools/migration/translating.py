"""What a migration that was made adds to `db/translations.py`, so that the journal reads what was written before it."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.journal.shape import Journaled
from db.translations import AddedColumn, ChangedValues, RenamedColumn, RenamedTable, Translation
from tools.migration.plan import Plan
from tools.migration.writing import record_types

NAME = "TRANSLATIONS"


def translations_of(plan: Plan, tables: Iterable[Journaled], schema: int) -> tuple[Translation, ...]:
    """Return the translations that `plan` asks for in the schema of this number, those of the tables first.

    `tables` are the journaled ones: nothing is written of the others. Folded names are outside the journal too.
    """
    written = {each.name: {"id", *each.columns} for each in tables}
    found: list[Translation] = [RenamedTable(schema, old, new) for old, new in plan.renamed.items()]
    for old, new in plan.renamed.items():
        found += [ChangedValues(schema, *place, Renamed(old, new)) for place in record_types(tables)]
    for each in plan.changed:
        columns = written.get(each.table, set())
        found += [RenamedColumn(schema, each.table, *names) for names in each.renamed.items() if names[1] in columns]
        found += [
            AddedColumn(schema, each.table, added.column.name, added.fill)
            for added in each.added
            if added.fill is not None and added.column.name in columns
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True, repr=False)
class Renamed:
    """Says `new` for `old`; in the file it is the lambda that does so."""

    old: str
    new: str

    def __call__(self, value: str | int) -> str | int:
        """Return the value as it is from then on."""
        return self.new if value == self.old else value

    def __repr__(self) -> str:
        return f'lambda value: "{self.new}" if value == "{self.old}" else value'


def translation_line(translation: Translation) -> str:
    """Return the line of `db/translations.py` that says `translation`."""
    values = (repr(getattr(translation, name)) for name in type(translation).__dataclass_fields__)
    return f"{type(translation).__name__}({', '.join(values)})"


def with_translations(source: str, added: Sequence[Translation]) -> str:
    """Return the text of `db/translations.py` with `added` after the ones that it has."""
    [value] = [
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == NAME and isinstance(node.value, ast.Tuple)
    ]
    end = _offset(source, value.end_lineno, value.end_col_offset) - 1
    last = _offset(source, value.elts[-1].end_lineno, value.elts[-1].end_col_offset) if value.elts else end
    behind = source[last:end].rstrip()
    comma = "," if value.elts and not behind.lstrip().startswith(",") else ""
    lines = "".join(f"\n    {translation_line(each)}," for each in added)
    return f"{source[:last]}{comma}{behind}{lines}\n{source[end:]}"


def _offset(source: str, line: int | None, column: int | None) -> int:
    """Return where in `source` a place is that its syntax tree gives: lines from 1, columns in bytes."""
    lines = source.splitlines(keepends=True)
    before = lines[: (line or 1) - 1]
    return sum(map(len, before)) + len(lines[len(before)].encode()[: column or 0].decode())
