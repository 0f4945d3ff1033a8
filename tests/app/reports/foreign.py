"""What a paper says in another language than its own: words of the program that were not said in that of the paper."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from babel.messages.pofile import read_po
from sqlalchemy import text

import resources
from app.document import Document, Paragraph
from app.rendering.outline import as_text
from db.store import Store
from db.words import CONTEXT_END

FOLDERS = {"pt": "pt_BR", "en": "en"}
BETWEEN = re.compile(r" · | \| |: |; |\n| – |\. |, |«|»|“|”")
"""What stands between the pieces of a line that are said one by one."""
HOLE = re.compile(r"\{[^}]*\}")
SHORTEST = 4
"""Letters below which a word is too often one of another language too."""
BEGINNING = 40
"""Letters by which what a person wrote is known where a paper tells only its beginning."""


def _plain(said: str) -> str:
    """Return the words of a text alone, which are compared."""
    return re.sub(r"\W+", " ", said).strip().casefold()


def _forms(said: object) -> tuple[str, ...]:
    """Return the forms of a message: of one, and of several if there is that."""
    return tuple(map(str, said)) if isinstance(said, (tuple, list)) else (str(said or ""),)


class Foreign:
    """The words of the program in each language, and what is written in a file, which stays as it is."""

    def __init__(self, store: Store) -> None:
        """Learn what people wrote in the file of `store`."""
        self._store = store

    @cached_property
    def _said(self) -> Mapping[str, frozenset[str]]:
        """All that the program says in each language, without what has values in it."""
        said: dict[str, set[str]] = {"es": set(), **{language: set() for language in FOLDERS}}
        for language, folder in FOLDERS.items():
            with resources.path(f"words/{folder}/LC_MESSAGES/enlace.po").open("rb") as file:
                messages = [each for each in read_po(file) if each.id]
            for each in messages:
                said["es"].update(_forms(each.id))
                said[language].update(_forms(each.string))
        return {
            language: frozenset(_plain(each.rpartition(CONTEXT_END)[2]) for each in texts if not HOLE.search(each))
            for language, texts in said.items()
        }

    @cached_property
    def _written(self) -> frozenset[str]:
        """All texts of the file."""
        tables = text("select name from sqlite_master where type = 'table' and name not like 'journal%'")
        found: set[str] = set()
        with self._store.reading() as session:
            connection = session.connection()
            for (table,) in connection.execute(tables).all():
                if not table.startswith(("search", "sqlite")):
                    rows = connection.exec_driver_sql(f'select * from "{table}"')
                    found.update(_plain(value) for row in rows for value in row if isinstance(value, str))
        return frozenset(found)

    def left_in(self, document: Document) -> list[str]:
        """Return the lines of `document` in which a piece is said in another language than that of its section."""
        found = [*self._wrong(document.title, document.language)]
        for section in document.sections:
            language = section.language or document.language
            sheets = [
                each for sheet in section.rows for each in (Paragraph(f"{sheet.title}\n{sheet.said}"), sheet.table)
            ]
            whole = replace(section, blocks=(*section.blocks, *sheets))
            alone = replace(document, sections=(whole,), language=language, letterhead=None)
            title_and_facts, *lines = as_text(alone).split("\n\n")
            assert document.title in title_and_facts
            for line in "\n".join(lines).splitlines():
                found += [f"{piece}: {line}" for piece in self._wrong(line, language)]
        return found

    @cached_property
    def _foreign(self) -> Mapping[str, frozenset[str]]:
        """What of all that the program says is said in another language alone, by language."""
        said = self._said
        others = {mine: frozenset[str]().union(*(said[each] for each in said if each != mine)) for mine in said}
        return {mine: others[mine] - said[mine] for mine in said}

    def _wrong(self, line: str, language: str) -> Iterator[str]:
        whole, wrong = _plain(line), self._foreign[language]
        for piece in {line, *BETWEEN.split(line)}:
            said = _plain(piece.lstrip("#>•-| "))
            if len(said) >= SHORTEST and said in wrong and not self._is_written(said, whole):
                yield said

    def _is_written(self, said: str, line: str) -> bool:
        """Tell whether a piece of a line is what a person wrote, or a part of that."""
        within = re.compile(rf"(?:^|\W){re.escape(said)}(?:\W|$)")
        return any(
            within.search(text) and (text in line or line in text or text[:BEGINNING] in line) for text in self._written
        )
