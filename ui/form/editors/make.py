"""The editor of each kind of field."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo
from app.words.fields import Kind
from ui.form.editors.any_record import AnyRecordEditor
from ui.form.editors.chips import ChoicesEditor, LanguagesEditor, LinksEditor
from ui.form.editors.combo import BooleanEditor, ChoiceEditor
from ui.form.editors.contact import ContactEditor
from ui.form.editors.dates import DateEditor
from ui.form.editors.decimals import DecimalEditor
from ui.form.editors.editor import Desk, Editor
from ui.form.editors.long_text import LongTextEditor, ProseEditor
from ui.form.editors.money import MoneyEditor
from ui.form.editors.reference import ReferenceEditor
from ui.form.editors.sibling import SiblingEditor
from ui.form.editors.suggesting import CountryEditor, CurrencyEditor, LanguageEditor, SubdivisionEditor
from ui.form.editors.typed import TypedEditor

EDITORS: Mapping[Kind, type[Editor]] = {
    Kind.TEXT: TypedEditor,
    Kind.LONG_TEXT: LongTextEditor,
    Kind.INTEGER: TypedEditor,
    Kind.NUMERAL: TypedEditor,
    Kind.DECIMAL: DecimalEditor,
    Kind.PERCENT: TypedEditor,
    Kind.MONEY: MoneyEditor,
    Kind.DATE: DateEditor,
    Kind.PARTIAL_DATE: DateEditor,
    Kind.TIME: TypedEditor,
    Kind.MOMENT: TypedEditor,
    Kind.BOOLEAN: BooleanEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.COUNTRY: CountryEditor,
    Kind.SUBDIVISION: SubdivisionEditor,
    Kind.LANGUAGE: LanguageEditor,
    Kind.LANGUAGES: LanguagesEditor,
    Kind.CURRENCY: CurrencyEditor,
    Kind.DEGREES: TypedEditor,
    Kind.PHONE: TypedEditor,
    Kind.EMAIL: TypedEditor,
    Kind.WEB: TypedEditor,
    Kind.REFERENCE: ReferenceEditor,
    Kind.RECORD: AnyRecordEditor,
    Kind.LINKS: LinksEditor,
}


EDITORS_OF: Mapping[tuple[str, str], type[Editor]] = {
    ("chapter", "text"): ProseEditor,
    ("contact_point", "value"): ContactEditor,
    ("seat", "alternate_of_id"): SiblingEditor,
}
"""The editors of single fields that need one of their own, by entity and field."""


def make_editor(info: FieldInfo, desk: Desk, parent: QWidget | None = None, *, entity: str = "") -> Editor:
    """Make the editor of a field of `entity`: its own, or else that of its kind."""
    return EDITORS_OF.get((entity, info.name), EDITORS[info.field.kind])(info, desk, parent)
