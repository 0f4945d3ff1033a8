"""Names of files that are made of titles."""

from ui.look.saving import file_name


def test_a_title_makes_a_name_that_every_system_takes() -> None:
    assert file_name("Dossier: Acta Nº 03/2011", ".pdf") == "Dossier Acta Nº 03 2011.pdf"
