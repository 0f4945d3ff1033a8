"""How a letter greets: by the treatment of the person, where that is one of those that everybody knows."""

from collections.abc import Mapping
from types import MappingProxyType

from app.words.folding import fold
from app.words.words import Words, mark

NEUTRAL = mark("De nuestra consideración:")
"""What greets a place, and whoever is recorded without a treatment or with one that is not known."""

_MR = mark("Estimado Sr. {name}:")
_MRS = mark("Estimada Sra. {name}:", "Mrs")
_MS = mark("Estimada Sra. {name}:")
_MISS = mark("Estimada Srta. {name}:")
_HE_DOCTOR = mark("Estimado Dr. {name}:")
_SHE_DOCTOR = mark("Estimada Dra. {name}:")
_TEACHES = mark("Prof. {name}:")
_HE_TEACHES = mark("Estimado Prof. {name}:")
_SHE_TEACHES = mark("Estimada Prof. {name}:")
_ENGINEER = mark("Ing. {name}:")
_SHE_ENGINEER = mark("Estimada Ing. {name}:")
_GRADUATE = mark("Lic. {name}:")
_ARCHITECT = mark("Arq. {name}:")

_GREETINGS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("sr", "senor", "senhor", "mr", "mister"), _MR),
        **dict.fromkeys(("sra", "senora", "senhora", "ms"), _MS),
        **dict.fromkeys(("srta", "senorita", "senhorita", "miss"), _MISS),
        "mrs": _MRS,
        **dict.fromkeys(("dr", "doctor", "doutor"), _HE_DOCTOR),
        **dict.fromkeys(("dra", "doctora", "doutora"), _SHE_DOCTOR),
        **dict.fromkeys(("prof", "professor"), _TEACHES),
        "profesor": _HE_TEACHES,
        **dict.fromkeys(("profa", "profesora", "professora"), _SHE_TEACHES),
        **dict.fromkeys(("ing", "eng"), _ENGINEER),
        "enga": _SHE_ENGINEER,
        "lic": _GRADUATE,
        "arq": _ARCHITECT,
    }
)
"""By the treatment without case, accents, marks and blanks: «Sr.», «Prof.ª».

The field is free, and a person of any language is written to in any other. Whether it is «Estimado» or «Estimada» the
form alone tells: «Sra.» does, «Ing.» and «Lic.» are of both, and are followed by the name without either.
"""


def greet(treatment: str, name: str, words: Words) -> str:
    """Return the line by which a letter to `name` begins."""
    known = _GREETINGS.get(fold(treatment).replace(" ", ""))
    return words(known, name=name) if known and name else words(NEUTRAL)
