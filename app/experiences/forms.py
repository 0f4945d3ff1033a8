"""What the forms of the observatories ask of an experience, said field by field: there, missing, not fitting, judged.

Each state is told by a sign and by its word, on the page as on paper.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.document import Address, Block, DescriptionList, Heading, Paragraph, Reference, Several, Tone, Value, Way
from app.experiences.completeness import TEXTS, Called, Completeness
from app.words.words import Words
from db.experience_forms import (
    ANSWERS_OF_2018,
    AWARD_2018,
    BANDS,
    CALL_2014,
    DESCRIPTION,
    FORMS,
    PAGES_OF_2014,
    PIECES,
    WORDS_OF_A_PAGE,
    Ask,
    Form,
    Piece,
)

SECTION = "forms"
"""The name of the section that says it."""
THERE, MISSING, TOO_LONG, JUDGED = "✓", "✗", "△", "○"
"""The signs before the words of each state: told by their shape."""
BETWEEN = " · "


def forms_blocks(found: Completeness, labels: Mapping[str, str], words: Words) -> Iterator[Block]:
    """Compose the section: a heading, how much is missing, and a block a form.

    `labels` are those of the texts of an experience, in the language of `words`, by the names of the fields.
    """
    yield Heading(words("Lo que piden los formularios"), name=SECTION)
    yield Paragraph(say_missing(found.missing, words), Tone.MUTED, with_next=True)
    for form in FORMS:
        yield Heading(words(form.title), 3, f"{SECTION}/{form.name}")
        facts = [*(_Asked(found, words).fact(form, ask) for ask in form.asks)]
        facts += _texts_of_2018(found, labels, words) if form is AWARD_2018 else []
        if form.note:
            yield Paragraph(words(form.note), Tone.MUTED, with_next=True)
        source: Value = Address(form.source, Way.WEB, form.source)
        pairs = (*((label, value) for label, value, _, _ in facts), (words("Página del formulario"), source))
        names = (*(name for _, _, name, _ in facts), "")
        wanting = frozenset(at for at, (_, _, _, wants) in enumerate(facts) if wants)
        yield DescriptionList(pairs, names=names, wanting=wanting)


def say_missing(missing: int, words: Words) -> str:
    """Write how many of the things that are asked are missing."""
    whole = words.number(len(PIECES))
    if not missing:
        return words("No falta nada de lo que piden los formularios y la ficha puede responder.")
    return words.plural(
        "Falta {count} de {whole} datos que piden los formularios; cada uno se cuenta una vez.",
        "Faltan {count} de {whole} datos que piden los formularios; cada uno se cuenta una vez.",
        missing,
        whole=whole,
    )


_Fact = tuple[str, Value, str, bool]
"""A label, what is said, the name of where it is mended, and whether there is something to mend there."""


class _Asked:
    """Says of each thing that is asked how it stands."""

    def __init__(self, found: Completeness, words: Words) -> None:
        self.found = found
        self.words = words

    def fact(self, form: Form, ask: Ask) -> _Fact:
        """Return what is asked, and how it stands."""
        words, label = self.words, self.words(ask.label)
        if ask.piece is None:
            said = BETWEEN.join((f"{JUDGED} {words('no se calcula')}", words(ask.note)))
            return label, said, "", False
        if ask.piece.name not in self.found.answered:
            said = BETWEEN.join((f"{MISSING} {words('falta')}", words(ask.piece.lacking)))
            return label, said, ask.piece.field, bool(ask.piece.field)
        long = self._pages() if form is CALL_2014 and ask.piece is DESCRIPTION else ""
        if long:
            return label, BETWEEN.join((f"{TOO_LONG} {words('no cabe')}", long)), ask.piece.field, True
        return label, self._there(ask.piece), ask.piece.field, False

    def _pages(self) -> str:
        """Say that a summary is longer than the pages of the call, as we reckon them; nothing of one that fits."""
        count, most = self.found.words[DESCRIPTION.field], PAGES_OF_2014 * WORDS_OF_A_PAGE
        if count <= most:
            return ""
        room = self.words.plural("dos páginas son unas {count} palabra", "dos páginas son unas {count} palabras", most)
        return BETWEEN.join((_say_words(count, self.words), room))

    def _there(self, piece: Piece) -> Value:
        said = f"{THERE} {self.words('está')}"
        links = self._links().get(piece.name, ())
        if links:
            named = tuple(Reference(title, key.entity, key.id) for key, title in links)
            return Several((said, *named), between=BETWEEN)
        return BETWEEN.join(filter(None, (said, self._told(piece))))

    def _links(self) -> Mapping[str, Sequence[Called]]:
        found = self.found
        person = (found.person,) if found.person is not None else ()
        return {
            "university": found.universities,
            "city": found.cities,
            "agreement": found.agreements,
            "contact": person,
            "current": person,
        }

    def _told(self, piece: Piece) -> str:
        """Say how much there is of a piece: of a text its words."""
        found, plural = self.found, self.words.plural
        counts = {
            "photographs": plural("{count} imagen", "{count} imágenes", found.images),
            "results": plural("{count} resultado", "{count} resultados", found.results.count),
            "indicators": plural(
                "{count} resultado con indicador", "{count} resultados con indicador", found.results.indicated
            ),
            "category": plural("{count} tema", "{count} temas", found.themes),
            "material": self._material(),
            "over": self._over(),
            "band": self._bands(),
        }
        return counts[piece.name] if piece.name in counts else _say_words(found.words[piece.field], self.words)

    def _material(self) -> str:
        told, files, plural = self.found.told, self.found.files, self.words.plural
        said = (
            plural("{count} difusión", "{count} difusiones", told) if told else "",
            plural("{count} archivo", "{count} archivos", files) if files else "",
        )
        return BETWEEN.join(filter(None, said))

    def _over(self) -> str:
        """Say how many results are told with their value, else until when it lasted, where that is known."""
        valued, ends, words = self.found.results.valued, self.found.ends, self.words
        if valued:
            return words.plural("{count} resultado con valor", "{count} resultados con valor", valued)
        return words("hasta {day}", day=words.date(ends)) if ends is not None else ""

    def _bands(self) -> str:
        """Say in which band each city is; of several in one band once."""
        known = sorted(each for each in self.found.populations if each is not None)
        bands = dict.fromkeys(_band(each, self.words) for each in known)
        return "; ".join(bands)


def _band(population: int, words: Words) -> str:
    low, high = (words.number(each) for each in BANDS)
    if population <= BANDS[0]:
        return words("hasta {most} habitantes", most=low)
    if population <= BANDS[1]:
        return words("de {least} a {most} habitantes", least=low, most=high)
    return words("más de {least} habitantes (el formulario sigue con otros tramos)", least=high)


def _texts_of_2018(found: Completeness, labels: Mapping[str, str], words: Words) -> list[_Fact]:
    """Say of each text how many words it has, and in which of the answers it fits."""
    if not found.words:
        said = BETWEEN.join((f"{MISSING} {words('falta')}", words("la ficha no tiene textos")))
        return [(labels["summary"], said, "summary", True)]
    return [_text_of_2018(name, found.words[name], labels[name], words) for name in TEXTS if name in found.words]


def _text_of_2018(name: str, count: int, label: str, words: Words) -> _Fact:
    fitting = [each for each in sorted(ANSWERS_OF_2018) if count <= each]
    said = _say_words(count, words)
    if not fitting:
        least = words("ninguna respuesta admite más de {most}", most=words.number(max(ANSWERS_OF_2018)))
        return label, BETWEEN.join((f"{TOO_LONG} {words('no cabe')}", said, least)), name, True
    fits = words("cabe en la respuesta de hasta {most}", most=words.number(fitting[0]))
    return label, BETWEEN.join((f"{THERE} {fits}", said)), name, False


def _say_words(count: int, words: Words) -> str:
    return words.plural("{count} palabra", "{count} palabras", count)
