"""The letters that the fonts of a paper lack, by the record and the field where each was written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from app.records.catalog import EntityInfo, FieldInfo
from app.records.reading import titles
from app.rendering.pdf.lacking import say_sign
from app.rendering.rendered import Lacking
from app.rendering.say import printable
from app.words.problems import Label, Problem
from app.words.words import mark
from db.fields import Kind
from db.store import Store

TEXTS = (Kind.TEXT, Kind.LONG_TEXT, Kind.WEB)
MOST_SOUGHT = 40
"""The most letters that one question asks the file for: each text is found by one of its letters."""
MOST_TOLD = 100
"""The most places that are told; the others are counted."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a record that has letters which the fonts lack."""

    info: EntityInfo
    id: str
    field: FieldInfo
    text: str


def lacking_letters(store: Store, lacking: Sequence[Lacking]) -> tuple[Problem, ...]:
    """Return what a person should know of the letters that a paper lacks: each record and field with its letters."""
    if not lacking:
        return ()
    texts = {text for each in lacking for text in each.texts}
    written = [each for each in _written(store, lacking) if any(_is_of(each.text, text) for text in texts)]
    told = list(_by_record(store, written, lacking))
    told += _elsewhere(texts, written, lacking)
    problems = [Problem(mark("Estas letras faltan en las tipografías: en el papel se ven como ▯ con su número."))]
    problems += told[:MOST_TOLD]
    if len(told) > MOST_TOLD:
        problems.append(Problem(mark("Otros lugares: {count}."), values={"count": len(told) - MOST_TOLD}))
    return tuple(problems)


def _is_of(written: str, printed: str) -> bool:
    """Tell whether what is written in a record stands in a text of the paper, which may be its beginning."""
    return written in printed or printed in written


def _written(store: Store, lacking: Sequence[Lacking]) -> Iterator[Written]:
    letters = list(dict.fromkeys(_first_of(text, lacking) for each in lacking for text in each.texts))[:MOST_SOUGHT]
    with store.reading() as session:
        for name in store.catalog:
            info = store.catalog[name]
            if info.read_only:
                continue
            entity = store.catalog.entity(name)
            for field in info.stored:
                if field.field.kind in TEXTS and not field.target:
                    column = getattr(entity, field.name)
                    has_one = or_(*(column.contains(letter, autoescape=True) for letter in letters))
                    found = session.execute(select(entity.id, column).where(has_one).order_by(entity.id)).all()
                    yield from (Written(info, key, field, printable(text)) for key, text in found)


def _first_of(text: str, lacking: Iterable[Lacking]) -> str:
    return next(each.letter for each in lacking if each.letter in text)


def _by_record(store: Store, written: Sequence[Written], lacking: Sequence[Lacking]) -> Iterator[Problem]:
    for name in dict.fromkeys(each.info.name for each in written):
        own = [each for each in written if each.info.name == name]
        called = titles(store, name, {each.id for each in own})
        for each in own:
            values = {
                "kind": Label(each.info.one),
                "title": called.get(each.id, ""),
                "field": Label(each.field.field.label),
                "letters": _say_letters(each.text, lacking),
            }
            yield Problem(mark("{kind} «{title}», {field}: {letters}"), values=values)


def _elsewhere(texts: Iterable[str], written: Sequence[Written], lacking: Sequence[Lacking]) -> Iterator[Problem]:
    """Return what stands in no text of a record, such as the name of a file inside an annex."""
    for text in sorted(texts):
        letters = {each.letter for each in lacking if each.letter in text}
        known = {letter for each in written if _is_of(each.text, text) for letter in letters if letter in each.text}
        if letters - known:
            rest = [each for each in lacking if each.letter in letters - known]
            values = {"text": text[:60], "letters": _say_letters(text, rest)}
            yield Problem(mark("En «{text}»: {letters}"), values=values)


def _say_letters(text: str, lacking: Iterable[Lacking]) -> str:
    """Write the letters of `text` with their signs and the numbers that Unicode gives them."""
    return ", ".join(
        f"{say_sign(each.number)} {each.letter} (U+{ord(each.letter):04X})" for each in lacking if each.letter in text
    )
