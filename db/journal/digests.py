"""The chain: each operation bears the digest of its words, of its entries and of the operations it was made upon."""

import hashlib
from collections.abc import Iterable, Sequence

SIGNED = ("id", "device", "author", "made_at", "title", "kind", "reverses", "stamp", "schema", "parents")
"""What the digest of an operation is made over, as stored: not its local number, nor names that can be forgotten."""

FUNCTION = "enlace_digest"
"""The name under which the triggers know `entry_digest`; `db/sqlite.py` hands it to each connection."""


def entry_digest(entity: str, row_id: str, kind: str, before: str | None, after: str | None) -> bytes:
    """Return the SHA-256 of an entry as it is written."""
    return hashlib.sha256("\0".join((entity, row_id, kind, before or "", after or "")).encode()).digest()


def operation_digest(fields: Sequence[str | int | None], parents: Iterable[bytes], entries: Iterable[bytes]) -> bytes:
    """Return the SHA-256 of an operation: of the columns of `SIGNED`, of its parents' digests, and of its entries'."""
    digest = hashlib.sha256("\0".join("" if field is None else str(field) for field in fields).encode())
    for each in (*parents, *entries):
        digest.update(each)
    return digest.digest()
