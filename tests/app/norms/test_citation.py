"""Citations as papers write them, in three languages, and as norms bear them."""

import pytest

from app.norms import Citation, official_citation, read_citation, same_numbers
from db.entities.norm import NormKind

DECISION, RESOLUTION, DIRECTIVE = NormKind.DECISION, NormKind.RESOLUTION, NormKind.DIRECTIVE
WRITTEN = (
    ("Res. 41/04", "41/04", 2004, RESOLUTION, "GMC"),
    ("Dec. CMC Nº 41/04", "41/04", 2004, DECISION, "CMC"),
    ("MERCOSUR/GMC/RES. Nº 41/04", "41/04", 2004, RESOLUTION, "GMC"),
    ("MERCOSUL/CMC/DEC. Nº 1/10", "01/10", 2010, DECISION, "CMC"),
    ("Decisión 41/04", "41/04", 2004, DECISION, "CMC"),
    ("la Decisión Nº 41 de 2004 del Consejo del Mercado Común", "41/04", 2004, DECISION, "CMC"),
    ("Decisão CMC n.º 18/05", "18/05", 2005, DECISION, "CMC"),
    ("RESOLUÇÃO 90/2000", "90/00", 2000, RESOLUTION, "GMC"),
    ("resolución del Grupo Mercado Común 59/15", "59/15", 2015, RESOLUTION, "GMC"),
    ("Diretriz CCM 12/98", "12/98", 1998, DIRECTIVE, "CCM"),
    ("CMC 14/91", "14/91", 1991, DECISION, "CMC"),
    ("20/2005", "20/05", 2005, None, None),
    ("Res. CMC 41/04", "41/04", 2004, RESOLUTION, "CMC"),
    ("Decreto 82/2006", "82/06", 2006, None, None),
)


@pytest.mark.parametrize(("text", "number", "year", "kind", "organ"), WRITTEN)
def test_a_citation_is_taken_apart(text: str, number: str, year: int, kind: NormKind | None, organ: str | None) -> None:
    assert read_citation(text) == Citation(number, year, kind, organ)


@pytest.mark.parametrize("text", ["Reglamento Interno del FCCR", "decreto 8274/2006", "Res. 41", "", "18/06/2008"])
def test_what_has_no_number_of_a_norm_says_nothing(text: str) -> None:
    assert read_citation(text) is None


def test_the_official_citation_is_as_norms_bear_it() -> None:
    assert official_citation("CMC", DECISION.value, "41/2004") == "MERCOSUR/CMC/DEC. Nº 41/04"
    assert official_citation("GMC", RESOLUTION.value, "41/04") == "MERCOSUR/GMC/RES. Nº 41/04"
    assert official_citation("UTF", DECISION.value, "41/04") is None
    assert official_citation("CMC", NormKind.LAW.value, "41/04") is None
    assert official_citation("CMC", DECISION.value, "") is None


def test_one_number_is_written_in_several_ways() -> None:
    assert set(same_numbers("1/10")) == {"1/10", "01/10", "1/2010", "01/2010"}
    assert same_numbers("s/n") == ("s/n",)
