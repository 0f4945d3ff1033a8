"""Electronic addresses: e-mails, checked without network, and web addresses."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from app.words.problems import Problem, ProblemError
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import mark

_NAMED = re.compile(r"[^<>;,/|@]*<\s*([^<>]+?)\s*>")
_AROUND_AT = re.compile(r"\s*@\s*")
_BETWEEN = re.compile(r"[;,|/\s]+")
_JOINTS = frozenset({"y", "e", "o", "ou", "and", "or"})
_PREFIX = re.compile(r"^(?:mailto|e-?mail|correo):", re.IGNORECASE)
_LONGEST_NAME = 64
_PLAIN = re.compile(
    rf"(?=[^@]{{1,{_LONGEST_NAME}}}@)(?P<name>[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@(?P<host>[A-Za-z0-9.-]+)"
)
"""Addresses of plain letters, for which the library has nothing to say of the name: by far the most."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_LONGEST_WEB = 300


@dataclass(frozen=True, slots=True)
class FoundEmail:
    """An e-mail found in a cell: as written, as stored, or the problem that keeps it from being stored."""

    text: str
    address: str = ""
    problem: Problem | None = None


def split_emails(text: str) -> tuple[FoundEmail, ...]:
    """Return every e-mail of a cell, in order; what is none is given with its problem, so that nothing is lost."""
    if _PLAIN.fullmatch(text):
        return (_found(text),)
    plain = _NAMED.sub(r" \1 ", _AROUND_AT.sub("@", clean_line(text)))
    parts = [part for part in _BETWEEN.split(plain) if part and part.lower() not in _JOINTS]
    found: list[FoundEmail] = []
    for part in parts:
        if "@" not in part and found and found[-1].problem is not None and "@" not in found[-1].text:
            part = f"{found.pop().text} {part}"  # noqa: PLW2901  words that are no address stay together
        found.append(_found(part))
    return tuple(found)


@lru_cache(maxsize=4096)
def _host(host: str) -> str:
    """Return the host of an address in its stored form; ValueError when it can be none.

    The name before it is the longest that the library takes, so that it refuses what would be too long as a whole.
    """
    from email_validator import validate_email

    return validate_email(f"{'a' * _LONGEST_NAME}@{host}", check_deliverability=False).domain


def _normalised(address: str) -> str:
    """Return an address in its stored form; ValueError when it is none."""
    from email_validator import validate_email

    return validate_email(address, check_deliverability=False).normalized


def _found(text: str) -> FoundEmail:
    try:
        return FoundEmail(text, _address(text))
    except ProblemError as error:
        return FoundEmail(text, problem=error.problems[0])


def _address(text: str) -> str:
    bare = _PREFIX.sub("", text).strip(" .:()[]'\"")
    try:
        plain = _PLAIN.fullmatch(bare)
        return f"{plain['name']}@{_host(plain['host'])}" if plain else _normalised(bare)
    except ValueError as error:
        raise refusal(
            mark("«{value}» no es una dirección de correo."), mark("Escríbala así: nombre@ejemplo.org."), value=text
        ) from error


def read_email(raw: object, context: Context) -> str:
    """Read one e-mail; whether it exists is not asked, since there may be no network."""
    text = as_text(raw, context.words)
    found = split_emails(text)
    if len([one for one in found if one.address]) > 1:
        raise refusal(mark("En «{value}» hay más de una dirección de correo."), mark("Escriba una sola."), value=text)
    if len(found) != 1 or not found[0].address:
        return _address(clean_line(text))
    return found[0].address


def read_web(raw: object, context: Context) -> str:
    """Read a web address; one without scheme is taken as https."""
    text = clean_line(as_text(raw, context.words))
    address = text if _SCHEME.match(text) and not re.match(r"[^/:]+:\d", text) else f"https://{text}"
    if not _is_web(address):
        raise refusal(
            mark("«{value}» no es una dirección de internet."), mark("Escríbala así: www.ejemplo.org."), value=text
        )
    return address


def _is_web(address: str) -> bool:
    if " " in address or len(address) > _LONGEST_WEB:
        return False
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    labels = host.rstrip(".").split(".")
    return (
        parts.scheme.lower() in ("http", "https")
        and len(labels) > 1
        and not labels[-1].isdigit()
        and all(_LABEL.fullmatch(label) for label in labels)
    )
