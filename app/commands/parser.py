"""Reads the command line, and speaks of it in the person's language."""

import argparse
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from app.commands.usage import UsageError
from app.words.words import Words, mark

# What the standard library says, by the parts that are put into our words.
_SAID: Mapping[str, str] = MappingProxyType(
    {
        r"the following arguments are required: (?P<names>.*)": mark("Falta: {names}."),
        r"unrecognized arguments: (?P<names>.*)": mark("No se entiende: {names}."),
        r"argument (?P<name>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<options>.*)\)": mark(
            "«{value}» no sirve para {name}. Elija entre: {options}."
        ),
        r"argument (?P<name>.+): expected one argument": mark("Falta el valor de {name}."),
        r"argument (?P<name>.+): invalid \S+ value: '(?P<value>.*)'": mark("«{value}» no sirve para {name}."),
    }
)


class _Formatter(argparse.HelpFormatter):
    """Lays out the help with the word for usage in the language of the person."""

    def __init__(self, prog: str, words: Words) -> None:
        super().__init__(prog, max_help_position=34, width=100)
        self.words = words

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401 - as the base has them
        said = self.words("Uso: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


class Parser(argparse.ArgumentParser):
    """A parser whose arguments stand in two groups with headings of ours, and that raises instead of leaving."""

    def __init__(self, words: Words, **options: Any) -> None:  # noqa: ANN401 - handed on as they come
        """Speak the language of `words`; `options` are those of the base."""
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=lambda prog: _Formatter(prog, words), **options
        )
        self.words = words
        self.needed = self.add_argument_group(words("Qué hace falta"))
        self.optional = self.add_argument_group(words("Opciones"))
        self.optional.add_argument("-h", "--help", action="help", help=words("Muestra esta ayuda."))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with `message` in the language of the person."""
        for pattern, text in _SAID.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                values = {name: value.replace("'", "") for name, value in found.groupdict().items()}
                raise UsageError(self.words(text, **values), self.format_usage())
        raise UsageError(self.words("No se entiende el comando."), self.format_usage())
