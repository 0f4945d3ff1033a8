"""The letters of a text file: which encoding its bytes are in."""

import codecs
from collections.abc import Mapping

from app.sheets.reading.notices import damaged_letters, guessed_letters
from app.sheets.reading.source import Source
from app.words.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Mapping[str, str] = {"cp1252": "Windows-1252", "cp850": "DOS 850", "mac_roman": "Mac"}
"""What offices of the region have used, by the names that people find in their programs."""
_SAMPLE = 4_096
_EVIDENCE = 65_536
_SHARE_OF_ZEROS = 0.4
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_SHARE_OF_CONTROLS = 0.02
_SHARE_OF_DAMAGE = 0.02


def decode(source: Source) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of `source` and a notice when its encoding was guessed or some letters are damaged."""
    content = source.content
    declared = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _wide(content)
    if declared:
        return _with_damage(source, content.decode(declared, "replace"))
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    letters = sum(character > "\x7f" for character in text)
    if text.count("\ufffd") <= _SHARE_OF_DAMAGE * letters:
        return _with_damage(source, text)
    guess = _guess(content)
    text = content.decode(guess, "replace") if guess != "cp1252" else _decode_windows(content)
    return text, (guessed_letters(source.file, _CANDIDATES[guess]),)


def looks_like_text(content: bytes) -> bool:
    """Tell whether the bytes can be text in some encoding: hardly any control character but those of lines and tabs."""
    if _wide(content) or content.startswith(tuple(mark for mark, _name in _MARKS)):
        return True
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" not in sample and controls <= _SHARE_OF_CONTROLS * len(sample)


def _wide(content: bytes) -> str | None:
    """Recognise UTF-16 without its mark: in our languages every other byte is zero."""
    sample = content[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > _SHARE_OF_ZEROS * len(sample) and not even:
        return "utf-16-le"
    return "utf-16-be" if even > _SHARE_OF_ZEROS * len(sample) and not odd else None


def _with_damage(source: Source, text: str) -> tuple[str, tuple[Problem, ...]]:
    number = text.count("\ufffd")
    if not number:
        return text, ()
    return text, (damaged_letters(source.file, text[: text.index("\ufffd")].count("\n") + 1, number),)


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    lines = [line for line in content.splitlines(keepends=True) if not line.isascii()]
    best = from_bytes(b"".join(lines)[:_EVIDENCE], cp_isolation=list(_CANDIDATES), preemptive_behaviour=False).best()
    return best.encoding if best is not None and best.encoding in _CANDIDATES else "cp1252"


def _decode_windows(content: bytes) -> str:
    """Decode Windows-1252, its five undefined bytes as latin-1 has them."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")
