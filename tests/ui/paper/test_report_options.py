"""The options of a report: what it is about, which parts it has, in which language it is."""

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.make import add, copied_store
from tests.ui.held import held_writing
from tests.ui.paper.showing import Open, wait
from tests.ui.waiting import wait_until_idle
from ui.form.editors.combo import ChoiceEditor
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.paper.report_dialog import ReportDialog


def test_a_part_that_is_left_out_leaves_its_pages_out(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    before = wait(dialog, qtbot)
    for name in ("signatures", "network", "cover"):
        dialog.options.parts[name].setChecked(False)
    dialog.make()
    assert dialog.made is None
    assert 0 < wait(dialog, qtbot) < before


def test_a_choice_that_is_left_to_enlace_says_so(show: Open, qtbot: QtBot) -> None:
    dialog = show("acta")
    wait(dialog, qtbot)
    editor = dialog.options.boxes["form"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.box.currentText() == "Automática"


def test_the_language_of_the_report_is_not_that_of_the_window(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    wait(dialog, qtbot)
    assert dialog.options.language() == "es"
    dialog.options.languages.setCurrentIndex(dialog.options.languages.findData("pt"))
    dialog.make()
    wait(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.document.language == "pt"
    assert dialog.buttons["pdf"].text() == "Guardar como PDF…"


def test_without_any_meeting_the_dossier_says_so_and_waits_for_one(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store = copied_store(template, tmp_path)
    body = add(store, "body", name="Unidad Temática de Cultura", kind="thematic_unit")
    window.take_store(store, "ciudades")
    assert window.workspace is not None
    dialog = ReportDialog(window.workspace, "board-pack", window)
    dialog.show()
    assert "no tiene reuniones" in dialog.options.problems.text.text()
    key = add(store, "meeting", name="Reunión de Cultura", body_id=body)
    box = dialog.options.boxes["record_id"]
    box.editor.set_value(key)
    box.editor.settled.emit()
    assert dialog.options.problems.isHidden()
    dialog.make()
    assert wait(dialog, qtbot) > 1
    dialog.done(0)
    dialog.deleteLater()


def test_a_dossier_begun_during_a_writing_is_made_of_its_meeting_when_it_has_ended(
    opened: Window, show: Open, qtbot: QtBot
) -> None:
    with held_writing(opened, qtbot):
        dialog = show("board-pack")
        assert not dialog.options.isEnabled()
        assert dialog.options.value() is None
    assert dialog.options.isEnabled()
    assert wait(dialog, qtbot) > 0
    assert _ticked(dialog) == {part.name for part in dialog.report.parts if part.is_usual}
    assert dialog.options.boxes["record_id"].editor.value() == list_ids(dialog.workspace.store, Query("meeting"))[0]


def _ticked(dialog: ReportDialog) -> set[str]:
    return {name for name, box in dialog.options.parts.items() if box.isChecked()}


def test_the_parts_that_a_person_ticks_are_ticked_again_for_meetings_of_the_same_body(show: Open, qtbot: QtBot) -> None:
    store = show("directory").workspace.store
    bodies = [add(store, "body", name=name, kind="council") for name in ("Consejo", "Consejo ampliado")]
    first, second, other = (
        add(store, "meeting", name=f"Reunión {at}", body_id=body)
        for at, body in enumerate((*bodies[:1] * 2, bodies[1]))
    )
    dialog = show("board-pack", record_id=first)
    usual = _ticked(dialog)
    assert {"agenda", "progress", "network"} < usual
    assert "log" not in usual
    dialog.options.parts["log"].click()
    dialog.options.parts["network"].click()
    chosen = usual - {"network"} | {"log"}
    again = show("board-pack", record_id=second)
    assert _ticked(again) == chosen
    box = again.options.boxes["record_id"]
    for meeting, expected in ((other, usual), (first, chosen)):
        box.editor.set_value(meeting)
        box.editor.settled.emit()
        assert _ticked(again) == expected
    for each in (dialog, again):
        wait(each, qtbot)


def test_all_parts_or_none_are_ticked_at_once_and_remembered(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    everything, nothing = (
        next(each for each in dialog.options.findChildren(PushButton) if each.text() == text)
        for text in ("Todas", "Ninguna")
    )
    everything.click()
    assert _ticked(dialog) == set(dialog.options.parts)
    nothing.click()
    again = show("board-pack")
    assert _ticked(dialog) == _ticked(again) == set()
    for each in (dialog, again):
        wait_until_idle(each, qtbot)
        assert not each.options.empty.isHidden()
        assert each.options.value() is None
        qtbot.waitUntil(partial(_cannot_save, each))
    dialog.options.parts["agenda"].click()
    assert dialog.options.empty.isHidden()
    qtbot.waitUntil(lambda: not _cannot_save(dialog))
    wait(dialog, qtbot)


def _cannot_save(dialog: ReportDialog) -> bool:
    return not dialog.buttons["pdf"].isEnabled()
