"""What is said of a record on its page and hinders nothing: each thing under its own words, with the way to mend it."""

from collections.abc import Iterator

from app.document import Block, DescriptionList, Heading, Paragraph, Reference, Several, Tone
from app.records.hints import hints_about
from app.words.words import Words
from db.session import FileSession

NOTICES = "notices"
"""The name of the section that says it."""


def notice_blocks(session: FileSession, entity: str, key: str, words: Words) -> Iterator[Block]:
    """Compose what is said of a record; a heading bears the name of the field or part where that is mended."""
    found = hints_about(session, entity, key)
    if not found:
        return
    yield Heading(words("Para tener en cuenta"), name=NOTICES)
    for each in found:
        if each.place.field:
            part = each.place.field.partition(".")[0]
            yield Heading(each.say(words), 3, part)
        else:
            yield Paragraph(each.say(words), Tone.WARNING)
        if each.named:
            called = tuple(Reference(named.title, named.key.entity, named.key.id) for named in each.named)
            yield DescriptionList(((words(each.named[0].kind), Several(called)),))
