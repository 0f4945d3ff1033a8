"""The acta of a meeting as a report."""

from app.document import Document, FileTitle
from app.network.terms import say_secretariat
from app.offices.terms import term_of_meeting
from app.records.catalog import FieldInfo
from app.reports.acta import mercosur, network
from app.reports.acta.options import ActaForm, Options, default_options
from app.reports.acta.reading import Acta, gather
from app.reports.report import Report
from app.words.words import Words, mark
from db.fields import Field, Kind


def compose(acta: Acta, words: Words) -> Document:
    """Compose the acta in its form."""
    form = mercosur if acta.form is ActaForm.MERCOSUR else network
    title = form.title_of(acta, words)
    return Document(
        title=title,
        language=words.language,
        sections=form.sections_of(acta, words),
        footer=f"{acta.meeting.body} · {title}" if acta.form is ActaForm.NETWORK else title,
        author=say_secretariat(acta.meeting.term, words) or words("Red de Mercociudades"),
        created=acta.today,
        file_title=FileTitle(words("Acta - {meeting}", meeting=acta.meeting.title), acta.meeting.starts_on),
    )


REPORT = Report(
    "acta",
    mark("Acta"),
    mark("El acta de una reunión, en la forma de la Red o del MERCOSUR, con sus anexos."),
    icon="note-pencil",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="meeting",
    asks=(
        FieldInfo(
            "form",
            Field(
                mark("Forma", "acta"),
                Kind.CHOICE,
                choices=ActaForm,
                help=mark("La automática es la que corresponde a la instancia: del MERCOSUR para las de un foro."),
            ),
        ),
    ),
    term_of=term_of_meeting,
)
