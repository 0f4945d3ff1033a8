"""The rooms in their frame: which one shows what is wanted."""

from pathlib import Path

from app.records.attachments import attach
from app.records.catalog import Query
from app.records.reading import list_ids, search
from tests.ui.seeing import frame_of, names_of, pane_of
from ui.frame.window import Window


def test_a_file_that_is_found_is_seen_with_the_record_that_it_belongs_to(opened: Window, tmp_path: Path) -> None:
    workspace = frame_of(opened).workspace
    key = list_ids(workspace.store, Query("municipality"))[names_of(opened).index("Rosario")]
    (tmp_path / "protocolo.txt").write_text("nota")
    attach(workspace.store, "municipality", key, [tmp_path / "protocolo.txt"])
    [found] = search(workspace.store, "protocolo")
    assert found.entity == "document"
    workspace.record_wanted.emit(found.entity, found.id)
    assert pane_of(opened).id == key
