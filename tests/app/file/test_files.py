"""A new file of the person is made, or it is said why it is not."""

from pathlib import Path

import pytest

from app.file.files import Store, new_file
from app.file.store_problems import Reason, StoreFailure
from app.words.problems import ProblemError
from app.words.words import Words


def not_made(path: Path) -> str:
    """Return what is said when no new file can be made at `path`."""
    with pytest.raises(ProblemError) as caught:
        new_file(path, None)
    return caught.value.problems[0].say(Words("es"))


def test_a_new_file_that_cannot_be_made_is_told_of_as_one_to_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "red.enlace"
    assert f"No existe la carpeta {tmp_path / 'nada'}." in not_made(tmp_path / "nada" / "red.enlace")
    assert f"No se puede crear un archivo en {tmp_path}." in not_made(tmp_path / f"{'ñ' * 150}.enlace")
    with new_file(path, None):
        assert "Ya hay un archivo con ese nombre, abierto en otra ventana" in not_made(path)

    def full(*_: object, **__: object) -> None:
        raise StoreFailure(Reason.DISK_FULL)

    monkeypatch.setattr(Store, "create", full)
    assert "El archivo no se creó. Libere espacio" in not_made(tmp_path / "otra.enlace")
    assert [each.name for each in tmp_path.iterdir()] == ["red.enlace"]
