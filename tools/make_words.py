"""Gathers the words of the code into the catalogues of each language, and compiles the catalogues."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.spoken import Spoken, is_short, spoken_words

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "words"
LANGUAGES = ("pt_BR", "en")
SOURCES = ("app", "db", "ui")
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""In place of the dates that the format asks for: two runs on the same words give the same file."""


def gather_words() -> Catalog:
    """Return the words of the code, each message once, in the order of the alphabet, with no translation.

    Each has the files that say it; a short one also says what it is there, for whoever translates it.
    """
    catalogue = Catalog(project="Enlace", version="0.1", charset="utf-8")
    for each in sorted(spoken_words(ROOT, SOURCES), key=_order):
        catalogue.add(
            each.forms if len(each.forms) > 1 else each.forms[0],
            locations=[(each.file, 1)],
            auto_comments=[each.use] if is_short(each.forms[0]) else (),
            context=each.context or None,
        )
    return catalogue


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of `language` ("pt_BR") as it is kept; an empty one when it is new."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of `language` is kept; its compiled form stands beside it, ending in `.mo`."""
    return FOLDER / language / "LC_MESSAGES" / "enlace.po"


def compiled(catalogue: Catalog) -> bytes:
    """Return the form of `catalogue` that the program loads."""
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def is_translated(message: Message) -> bool:
    """Tell whether `message` has its translation, every plural form of it."""
    strings = (message.string,) if isinstance(message.string, str) else message.string or ()
    return bool(strings) and all(strings)


def main() -> None:
    """Write the template, each catalogue (what is no longer said goes away) and its compiled form."""
    gathered = gather_words()
    _write(FOLDER / "enlace.pot", gathered)
    for language in LANGUAGES:
        catalogue = read_catalogue(language)
        catalogue.update(gathered, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path = catalogue_path(language)
        _write(path, catalogue)
        path.with_suffix(".mo").write_bytes(compiled(read_catalogue(language)))
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {missing} without translation\n")


def _order(spoken: Spoken) -> tuple[str, ...]:
    return (*spoken.forms, spoken.context, spoken.file, spoken.use)


def _write(path: Path, catalogue: Catalog) -> None:
    """Write `catalogue` under a header that says only what does not change from one run to the next."""
    header = ['msgid ""', 'msgstr ""', '"Project-Id-Version: Enlace 0.1\\n"']
    if catalogue.locale:
        header += [f'"Language: {catalogue.locale}\\n"', f'"Plural-Forms: {catalogue.plural_forms}\\n"']
    header += ['"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=utf-8\\n"', "", ""]
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, include_lineno=False, omit_header=True, sort_output=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(header) + buffer.getvalue().decode(), encoding="utf-8")


if __name__ == "__main__":
    main()
